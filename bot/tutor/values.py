"""What goes into a turn and what comes out of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.learners.values import LearnerKey, Level
from bot.memory.values import Turn
from bot.safety import Policy, Verdict
from bot.texts.kinds import Released
from bot.texts.locales import Locale

_USUAL = Policy()


class Style(StrEnum):
    """How an answer is to differ from the plain one; the value stands in a button's `custom_id`."""

    PLAIN = "plain"
    SIMPLER = "simpler"
    DEEPER = "deeper"
    EXAMPLE = "example"


class Mode(StrEnum):
    """How the tutor helps; the value is the choice of `/ask mode`."""

    EXPLAIN = "explain"
    HINT = "hint"
    """Step by step, each step after an attempt of the learner's."""
    CHECK = "check"
    """The learner explains in their own words, and hears what is right and what is missing."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A learner's question and what the tutor must know to answer it."""

    turn_id: str
    key: LearnerKey
    conversation_id: int
    """The channel or thread: what was said in one conversation is not a window into another."""
    question: str
    clean_question: str
    """The question without personal data: what may be written down while the turn is under way."""
    locale: Locale
    """The learner's language for notes and for questions without letters; the answer is in the question's."""
    level: Level
    goal: str = ""
    lesson_id: str | None = None
    style: Style = Style.PLAIN
    mode: Mode = Mode.EXPLAIN
    paused: bool = False
    """The learner has paused their memory: nothing of this turn is to be stored beyond its end."""
    shared: bool = False
    policy: Policy = _USUAL
    """The content policy of the server that the question was asked in."""
    verdict: Verdict | None = field(default=None, repr=False)
    """What our own filters say of the question by that policy, where they were asked already."""
    public_locale: Locale = Locale.EN
    """The server's language, for the buttons of an answer for all to see."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The question passed the filters; only now may anything of this turn be shown to others."""

    question: Released
    """The question as it may be shown."""
    notes: tuple[Released, ...] = ()
    """What is said of the question to the learner alone, such as what was taken out of it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The answer so far, whole from its start."""

    text: Released


@dataclass(frozen=True, slots=True)
class Answer:
    """The end of a turn: it is already remembered, and may be shown."""

    text: Released
    turn: Turn
    remembered: bool = True
    """False while the learner's memory is paused: what needs the turn later cannot be offered."""


TurnEvent = Accepted | Progress | Answer
"""What a turn yields, in this order; `Progress` any number of times."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a turn and how long it took, in milliseconds."""

    name: str
    ms: int


@dataclass(frozen=True, slots=True)
class PassageSeen:
    """A passage that the turn found, with its score."""

    lesson_id: str
    section_id: str
    heading: str
    score: float


@dataclass(slots=True)
class Trace:
    """How an answer came about: for *Why this answer?* and for finding faults. It holds no text of a person."""

    stages: list[Stage] = field(default_factory=list)
    passages: list[PassageSeen] = field(default_factory=list)
    evidence: float = 0.0
    enough: bool = False
    lesson_id: str = ""
    """The one lesson that was searched; empty for all."""
    input_action: str = ""
    input_category: str = ""
    input_rule: str = ""
    input_score: float = 0.0
    input_threshold: float = 0.0
    """From which score on the server lets the category count."""
    input_language: str = ""
    output_category: str = ""
    mode: str = Mode.EXPLAIN.value
    style: str = Style.PLAIN.value
    rung: int = 0
    """How far up the ladder of hints this one stands; 0 outside it."""
    move: str = ""
    """What the message did on that ladder; empty outside it."""
    prompt: str = ""
    model: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: str = ""
    quoting_because: str = ""
    remembered_turns: int = 0
    remembered_facts: int = 0
