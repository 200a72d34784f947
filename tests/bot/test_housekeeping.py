"""What happens by itself: things go when their time is over, sooner where a server wants it so."""

from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from bot.housekeeping import Housekeeping
from bot.servers.settings import Retention
from tests.doubles.model_desk import StillClock

HERE = 71


class Room:
    """Notes what it was told to forget."""

    def __init__(self) -> None:
        self.told: list[tuple[float, int | None]] = []

    async def forget_before(self, moment: Any, server_id: int | None = None) -> int:
        self.told.append(((StillClock().now() - moment) / timedelta(days=1), server_id))
        return 0

    async def nothing(self, *_: object) -> None:
        return None

    wipe = purge = nothing


async def test_a_servers_own_times_hold_there_and_the_operators_everywhere() -> None:
    turns, attempts, other = Room(), Room(), Room()

    async def shorter() -> tuple[Retention, ...]:
        return (Retention(HERE, timedelta(days=7), timedelta(days=30)),)

    keeping = Housekeeping(
        memory=cast(Any, turns),
        records=cast(Any, other),
        lessons=cast(Any, other),
        authoring=cast(Any, other),
        clock=StillClock(),
        retention=timedelta(days=365),
        heartbeat=Path("unused"),
        of_attempts=(attempts.forget_before,),
        shorter=shorter,
    )
    await keeping.tidy()
    assert turns.told == [(365, None), (7, HERE)]
    assert attempts.told == [(365, None), (30, HERE)]
