"""What a learner answers, and whether it is right: decided here, in code, and nowhere else.

Pure functions. Answers name options and steps by their place in the item, never by their place on a shuffled card.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.quiz.folding import same, stands_in
from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Ordering, OwnWords, Short
from bot.quiz.reading import number_from
from bot.texts.errors import PersonError

LONGEST_ANSWER = 1500
"""Characters of an answer in one's own words."""

_SCALES = {
    "千": 10**3,
    "k": 10**3,
    "万": 10**4,
    "萬": 10**4,
    "百万": 10**6,
    "百萬": 10**6,
    "m": 10**6,
    "亿": 10**8,
    "億": 10**8,
}
_NUMBER = re.compile(
    r"(?:about|approximately|approx\.?|ca\.?|约|大约|約|大約|[~≈=])?\s*(?P<number>[+-]?(?:\d[\d,' ]*(?:[.,]\d+)?|\.\d+)(?:e[+-]?\d{1,2})?)\s*(?P<scale>百万|百萬|千|万|萬|亿|億|k\b|m\b)?",
    re.IGNORECASE,
)


class NotANumber(PersonError):
    """A number is wanted, and what was typed holds none."""

    key = "quiz-not-a-number"


class EmptyAnswer(PersonError):
    """Nothing was typed."""

    key = "quiz-empty-answer"


class SamePlaceTwice(PersonError):
    """The same step was put on two places."""

    key = "quiz-same-place-twice"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner answered; not to be confused with whether it is right."""

    chosen: tuple[int, ...] = ()
    """Choice: the options. Ordering: the steps, in the learner's order. Matching: for each pair the right side."""
    text: str = ""
    """What was typed."""
    is_unsure: bool = False
    """“I'm not sure”: counts as not known, and tells more than a guess."""

    def as_data(self) -> Mapping[str, Any]:
        """How it is stored."""
        return {"chosen": list(self.chosen), "text": self.text, "unsure": self.is_unsure}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Answer":
        """What was stored."""
        return cls(tuple(data["chosen"]), data["text"], data["unsure"])


NOT_SURE = Answer(is_unsure=True)


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth."""

    score: float
    """0 to 1; parts count where an item has parts."""
    is_right: bool
    """All of it is right."""
    trap: int | None = None
    """Index of the wrong answer that was foreseen and given: an option of a single choice, a trap."""
    parts: tuple[bool, ...] = ()
    """Which parts are right: options, steps, pairs, points."""


def grade(item: Item, answer: Answer) -> Grade:
    """What `answer` is worth. Raises `NotANumber`, `EmptyAnswer` or `SamePlaceTwice` for what is no answer."""
    task = item.task
    if answer.is_unsure:
        return Grade(0.0, is_right=False)
    match task:
        case Choice():
            return _chosen(item, task, frozenset(answer.chosen))
        case Ordering():
            if sorted(answer.chosen) != list(range(len(task.steps))):
                raise SamePlaceTwice
            return _parts(tuple(place == step for place, step in enumerate(answer.chosen)))
        case Matching():
            return _parts(tuple(place == right for place, right in enumerate(answer.chosen)))
        case Numeric():
            return _number(task, answer.text)
        case Short():
            return _words(task, answer.text)
        case OwnWords():
            return _points(task, answer.text)


def number_in(text: str) -> Decimal | None:
    """The number that somebody typed: 4,096, 4 096, 0,7, 1.5e3, 12 万, about 30 %; None where there is none."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold().replace("，", ",").replace("−", "-")
    found = _NUMBER.match(plain)
    if found is None or len(plain) > 60:
        return None
    rest = plain[found.end() :]
    if re.search(r"\d", rest):
        return None
    written = found["number"].replace(" ", "").replace("'", "").strip(",")
    comma = re.fullmatch(r"([+-]?\d+),(\d+)", written)
    if comma and (len(comma[2]) != 3 or comma[1].lstrip("+-") == "0"):
        written = written.replace(",", ".")  # a decimal comma: 0,7
    number = number_from(written.replace(",", ""))
    if number is None:
        return None
    return number * _SCALES[found["scale"]] if found["scale"] else number


def _chosen(item: Item, task: Choice, chosen: frozenset[int]) -> Grade:
    if not chosen or not chosen <= set(range(len(task.options))):
        raise EmptyAnswer
    is_right = chosen == task.key
    if item.kind is not Kind.MULTIPLE:
        return Grade(float(is_right), is_right, None if is_right else min(chosen))
    hits, slips = len(chosen & task.key), len(chosen - task.key)
    parts = tuple((number in chosen) is option.right for number, option in enumerate(task.options))
    return Grade(max(0.0, (hits - slips) / len(task.key)), is_right, parts=parts)


def _parts(parts: tuple[bool, ...]) -> Grade:
    return Grade(sum(parts) / len(parts), all(parts), parts=parts)


def _number(task: Numeric, text: str) -> Grade:
    number = number_in(text)
    if number is None:
        raise NotANumber
    if abs(number - task.answer) <= task.margin:
        return Grade(1.0, is_right=True)
    trap = next((at for at, trap in enumerate(task.traps) if trap.answer == number), None)
    return Grade(0.0, is_right=False, trap=trap)


def _words(task: Short, text: str) -> Grade:
    if not text.strip():
        raise EmptyAnswer
    if any(same(text, accepted) for accepted in task.accepted):
        return Grade(1.0, is_right=True)
    trap = next(
        (at for at, trap in enumerate(task.traps) if any(same(text, answer) for answer in trap.answers)), None
    )
    return Grade(0.0, is_right=False, trap=trap)


def _points(task: OwnWords, text: str) -> Grade:
    if not text.strip():
        raise EmptyAnswer
    parts = tuple(any(stands_in(word, text) for word in point.words) for point in task.points)
    made = sum(parts)
    return Grade(min(1.0, made / task.needed), made >= task.needed, parts=parts)
