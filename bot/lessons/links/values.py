"""What a moderator's correction says about a question: which section answers it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a question, and the section that answers it."""

    words: frozenset[str]
    lesson_id: str
    section_id: str
