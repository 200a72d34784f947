"""A guided tour: two learners and a moderator use the bot, and the transcript is printed as a person would read it.

It drives the bot over the playground as the tests do, so a tour that ends well is a bot that works. It keeps nothing:
the bot's data live in a temporary folder, and no model is called.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

from playground.model_choice import MODEL_SETTINGS
from playground.people import Person
from playground.reply import DidNotRespond, NotShown, Reply, matches
from playground.screen import label_of
from playground.server import Playground
from playground.slash import NotPossible

Say = Callable[[str], None]

_WIDTH = 100
_START_SECONDS = 60.0
_ANSWER_SECONDS = 30.0
_OWN_MODEL = MODEL_SETTINGS
"""Settings that would make the tour call a model, and cost money."""


async def main(
    command: Sequence[str], *, environment: Mapping[str, str] | None = None, say: Say = print
) -> int:
    """Give the tour of the bot that *command* starts; 0 when every step was answered, else 1.

    *environment* is what the bot is told besides its address and its folder; this process's own unless given.
    """
    token = secrets.token_urlsafe(32)
    play = await Playground.start(port=0, bot_token=token)
    with TemporaryDirectory() as folder:
        bot = await asyncio.create_subprocess_exec(
            *command,
            env=_environment(play, token, folder, os.environ if environment is None else environment),
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await play.until_connected(_START_SECONDS)
            await play.until_commands(_START_SECONDS)
            await Tour(play, say).walk()
        except (DidNotRespond, NotShown, NotPossible, TimeoutError) as trouble:
            say(f"\nThe tour stopped here: {trouble}")
            return 1
        finally:
            if bot.returncode is None:
                bot.send_signal(signal.SIGTERM)
                await bot.wait()
            await play.stop()
    for sentence in play.violations:
        say(f"Discord would have refused: {sentence}")
    return 1 if play.violations else 0


def _environment(play: Playground, token: str, folder: str, given: Mapping[str, str]) -> Mapping[str, str]:
    mine = {"DISCORD_TOKEN": token, "DISCORD_API_BASE": play.api_base, "DATA_DIR": folder, "DATABASE_URL": ""}
    return {**given, **dict.fromkeys(_OWN_MODEL, ""), **mine}


@dataclass(slots=True)
class Tour:
    """The steps, in the order in which a newcomer would take them."""

    play: Playground
    say: Say

    async def walk(self) -> None:
        """All of it."""
        ada = self.play.person("Ada", locale="en-US")
        await self._a_newcomer_asks(ada)
        await self._she_reads_and_is_quizzed(ada)
        await self._a_chinese_learner(self.play.person("小明", locale="zh-CN"))
        await self._a_moderator(self.play.person("Morgan", locale="en-US", moderator=True))
        await self._her_data_are_hers(ada)
        self._title("That was the tour. `make run` opens the playground for you.")

    async def _a_newcomer_asks(self, ada: Person) -> None:
        self._title("A newcomer asks, and agrees before anything is kept")
        card = await self._slash(ada, "ask", question="Why does the same prompt give different answers?")
        await self._press(ada, card, "start.agree", until="ask.more")
        self._title("The same in other words, and where it comes from")
        answer = await self._slash(ada, "ask", question="What is a token?")
        more = await self._press(ada, answer, "ask.more")
        await self._press(ada, more, "ask.why")
        self._title("What the course does not cover, it does not invent")
        await self._slash(ada, "ask", question="Who won the football world cup in 1998?")

    async def _she_reads_and_is_quizzed(self, ada: Person) -> None:
        self._title("The next sensible step, a page further, and a question on it")
        page = await self._slash(ada, "lesson next")
        await self._press(ada, page, "lesson.onward")
        question = await self._press(ada, page, "check.section")
        await self._press(ada, question, "quiz.pick")
        await self._slash(ada, "lesson list")

    async def _a_chinese_learner(self, ming: Person) -> None:
        self._title("In Chinese, from the first word")
        card = await self._slash(ming, "start")
        await self._press(ming, card, "start.agree")
        await self._slash(ming, "ask", question="温度参数是做什么用的？", share=True, until="ask.more")
        await self._slash(ming, "help")

    async def _a_moderator(self, morgan: Person) -> None:
        self._title("A moderator asks whether everything works")
        await self._slash(morgan, "server diagnose")

    async def _her_data_are_hers(self, ada: Person) -> None:
        self._title("What is remembered, and how it goes away")
        await self._slash(ada, "memory show")
        await self._slash(ada, "privacy about")
        await self._slash(ada, "privacy export")
        question = await self._slash(ada, "privacy delete")
        await self._press(ada, question, "privacy.erase")
        await self._slash(ada, "memory show")

    async def _slash(self, person: Person, command: str, *, until: str = "", **options: Any) -> Reply:
        written = " ".join(f"{name}: {value}" for name, value in options.items())
        self.say(f"\n{person.name} › /{command} {written}".rstrip())
        reply = await person.slash(command, **options)
        await reply.shown(_ANSWER_SECONDS)
        return await self._read(reply, until)

    async def _press(self, person: Person, where: Reply, button: str, *, until: str = "") -> Reply:
        label = next((label_of(it) for it in where.components if matches(it, button)), button)
        self.say(f"\n{person.name} › [{label}]")
        before = where.screen()
        pressed = await person.press(where, button)
        await pressed.shown(_ANSWER_SECONDS)
        await pressed.until(lambda reply: reply.screen() != before, _ANSWER_SECONDS)
        return await self._read(pressed, until)

    async def _read(self, reply: Reply, until: str) -> Reply:
        """Wait for the button *until*, where one is named, and print what is on the screen."""
        if until:
            await reply.until(lambda reply: reply.has_button(until), _ANSWER_SECONDS)
        self.say(reply.screen())
        return reply

    def _title(self, text: str) -> None:
        self.say(f"\n{'─' * _WIDTH}\n{text}\n{'─' * _WIDTH}")
