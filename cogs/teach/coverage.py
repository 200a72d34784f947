"""/teach coverage: what lessons, questions and challenges cover here, as a picture and in words, and how to close the gaps."""

import io
from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.drawn import drawn, show_drawn, with_picture
from bot.reports.coverage import Coverage, Covered, Gap
from bot.reports.coverage.picture import MOST_LESSONS, Row, draw_coverage
from bot.reports.coverage.rules import FEWEST, Depth
from bot.reports.csv_files import as_csv
from bot.reports.labels import Label
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.part import Part

_PICTURE: Final = "coverage.png"
_TABLE: Final = "coverage.csv"
COLUMNS: Final = ("concept", "lessons", "sections", "questions", "challenges", "learners", "gaps")
_NAMED: Final = 6
"""Concepts or lessons that are named of each gap; all of them stand in the table."""
_SEPARATORS: Final = {Locale.EN: ", ", Locale.ZH_CN: "、", Locale.ZH_TW: "、"}


class CoveragePart(Part):
    """Shows what is covered."""

    @app_commands.command(name="coverage")
    @acknowledged()
    async def coverage(self, interaction: discord.Interaction[Any]) -> None:
        """A picture, the same in words, every figure as a table, and for each gap the command that closes it."""
        server_id = interaction.guild_id or 0
        locale = await self._client.languages.private(interaction)
        found = await self._services.reports.coverage.of(server_id, locale)
        summary = self._summary(locale, found)
        words = joined("\n\n", [summary, *self._gaps(locale, found)])
        files = await drawn(
            self._services.explaining.studio,
            _PICTURE,
            summary,
            draw_coverage,
            self._label(locale, "coverage-title"),
            [self._label(locale, f"coverage-depth-{depth.name.lower()}") for depth in Depth],
            self._label(locale, "coverage-practised"),
            self._rows(locale, found),
        )
        embed = discord.Embed(
            title=self._say(locale, "coverage-title"), description=words, colour=discord.Colour.blurple()
        )
        table = discord.File(io.BytesIO(self._table(locale, found)), filename=_TABLE)
        await show_drawn(interaction, [*files, table], embeds=[with_picture(embed, files)])

    def _summary(self, locale: Locale, found: Coverage) -> Released:
        concepts = found.concepts
        summary = self._say(
            locale,
            "coverage-summary",
            lessons=len(found.lessons),
            concepts=len(concepts),
            taught=sum(one.depth >= Depth.TAUGHT for one in concepts),
            asked=sum(one.depth >= Depth.ASKED for one in concepts),
            practised=sum(one.challenges > 0 for one in concepts),
            answered=sum(one.depth >= Depth.ANSWERED for one in concepts),
            fewest=FEWEST,
        )
        return joined("\n", [summary, self._say(locale, "coverage-table", file=plain(_TABLE))])

    def _gaps(self, locale: Locale, found: Coverage) -> list[Released]:
        """Every kind of gap with the first that have it, and what closes it."""
        said = []
        for gap, some in found.gaps.items():
            if gap is Gap.LESSON:
                hidden = [one for one in some if found.homes.get(one.concept_id) in found.hidden]
                others = [one for one in some if one not in hidden]
                if hidden:
                    said.append(self._gap(locale, "coverage-gap-hidden", hidden))
                if others:
                    said.append(self._gap(locale, "coverage-gap-lesson", others))
            else:
                said.append(self._gap(locale, f"coverage-gap-{gap}", some))
        if found.unasked_lessons:
            names = [self._quoted(one.title) for one in found.unasked_lessons]
            said.append(
                self._say(
                    locale,
                    "coverage-gap-own",
                    count=len(names),
                    names=self._listed(locale, names),
                )
            )
        return said or [self._say(locale, "coverage-no-gaps")]

    def _gap(self, locale: Locale, key: str, some: "list[Covered] | tuple[Covered, ...]") -> Released:
        names = self._listed(locale, [self._quoted(one.name) for one in some])
        return self._say(locale, key, count=len(some), names=names, fewest=FEWEST)

    def _listed(self, locale: Locale, names: list[Released]) -> Released:
        listed = joined(_SEPARATORS[locale], names[:_NAMED])
        if len(names) <= _NAMED:
            return listed
        return self._say(locale, "coverage-and-more", names=listed, more=len(names) - _NAMED)

    def _rows(self, locale: Locale, found: Coverage) -> list[Row]:
        rows = [
            Row(
                (self._quoted(lesson.title), lesson.lesson_id),
                tuple((one.depth, one.challenges > 0) for one in lesson.concepts),
            )
            for lesson in found.lessons
        ]
        untaught = tuple((one.depth, one.challenges > 0) for one in found.concepts if not one.sections)
        if untaught:
            rows.insert(0, Row(self._label(locale, "coverage-nowhere"), untaught))
        return rows[:MOST_LESSONS]

    def _table(self, locale: Locale, found: Coverage) -> bytes:
        titles = {lesson.lesson_id: lesson.title for lesson in found.lessons}
        heading = [self._say(locale, f"coverage-column-{column}") for column in COLUMNS]
        missing = {one: {gap for gap, some in found.gaps.items() if one in some} for one in found.concepts}
        rows = [
            (
                one.name,
                _SEPARATORS[locale].join(titles[lesson] for lesson in dict(one.sections)),
                len(one.sections),
                one.questions,
                one.challenges,
                self._say(locale, "coverage-at-least", count=one.learners)
                if one.learners
                else self._say(locale, "coverage-fewer", fewest=FEWEST),
                _SEPARATORS[locale].join(
                    self._say(locale, f"coverage-missing-{gap}") for gap in Gap if gap in missing[one]
                ),
            )
            for one in found.concepts
        ]
        return as_csv(heading, rows)

    def _label(self, locale: Locale, key: str) -> Label:
        return self._say(locale, key), self._say(Locale.EN, key)
