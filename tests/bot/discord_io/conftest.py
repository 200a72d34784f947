"""The real client on a playground, with one cog that does what a test wants."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

import bot.texts
from bot.client import TutorClient
from bot.discord_io.command_sync import ForgottenHashes
from bot.discord_io.locale import NoChoices
from bot.ids import RandomIds
from bot.texts.catalogue import Texts
from playground import Playground
from tests.doubles.probe_cogs.probe import Script

if TYPE_CHECKING:  # the script stands in for the rooms
    from bot.services import Services

_TEXTS = Path(bot.texts.__file__).parent
_PROBE_TEXTS = Path(__file__).parents[2] / "doubles" / "probe_texts"


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """The common sentences of the bot, and the probe's own."""
    shutil.copytree(_PROBE_TEXTS, tmp_path / "texts")
    for language in (tmp_path / "texts").iterdir():
        shutil.copy(_TEXTS / language.name / "common.ftl", language)
    return Texts(tmp_path / "texts")


@pytest.fixture
async def play() -> AsyncIterator[Playground]:
    playground = await Playground.start()
    yield playground
    await playground.stop()


@pytest.fixture
def script() -> Script:
    return Script()


@contextlib.asynccontextmanager
async def connected(
    play: Playground, texts: Texts, script: Script, hashes: ForgottenHashes | None = None
) -> AsyncIterator[TutorClient]:
    """A client in this event loop, online, its commands known to Discord."""
    client = TutorClient(
        texts=texts,
        ids=RandomIds(),
        choices=NoChoices(),
        hashes=hashes or ForgottenHashes(),
        cogs="tests.doubles.probe_cogs",
        api_base=play.api_base,
    )
    client.services = cast("Services", script)
    running = asyncio.create_task(client.start(play.bot_token))
    try:
        async with asyncio.timeout(30):
            opened = asyncio.create_task(client.opened.wait())
            await asyncio.wait((running, opened), return_when="FIRST_COMPLETED")
            if running.done():
                running.result()
            await client.synced.wait()
        yield client
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def client(play: Playground, texts: Texts, script: Script) -> AsyncIterator[TutorClient]:
    async with connected(play, texts, script) as online:
        yield online
