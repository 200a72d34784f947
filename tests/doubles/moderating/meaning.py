"""What a server *means*: what its people would say stands there, words, states and values; not the numbers of versions, which only grow."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select

from bot.app import App
from bot.lessons import versions
from bot.lessons.authoring import State
from bot.lessons.links import store as link_store
from bot.practice import store as challenge_store
from bot.practice.values import ChallengePlace, ChallengeState
from bot.quiz.bank_values import ItemState
from bot.quiz.workshop import store as workshop_store
from bot.servers.acting import AuditEntry, Wanted
from bot.servers.acting import store as acting_store
from bot.storage import Connection
from bot.storage.rooms import all_tables
from bot.texts.locales import Locale

Meaning = dict[str, Any]

_GONE: Final = "deleted"
_ASKS: Final = {
    table.name: f"SELECT * FROM {table.name} WHERE server_id = ?"
    for table in all_tables().sorted_tables
    if "server_id" in table.c
}


async def meant(app: App, server: int) -> Meaning:
    """What stands in a server."""
    s = app.services
    hidden = await s.authoring.shared_matching(server, "", hidden=True)
    lessons: dict[str, Any] = {}
    for own in await s.authoring.matching(server, "", *State):
        words = [await _words(app, server, own.id, number) for number in (own.newest, own.published)]
        lessons[own.id] = (_GONE if own.state is State.DELETED else "", words, own.publish_at)
    questions = await s.questions.all(server, Locale.EN, list(ItemState))
    out = await app.database.read(partial(workshop_store.taken_out, server_id=server))
    return {
        "taken out": sorted((place.lesson_id, place.item_id) for place in out),
        "sections for questions": await app.database.read(partial(_links, server=server)),
        "settings": dict((await s.server_settings.get(server)).data),
        "filters": (await s.filters.policy(server)).to_data(),
        "hidden": sorted(one.id for one in hidden),
        "lessons": lessons,
        "questions": {one.place.item_id: (one.state, repr(one.item)) for one in questions},
        "challenges": await app.database.read(lambda connection: _challenges(connection, server)),
    }


def living(meaning: Meaning) -> Meaning:
    """Without what was deleted or retired: that is what becomes of something new when it is taken back."""
    return {
        name: {key: value for key, value in there.items() if value[0] not in (_GONE, "retired")}
        if name in ("lessons", "questions", "challenges")
        else there
        for name, there in meaning.items()
    }


def differing(before: Meaning, after: Meaning) -> dict[str, Any]:
    """What is not the same, as it was and as it is."""
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def rows(database: Path, server: int) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that is kept for a server, by table, as the file has it: read beside the bot, which takes a fifth of the time."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return {name: sorted(connection.execute(asks, (server,)), key=repr) for name, asks in _ASKS.items()}


async def audit(app: App, server: int) -> tuple[AuditEntry, ...]:
    """The record of a server, newest first."""
    return await app.database.read(
        lambda connection: acting_store.entries(connection, server, Wanted(), most=100_000)
    )


async def taken_back(app: App, server: int) -> frozenset[int]:
    """The numbers of the changes that were taken back."""
    return await app.database.read(lambda connection: acting_store.undone_of(connection, server))


async def _words(app: App, server: int, lesson_id: str, number: int | None) -> str | None:
    if number is None:
        return None
    found = await app.database.read(
        lambda connection: versions.version(connection, server_id=server, lesson_id=lesson_id, number=number)
    )
    return repr({code: found.lesson.texts[code] for code in sorted(found.lesson.texts)})


async def _challenges(connection: Connection, server: int) -> dict[str, Any]:
    table, found = challenge_store.challenges, dict[str, Any]()
    for row in await connection.execute(select(table).where(table.c.server_id == server)):
        place = ChallengePlace(server, row.challenge_id)
        number = row.published if row.state == ChallengeState.PUBLISHED.value else None
        seen = number and await challenge_store.version_of(connection, place, number)
        newest = await challenge_store.version_of(connection, place, row.version)
        found[row.challenge_id] = (row.state, repr(seen), repr(newest))
    return found


async def _links(connection: Connection, server: int) -> dict[str, tuple[str, str]]:
    found = await connection.execute(select(link_store.links).where(link_store.links.c.server_id == server))
    return {row.turn_id: (row.lesson_id, row.section_id) for row in found}
