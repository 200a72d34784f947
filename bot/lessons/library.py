"""The lessons that a learner can read, and how far each learner is.

It never shows a lesson of another server, nor one that is not published.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.lessons import course_files, floors, progress_store, reading_store, store, versions
from bot.lessons.course import CourseLesson
from bot.lessons.prepare import PreparedLesson, prepare_course, prepare_lesson
from bot.lessons.progress_store import Visit
from bot.lessons.tokens import normalise
from bot.lessons.traditional import to_simplified
from bot.lessons.values import (
    BUILT_IN,
    READING_ORDER,
    Check,
    Lesson,
    LessonChoice,
    LessonProgress,
    NextStep,
    Place,
    Section,
    StepReason,
)
from bot.safety.guard import Guard
from bot.storage import Connection, Database
from bot.texts.locales import Locale

MOST_CHOICES = 25
"""Lines that Discord shows in an autocomplete list."""
_LONGEST_TYPED = 100


class Library:
    """The built-in course, and in a server its own lessons beside it."""

    def __init__(self, database: Database, clock: Clock, guard: Guard | None = None) -> None:
        """`guard`: reads what is to be published; only who publishes nothing can do without."""
        self._database = database
        self._clock = clock
        self._guard = guard

    async def has_course(self, path: Path) -> bool:
        """Whether the course at `path`, as it is now, is the one that was taken in."""
        digest = await asyncio.to_thread(course_files.digest, path)
        return digest == await self._database.read(partial(store.course_digest, server_id=BUILT_IN))

    async def load_course(self, path: Path) -> bool:
        """Take in the built-in course at `path`; True when it differed from what was loaded before.

        All or nothing, and quick when nothing has changed. Raises `CourseMistakes` with every mistake found.
        """
        digest = await asyncio.to_thread(course_files.digest, path)
        if digest == await self._database.read(partial(store.course_digest, server_id=BUILT_IN)):
            return False
        prepared = await asyncio.to_thread(_prepare, path)
        now = self._clock.now()
        await self._database.write(partial(_take_in, prepared=prepared, digest=digest, now=now))
        return True

    async def publish(
        self,
        server_id: int,
        lesson_id: str,
        version: int | None = None,
        also: Callable[[Connection], Awaitable[None]] | None = None,
    ) -> int | None:
        """Show a version of a server's own lesson, the newest unless one is named, to its learners; gives its number.

        None when the server has no such lesson or version, or nothing can be read in it. `also` is done in the same unit. Raises
        `NotForLearners` where it holds what no lesson may show.
        """

        async def wanted(connection: Connection) -> versions.Version | None:
            newest = (await versions.newest(connection, server_id, [lesson_id])).get(lesson_id)
            if newest is None or not 1 <= (version or newest) <= newest:
                return None
            return await versions.version(connection, server_id, lesson_id, version or newest)

        found = await self._database.read(wanted)
        if found is None or not found.lesson.plan:
            return None
        await self.require_fit_for_learners(found.lesson)
        prepared = await asyncio.to_thread(prepare_lesson, found.lesson, {}, server_id)

        async def unit(connection: Connection) -> bool:
            is_there = lesson_id in await versions.newest(connection, server_id, [lesson_id])
            if is_there:
                await versions.publish(connection, server_id, prepared, version=found.number)
                if also is not None:
                    await also(connection)
            return is_there

        return found.number if await self._database.write(unit) else None

    async def require_fit_for_learners(self, lesson: CourseLesson) -> None:
        """Raises `NotForLearners` where a lesson that people wrote holds what no lesson may show, whatever a server sets."""
        if self._guard is None:
            raise RuntimeError("nothing is published that no guard has read")
        await asyncio.to_thread(floors.require_fit_for_learners, self._guard, lesson)

    async def unpublish(self, server_id: int, lesson_id: str) -> bool:
        """Take a server's own lesson out of its learners' sight; False when it was not there to see."""

        async def unit(connection: Connection) -> bool:
            was_seen = await versions.is_published(connection, server_id, lesson_id)
            if was_seen:
                await versions.unpublish(connection, server_id, [lesson_id])
            return was_seen

        return await self._database.write(unit)

    async def lessons(self, server_id: int, locale: Locale) -> tuple[Lesson, ...]:
        """All published lessons a learner of this server can read, in the course's order."""
        return await self._database.read(partial(reading_store.published, server_id=server_id, locale=locale))

    async def lesson(self, server_id: int, lesson_id: str, locale: Locale) -> Lesson | None:
        """One published lesson, or None when this server has none of that id."""
        found = await self._database.read(
            partial(reading_store.published, server_id=server_id, locale=locale, lesson_id=lesson_id)
        )
        return found[0] if found else None

    async def section(
        self, server_id: int, lesson_id: str, section_id: str, locale: Locale
    ) -> Section | None:
        """One section of a published lesson, or None."""
        lesson = await self.lesson(server_id, lesson_id, locale)
        return lesson.section(section_id) if lesson else None

    async def check(self, server_id: int, lesson_id: str, section_id: str, locale: Locale) -> Check | None:
        """The short question of a section, or None when it has none."""
        return await self._database.read(
            partial(
                reading_store.check_of,
                server_id=server_id,
                lesson_id=lesson_id,
                section_id=section_id,
                locale=locale,
            )
        )

    async def autocomplete(
        self, server_id: int, query: str, locale: Locale, *, limit: int = MOST_CHOICES
    ) -> tuple[LessonChoice, ...]:
        """Lessons whose title (in any language) or id begins with, then those that contain, what was typed."""

        async def unit(connection: Connection) -> tuple[LessonChoice, ...]:
            # Folded here, in the reader's thread: a first Chinese letter may have to load a dictionary.
            typed = folded(query[:_LONGEST_TYPED])
            return _choices(await reading_store.titles(connection, server_id), typed, locale)[:limit]

        return await self._database.read(unit)

    async def progress(self, learner: LearnerKey, locale: Locale) -> tuple[LessonProgress, ...]:
        """How far the learner is in every lesson, in the course's order."""

        async def unit(connection: Connection) -> tuple[LessonProgress, ...]:
            visits = await progress_store.visits(connection, learner)
            lessons = await reading_store.published(connection, learner.server_id, locale)
            return tuple(_progress(lesson, visits) for lesson in lessons)

        return await self._database.read(unit)

    async def place(self, learner: LearnerKey) -> Place | None:
        """The section that the learner had open last, of those that can still be read."""

        async def unit(connection: Connection) -> Place | None:
            visits = await progress_store.visits(connection, learner)
            lessons = await reading_store.published(connection, learner.server_id, Locale.EN)
            there = {(lesson.id, section.id) for lesson in lessons for section in lesson.sections}
            return next(
                (
                    Place(visit.lesson_id, visit.section_id)
                    for visit in visits
                    if (visit.lesson_id, visit.section_id) in there
                ),
                None,
            )

        return await self._database.read(unit)

    async def open_section(self, learner: LearnerKey, lesson_id: str, section_id: str) -> None:
        """Remember the place."""
        await self._database.write(
            partial(
                progress_store.note,
                learner=learner,
                lesson_id=lesson_id,
                section_id=section_id,
                opened_at=self._clock.now(),
            )
        )

    async def mark_read(self, learner: LearnerKey, lesson_id: str, section_id: str) -> None:
        """Remember that the learner has read the section to its end."""
        await self._database.write(
            partial(
                progress_store.note,
                learner=learner,
                lesson_id=lesson_id,
                section_id=section_id,
                read_at=self._clock.now(),
            )
        )

    async def next_step(self, learner: LearnerKey, locale: Locale) -> NextStep | None:
        """The next sensible section; None when everything is read.

        First the lesson opened last, if it was not finished; then any other that was begun; then, in the course's
        order, the first whose prerequisites are finished; then the first at all.
        """

        async def unit(connection: Connection) -> NextStep | None:
            visits = await progress_store.visits(connection, learner)
            lessons = await reading_store.published(connection, learner.server_id, locale)
            return _next_step([_progress(lesson, visits) for lesson in lessons], visits)

        return await self._database.read(unit)

    async def forget(self, learner: LearnerKey) -> int:
        """Remove all progress of a learner here; the number of sections it was about."""
        return await self._database.write(partial(progress_store.forget, learner=learner))

    async def visits(self, learner: LearnerKey) -> Sequence[Visit]:
        """Everything kept about a learner's reading, for them to take along."""
        return await self._database.read(partial(progress_store.visits, learner=learner))


def _prepare(path: Path) -> tuple[PreparedLesson, ...]:
    return prepare_course(course_files.read_course(path), BUILT_IN)


async def _take_in(
    connection: Connection, *, prepared: Sequence[PreparedLesson], digest: str, now: datetime
) -> None:
    await versions.replace_course(connection, BUILT_IN, prepared, digest=digest, now=now)


def folded(text: str) -> str:
    """One form for what people type: case, width and script of Chinese do not matter."""
    return to_simplified(normalise(text)).strip()


def _choices(
    titles: Sequence[tuple[str, Locale, str]], typed: str, locale: Locale
) -> tuple[LessonChoice, ...]:
    by_lesson: dict[str, dict[Locale, str]] = {}
    for lesson_id, language, title in titles:
        by_lesson.setdefault(lesson_id, {})[language] = title
    matching: list[tuple[int, LessonChoice]] = []
    for lesson_id, in_language in by_lesson.items():
        names = [folded(name) for name in (*in_language.values(), lesson_id)]
        if any(name.startswith(typed) for name in names):
            order = 0
        elif any(typed in name for name in names):
            order = 1
        else:
            continue
        language = next(one for one in READING_ORDER[locale] if one in in_language)
        matching.append((order, LessonChoice(lesson_id, in_language[language])))
    return tuple(choice for _, choice in sorted(matching, key=lambda match: match[0]))


def _progress(lesson: Lesson, visits: Sequence[Visit]) -> LessonProgress:
    there = {section.id for section in lesson.sections}
    own = [visit for visit in visits if visit.lesson_id == lesson.id and visit.section_id in there]
    return LessonProgress(
        lesson=lesson,
        read=frozenset(visit.section_id for visit in own if visit.read_at is not None),
        place=own[0].section_id if own else None,
    )


def _next_step(lessons: Sequence[LessonProgress], visits: Sequence[Visit]) -> NextStep | None:
    last_opened = {visit.lesson_id: place for place, visit in reversed(list(enumerate(visits)))}
    begun = [one for one in lessons if one.started and not one.finished]
    if begun:
        latest = min(begun, key=lambda one: last_opened[one.lesson.id])
        return NextStep(latest.lesson, _first_unread(latest), StepReason.CONTINUE)
    finished = {one.lesson.id for one in lessons if one.finished}
    there = {one.lesson.id for one in lessons}
    waiting = [one for one in lessons if not one.finished]
    ready = [one for one in waiting if set(one.lesson.requires) & there <= finished]
    for one in [*ready, *waiting]:
        return NextStep(one.lesson, _first_unread(one), StepReason.BEGIN)
    return None


def _first_unread(progress: LessonProgress) -> Section:
    """Where reading goes on: the place, if it is not read yet, else the first unread section after it, else any."""
    sections = progress.lesson.sections
    unread = [section for section in sections if section.id not in progress.read]
    place = progress.lesson.section(progress.place) if progress.place else None
    after = [section for section in unread if place is None or section.ordinal >= place.ordinal]
    return (after or unread)[0]
