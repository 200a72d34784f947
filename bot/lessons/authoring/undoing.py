"""How moderators' changes of lessons are taken back. Nothing is lost by it: versions stay, what was new is only deleted."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.lessons import versions
from bot.lessons.authoring import store
from bot.lessons.authoring.values import OwnLesson
from bot.lessons.importing import store as import_store
from bot.lessons.importing.importer import Draft, add_drafts, with_both_scripts
from bot.lessons.importing.merging import Merged, StoredLesson
from bot.lessons.importing.remarks import Change
from bot.lessons.prepare import PreparedLesson, prepare_lesson
from bot.servers.acting import AuditEntry, CannotUndo, ChangedSince, Deed, Signature, Step
from bot.storage import Connection, Database

_VERSIONS = frozenset({"version", "published"})
_SCHEDULE = frozenset({"publish_at", "publish_version"})
_NEW_WORDS = frozenset({Deed.LESSON_WRITTEN, Deed.LESSON_IMPORTED, Deed.LESSON_ROLLED_BACK})


def state_of(own: OwnLesson) -> dict[str, Any]:
    """What a record of a change says about how a lesson stands."""
    return {
        "version": own.newest,
        "published": own.published,
        "publish_at": own.publish_at.isoformat() if own.publish_at else None,
        "publish_version": own.publish_version,
        "deleted": own.deleted_at is not None,
    }


class LessonUndoing:
    """Takes back what was done with a server's lessons."""

    def __init__(self, database: Database, course: Path | None = None) -> None:
        """`course`: the folder of the built-in course, whose corrections of Traditional Chinese hold here too."""
        self._database = database
        self._course = course

    async def __call__(self, entry: AuditEntry, by: Signature) -> Step:
        """What takes a change back, in the unit that records it. Raises `ChangedSince` or `CannotUndo`."""
        before, after = entry.before or {}, entry.after or {}
        if "hidden" in after:
            return partial(_hide_or_show, entry=entry, by=by)
        earlier: Draft | None = None
        prepared: PreparedLesson | None = None
        wanted = before.get("version")
        if Deed(entry.action) in _NEW_WORDS and wanted is not None:
            earlier = await self._earlier(entry, int(wanted))
        elif before.get("published") is not None:
            prepared = await self._prepared(entry, int(before["published"]))

        async def step(connection: Connection) -> None:
            found = await store.own_lessons(connection, entry.server_id, entry.subject)
            if not found:
                raise CannotUndo
            await _require_unchanged(connection, entry, state_of(found[0]))
            if Deed(entry.action) in _NEW_WORDS:
                await _words_back(connection, entry, earlier, by)
            else:
                await _state_back(connection, found[0], before, prepared, by)

        return step

    async def _earlier(self, entry: AuditEntry, wanted: int) -> Draft:
        """The version before, as the next one. Raises `CannotUndo`."""
        found = await self._database.read(
            partial(store.own_lessons, server_id=entry.server_id, lesson_id=entry.subject)
        )
        if not found:
            raise CannotUndo
        stored = await self._database.read(
            partial(
                import_store.stored_lesson,
                server_id=entry.server_id,
                lesson_id=entry.subject,
                number=wanted,
            )
        )
        merged = Merged(stored.lesson, stored.questions, 0, Change.CHANGED, found[0].newest + 1, None)
        return (await asyncio.to_thread(with_both_scripts, self._course, [merged]))[0]

    async def _prepared(self, entry: AuditEntry, number: int) -> PreparedLesson:
        found = await self._database.read(
            partial(versions.version, server_id=entry.server_id, lesson_id=entry.subject, number=number)
        )
        return await asyncio.to_thread(prepare_lesson, found.lesson, {}, entry.server_id)


async def _require_unchanged(connection: Connection, entry: AuditEntry, now: Mapping[str, Any]) -> None:
    """Raises `ChangedSince` where what a change touched is no longer as the change left it."""
    before, after = entry.before or {}, entry.after or {}
    for name, value in after.items():
        if value in (before.get(name), now.get(name)):
            continue
        if name in _VERSIONS and None not in (value, now.get(name)):
            # taking a later change back makes a new version with the old words
            words = [await _words(connection, entry, int(one)) for one in (value, now[name])]
            if words[0] == words[1]:
                continue
        raise ChangedSince


async def _words(connection: Connection, entry: AuditEntry, number: int) -> StoredLesson:
    stored = await import_store.stored_lesson(connection, entry.server_id, entry.subject, number)
    return replace(stored, version=0)


async def _hide_or_show(connection: Connection, *, entry: AuditEntry, by: Signature) -> None:
    shared = {one.id: one for one in await store.shared_lessons(connection, entry.server_id)}
    found, after = shared.get(entry.subject), entry.after or {}
    if found is None or found.is_hidden is not after["hidden"]:
        raise ChangedSince
    if found.is_hidden:
        await store.show(connection, entry.server_id, entry.subject)
    else:
        await store.hide(connection, entry.server_id, entry.subject, now=by.at)


async def _words_back(
    connection: Connection, entry: AuditEntry, earlier: Draft | None, by: Signature
) -> None:
    if earlier is None:  # it was new: it goes, and can be brought back for some days
        await versions.unpublish(connection, entry.server_id, [entry.subject])
        await store.set_deleted(connection, entry.server_id, entry.subject, by.at)
        return
    stored = await add_drafts(
        connection, server_id=entry.server_id, drafts=[earlier], now=by.at, author=by.user_id
    )
    if not stored:
        raise ChangedSince
    if (entry.before or {}).get("deleted"):  # the change had brought it back
        await versions.unpublish(connection, entry.server_id, [entry.subject])
        await store.set_deleted(connection, entry.server_id, entry.subject, by.at)


async def _state_back(
    connection: Connection,
    own: OwnLesson,
    before: Mapping[str, Any],
    prepared: PreparedLesson | None,
    by: Signature,
) -> None:
    server, lesson = by.server_id, own.id
    if "deleted" in before:
        await store.set_deleted(connection, server, lesson, by.at if before["deleted"] else None)
    if prepared is not None:
        await versions.publish(connection, server, prepared, version=int(before["published"]))
    elif "published" in before:
        await versions.unpublish(connection, server, [lesson])
    if not before.keys().isdisjoint(_SCHEDULE):  # publishing, and its opposite, forget it
        at, version = own.publish_at, before.get("publish_version", own.publish_version)
        if "publish_at" in before:
            at = datetime.fromisoformat(before["publish_at"]) if before["publish_at"] else None
        await store.schedule(connection, server, lesson, version, at)
