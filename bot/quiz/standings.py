"""A server's leaderboard: by alias, only for who joined, gone at once for who leaves.

What counts is how many different questions somebody has answered rightly without help, so nothing is won by answering one
again and again.
"""

import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.quiz.attempts import store as attempts
from bot.quiz.folding import folded
from bot.quiz.reviews import store
from bot.storage import Connection, Database
from bot.texts.errors import PersonError

ALIAS_LENGTH: Final = range(2, 25)
"""Characters of an alias."""
MOST_SHOWN: Final = 10


class AliasUnfit(PersonError):
    """Too short, too long, or no name at all."""

    key = "leaderboard-alias-unfit"


class AliasTaken(PersonError):
    """Somebody else here has a name that reads the same."""

    key = "leaderboard-alias-taken"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the board."""

    rank: int
    """From 1; who has the same number has the same rank."""
    alias: str
    """As its owner wrote it; it passed the filters."""
    points: int
    is_own: bool


class Leaderboard:
    """Boards by server."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def join(self, key: LearnerKey, alias: str) -> None:
        """Put somebody on the board under an alias, or change it. Raises `AliasTaken`."""
        now, form = self._clock.now(), folded(alias)

        async def unit(connection: Connection) -> None:
            if not await store.join(connection, key, alias, form, now):
                raise AliasTaken

        await self._database.write(unit)

    async def leave(self, key: LearnerKey) -> bool:
        """Take somebody off the board; False where they were not on it."""
        return await self._database.write(lambda connection: store.leave(connection, key))

    async def show(self, key: LearnerKey, lesson_id: str | None = None) -> tuple[Line, ...]:
        """The first `MOST_SHOWN`, and behind them the learner's own line where they have one."""

        async def unit(connection: Connection) -> tuple[Line, ...]:
            names = await store.aliases(connection, key.server_id)
            points = await attempts.known_items(connection, key.server_id, lesson_id)
            ranked = sorted(names, key=lambda user: (-points.get(user, 0), folded(names[user])))
            lines = [
                Line(
                    rank=1 + sum(points.get(other, 0) > points.get(user, 0) for other in names),
                    alias=names[user],
                    points=points.get(user, 0),
                    is_own=user == key.user_id,
                )
                for user in ranked
            ]
            return tuple(line for place, line in enumerate(lines) if place < MOST_SHOWN or line.is_own)

        return await self._database.read(unit)


def alias_from(typed: str) -> str:
    """The alias as it will stand there. Raises `AliasUnfit`."""
    alias = " ".join(unicodedata.normalize("NFKC", typed).split())
    if len(alias) not in ALIAS_LENGTH or not alias.isprintable() or len(folded(alias)) < 2:
        raise AliasUnfit(least=ALIAS_LENGTH.start, most=ALIAS_LENGTH.stop - 1)
    if any(mark in alias for mark in "@#<>`*_~|\\[]()/:"):
        raise AliasUnfit(least=ALIAS_LENGTH.start, most=ALIAS_LENGTH.stop - 1)
    return alias
