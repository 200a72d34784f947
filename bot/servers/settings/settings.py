"""Each server's settings: read for every turn, changed by moderators, every version kept.

Who may is decided where Discord is known. Nothing here raises what the operator or the safety of all has fixed.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, Final

from bot.clock import Clock
from bot.ids import Ids
from bot.safety import Guard, Purpose
from bot.servers.acting import AuditEntry, ChangedSince, Deed, Signature, Step, note
from bot.servers.settings import store
from bot.servers.settings.kinds import Words
from bot.servers.settings.registry import (
    ATTEMPTS_DAYS,
    BY_KEY,
    PAUSE_REASON,
    PAUSED,
    REGISTRY,
    TURNS_DAYS,
    Setting,
)
from bot.servers.settings.snapshot import Snapshot
from bot.servers.settings.store import Version
from bot.settings import Settings
from bot.storage import Connection, Database
from bot.texts.errors import PersonError

FRESH: Final = 1.0
"""Seconds after which settings are read anew: another process may have changed them."""
_SUBJECT: Final = 80


class SettingUnknown(PersonError):
    """There is no such setting."""

    key = "server-settings-unknown"


class ManagersOnly(PersonError):
    """A moderator by role wants to change who is a moderator."""

    key = "server-settings-managers-only"


class WordsRefused(PersonError):
    """The moderator's words did not pass the filters."""

    key = "server-settings-words-refused"


@dataclass(frozen=True, slots=True)
class Moderator:
    """Who changes a setting."""

    server_id: int
    user_id: int
    manages: bool
    """Whether Discord itself says that they may manage the server."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a server keeps what people said and did, where it keeps it shorter than the operator does."""

    server_id: int
    turns: timedelta
    attempts: timedelta


@dataclass(frozen=True, slots=True)
class Changed:
    """A server's settings before and after a change, and which were changed."""

    before: Snapshot
    after: Snapshot
    settings: tuple[Setting[Any], ...]
    """Empty where everything was so already."""


class ServerSettings:
    """Settings by server; one for the whole process."""

    def __init__(self, database: Database, clock: Clock, ids: Ids, guard: Guard, operator: Settings) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._guard = guard
        self.operator = operator
        self._usual = Snapshot.of(0, 0, {}, operator)
        self._known: dict[int, tuple[float, Snapshot]] = {}
        self._reading: dict[int, asyncio.Task[Snapshot]] = {}
        self._watchers: list[Callable[[Snapshot], None]] = []

    async def get(self, server_id: int) -> Snapshot:
        """What holds in a server now; 0 is direct messages, where the operator's settings hold."""
        if server_id == 0:
            return self._usual
        known, now = self._known.get(server_id), self._clock.monotonic()
        if known is not None and now - known[0] < FRESH:
            return known[1]
        reading = self._reading.get(server_id)
        if reading is None:  # whoever else asks meanwhile waits for the same look
            reading = self._reading[server_id] = asyncio.create_task(self._look(server_id))
            reading.add_done_callback(lambda _: self._reading.pop(server_id, None))
        return await asyncio.shield(reading)

    async def _look(self, server_id: int) -> Snapshot:
        now = self._clock.monotonic()
        stored = await self._database.read(partial(store.newest, server_id=server_id))
        known = self._known.get(server_id)
        if known is not None and known[1].version >= stored.version:
            snapshot = known[1]  # also when a change was made while this was read
        else:
            snapshot = self._snapshot(server_id, stored)
        self._known[server_id] = (now, snapshot)
        return snapshot

    async def set(self, moderator: Moderator, key: str, words: str | None) -> Changed:
        """Change one setting to what the words mean; None brings its default back. Raises like `change`."""
        return await self.change(moderator, {key: words})

    async def change(
        self, moderator: Moderator, wanted: Mapping[str, str | None], deed: Deed = Deed.SETTINGS_SET
    ) -> Changed:
        """Change several settings at once, as one change. It acts from this moment on.

        Raises `SettingUnknown`, `ManagersOnly`, `WordsRefused`, and what the kinds raise for words that do not fit.
        """
        unknown = [key for key in wanted if key not in BY_KEY]
        if unknown:
            raise SettingUnknown
        settings = [BY_KEY[key] for key in wanted]
        if not moderator.manages and any(setting.managers_only for setting in settings):
            raise ManagersOnly
        return await self._write(moderator, await self.read(wanted), deed)

    async def read(self, wanted: Mapping[str, str | None]) -> Mapping[str, Any]:
        """What words mean, as it is kept. Raises `WordsRefused`, and what the kinds raise for words that do not fit."""
        return await asyncio.to_thread(self._read, wanted)

    async def keep(
        self, connection: Connection, by: Signature, values: Mapping[str, Any], deed: Deed
    ) -> None:
        """Change several settings, in a unit that changes more than settings; call `refresh` afterwards."""
        await self._kept(connection, by, values, deed)

    async def history(self, server_id: int, *, most: int = 25) -> tuple[Version, ...]:
        """The newest versions, newest first."""
        return await self._database.read(partial(store.versions, server_id=server_id, most=most))

    async def with_own(self) -> Mapping[int, Snapshot]:
        """Every server that ever set something, with what holds there; read anew."""

        async def unit(connection: Connection) -> dict[int, store.Stored]:
            servers = await store.servers_with_settings(connection)
            return {server: await store.newest(connection, server) for server in servers}

        stored = await self._database.read(unit)
        return {server: self._snapshot(server, one) for server, one in stored.items()}

    async def retentions(self) -> tuple[Retention, ...]:
        """The servers that keep something for a shorter time than the operator does."""
        return tuple(
            Retention(server, timedelta(days=here[TURNS_DAYS]), timedelta(days=here[ATTEMPTS_DAYS]))
            for server, here in (await self.with_own()).items()
            if here.is_set(TURNS_DAYS) or here.is_set(ATTEMPTS_DAYS)
        )

    async def undoer(self, entry: AuditEntry, by: Signature) -> Step:
        """How a change of settings is taken back; call `refresh` afterwards."""
        before, after = entry.before or {}, entry.after or {}

        async def step(connection: Connection) -> None:
            stored = await store.newest(connection, entry.server_id)
            if any(stored.data.get(key) != after.get(key) for key in {*before, *after}):
                raise ChangedSince
            data = _with(stored.data, {key: before.get(key) for key in {*before, *after}})
            await self._add(connection, stored, data, by)

        return step

    def watch(self, watcher: Callable[[Snapshot], None]) -> None:
        """Tell somebody what holds in a server whenever that was changed in this process."""
        self._watchers.append(watcher)

    async def refresh(self, server_id: int) -> None:
        """Read a server's settings anew, after something else than `change` may have changed them."""
        self._known.pop(server_id, None)
        self._reading.pop(server_id, None)  # that began before the change
        self._tell(await self.get(server_id))

    def _tell(self, snapshot: Snapshot) -> None:
        for watcher in self._watchers:
            watcher(snapshot)

    def _read(self, wanted: Mapping[str, str | None]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, words in wanted.items():
            setting = BY_KEY[key]
            if words is None:
                values[key] = None
                continue
            value = setting.kind.read(words, self.operator)
            if isinstance(setting.kind, Words) and value:
                verdict = self._guard.check_input(value, purpose=Purpose.MATERIAL)
                if not verdict.goes_on:
                    raise WordsRefused
                value = verdict.text[: setting.kind.longest]
            values[key] = None if value == setting.default(self.operator) else setting.kind.pack(value)
        return values

    async def _write(self, moderator: Moderator, values: Mapping[str, Any], deed: Deed) -> Changed:
        server = moderator.server_id
        by = Signature(server, moderator.user_id, self._ids.new(), self._clock.now())

        done = await self._database.write(partial(self._kept, by=by, values=values, deed=deed))
        old, new = (self._snapshot(server, one) for one in done)
        known = self._known.get(server)
        if known is None or known[1].version < new.version:
            self._known[server] = (self._clock.monotonic(), new)
        self._tell(new)
        changed = tuple(one for one in REGISTRY if old.data.get(one.key) != new.data.get(one.key))
        return Changed(old, new, changed)

    async def _kept(
        self, connection: Connection, by: Signature, values: Mapping[str, Any], deed: Deed
    ) -> tuple[store.Stored, store.Stored]:
        before = await store.newest(connection, by.server_id)
        data = _with(before.data, values)
        if data == dict(before.data):
            return before, before
        after = await self._add(connection, before, data, by)
        keys = [key for key in values if before.data.get(key) != data.get(key)]
        await note(
            connection,
            by,
            deed,
            ", ".join(keys)[:_SUBJECT],
            {key: before.data.get(key) for key in keys},
            {key: data.get(key) for key in keys},
        )
        return before, after

    @staticmethod
    async def _add(
        connection: Connection, before: store.Stored, data: Mapping[str, Any], by: Signature
    ) -> store.Stored:
        version = before.version + 1
        mark = await by.mark(connection)
        await store.add_version(connection, by.server_id, version, data, actor=mark, now=by.at)
        return store.Stored(version, data)

    def _snapshot(self, server_id: int, stored: store.Stored) -> Snapshot:
        return Snapshot.of(server_id, stored.version, stored.data, self.operator)


def pausing(reason: str | None) -> Mapping[str, str | None]:
    """What `change` is given to stop model calls, with the reason that learners read."""
    return {PAUSED.key: "yes", PAUSE_REASON.key: reason}


RESUMING: Final[Mapping[str, str | None]] = {PAUSED.key: None, PAUSE_REASON.key: None}
"""What `change` is given to let model calls go on."""


def _with(data: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**data, **values}
    return {key: value for key, value in merged.items() if value is not None}
