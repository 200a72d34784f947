"""What a challenge is: one task in one language, with its cases, its budgets and what is said at the end.

Values only. All text is as its author wrote it: plain `str`, never shown before the edge has made it harmless.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.learners.values import Level
from bot.practice.assertions import Assertion

REFERENCE, BAD, SHOWN = "reference", "bad", "shown"
"""Names of prompts that mean something: the model answer, the one that must fail, the one that is looked at."""
SLOT = "{input}"
"""Where the text of a case goes in a prompt; without it, the text follows the prompt."""


class Kind(StrEnum):
    """What is to be done."""

    RUN = "run"
    """Write a prompt; it runs on all cases."""
    BETTER = "better"
    """Pick the better of two prompts and say why."""
    ORDER = "order"
    """Put the parts of a prompt into an order."""
    FLAW = "flaw"
    """Find what is wrong with a prompt."""
    PREDICT = "predict"
    """Say on which cases a prompt fails."""


class Place(StrEnum):
    """What a learner's prompt becomes."""

    TEMPLATE = "template"
    """One message, with the case's text in its place."""
    SYSTEM = "system"
    """The system message; the case's text is the user's message."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a prompt may take."""

    characters: int = 1500
    """Of the prompt."""
    tokens: int = 500
    """Of the prompt, by estimate."""
    answer: int = 200
    """Tokens of each output."""
    attempts: int = 10
    """A day, for each learner."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text that the prompt is run on."""

    id: str
    is_visible: bool
    category: str
    """Id of the kind of case it is: all that is said of a hidden one."""
    input: str = field(repr=False)
    assertions: tuple[Assertion, ...] = field(repr=False)
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Option:
    """One reason, or one flaw, to choose from."""

    id: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """One challenge in one language."""

    id: str
    kind: Kind
    technique: str
    """Id of the concept that it practises."""
    level: Level
    title: str
    goal: str
    rules: tuple[str, ...]
    hints: tuple[str, ...]
    solution: str = field(repr=False)
    """Why the model answer works; shown after passing or giving up."""
    place: Place = Place.TEMPLATE
    budget: Budget = field(default_factory=Budget)
    threshold: float = 1.0
    """Share of the cases' weight that must pass, 0 to 1."""
    thresholds: Mapping[str, float] = field(default_factory=dict)
    """The same for single categories, where that is not enough."""
    runs: int = 1
    """How often each case is run; most runs must pass."""
    temperature: float = 0.0
    categories: Mapping[str, str] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()
    prompts: Mapping[str, str] = field(default_factory=dict, repr=False)
    recorded: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict, repr=False)
    """Outputs by prompt and case, one for each run."""
    options: tuple[Option, ...] = ()
    right: str = ""
    """The id of the right option."""
    better: str = ""
    """The name of the better prompt."""
    parts: Mapping[str, str] = field(default_factory=dict)
    orders: tuple[tuple[str, ...], ...] = ()
    """Orders of the parts' ids that are right; the first is shown as the answer."""

    @property
    def visible(self) -> tuple[Case, ...]:
        """The cases that a learner sees."""
        return tuple(case for case in self.cases if case.is_visible)

    @property
    def hidden(self) -> tuple[Case, ...]:
        """The cases that nobody sees."""
        return tuple(case for case in self.cases if not case.is_visible)

    @property
    def needs_model(self) -> bool:
        """Whether a model must run what the learner does."""
        return self.kind is Kind.RUN

    def category_name(self, case: Case) -> str:
        """The category of a case in words."""
        return self.categories.get(case.category, case.category)
