"""The room's door for other people's courses: files in; drafts of one server and a report out.

All or nothing, in one unit of work. Drafts are seen by nobody until `Library.publish`.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.ids import Ids, RandomIds
from bot.lessons import course_files, versions
from bot.lessons.course import CourseLesson
from bot.lessons.floors import floor_in
from bot.lessons.importing import store
from bot.lessons.importing.assembling import ImportedLesson, assemble
from bot.lessons.importing.folders import gather_path, gather_uploads
from bot.lessons.importing.lesson_file import Reading
from bot.lessons.importing.merging import Merged, StoredLesson, merge, with_converted
from bot.lessons.importing.remarks import (
    Change,
    ImportRefused,
    ImportReport,
    LessonReport,
    Outcome,
    Remark,
    Subject,
    in_reading_order,
)
from bot.lessons.importing.sources import Gathered, Upload
from bot.lessons.traditional import ToTraditional
from bot.safety.guard import Guard
from bot.safety.verdict import Action, Purpose
from bot.servers.acting import Deed, Signature, note
from bot.storage import Connection, Database
from bot.texts.locales import Locale

_TRIES = 5

Draft = tuple[Merged, CourseLesson]
"""A lesson as it is to be stored, and the same with both scripts of Chinese."""


class Importer:
    """Takes courses in. One for the whole process; imports of one server at the same time do not mix."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        guard: Guard,
        course: Path | None = None,
        ids: Ids | None = None,
    ) -> None:
        """`course`: the folder of the built-in course, whose corrections of Traditional Chinese hold here too."""
        self._database = database
        self._clock = clock
        self._guard = guard
        self._course = course
        self._ids = ids or RandomIds()

    async def take_in(
        self,
        uploads: Sequence[Upload],
        *,
        server_id: int,
        language: Locale | None = None,
        dry_run: bool = False,
        author: int | None = None,
    ) -> ImportReport:
        """Take in files that were handed over: Markdown, text, archives. Never raises for anything they hold.

        `language`: what all of them are written in; None to find out for each. `author`: the moderator who does it.
        Where the report is `refused`, or for a `dry_run`, nothing is stored.
        """
        gather = partial(gather_uploads, list(uploads))
        return await self._import(gather, server_id, language, dry_run, author)

    async def prepared(
        self, uploads: Sequence[Upload], *, server_id: int
    ) -> tuple[ImportReport, tuple[Draft, ...]]:
        """What taking files in would store, for a unit that stores more than lessons, and the report. Stores nothing.

        `add_noted` stores the drafts, unless somebody changed one of these lessons since.
        """
        read = await asyncio.to_thread(self._read, partial(gather_uploads, list(uploads)), None)
        if read.refused:
            return read.report((), dry_run=True), ()
        merged, renamed = await self._merged(server_id, read)
        new = [one for one in merged if one.change is not Change.UNCHANGED]
        drafts = await asyncio.to_thread(self._with_both_scripts, new)
        return read.report(merged, True, renamed), drafts

    async def take_in_path(
        self, path: Path, *, server_id: int, language: Locale | None = None, dry_run: bool = False
    ) -> ImportReport:
        """The same for a file, an archive or a folder on this machine. Never for a path that a learner named."""
        return await self._import(partial(gather_path, path), server_id, language, dry_run)

    async def _import(
        self,
        gather: Callable[[Gathered], None],
        server_id: int,
        language: Locale | None,
        dry_run: bool,
        author: int | None = None,
    ) -> ImportReport:
        read = await asyncio.to_thread(self._read, gather, language)
        if read.refused:
            return read.report((), dry_run)
        for _ in range(_TRIES):
            merged, renamed = await self._merged(server_id, read)
            new = [one for one in merged if one.change is not Change.UNCHANGED]
            if not dry_run and new:
                drafts = await asyncio.to_thread(self._with_both_scripts, new)
                if not await self._database.write(
                    partial(self._add, server_id, author, drafts)
                ):  # somebody changed a lesson meanwhile: merge anew
                    continue
            return read.report(merged, dry_run, renamed)
        raise RuntimeError("lessons of one server kept changing while they were imported")

    async def _merged(self, server_id: int, read: "_Read") -> tuple[tuple[Merged, ...], tuple[Remark, ...]]:
        """The lessons on top of what is stored at this moment, and which of them get another id."""
        ids, stored, deleted = await self._database.read(
            partial(_stored, server_id=server_id, lessons=read.lessons)
        )
        merged = await asyncio.to_thread(_merged, read.lessons, ids, stored)
        renamed = tuple(
            Remark(Subject.ID_TAKEN, _path(lesson), 0, {"lesson": ids[lesson.lesson_id]})
            for lesson in read.lessons
            if ids[lesson.lesson_id] != lesson.lesson_id
        )
        return tuple(_brought_back(one) if one.lesson.id in deleted else one for one in merged), renamed

    async def _add(
        self, server_id: int, author: int | None, drafts: Sequence[Draft], connection: Connection
    ) -> bool:
        now = self._clock.now()
        if author is None:
            return await add_drafts(connection, server_id=server_id, drafts=drafts, now=now, author=None)
        by = Signature(server_id, author, self._ids.new(), now)
        return await add_noted(connection, by=by, drafts=drafts, deed=Deed.LESSON_IMPORTED)

    def _read(self, gather: Callable[[Gathered], None], language: Locale | None) -> "_Read":
        gathered, reading = Gathered(), Reading()
        lessons: tuple[ImportedLesson, ...] = ()
        try:
            gather(gathered)
            lessons = assemble(gathered.files, language, reading)
            wrong = any(one.outcome is Outcome.WRONG for one in (*gathered.remarks, *reading.remarks))
            if not lessons and not wrong:  # where something is wrong, that says why there is none
                raise ImportRefused(Subject.NOTHING_THERE, "")
        except ImportRefused as refused:
            reading.remarks.append(refused.remark)
        for lesson in lessons:
            self._look_through(lesson, reading)
        return _Read(lessons, (*gathered.remarks, *reading.remarks), len(gathered.files))

    def _look_through(self, lesson: ImportedLesson, reading: Reading) -> None:
        """Note sections that the filters would not take from a learner. They stay as they are: text, never instructions."""
        for text in lesson.texts.values():
            for section in text.sections:
                noted = look_through(self._guard, section.heading, section.markdown)
                if noted is not None:
                    reading.remarks.append(replace(noted, path=text.path, line=section.line))

    def _with_both_scripts(self, merged: Sequence[Merged]) -> tuple[Draft, ...]:
        return with_both_scripts(self._course, merged)


def look_through(guard: Guard, heading: str, markdown: str) -> Remark | None:
    """What a moderator should know of a section that the filters would not take from a learner."""
    verdict = guard.check_input(f"{heading}\n\n{markdown}", purpose=Purpose.MATERIAL)
    floor = floor_in(verdict)
    if floor is not None:
        return Remark(Subject.NOT_FOR_LEARNERS, "", 0, {"heading": heading, "category": floor.value})
    if verdict.action is Action.ALLOW or verdict.category is None:
        return None
    return Remark(Subject.QUARANTINE, "", 0, {"heading": heading, "category": verdict.category.value})


def with_both_scripts(course: Path | None, merged: Sequence[Merged]) -> tuple[Draft, ...]:
    """Each lesson with both scripts of Chinese, where it has one. Slow: run it in a thread."""
    to_traditional = ToTraditional(course_files.corrections(course) if course else {})
    return tuple((one, with_converted(one.lesson, to_traditional)) for one in merged)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the files hold, before the database was asked."""

    lessons: tuple[ImportedLesson, ...]
    remarks: tuple[Remark, ...]
    files: int

    @property
    def refused(self) -> bool:
        return self.report((), dry_run=True).refused

    def report(self, merged: Sequence[Merged], dry_run: bool, further: Sequence[Remark] = ()) -> ImportReport:
        paired = tuple(
            Remark(Subject.LANGUAGES_PAIRED, "", 0, {"lesson": _title(one.lesson), "count": one.paired})
            for one in merged
            if one.paired
        )
        return ImportReport(
            lessons=tuple(map(_lesson_report, merged)),
            remarks=in_reading_order([*self.remarks, *paired, *further]),
            files=self.files,
            dry_run=dry_run,
        )


async def _stored(
    connection: Connection, *, server_id: int, lessons: Sequence[ImportedLesson]
) -> tuple[dict[str, str], dict[str, StoredLesson], frozenset[str]]:
    """The id that each lesson gets, by the one it came with; what is stored under these ids; and which are deleted."""
    taken = await store.taken_ids(connection, server_id)
    coming = {lesson.lesson_id for lesson in lessons}
    ids = {lesson.lesson_id: _free_id(lesson.lesson_id, taken, coming) for lesson in lessons}
    newest = await versions.last_numbers(connection, server_id, list(ids.values()))
    stored = {
        lesson_id: await store.stored_lesson(connection, server_id, lesson_id, version)
        for lesson_id, version in newest.items()
    }
    return ids, stored, await store.deleted_ids(connection, server_id)


def _brought_back(merged: Merged) -> Merged:
    """A deleted lesson that comes in anew is stored again, also where no word of it changed."""
    if merged.change is not Change.UNCHANGED:
        return merged
    return replace(merged, change=Change.CHANGED, version=merged.version + 1)


def _free_id(lesson_id: str, taken: Collection[str], coming: Collection[str]) -> str:
    return versions.own_id(lesson_id, {*taken, *coming}) if lesson_id in taken else lesson_id


def _merged(
    lessons: Sequence[ImportedLesson], ids: dict[str, str], stored: dict[str, StoredLesson]
) -> tuple[Merged, ...]:
    return tuple(
        merge(lesson, ids[lesson.lesson_id], stored.get(ids[lesson.lesson_id])) for lesson in lessons
    )


async def add_drafts(
    connection: Connection,
    *,
    server_id: int,
    drafts: Sequence[Draft],
    now: datetime,
    author: int | None,
) -> bool:
    """Store the drafts; False, and nothing stored, when one of them is no longer made from the newest version."""
    ids = [merged.lesson.id for merged, _ in drafts]
    newest = await versions.last_numbers(connection, server_id, ids)
    taken = await store.taken_ids(connection, server_id)
    if any(
        newest.get(merged.lesson.id, 0) != merged.version - 1 or merged.lesson.id in taken
        for merged, _ in drafts
    ):
        return False
    for merged, converted in drafts:
        await store.add_draft(connection, server_id, merged, converted, now=now, author=author)
    return True


async def add_noted(connection: Connection, *, by: Signature, drafts: Sequence[Draft], deed: Deed) -> bool:
    """Store drafts as `add_drafts` does, and record each; False, and nothing stored, where somebody was quicker."""
    deleted = await store.deleted_ids(connection, by.server_id)
    stored = await add_drafts(connection, server_id=by.server_id, drafts=drafts, now=by.at, author=by.user_id)
    if stored:
        for merged, _ in drafts:
            before: dict[str, object] = {"version": merged.version - 1 or None}
            after: dict[str, object] = {"version": merged.version}
            if merged.lesson.id in deleted:  # it is back
                before["deleted"], after["deleted"] = True, False
            await note(connection, by, deed, merged.lesson.id, before, after)
    return stored


def _lesson_report(merged: Merged) -> LessonReport:
    return LessonReport(
        lesson_id=merged.lesson.id,
        title=_title(merged.lesson),
        languages=tuple(merged.lesson.texts),
        sections=len(merged.lesson.plan),
        paired=merged.paired,
        questions=len(merged.questions),
        change=merged.change,
        version=merged.version,
    )


def _title(lesson: CourseLesson) -> str:
    return next(iter(lesson.texts.values())).title


def _path(lesson: ImportedLesson) -> str:
    return next(iter(lesson.texts.values())).path
