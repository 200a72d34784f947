"""The whole bot on a playground: real discord.py, real HTTP, real websocket, a scripted model where one is wanted."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import COURSE, App
from bot.clock import SystemClock
from bot.lessons.library import Library
from bot.settings import Settings
from bot.storage import Database
from bot.storage.migrate import migrate
from playground import Person, Playground
from tests.doubles.model_server import ModelServer

TOKEN = "playground-token"


@dataclass(slots=True)
class Wire:
    """A playground with the bot on it."""

    play: Playground
    app: App
    model: ModelServer | None
    start: Callable[[], Coroutine[Any, Any, App]]
    """Starts the bot anew on the same data, after `app.close()`."""

    async def agreed(self, name: str, *, locale: str = "en-US", moderator: bool = False) -> Person:
        """A learner who has agreed to be taught."""
        person = self.play.person(name, locale=locale, moderator=moderator)
        card = await person.slash("start")
        await card.until(lambda card: card.has_button("start.agree"))
        await person.press(card, "start.agree")
        await card.until(lambda card: card.has_button("start.goal"))
        return person

    async def restart(self) -> None:
        """Stop the bot cleanly and start it again on the same data."""
        await self.app.close()
        self.app = await self.start()


@pytest.fixture(scope="session")
def taught_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with the course in it, to be copied."""
    path = tmp_path_factory.mktemp("taught") / "tutor.db"
    asyncio.run(_teach(f"sqlite+aiosqlite:///{path}"))
    return path


async def _teach(url: str) -> None:
    await migrate(url)
    database = await Database.open(url)
    await Library(database, SystemClock()).load_course(COURSE)
    await database.close()


@pytest.fixture
async def wire_of(
    tmp_path: Path, taught_database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Callable[..., Coroutine[Any, Any, Wire]]]:
    """Makes a playground with the bot on it; `model=False` for a bot without a model."""
    async with AsyncExitStack() as stack:

        async def make(*, model: bool = True, **settings: object) -> Wire:
            shutil.copyfile(taught_database_file, tmp_path / "tutor.db")
            play = await Playground.start(port=0, bot_token=TOKEN)
            stack.push_async_callback(play.stop)
            server = await stack.enter_async_context(ModelServer()) if model else None
            values: dict[str, Any] = {
                "_env_file": None,
                "discord_token": TOKEN,
                "discord_api_base": f"{play.base_url}/api/v10",
                "data_dir": tmp_path,
                **({"openai_base_url": server.base_url, "chat_model": "tutor-test"} if server else {}),
                **settings,
            }

            async def start() -> App:
                app = await App.open(Settings(**values))
                await app.connect()
                await app.client.synced.wait()
                return app

            wire = Wire(play=play, app=await start(), model=server, start=start)
            stack.push_async_callback(lambda: wire.app.close())
            return wire

        yield make


@pytest.fixture
async def wire(wire_of: Callable[..., Coroutine[Any, Any, Wire]]) -> AsyncIterator[Wire]:
    """The bot with a scripted model; at the end no request may have broken Discord's rules."""
    made = await wire_of()
    yield made
    assert made.play.violations == []


@pytest.fixture
async def wire_without_model(
    wire_of: Callable[..., Coroutine[Any, Any, Wire]],
) -> AsyncIterator[Wire]:
    """The bot without a model; at the end no request may have broken Discord's rules."""
    made = await wire_of(model=False)
    yield made
    assert made.play.violations == []
