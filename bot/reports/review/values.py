"""What a reported reply can be, become, and lead to."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.memory.values import Turn
from bot.reports.review.store import Case
from bot.texts.errors import PersonError
from bot.tutor.shown.store import Shown

REMARK_LENGTH = 500
"""Characters of a reporter's remark that are kept."""


class Kind(StrEnum):
    """What was reported."""

    ANSWER = "answer"
    REFUSAL = "refusal"
    """That the filters declined a question."""
    MESSAGE = "message"
    """Any other message that the reporter could see."""
    GENERATED = "generated"
    """What a model wrote in an explainer, a comparison or a challenge."""
    QUESTION = "question"
    """A question of a quiz that does badly; nobody reported it."""


class State(StrEnum):
    """How far a case is."""

    OPEN = "open"
    CLAIMED = "claimed"
    UPHELD = "upheld"
    """The report was right: the answer is taken back."""
    DISMISSED = "dismissed"
    CORRECTED = "corrected"


DECIDED = frozenset({State.UPHELD, State.DISMISSED, State.CORRECTED})


class Reported(StrEnum):
    """What became of a report."""

    NEW = "new"
    BEFORE = "before"
    """This person had reported it already."""
    DECIDED = "decided"
    """Moderators have looked at this reply already and left it as it is."""
    CRISIS = "crisis"
    """It speaks of somebody's distress, which no moderator is shown; nothing was kept."""


class NoticeKind(StrEnum):
    """What somebody is told about a decision; the value is part of its sentence's key."""

    CORRECTED = "corrected"
    """To whoever had asked in private: what the answer should have been."""
    WITHDRAWN = "withdrawn"
    """To whoever had asked in private: that the answer was wrong."""
    UPHELD = "upheld"
    """To a reporter."""
    DISMISSED = "dismissed"
    """To a reporter."""


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for a moderator."""

    waiting: tuple[Case, ...]
    elsewhere: int
    """Cases that other moderators have claimed."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and what has to follow from it in Discord."""

    case: Case
    turn: Turn | None = None
    """The turn as it is remembered now, where its answer was changed."""
    shown: tuple[Shown, ...] = ()
    """Where the old answer stands."""
    tell: tuple[int, ...] = field(default=(), repr=False)
    """People for whom a notice waits."""


class CaseGone(PersonError):
    """The case is not there any more, or was decided."""

    key = "review-gone"


class CaseTaken(PersonError):
    """Another moderator is looking at the case."""

    key = "review-taken"


class CorrectionUnsafe(PersonError):
    """The filters would not show the correction to a learner."""

    key = "review-correction-unsafe"
