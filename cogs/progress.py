"""/progress: where a learner stands, for that learner alone; their cards to take along."""

import asyncio
import io

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.drawn import drawn, show_drawn, with_picture
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.quiz.attempts.values import Confidence
from bot.quiz.reviews.taking_along import CardFormat, file_of
from bot.reports.pictures import Bar, Panel, draw_progress
from bot.reports.progress import LessonStanding, Progress
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_MOST_LESSONS = 10
_PICTURE = "progress.png"


class NoCards(PersonError):
    """There is nothing to take along yet."""

    key = "progress-no-cards"


class ProgressCog(commands.GroupCog, name="progress"):
    """A learner's own progress."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services
        self._say = client.services.texts.say
        self._quote = client.services.guard.quote

    @app_commands.command(name="show")
    @acknowledged()
    async def show(self, interaction: discord.Interaction) -> None:
        """A picture, and the same in words."""
        locale = await self._client.languages.private(interaction)
        found = await self._services.progress.of(key_of(interaction), locale)
        if found.is_empty:
            await interaction.edit_original_response(content=self._say(locale, "progress-empty"))
            return
        facts = self._facts(locale, found)
        shown = found.standings[:_MOST_LESSONS]
        lessons = [self._lesson(locale, one) for one in shown]
        surely = self._calibration(locale, found)
        stays = self._beside(locale, found)
        words = joined("\n", [one for one in (*facts, *lessons, surely, stays) if one])
        rows = [
            (self._quote(one.title), one.read / one.sections if one.sections else 0.0, one.mastery)
            for one in shown
        ]
        files = await drawn(
            self._services.explaining.studio,
            _PICTURE,
            words,
            draw_progress,
            self._say(locale, "progress-title"),
            facts,
            (self._say(locale, "progress-picture-read"), self._say(locale, "progress-picture-known")),
            rows,
            [panel for panel in (self._surely(locale, found), self._stays(locale, found)) if panel.bars],
        )
        embed = discord.Embed(
            title=self._say(locale, "progress-title"),
            description=joined("\n\n", [joined("\n", facts), joined("\n", lessons), surely, stays]),
            colour=discord.Colour.blurple(),
        )
        await show_drawn(interaction, files, embeds=[with_picture(embed, files)])

    @app_commands.command(name="export")
    @app_commands.choices(format=[app_commands.Choice(name=one.value, value=one.value) for one in CardFormat])
    @acknowledged()
    async def export(self, interaction: discord.Interaction, format: str = CardFormat.JSON.value) -> None:
        """The learner's own cards as a file."""
        locale = await self._client.languages.private(interaction)
        wanted = CardFormat(format)
        known = await self._services.reviews.known(key_of(interaction), locale)
        if not known:
            raise NoCards
        labels = (self._say(locale, "quiz-button-true"), self._say(locale, "quiz-button-false"))
        title = self._say(locale, "progress-deck")
        content = await asyncio.to_thread(file_of, known, wanted, title, labels)
        await interaction.edit_original_response(
            content=self._say(locale, f"progress-exported-{wanted}", count=len(known)),
            attachments=[discord.File(io.BytesIO(content), filename=f"my-cards.{wanted}")],
        )

    def _facts(self, locale: Locale, found: Progress) -> list[Released]:
        return [
            self._say(locale, "progress-lessons", finished=found.finished, lessons=found.lessons),
            self._say(locale, "progress-streak", days=found.streak.days, freezes=found.streak.freezes),
            self._say(locale, "progress-cards", cards=found.cards, due=found.due),
        ]

    def _lesson(self, locale: Locale, one: LessonStanding) -> Released:
        title = self._quote(one.title)
        if one.mastery is None:
            return self._say(
                locale, "progress-lesson-read", lesson=title, read=one.read, sections=one.sections
            )
        return self._say(
            locale,
            "progress-lesson",
            lesson=title,
            read=one.read,
            sections=one.sections,
            mastery=round(100 * one.mastery),
            asked=one.asked,
            concepts=one.concepts,
        )

    def _calibration(self, locale: Locale, found: Progress) -> Released:
        lines = [
            self._say(locale, f"quiz-calibration-{confidence}", given=given, right=right)
            for confidence in reversed(Confidence)
            for given, right in [found.calibration.get(confidence, (0, 0))]
            if given
        ]
        return joined("\n", [self._say(locale, "quiz-calibration"), *lines]) if lines else plain("")

    def _surely(self, locale: Locale, found: Progress) -> Panel:
        """How often somebody was right, by how sure they were."""
        bars = [
            Bar(self._say(locale, f"quiz-sure-{confidence}"), right / given, f"{right}/{given}")
            for confidence in reversed(Confidence)
            for given, right in [found.calibration.get(confidence, (0, 0))]
            if given
        ]
        return Panel(self._say(locale, "progress-picture-surely"), tuple(bars))

    def _stays(self, locale: Locale, found: Progress) -> Panel:
        """The same questions with help and, days later, without."""
        beside = found.beside
        rights = [
            (self._say(locale, "progress-picture-assisted"), beside.assisted),
            (self._say(locale, "progress-picture-unaided"), beside.unaided),
        ]
        bars = [
            Bar(label, right / beside.items, f"{right}/{beside.items}")
            for label, right in rights
            if beside.items
        ]
        return Panel(self._say(locale, "progress-picture-beside"), tuple(bars))

    def _beside(self, locale: Locale, found: Progress) -> Released:
        beside = found.beside
        if not beside.items:
            return self._say(locale, "progress-beside-none")
        return self._say(
            locale,
            "progress-beside",
            items=beside.items,
            assisted=beside.assisted,
            unaided=beside.unaided,
        )


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(ProgressCog(client))
