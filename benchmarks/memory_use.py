"""How much memory the running bot holds: idle after its start, and after two hundred answers.

    python -m benchmarks.memory_use

The bot is a process of its own on a playground, with a model that streams. Resident memory is what Linux counts as
VmRSS; so long after the start that nothing is being loaded any more. The exit code is 1 above the bar, which is for the
idle bot.
"""

import asyncio
import sys
from pathlib import Path

from benchmarks import _running

MOST_MB = 200.0
ANSWERS = 200
AT_ONCE = 20
QUESTIONS = (
    "What is a token?",
    "What is a context window?",
    "Why do models hallucinate?",
    "什么是词元？",
)
QUIET_SECONDS = 30.0
"""Longer than it takes to learn the words of a new course, which begins twenty seconds after the start."""


def resident_mb(pid: int) -> float:
    """A process's resident memory in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("there is no such process")


async def measure() -> tuple[float, float]:
    """Megabytes idle, and after the answers."""
    async with _running.model() as url, _running.bot(_running.TUTOR, url) as running:
        await asyncio.sleep(QUIET_SECONDS)
        idle = resident_mb(running.process.pid)
        people = await _running.agreed(running.play, AT_ONCE)
        for wave in range(ANSWERS // AT_ONCE):
            question = QUESTIONS[wave % len(QUESTIONS)]
            replies = await asyncio.gather(*(person.slash("ask", question=question) for person in people))
            for reply in replies:
                await reply.until(lambda reply: reply.has_button("ask.more"), timeout=60)
        await asyncio.sleep(QUIET_SECONDS)
        return idle, resident_mb(running.process.pid)


def main() -> int:
    """Measure, print, judge."""
    idle, busy = asyncio.run(measure())
    good = idle <= MOST_MB
    verdict = "good" if good else "ABOVE THE BAR"
    print(f"resident memory, idle: {idle:.0f} MB (bar: at most {MOST_MB:.0f}: {verdict})")
    print(f"resident memory after {ANSWERS} answers: {busy:.0f} MB")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
