"""The errors that a person can cause.

Each has one sentence in the catalogue that says what happened and what to do next; whatever meets such an
error shows that sentence and nothing else. Never raise one of these for a fault of ours.
"""

from collections.abc import Mapping
from typing import ClassVar

from bot.texts.kinds import Released


class PersonError(Exception):
    """Something the person asked for that cannot be done, with the sentence that says so.

    A subclass names its sentence once: `class LessonUnknown(PersonError): key = "lesson-unknown"`, and is
    raised with the sentence's variables: `raise LessonUnknown(lesson=title)`.
    """

    key: ClassVar[str]
    """The id of the sentence in the catalogue."""

    def __init__(self, **values: Released | float) -> None:
        super().__init__(type(self).key)
        self.values: Mapping[str, Released | int | float] = values
