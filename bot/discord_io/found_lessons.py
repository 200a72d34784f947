"""What a search in the lessons found, as a message: passages with the searched words marked, and a way to each section."""

from collections.abc import Sequence

from discord import ui
from discord.utils import escape_markdown

from bot.discord_io.components import Components, Option
from bot.lessons.highlight import Piece, excerpt
from bot.lessons.values import Evidence, Passage
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_LABEL = 100
_QUERY = 100


class FoundLessons:
    """Renders what was found."""

    def __init__(self, texts: Texts, components: Components, guard: Guard) -> None:
        self._say = texts.say
        self._components = components
        self._guard = guard

    def text(self, locale: Locale, query: str, evidence: Evidence) -> Released:
        """The passages, best first; where they hardly fit, or nothing was found, that is said."""
        if not evidence.passages:
            key = "reading-search-nothing"
        else:
            key = "reading-search-found" if evidence.enough else "reading-search-hardly"
        words = " ".join(query.split())
        shown = words if len(words) <= _QUERY else f"{words[:_QUERY]}…"
        head = self._say(locale, key, query=self._guard.quote(escape_markdown(shown)))
        return joined("\n\n", [head, *(self._passage(locale, query, one) for one in evidence.passages)])

    def view(self, locale: Locale, passages: Sequence[Passage]) -> ui.View:
        """A menu of the sections; the list of lessons where there are none."""
        if not passages:
            return self._components.view(
                self._components.button(locale, "reading-button-list", "lesson.list")
            )
        options = [
            Option(
                f"{one.lesson_id}/{one.section_id}",
                self._guard.quote(one.heading[:_LABEL]),
                description=self._guard.quote(one.lesson_title[:_LABEL]),
            )
            for one in passages
        ]
        return self._components.view(
            self._components.select(locale, "reading-search-open", "lesson.found", options=options)
        )

    def _passage(self, locale: Locale, query: str, passage: Passage) -> Released:
        return self._say(
            locale,
            "reading-search-passage",
            lesson=self._guard.quote(passage.lesson_title),
            section=self._guard.quote(passage.heading),
            text=self._guard.quote("".join(map(_marked, excerpt(passage.text, query)))),
        )


def _marked(piece: Piece) -> str:
    words = escape_markdown(piece.text)
    return f"**{words}**" if piece.is_match else words
