"""One round of murder: people ask, the bot is killed at a moment drawn from a seed, starts again, and is judged.

The moment is so many events after the first question (a request that reaches Discord, a request to the model, a
piece of the model's answer) and a few milliseconds more. Whatever it was: nothing thinks for ever, no shown answer is
missing from memory, no answer is given twice, nobody else loses anything.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from playground import DidNotRespond, Message, Person, Playground, Reply
from tests.doubles.bot_process import BotProcess
from tests.doubles.model_server import ModelServer, Recorded, split

SETTLE_SECONDS = 45.0
"""Far more than recovery takes, on a machine that does ten other things."""

ANSWER_SECONDS = 1.8
"""How long the model takes for the longer answer: long enough for some edits on the way."""

QUESTIONS = {
    "en-US": (
        ("What is a token?", "What is a context window?"),
        ("What is sampling?", "Why do models hallucinate?"),
    ),
    "zh-CN": (("什么是词元？", "什么是上下文窗口？"), ("什么是采样？", "模型为什么会产生幻觉？")),
}
RESTARTED = ("I was restarted before I could answer", "我还没来得及回答就被重启了")
PARTLY = ("a piece of it may still stand below", "下面可能还留着它的一小段")


@dataclass(slots=True)
class Case:
    """One question, the answer that its model gives, and what became of it."""

    person: Person
    question: str
    share: bool
    marks: tuple[str, ...]
    """One in each paragraph of the answer: which parts a person sees, and how often."""
    answer: str
    reply: Reply | None = None

    def seen(self, reply: Reply) -> dict[str, int]:
        """How often each paragraph's mark stands in what the person reads."""
        return {mark: reply.text.count(mark) for mark in self.marks}


@dataclass(slots=True)
class Round:
    """What one seed does."""

    seed: int
    cases: list[Case]
    after_events: int
    delay: float
    complaints: list[str] = field(default_factory=list)
    killed_at: str = "the end of everything"
    outcomes: list[str] = field(default_factory=list)
    """How each question ended, for the record."""

    def complain(self, case: Case, what: str) -> None:
        screen = case.reply.screen() if case.reply is not None else "(no response)"
        self.complaints.append(
            f"seed {self.seed}, killed at {self.killed_at}: {what}\n"
            f"{case.person.name} asked “{case.question}”{' for all to see' if case.share else ''}:\n{screen}"
        )


class Killing:
    """A playground, a model and a bot that is killed again and again."""

    def __init__(self, play: Playground, model: ModelServer, bot: BotProcess, data: Path) -> None:
        self._play = play
        self._model = model
        self._bot = bot
        self._database = data / "tutor.db"
        self._slate = data / "owed-answers"
        self._answers: dict[str, str] = {}
        model.answer = self._answer

    @property
    def last_words(self) -> str:
        """What the bot logged last."""
        return self._bot.said[-3000:]

    async def round(self, seed: int) -> Round:
        """Ask, kill, start again, wait, judge. What is wrong stands in `complaints`."""
        if not self._bot.is_running:  # a round before this one went wrong
            await self._bot.start()
        one = await self._prepare(seed)
        self._model.pace = ANSWER_SECONDS / max(len(split(case.answer)) for case in one.cases)
        with self._murderer(one) as killed:
            asking = [asyncio.create_task(self._ask(case)) for case in one.cases]
            idle = asyncio.create_task(self._looks_at_lessons(one))
            await asyncio.wait(
                [asyncio.create_task(self._all_done(one, asking)), killed], return_when="FIRST_COMPLETED"
            )
            self._bot.kill_now()
            await self._bot.ended()
            await asyncio.gather(*asking, idle)
        self._model.pace = 0.0
        await self._bot.start()
        await self._settled()
        for case in one.cases:
            await self._judge(one, case)
        self._judge_others(one)
        one.complaints += self._play.violations
        self._play.violations.clear()
        return one

    # --- before ---

    async def _prepare(self, seed: int) -> Round:
        chance = Random(seed)
        cases: list[Case] = []
        self._answers.clear()
        for number, name in enumerate(("Ada", "Mo")):
            locale = chance.choice(("en-US", "en-US", "zh-CN"))
            person = self._play.person(f"{name}{seed}", locale=locale)
            await self._agree(person)
            tag = f"q{seed}{'ab'[number]}"
            length = chance.choice((2, 2, 12))
            marks = tuple(f"{tag}m{part}e" for part in range(length))
            answer = "\n\n".join(_paragraph(mark, part, locale) for part, mark in enumerate(marks))
            question = chance.choice(QUESTIONS[locale][number])
            self._answers[question] = answer
            cases.append(Case(person, question, chance.random() < 0.4, marks, answer))
        in_streaming = chance.random() < 0.3
        return Round(
            seed,
            cases,
            after_events=chance.randint(3, 120) if in_streaming else -chance.randint(1, 14),
            delay=chance.uniform(0.0, 0.005),
        )

    async def _agree(self, person: Person) -> None:
        card = await person.slash("start")
        await card.until(lambda card: card.has_button("start.agree"))
        await person.press(card, "start.agree")
        await card.until(lambda card: card.has_button("start.goal"))

    def _answer(self, request: Recorded) -> str:
        """The answer to the question that stands last in the prompt."""
        asked = request.last_message
        question = max(self._answers, key=asked.rfind)
        return self._answers[question]

    # --- the deed ---

    @contextmanager
    def _murderer(self, one: Round) -> Iterator["asyncio.Future[None]"]:
        """Counts events and kills; a negative `after_events` counts what reaches Discord, a positive one all."""
        killed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        loop = asyncio.get_running_loop()
        left = abs(one.after_events)
        timer: asyncio.TimerHandle | None = None
        only_wire = one.after_events < 0

        def deed() -> None:
            self._bot.kill_now()
            if not killed.done():
                killed.set_result(None)

        def event(what: str) -> None:
            nonlocal left, timer
            left -= 1
            if left == 0:
                one.killed_at = f"{what}, {one.delay * 1000:.1f} ms later"
                timer = loop.call_later(one.delay, deed)

        off = self._play.on_request(lambda seen: event(f"{seen.method} {seen.template}"))
        if not only_wire:
            self._model.on_chunk = lambda request: event("a piece of the model's answer")
        try:
            yield killed
        finally:
            if timer is not None:
                timer.cancel()
            off()
            self._model.on_chunk = lambda request: None

    async def _ask(self, case: Case) -> None:
        try:
            case.reply = await case.person.slash("ask", question=case.question, share=case.share)
        except DidNotRespond:
            case.reply = None

    async def _looks_at_lessons(self, one: Round) -> None:
        """Somebody whose command has nothing to do with a model, at the same time."""
        case = Case(self._play.person(f"Lee{one.seed}"), "/lesson list", False, (), "")
        try:
            case.reply = await case.person.slash("lesson list")
        except DidNotRespond:
            return
        one.cases.append(case)

    async def _all_done(self, one: Round, asking: list["asyncio.Task[None]"]) -> None:
        """Until every answer is whole: then the kill comes after the end."""
        await asyncio.gather(*asking)
        for case in one.cases:
            if case.reply is not None and case.marks:
                await self._until(lambda reply=case.reply: reply.has_button("ask.more"), SETTLE_SECONDS)

    # --- after ---

    async def _settled(self) -> None:
        """Until the new process has ended everything that the old one left open."""
        await self._until(lambda: not self._open(), SETTLE_SECONDS)

    def _open(self) -> bool:
        return bool(self._rows("SELECT id FROM tutor_open_turns")) or any(self._slate.read_bytes())

    async def _judge(self, one: Round, case: Case) -> None:
        one.outcomes.append(_outcome(case))
        if case.reply is None:
            return  # Discord itself told them that the application did not respond
        reply = case.reply
        if reply.thinking or not reply.text.strip():
            one.complain(case, "it thinks for ever")
        if not case.marks:
            return
        seen = case.seen(reply)
        if any(count > 1 for count in seen.values()):
            one.complain(case, f"a part of the answer stands there twice: {seen}")
        remembered = self._rows("SELECT answer FROM memory_turns WHERE user_id = ?", case.person.id)
        if reply.has_button("ask.more"):
            self._judge_whole(one, case, reply, remembered)
        elif reply.has_button("ask.rest"):
            await self._judge_rest(one, case, reply, remembered)
        elif reply.has_button("ask.again"):
            await self._judge_interrupted(one, case, reply, remembered)
        elif not any(sentence in reply.text for sentence in RESTARTED):
            one.complain(case, "it has no end")
        elif remembered:
            one.complain(case, "its answer is remembered and was not shown")

    def _judge_whole(self, one: Round, case: Case, reply: Reply, remembered: list[str]) -> None:
        if set(case.seen(reply).values()) != {1}:
            one.complain(case, "the answer is not whole")
        if len(remembered) != 1:
            one.complain(case, f"an answer that was shown is remembered {len(remembered)} times")

    async def _judge_rest(self, one: Round, case: Case, reply: Reply, remembered: list[str]) -> None:
        rest = await case.person.press(reply, "ask.rest")
        await self._until(lambda: case.marks[-1] in rest.text, SETTLE_SECONDS)
        if any(case.seen(reply)[mark] + case.seen(rest)[mark] == 0 for mark in case.marks):
            one.complain(case, f"the rest is not the rest:\n{rest.screen()}")
        if len(remembered) != 1:
            one.complain(case, f"an answer that was shown is remembered {len(remembered)} times")

    async def _judge_interrupted(self, one: Round, case: Case, reply: Reply, remembered: list[str]) -> None:
        if remembered:
            one.complain(case, "its answer is remembered and was not shown")
        if any(case.seen(reply).values()) and not any(sentence in reply.text for sentence in PARTLY):
            one.complain(case, "a piece of an answer stands there without an end")
        again = await case.person.press(reply, "ask.again")
        await self._until(lambda: again.has_button("ask.more"), SETTLE_SECONDS)
        if set(case.seen(again).values()) != {1}:
            one.complain(case, f"asked again, the answer is not whole:\n{again.screen()}")
        twice = await case.person.press(reply, "ask.again")
        await self._until(lambda: bool(twice.text) and not twice.thinking, SETTLE_SECONDS)
        if any(case.seen(twice).values()):
            one.complain(case, f"asked again twice, it answered twice:\n{twice.screen()}")

    def _judge_others(self, one: Round) -> None:
        """Nobody reads a private answer to somebody else, and a shared one stands in the channel once."""
        public = "\n".join(it.content for it in self._visible_to_all())
        for case in one.cases:
            for mark in case.marks:
                if public.count(mark) > (2 if case.share else 0):  # a second time when it was asked again
                    one.complain(case, f"everybody reads {mark} {public.count(mark)} times")

    def _visible_to_all(self) -> list[Message]:
        return [
            it
            for it in self._play.world.messages.values()
            if it.deleted_at is None and not it.private and not it.channel.is_dm
        ]

    def _rows(self, sql: str, *values: str | int) -> list[str]:
        connection = sqlite3.connect(self._database)
        try:
            return [row[0] for row in connection.execute(sql, values)]
        finally:
            connection.close()

    async def _until(self, condition: Callable[[], object], seconds: float) -> None:
        """Until the condition holds, or so long that the judge may speak."""
        ends = asyncio.get_running_loop().time() + seconds
        while not condition() and asyncio.get_running_loop().time() < ends:  # noqa: ASYNC110 – other processes do it
            await asyncio.sleep(0.02)


def _paragraph(mark: str, number: int, locale: str) -> str:
    """Some 250 characters with a mark; every fourth is a code block."""
    if number % 4 == 3:
        lines = "\n".join(f"window_{line} = text[{line * 40}:{line * 40 + 40}]" for line in range(6))
        return f"```python\n# {mark}\n{lines}\n```"
    if locale == "zh-CN":
        return (
            f"模型把文字切成词元来读，每个词元大约是一个词或者一个字的一部分 [1]。这一段的记号是 {mark} 。"
            + ("上下文窗口决定了模型一次能看到多少内容。" * 6)
        )
    return (
        f"A model reads text as tokens, and each of them is a piece of a word [1]. This is {mark} now. "
        + ("What does not fit into the window is not seen by it. " * 3)
    )


def _outcome(case: Case) -> str:
    if case.reply is None:
        return "did not respond"
    if any(sentence in case.reply.text for sentence in RESTARTED):
        return "told to try again"
    if not case.marks:
        return "answered"
    for button in ("ask.more", "ask.rest", "ask.again"):
        if case.reply.has_button(button):
            return button
    return "no end"
