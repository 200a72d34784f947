"""A live round with 200 players in one channel, under Discord's rate limits.

    python -m benchmarks.quiz_live [--players 200] [--questions 3]

The tutor is a process of its own on a playground that holds every request to Discord's limits. All join at the same moment; at
every question most answer within the time at random, a quarter in its last second, and some never, so that the clock decides.

Barred: no request is refused for a rate limit or breaks a rule; every press is acknowledged within 3 s; every answer that was
pressed in time counts, and none of those who never pressed; each answer is shown at most 2 s after its time is up; and no
message is edited more than five times in five seconds. The exit code is 1 where one of these does not hold.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from random import Random
from statistics import median

from benchmarks import _running
from playground import Person, Playground, Reply
from playground.messages import every_component
from playground.screen import readable
from playground.state import Message

SECONDS = 10
SILENT = 5
"""Players who join and never answer."""
MOST_LATE = 2.0
MOST_TO_ACKNOWLEDGE = 3.0


def _public(play: Playground, route: str) -> list[Message]:
    """The bot's messages in the channel that have such a button."""
    return [
        message
        for message in play.channel.messages.values()
        if not message.private
        and any(str(it.get("custom_id", "")).startswith(route) for it in every_component(message.components))
    ]


async def _until(play: Playground, condition: Callable[[], object]) -> None:
    """Wait until something holds, looking whenever anything happened in the channel."""
    happened = asyncio.Event()

    def listen(_: object) -> None:
        happened.set()

    play.world.listeners.append(listen)
    try:
        async with asyncio.timeout(60):
            while not condition():
                happened.clear()
                await happened.wait()
    finally:
        play.world.listeners.remove(listen)


async def _shows(play: Playground, route: str) -> Message:
    await _until(play, lambda: _public(play, route))
    return _public(play, route)[-1]


async def _pressed_after(person: Person, message: Message, button: str, wait: float) -> Reply:
    await asyncio.sleep(wait)
    return await person.press(message, button)


def _buttons(message: Message, route: str) -> list[str]:
    return [
        it["custom_id"]
        for it in every_component(message.components)
        if str(it.get("custom_id", "")).startswith(route)
    ]


def _most_edits(message: Message) -> int:
    """The most edits of a message in any five seconds."""
    times = [version.at.timestamp() for version in message.edits[1:]]
    return max((sum(0 <= other - one < 5 for other in times) for one in times), default=0)


async def _question(
    play: Playground, people: Sequence[Person], chance: Random
) -> tuple[list[float], float, Message]:
    """One question: seconds to each acknowledgement, how late its answer was shown, and its message."""
    question = await _shows(play, "live.pick")
    picks = _buttons(question, "live.pick")
    ends = question.created_at.timestamp() + SECONDS
    playing = people[SILENT:]
    presses = []
    for number, person in enumerate(playing):
        left = ends - play.clock.time()
        wait = left - chance.uniform(0.3, 1.0) if number % 4 == 0 else chance.uniform(0, left - 1.5)
        presses.append(_pressed_after(person, question, chance.choice(picks), wait))
    replies = await asyncio.gather(*presses)
    await _until(play, lambda: "✅" in readable(question))
    late = question.edits[-1].at.timestamp() - ends
    return [reply.acknowledged_in for reply in replies], late, question


async def play_round(players: int, questions: int) -> bool:
    """Play, print, judge."""
    chance = Random(7)
    async with _running.bot(_running.TUTOR) as running:
        play = running.play
        people = [play.person(f"Player {number}") for number in range(players)]
        begins = await people[0].slash(
            "quiz live", lesson="how-llms-work", rounds=questions, seconds=SECONDS, scoring="speed"
        )
        await begins.shown()
        play.limits.enforced = True
        lobby = await _shows(play, "live.join")
        joined = await asyncio.gather(*(person.press(lobby, "live.join") for person in people))
        for reply in joined:
            await reply.shown(30)
        await people[0].press(begins, "live.start")
        times = [reply.acknowledged_in for reply in joined]
        lates, asked = [], []
        for _ in range(questions):
            took, late, question = await _question(play, people, chance)
            times += took
            lates.append(late)
            asked.append(question)
        podium = await _shows(play, "live.mine")
        counts = [_counted(question) for question in asked]
        edits = max(map(_most_edits, (*asked, lobby)))
        limited = [refusal for refusal in play.refusals if refusal.status == 429]
        print(f"{players} players, {questions} questions of {SECONDS} s, {players - SILENT} answer each")
        print(f"acknowledged after   p50 {median(times) * 1000:.0f} ms, at most {max(times) * 1000:.0f} ms")
        print(f"answers counted      {counts}")
        print(f"shown after the end  {', '.join(f'{late:.2f} s' for late in lates)}")
        print(
            f"edits in five s      at most {edits}; rate limits met: {len(limited)}; rules broken: {len(play.violations)}"
        )
        good = (
            not limited
            and not play.violations
            and max(times) <= MOST_TO_ACKNOWLEDGE
            and counts == [players - SILENT] * questions
            and max(lates) <= MOST_LATE
            and edits <= 5
            and "🥇" in readable(podium)
        )
        print("good" if good else "BELOW THE BAR")
        return good


def _counted(question: Message) -> int:
    """How many answers the distribution holds: the number behind each bar."""
    return sum(
        int(line.split()[-1])
        for line in readable(question).splitlines()
        if line.strip()[:1] in "▰▱" and line.strip()
    )


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Play a live round with many people.")
    parser.add_argument("--players", type=int, default=200)
    parser.add_argument("--questions", type=int, default=3)
    given = parser.parse_args()
    return 0 if asyncio.run(play_round(given.players, given.questions)) else 1


if __name__ == "__main__":
    sys.exit(main())
