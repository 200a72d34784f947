"""How a lesson plan is drawn: which sections, in which order, for how long. Pure; a model has no say in it.

Sections are taken by how well they fit the topic until the time is full, and taught in the order in which lessons build on each
other. The minutes of all blocks together are always the minutes that were asked for.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Final

from bot.learners.values import Level
from bot.lessons.values import Lesson, Section

MINUTES: Final = range(10, 241)
"""How long a lesson may be planned for."""
MOST_SECTIONS: Final = 24
CHECK_MINUTES: Final = 2
RECAP_MINUTES: Final = 3
PRACTICE_MINUTES: Final = 10
PRACTICE_FROM: Final = 40
"""Minutes from which on there is time for a challenge."""
_SHORTEST_TALK: Final = 3
_RECAP_SHARE: Final = Fraction(1, 5)

Place = tuple[str, str]
"""Ids of a lesson and of a section in it."""


class Audience(StrEnum):
    """Who is taught."""

    NEWCOMERS = "newcomers"
    BEGINNERS = "beginners"
    PRACTITIONERS = "practitioners"

    @property
    def level(self) -> Level:
        """The level of explanations that suits them."""
        return _LEVELS[self]

    @property
    def pace(self) -> Fraction:
        """Minutes of teaching for each minute that a section takes to read."""
        return _PACES[self]


_LEVELS: Final = {
    Audience.NEWCOMERS: Level.ELI5,
    Audience.BEGINNERS: Level.BEGINNER,
    Audience.PRACTITIONERS: Level.PRACTITIONER,
}
_PACES: Final = {
    Audience.NEWCOMERS: Fraction(2),
    Audience.BEGINNERS: Fraction(3, 2),
    Audience.PRACTITIONERS: Fraction(1),
}


class Step(StrEnum):
    """What is done in a block."""

    OPENING = "opening"
    RECAP = "recap"
    """What has to be known before, from a lesson that is not taught now."""
    TEACH = "teach"
    PRACTICE = "practice"
    TALK = "talk"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Block:
    """Some minutes of the lesson."""

    step: Step
    minutes: int
    lesson_id: str = ""
    section_id: str = ""
    has_check: bool = False
    """Whether its last minutes are for the section's question."""
    is_part: bool = False
    """Whether there is time for a part of the section only."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A lesson plan before it is put into words."""

    minutes: int
    audience: Audience
    blocks: tuple[Block, ...]
    best: Place
    """The section that fits the topic best; it is among those that are taught."""
    before: tuple[str, ...]
    """Lessons that build the ground for what is taught, in order; those that are taught themselves are not among them."""

    @property
    def taught(self) -> tuple[Place, ...]:
        """The sections that are taught, in order."""
        return tuple((block.lesson_id, block.section_id) for block in self.blocks if block.step is Step.TEACH)


def outline(
    lessons: Sequence[Lesson],
    fitting: Sequence[Place],
    minutes: int,
    audience: Audience,
    *,
    checked: Collection[Place],
    practised: bool,
) -> Outline:
    """Draw a plan from what can be read. `fitting`: the sections on the topic, the best first, one at least.

    `checked`: sections with a question of their own; `practised`: whether there is a challenge on the topic.
    """
    order = teaching_order(lessons)
    by_place = {
        (lesson.id, section.id): section
        for lesson in lessons
        if lesson.id in order
        for section in lesson.sections
    }
    frame = min(5, max(2, minutes // 10))
    practice = PRACTICE_MINUTES if practised and minutes >= PRACTICE_FROM else 0
    main = fitting[0][0]
    required = _required(lessons, main)
    recaps = _recaps(lessons, main, required, minutes, audience)
    room = minutes - 2 * frame - practice - RECAP_MINUTES * len(recaps)
    taken: dict[Place, Block] = {}
    for place in _candidates(lessons, fitting):
        section = by_place.get(place)
        if section is None or place in taken or len(taken) == MOST_SECTIONS:
            continue
        block = _teaching(place, section, audience, has_check=place in checked)
        if block.minutes <= room:
            taken[place] = block
            room -= block.minutes
        elif not taken:
            taken[place] = Block(Step.TEACH, room, *place, is_part=True)
            room = 0
    taught = sorted(taken, key=lambda place: (order[place[0]], by_place[place].ordinal))
    recapped = [lesson for lesson in recaps if lesson not in {lesson_id for lesson_id, _ in taught}]
    room += RECAP_MINUTES * (len(recaps) - len(recapped))
    blocks = [Block(Step.OPENING, frame)]
    blocks += [Block(Step.RECAP, RECAP_MINUTES, lesson) for lesson in recapped]
    blocks += [taken[place] for place in taught]
    if practice:
        blocks.append(Block(Step.PRACTICE, practice))
    if room >= _SHORTEST_TALK:
        blocks.append(Block(Step.TALK, room))
        room = 0
    blocks.append(Block(Step.CLOSING, frame + room))
    best = next(iter(taken), fitting[0])
    chosen = {lesson_id for lesson_id, _ in taught}
    before = {one for lesson_id in chosen for one in _required(lessons, lesson_id)} - chosen
    return Outline(minutes, audience, tuple(blocks), best, tuple(sorted(before, key=lambda one: order[one])))


def teaching_order(lessons: Sequence[Lesson]) -> Mapping[str, int]:
    """The place of each lesson when every one comes after those that it requires; else as they stand."""
    known = {lesson.id: lesson for lesson in lessons}
    order: dict[str, int] = {}

    def visit(lesson_id: str, above: frozenset[str]) -> None:
        if lesson_id in order or lesson_id in above or lesson_id not in known:
            return
        for required in known[lesson_id].requires:
            visit(required, above | {lesson_id})
        order[lesson_id] = len(order)

    for lesson in lessons:
        visit(lesson.id, frozenset())
    return order


def _candidates(lessons: Sequence[Lesson], fitting: Sequence[Place]) -> Iterator[Place]:
    """What fits, then the other sections of the lessons that it stands in, the best lesson first."""
    yield from fitting
    sections = {lesson.id: lesson.sections for lesson in lessons}
    for lesson_id in dict.fromkeys(lesson_id for lesson_id, _ in fitting[:3]):
        yield from ((lesson_id, section.id) for section in sections.get(lesson_id, ()))


def _teaching(place: Place, section: Section, audience: Audience, *, has_check: bool) -> Block:
    minutes = max(1, ceil(max(1, section.minutes) * audience.pace))
    return Block(Step.TEACH, minutes + CHECK_MINUTES * has_check, *place, has_check=has_check)


def _required(lessons: Sequence[Lesson], lesson_id: str) -> tuple[str, ...]:
    """Every lesson that one builds on, near ones first; lessons that nobody can read are left out."""
    known = {lesson.id: lesson for lesson in lessons}
    found: list[str] = []
    waiting = [lesson_id]
    while waiting:
        lesson = known.get(waiting.pop(0))
        for one in lesson.requires if lesson is not None else ():
            if one in known and one not in found and one != lesson_id:
                found.append(one)
                waiting.append(one)
    return tuple(found)


def _recaps(
    lessons: Sequence[Lesson], main: str, required: Sequence[str], minutes: int, audience: Audience
) -> tuple[str, ...]:
    """The nearest lessons before the main one, as many as a fifth of the time holds; who builds with it needs none."""
    if audience is Audience.PRACTITIONERS:
        return ()
    most = int(minutes * _RECAP_SHARE / RECAP_MINUTES)
    return tuple(required[:most])
