"""What the parts of /teach lesson share: the lists that open while a moderator types, and the buttons under a lesson."""

from enum import Enum
from typing import Any, Literal

import discord
from discord import app_commands, ui

from bot.discord_io.moderators import Power, moderates
from bot.discord_io.router import OldButton
from bot.lessons.authoring import Draft, OwnLesson, SharedLesson, State
from bot.lessons.importing.sentences import ReportWords
from bot.lessons.values import READING_ORDER
from bot.texts.catalogue import plain
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from cogs.teach.part import Part

Language = Literal["en", "zh-CN", "zh-TW"]
Choices = list[app_commands.Choice[str]]

MOST = 25
LABEL = 100
MESSAGE = 2000
ALL_DRAFTS = "+all"
"""Stands for all drafts of a server where one lesson could be named; no lesson's id begins so."""
NEVER = discord.AllowedMentions.none()


class Among(Enum):
    """Which lessons a list offers."""

    OWN = "own"
    TO_PUBLISH = "to publish"
    TO_HIDE = "to hide"
    TO_BRING_BACK = "to bring back"


class LessonPart(Part):
    """A part of /teach lesson."""

    async def _lessons(self, interaction: discord.Interaction, typed: str, among: Among) -> Choices:
        """Lessons by what was typed, with where they stand; for moderators alone, since drafts have names."""
        server_id = interaction.guild_id
        if server_id is None or not await moderates(interaction, Power.WRITE):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        find, shared = self._services.authoring.matching, self._services.authoring.shared_matching
        own: tuple[OwnLesson, ...] = ()
        others: tuple[SharedLesson, ...] = ()
        match among:
            case Among.OWN:
                own = await find(server_id, typed)
            case Among.TO_PUBLISH:
                own = await find(server_id, typed, State.DRAFT, State.CHANGED)
                others = await shared(server_id, typed, hidden=True)
            case Among.TO_HIDE:
                own = await find(server_id, typed, State.PUBLISHED, State.CHANGED)
                others = await shared(server_id, typed, hidden=False)
            case Among.TO_BRING_BACK:
                own = await find(server_id, typed, *State)
        named: list[tuple[str, str]] = []
        if among is Among.TO_PUBLISH and len(own) > 1 and not typed:
            named.append((self._say(locale, "teach-lesson-all-drafts", count=len(own)), ALL_DRAFTS))
        named += [(self._named(locale, one), one.id) for one in own]
        key = "teach-lesson-choice-hidden" if among is Among.TO_PUBLISH else "teach-lesson-choice-built-in"
        named += [
            (self._say(locale, key, lesson=self._quoted(_cut(one.title(locale), 70))), one.id)
            for one in others
        ]
        return [app_commands.Choice(name=name[:LABEL], value=value) for name, value in named[:MOST]]

    def _named(self, locale: Locale, lesson: OwnLesson) -> Released:
        return self._say(
            locale,
            f"teach-lesson-choice-{lesson.state}",
            lesson=self._quoted(_cut(lesson.title(locale), 70)),
            newest=lesson.newest,
            published=lesson.published or 0,
        )

    async def _versions(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[int]]:
        """The versions of the lesson that was chosen before."""
        server_id = interaction.guild_id
        if server_id is None or not await moderates(interaction, Power.WRITE):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        lesson_id = str(getattr(interaction.namespace, "lesson", ""))
        entries = await self._services.authoring.history(server_id, lesson_id)
        return [
            app_commands.Choice(
                name=self._say(
                    locale,
                    "teach-lesson-choice-version",
                    version=one.number,
                    day=plain(f"{one.made_at:%Y-%m-%d %H:%M}"),
                ),
                value=one.number,
            )
            for one in entries
            if str(one.number).startswith(typed.strip())
        ][:MOST]

    def _language(self, locale: Locale, language: Locale) -> Released:
        return self._say(locale, f"memory-language-{language}")

    def _words(self, locale: Locale) -> ReportWords:
        return ReportWords(self._services.texts, locale, self._services.guard.quote)

    def _after(
        self, locale: Locale, lesson_id: str, *, publish: bool, edit: Locale | None = None
    ) -> tuple[ui.Button[Any], ...]:
        """What can be done next with a lesson."""
        make = self._client.components.button
        buttons: list[ui.Button[Any]] = []
        if edit is not None:
            buttons.append(make(locale, "teach-lesson-button-edit", "teach.edit", lesson_id, edit.value))
        buttons.append(
            make(locale, "teach-lesson-button-preview", "teach.see", lesson_id, 0, locale.value, 0, 0)
        )
        if publish:
            buttons.append(
                make(
                    locale,
                    "teach-lesson-button-publish",
                    "teach.publish",
                    lesson_id,
                    style=discord.ButtonStyle.primary,
                )
            )
        return tuple(buttons)

    def _missing(self, locale: Locale, draft: Draft) -> list[Released]:
        return [
            self._say(locale, "teach-lesson-missing", language=self._language(locale, language), count=count)
            for language, count in draft.missing.items()
        ]


def spoken(code: str) -> Locale:
    """The language in a button's id. Raises `OldButton` for one that we do not speak."""
    try:
        return Locale(code)
    except ValueError:
        raise OldButton from None


def nearest(languages: "set[Locale]", own: Locale) -> Locale:
    """Of these languages the one nearest to the moderator's; the moderator's own where there is none."""
    return next((one for one in READING_ORDER[own] if one in languages), own)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
