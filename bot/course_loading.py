"""Takes the built-in course in: lessons, questions, challenges, concept cards and models, where any of it has changed.

It is done in a process of its own: reading a course takes a hundred megabytes that a tutor who runs for months need not
keep. A start that finds nothing new pays for five digests and no process.
"""

import asyncio
from pathlib import Path
from typing import Protocol

from bot.apart import apart
from bot.clock import SystemClock
from bot.explain.book import ConceptBook
from bot.explain.models.catalogue import Catalogue
from bot.lessons.library import Library
from bot.practice.bank import Bank as ChallengeBank
from bot.quiz.bank import Bank
from bot.storage import Database


class Room(Protocol):
    """What takes a part of the course in."""

    async def has_course(self, path: Path) -> bool:
        """Whether the course at `path`, as it is now, is the one that was taken in."""
        ...

    async def load_course(self, path: Path) -> bool:
        """Take its part in; True when it differed. Raises `CourseMistakes`."""
        ...


async def take_in_course(database: Database, url: str, path: Path) -> bool:
    """Make the database at `url`, which is open as `database`, hold the course at `path`; True when something was new.

    Each part is taken in whole or not at all. Raises `CourseMistakes` with every mistake of the first part that has any.
    """
    for room in _rooms(database):
        if not await room.has_course(path):
            return await apart(_take_in, url, path)
    return False


def _rooms(database: Database) -> tuple[Room, ...]:
    clock = SystemClock()
    library = Library(database, clock)
    return (
        library,
        Bank(database, clock),
        ChallengeBank(database, clock),
        ConceptBook(database, library, clock),
        Catalogue(database, clock),
    )


def _take_in(url: str, path: Path) -> bool:
    return asyncio.run(_load(url, path))


async def _load(url: str, path: Path) -> bool:
    database = await Database.open(url)
    try:
        return any([await room.load_course(path) for room in _rooms(database)])
    finally:
        await database.close()
