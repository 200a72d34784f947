"""How fast `/ask` is acknowledged when fifty people ask at once, beside a bot that does nothing but acknowledge.

    python -m benchmarks.ack [--quick]

The tutor answers each of them with a streamed answer of 115 tokens (0.2 s to the first, 60 a second), edited into
Discord as it grows; the bare bot (`_bare_bot.py`) only defers. Both stand on a playground without rate limits; bot and
model are processes of their own. Time runs from the moment the event is handed to the gateway until the deferral has
arrived. Two situations, each barred:

- *at once*: nothing else goes on, and fifty people press Enter at the same moment;
- *while fifty stream*: fifty others do so while the answers to the first fifty are being written.

And one that is only told: *one by one while fifty stream*, where a person asks every 20 ms.

A run is five such waves with one process; runs of both bots are interleaved. The figure of a run is the 99th
percentile of all acknowledgements in one situation; the figure of a bot the median of five runs. The exit code is 1
where the tutor takes more than 1.5 times as long as the bare bot.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks import _running
from playground import Person, Playground, Reply

PEOPLE = 50
MOST = 1.5
QUESTION = "What is a token?"
MIDWAY = 0.9
"""Seconds after which the answers of a wave are being written and edited."""
ONE_BY_ONE = 0.02

AT_ONCE = "at once"
WHILE_STREAMING = "while fifty stream"
TRICKLE = "one by one while fifty stream"
BARRED = (AT_ONCE, WHILE_STREAMING)


@dataclass(slots=True)
class Run:
    """Milliseconds to each acknowledgement, by situation."""

    times: dict[str, list[float]] = field(
        default_factory=lambda: {AT_ONCE: [], WHILE_STREAMING: [], TRICKLE: []}
    )

    def p99(self, situation: str) -> float:
        return quantiles(self.times[situation], n=100, method="inclusive")[98]

    def p50(self, situation: str) -> float:
        return median(self.times[situation])


async def _ask(people: Sequence[Person]) -> list[Reply]:
    """All of them in one turn of the loop."""
    return list(await asyncio.gather(*(person.slash("ask", question=QUESTION) for person in people)))


def _milliseconds(replies: Sequence[Reply]) -> list[float]:
    return [reply.acknowledged_in * 1000 for reply in replies]


async def _answered(replies: Sequence[Reply]) -> None:
    for reply in replies:
        await reply.until(lambda reply: reply.has_button("ask.more"), timeout=60)


async def _wave(run: Run, groups: Sequence[Sequence[Person]], *, answers: bool) -> None:
    """The three situations, once each."""
    first, second, third = groups
    for situation, others in ((WHILE_STREAMING, second), (TRICKLE, third)):
        began = await _ask(first)
        run.times[AT_ONCE] += _milliseconds(began)
        await asyncio.sleep(MIDWAY)
        if situation is WHILE_STREAMING:
            came = await _ask(others)
        else:
            came = []
            asking = []
            for person in others:
                asking.append(asyncio.create_task(_ask([person])))
                await asyncio.sleep(ONE_BY_ONE)
            for one in asking:
                came += await one
        run.times[situation] += _milliseconds(came)
        if answers:
            await _answered([*began, *came])


async def _run(command: Sequence[str], waves: int, model_url: str | None) -> Run:
    run = Run()
    answers = model_url is not None
    async with _running.bot(command, model_url) as running:
        people = await _people(running.play, 3 * PEOPLE, answers=answers)
        groups = [people[start : start + PEOPLE] for start in range(0, 3 * PEOPLE, PEOPLE)]
        await _wave(Run(), groups, answers=answers)  # connections open, caches fill
        for _ in range(waves):
            await _wave(run, groups, answers=answers)
        if running.play.violations:
            raise RuntimeError(running.play.violations[0])
    return run


async def _people(play: Playground, count: int, *, answers: bool) -> list[Person]:
    if answers:
        return await _running.agreed(play, count)
    return [play.person(f"learner{number}") for number in range(count)]


async def compare(runs: int, waves: int) -> dict[str, list[Run]]:
    """Interleaved runs of both bots."""
    measured: dict[str, list[Run]] = {"bare": [], "tutor": []}
    async with _running.model() as url:
        for _ in range(runs):
            measured["bare"].append(await _run(_running.BARE, waves, None))
            measured["tutor"].append(await _run(_running.TUTOR, waves, url))
    return measured


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description="Compare the tutor's acknowledgements with a bare bot's.")
    parser.add_argument("--quick", action="store_true", help="3 runs of 2 waves instead of 5 of 5")
    runs, waves = (3, 2) if parser.parse_args().quick else (5, 5)
    measured = asyncio.run(compare(runs, waves))
    print(f"acknowledgement of /ask in ms, {PEOPLE} people; median of {runs} runs of {waves} waves")
    print(f"{'':32}{'bare p50':>10}{'p99':>8}{'tutor p50':>12}{'p99':>8}{'ratio of p99':>15}")
    good = True
    for situation in (AT_ONCE, WHILE_STREAMING, TRICKLE):
        bare, tutor = measured["bare"], measured["tutor"]
        middle = {name: median(run.p50(situation) for run in each) for name, each in measured.items()}
        slow_bare = median(run.p99(situation) for run in bare)
        slow_tutor = median(run.p99(situation) for run in tutor)
        ratio = slow_tutor / slow_bare
        verdict = ""
        if situation in BARRED:
            good = good and ratio <= MOST
            verdict = f"  (bar: at most {MOST}: {'good' if ratio <= MOST else 'ABOVE THE BAR'})"
        print(
            f"{situation:32}{middle['bare']:10.1f}{slow_bare:8.1f}{middle['tutor']:12.1f}{slow_tutor:8.1f}"
            f"{ratio:15.2f}{verdict}"
        )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
