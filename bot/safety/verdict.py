"""What a filter decided about a text, and why.

Values only: nothing here decides, and nothing here may print the text it speaks of (a verdict is logged and
counted; what a person wrote is not).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Category(StrEnum):
    """What a text was found to be about; the value is what stores, charts and sentence keys use."""

    SELF_HARM = "self-harm"
    MINORS = "minors"
    SEXUAL = "sexual"
    HATE = "hate"
    HARASSMENT = "harassment"
    VIOLENCE = "violence"
    ILLEGAL = "illegal"
    CYBER = "cyber"
    OVERRIDE = "override"
    PERSONAL_DATA = "personal-data"
    SECRET = "secret"
    SEALED = "sealed"
    """The key of a question that is still open, a hidden case or a canary: never found on the way in."""


class Action(StrEnum):
    """What is to be done with a text."""

    ALLOW = "allow"
    REDACT = "redact"
    """Go on with what is left after personal data and secrets were taken out; say what was removed."""
    SUPPORT = "support"
    """Answer as one person to another who is in distress, privately; no model call, no strike."""
    AS_DATA = "as-data"
    """Go on, the text marked as material and not as instructions."""
    REFUSE = "refuse"
    WITHHOLD = "withhold"
    """A model's text that may not be shown, nor what was already shown of it."""


class Side(StrEnum):
    """Which way a text is going."""

    INPUT = "input"
    OUTPUT = "output"


class Purpose(StrEnum):
    """What a person's text is for, as far as it changes what is done about it."""

    QUESTION = "question"
    EXERCISE = "exercise"
    """An attack or a prompt that is the learner's work: in practice and in explainers. To override is the lesson."""
    MATERIAL = "material"
    """Pasted, quoted or imported text, names of files and of threads: read, and never instructions."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason to think that a text belongs to a category."""

    category: Category
    score: float
    """0 to 1; scores of different detectors are combined by their maximum."""
    rule: str
    """Id of the rule, or name of the detector."""


class Kind(StrEnum):
    """What a redaction took out; said to the learner in words."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    IBAN = "iban"
    RESIDENT_ID = "resident-id"
    SSN = "ssn"
    PASSPORT = "passport"
    IP_ADDRESS = "ip-address"
    API_KEY = "api-key"
    TOKEN = "token"
    PRIVATE_KEY = "private-key"
    PASSWORD = "password"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision and its reasons."""

    action: Action
    category: Category | None
    """The category that decided; None when nothing was found."""
    score: float
    """How sure the finding is, 0 (nothing found) to 1."""
    rule: str | None
    """Id of the rule that decided, as it stands in `bot/safety/rules`; never part of the text."""
    language: str
    """Language of the text: "en" or "zh" (the two that rules and thresholds exist for)."""
    redactions: tuple[str, ...] = field(default=(), repr=False)
    """The exact substrings taken out, in order. For the learner alone: never logged, never stored."""
    kinds: tuple[Kind, ...] = ()
    """What the redactions were, each kind once, in order of appearance."""
    text: str = field(default="", repr=False)
    """What to go on with: hidden characters and redactions removed. Not normalised: it reads as it was written."""

    findings: tuple[Finding, ...] = ()
    """All reasons that reached their threshold, whether or not they decided; in an exercise, also the attempts at
    overriding that are the lesson."""
    scores: Mapping[str, float] = field(default_factory=dict)
    """What each head of the classifier scores, rules that stand by themselves counted in: 0 to 1, higher is worse."""

    def found(self, category: Category) -> bool:
        """Whether `category` was found, even where something else decided."""
        return any(each.category is category for each in self.findings)

    @property
    def goes_on(self) -> bool:
        """Whether the turn goes on with `text`."""
        return self.action in (Action.ALLOW, Action.REDACT, Action.AS_DATA)


class InDistress(Exception):
    """Whoever typed this is in distress: whatever they were doing ends here, and they are answered as a person.

    Nothing of it may be kept, counted, or told to anybody.
    """

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("a person needs support")
        self.verdict = verdict


class Withheld(Exception):
    """A model's text may not be shown; whatever was shown of it is to be withdrawn."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(f"{verdict.category} by rule {verdict.rule}")
        self.verdict = verdict
