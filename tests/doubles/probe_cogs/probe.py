"""A cog that does whatever a test wants: the client and everything between it and the wire are real."""

from collections.abc import Awaitable, Callable
from typing import Any, Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import TutorClient
from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.router import route

Step = Callable[[discord.Interaction], Awaitable[Any]]


class Script:
    """What the probe does when it is called; a test replaces what it needs."""

    def __init__(self) -> None:
        self.command: Step = _say_pong
        self.press: Step = _say_pong
        self.form: Step = _say_pong
        self.calls: list[str] = []

    async def lessons(self, typed: str) -> list[str]:
        """What autocomplete offers."""
        return [name for name in ("tokens", "sampling", "提示词") if typed in name]


async def _say_pong(interaction: discord.Interaction) -> None:
    if interaction.response.is_done():
        await interaction.followup.send("pong", ephemeral=True)
    else:
        await interaction.response.send_message("pong", ephemeral=True)


class Probe(commands.Cog):
    """One command of each kind, and one route of each kind."""

    group = app_commands.Group(name="group", description="never seen")

    def __init__(self, client: TutorClient) -> None:
        self._script: Script = client.services  # type: ignore[assignment] # a test's stand-in for the rooms

    @app_commands.command(name="probe")
    @acknowledged()
    async def probe(
        self,
        interaction: discord.Interaction,
        lesson: str = "",
        mode: Literal["explain", "hint"] = "explain",
    ) -> None:
        self._script.calls.append(f"probe {lesson}")
        await self._script.command(interaction)

    @probe.autocomplete("lesson")
    async def lessons(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=it, value=it) for it in await self._script.lessons(typed)]

    @app_commands.command(name="bare")
    async def bare(self, interaction: discord.Interaction) -> None:
        self._script.calls.append("bare")
        await self._script.command(interaction)

    @group.command(name="inner")
    async def inner(self, interaction: discord.Interaction) -> None:
        await self._script.command(interaction)

    @route("probe.press")
    async def press(self, interaction: discord.Interaction, name: str, number: int) -> None:
        self._script.calls.append(f"press {name} {number + 1}")
        await self._script.press(interaction)

    @route("probe.slow")
    @acknowledged(First.UPDATE)
    async def slow(self, interaction: discord.Interaction) -> None:
        await self._script.press(interaction)

    @route("probe.own")
    async def own(self, interaction: discord.Interaction, owner: int) -> None:
        self._script.calls.append(f"own {owner}")
        await self._script.press(interaction)

    @route("probe.form")
    async def form(self, interaction: discord.Interaction, name: str) -> None:
        self._script.calls.append(f"form {name}")
        await self._script.form(interaction)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        if not message.author.bot:
            self._script.calls.append("message")
            step: Any = getattr(self._script, "message", None)
            if step is not None:
                await step(message)


async def setup(client: TutorClient) -> None:
    await client.add_cog(Probe(client))
    client.tree.add_command(app_commands.ContextMenu(name="Count words", callback=_count))


async def _count(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(str(len(message.content.split())), ephemeral=True)
