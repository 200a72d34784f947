"""The bank of items: the built-in one, read from the course's files, and in a server its own beside it.

An item that changes gets a new version; one that leaves is retired. Neither touches an attempt.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from bot.clock import Clock
from bot.lessons.course_files import corrections
from bot.lessons.traditional import ToTraditional
from bot.lessons.values import BUILT_IN
from bot.quiz import course_questions, store
from bot.quiz.bank_values import BankPlace, Entry, ItemState, NewVersion
from bot.quiz.course_questions import WrittenItem
from bot.quiz.items import (
    Choice,
    Item,
    Matching,
    Numeric,
    Ordering,
    OwnWords,
    Short,
    Task,
)
from bot.quiz.lint import lint, stands_in_the_way
from bot.storage import Connection, Database
from bot.texts.locales import Locale

Prepared = tuple[tuple[BankPlace, NewVersion, bool], ...]
"""Each item where it belongs, and whether it can be published."""


def prepare(path: Path) -> Prepared:
    """The questions of the course in `path`, linted, in all three languages. Raises `CourseMistakes`."""
    to_traditional = ToTraditional(corrections(path))
    return tuple(_prepared(written, to_traditional) for written in course_questions.read_questions(path))


class Bank:
    """Items by server."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def has_course(self, path: Path) -> bool:
        """Whether the course at `path`, as it is now, is the one that was taken in."""
        digest = await asyncio.to_thread(course_questions.digest, path)
        return digest == await self._database.read(lambda connection: store.bank_digest(connection, BUILT_IN))

    async def load_course(self, path: Path) -> bool:
        """Take in the questions of the course at `path`; True when they differed from what was loaded before.

        All or nothing, and quick when nothing has changed. Raises `CourseMistakes` with every mistake found.
        """
        digest = await asyncio.to_thread(course_questions.digest, path)
        if digest == await self._database.read(lambda connection: store.bank_digest(connection, BUILT_IN)):
            return False
        prepared = await asyncio.to_thread(prepare, path)
        now = self._clock.now()

        async def unit(connection: Connection) -> None:
            for position, (place, new, is_sound) in enumerate(prepared):
                state = ItemState.PUBLISHED if is_sound else ItemState.DRAFT
                await store.put(connection, place, new, state=state, position=position, now=now)
            there = {(place.lesson_id, place.item_id) for place, _, _ in prepared}
            await store.retire_others(connection, BUILT_IN, there)
            await store.set_digest(connection, BUILT_IN, digest, now)

        await self._database.write(unit)
        return True

    async def entries(
        self, server_id: int, *, lesson_id: str | None = None, section_id: str | None = None
    ) -> tuple[Entry, ...]:
        """The published items that learners of a server may be asked, without their texts."""
        return await self._database.read(
            lambda connection: store.entries(
                connection,
                {BUILT_IN, server_id},
                lesson_ids=None if lesson_id is None else [lesson_id],
                section_id=section_id,
            )
        )

    async def item(self, place: BankPlace, version: int | None = None) -> Mapping[Locale, Item]:
        """An item in its languages; the newest version when none is named, nothing where there is none."""
        return await self._database.read(lambda connection: store.item_texts(connection, place, version))


def _prepared(written: WrittenItem, to_traditional: ToTraditional) -> tuple[BankPlace, NewVersion, bool]:
    texts = dict(written.texts)
    texts[Locale.ZH_TW] = in_traditional(texts[Locale.ZH_CN], to_traditional)
    is_sound = not any(stands_in_the_way(lint(item, language)) for language, item in written.texts.items())
    return BankPlace(BUILT_IN, written.lesson_id, written.id), NewVersion.of(texts), is_sound


def in_traditional(item: Item, to_traditional: ToTraditional) -> Item:
    """A Simplified item in Traditional Chinese; what may be typed stays as well as it was."""
    say = to_traditional.markdown
    return replace(
        item,
        stem=say(item.stem),
        task=_task_in_traditional(item.task, say),
        why=say(item.why),
        hints=tuple(map(say, item.hints)),
        misconceptions={name: say(sentence) for name, sentence in item.misconceptions.items()},
    )


def _task_in_traditional(task: Task, say: Callable[[str], str]) -> Task:
    def both(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*map(say, words), *words]))

    match task:
        case Choice():
            return Choice(
                tuple(replace(option, text=say(option.text), why=say(option.why)) for option in task.options)
            )
        case Ordering():
            return Ordering(tuple(map(say, task.steps)))
        case Matching():
            return Matching(
                tuple(
                    replace(pair, left=say(pair.left), right=say(pair.right), why=say(pair.why))
                    for pair in task.pairs
                ),
                tuple(map(say, task.decoys)),
            )
        case Numeric():
            traps = tuple(replace(trap, why=say(trap.why)) for trap in task.traps)
            return replace(task, unit=say(task.unit), traps=traps)
        case Short():
            return Short(
                both(task.accepted),
                tuple(replace(trap, answers=both(trap.answers), why=say(trap.why)) for trap in task.traps),
            )
        case OwnWords():
            return replace(
                task,
                points=tuple(
                    replace(point, text=say(point.text), words=both(point.words)) for point in task.points
                ),
                example=say(task.example),
            )
