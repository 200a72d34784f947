"""From what somebody has and needs to a method: prompt engineering, retrieval, fine-tuning or training; pure rules.

They follow one thought: the cheapest step that can close the gap comes first, facts that change are looked up and never trained
in, and nothing is trained without examples.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Gap(StrEnum):
    """What is missing in the answers of a model that is asked well."""

    UNTRIED = "untried"
    KNOWLEDGE = "knowledge"
    FORM = "form"
    FIELD = "field"
    """Its own language: a field or a notation that models do not know."""


class Data(StrEnum):
    """What there is to work with."""

    NONE = "none"
    DOCUMENTS = "documents"
    EXAMPLES = "examples"
    """Hundreds of good pairs of input and output."""
    CORPUS = "corpus"
    """Very much text of the field, and examples."""


class Freshness(StrEnum):
    """How often the facts change that answers rest on."""

    OFTEN = "often"
    SELDOM = "seldom"
    HARDLY = "hardly"


class Latency(StrEnum):
    """How quickly an answer has to begin."""

    RELAXED = "relaxed"
    FAST = "fast"


class Budget(StrEnum):
    """What may be spent."""

    SMALL = "small"
    """Hours and a few dollars."""
    TEAM = "team"
    """Weeks of a small team, hundreds or thousands of dollars."""
    LAB = "lab"
    """Months of a laboratory, millions of dollars."""


class Method(StrEnum):
    """A way to better answers, the cheapest first."""

    PROMPT = "prompt"
    RETRIEVAL = "retrieval"
    FINE_TUNING = "fine-tuning"
    TRAINING = "training"


class Reason(StrEnum):
    """Why."""

    PROMPT_FIRST = "prompt-first"
    FACTS_LOOKED_UP = "facts-looked-up"
    FACTS_CHANGE = "facts-change"
    FACTS_IN_PROMPT = "facts-in-prompt"
    COLLECT = "collect"
    FORM_LEARNT = "form-learnt"
    FIELD_LEARNT = "field-learnt"
    FIELD_LOOKED_UP = "field-looked-up"
    EXAMPLES_ENOUGH = "examples-enough"
    EXAMPLES_MISSING = "examples-missing"
    BUDGET_SMALL = "budget-small"
    BOTH = "both"
    FAST_PROMPT = "fast-prompt"
    FAST_RETRIEVAL = "fast-retrieval"
    FAST_TUNED = "fast-tuned"
    TRAINING_PAYS = "training-pays"
    TRAINING_NOT = "training-not"
    MEASURE = "measure"


Answer = Gap | Data | Freshness | Latency | Budget
"""An answer to one of the questions."""
QUESTIONS: Final[tuple[type[Answer], ...]] = (Gap, Data, Freshness, Latency, Budget)
"""What is asked, in this order."""

SECTIONS: Final = MappingProxyType(
    {
        Method.PROMPT: ("prompt-fundamentals", "best-practices"),
        Method.RETRIEVAL: ("retrieval-augmented-generation", "what-rag-is"),
        Method.FINE_TUNING: ("fine-tuning-in-practice", "when-to-fine-tune"),
        Method.TRAINING: ("fine-tuning-in-practice", "training-from-scratch"),
    }
)
"""Lesson and section that tell more of each."""
TRADE_OFF: Final = ("comparing-llms", "improving-results")
"""Lesson and section that weigh cost, effort and quality."""


@dataclass(frozen=True, slots=True)
class Needs:
    """All five answers."""

    gap: Gap
    data: Data
    freshness: Freshness
    latency: Latency
    budget: Budget

    @classmethod
    def of(cls, answers: tuple[Answer, ...]) -> "Needs":
        """All five answers, in the order of the questions. Raises ValueError for any others."""
        match answers:
            case (
                Gap() as gap,
                Data() as data,
                Freshness() as fresh,
                Latency() as latency,
                Budget() as budget,
            ):
                return cls(gap, data, fresh, latency, budget)
            case _:
                raise ValueError("five answers are needed")

    @property
    def has_documents(self) -> bool:
        """Whether there is something to look up."""
        return self.data in (Data.DOCUMENTS, Data.CORPUS)

    @property
    def can_tune(self) -> bool:
        """Whether fine-tuning has the examples and the means it needs."""
        return self.data in (Data.EXAMPLES, Data.CORPUS) and self.budget is not Budget.SMALL

    @property
    def can_train(self) -> bool:
        """Whether training from scratch has what it needs, and a reason."""
        return (
            self.gap is Gap.FIELD
            and self.data is Data.CORPUS
            and self.budget is Budget.LAB
            and self.freshness is not Freshness.OFTEN
        )


@dataclass(frozen=True, slots=True)
class Advice:
    """Where the walk ends."""

    methods: tuple[Method, ...]
    """What to do, together where they are two."""
    later: Method | None
    """What to try if that is not enough; None where nothing else fits."""
    reasons: tuple[Reason, ...]


def answers_to(kind: type[Answer]) -> tuple[Answer, ...]:
    """What can be answered to a question, in the order in which it is offered."""
    members: list[Answer] = list(kind)
    return tuple(members)


def written(answers: tuple[Answer, ...]) -> str:
    """Answers as a button can carry them: one digit each; `0` stands in front, so that it is never empty."""
    digits = (str(list(type(answer)).index(answer)) for answer in answers)
    return "0" + "".join(digits)


def read(code: str) -> tuple[Answer, ...]:
    """The answers that `written` wrote. Raises ValueError for anything else."""
    if not code.startswith("0") or len(code) - 1 > len(QUESTIONS):
        raise ValueError("no answers")
    found = []
    for kind, digit in zip(QUESTIONS, code[1:], strict=False):
        members = answers_to(kind)
        if not digit.isdecimal() or int(digit) >= len(members):
            raise ValueError("no such answer")
        found.append(members[int(digit)])
    return tuple(found)


def recommend(needs: Needs) -> Advice:
    """The method for these needs."""
    methods = _methods(needs)
    return Advice(methods, _later(needs, methods), _reasons(needs, methods))


def _methods(needs: Needs) -> tuple[Method, ...]:
    if needs.gap is Gap.UNTRIED:
        return (Method.PROMPT,)
    found = []
    if needs.gap is Gap.KNOWLEDGE or needs.freshness is Freshness.OFTEN:
        found.append(Method.RETRIEVAL)
    if needs.gap in (Gap.FORM, Gap.FIELD):
        if needs.can_train:
            found.append(Method.TRAINING)
        elif needs.can_tune:
            found.append(Method.FINE_TUNING)
        elif needs.gap is Gap.FIELD and needs.has_documents and not found:
            found.append(Method.RETRIEVAL)
    return tuple(found) or (Method.PROMPT,)


def _later(needs: Needs, methods: tuple[Method, ...]) -> Method | None:
    if needs.gap is Gap.UNTRIED:
        if needs.has_documents or needs.freshness is Freshness.OFTEN:
            return Method.RETRIEVAL
        return Method.FINE_TUNING if needs.can_tune else None
    if Method.FINE_TUNING in methods or Method.TRAINING in methods:
        return None
    return Method.FINE_TUNING if needs.budget is not Budget.SMALL else None


def _reasons(needs: Needs, methods: tuple[Method, ...]) -> tuple[Reason, ...]:
    retrieves, tunes = Method.RETRIEVAL in methods, Method.FINE_TUNING in methods
    trains, only_prompts = Method.TRAINING in methods, methods == (Method.PROMPT,)
    shapes = needs.gap in (Gap.FORM, Gap.FIELD)
    has_examples = needs.data in (Data.EXAMPLES, Data.CORPUS)
    fast = needs.latency is Latency.FAST
    hardly = needs.freshness is Freshness.HARDLY
    conditions = (
        (Reason.PROMPT_FIRST, needs.gap is Gap.UNTRIED),
        (Reason.FACTS_LOOKED_UP, retrieves and needs.gap is Gap.KNOWLEDGE),
        (Reason.FACTS_CHANGE, retrieves and needs.freshness is Freshness.OFTEN),
        (Reason.FACTS_IN_PROMPT, needs.gap is Gap.KNOWLEDGE and hardly and needs.has_documents),
        (Reason.FIELD_LOOKED_UP, retrieves and needs.gap is Gap.FIELD and not tunes and not trains),
        (Reason.COLLECT, retrieves and not needs.has_documents),
        (Reason.FORM_LEARNT, tunes and needs.gap is Gap.FORM),
        (Reason.FIELD_LEARNT, tunes and needs.gap is Gap.FIELD),
        (Reason.EXAMPLES_ENOUGH, tunes),
        (Reason.EXAMPLES_MISSING, shapes and not has_examples),
        (Reason.BUDGET_SMALL, shapes and has_examples and needs.budget is Budget.SMALL),
        (Reason.BOTH, retrieves and tunes),
        (Reason.FAST_PROMPT, fast and only_prompts),
        (Reason.FAST_RETRIEVAL, fast and retrieves),
        (Reason.FAST_TUNED, fast and tunes),
        (Reason.TRAINING_PAYS, trains),
        (Reason.TRAINING_NOT, not trains and (needs.budget is Budget.LAB or needs.data is Data.CORPUS)),
        (Reason.MEASURE, True),
    )
    return tuple(reason for reason, holds in conditions if holds)
