"""What is wrong with a course's files, in words that say where and how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake in one file."""

    path: str
    """Relative to the course's folder."""
    line: int
    """From 1; 0 when the whole file is meant."""
    what: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.what}"


class CourseMistakes(Exception):
    """A course that cannot be loaded; holds every mistake that was found, not only the first."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        lines = "\n".join(f"  {mistake}" for mistake in self.mistakes)
        count = len(self.mistakes)
        super().__init__(f"the course has {count} mistake{'' if count == 1 else 's'}:\n{lines}")

    def __reduce__(self) -> tuple[type["CourseMistakes"], tuple[tuple[Mistake, ...]]]:
        """It may come from another process."""
        return type(self), (self.mistakes,)
