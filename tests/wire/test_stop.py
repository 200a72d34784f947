"""SIGTERM: what is under way finishes or is closed with a sentence, and nothing is left behind."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from playground import Person, Playground, Reply
from tests.doubles.bot_process import BotProcess
from tests.doubles.model_server import ModelServer

QUESTION = "What is a token?"


@dataclass(slots=True)
class Running:
    """A bot in a process of its own, and what it talks to."""

    play: Playground
    model: ModelServer
    bot: BotProcess
    data: Path

    async def asked(self) -> tuple[Person, Reply]:
        """A learner who has agreed, and whose answer has begun to stream."""
        ada = self.play.person("Ada")
        card = await ada.slash("start")
        await card.until(lambda card: card.has_button("start.agree"))
        await ada.press(card, "start.agree")
        await card.until(lambda card: card.has_button("start.goal"))
        reply = await ada.slash("ask", question=QUESTION)
        await reply.until(lambda reply: "begins" in reply.text)
        return ada, reply

    def kept(self, sql: str) -> list[tuple[object, ...]]:
        """What stands in the database now."""
        connection = sqlite3.connect(self.data / "tutor.db")
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


@pytest.fixture
async def running(tmp_path: Path, taught_database_file: Path) -> AsyncIterator[Running]:
    shutil.copyfile(taught_database_file, tmp_path / "tutor.db")
    async with AsyncExitStack() as stack:
        play = await Playground.start(bot_token="stop-token")
        stack.push_async_callback(play.stop)
        model = await stack.enter_async_context(ModelServer())
        bot = await stack.enter_async_context(BotProcess(play, tmp_path, model))
        yield Running(play, model, bot, tmp_path)
        assert play.violations == []


BEGINNING = (
    "This answer begins with a sentence that is long enough to be shown while the rest is on its way. And"
)


async def test_an_answer_that_streams_when_the_stop_comes_is_finished(running: Running) -> None:
    running.model.say_slowly([BEGINNING, " this", " is", " its", " end [1]."], pause=None)
    _, reply = await running.asked()
    running.bot.ask_to_stop()
    running.model.go_on(10)
    assert await running.bot.ended() == 0
    assert "And this is its end" in reply.text
    assert reply.has_button("Simpler")
    assert running.kept("SELECT question FROM memory_turns") == [(QUESTION,)]
    assert nothing_left(running) == []


async def test_an_answer_that_does_not_end_in_time_is_taken_back_and_can_be_asked_for_again(
    running: Running,
) -> None:
    running.model.say_slowly([BEGINNING, " no", " end."], pause=None)
    ada, reply = await running.asked()
    running.bot.ask_to_stop()
    assert await running.bot.ended() == 0
    assert "begins" not in reply.text
    assert "could not finish this answer" in reply.text
    assert running.kept("SELECT question FROM memory_turns") == []
    assert nothing_left(running) == []

    await running.bot.start()
    running.model.say("A token is a piece of text [1].")
    again = await ada.press(reply, "Ask again")
    await again.until(lambda reply: reply.has_button("Simpler"))
    assert "A token is a piece of text" in again.text


def nothing_left(running: Running) -> list[str]:
    """What a clean stop must not leave behind, and did."""
    left = [f"the open turn {row}" for row in running.kept("SELECT id FROM tutor_open_turns")]
    if (running.data / "heartbeat").exists():
        left.append("the heartbeat")
    if any((running.data / "owed-answers").read_bytes()):
        left.append("an owed answer")
    return left
