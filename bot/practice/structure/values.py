"""What a structure check finds. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """A part that a prompt may have; the value is the end of its sentence's key."""

    ROLE = "role"
    INSTRUCTION = "instruction"
    CONTEXT = "context"
    CONTENT = "content"
    EXAMPLES = "examples"
    FORMAT = "format"
    CUE = "cue"


class Family(StrEnum):
    """Kinds of models that read prompts differently."""

    CHAT = "chat"
    """Tuned to follow instructions."""
    REASONING = "reasoning"
    """Tuned, and thinks before it answers."""
    BASE = "base"
    """Goes on with a text and follows nothing."""


class Fault(StrEnum):
    """What is wrong; the value is the end of its sentence's key. The gravest first."""

    NO_INSTRUCTION = "no-instruction"
    INSTRUCTION_IN_DATA = "instruction-in-data"
    CONTRADICTION = "contradiction"
    UNBALANCED = "unbalanced"
    UNFILLED = "unfilled"
    UNKNOWN_SLOT = "unknown-slot"
    UNEVEN_EXAMPLES = "uneven-examples"
    CONTENT_NOT_APART = "content-not-apart"
    VAGUE = "vague"
    NO_FORMAT = "no-format"
    NO_CUE = "no-cue"
    """A base model only goes on: the prompt has to end where the answer begins."""
    STEPS_FOR_REASONER = "steps-for-reasoner"
    """A reasoning model thinks step by step without being told."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and the words that show it."""

    fault: Fault
    words: str = field(default="", repr=False)
    """Of the prompt, at most 60 characters; two places with " ↔ " between them for a contradiction."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A prompt taken apart."""

    parts: frozenset[Part]
    placeholders: tuple[str, ...]
    """As they are written, in order, each once."""
    delimiters: tuple[str, ...]
    """What sets material apart: fences, quotation marks, tags."""
    examples: int
    tokens: int
    """By estimate."""
    findings: tuple[Finding, ...]
    further: Mapping[Family, tuple[Finding, ...]] = field(default_factory=dict)
    """What is wrong besides, by the kind of model that reads it."""
    form_is_left: bool = False
    """Whether nothing is said of the form, and what is asked brings its own along: no fault, but worth knowing."""

    def has(self, fault: Fault, family: Family = Family.CHAT) -> bool:
        """Whether something of this kind was found, for this kind of model."""
        return any(one.fault is fault for one in (*self.findings, *self.further.get(family, ())))
