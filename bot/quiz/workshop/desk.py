"""What moderators do with their server's questions: each method is one unit of work, and each way in passes the lint.

A question with a critical finding is kept as a draft and never published. Nothing here touches an attempt: versions stay.
"""

import asyncio
import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.clock import Clock
from bot.ids import Ids
from bot.lessons.library import Library
from bot.lessons.values import BUILT_IN, READING_ORDER, Lesson
from bot.llm.values import Payer
from bot.quiz import formats, store
from bot.quiz.bank_values import BankPlace, Entry, ItemState, NewVersion
from bot.quiz.formats.values import FileMistake
from bot.quiz.items import Item, words_of
from bot.quiz.lint import Finding, lint, stands_in_the_way
from bot.quiz.mistakes import Mistake, Wrong
from bot.quiz.reading import read_item
from bot.quiz.workshop import store as workshop_store
from bot.quiz.workshop import watching
from bot.quiz.workshop.drafting import Drafted, Drafting
from bot.quiz.workshop.store import CourseQuestion
from bot.quiz.workshop.undoing import ANY_VERSION, decide, noted, record_name, standing
from bot.quiz.workshop.watching import Watched
from bot.safety import Action
from bot.servers.acting import Deed, Signature
from bot.servers.filters import ServerGuard
from bot.storage import Connection, Database
from bot.texts.errors import PersonError
from bot.texts.locales import Locale

_NUMBERED = re.compile(r"question-\d+")
"""Ids that readers give to what has none."""


class NoSuchQuestion(PersonError):
    """There is no such question here."""

    key = "teach-question-none"


class NoSuchLesson(PersonError):
    """There is no such lesson for learners here."""

    key = "quiz-unknown-lesson"


class ChangedMeanwhile(PersonError):
    """Somebody else stored a newer version while the form was open."""

    key = "teach-question-changed-meanwhile"


@dataclass(frozen=True, slots=True)
class Owned:
    """A question of a server's own, or one of the course as the server asks it."""

    handle: str
    """Names it in a button."""
    place: BankPlace
    version: int
    state: ItemState
    language: Locale
    item: Item
    findings: tuple[Finding, ...]
    """What the lint says; of a question of the course nothing, since its authors were told."""

    @property
    def is_of_course(self) -> bool:
        """Whether its words are the course's: moderators decide only whether it is asked."""
        return self.place.bank_id == BUILT_IN

    @property
    def is_sound(self) -> bool:
        """Whether nothing stands in the way of publishing it."""
        return not stands_in_the_way(self.findings)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file. With mistakes nothing was stored."""

    mistakes: tuple[FileMistake, ...]
    published: int = 0
    flawed: tuple[Owned, ...] = ()
    """Kept as drafts."""


def handle_of(place: BankPlace) -> str:
    """A short name for a question, the same always."""
    return hashlib.blake2b(record_name(place).encode(), digest_size=6).hexdigest()


class QuestionDesk:
    """Questions by server."""

    def __init__(
        self,
        database: Database,
        library: Library,
        clock: Clock,
        ids: Ids,
        drafting: Drafting,
        guard: ServerGuard,
    ) -> None:
        self._database = database
        self._library = library
        self._clock = clock
        self._ids = ids
        self._drafting = drafting
        self._guard = guard

    async def lesson(self, server_id: int, lesson_id: str, locale: Locale) -> Lesson:
        """A lesson to ask about. Raises `NoSuchLesson`."""
        found = await self._library.lesson(server_id, lesson_id, locale)
        if found is None:
            raise NoSuchLesson
        return found

    async def all(
        self, server_id: int, locale: Locale, states: Collection[ItemState], lesson_id: str | None = None
    ) -> tuple[Owned, ...]:
        """The server's own questions in these states."""

        async def unit(connection: Connection) -> list[tuple[Entry, Locale, Item]]:
            lessons = None if lesson_id is None else [lesson_id]
            found = []
            for entry in await store.entries(connection, {server_id}, lesson_ids=lessons, states=states):
                texts = await store.item_texts(connection, entry.place, entry.version)
                language = next((one for one in READING_ORDER[locale] if one in texts), None)
                if language is not None:
                    found.append((entry, language, texts[language]))
            return found

        rows = await self._database.read(unit) if server_id != BUILT_IN else []
        return await asyncio.to_thread(lambda: tuple(_owned(*row) for row in rows))

    async def get(self, server_id: int, handle: str, locale: Locale) -> Owned:
        """One of the server's own questions. Raises `NoSuchQuestion`."""
        for owned in await self.all(server_id, locale, list(ItemState)):
            if owned.handle == handle:
                return owned
        raise NoSuchQuestion

    async def find(self, server_id: int, handle: str, locale: Locale) -> Owned:
        """A question of the server's own or of the course. Raises `NoSuchQuestion`."""

        async def unit(connection: Connection) -> tuple[BankPlace, ItemState, Mapping[Locale, Item]] | None:
            for place in await workshop_store.course_places(connection):
                if handle_of(place) == handle:
                    is_out = place in await workshop_store.taken_out(connection, server_id)
                    state = ItemState.RETIRED if is_out else ItemState.PUBLISHED
                    return place, state, await store.item_texts(connection, place)
            return None

        found = await self._database.read(unit)
        if found is None:
            return await self.get(server_id, handle, locale)
        place, state, texts = found
        language = next(one for one in READING_ORDER[locale] if one in texts)
        return Owned(handle, place, ANY_VERSION, state, language, texts[language], ())

    async def of_course(
        self, server_id: int, locale: Locale, typed: str, most: int
    ) -> Sequence[CourseQuestion]:
        """What the course asks here: every question that was taken out, then those with the words `typed`."""
        return await self._database.read(
            lambda connection: workshop_store.course_questions(connection, server_id, locale, typed, most)
        )

    async def write(
        self,
        server_id: int,
        lesson: Lesson,
        entry: Mapping[str, Any],
        locale: Locale,
        author: int,
        before: Owned | None = None,
        version: int | None = None,
    ) -> tuple[Owned | None, tuple[FileMistake, ...]]:
        """Store what a form brought: a new draft, or a version of `before`; nothing where it is no question.

        A published question stays published while it is sound. Raises `ChangedMeanwhile` where `version` is not the newest.
        """
        mistakes: list[FileMistake] = []
        section = next((one for one in lesson.sections if one.id == entry.get("section")), lesson.sections[0])
        whole = {
            "id": before.place.item_id if before else self._ids.new(),
            "section": section.id,
            "concepts": list(section.concepts) or [lesson.id],
            "level": "beginner",
            **{name: value for name, value in entry.items() if value not in (None, "", [])},
        }
        if before is not None:
            whole["id"] = before.place.item_id
        sentences = before.item.misconceptions if before is not None else {}
        item = read_item(
            whole, lesson.id, sentences, lambda line, what: mistakes.append(FileMistake(line, what))
        )
        if item is None:
            return None, tuple(mistakes)
        if unfit := await self._unfit(server_id, [item]):
            return None, unfit
        findings = await asyncio.to_thread(lint, item, locale)
        now, place = self._clock.now(), BankPlace(server_id, lesson.id, item.id)
        by = Signature(server_id, author, self._ids.new(), now)

        async def unit(connection: Connection) -> tuple[int, ItemState]:
            known = [
                one
                for one in await store.entries(
                    connection, {server_id}, lesson_ids=[lesson.id], states=list(ItemState)
                )
                if one.place == place
            ]
            if known and version is not None and known[0].version != version:
                raise ChangedMeanwhile
            texts = dict(await store.item_texts(connection, place)) if known else {}
            texts = {locale: item} if not texts or texts.keys() == {locale} else {**texts, locale: item}
            published = (
                bool(known) and known[0].state is ItemState.PUBLISHED and not stands_in_the_way(findings)
            )
            state = ItemState.PUBLISHED if published else ItemState.DRAFT
            position = await workshop_store.next_position(connection, server_id, lesson.id)
            before = await standing(connection, [place])
            stored = await store.put(
                connection, place, NewVersion.of(texts, author), state=state, position=position, now=now
            )
            await noted(connection, by, Deed.QUESTION_WRITTEN, before, [place])
            return stored, state

        stored, state = await self._database.write(unit)
        return Owned(handle_of(place), place, stored, state, locale, item, findings), ()

    async def set_state(self, owned: Owned, state: ItemState, by: Signature) -> bool:
        """Ask a question from now on, or no more; False where a critical finding stands in the way of asking it."""
        if state is ItemState.PUBLISHED and not owned.is_sound:
            return False
        return await self._database.write(lambda connection: decide(connection, by, owned.place, state))

    async def take_in(
        self,
        server_id: int,
        lesson: Lesson,
        data: bytes,
        wanted: formats.FileFormat,
        locale: Locale,
        author: int,
    ) -> TakenIn:
        """The questions of a file, all or none; sound ones are published, flawed ones kept as drafts."""
        first = lesson.sections[0]
        defaults = formats.Defaults(lesson.id, first.id, first.concepts or (lesson.id,))
        taken = await asyncio.to_thread(formats.read, data, wanted, defaults)
        if taken.mistakes:
            return TakenIn(taken.mistakes)
        sections = {section.id for section in lesson.sections}
        lost = [
            FileMistake(
                item.line, Mistake.of(Wrong.NO_SUCH_SECTION, lesson=lesson.id, section=item.section_id)
            )
            for item in taken.items
            if item.section_id not in sections
        ]
        if lost:
            return TakenIn(tuple(lost))
        if unfit := await self._unfit(server_id, taken.items):
            return TakenIn(unfit)
        named = [_with_own_id(item) for item in taken.items]
        return await self._keep(server_id, named, locale, author, publish=True)

    async def generate(
        self, server_id: int, lesson: Lesson, count: int, author: int
    ) -> tuple[Drafted, tuple[Owned, ...]]:
        """Drafts from a lesson's text, by a model where there is one; nobody is asked them before they are approved."""
        known = await self._stems(server_id, lesson)
        drafted = await self._drafting.draft(lesson, count, known, self._ids.new, Payer(server_id, author))
        kept = await self._keep(server_id, drafted.items, lesson.language, author, publish=False)
        return drafted, kept.flawed

    async def export(
        self, server_id: int, wanted: formats.FileFormat, locale: Locale, lesson_id: str | None
    ) -> tuple[int, bytes]:
        """How many questions, and the file."""
        found = await self.all(server_id, locale, (ItemState.DRAFT, ItemState.PUBLISHED), lesson_id)
        text = await asyncio.to_thread(formats.write, [owned.item for owned in found], wanted)
        return len(found), text.encode()

    async def watched(
        self, server_id: int, locale: Locale, lesson_id: str | None = None
    ) -> Sequence[Watched]:
        """How questions do here, by first answers of this server's learners; the most suspect first."""

        found = await self._database.read(
            lambda connection: watching.watched(connection, server_id, locale, lesson_id)
        )
        return sorted(found, key=lambda one: (-len(one.reasons), -one.found.answers, one.place.item_id))

    async def _stems(self, server_id: int, lesson: Lesson) -> list[str]:
        async def unit(connection: Connection) -> list[str]:
            stems = []
            for entry in await store.entries(
                connection,
                {BUILT_IN, server_id},
                lesson_ids=[lesson.id],
                states=(ItemState.DRAFT, ItemState.PUBLISHED),
            ):
                texts = await store.item_texts(connection, entry.place, entry.version)
                stems += [texts[lesson.language].stem] if lesson.language in texts else []
            return stems

        return await self._database.read(unit)

    async def _unfit(self, server_id: int, items: Sequence[Item]) -> tuple[FileMistake, ...]:
        """The questions that the filters of this server would not show to a learner as they stand."""
        verdicts = await self._guard.authored(server_id, [words_of(item) for item in items])
        return tuple(
            FileMistake(item.line, Mistake.of(Wrong.UNFIT))
            for item, verdict in zip(items, verdicts, strict=True)
            if verdict.action is not Action.ALLOW
        )

    async def _keep(
        self, server_id: int, items: Sequence[Item], locale: Locale, author: int, *, publish: bool
    ) -> TakenIn:
        findings = await asyncio.to_thread(lambda: [lint(item, locale) for item in items])
        now = self._clock.now()
        by = Signature(server_id, author, self._ids.new(), now)
        deed = Deed.QUESTIONS_IMPORTED if publish else Deed.QUESTIONS_GENERATED
        places = [BankPlace(server_id, item.lesson_id, item.id) for item in items]

        async def unit(connection: Connection) -> TakenIn:
            kept, published = [], 0
            before = await standing(connection, places)
            for item, found, place in zip(items, findings, places, strict=True):
                sound = publish and not stands_in_the_way(found)
                state = ItemState.PUBLISHED if sound else ItemState.DRAFT
                position = await workshop_store.next_position(connection, server_id, item.lesson_id)
                version = await store.put(
                    connection,
                    place,
                    NewVersion.of({locale: replace(item, line=0)}, author),
                    state=state,
                    position=position,
                    now=now,
                )
                published += sound
                if not sound:
                    kept.append(Owned(handle_of(place), place, version, state, locale, item, found))
            await noted(connection, by, deed, before, places)
            return TakenIn((), published, tuple(kept))

        return await self._database.write(unit)


def _with_own_id(item: Item) -> Item:
    """An item whose file gave it no id gets one from its question: another file's first question is another question."""
    if _NUMBERED.fullmatch(item.id) is None:
        return item
    digest = hashlib.blake2b(item.stem.encode(), digest_size=6).hexdigest()
    return replace(item, id=f"q-{digest}")


def _owned(entry: Entry, language: Locale, item: Item) -> Owned:
    findings = lint(item, language)
    return Owned(handle_of(entry.place), entry.place, entry.version, entry.state, language, item, findings)
