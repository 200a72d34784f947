"""The ladder of hints: which help comes next is decided here, by what the learner tried, and never by a model.

restate → pointer → narrowed step → worked sibling → explained answer. A rung unlocks by an attempt, not by begging, and none
is given twice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from bot.tutor.follow_up import says_nothing
from bot.tutor.store import Ladder
from bot.tutor.terms import Terms

STANDS_FOR = timedelta(hours=24)
"""How long a ladder waits for the next attempt."""

_NEW_WORDS = 2
"""Terms beyond those of the question that make a message an attempt at it."""
_SAME_SUBJECT = 0.3
"""Share of a question's terms from which on it is the question that the ladder stands at."""

_BEGS = re.compile(
    r"\b(?:tell|give|show) me\b|\bi (?:don['’]?t|do not) know\b|\bno idea\b|\bi give up\b|\bidk\b|\bskip (?:it|this)\b"
    r"|\b(?:next|another|more) hints?\b|(?<!my )\b(?:answers?|answer sheet|key|solution)\b|\b(?:right|correct) (?:one|option)\b"
    r"|\b(?:pretend|ignore|reveal|print|output|roleplay|role-play|imagine you|act as|you are now|system prompt)\b"
    r"|告诉我|告訴我|直接(?:给|給|说|說)|(?<!我的)答案|不知道|不会做|不會做|放弃|放棄|求求?你|下一[个個]提示|再(?:给|給).{0,3}提示|没有?头绪|沒有?頭緒"
    r"|随便|隨便|正确选项|正確選項|假装|假裝|扮演|输出|輸出|忽略|念出来|唸出來|系统提示|系統提示",
    re.IGNORECASE,
)
"""Asking for the answer instead of trying, and playing roles or tricks to get it."""

_ASKS_ANEW = re.compile(
    r"^(?:so |and |ok(?:ay)?[,.]? |please )*(?:what|how|why|which|when|who|where|explain)\b|(?:什么|什麼|怎么|怎麼|为什么|為什麼|如何)",
    re.IGNORECASE,
)


class Rung(IntEnum):
    """The help that a learner has got, from the least to the most."""

    RESTATE = 1
    POINTER = 2
    NARROWED = 3
    SIBLING = 4
    EXPLAINED = 5


class Move(StrEnum):
    """What a message does on the ladder."""

    BEGIN = "begin"
    UP = "up"
    STAY = "stay"
    """It begged, or repeated what was there: nothing new is unlocked, and nothing is said again."""


@dataclass(frozen=True, slots=True)
class Step:
    """A move, and where the learner stands after it."""

    move: Move
    ladder: Ladder

    @property
    def rung(self) -> Rung:
        """The help to give now."""
        return Rung(self.ladder.rung)


def stands(ladder: Ladder | None, message: str, *, now: datetime, terms: Terms) -> bool:
    """Whether a message belongs to the ladder, and does not ask something new."""
    if ladder is None or ladder.moved_at < now - STANDS_FOR:
        return False
    if begs(message) or not _ASKS_ANEW.search(message) or says_nothing(message):
        return True
    asked = set(terms(message))
    return not asked or len(asked & set(terms(ladder.question))) >= _SAME_SUBJECT * len(asked)


def step(
    ladder: Ladder | None,
    message: str,
    *,
    before: Sequence[str],
    place: tuple[str, str],
    subject: str,
    now: datetime,
    terms: Terms,
) -> Step:
    """Where a message leads.

    `before` is what the learner wrote lately, `place` the lesson and section that the question is about, `subject` what
    the lessons say on it.
    """
    if ladder is None or not stands(ladder, message, now=now, terms=terms):
        lesson_id, section_id = place
        return Step(Move.BEGIN, Ladder(message, lesson_id, section_id, Rung.RESTATE, 0, now))
    if not is_attempt(message, ladder.question, before=before, subject=subject, terms=terms):
        return Step(Move.STAY, ladder)
    rung = min(ladder.rung + 1, Rung.EXPLAINED)
    return Step(Move.UP, replace(ladder, rung=rung, attempts=ladder.attempts + 1, moved_at=now))


def begs(message: str) -> bool:
    """Whether a message asks for the answer instead of trying."""
    return _BEGS.search(message) is not None


def asks_nothing(message: str) -> bool:
    """Whether a message only begs or gives up: it names nothing to give hints on, and nothing to compare."""
    return says_nothing(_BEGS.sub(" ", message.replace("直接", " ")))


def is_attempt(message: str, question: str, *, before: Sequence[str], subject: str, terms: Terms) -> bool:
    """Whether a message tries to answer the question.

    It brings words of its own, some of them about the subject, begs for nothing, and is no repetition.
    """
    if begs(message):
        return False
    said = set(terms(message))
    if any(said == set(terms(one)) for one in before):
        return False
    own = said - set(terms(question))
    return len(own) >= _NEW_WORDS and bool(own & set(terms(subject)))


def gives_away(text: str, keys: Sequence[str], question: str, terms: Terms) -> bool:
    """Whether a hint says a key, also in other order and with other small words.

    Counted are the terms that tell a key from its question: half of them are too many.
    """
    said = set(terms(text))
    for key in keys:
        telling = set(terms(key)) - set(terms(question))
        if telling and len(telling & said) * 2 >= len(telling):
            return True
    return False
