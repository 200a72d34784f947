"""A bare discord.py bot: what the playground is tested with and benchmarks compare against.

Does as little as a bot can; every feature of the playground that a slash-command bot meets has one command here.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import sys
from collections.abc import AsyncIterator
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket


def point_at(api_base: str, gateway_url: str) -> None:
    """Make discord.py speak to the playground. Holds for the whole process."""
    discord.http.Route.BASE = api_base
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)


class Questionnaire(discord.ui.Modal):
    """A form with one field."""

    question: discord.ui.Label[Questionnaire] = discord.ui.Label(
        text="Question", component=discord.ui.TextInput(custom_id="question", max_length=200)
    )

    def __init__(self) -> None:
        super().__init__(title="Ask", custom_id="form:1")


class PlainBot(discord.Client):
    """Slash commands, a button, a select, a form, autocomplete, mentions and DMs."""

    def __init__(self, *, intents: discord.Intents | None = None) -> None:
        wanted = intents or discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(
            intents=wanted, allowed_mentions=discord.AllowedMentions.none(), guild_ready_timeout=0.1
        )
        self.tree = app_commands.CommandTree(self)
        self.seen: list[discord.Message] = []
        self.interactions: list[int] = []
        self.resumed = 0
        self.failures: list[BaseException] = []
        self.failed = asyncio.Event()
        add_commands(self)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Spares tests the five seconds that discord.py waits before it identifies again."""

    async def on_resumed(self) -> None:
        self.resumed += 1

    async def on_message(self, message: discord.Message) -> None:
        self.seen.append(message)
        if message.author == self.user or self.user is None:
            return
        if isinstance(message.channel, discord.DMChannel) or self.user in message.mentions:
            await message.reply(f"heard: {message.content}", nonce=str(message.id))

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.interactions.append(interaction.id)
        data: dict[str, Any] = dict(interaction.data or {})
        custom_id = str(data.get("custom_id", ""))
        if interaction.type is discord.InteractionType.component:
            if custom_id == "again":
                await interaction.response.edit_message(content="pressed")
            elif custom_id == "open":
                await interaction.response.send_modal(Questionnaire())
            elif custom_id.startswith("open:"):
                await interaction.response.defer()
            elif custom_id == "pick":
                await interaction.response.send_message(f"picked {data.get('values')}", ephemeral=True)
        elif interaction.type is discord.InteractionType.modal_submit:
            field = data["components"][0]["component"]
            await interaction.response.send_message(f"you wrote {field['value']}", ephemeral=True)


def add_commands(bot: PlainBot) -> None:
    """Register the commands."""
    tree = bot.tree

    @tree.command(description="Answers at once")
    async def ping(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("pong")

    @tree.command(description="Defers, then answers by editing and following up")
    @app_commands.describe(question="What to answer", share="Whether all may see it")
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 300],
        share: bool = False,
    ) -> None:
        await interaction.response.defer(ephemeral=not share, thinking=True)
        await interaction.edit_original_response(content=f"about {question}")
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Again", custom_id="again"))
        view.add_item(discord.ui.Button(label="Open", custom_id="open"))
        options = [discord.SelectOption(label="One", value="1"), discord.SelectOption(label="Two", value="2")]
        view.add_item(discord.ui.Select(custom_id="pick", placeholder="Pick", options=options))
        view.stop()
        await interaction.followup.send("and more", view=view, ephemeral=not share)

    @tree.command(description="Answers too late or twice")
    async def clumsy(interaction: discord.Interaction, seconds: float) -> None:
        await asyncio.sleep(seconds)
        try:
            await interaction.response.send_message("late")
        except discord.HTTPException as error:
            bot.failures.append(error)
            bot.failed.set()

    @tree.command(description="Sends a file back")
    async def copy(interaction: discord.Interaction, file: discord.Attachment) -> None:
        data = await file.read()
        await interaction.response.send_message(
            f"{len(data)} bytes",
            file=discord.File(io.BytesIO(data), filename=file.filename, description="a copy"),
        )

    @tree.command(description="Opens a thread and writes in it")
    async def thread(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        assert isinstance(interaction.channel, discord.TextChannel)
        opened = await interaction.channel.create_thread(name="talk", type=discord.ChannelType.public_thread)
        await opened.send("welcome")
        await interaction.edit_original_response(content=f"see {opened.mention}")

    @tree.command(description="Completes what is typed")
    async def lesson(interaction: discord.Interaction, name: str) -> None:
        await interaction.response.send_message(f"lesson {name}", ephemeral=True)

    @lesson.autocomplete("name")
    async def lesson_names(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        names = ["how models work", "prompting", "提示词"]
        return [app_commands.Choice(name=it, value=it) for it in names if current in it]

    @tree.context_menu(name="Count words")
    async def count(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"{len(message.content.split())} words", ephemeral=True)


@contextlib.asynccontextmanager
async def running(bot: PlainBot, api_base: str, gateway_url: str, token: str) -> AsyncIterator[PlainBot]:
    """The bot, connected in this event loop."""
    point_at(api_base, gateway_url)
    await bot.login(token)
    task = asyncio.create_task(bot.connect())
    try:
        yield bot
    finally:
        await bot.close()
        await asyncio.wait((task,), timeout=5)
        if task.done() and not task.cancelled() and task.exception() is not None:
            bot.failures.append(task.exception() or RuntimeError())


def main() -> None:
    """Run as a process of its own: DISCORD_TOKEN and DISCORD_API_BASE as the tutor takes them."""
    api_base = os.environ["DISCORD_API_BASE"]
    point_at(api_base, api_base.replace("http://", "ws://").removesuffix("/api/v10") + "/gateway")
    PlainBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)
    sys.exit(0)


if __name__ == "__main__":
    main()
