"""How long pictures take, what the process beside the bot takes, and how long the event loop is held up by 50 people.

    python -m benchmarks.explain

Every text is another one, so that nothing comes from memory. Beside the time until a picture is there stands the CPU time of
making it, which other work on the machine does not stretch.
"""

import asyncio
import os
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.explain.drawing.bars import draw_chances
from bot.explain.drawing.meaning_map import draw_map, draw_table
from bot.explain.drawing.token_strip import draw_tokens
from bot.explain.drawing.walk_picture import draw_step
from bot.explain.sampling import reshape
from bot.explain.similarity import local_vectors, nearness
from bot.explain.studio import Studio
from bot.explain.tokens import Encoding, cut
from bot.explain.toy_model import next_words
from bot.explain.walks import read_walks
from bot.explain.workshop import Workshop
from bot.texts.locales import Locale

COURSE = Path(__file__).parents[1] / "course"
TIMES = 40
PEOPLE = 50
SENTENCES = (
    "A tokenizer cuts text into pieces, number {}; most are shorter than a word.",
    "分词器把文字切成小块，这是第 {} 句；多数比一个词还短。",
)


async def main() -> None:
    workshop = Workshop()
    studio = Studio(workshop)
    started = time.perf_counter()
    await studio.made(cut, "warm up", Encoding.O200K)
    print(
        f"first job, with the start of the process and the vocabulary: {_ms(time.perf_counter() - started)}"
    )
    print(f"process with one vocabulary: {_resident(workshop.process_id)} MB resident")

    async def tokens(number: int) -> None:
        text = " ".join(SENTENCES[number % 2].format(number + one) for one in range(3))
        found = await studio.made(cut, text, Encoding.O200K)
        await studio.made(draw_tokens, f"o200k {number}", found)

    candidates = next_words(COURSE, "the model", Locale.EN)

    async def bars(number: int) -> None:
        shape = reshape(candidates, temperature=0.5 + number / 200, top_p=1, complete=True)
        await studio.made(draw_chances, f"T {number}", "others", shape)

    async def maps(number: int) -> None:
        texts = tuple(f"{text.format(number)} {one}" for one in range(6) for text in SENTENCES)
        near = nearness(local_vectors(texts)[1])
        await studio.made(draw_map, texts, near.points)
        await studio.made(draw_table, near.cosines)

    walks = read_walks(COURSE)

    async def steps(number: int) -> None:
        walk = walks[number % len(walks)]
        locale = list(Locale)[number % 3]
        await workshop.run(draw_step, walk, number % len(walk.steps), locale)

    for name, work in (("tokens", tokens), ("chances", bars), ("map and table", maps), ("a step", steps)):
        await work(100)
        before = _cpu(workshop.process_id)
        waited = await _timed(work)
        each = (_cpu(workshop.process_id) - before) / TIMES
        print(f"{name:>14}: {waited}; CPU {_ms(each)} each (bar: p95 200 ms)")
    print(f"process after all: {_resident(workshop.process_id)} MB resident")
    held = asyncio.create_task(_longest_hold())
    started = time.perf_counter()
    await asyncio.gather(*(tokens(5000 + number) for number in range(PEOPLE)))
    whole = time.perf_counter() - started
    held.cancel()
    try:
        await held
    except asyncio.CancelledError:
        pass
    print(f"{PEOPLE} people at once: {whole:.1f} s until the last has their picture,")
    print(f"the event loop was held up for at most {_ms(_HELD[0])}")
    await workshop.close()


_HELD = [0.0]


async def _longest_hold() -> None:
    """Notes the longest time that a ready callback had to wait."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        _HELD[0] = max(_HELD[0], time.perf_counter() - before - 0.001)


async def _timed(work: Callable[[int], Awaitable[None]]) -> str:
    taken = []
    for number in range(TIMES):
        before = time.perf_counter()
        await work(number)
        taken.append(time.perf_counter() - before)
    taken.sort()
    return f"p50 {_ms(statistics.median(taken))}, p95 {_ms(taken[int(len(taken) * 0.95)])}"


def _cpu(process_id: int | None) -> float:
    """Seconds of CPU that a process has used, as Linux counts them; 0 where it does not say."""
    stat = Path(f"/proc/{process_id}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _resident(process_id: int | None) -> int:
    """Megabytes, as Linux counts them; 0 where it does not say."""
    status = Path(f"/proc/{process_id}/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    asyncio.run(main())
