"""What the catalogue knows of a model: facts that are the same in every language, each with its source, and words about it.

Values only. Words are as their author wrote them: plain `str`, never shown before the edge has made them harmless.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.texts.locales import Locale


class Architecture(StrEnum):
    """Which parts of a Transformer it has, or what else it is."""

    ENCODER = "encoder"
    DECODER = "decoder"
    BOTH = "encoder-decoder"
    DIFFUSION = "diffusion"


class Tuning(StrEnum):
    """What it was trained to do with a text that it is given."""

    BASE = "base"
    INSTRUCTED = "instruction-tuned"
    BOTH = "both"
    """Published as a base and as an instruction-tuned model."""
    PRETRAINED = "pre-trained"
    """Trained on gaps or damaged text, to be fine-tuned for a task."""
    TASK = "task"
    """Trained for one kind of task: to embed, to transcribe, to draw."""


class Access(StrEnum):
    """Who may have its weights, and what for."""

    PERMISSIVE = "permissive"
    """Open weights under a licence such as Apache 2.0 or MIT."""
    CONDITIONS = "conditions"
    """Open weights with conditions of their maker's."""
    RESEARCH = "research"
    """Weights for research alone."""
    PROPRIETARY = "proprietary"
    """No weights: a service."""


class Medium(StrEnum):
    """What goes in or comes out."""

    TEXT = "text"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    VECTOR = "vector"


class Task(StrEnum):
    """What people look for a model for."""

    CHAT = "chat"
    CODE = "code"
    SEEING = "seeing"
    IMAGES = "images"
    SPEECH = "speech"
    SEARCH = "search"
    SORTING = "sorting"
    OWN_MACHINE = "own-machine"


class State(StrEnum):
    """What has become of it."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """Still to be had, but nobody would begin with it."""
    RETIRING = "retiring"
    """Its maker has named a day on which the service ends."""
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from."""

    id: str
    title: str
    url: str
    """"" for a judgement of our own."""
    day: date
    """When it was published or, of a page that changes, read."""
    third_party: bool = False
    """Whether somebody says it of a model that others made."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What sources say; None and () for what none of them says."""

    state: State | None = None
    released: str | None = None
    """A day, a month or a year as ISO 8601 writes it; `ends` and `cutoff` as well."""
    ends: str | None = None
    """When its maker's service ended or will end."""
    architecture: Architecture | None = None
    tuning: Tuning | None = None
    access: Access | None = None
    licence: str | None = None
    """The licence's name."""
    parameters: str | None = None
    reads: tuple[Medium, ...] = ()
    writes: tuple[Medium, ...] = ()
    context: int | None = None
    """Tokens."""
    cutoff: str | None = None
    """Until when its training data reach."""
    vocabulary: str | None = None
    """The tokenizer's vocabulary, by the name that OpenAI gives it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Where a price is listed."""

    api: str
    """Address of the service, by which the price list knows it."""
    seller: str
    model: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of it in one language."""

    use: str
    strengths: str
    limits: str
    now: str
    """What has become of it."""
    question: str
    """One question to try with the tutor."""


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the catalogue."""

    id: str
    name: str
    provider: str
    also: tuple[str, ...]
    """Names under which services know it, and others by which it is found."""
    concept: str | None
    """Id of the concept card about it."""
    tasks: tuple[Task, ...]
    facts: Facts
    sources: Mapping[str, Source]
    """Source of each fact by the fact's name; `tasks` is one."""
    described: tuple[Source, ...]
    """Sources of what the words say."""
    listed: Listed | None
    words: Mapping[Locale, Words]

    @property
    def is_open(self) -> bool:
        """Whether its weights can be had by anybody."""
        return self.facts.access in (Access.PERMISSIVE, Access.CONDITIONS)

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """Every source once."""
        return tuple({source.id: source for source in (*self.sources.values(), *self.described)}.values())

    @property
    def third_parties(self) -> tuple[Source, ...]:
        """Those of its sources that are not its maker's."""
        return tuple(source for source in self.all_sources if source.third_party)

    @property
    def as_of(self) -> date:
        """The day of its newest source."""
        return max(source.day for source in self.all_sources)
