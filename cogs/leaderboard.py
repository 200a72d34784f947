"""/leaderboard: who has answered how many different questions rightly; by alias, only for who wants to stand there."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.quiz.standings import ALIAS_LENGTH, Line, alias_from
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}
_NOBODY = discord.AllowedMentions.none()


class AliasRefused(PersonError):
    """The filters do not let the alias through."""

    key = "leaderboard-alias-refused"


class NoSuchLesson(PersonError):
    """There is no such lesson for learners here."""

    key = "quiz-unknown-lesson"


@app_commands.guild_only()
class LeaderboardCog(commands.GroupCog, name="leaderboard"):
    """A server's board."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services
        self._board = client.services.leaderboard
        self._say = client.services.texts.say

    @app_commands.command(name="show")
    @acknowledged()
    async def show(self, interaction: discord.Interaction, lesson: str | None = None) -> None:
        """The board of everything, or of one lesson."""
        locale = await self._client.languages.private(interaction)
        key = key_of(interaction)
        title = self._say(locale, "leaderboard-title")
        if lesson is not None:
            found = await self._services.library.lesson(key.server_id, lesson, locale)
            if found is None:
                raise NoSuchLesson
            title = self._say(
                locale, "leaderboard-title-lesson", lesson=self._services.guard.quote(found.title)
            )
        lines = await self._board.show(key, lesson)
        if not lines:
            await interaction.edit_original_response(content=self._say(locale, "leaderboard-empty"))
            return
        told = [self._line(locale, line) for line in lines]
        own = any(line.is_own for line in lines)
        told.append(self._say(locale, "leaderboard-how" if own else "leaderboard-how-to-join"))
        await interaction.edit_original_response(
            content=joined("\n", [title, *told]), allowed_mentions=_NOBODY
        )

    @show.autocomplete("lesson")
    async def lessons(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Lessons of this server by what was typed."""
        return await self._client.desk.lesson_choices(interaction, typed)

    @app_commands.command(name="join")
    @acknowledged()
    async def join(
        self,
        interaction: discord.Interaction,
        alias: app_commands.Range[str, ALIAS_LENGTH.start, ALIAS_LENGTH.stop - 1],
    ) -> None:
        """Puts the learner on the board under an alias."""
        locale = await self._client.languages.private(interaction)
        wanted = alias_from(alias)
        verdict = await self._services.server_guard.check(key_of(interaction).server_id, wanted)
        if verdict.category is not None or verdict.kinds:
            raise AliasRefused
        await self._board.join(key_of(interaction), wanted)
        await interaction.edit_original_response(
            content=self._say(locale, "leaderboard-joined", alias=self._services.guard.quote(wanted)),
            allowed_mentions=_NOBODY,
        )

    @app_commands.command(name="leave")
    @acknowledged()
    async def leave(self, interaction: discord.Interaction) -> None:
        """Takes the learner off the board, at once."""
        locale = await self._client.languages.private(interaction)
        was_there = await self._board.leave(key_of(interaction))
        key = "leaderboard-left" if was_there else "leaderboard-not-there"
        await interaction.edit_original_response(content=self._say(locale, key))

    def _line(self, locale: Locale, line: Line) -> Released:
        return self._say(
            locale,
            "leaderboard-line-own" if line.is_own else "leaderboard-line",
            place=plain(_MEDALS.get(line.rank, f"{line.rank}.")),
            alias=self._services.guard.quote(line.alias),
            points=line.points,
        )


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(LeaderboardCog(client))
