"""What is said about an answer: whether it is right, why what was chosen is or is not, and the key with its reason."""

from collections.abc import Iterator
from functools import lru_cache

from bot.quiz.attempts.answers import Answer, Grade
from bot.quiz.attempts.values import Question
from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Ordering, OwnWords, Short
from bot.quiz.writing import plain_number
from bot.safety import Guard
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_LETTERS = "ABCDEFGH"
_BAR = 10
AUTHORED = 1024
"""Texts of questions that are kept ready to be shown; never what somebody typed."""
_TYPED = 400
"""Characters of a typed answer that are repeated."""


def letter_of(line: int) -> str:
    """The letter of a card's line."""
    return _LETTERS[line]


def quiz_bar(done: int, whole: int) -> Released:
    """How far it is."""
    filled = round(_BAR * done / whole)
    return plain("▰" * filled + "▱" * (_BAR - filled))


class QuizFeedback:
    """Sentences about an answered question."""

    def __init__(self, texts: Texts, guard: Guard) -> None:
        self._say = texts.say
        self._own_words_of = guard.quote
        self._quote = lru_cache(AUTHORED)(guard.quote)  # the same few words, over and over

    def of(self, question: Question, locale: Locale) -> Iterator[Released]:
        """The stem again, the verdict, what was answered, the key, and what may lie behind a slip."""
        item, answer, grade = question.item, question.answer, question.grade
        yield self._quote(item.stem)
        if answer is None or grade is None:
            return
        yield self._verdict(answer, grade, question.hints, locale)
        match item.task:
            case Choice() if item.kind is Kind.MULTIPLE:
                yield self._several(question, item.task, answer, locale)
            case Choice():
                yield from self._one(question, item.task, answer, locale)
            case Ordering():
                yield self._order(item.task, grade, locale)
            case Matching():
                yield self._pairs(item.task, grade, locale)
            case Numeric():
                yield from self._typed(answer, [trap.why for trap in item.task.traps], grade, locale)
                unit = f" {item.task.unit}" if item.task.unit else ""
                key = self._quote(f"{plain_number(item.task.answer)}{unit}")
                yield self._say(locale, "quiz-key", answer=key)
            case Short():
                yield from self._typed(answer, [trap.why for trap in item.task.traps], grade, locale)
                yield self._say(locale, "quiz-key", answer=self._quote(item.task.accepted[0]))
            case OwnWords():
                yield from self._own_words(item.task, answer, grade, locale)
        if item.why:
            yield self._quote(item.why)
        behind = _misconception(item, answer, grade)
        if behind in item.misconceptions:
            yield self._say(locale, "quiz-misconception", sentence=self._quote(item.misconceptions[behind]))

    def _verdict(self, answer: Answer, grade: Grade, hints: int, locale: Locale) -> Released:
        if answer.is_unsure:
            return self._say(locale, "quiz-unsure")
        if grade.is_right and hints:
            return self._say(locale, "quiz-right-with-hints", count=hints)
        if grade.is_right:
            return self._say(locale, "quiz-right")
        if grade.score > 0:
            return self._say(locale, "quiz-partly")
        return self._say(locale, "quiz-wrong")

    def _one(self, question: Question, task: Choice, answer: Answer, locale: Locale) -> Iterator[Released]:
        key = min(task.key)
        if answer.chosen and answer.chosen[0] != key:
            wrong = task.options[answer.chosen[0]]
            yield self._say(
                locale,
                "quiz-chosen",
                option=self._named(question, answer.chosen[0], locale),
                why=self._quote(wrong.why),
            )
        yield self._say(
            locale,
            "quiz-key-option",
            option=self._named(question, key, locale),
            why=self._quote(task.options[key].why),
        )

    def _named(self, question: Question, at: int, locale: Locale) -> Released:
        """An option by its letter on this card and its text."""
        if question.item.kind is Kind.TRUE_FALSE:
            return self._say(locale, "quiz-button-true" if at == 0 else "quiz-button-false")
        task = question.item.task
        text = task.options[at].text if isinstance(task, Choice) else ""
        return joined(" ", [plain(letter_of(question.order.index(at))), self._quote(text)])

    def _several(self, question: Question, task: Choice, answer: Answer, locale: Locale) -> Released:
        lines = []
        for at in question.order:
            option, was_chosen = task.options[at], at in answer.chosen
            if option.right:
                key = "quiz-line-hit" if was_chosen else "quiz-line-missed"
            else:
                key = "quiz-line-slip" if was_chosen else "quiz-line-left"
            named = self._named(question, at, locale)
            lines.append(self._say(locale, key, option=named, why=self._quote(option.why)))
        return joined("\n", lines)

    def _order(self, task: Ordering, grade: Grade, locale: Locale) -> Released:
        lines = [
            joined("", [_mark(grade, at), plain(f"**{at + 1}** "), self._quote(step)])
            for at, step in enumerate(task.steps)
        ]
        return joined("\n", [self._say(locale, "quiz-key-order"), *lines])

    def _pairs(self, task: Matching, grade: Grade, locale: Locale) -> Released:
        lines = []
        for at, pair in enumerate(task.pairs):
            line = [_mark(grade, at), self._quote(pair.left), plain(" → "), self._quote(pair.right)]
            lines.append(joined("", line))
            if pair.why:
                lines.append(joined("", [plain("-# "), self._quote(pair.why)]))
        return joined("\n", [self._say(locale, "quiz-key-pairs"), *lines])

    def _typed(self, answer: Answer, reasons: list[str], grade: Grade, locale: Locale) -> Iterator[Released]:
        if answer.text and not grade.is_right:
            yield self._say(locale, "quiz-typed", answer=self._own_words_of(answer.text[:_TYPED]))
        if grade.trap is not None:
            yield self._quote(reasons[grade.trap])

    def _own_words(self, task: OwnWords, answer: Answer, grade: Grade, locale: Locale) -> Iterator[Released]:
        if answer.text:
            yield self._say(locale, "quiz-typed", answer=self._own_words_of(answer.text[:_TYPED]))
        lines = [
            joined("", [_mark(grade, at), self._quote(point.text)]) for at, point in enumerate(task.points)
        ]
        yield joined("\n", [self._say(locale, "quiz-points", needed=task.needed), *lines])
        yield self._say(locale, "quiz-example", example=self._quote(task.example))


def _mark(grade: Grade, at: int) -> Released:
    if not grade.parts:
        return plain("")
    return plain("✅ " if grade.parts[at] else "▫️ ")


def _misconception(item: Item, answer: Answer, grade: Grade) -> str:
    """Id of what may lie behind a wrong answer; empty where nothing is known or nothing was wrong."""
    if grade.is_right or answer.is_unsure:
        return ""
    found: str | None = item.misconception
    match item.task:
        case Choice():
            slips = [
                option.misconception
                for at, option in enumerate(item.task.options)
                if at in answer.chosen and not option.right
            ]
            found = next((slip for slip in slips if slip), None)
        case Numeric() | Short() if grade.trap is not None:
            found = item.task.traps[grade.trap].misconception or found
    return found or ""
