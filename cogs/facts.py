"""What a learner said of themselves, one thing at a time: kept, changed or removed from `/memory show`.

It shows a fact to nobody but the learner whose it is.
"""

import asyncio

import discord
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.desk import MODAL_PATIENCE
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen, submitted
from bot.memory.facts.values import FACT_LENGTH, Fact
from bot.safety import Action
from bot.storage import StorageError
from bot.texts.errors import PersonError
from bot.texts.locales import Locale


class FactGone(PersonError):
    """The fact was removed already."""

    key = "memory-fact-gone"


class FactUnsafe(PersonError):
    """What the learner wants remembered holds what is not kept."""

    key = "memory-fact-unsafe"


class FactsCog(commands.Cog):
    """A learner's facts."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services

    @route("memory.fact")
    @acknowledged(First.UPDATE)
    async def fact(self, interaction: discord.Interaction, page: int = 0) -> None:
        """One fact, to be kept, changed or removed; `page` only keeps two menus under one message apart."""
        locale = await self._client.languages.private(interaction)
        fact = await self._fact(interaction, chosen(interaction)[0])
        button = self._client.components.button
        buttons = [
            button(locale, "memory-fact-change", "memory.fact_form", fact.id),
            button(
                locale,
                "memory-fact-remove",
                "memory.fact_remove",
                fact.id,
                style=discord.ButtonStyle.danger,
            ),
        ]
        if not fact.in_use:
            keep = button(
                locale, "memory-fact-keep", "memory.fact_keep", fact.id, style=discord.ButtonStyle.success
            )
            buttons.insert(0, keep)
        say = self._services.texts.say
        title = say(
            locale,
            "memory-fact-title",
            kind=say(locale, f"memory-fact-kind-{fact.kind}"),
            text=self._services.guard.quote(fact.text),
        )
        await interaction.edit_original_response(content=title, view=self._client.components.view(*buttons))

    @route("memory.fact_keep")
    @acknowledged(First.UPDATE)
    async def fact_keep(self, interaction: discord.Interaction, fact_id: str) -> None:
        """Keeps what a model proposed."""
        fact = await self._fact(interaction, fact_id)
        await self._keep(interaction, fact.id, fact.text)

    @route("memory.fact_remove")
    @acknowledged(First.UPDATE)
    async def fact_remove(self, interaction: discord.Interaction, fact_id: str) -> None:
        """Removes a fact."""
        locale = await self._client.languages.private(interaction)
        gone = await self._services.facts.remove(key_of(interaction), fact_id)
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "memory-fact-removed" if gone else "memory-fact-gone"),
            view=None,
        )

    @route("memory.fact_form")
    async def fact_form(self, interaction: discord.Interaction, fact_id: str) -> None:
        """Asks for other words."""
        locale, text = Locale.from_discord(interaction.locale.value), None
        try:
            async with asyncio.timeout(MODAL_PATIENCE):
                text = (await self._fact(interaction, fact_id)).text
        except (TimeoutError, StorageError, FactGone):
            pass  # an empty form is better than none
        await interaction.response.send_modal(
            self._client.components.modal(
                locale,
                "memory-fact-form",
                "memory.fact_changed",
                fact_id,
                fields=[TextField("fact", "memory-fact-field", longest=FACT_LENGTH, value=text)],
            )
        )

    @route("memory.fact_changed")
    @acknowledged()
    async def fact_changed(self, interaction: discord.Interaction, fact_id: str) -> None:
        """Puts the learner's words in a fact's place, when they may be kept."""
        text = submitted(interaction).text("fact").strip()
        verdict = await self._services.server_guard.check(key_of(interaction).server_id, text)
        if not text or verdict.action is not Action.ALLOW:
            raise FactUnsafe
        await self._keep(interaction, fact_id, verdict.text)

    async def _fact(self, interaction: discord.Interaction, fact_id: str) -> Fact:
        """Raises `FactGone`."""
        for fact in await self._services.facts.of(key_of(interaction)):
            if fact.id == fact_id:
                return fact
        raise FactGone

    async def _keep(self, interaction: discord.Interaction, fact_id: str, text: str) -> None:
        """Raises `FactGone`."""
        locale = await self._client.languages.private(interaction)
        if not await self._services.facts.change(key_of(interaction), fact_id, text):
            raise FactGone
        kept = self._services.texts.say(locale, "memory-fact-kept", text=self._services.guard.quote(text))
        await interaction.edit_original_response(content=kept, view=None)


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(FactsCog(client))
