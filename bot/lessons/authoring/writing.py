"""Forms of moderators: opened, handed in, and never lost when somebody else was quicker."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.ids import Ids
from bot.lessons import versions
from bot.lessons.authoring import store
from bot.lessons.authoring.changes import Written, new_section_id, with_section
from bot.lessons.authoring.forms import (
    Answers,
    Form,
    Overtaken,
    form_of,
    handed_in,
    lines_of,
    one_line,
    overtaken_by,
    title_in,
    whole,
    with_words,
)
from bot.lessons.authoring.values import (
    Edit,
    EditGone,
    LastSection,
    LessonUnknown,
    SectionUnknown,
    Subject,
)
from bot.lessons.course import CourseLesson, LessonText
from bot.lessons.importing import store as import_store
from bot.lessons.importing.importer import add_noted, look_through, with_both_scripts
from bot.lessons.importing.merging import Merged, StoredLesson
from bot.lessons.importing.naming import lesson_id_of
from bot.lessons.importing.remarks import Change, ImportRefused, Remark
from bot.lessons.importing.rewriting import rewritten
from bot.safety.guard import Guard
from bot.servers.acting import Deed, Signature
from bot.storage import Connection, Database
from bot.texts.locales import Locale

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Saved:
    """A new version holds what was written; or it was there already."""

    lesson_id: str
    title: str
    version: int
    language: Locale
    change: Change
    heading: str = ""
    section_id: str | None = None
    removed: bool = False
    notes: tuple[Remark, ...] = ()
    """What was done to the text, and what a moderator should look at."""


class Writing:
    """Everything that moderators type."""

    def __init__(
        self, database: Database, clock: Clock, ids: Ids, guard: Guard, course: Path | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._guard = guard
        self._course = course

    async def begin(self, server_id: int, user_id: int, language: Locale, answers: Answers) -> Saved:
        """Make a lesson, a draft. Raises `ImportRefused` where its text cannot be taken."""
        title = " ".join(answers.title.split())
        text = LessonText(title, answers.summary.strip(), lines_of(answers.goals), None, {})
        for _ in range(_TRIES):
            lesson_id = await self._database.read(partial(_free_id, server_id=server_id, title=title))
            bare = CourseLesson(lesson_id, (), 0, (), (), {language: text})
            lesson, section_id = bare, None
            markdown = whole(answers.boxes)
            if markdown:
                heading = one_line(answers.heading) or title
                section_id = new_section_id(bare, heading)
                lesson = with_section(bare, language, section_id, Written(heading, markdown))
            stored = StoredLesson(0, bare, ())
            saved = await self._save(server_id, user_id, stored, lesson, language, section_id)
            if saved is not None:
                return saved
        raise RuntimeError("ids of lessons kept being taken")

    async def open(
        self,
        server_id: int,
        user_id: int,
        lesson_id: str,
        language: Locale,
        subject: Subject,
        section_id: str | None = None,
    ) -> Form:
        """Open a form for a part of a lesson's newest version. Raises `LessonUnknown` or `SectionUnknown`."""
        newest = await self._newest(server_id, lesson_id)
        if subject is Subject.SECTION and section_id not in {one.id for one in newest.lesson.plan}:
            raise SectionUnknown
        edit = Edit(
            self._ids.new(), server_id, user_id, lesson_id, language, subject, section_id, newest.number
        )
        await self._database.write(partial(store.open_edit, edit=edit, now=self._clock.now()))
        return form_of(edit, newest, newest)

    async def reopen(self, server_id: int, user_id: int, edit_id: str) -> Form:
        """Open a form again with what was handed in and not stored. Raises `EditGone` or `LessonUnknown`."""
        edit = await self._edit(server_id, user_id, edit_id)
        return form_of(
            edit,
            await self._version(server_id, edit.lesson_id, edit.base_version),
            await self._newest(server_id, edit.lesson_id),
        )

    async def hand_in(
        self, server_id: int, user_id: int, edit_id: str, answers: Answers
    ) -> Saved | Overtaken:
        """Store what a form brought back as a new version, unless somebody else changed the same words meanwhile.

        Raises `EditGone`, `LessonUnknown`, `LastSection`; `ImportRefused` where the text cannot be taken. What was
        written is kept with the form then, and `reopen` gives it back.
        """
        edit = await self._edit(server_id, user_id, edit_id)
        for _ in range(_TRIES):
            newest = await self._newest(server_id, edit.lesson_id)
            base = await self._version(server_id, edit.lesson_id, edit.base_version)
            mine = handed_in(edit, base, answers)
            overtaken = overtaken_by(edit, base, newest, mine)
            if overtaken is not None:
                await self._keep(edit, mine, newest.number)
                return replace(overtaken, author=await self._author(server_id, edit.lesson_id, newest.number))
            stored = await self._database.read(
                partial(
                    import_store.stored_lesson,
                    server_id=server_id,
                    lesson_id=edit.lesson_id,
                    number=newest.number,
                )
            )
            lesson, section_id = with_words(edit, stored, newest, mine, answers.after)
            try:
                if not lesson.plan and stored.lesson.plan:
                    raise LastSection
                saved = await self._save(server_id, user_id, stored, lesson, edit.language, section_id)
            except (ImportRefused, LastSection):
                await self._keep(edit, mine, newest.number)
                raise
            if saved is not None:
                await self._database.write(partial(store.close_edit, edit_id=edit.id))
                is_gone = edit.subject is Subject.SECTION and not mine.get("markdown")
                return replace(saved, removed=is_gone) if is_gone else saved
        raise RuntimeError("a lesson kept changing while it was edited")

    async def _save(
        self,
        server_id: int,
        user_id: int,
        stored: StoredLesson,
        lesson: CourseLesson,
        language: Locale,
        section_id: str | None,
    ) -> Saved | None:
        """None when somebody stored another version meanwhile."""
        merged, notes, converted = await asyncio.to_thread(
            self._prepared, stored, lesson, language, section_id
        )
        if merged.change is not Change.UNCHANGED:
            by = Signature(server_id, user_id, self._ids.new(), self._clock.now())
            drafts = [(merged, converted)]
            unit = partial(add_noted, by=by, drafts=drafts, deed=Deed.LESSON_WRITTEN)
            if not await self._database.write(unit):
                return None
        text = merged.lesson.texts.get(language)
        section = text.sections.get(section_id) if text and section_id else None
        return Saved(
            lesson_id=lesson.id,
            title=text.title if text else title_in(merged.lesson, language),
            version=merged.version,
            language=language,
            change=Change.NEW if stored.version == 0 else merged.change,
            heading=section.heading if section else "",
            section_id=section_id if section else None,
            notes=notes,
        )

    def _prepared(
        self, stored: StoredLesson, lesson: CourseLesson, language: Locale, section_id: str | None
    ) -> tuple[Merged, tuple[Remark, ...], CourseLesson]:
        texts = {one: text for one, text in lesson.texts.items() if text.sections or not lesson.plan}
        lesson = replace(lesson, texts=texts)
        notes: tuple[Remark, ...] = ()
        if lesson.plan:
            merged, notes = rewritten(stored, lesson)
        else:
            change = Change.UNCHANGED if stored.version and stored.lesson == lesson else Change.CHANGED
            version = stored.version + (change is not Change.UNCHANGED)
            merged = Merged(lesson, stored.questions, 0, change, version, None)
        text = merged.lesson.texts.get(language)
        if text is not None:
            section = text.sections.get(section_id) if section_id else None
            if section is not None:
                noted = look_through(self._guard, section.heading, section.markdown)
            else:
                noted = look_through(self._guard, text.title, "\n".join((text.summary, *text.goals)))
            notes = (*notes, noted) if noted else notes
        return merged, notes, with_both_scripts(self._course, [merged])[0][1]

    async def _edit(self, server_id: int, user_id: int, edit_id: str) -> Edit:
        found = await self._database.read(
            partial(store.edit_of, server_id=server_id, user_id=user_id, edit_id=edit_id)
        )
        if found is None:
            raise EditGone
        return found

    async def _keep(self, edit: Edit, mine: Mapping[str, str], base_version: int) -> None:
        await self._database.write(
            partial(store.keep_written, edit_id=edit.id, written=mine, base_version=base_version)
        )

    async def _newest(self, server_id: int, lesson_id: str) -> versions.Version:
        async def unit(connection: Connection) -> versions.Version | None:
            number = (await versions.newest(connection, server_id, [lesson_id])).get(lesson_id)
            return await versions.version(connection, server_id, lesson_id, number) if number else None

        found = await self._database.read(unit)
        if found is None:
            raise LessonUnknown
        return found

    async def _version(self, server_id: int, lesson_id: str, number: int) -> versions.Version:
        return await self._database.read(
            partial(versions.version, server_id=server_id, lesson_id=lesson_id, number=number)
        )

    async def _author(self, server_id: int, lesson_id: str, number: int) -> int | None:
        entries = await self._database.read(partial(store.entries, server_id=server_id, lesson_id=lesson_id))
        return next((one.author for one in entries if one.number == number), None)


async def _free_id(connection: Connection, *, server_id: int, title: str) -> str:
    taken = {
        *await import_store.taken_ids(connection, server_id),
        *(lesson.id for lesson in await store.own_lessons(connection, server_id)),
    }
    wanted = lesson_id_of(title)
    return versions.own_id(wanted, taken) if wanted in taken else wanted
