"""The door through which every room records what a moderator changed, in the unit that changes it.

What is recorded says what was there before and after, in our words and the moderators': never a learner's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.servers.acting import store
from bot.servers.acting.deeds import Deed
from bot.servers.acting.store import AuditEntry
from bot.storage import Connection


@dataclass(frozen=True, slots=True)
class Signature:
    """Who acts in which server, when; `fresh` is a new id, and their mark if they have none yet."""

    server_id: int
    user_id: int
    fresh: str
    at: datetime

    async def mark(self, connection: Connection) -> str:
        """The mark that stands for the moderator in the record."""
        return await store.actor_of(connection, self.server_id, self.user_id, new=self.fresh)


async def note(
    connection: Connection,
    by: Signature,
    deed: Deed,
    subject: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> int:
    """Record a change, in the unit that makes it; gives its number."""
    mark = await by.mark(connection)
    return await store.record(
        connection, AuditEntry(by.server_id, mark, deed.value, subject, before, after, by.at)
    )
