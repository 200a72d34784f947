"""A live round under murder: two people play, the bot is killed at a moment drawn from a seed, starts again, and the round goes on.

Whatever the moment was: the round comes to its end in its channel, nothing stands there twice, everybody's answer counts once, and
what the result says is what the database holds.
"""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from playground import DidNotRespond, NotPossible, Person, Playground
from playground.messages import every_component
from playground.screen import readable
from playground.state import Channel, Message
from tests.doubles.bot_process import BotProcess
from tests.doubles.murder import alive, murder, rows_of

STEP_SECONDS = 60.0
"""Far more than a whole round takes, on a machine that does ten other things."""
QUESTIONS = 2
_LATEST = 22
"""Requests of a round, about."""


@dataclass(slots=True)
class LiveRound:
    """What one seed did."""

    seed: int
    killed_at: str = "never"
    complaints: list[str] = field(default_factory=list)


class LiveKilling:
    """A playground and a bot that is killed again and again."""

    def __init__(self, play: Playground, bot: BotProcess, data: Path) -> None:
        self._play = play
        self._bot = bot
        self._database = data / "tutor.db"

    async def round(self, seed: int) -> LiveRound:
        """Play a round with one murder in it; what is wrong stands in `complaints`."""
        one = LiveRound(seed)
        await alive(self._bot)
        chance = Random(seed)
        channel = self._play.new_channel(f"live-{seed}")
        people = [self._play.person(f"Player {seed} {number}") for number in range(2)]
        async with murder(self._play, self._bot, chance, _LATEST) as murdered:
            try:
                await asyncio.wait_for(self._to_the_end(people, channel), STEP_SECONDS)
            except TimeoutError:
                one.complaints.append("it never ends")
        one.killed_at = murdered.at
        self._judge(one, people, channel)
        one.complaints += self._play.violations
        self._play.violations.clear()
        return one

    async def _to_the_end(self, people: list[Person], channel: Channel) -> None:
        while self._rows("SELECT is_done FROM quiz_rounds WHERE channel_id = ?", channel.id) != [(1,)]:
            await alive(self._bot)
            await self._press(people, channel)
            await asyncio.sleep(0.05)

    async def _press(self, people: list[Person], channel: Channel) -> None:
        """Whatever people would press now; a press that meets a dead bot is made again by the next look."""
        lobby, question = _with(channel, "live.join"), _with(channel, "live.pick")
        try:
            if question is not None:
                await asyncio.gather(*(person.press(question, "live.pick") for person in people))
            elif lobby is not None and _with(channel, "live.start") is not None:
                await asyncio.gather(*(person.press(lobby, "live.join") for person in people))
                await people[0].press(lobby, "live.start")
            elif not _spoken(channel):
                await people[0].slash(
                    "quiz live", lesson="how-llms-work", rounds=QUESTIONS, seconds=120, channel=channel
                )
        except (DidNotRespond, NotPossible):
            return

    def _judge(self, one: LiveRound, people: list[Person], channel: Channel) -> None:
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

    def _rows(self, sql: str, *values: str | int) -> list[tuple[object, ...]]:
        return rows_of(self._database, sql, *values)


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
