"""The room's door for moderators: everything that can be done with a server's own lessons.

Who may is not decided here: whoever calls has checked it. A lesson of another server is as unknown as one that was
never written.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.ids import Ids
from bot.lessons import versions
from bot.lessons.authoring import store
from bot.lessons.authoring.differences import Change, changes
from bot.lessons.authoring.moments import Moment, read_moment
from bot.lessons.authoring.noting import noted
from bot.lessons.authoring.reading import as_read
from bot.lessons.authoring.values import (
    BuiltIn,
    LessonUnknown,
    NothingToRead,
    OwnLesson,
    SharedLesson,
    State,
    VersionEntry,
    VersionUnknown,
)
from bot.lessons.authoring.writing import Writing
from bot.lessons.course import CourseLesson
from bot.lessons.floors import NotForLearners
from bot.lessons.importing import store as import_store
from bot.lessons.importing.exporting import export_archive
from bot.lessons.importing.importer import add_noted, with_both_scripts
from bot.lessons.importing.merging import Merged, StoredLesson
from bot.lessons.importing.reading import DraftQuestion
from bot.lessons.importing.remarks import Change as ImportChange
from bot.lessons.library import Library, folded
from bot.lessons.values import Lesson
from bot.safety.guard import Guard
from bot.servers.acting import Deed, Signature, note
from bot.storage import Connection, Database
from bot.texts.locales import Locale

log = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=30)
"""How long a deleted lesson can be brought back."""
FURTHEST = timedelta(days=366)
"""How far ahead a lesson can be set to be published."""
FORMS_KEPT_FOR = timedelta(days=7)
"""How long a form that was opened can be handed in."""

_LONGEST_TYPED = 100
_LIVING = (State.DRAFT, State.PUBLISHED, State.CHANGED)


class Step(StrEnum):
    """What became of a lesson when somebody published it or took it back."""

    PUBLISHED = "published"
    SHOWN = "shown"
    """A shared lesson is to be seen here again."""
    UNPUBLISHED = "unpublished"
    HIDDEN = "hidden"
    """A shared lesson is no longer to be seen here."""
    NOTHING = "nothing"
    """It was so already."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of a lesson as its authors may read it."""

    own: OwnLesson
    version: int
    lesson: CourseLesson
    """In all languages, converted ones as well."""
    converted: frozenset[Locale]
    """Languages made from the other script of Chinese."""

    @property
    def written(self) -> CourseLesson:
        """The lesson in the languages that people wrote."""
        texts = {one: text for one, text in self.lesson.texts.items() if one not in self.converted}
        return replace(self.lesson, texts=texts)

    def read_in(self, locale: Locale) -> Lesson:
        """What a learner reads whose language this is."""
        return as_read(self.lesson, locale)

    @property
    def missing(self) -> Mapping[Locale, int]:
        """How many sections each language lacks that has some."""
        return {
            language: len(self.lesson.plan) - len(text.sections)
            for language, text in self.written.texts.items()
            if len(text.sections) < len(self.lesson.plan)
        }


class Authoring:
    """Lessons as their authors see them."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        ids: Ids,
        guard: Guard,
        library: Library,
        course: Path | None = None,
    ) -> None:
        """`course`: the folder of the built-in course, whose corrections of Traditional Chinese hold here too."""
        self._database = database
        self._clock = clock
        self._ids = ids
        self._library = library
        self._course = course
        self.writing = Writing(database, clock, ids, guard, course)

    # ---- what there is

    async def matching(self, server_id: int, typed: str, *states: State) -> tuple[OwnLesson, ...]:
        """The server's own lessons in these states (all but deleted ones where none is named) that typed words may mean."""
        wanted = states or _LIVING

        async def unit(connection: Connection) -> tuple[OwnLesson, ...]:
            words = folded(typed[:_LONGEST_TYPED])
            return tuple(
                lesson
                for lesson in await store.own_lessons(connection, server_id)
                if lesson.state in wanted and _may_mean(words, lesson)
            )

        return await self._database.read(unit)

    async def shared_matching(self, server_id: int, typed: str, *, hidden: bool) -> tuple[SharedLesson, ...]:
        """The lessons that every server has, those that this one hides or those that it shows."""

        async def unit(connection: Connection) -> tuple[SharedLesson, ...]:
            words = folded(typed[:_LONGEST_TYPED])
            return tuple(
                lesson
                for lesson in await store.shared_lessons(connection, server_id)
                if lesson.is_hidden is hidden and _may_mean(words, lesson)
            )

        return await self._database.read(unit)

    async def own(self, server_id: int, lesson_id: str) -> OwnLesson:
        """A lesson of the server's own that is not deleted. Raises `LessonUnknown`, or `BuiltIn` for a shared one."""
        found = await self._own(server_id, lesson_id)
        if found is None or found.state is State.DELETED:
            if found is None and await self._shared(server_id, lesson_id) is not None:
                raise BuiltIn
            raise LessonUnknown
        return found

    async def title(self, server_id: int, lesson_id: str, locale: Locale) -> str:
        """The title of a lesson of the server's own or of a shared one. Raises `LessonUnknown`."""
        found = await self._own(server_id, lesson_id) or await self._shared(server_id, lesson_id)
        if found is None:
            raise LessonUnknown
        return found.title(locale)

    async def draft(self, server_id: int, lesson_id: str, number: int | None = None) -> Draft:
        """A version of a lesson, the newest unless one is named. Raises `LessonUnknown`, `BuiltIn`, `VersionUnknown`."""
        own = await self.own(server_id, lesson_id)
        number = own.newest if number is None else number
        if not 1 <= number <= own.newest:
            raise VersionUnknown
        found = await self._database.read(
            partial(versions.version, server_id=server_id, lesson_id=lesson_id, number=number)
        )
        return Draft(own, number, found.lesson, found.converted)

    async def history(self, server_id: int, lesson_id: str) -> tuple[VersionEntry, ...]:
        """All versions, newest first. Raises `LessonUnknown` or `BuiltIn`."""
        await self.own(server_id, lesson_id)
        return await self._database.read(partial(store.entries, server_id=server_id, lesson_id=lesson_id))

    async def changes(self, server_id: int, lesson_id: str, number: int) -> tuple[Change, ...]:
        """What a version changed against the one before it. Raises like `draft`."""
        new = await self.draft(server_id, lesson_id, number)
        old = await self.draft(server_id, lesson_id, number - 1) if number > 1 else None
        return await asyncio.to_thread(changes, old.written if old else None, new.written)

    async def exported(self, server_id: int, lesson_id: str) -> bytes:
        """The newest version as a .zip that import takes. Raises `LessonUnknown`, `BuiltIn`, `NothingToRead`."""
        draft = await self.draft(server_id, lesson_id)
        if not draft.lesson.plan:
            raise NothingToRead
        packed = await self._database.read(
            partial(export_archive, server_id=server_id, lesson_ids=[lesson_id])
        )
        if packed is None:
            raise LessonUnknown
        return packed

    async def draft_questions(self, server_id: int, lesson_id: str) -> tuple[DraftQuestion, ...]:
        """The questions that came with the newest version of a lesson and wait for a moderator; none for an unknown one."""

        async def unit(connection: Connection) -> tuple[DraftQuestion, ...]:
            number = (await versions.newest(connection, server_id, [lesson_id])).get(lesson_id)
            if number is None:
                return ()
            return (await import_store.stored_lesson(connection, server_id, lesson_id, number)).questions

        return await self._database.read(unit)

    # ---- what learners see

    async def publish(self, server_id: int, lesson_id: str, by: Signature | None = None) -> tuple[Step, int]:
        """Show the newest version, or a shared lesson that was hidden; what was done, and the version (0 for shared ones).

        `by`, here and below: the moderator whose change it is, for the record. Raises `LessonUnknown`, `NothingToRead` or `NotForLearners`.
        """
        shared = await self._shared(server_id, lesson_id)
        if shared is not None:
            await self._hide(server_id, lesson_id, by, is_hidden=shared.is_hidden, hide=False)
            return (Step.SHOWN if shared.is_hidden else Step.NOTHING), 0
        own = await self.own(server_id, lesson_id)
        if own.state is State.PUBLISHED and own.publish_at is None:
            return Step.NOTHING, own.newest
        also = partial(noted, by=by, deed=Deed.LESSON_PUBLISHED, before=own) if by else None
        number = await self._library.publish(server_id, lesson_id, also=also)
        if number is None:
            raise NothingToRead
        return Step.PUBLISHED, number

    async def publish_later(
        self, server_id: int, lesson_id: str, at: datetime, by: Signature | None = None
    ) -> int:
        """Show the version that is the newest now from `at` on; gives its number. Later versions wait for their own order.

        Raises `LessonUnknown`, `BuiltIn`, `NothingToRead` or `NotForLearners`.
        """
        draft = await self.draft(server_id, lesson_id)
        if not draft.lesson.plan:
            raise NothingToRead
        await self._library.require_fit_for_learners(draft.lesson)
        unit = partial(store.schedule, server_id=server_id, lesson_id=lesson_id, version=draft.version, at=at)
        await self._write(unit, by, Deed.LESSON_SCHEDULED, draft.own)
        return draft.version

    async def require_fit_for_learners(self, lesson: CourseLesson) -> None:
        """Raises `NotForLearners` where a lesson holds what no learner may be shown."""
        await self._library.require_fit_for_learners(lesson)

    async def cancel(self, server_id: int, lesson_id: str, by: Signature | None = None) -> bool:
        """Publish nothing at the time that was set; False when none was. Raises `LessonUnknown` or `BuiltIn`."""
        own = await self.own(server_id, lesson_id)
        unit = partial(store.schedule, server_id=server_id, lesson_id=lesson_id, version=None, at=None)
        await self._write(unit, by, Deed.LESSON_UNSCHEDULED, own)
        return own.publish_at is not None

    async def unpublish(self, server_id: int, lesson_id: str, by: Signature | None = None) -> Step:
        """Take a lesson out of the learners' sight here. Raises `LessonUnknown`."""
        shared = await self._shared(server_id, lesson_id)
        if shared is not None:
            await self._hide(server_id, lesson_id, by, is_hidden=shared.is_hidden, hide=True)
            return Step.NOTHING if shared.is_hidden else Step.HIDDEN
        own = await self.own(server_id, lesson_id)
        unit = partial(versions.unpublish, server_id=server_id, lesson_ids=[lesson_id])
        await self._write(unit, by, Deed.LESSON_UNPUBLISHED, own)
        return Step.NOTHING if own.published is None and own.publish_at is None else Step.UNPUBLISHED

    async def read_moment(self, words: str, zone: tzinfo) -> Moment | None:
        """The moment that words name, read at this moment; None where they name none."""
        return await asyncio.to_thread(read_moment, words, now=self._clock.now(), zone=zone)

    # ---- the way back

    async def roll_back(self, server_id: int, user_id: int, lesson_id: str, number: int) -> tuple[int, bool]:
        """Make the words of a version the newest version, a draft; its number, and whether anything changed.

        Raises `LessonUnknown`, `BuiltIn` or `VersionUnknown`.
        """
        while True:
            own = await self.own(server_id, lesson_id)
            if not 1 <= number <= own.newest:
                raise VersionUnknown

            async def stored(connection: Connection, wanted: int) -> StoredLesson:
                return await import_store.stored_lesson(connection, server_id, lesson_id, wanted)

            old = await self._database.read(partial(stored, wanted=number))
            newest = await self._database.read(partial(stored, wanted=own.newest))
            if replace(old, version=0) == replace(newest, version=0):
                return own.newest, False
            merged = Merged(old.lesson, old.questions, 0, ImportChange.CHANGED, own.newest + 1, None)
            drafts = await asyncio.to_thread(with_both_scripts, self._course, [merged])
            by = Signature(server_id, user_id, self._ids.new(), self._clock.now())
            if await self._database.write(
                partial(add_noted, by=by, drafts=drafts, deed=Deed.LESSON_ROLLED_BACK)
            ):
                return merged.version, True

    async def delete(
        self, server_id: int, lesson_id: str, by: Signature | None = None
    ) -> tuple[OwnLesson, datetime]:
        """Take a lesson away from everybody; the moment until which it can be brought back.

        Raises `LessonUnknown` or `BuiltIn`.
        """
        own, now = await self.own(server_id, lesson_id), self._clock.now()

        async def unit(connection: Connection) -> None:
            await versions.unpublish(connection, server_id, [lesson_id])
            await store.set_deleted(connection, server_id, lesson_id, now)

        await self._write(unit, by, Deed.LESSON_DELETED, own)
        return own, now + KEPT_FOR

    async def restore(self, server_id: int, lesson_id: str, by: Signature | None = None) -> OwnLesson:
        """Bring a deleted lesson back as a draft; one that is there is left alone. Raises `LessonUnknown`."""
        found = await self._own(server_id, lesson_id)
        if found is None:
            raise LessonUnknown
        if found.state is State.DELETED:
            unit = partial(store.set_deleted, server_id=server_id, lesson_id=lesson_id, at=None)
            await self._write(unit, by, Deed.LESSON_RESTORED, found)
        return found

    async def _write(
        self, unit: Callable[[Connection], Awaitable[None]], by: Signature | None, deed: Deed, own: OwnLesson
    ) -> None:
        async def whole(connection: Connection) -> None:
            await unit(connection)
            if by is not None:
                await noted(connection, by=by, deed=deed, before=own)

        await self._database.write(whole)

    async def _hide(
        self, server_id: int, lesson_id: str, by: Signature | None, *, is_hidden: bool, hide: bool
    ) -> None:
        now = self._clock.now()

        async def unit(connection: Connection) -> None:
            if hide:
                await store.hide(connection, server_id, lesson_id, now=now)
            else:
                await store.show(connection, server_id, lesson_id)
            if by is not None and is_hidden is not hide:
                deed = Deed.LESSON_HIDDEN if hide else Deed.LESSON_SHOWN
                await note(connection, by, deed, lesson_id, {"hidden": is_hidden}, {"hidden": hide})

        await self._database.write(unit)

    # ---- what happens by itself

    async def publish_due(self) -> int:
        """Publish everything whose time has come; how many lessons. One that cannot be published does not hold up others."""
        done = 0
        for server_id, lesson_id, number in await self._database.read(
            partial(store.due, now=self._clock.now())
        ):
            try:
                if await self._library.publish(server_id, lesson_id, number) is not None:
                    done += 1
                    continue
            except NotForLearners:  # what is found in it is found now and was not when the time was set
                log.warning("a lesson may not be shown to learners and stays a draft")
            except Exception:  # tried again at the next round
                log.exception("a lesson could not be published at its time")
                continue
            await self._database.write(
                partial(store.schedule, server_id=server_id, lesson_id=lesson_id, version=None, at=None)
            )
        return done

    async def purge(self) -> int:
        """Remove for good what was deleted long enough ago; how many lessons."""
        now = self._clock.now()
        unit = partial(store.purge, deleted_before=now - KEPT_FOR, opened_before=now - FORMS_KEPT_FOR)
        return await self._database.write(unit)

    async def _own(self, server_id: int, lesson_id: str) -> OwnLesson | None:
        found = await self._database.read(
            partial(store.own_lessons, server_id=server_id, lesson_id=lesson_id)
        )
        return found[0] if found else None

    async def _shared(self, server_id: int, lesson_id: str) -> SharedLesson | None:
        found = await self._database.read(partial(store.shared_lessons, server_id=server_id))
        return next((lesson for lesson in found if lesson.id == lesson_id), None)


def _may_mean(words: str, lesson: OwnLesson | SharedLesson) -> bool:
    return any(words in folded(name) for name in (*lesson.titles.values(), lesson.id))
