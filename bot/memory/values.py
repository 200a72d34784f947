"""What the tutor remembers of a conversation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.learners.values import LearnerKey
from bot.texts.kinds import Released
from bot.texts.locales import Locale


class Outcome(StrEnum):
    """How a turn ended."""

    ANSWERED = "answered"
    QUOTED = "quoted"
    NOT_IN_COURSE = "not_in_course"
    REFUSED = "refused"
    SUPPORTED = "supported"
    WITHHELD = "withheld"
    NOTED = "noted"
    """The learner asked to have something remembered or forgotten."""
    OFF_TOPIC = "off_topic"
    """It was about something else than generative AI altogether."""


TEACHING = frozenset({Outcome.ANSWERED, Outcome.QUOTED, Outcome.NOT_IN_COURSE})
"""How those turns ended that may return into a prompt."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A section that an answer draws on; `number` is how the answer refers to it."""

    number: int
    lesson_id: str
    section_id: str
    lesson_title: str
    heading: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what the learner was shown in return."""

    id: str
    key: LearnerKey
    conversation_id: int
    asked_at: datetime
    locale: Locale
    question: str
    answer: Released
    """As it was shown."""
    outcome: Outcome
    citations: tuple[Citation, ...]
    shared: bool
    """Whether it was shown in the channel; such a turn takes nothing of what was said in private."""
    trace: Mapping[str, object]
    """How the answer came about, for *Why this answer?*; it holds no text of a person. Written by the tutor."""
    place: int = 0
    """Its place in its conversation, from 1; 0 before it is remembered. Places of forgotten turns stay empty."""


class Spot(NamedTuple):
    """Where a turn stands, and how much it says; a tuple, since a hundred of them are made for each question."""

    number: int
    conversation_id: int
    place: int
    terms: int
    """Terms in it, as often as they occur; 0 where it is not found by its words."""

    @property
    def where(self) -> tuple[int, int]:
        """Its conversation and its place in it."""
        return self.conversation_id, self.place


@dataclass(frozen=True, slots=True)
class Standing:
    """What a learner knows and has missed in quizzes: names of concepts, the surest first."""

    known: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
