"""The replies that code writes around, or instead of, a model's words."""

from collections.abc import Sequence
from datetime import datetime

from bot.lessons.show import show
from bot.lessons.values import Passage
from bot.llm.errors import ModelError
from bot.memory.values import Citation
from bot.safety import Guard, Verdict, in_words
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, block_quote, joined
from bot.texts.locales import Locale
from bot.tutor.grounding import Grounded, ground
from bot.tutor.work import Work

QUOTED_PASSAGES = 2
"""How many passages stand in for an answer."""

_NEAREST = 3
NEAR_ENOUGH = 0.2
"""Below this, the nearest sections have nothing to do with the question."""


class Composer:
    """Puts sentences of the catalogue, lesson passages and released model text together."""

    def __init__(self, texts: Texts, guard: Guard) -> None:
        self._texts = texts
        self._guard = guard

    def answered(
        self,
        locale: Locale,
        body: Released,
        citations: Sequence[Citation],
        *,
        notes: Sequence[Released],
        cut_at_limit: bool,
        has_own_words: bool = False,
        stopped: bool = False,
        closing: str = "",
    ) -> Released:
        """A model's answer with its notes above and its sources below, marked as written by an AI.

        `closing` is a question of the lesson's own for the learner to go on with.
        """
        sources = self.sources(locale, citations) if citations else self._texts.say(locale, "ask-uncited")
        parts = [self.under_way(body, notes=notes)]
        if stopped:
            parts.append(self._texts.say(locale, "ask-stopped"))
        elif cut_at_limit:
            parts.append(self._texts.say(locale, "ask-cut-at-limit"))
        if closing:
            parts.append(self._texts.say(locale, "ask-closing", question=self._guard.quote(closing)))
        small = [sources]
        if has_own_words and citations:
            small.append(self._texts.say(locale, "ask-own-words"))
        parts.append(joined("\n", [*small, self.made_by_ai(locale)]))
        return joined("\n\n", parts)

    def grounded(self, work: Work, body: Released) -> Grounded:
        """The model's words, marked where the passages do not have what they say."""
        mark = self._texts.say(work.language, "ask-not-from-course")
        return ground(body, work.passages, work.verdict.text, mark=mark)

    def made_by_ai(self, locale: Locale) -> Released:
        """The mark of whatever a model has written."""
        return self._texts.say(locale, "ask-made-by-ai")

    def quoted(
        self,
        locale: Locale,
        passages: Sequence[Passage],
        error: ModelError,
        *,
        notes: Sequence[Released],
        until: datetime | None = None,
    ) -> Released:
        """The best passages instead of an answer, with the reason why nothing was written, and `until` when that holds."""
        resets = plain("")
        if until is not None:
            moment = plain(f"<t:{int(until.timestamp())}:f>")
            resets = self._texts.say(locale, "quota-resets", when=moment)
        return joined(
            "\n\n",
            [
                *notes,
                joined("\n", [self._failed(locale, error), resets, self._texts.say(locale, "ask-quoting")]),
                *(self.passage(passage) for passage in passages[:QUOTED_PASSAGES]),
            ],
        )

    def _failed(self, locale: Locale, error: ModelError) -> Released:
        said = self._texts.say(locale, error.key)
        if not error.why:
            return said
        return joined(
            "\n", [said, self._texts.say(locale, "ask-paused-because", why=self._guard.quote(error.why))]
        )

    def not_in_course(
        self, locale: Locale, nearest: Sequence[Passage], *, score: float, notes: Sequence[Released]
    ) -> Released:
        """That the course does not cover the question, and which sections come nearest, where any is near at all.

        `score` is how likely, 0 to 1, the course covers the question.
        """
        found = [
            self._line(passage, locale) for passage in nearest[: _NEAREST if score >= NEAR_ENOUGH else 0]
        ]
        lines = [*notes, self._texts.say(locale, "ask-not-in-course")]
        if found:
            lines.append(joined("\n", [self._texts.say(locale, "ask-nearest"), *found]))
        lines.append(self._texts.say(locale, "ask-not-in-course-next"))
        return joined("\n\n", lines)

    def off_topic(self, locale: Locale, *, notes: Sequence[Released]) -> Released:
        """That the question is about something else than the course, and what can be asked instead."""
        return joined("\n\n", [*notes, self._texts.say(locale, "ask-off-topic")])

    def withheld(self, locale: Locale, passages: Sequence[Passage], *, notes: Sequence[Released]) -> Released:
        """That the model's answer was withheld, with the lesson's own passage instead."""
        return joined(
            "\n\n",
            [
                *notes,
                self._texts.say(locale, "safety-withheld"),
                *(self.passage(passage) for passage in passages[:1]),
            ],
        )

    def held_back(self, locale: Locale, nearest: Sequence[Passage], *, notes: Sequence[Released]) -> Released:
        """That an answer would tell what the learner still works on, and where they can read about it."""
        lines = [*notes, self._texts.say(locale, "ask-still-open")]
        if nearest:
            lines.append(
                joined(
                    "\n", [self._texts.say(locale, "ask-still-open-where"), self._line(nearest[0], locale)]
                )
            )
        return joined("\n\n", lines)

    def declined(self, locale: Locale, verdict: Verdict) -> Released:
        """The reply to a question that does not go on: support, or what was refused, why, and what to do instead."""
        return in_words(self._texts, locale, verdict)

    def under_way(self, body: Released, *, notes: Sequence[Released]) -> Released:
        """A model's words with what the learner is told about their question above them."""
        return joined("\n\n", [*notes, body])

    def notes(self, locale: Locale, verdict: Verdict) -> tuple[Released, ...]:
        """What the learner, and nobody else, is told about their question; nothing where nothing was found."""
        note = in_words(self._texts, locale, verdict)
        return (note,) if note else ()

    def _line(self, passage: Passage, locale: Locale) -> Released:
        return self._texts.say(
            locale,
            "ask-nearest-line",
            lesson=self._guard.quote(passage.lesson_title),
            section=self._guard.quote(passage.heading),
        )

    def passage(self, passage: Passage) -> Released:
        """A passage as a block quote under its lesson and section."""
        text = self._guard.quote(show(passage.text).strip())
        title = self._texts.say(
            passage.language,
            "ask-passage",
            lesson=self._guard.quote(passage.lesson_title),
            section=self._guard.quote(passage.heading),
        )
        return joined("\n", [title, block_quote(text)])

    def sources(self, locale: Locale, citations: Sequence[Citation]) -> Released:
        """The sections that an answer cites, a line each, small."""
        lines = [
            self._texts.say(
                locale,
                "ask-source",
                number=citation.number,
                lesson=self._guard.quote(citation.lesson_title),
                section=self._guard.quote(citation.heading),
            )
            for citation in citations
        ]
        return joined("\n", lines)
