"""The board of practice: who wants to be on it, under which name, and who stands where."""

import discord

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Components, TextField
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.submitted import submitted
from bot.practice.practice import Practice
from bot.services import Services
from bot.texts.kinds import joined
from bot.texts.locales import Locale
from cogs.practice.lines import PracticeLines
from cogs.practice.taking import Taking


class Board:
    """The board's buttons; the cog of practice is one."""

    _client: Face
    _practice: Practice
    _make: Components
    _services: Services
    _lines: PracticeLines
    _taking: Taking

    @route("practice.join")
    async def join(self, interaction: discord.Interaction) -> None:
        """Asks for a name on the board."""
        await interaction.response.send_modal(
            self._make.modal(
                Locale.from_discord(interaction.locale.value),
                "practice-board-join",
                "practice.joined",
                fields=[TextField("alias", "practice-board-alias", longest=24, shortest=2)],
            )
        )

    @route("practice.joined")
    @acknowledged(First.UPDATE)
    async def joined(self, interaction: discord.Interaction) -> None:
        """Joins the board."""
        locale = await self._client.languages.private(interaction)
        alias = " ".join(submitted(interaction).text("alias").split())
        taken = await self._taking.name(key_of(interaction), locale, alias)
        if taken.text is None:
            await interaction.followup.send(taken.said, ephemeral=True)
            return
        await self._practice.set_alias(key_of(interaction), taken.text)
        await self._show_board(interaction, None)

    @route("practice.leave")
    @acknowledged(First.UPDATE)
    async def leave(self, interaction: discord.Interaction) -> None:
        """Leaves the board."""
        await self._practice.set_alias(key_of(interaction), None)
        await self._show_board(interaction, None)

    async def _show_board(self, interaction: discord.Interaction, challenge_id: str | None) -> None:
        locale = await self._client.languages.private(interaction)
        key = key_of(interaction)
        place = await self._practice.place_of(key, challenge_id, locale) if challenge_id else None
        ranks = await self._practice.board(key, place)
        alias = await self._practice.alias(key)
        lines = [self._lines.rank(at, rank, locale, is_all=place is None) for at, rank in enumerate(ranks, 1)]
        embed = discord.Embed(
            title=self._services.texts.say(locale, "practice-board-title"),
            description=joined(
                "\n\n",
                [
                    joined("\n", lines) or self._services.texts.say(locale, "practice-board-empty"),
                    self._services.texts.say(locale, "practice-board-rule"),
                ],
            ),
            colour=discord.Colour.blurple(),
        )
        join, leave = ("practice-board-join", "practice.join"), ("practice-board-leave", "practice.leave")
        button = self._make.button(locale, *(join if alias is None else leave))
        await interaction.edit_original_response(embed=embed, view=self._make.view(button))
