"""One person's data in that person's hands: all of it as one file, or gone.

It reads and erases by person, over all servers and direct messages, and never shows one person's rows to another.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.reports import store
from bot.reports.store import Record
from bot.servers import store as usage_store
from bot.servers.quota import erasure_mark
from bot.storage import Connection, Database


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All records about one person, by table."""

    taken_at: datetime
    tables: Mapping[str, tuple[Record, ...]]

    @property
    def records(self) -> int:
        """How many there are."""
        return sum(len(rows) for rows in self.tables.values())

    def as_json(self) -> bytes:
        """One readable JSON file in UTF-8."""
        whole = {"taken_at": self.taken_at.isoformat(), **self.tables}
        return json.dumps(whole, ensure_ascii=False, indent=2).encode()


class PersonalRecords:
    """Export and erasure."""

    def __init__(self, database: Database, clock: Clock, *, salt: str = "") -> None:
        """`salt` is that of the quota, where what was used today stays counted."""
        self._database = database
        self._clock = clock
        self._salt = salt

    async def export(self, user_id: int) -> PersonalData:
        """Everything that `erase` would remove."""
        tables = await self._database.read(lambda connection: store.rows_about(connection, user_id))
        return PersonalData(self._clock.now(), tables)

    async def erase(self, user_id: int) -> int:
        """Remove everything that `export` gives, at once or not at all; gives the number of records."""
        today = self._clock.now().date()
        mark = erasure_mark(self._salt, user_id, today)

        async def unit(connection: Connection) -> int:
            await usage_store.keep_erased(connection, user_id, today, mark)
            return sum((await store.erase_rows(connection, user_id)).values())

        return await self._database.write(unit)
