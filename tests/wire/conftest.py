"""The whole bot on a playground: real discord.py, real HTTP, real websocket, a scripted model where one is wanted."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.safety import Guard
from bot.settings import Settings
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from playground import Person, Playground, Reply
from playground.wire import Intent
from tests.doubles.model_server import ModelServer

TOKEN = "playground-token"
PATIENCE_SECONDS = 30.0
"""How long a person here waits for a first response: how quick the bot is says a benchmark, which a busy machine cannot fail."""


@dataclass(slots=True)
class Wire:
    """A playground with the bot on it."""

    play: Playground
    app: App
    model: ModelServer | None
    start: Callable[[], Coroutine[Any, Any, App]]
    """Starts the bot anew on the same data, after `app.close()`."""

    async def agreed(
        self, name: str, *, locale: str = "en-US", moderator: bool = False, dm: bool = False
    ) -> Person:
        """A learner who has agreed to be taught; in direct messages when `dm`."""
        person = self.play.person(name, locale=locale, moderator=moderator)
        await self.agree(person, dm=dm)
        return person

    async def agree(self, person: Person, *, dm: bool = False) -> None:
        """Let somebody agree to be taught."""
        card = await person.slash("start", dm=dm)
        await card.until(lambda card: card.has_button("start.agree"))
        await person.press(card, "start.agree")
        await card.until(lambda card: card.has_button("start.goal"))

    async def ask(self, person: Person, question: str, **options: Any) -> Reply:
        """Ask and wait for the end of the answer."""
        return await self.ended(await person.slash("ask", question=question, **options))

    async def ended(self, reply: Reply) -> Reply:
        """Wait until a turn's answer is whole and its turn closed: buttons stand under it."""
        await reply.until(
            lambda reply: any(
                map(reply.has_button, ("ask.more", "ask.report", "ask.again", "start.agree", "memory.open"))
            )
        )
        await self.quiet()
        return reply

    async def quiet(self) -> None:
        """Wait until no turn is under way."""
        while running := self.app.client.desk.turns._running:
            await asyncio.wait(running)

    def say(self, locale: Locale, key: str, **values: Released | float) -> str:
        """A sentence of the bot's."""
        return self.app.services.texts.say(locale, key, **values)

    @property
    def prompt(self) -> str:
        """Everything that the model was sent last, as one text."""
        assert self.model is not None
        return _prompt(self.model.chats[-1].body)

    @property
    def prompts(self) -> str:
        """Everything that the model was ever sent, as one text."""
        assert self.model is not None
        return "\n".join(_prompt(chat.body) for chat in self.model.chats)

    async def restart(self) -> None:
        """Stop the bot cleanly and start it again on the same data."""
        await self.app.close()
        self.app = await self.start()


def _prompt(body: dict[str, Any]) -> str:
    return "\n".join(str(message["content"]) for message in body["messages"])


_ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[ ,;'’-]+[A-Za-z]{2,}){2,}")
_NO_PROSE = re.compile(
    r"</[^>]+:\d+>|```.*?```|`[^`]*`|<t:\d+:\w>|https?://\S+|\[[^\]]*\]\([^)]*\)", re.DOTALL
)


def english_in(text: str) -> list[str]:
    """English word sequences in a text, code and addresses aside."""
    return _ENGLISH.findall(_NO_PROSE.sub("", text))


@pytest.fixture(scope="session")
def sentences_and_filters() -> tuple[Texts, Guard]:
    """The bot's sentences and filters, which never change: read once for all tests, as reading takes its time."""
    return Texts(), Guard()


@pytest.fixture
async def wire_of(
    tmp_path: Path,
    taught_database_file: Path,
    sentences_and_filters: tuple[Texts, Guard],
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Callable[..., Coroutine[Any, Any, Wire]]]:
    """Makes a playground with the bot on it; `model=False` for a bot without a model."""
    texts, guard = sentences_and_filters
    monkeypatch.setattr("bot.opening.ground.Texts", lambda: texts)
    monkeypatch.setattr("bot.opening.ground.Guard", lambda: guard)
    async with AsyncExitStack() as stack:

        async def make(*, model: bool = True, **settings: object) -> Wire:
            await asyncio.to_thread(shutil.copyfile, taught_database_file, tmp_path / "tutor.db")
            play = await Playground.start(port=0, bot_token=TOKEN)
            play.interactions.response_seconds = PATIENCE_SECONDS
            if settings.get("message_content"):
                play.gateway.granted |= Intent.MESSAGE_CONTENT
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
