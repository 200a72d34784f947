"""What stands below a page of a lesson: the table of contents, back and forth, and what can be done with the section."""

import discord
from discord import ui

from bot.discord_io.components import Components, Option
from bot.lessons.values import Lesson, Section
from bot.safety import Guard
from bot.texts.locales import Locale

_OPTIONS = 25
_LABEL = 100


class Reader:
    """The controls of a page."""

    def __init__(self, components: Components, guard: Guard) -> None:
        self._components = components
        self._guard = guard

    def view(
        self,
        locale: Locale,
        lesson: Lesson,
        section: Section,
        page: int,
        pages: int,
        *also: ui.Item[ui.View],
    ) -> ui.View:
        """All of them for one page of so many; `also` comes behind."""
        return self._components.view(
            self._contents(locale, lesson, section),
            *self._back(locale, lesson, section, page),
            self._onward(locale, lesson, section, page, pages),
            self._components.button(locale, "reading-button-ask", "lesson.ask", lesson.id, section.id, row=1),
            self._components.button(locale, "ask-button-quiz", "check.section", lesson.id, section.id, row=1),
            *also,
        )

    def _contents(self, locale: Locale, lesson: Lesson, section: Section) -> ui.Select[ui.View]:
        return self._components.select(
            locale,
            "reading-contents",
            "lesson.jump",
            lesson.id,
            options=[
                Option(one.id, self._guard.quote(one.heading[:_LABEL]), chosen=one.id == section.id)
                for one in around(lesson, section)
            ],
            row=0,
        )

    def _back(self, locale: Locale, lesson: Lesson, section: Section, page: int) -> list[ui.Button[ui.View]]:
        """To the page before, or the section before; nothing on the first page of all."""
        if page > 0:
            place = (section.id, page - 1)
        elif section.ordinal > 0:
            place = (lesson.sections[section.ordinal - 1].id, 0)
        else:
            return []
        return [
            self._components.button(locale, "reading-button-back", "lesson.page", lesson.id, *place, row=1)
        ]

    def _onward(
        self, locale: Locale, lesson: Lesson, section: Section, page: int, pages: int
    ) -> ui.Button[ui.View]:
        """To the next page; behind the last one the section is read."""
        is_end = section.ordinal + 1 == len(lesson.sections) and page + 1 == pages
        place: tuple[str, tuple[str | int, ...]] = (
            ("lesson.page", (section.id, page + 1)) if page + 1 < pages else ("lesson.onward", (section.id,))
        )
        return self._components.button(
            locale,
            "reading-button-finish" if is_end else "reading-button-onward",
            place[0],
            lesson.id,
            *place[1],
            style=discord.ButtonStyle.primary,
            row=1,
        )


def around(lesson: Lesson, section: Section) -> tuple[Section, ...]:
    """The sections that the table of contents shows: all, or of more than a menu holds those around the open one."""
    first = max(0, min(section.ordinal - _OPTIONS // 2, len(lesson.sections) - _OPTIONS))
    return lesson.sections[first : first + _OPTIONS]
