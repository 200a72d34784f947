"""Acknowledgements go first."""

import asyncio

from bot.discord_io.acknowledge import Acknowledgements, First, acknowledged, first_response_of

LONG = 3600.0


async def turns(count: int = 5) -> None:
    """Let the event loop turn a few times."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_heavy_work_starts_at_once_when_nobody_waits() -> None:
    acks = Acknowledgements(patience=LONG)
    work = asyncio.create_task(acks.settled())
    await turns()
    assert work.done()


async def test_heavy_work_waits_until_everybody_is_answered() -> None:
    acks = Acknowledgements(patience=LONG)
    acks.arrived(1)
    acks.arrived(2)
    work = asyncio.create_task(acks.settled())
    acks.answered(1)
    await turns()
    assert not work.done()
    acks.answered(2)
    await turns()
    assert work.done()


async def test_heavy_work_goes_one_piece_per_turn_and_lets_a_newcomer_pass() -> None:
    acks = Acknowledgements(patience=LONG)
    acks.arrived(1)
    order: list[str] = []
    came = asyncio.Event()

    async def heavy(name: str) -> None:
        await acks.settled()
        order.append(name)
        if name == "second":
            acks.arrived(2)
            came.set()

    async def answer() -> None:
        await came.wait()
        order.append("newcomer")
        acks.answered(2)

    tasks = [asyncio.create_task(heavy(name)) for name in ("first", "second", "third")]
    tasks.append(asyncio.create_task(answer()))
    await turns()
    acks.answered(1)
    await asyncio.gather(*tasks)
    assert order == ["first", "second", "newcomer", "third"]


async def test_patience_ends_for_one_that_is_never_answered() -> None:
    acks = Acknowledgements(patience=0.0)
    acks.arrived(1)
    await asyncio.wait_for(acks.settled(), timeout=10)
    assert 1 in acks.waiting


async def test_work_that_is_cancelled_while_it_waits_holds_nobody_up() -> None:
    acks = Acknowledgements(patience=LONG)
    acks.arrived(1)
    given_up, patient = asyncio.create_task(acks.settled()), asyncio.create_task(acks.settled())
    await turns()
    given_up.cancel()
    acks.answered(1)
    await turns()
    assert patient.done()


async def test_an_interaction_that_is_over_is_forgotten() -> None:
    acks = Acknowledgements(patience=LONG, deadline=0.0)
    acks.arrived(1)
    await turns()
    acks.arrived(2)
    assert acks.waiting == {2}


def test_a_function_says_how_it_wants_to_be_acknowledged() -> None:
    @acknowledged(First.UPDATE)
    async def press() -> None: ...

    async def bare() -> None: ...

    assert first_response_of(press) is First.UPDATE
    assert first_response_of(bare) is None


async def test_long_computations_go_one_at_a_time_and_none_begins_before_everybody_is_answered() -> None:
    acks = Acknowledgements(patience=LONG)
    inside, most, ended = 0, 0, 0

    async def search() -> None:
        nonlocal inside, most, ended
        async with acks.lane:
            inside += 1
            most = max(most, inside)
            await turns(2)
            inside -= 1
            ended += 1

    acks.arrived(1)
    searches = [asyncio.create_task(search()) for _ in range(3)]
    await turns(20)
    assert most == 0
    acks.answered(1)
    await asyncio.gather(*searches)
    assert (most, ended) == (1, 3)


async def test_who_goes_away_while_waiting_for_the_lane_leaves_it_free() -> None:
    acks = Acknowledgements(patience=LONG)

    async def search() -> bool:
        async with acks.lane:
            return True

    acks.arrived(1)
    gone = asyncio.create_task(search())
    await turns()
    gone.cancel()
    await turns()
    acks.answered(1)
    assert await search()
