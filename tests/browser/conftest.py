"""A browser, the whole bot and a small scripted one, each on a playground of its own, shared by all browser tests.

Every test uses people of its own, so that nothing of one is seen by another.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from playground import Playground
from tests.browser.axe import source_of_axe
from tests.browser.window import CHROMIUM, OPTIONS, PATIENCE, Window

ROOT = Path(__file__).parents[2]
TUTOR = (sys.executable, "-m", "bot", "run")
SHOWCASE = (sys.executable, "-m", "tests.doubles.showcase_bot")
NO_MODEL = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "CHAT_MODEL", "AZURE_OPENAI_ENDPOINT")
START_SECONDS = 180
"""A bot that starts for the first time learns its lessons; two may do so at once on a busy machine."""
Open = Callable[..., Window]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here drive a browser, and share one event loop with it."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is missing: apt-get install chromium fonts-wqy-microhei")
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield launched
        await launched.close()


class _Ended(Exception):
    """The bot has ended before it was there."""


async def _come_up(play: Playground, bot: asyncio.subprocess.Process) -> None:
    """Wait until the bot is connected and its commands are known. Raises `_Ended` or TimeoutError."""

    async def there() -> None:
        await play.until_connected(START_SECONDS)
        await play.until_commands(START_SECONDS)

    coming, ended = asyncio.create_task(there()), asyncio.create_task(bot.wait())
    await asyncio.wait([coming, ended], return_when=asyncio.FIRST_COMPLETED)
    ended.cancel()
    if not coming.done():
        coming.cancel()
        raise _Ended
    await coming


@asynccontextmanager
async def running(command: tuple[str, ...], data: Path) -> AsyncIterator[Playground]:
    """A playground with *command* as its bot, in a process of its own, ready to be used."""
    play = await Playground.start()
    environment = {
        **os.environ,
        **dict.fromkeys(NO_MODEL, ""),
        "DISCORD_TOKEN": play.bot_token,
        "DISCORD_API_BASE": play.api_base,
        "PYTHONPATH": str(ROOT),
        "DATA_DIR": str(data),
        "DATABASE_URL": "",
    }
    said = data / "bot.log"
    with said.open("wb") as log:
        bot = await asyncio.create_subprocess_exec(*command, env=environment, stderr=log)
    try:
        try:
            await _come_up(play, bot)
        except (TimeoutError, _Ended):
            pytest.fail(f"the bot did not come up:\n{said.read_text('utf-8')[-3000:]}")
        yield play
    finally:
        if bot.returncode is None:
            bot.terminate()
        await bot.wait()
        await play.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def tutor(
    tmp_path_factory: pytest.TempPathFactory, taught_database_file: Path
) -> AsyncIterator[Playground]:
    """The whole bot, without a model; it has learnt its lessons already."""
    data = tmp_path_factory.mktemp("tutor")
    await asyncio.to_thread(shutil.copyfile, taught_database_file, data / "tutor.db")
    async with running(TUTOR, data) as play:
        yield play
        assert play.violations == []


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def showcase(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Playground]:
    """A small bot that sends everything that Discord can show."""
    async with running(SHOWCASE, tmp_path_factory.mktemp("showcase")) as play:
        yield play
        assert play.violations == []


@pytest.fixture
def window(browser: Browser) -> Open:
    """Makes windows: `async with window(play, "Ada") as ada: …`."""

    def make(play: Playground, person: str, **look: object) -> Window:
        return Window(browser, play.base_url, person, **look)  # type: ignore[arg-type] # passed on as given

    return make


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def axe_if_there() -> str | None:
    """The source of axe-core, for tests that have other things to see as well."""
    return await source_of_axe()


@pytest.fixture
def axe(axe_if_there: str | None) -> str:
    """The source of axe-core."""
    if axe_if_there is None:
        pytest.skip("axe-core is not there and cannot be fetched: name its axe.min.js in AXE_CORE")
    return axe_if_there
