"""The bots of the benchmarks, each in a process of its own on a playground in this one, and a model in a third."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playground import Person, Playground

ROOT = Path(__file__).parent.parent
TUTOR = ("-m", "bot", "run")
BARE = ("-m", "benchmarks._bare_bot")
START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that is connected, and its Discord."""

    play: Playground
    process: asyncio.subprocess.Process


def cpu_ms(process: asyncio.subprocess.Process) -> float:
    """CPU time that a process has used in all its threads, in milliseconds; 0 where the system does not tell (`/proc`)."""
    try:
        threads = Path(f"/proc/{process.pid}/task").iterdir()
        return sum(int((one / "schedstat").read_text().split()[0]) for one in threads) / 1e6
    except OSError:
        return 0.0


@asynccontextmanager
async def model() -> AsyncIterator[str]:
    """The steady model's base URL."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks._steady_model", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.kill()
        await process.wait()


@asynccontextmanager
async def bot(command: Sequence[str], model_url: str | None = None) -> AsyncIterator[Running]:
    """A bot on a playground without rate limits, on fresh data; it is asked to stop at the end."""
    play = await Playground.start(bot_token="benchmark")
    play.limits.enforced = False
    with TemporaryDirectory() as folder:
        environment = {
            **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME")},
            "DISCORD_TOKEN": play.bot_token,
            "DISCORD_API_BASE": play.api_base,
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/tutor.db",
            "LOG_LEVEL": "WARNING",
            "PLAYGROUND_REPORTS": "false",  # as with Discord, where nobody is told what came of a press
            "LEARNER_TOKENS_PER_DAY": str(10**9),  # nobody comes to be answered by quotations instead
            "SERVER_TOKENS_PER_DAY": str(10**9),
            **({"OPENAI_BASE_URL": model_url, "CHAT_MODEL": "steady"} if model_url else {}),
        }
        process = await asyncio.create_subprocess_exec(sys.executable, *command, cwd=ROOT, env=environment)
        try:
            async with asyncio.timeout(START_SECONDS):
                await play.until_connected(START_SECONDS)
                while not play.commands():  # told after the connection
                    await play.gateway.connected.wait(0.05)
            yield Running(play, process)
        finally:
            process.terminate()
            await process.wait()
            await play.stop()


async def agreed(play: Playground, count: int) -> list[Person]:
    """So many people who have agreed to be taught by the tutor."""
    people = [play.person(f"learner{number}") for number in range(count)]
    for person in people:
        card = await person.slash("start")
        await card.until(lambda card: card.has_button("start.agree"))
        await person.press(card, "start.agree")
        await card.until(lambda card: card.has_button("start.goal"))
    return people
