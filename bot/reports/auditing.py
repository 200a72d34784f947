"""The record of what moderators changed, for moderators: searched, paged, as a file. Whoever erased themselves is a pseudonym.

It only reads, and only one server at a time.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.clock import Clock
from bot.reports.csv_files import as_csv
from bot.servers.acting import AuditEntry, Wanted, moderators
from bot.servers.acting import store as acting_store
from bot.storage import Connection, Database
from bot.texts.errors import PersonError

PAGE = 8
"""Changes on one page."""
_MOST_IN_FILE = 50_000
_COLUMNS = ("number", "at", "moderator", "action", "subject", "before", "after", "taken_back")
_DAYS = re.compile(r"(\d{1,4})\s*(?:d|day|days|天)?")
_FURTHEST = 3650


class NoDay(PersonError):
    """What was typed is no day to look from."""

    key = "server-audit-no-day"


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the changes that were looked for, newest first."""

    entries: tuple[AuditEntry, ...]
    people: Mapping[str, int]
    """Who is behind a mark, where they did not erase themselves."""
    taken_back: frozenset[int]
    number: int
    """From 0."""
    pages: int
    total: int


class Auditing:
    """Reads the record."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def page(self, server_id: int, wanted: Wanted, number: int) -> Page:
        """One page; the last where there are fewer."""

        async def unit(connection: Connection) -> Page:
            total = await acting_store.count(connection, server_id, wanted)
            pages = max(1, -(-total // PAGE))
            at = min(max(number, 0), pages - 1)
            found = await acting_store.entries(connection, server_id, wanted, skip=at * PAGE, most=PAGE)
            people = await moderators(connection, {one.actor for one in found})
            back = await acting_store.undone_among(connection, [one.number for one in found])
            return Page(found, people, back, at, pages, total)

        return await self._database.read(unit)

    async def as_csv(self, server_id: int, wanted: Wanted) -> bytes:
        """All that match as a table, newest first; moderators by their id at Discord or a pseudonym."""

        async def unit(
            connection: Connection,
        ) -> tuple[tuple[AuditEntry, ...], Mapping[str, int], frozenset[int]]:
            found = await acting_store.entries(connection, server_id, wanted, most=_MOST_IN_FILE)
            people = await moderators(connection, {one.actor for one in found})
            return found, people, await acting_store.undone_of(connection, server_id)

        entries, people, back = await self._database.read(unit)
        rows = (
            (
                one.number,
                one.made_at.isoformat(),
                str(people.get(one.actor, f"former-{one.actor}")),
                one.action,
                one.subject,
                _json(one.before),
                _json(one.after),
                "yes" if one.number in back else "",
            )
            for one in entries
        )
        return await asyncio.to_thread(lambda: as_csv(_COLUMNS, rows))

    async def people(self, entry: AuditEntry) -> Mapping[str, int]:
        """Who is behind the mark of a change, where they did not erase themselves."""
        return await self._database.read(lambda connection: moderators(connection, [entry.actor]))

    async def mark_of(self, server_id: int, user_id: int) -> str:
        """The mark of a moderator, to look for; one that nobody has where they never changed anything."""
        found = await self._database.read(
            lambda connection: acting_store.actor_with(connection, server_id, user_id)
        )
        return found or "-"

    def since(self, typed: str) -> datetime:
        """The moment that “2026-03-01”, “7” or “7 days” means, in UTC. Raises `NoDay`."""
        words = typed.strip().casefold()
        now = self._clock.now()
        if (days := _DAYS.fullmatch(words)) and int(days[1]) <= _FURTHEST:
            return now - timedelta(days=int(days[1]))
        try:
            return datetime.fromisoformat(words).replace(tzinfo=UTC)
        except ValueError:
            raise NoDay from None


def _json(data: Mapping[str, object] | None) -> str:
    return "" if data is None else json.dumps(dict(data), ensure_ascii=False, sort_keys=True)
