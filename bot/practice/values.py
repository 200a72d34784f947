"""Values of practice that are kept: where a challenge stands, what an attempt came to.

Nothing of a hidden case stands in an attempt but its id and whether it passed: attempts are exported to their learners.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.learners.values import LearnerKey, Level
from bot.practice.challenges import Challenge, Kind
from bot.practice.verdicts import Score
from bot.texts.locales import Locale


class ChallengeState(StrEnum):
    """Whether learners see a challenge."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ChallengePlace:
    """Where a challenge stands: in the built-in bank (0) or in that of a server."""

    bank_id: int
    challenge_id: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A challenge as lists show it."""

    place: ChallengePlace
    version: int
    state: ChallengeState
    kind: Kind
    technique: str
    level: Level
    title: str


class State(StrEnum):
    """How far an attempt has come."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    """No model answered; it counts as no attempt."""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What one case came to. Of a hidden one, `outputs` and `missed` are empty."""

    passed: tuple[bool, ...]
    """For each run."""
    outputs: tuple[str, ...] = field(default=(), repr=False)
    """What the release gate let through; "" where it withheld."""
    missed: tuple[tuple[str, ...], ...] = ()
    """For each run, the labels of the checks that do not hold."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a challenge."""

    id: str
    key: LearnerKey
    place: ChallengePlace
    version: int
    number: int
    """Of the learner's tries at this challenge, from 1."""
    language: Locale
    model: str
    """"" for what needs none."""
    fingerprint: str
    """The same for the same prompt, model and version of the challenge."""
    prompt: str = field(repr=False)
    state: State = State.RUNNING
    results: Mapping[str, CaseResult] = field(default_factory=dict)
    share: float | None = None
    hidden_share: float | None = None
    passed: bool | None = None
    tokens: int = 0
    """That the runs took in all."""
    prompt_tokens: int = 0
    """Of the learner's prompt alone, by estimate: what counts on the board."""
    cost: Decimal | None = None
    failure: str | None = None
    """The key of the sentence that says why nothing came of it."""
    started_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state is not State.RUNNING


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a learner stands with a challenge."""

    hints: int = 0
    hint_after: str | None = None
    """Fingerprint of the newest attempt when the last hint was taken."""
    draft: str | None = field(default=None, repr=False)
    """What was written and has not run."""
    solved_at: datetime | None = None
    gave_up_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the solution is still closed."""
        return self.solved_at is None and self.gave_up_at is None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A challenge as one learner has it now."""

    challenge: Challenge
    place: ChallengePlace
    version: int
    progress: Progress
    today: int
    """Attempts made today."""
    attempt: Attempt | None = None
    """The one that is shown."""
    before: Attempt | None = None
    """The finished one before it."""
    score: Score | None = None
    done: int = 0
    """Cases that have run, of all, while it runs."""
    hint_is_open: bool = False
    fresh_hint: int | None = None
    """The hint that was just taken, from 0."""

    @property
    def left_today(self) -> int:
        """Attempts that are left today."""
        return max(0, self.challenge.budget.attempts - self.today)


@dataclass(frozen=True, slots=True)
class Rank:
    """One line of a board."""

    alias: str
    hidden_share: float
    prompt_tokens: int
    attempts: int
    solved: int = 1
    """Challenges that count, on the board of all."""
    is_own: bool = False
