"""What counts as covered and what as a gap. Pure functions; they know no person, only how many there were."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

FEWEST: Final = 5
"""Learners below which nothing is said about answers: fewer could be told apart as persons."""
BANDS: Final = (5, 10, 25, 50, 100, 250, 500, 1000)
"""How many learners answered is said as *at least* one of these, so that no two figures differ by one person."""


class Gap(StrEnum):
    """What is missing for a concept."""

    LESSON = "lesson"
    """No section that learners here can read teaches it."""
    QUESTION = "question"
    """It is taught, and nothing is asked about it."""
    CHALLENGE = "challenge"
    """Its lesson is one that is practised, and no challenge practises it."""
    ANSWERS = "answers"
    """It is asked, and fewer than `FEWEST` learners have answered."""


class Depth(IntEnum):
    """How well a concept is covered; what a picture draws darker."""

    UNTAUGHT = 0
    TAUGHT = 1
    ASKED = 2
    ANSWERED = 3


@dataclass(frozen=True, slots=True)
class Covered:
    """One concept, and what there is of it in a server."""

    concept_id: str
    name: str
    sections: tuple[tuple[str, str], ...]
    """Lesson and section ids of where learners here read about it."""
    questions: int
    challenges: int
    learners: int
    """At least so many have answered a question on it; 0 where that were fewer than `FEWEST`."""

    @property
    def depth(self) -> Depth:
        """How far it is covered."""
        if not self.sections:
            return Depth.UNTAUGHT
        if not self.questions:
            return Depth.TAUGHT
        return Depth.ANSWERED if self.learners else Depth.ASKED


@dataclass(frozen=True, slots=True)
class LessonCover:
    """A lesson that learners can read, with the concepts that it teaches, in its order."""

    lesson_id: str
    title: str
    is_own: bool
    concepts: tuple[Covered, ...]
    sections: int
    unasked: tuple[str, ...]
    """Headings of the sections on which nothing is asked."""


def band(learners: int) -> int:
    """The highest of `BANDS` that so many people reach; 0 below the first."""
    return max((one for one in BANDS if learners >= one), default=0)


def learners_by_concept(
    answered: Iterable[tuple[object, int]], concepts: Mapping[object, Collection[str]]
) -> dict[str, int]:
    """How many people answered something on each concept, as a band; `answered` is an item and who answered it."""
    people: dict[str, set[int]] = {}
    for item, user_id in answered:
        for concept in concepts.get(item, ()):
            people.setdefault(concept, set()).add(user_id)
    return {concept: band(len(some)) for concept, some in people.items()}


def gaps_of(covered: Covered, practised: Collection[str]) -> tuple[Gap, ...]:
    """What is missing; `practised` are the lessons of which some concept has a challenge."""
    if not covered.sections:
        return (Gap.LESSON,)
    found = []
    if not covered.questions:
        found.append(Gap.QUESTION)
    elif not covered.learners:
        found.append(Gap.ANSWERS)
    if not covered.challenges and covered.sections[0][0] in practised:
        found.append(Gap.CHALLENGE)
    return tuple(found)


def practised_lessons(concepts: Sequence[Covered]) -> frozenset[str]:
    """The lessons that teach first what some challenge practises."""
    return frozenset(one.sections[0][0] for one in concepts if one.challenges and one.sections)
