"""What learners say about an answer: a thumb up or down, or a report to the moderators.

A report carries the reported reply and what the reporter attached, never the conversation around it.
"""

from enum import StrEnum

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import LearnerKey
from bot.reports import store
from bot.storage import Database

REMARK_LENGTH = 500
"""Characters of a reporter's remark that are kept."""


class Thumb(StrEnum):
    """Whether an answer helped."""

    UP = "up"
    DOWN = "down"


class Feedback:
    """Thumbs and reports."""

    def __init__(self, database: Database, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    async def rate(self, key: LearnerKey, turn_id: str, thumb: Thumb) -> None:
        """Keep a learner's thumb for an answer; a second one replaces the first."""
        now = self._clock.now()
        await self._database.write(lambda connection: store.rate(connection, key, turn_id, thumb.value, now))

    async def report(self, key: LearnerKey, turn_id: str, *, reply: str, remark: str) -> bool:
        """Put a reply before the moderators; False when this learner has reported it already."""
        report_id, now = self._ids.new(), self._clock.now()
        return await self._database.write(
            lambda connection: store.add_report(
                connection, report_id, key, turn_id, reply=reply, remark=remark[:REMARK_LENGTH], now=now
            )
        )
