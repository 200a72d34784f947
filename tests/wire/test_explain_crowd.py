"""Fifty people draw at once: each gets their own picture, and what they draw never holds up the event loop.

The second half needs no line here: a test in which one callback takes more than 50 ms of CPU fails (`tests/plugins/loop_watcher.py`).
"""

import asyncio

from playground import Person, Reply
from tests.wire.conftest import Wire

PEOPLE = 50


async def drawn(person: Person, number: int) -> Reply:
    """A picture of one of three kinds, of a text that nobody else has."""
    match number % 3:
        case 0:
            reply = await person.slash("explain tokens", text=f"Number {number} 号的句子 \U0001f600 and more")
        case 1:
            reply = await person.slash("explain sampling", prompt="The model", temperature=0.1 + number / 50)
        case _:
            reply = await person.slash("explain embeddings", texts=f"cat {number} | dog {number} | 股票")
    return await reply.until(lambda reply: reply.has_button("explain.question"), timeout=120)


async def test_fifty_people_draw_at_once_and_each_is_answered_with_their_own(
    wire_without_model: Wire,
) -> None:
    wire = wire_without_model
    people = [wire.play.person(f"Person {number}") for number in range(PEOPLE)]
    replies = await asyncio.gather(*(drawn(one, number) for number, one in enumerate(people)))
    pictures = [[it.description for it in reply.message.attachments] for reply in replies]
    assert all(len(its) == (2 if number % 3 == 2 else 1) for number, its in enumerate(pictures))
    assert all(f"|{number}|" in str(pictures[number]) for number in range(0, PEOPLE, 3)), "each has their own"
