"""Puts a server's coverage together: concepts against lessons, questions, challenges and answers given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.explain import store as concept_store
from bot.explain.concepts import Concept
from bot.lessons import reading_store
from bot.lessons.values import BUILT_IN, READING_ORDER, Lesson
from bot.practice import store as challenge_store
from bot.quiz import store as quiz_store
from bot.quiz.bank_values import Entry
from bot.reports.coverage import store
from bot.reports.coverage.rules import (
    Covered,
    Gap,
    LessonCover,
    gaps_of,
    learners_by_concept,
    practised_lessons,
)
from bot.storage import Connection, Database
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is covered in a server, in one language."""

    concepts: tuple[Covered, ...]
    """In the course's order; those that only own lessons teach come last."""
    lessons: tuple[LessonCover, ...]
    hidden: frozenset[str]
    """Lessons of the built-in course that this server has put out of sight."""
    homes: Mapping[str, str]
    """For each concept of the course the built-in lesson that teaches it first."""

    @property
    def gaps(self) -> Mapping[Gap, tuple[Covered, ...]]:
        """The concepts with each kind of gap; kinds without any are left out."""
        practised = practised_lessons(self.concepts)
        found: dict[Gap, list[Covered]] = {}
        for one in self.concepts:
            for gap in gaps_of(one, practised):
                found.setdefault(gap, []).append(one)
        return {gap: tuple(found[gap]) for gap in Gap if gap in found}

    @property
    def unasked_lessons(self) -> tuple[LessonCover, ...]:
        """Own lessons with sections on which nothing is asked."""
        return tuple(one for one in self.lessons if one.is_own and one.unasked)


class CoverageReports:
    """Looks across the rooms; keeps nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, server_id: int, locale: Locale) -> Coverage:
        """What learners of a server can read, be asked and practise at this moment."""

        async def unit(connection: Connection) -> Coverage:
            banks = {BUILT_IN, server_id}
            known = [concept for concept, _ in await concept_store.all_names(connection)]
            lessons = await reading_store.published(connection, server_id, locale)
            hidden = await reading_store.hidden_ids(connection, server_id)
            own = await reading_store.published(connection, BUILT_IN, locale)
            items = await quiz_store.entries(connection, banks)
            practised = await challenge_store.entries(connection, banks, READING_ORDER[locale])
            answered = await store.answered(connection, server_id)
            return put_together(
                known,
                lessons,
                items,
                [one.technique for one in practised],
                learners_by_concept(answered, {one.place: one.concepts for one in items}),
                built_in=frozenset(one.id for one in own),
                hidden=hidden,
                locale=locale,
            )

        return await self._database.read(unit)


def put_together(
    known: Sequence[Concept],
    lessons: Sequence[Lesson],
    items: Sequence[Entry],
    techniques: Sequence[str],
    learners: Mapping[str, int],
    *,
    built_in: frozenset[str],
    hidden: frozenset[str],
    locale: Locale,
) -> Coverage:
    """The coverage of what there is. `techniques`: what each challenge practises; `learners`: a band for each concept."""
    readable = {lesson.id for lesson in lessons}
    asked = [one for one in items if one.place.lesson_id in readable]
    names = {one.id: one.names[locale] for one in known if not one.is_model}
    for lesson in lessons:  # what only own lessons name is called by its id
        for section in lesson.sections:
            for concept in section.concepts:
                if not concept.startswith("model:"):
                    names.setdefault(concept, concept)
    covered = {
        concept: Covered(
            concept_id=concept,
            name=name,
            sections=tuple(
                (lesson.id, section.id)
                for lesson in lessons
                for section in lesson.sections
                if concept in section.concepts
            ),
            questions=sum(concept in one.concepts for one in asked),
            challenges=sum(concept == technique for technique in techniques),
            learners=learners.get(concept, 0),
        )
        for concept, name in names.items()
    }
    places = {(one.place.lesson_id, one.section_id) for one in asked}
    return Coverage(
        concepts=tuple(covered.values()),
        lessons=tuple(
            LessonCover(
                lesson_id=lesson.id,
                title=lesson.title,
                is_own=lesson.id not in built_in,
                concepts=tuple(
                    covered[concept]
                    for concept in dict.fromkeys(
                        concept for section in lesson.sections for concept in section.concepts
                    )
                    if concept in covered
                ),
                sections=len(lesson.sections),
                unasked=tuple(
                    section.heading for section in lesson.sections if (lesson.id, section.id) not in places
                ),
            )
            for lesson in lessons
        ),
        hidden=hidden,
        homes={one.id: one.sections[0][0] for one in known if one.sections},
    )
