"""A live round under murder: two people play, the bot is killed at a moment drawn from a seed, starts again, and the round goes on.

Whatever the moment was: the round comes to its end in its channel, nothing stands there twice, everybody's answer counts once, and
what the result says is what the database holds.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from random import Random

from playground import Person, Reply
from playground.messages import every_component
from playground.screen import readable
from playground.state import Channel, Message
from tests.doubles.murder import MurderRound, MurderScene, alive

QUESTIONS, QUESTION_SECONDS = 2, 120
ROUND_SECONDS = 110.0
"""Far more than a round takes, with two starts and two pictures on a machine that does ten other things; less than a question whose
answers were lost."""
_LATEST = 22
"""Requests of a round, about."""


@dataclass(slots=True, kw_only=True)
class LiveRound(MurderRound):
    """The players, and where they play."""

    people: list[Person]
    channel: Channel


class LiveKilling(MurderScene[LiveRound]):
    """Live rounds, one in each round."""

    async def _begin(self, seed: int, chance: Random) -> LiveRound:
        people = [self._play.person(f"Player {seed} {number}") for number in range(2)]
        return LiveRound(seed, people=people, channel=self._play.new_channel(f"live-{seed}"))

    def _latest(self, one: LiveRound) -> int:
        return _LATEST

    async def _to_the_end(self, one: LiveRound, chance: Random) -> None:
        try:
            async with asyncio.timeout(ROUND_SECONDS):
                while self._rows("SELECT is_done FROM quiz_rounds WHERE channel_id = ?", one.channel.id) != [
                    (1,)
                ]:
                    await alive(self._bot)
                    await self._press(one.people, one.channel)
                    await asyncio.sleep(0.05)
        except TimeoutError:
            one.complaints.append("it never ends")

    async def _press(self, people: list[Person], channel: Channel) -> None:
        """Whatever people would press now; a press that meets a dead bot is made again by the next look."""
        lobby, question = _with(channel, "live.join"), _with(channel, "live.pick")
        if question is not None:
            await self._all(*(person.press(question, "live.pick") for person in people))
        elif lobby is not None and _with(channel, "live.start") is not None:
            await self._all(*(person.press(lobby, "live.join") for person in people))
            await self._all(people[0].press(lobby, "live.start"))
        elif not _spoken(channel):
            await self._all(
                people[0].slash(
                    "quiz live",
                    lesson="how-llms-work",
                    rounds=QUESTIONS,
                    seconds=QUESTION_SECONDS,
                    channel=channel,
                )
            )

    async def _all(self, *doing: Coroutine[None, None, Reply]) -> None:
        await asyncio.gather(*map(self._unless_killed, doing))

    def _judge(self, one: LiveRound) -> None:
        people, channel = one.people, one.channel
        said = [readable(message) for message in _spoken(channel)]
        if len(said) != QUESTIONS + 2 or sum("✅" in it for it in said) != QUESTIONS:
            one.complaints.append("something is doubled or missing in the channel:\n" + "\n---\n".join(said))
        rounds = self._rows("SELECT phase, is_done FROM quiz_rounds WHERE channel_id = ?", channel.id)
        if rounds != [("ended", 1)]:
            one.complaints.append(f"the round stands at {rounds}")
        for person in people:
            given = self._rows(
                "SELECT number, is_right FROM quiz_round_answers WHERE user_id = ? ORDER BY number", person.id
            )
            if [row[0] for row in given] != list(range(1, QUESTIONS + 1)):
                one.complaints.append(f"{person.name} answered {given}")
            right = sum(bool(row[1]) for row in given)
            if said and f"<@{person.id}> · {right} right" not in said[-1]:
                one.complaints.append(f"{person.name} had {right} right, and the result says:\n{said[-1]}")


def _spoken(channel: Channel) -> list[Message]:
    return [it for it in channel.messages.values() if not it.private and it.author.bot]


def _with(channel: Channel, route: str) -> Message | None:
    """The newest message with such a button."""
    for message in reversed(_spoken(channel)):
        if any(
            str(it.get("custom_id", "")).startswith(f"{route}:") for it in every_component(message.components)
        ):
            return message
    return None
