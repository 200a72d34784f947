"""The process beside the bot: it does jobs, goes when idle, and no job of one person ends another's."""

import asyncio
import os
import signal
import time

import pytest

from bot.explain import tokens
from bot.explain.studio import Studio
from bot.explain.tokens import Token, parts_of_characters
from bot.explain.workshop import Busy, Unable, Workshop

PARTS = (Token(1, b"\xe9"), Token(2, b"a"))


def wait_for_the_end_of(process_id: int) -> None:
    while True:
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)


@pytest.fixture
async def workshop():
    made = Workshop(idle=60.0)
    yield made
    await made.close()


async def test_jobs_are_done_in_a_process_of_their_own(workshop: Workshop) -> None:
    assert await workshop.run(os.getpid) not in (os.getpid(), 0)
    assert await workshop.run(os.getpid) == workshop.process_id


async def test_a_job_that_fails_says_how_without_its_words_and_the_next_one_works(workshop: Workshop) -> None:
    with pytest.raises(Unable, match=r"^ValueError$"):
        await workshop.run(int, "secret words")
    assert await workshop.run(parts_of_characters, PARTS) == 1


async def test_a_process_that_dies_fails_its_job_alone(workshop: Workshop) -> None:
    with pytest.raises(Unable):
        await workshop.run(os._exit, 1)
    assert await workshop.run(parts_of_characters, PARTS) == 1


async def test_a_job_that_hangs_is_ended() -> None:
    workshop = Workshop(patience=0.2)
    with pytest.raises(TimeoutError):
        await workshop.run(signal.pause)
    await workshop.close()


async def test_the_process_goes_when_nobody_needs_it_and_comes_back() -> None:
    workshop = Workshop(idle=0.01)
    first = await workshop.run(os.getpid)
    await asyncio.to_thread(wait_for_the_end_of, first)
    assert await workshop.run(os.getpid) != first
    await workshop.close()


async def test_a_closed_workshop_takes_no_job(workshop: Workshop) -> None:
    await workshop.close()
    with pytest.raises(Busy):
        await workshop.run(os.getpid)


async def test_when_too_many_wait_the_next_one_is_told(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.explain.workshop.MOST_WAITING", 2)
    jobs = [asyncio.create_task(workshop.run(os.getpid)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(Busy):
        await workshop.run(os.getpid)
    assert len(set(await asyncio.gather(*jobs))) == 1


async def test_the_same_content_is_made_once_for_all_who_ask_at_once(workshop: Workshop) -> None:
    studio = Studio(workshop, most=2)
    seen = await asyncio.gather(*(studio.made(os.urandom, 8) for _ in range(20)))
    assert len(set(seen)) == 1
    assert await studio.made(os.urandom, 9) != seen[0]
    await studio.made(os.urandom, 10)
    assert await studio.made(os.urandom, 8) != seen[0], "the oldest is not kept for ever"


async def test_who_gives_up_waiting_does_not_take_the_picture_from_others(workshop: Workshop) -> None:
    studio = Studio(workshop)
    impatient = asyncio.create_task(studio.made(tokens.cut, "some text", tokens.Encoding.O200K))
    patient = asyncio.create_task(studio.made(tokens.cut, "some text", tokens.Encoding.O200K))
    await asyncio.sleep(0)
    impatient.cancel()
    assert [token.raw for token in await patient] == [b"some", b" text"]
