"""What learners say about an answer: a thumb up or down, with a reason where they give one."""

from enum import StrEnum

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.reports import store
from bot.storage import Database

REASON_LENGTH = 300
"""Characters of a reason that are kept."""


class Thumb(StrEnum):
    """Whether an answer helped."""

    UP = "up"
    DOWN = "down"


class Feedback:
    """Thumbs."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def rate(self, key: LearnerKey, turn_id: str, thumb: Thumb, reason: str = "") -> None:
        """Keep a learner's thumb for an answer; a second one replaces the first. `reason` has passed the filters."""
        now = self._clock.now()
        await self._database.write(
            lambda connection: store.rate(
                connection, key, turn_id, thumb.value, now, reason=reason[:REASON_LENGTH]
            )
        )
