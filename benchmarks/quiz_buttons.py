"""How long an answer to a quiz's question takes when fifty people answer at once, beside a bot that only edits its message.

    python -m benchmarks.quiz_buttons [--quick]

Both bots are processes of their own on a playground without rate limits. At a press the tutor checks whose question it is, grades
and stores the answer, moves what it knows of the learner and of the question, and shows the explanation; the bare discord.py bot
(`tests/doubles/plain_bot.py`) changes its message to one word and stores nothing. Time runs from the moment the press is handed to
the gateway until the message on the screen has changed.

What the bots' processes compute for each press is printed beside it: unlike the clock it says the same on a busy machine.

A run is some waves with one process, in each of which all fifty press in one turn of the loop; runs of both bots are interleaved.
The figure of a run is the median over all its presses, and its 95th percentile beside it; the figure of a bot the median of its
runs. The exit code is 1 where the tutor's median takes more than twice as long as the bare bot's.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks import _running
from playground import Person, Playground, Reply
from playground.messages import every_component
from playground.world import Change, What

PEOPLE = 50
MOST = 2.0
LENGTH = 20
_AFTERWARDS = 0.1
"""Seconds in which a bot has done all that follows from a wave."""
BARE = ("-m", "tests.doubles.plain_bot")
LESSON = "how-llms-work"


@dataclass(slots=True)
class Run:
    """Milliseconds from each press to what it changed."""

    times: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Milliseconds of CPU time of the bot's process for each press, by wave."""

    @property
    def p50(self) -> float:
        """The median press."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """What one press in twenty takes longer than."""
        return quantiles(self.times, n=20, method="inclusive")[18]


class Watch:
    """Sees every message change, and when."""

    def __init__(self, play: Playground) -> None:
        self._changed: dict[int, float] = {}
        self._happened = asyncio.Event()
        play.world.listeners.append(self._listen)

    def _listen(self, change: Change) -> None:
        if change.what is What.EDIT and change.message is not None:
            self._changed[change.message.id] = time.perf_counter()
            self._happened.set()

    async def after(self, message_id: int) -> float:
        """When a message changed last, once it has."""
        while message_id not in self._changed:
            self._happened.clear()
            await self._happened.wait()
        return self._changed.pop(message_id)

    def forget(self) -> None:
        """What changed so far counts no more."""
        self._changed.clear()


@dataclass(slots=True)
class Meter:
    """What a bot's process computes in one wave."""

    process: asyncio.subprocess.Process
    before: float = 0.0

    def begin(self) -> None:
        """From here on."""
        self.before = _running.cpu_ms(self.process)

    async def end(self) -> float:
        """Milliseconds for each press, with what is done once the messages have changed."""
        await asyncio.sleep(_AFTERWARDS)
        return (_running.cpu_ms(self.process) - self.before) / PEOPLE


async def _wave(watch: Watch, presses: Sequence[tuple[Person, Reply, str]]) -> list[float]:
    """All press at once; milliseconds of each."""
    watch.forget()
    pressed = await asyncio.gather(*(person.press(card, button) for person, card, button in presses))
    times = []
    for reply, (_, card, _) in zip(pressed, presses, strict=True):
        assert reply.interaction is not None
        times.append((await watch.after(card.messages[0].id) - reply.interaction.sent) * 1000)
    return times


def _button(card: Reply, route: str) -> str | None:
    """The first button of a route, by its custom id."""
    ids = [
        str(it.get("custom_id", ""))
        for message in card.messages
        for it in every_component(message.components)
    ]
    return next((one for one in ids if one.startswith(f"{route}:")), None)


async def _bare(waves: int) -> Run:
    run = Run()
    async with _running.bot(BARE) as running:
        people = [running.play.person(f"learner{number}") for number in range(PEOPLE)]
        cards = [await person.slash("ask", question="What?") for person in people]
        for card in cards:
            await card.until(lambda card: card.has_button("again"))
        watch, meter = Watch(running.play), Meter(running.process)
        presses = []
        for person, card in zip(people, cards, strict=True):
            (with_button,) = [it for it in card.messages if it.components]
            presses.append((person, with_button))
        for wave in range(waves + 1):
            meter.begin()
            watch.forget()
            pressed = await asyncio.gather(*(person.press(message, "again") for person, message in presses))
            times = []
            for reply, (_, message) in zip(pressed, presses, strict=True):
                assert reply.interaction is not None
                times.append((await watch.after(message.id) - reply.interaction.sent) * 1000)
            cpu = await meter.end()
            if wave:  # in the first, connections open and caches fill
                run.times += times
                run.cpu.append(cpu)
    return run


async def _tutor(waves: int) -> Run:
    run = Run()
    async with _running.bot(_running.TUTOR) as running:
        people = [running.play.person(f"learner{number}") for number in range(PEOPLE)]
        cards = [await person.slash("quiz start", lesson=LESSON, length=LENGTH) for person in people]
        for card in cards:
            await card.until(lambda card: card.has_button("quiz.pick"))
        watch, meter = Watch(running.play), Meter(running.process)
        for wave in range(waves + 1):
            answers = []
            for person, card in zip(people, cards, strict=True):
                button = _button(card, "quiz.pick")
                assert button is not None, card.screen()
                answers.append((person, card, button))
            meter.begin()
            times = await _wave(watch, answers)
            cpu = await meter.end()
            if wave:  # in the first, connections open and caches fill
                run.times += times
                run.cpu.append(cpu)
            if wave < waves:
                await _wave(watch, [(person, card, "quiz.next") for person, card, _ in answers])
        if running.play.violations:
            raise RuntimeError(running.play.violations[0])
    return run


async def compare(runs: int, waves: int) -> dict[str, list[Run]]:
    """Interleaved runs of both bots."""
    measured: dict[str, list[Run]] = {"bare": [], "tutor": []}
    for _ in range(runs):
        measured["bare"].append(await _bare(waves))
        measured["tutor"].append(await _tutor(waves))
    return measured


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description="Compare an answer's round trip with a bare bot's button.")
    parser.add_argument("--quick", action="store_true", help="1 run of 4 waves instead of 5 of 8")
    runs, waves = (1, 4) if parser.parse_args().quick else (5, 8)
    measured = asyncio.run(compare(runs, waves))
    p50 = {name: median(run.p50 for run in each) for name, each in measured.items()}
    p95 = {name: median(run.p95 for run in each) for name, each in measured.items()}
    cpu = {name: median(median(run.cpu) for run in each) for name, each in measured.items()}
    ratio = p50["tutor"] / p50["bare"]
    print(f"an answer's round trip in ms, {PEOPLE} people at once; median of {runs} runs of {waves} waves")
    print(f"{'':8}{'p50':>8}{'p95':>8}{'CPU':>8}")
    for name in measured:
        print(f"{name:8}{p50[name]:8.1f}{p95[name]:8.1f}{cpu[name]:8.2f}")
    of_cpu = cpu["tutor"] / cpu["bare"] if cpu["bare"] else 0.0
    print(
        f"ratio   {ratio:8.2f}{p95['tutor'] / p95['bare']:8.2f}{of_cpu:8.2f}  (bar: at most {MOST}: {'good' if ratio <= MOST else 'ABOVE THE BAR'})"
    )
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
