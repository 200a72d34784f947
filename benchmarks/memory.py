"""How well earlier turns are recalled, how fast, and what a question costs in tokens however long a conversation is.

    python -m benchmarks.memory [--dialogues FILE --out FILE]

`FILE` of dialogues holds one JSON object a line: `id`, `sessions` (`date`, `turns` of `id`, `speaker`, `text`), `questions` (`question`,
`evidence`: ids of turns). Written is one JSON object a question: `id` of the dialogue, `question`, `recalled` (ids of turns, best
first), `tokens` (what they take in a prompt). Without files, made-up dialogues in both languages are measured (`dialogues.py`).
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks import dialogues
from benchmarks.dialogues import Dialogue, Said
from bot.learners.values import LearnerKey, Level
from bot.lessons.values import Passage
from bot.llm.estimate import estimate_tokens
from bot.llm.values import ChatMessage
from bot.memory import store
from bot.memory.index.store import Entry
from bot.memory.memory import Memory, Recollection
from bot.memory.values import Outcome, Turn
from bot.storage import Database
from bot.storage.migrate import migrating
from bot.storage.rooms import all_tables
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from bot.tutor.alike import alike, vector_of
from bot.tutor.explaining import explain_messages
from bot.tutor.prompts import read_prompts
from bot.tutor.terms import terms_of
from bot.tutor.values import Ask

SPACE = 20
"""Turns that may be recalled for one question."""
BUDGET = 1_200
"""Tokens of memory in a prompt, as the setting has it."""

_TRIES = 3

_PROMPTS = Path(__file__).parent.parent / "prompts"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was recalled for one question."""

    dialogue: str
    question: str
    recalled: tuple[str, ...]
    tokens: int
    ms: float
    share: float | None
    """Of the evidence, how much was recalled; None where none is known."""
    share_of_last: float | None
    """The same for the last turns alone."""


async def open_memory(folder: Path) -> tuple[Database, Memory]:
    """An empty memory in a new database."""
    path = folder / "memory.db"
    with migrating(path) as connection:
        all_tables().create_all(connection)
    database = await Database.open(f"sqlite+aiosqlite:///{path}")
    return database, Memory(database, estimate_tokens, terms_of, alike=alike, vector_of=vector_of)


async def remember(
    database: Database, memory: Memory, turns: Sequence[Turn], *, spoken: bool = False
) -> None:
    """Store turns, many to a transaction; those that are `spoken` begin with who said it."""
    for at in range(0, len(turns), 500):
        entries = [(turn, _entry(memory, turn, spoken=spoken)) for turn in turns[at : at + 500]]

        async def unit(connection: store.AsyncConnection, entries: object = entries) -> None:
            for turn, entry in entries:  # type: ignore[attr-defined]  # bound as a default on purpose
                await store.add(connection, turn, entry)

        await database.write(unit)


def _entry(memory: Memory, turn: Turn, *, spoken: bool) -> Entry | None:
    """How a turn is found again. Who said it is a word to find it by, and no part of what it means."""
    entry = memory.entry(turn)
    if entry is None or not spoken:
        return entry
    said = memory.entry(replace(turn, question=turn.question.partition(": ")[2]))
    return replace(entry, meaning=said.meaning if said else None)


async def _nothing(connection: store.AsyncConnection) -> None:
    """Nothing more is read."""


def turn_of(key: LearnerKey, session: int, said: Said) -> Turn:
    """An utterance as a turn; who spoke is part of what was said, and each session is a conversation."""
    return _turn(said.id, key, session, said.at, f"{said.speaker}: {said.text}", "")


def _turn(name: str, key: LearnerKey, session: int, at: datetime, question: str, answer: str) -> Turn:
    return Turn(
        name, key, session, at, Locale.EN, question, Released(answer), Outcome.ANSWERED, (), False, {}
    )


async def recall_all(made: Sequence[Dialogue]) -> list[Asked]:
    """Put every question to a memory that holds all the dialogues, each as one learner's."""
    with tempfile.TemporaryDirectory() as folder:
        database, memory = await open_memory(Path(folder))
        asked: list[Asked] = []
        for number, dialogue in enumerate(made, start=1):
            key = LearnerKey(1, number)
            # By number, not by their ids: those may be long, or come twice.
            numbered = {
                f"{number}-{at}": (session, turn)
                for at, (session, turn) in enumerate(
                    (session, turn) for session, spoken in enumerate(dialogue.sessions) for turn in spoken
                )
            }
            turns = [
                turn_of(key, session, Said(name, turn.speaker, turn.text, turn.at))
                for name, (session, turn) in numbered.items()
            ]
            await remember(database, memory, turns, spoken=True)
            ids = [turn.id for _, turn in numbered.values()]
            last = set(ids[-SPACE:])
            for question in dialogue.questions:
                began = time.perf_counter()
                found = await memory.search(key, question.text, most=SPACE)
                ms = (time.perf_counter() - began) * 1000
                recalled = tuple(numbered[turn.id][1].id for turn in found)
                tokens = sum(estimate_tokens(turn.question) for turn in found)
                evidence = set(question.evidence) & set(ids)
                share = len(evidence & set(recalled)) / len(evidence) if evidence else None
                of_last = len(evidence & last) / len(evidence) if evidence else None
                asked.append(Asked(dialogue.id, question.text, recalled, tokens, ms, share, of_last))
        await database.close()
    return asked


async def speed(*, learners: int, turns: int = 100_000) -> tuple[list[float], list[float]]:
    """Milliseconds of 200 recalls, window, facts and summary included, with so many turns in all: by the clock, and of CPU.

    On a busy machine the first says more of its other work than of ours, and even CPU time grows with its neighbours: of each
    recall, the least of three tries.
    """
    chance = Random(3)
    lines = [
        turn.text for dialogue in dialogues.generated() for session in dialogue.sessions for turn in session
    ]
    words = sorted({word for line in lines if line.isascii() for word in line.split()})
    with tempfile.TemporaryDirectory() as folder:
        database, memory = await open_memory(Path(folder))
        began = datetime(2026, 1, 1, tzinfo=UTC)
        batch: list[Turn] = []
        for number in range(turns):
            key = LearnerKey(1, number % learners + 1)
            question = f"{chance.choice(lines)} {chance.choice(words)} {number % 977}"
            answer = " ".join(chance.choices(words, k=20)) + chance.choice(lines)
            batch.append(_turn(f"{number}", key, 1, began + timedelta(minutes=number), question, answer))
        await remember(database, memory, batch)
        taken: list[float] = []
        of_cpu: list[float] = []
        for _ in range(200):
            key = LearnerKey(1, chance.randrange(learners) + 1)
            question = f"{chance.choice(lines)} {chance.choice(words)}"
            least = float("inf")
            for _again in range(_TRIES):
                at, cpu = time.perf_counter(), time.process_time()
                await memory.recall(key, 1, question, tokens=BUDGET, also=_nothing)
                taken.append((time.perf_counter() - at) * 1000)
                least = min(least, (time.process_time() - cpu) * 1000)
            of_cpu.append(least)
        await database.close()
    return taken, of_cpu


@dataclass(frozen=True, slots=True)
class Cost:
    """Tokens of the prompts of a conversation, a number for each question."""

    ours: list[int]
    full_history: list[int]
    last_twenty: list[int]
    stable: float
    """Share of the questions whose prompt begins with all that the one before began with."""


async def cost(questions: int = 40) -> Cost:
    """One conversation of so many questions, with answers of the length that the prompt asks for (150 words)."""
    prompts = read_prompts(_PROMPTS)
    chance = Random(5)
    lines = [turn.text for one in dialogues.generated() for session in one.sessions for turn in session]
    lines = [line for line in lines if line.isascii()]
    passages = [
        Passage(f"lesson-{at}", "A lesson", f"section-{at}", "A section", Locale.EN, _words(chance, lines, 110), 1.0)
        for at in range(5)
    ]  # fmt: skip
    ours: list[int] = []
    full: list[int] = []
    twenty: list[int] = []
    stable = 0
    before: tuple[ChatMessage, ...] = ()
    with tempfile.TemporaryDirectory() as folder:
        database, memory = await open_memory(Path(folder))
        key, began = LearnerKey(1, 1), datetime(2026, 1, 1, tzinfo=UTC)
        history: list[Turn] = []
        for number in range(questions):
            question = _words(chance, lines, 12) + "?"
            ask = Ask("turn", key, 1, question, question, Locale.EN, Level.BEGINNER)
            recalled, _ = await memory.recall(key, 1, question, tokens=BUDGET, also=_nothing)
            ours_now = _messages(prompts, ask, passages, recalled)
            prefix = ours_now[:-1]
            stable += prefix[: len(before)] == before
            before = prefix
            ours.append(_size(ours_now))
            full.append(_size(_messages(prompts, ask, passages, Recollection(window=tuple(history)))))
            twenty.append(_size(_messages(prompts, ask, passages, Recollection(window=tuple(history[-20:])))))
            at = began + timedelta(minutes=number)
            turn = _turn(f"{number}", key, 1, at, question, _words(chance, lines, 150))
            history.append(turn)
            await remember(database, memory, [turn])
        await database.close()
    return Cost(ours, full, twenty, stable / questions)


def _messages(
    prompts: object, ask: Ask, passages: Sequence[Passage], memory: Recollection
) -> tuple[ChatMessage, ...]:
    return explain_messages(
        prompts,  # type: ignore[arg-type]  # as `read_prompts` gives them
        ask, ask.question, language=Locale.EN, passages=passages, memory=memory,
    )  # fmt: skip


def _size(messages: Sequence[ChatMessage]) -> int:
    return sum(estimate_tokens(message.content) for message in messages)


def _words(chance: Random, lines: Sequence[str], count: int) -> str:
    words: list[str] = []
    while len(words) < count:
        words += chance.choice(lines).split()
    return " ".join(words[:count])


def _kind(asked: Asked) -> str:
    return asked.dialogue.rpartition("-")[0]


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return statistics.mean(known) if known else 0.0


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


async def _main() -> None:
    parser = argparse.ArgumentParser(description="recall, speed and tokens of the memory")
    parser.add_argument("--dialogues", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    made = (
        dialogues.read(given.dialogues)
        if given.dialogues
        else [*dialogues.generated(), *dialogues.kept_aside()]
    )
    asked = await recall_all(made)
    if given.out:
        lines = [
            {"id": one.dialogue, "question": one.question, "recalled": one.recalled, "tokens": one.tokens}
            for one in asked
        ]
        given.out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    print(f"{len(asked)} questions about {len(made)} dialogues, {SPACE} turns for each:")
    for language in sorted({_kind(one) for one in asked}) if not given.dialogues else ("",):
        some = [one for one in asked if language in ("", _kind(one))]
        print(
            f"  {language or 'all'}: evidence recalled {_mean([one.share for one in some]):.3f},"
            f" by the last {SPACE} turns alone {_mean([one.share_of_last for one in some]):.3f};"
            f" p95 {_p95([one.ms for one in some]):.2f} ms"
        )
    if given.dialogues:
        return
    for learners in (100, 1):
        taken, of_cpu = await speed(learners=learners)
        print(
            f"100,000 turns of {learners} learners: p50 {statistics.median(taken):.2f} ms, p95 {_p95(taken):.2f} ms;"
            f" CPU (least of three) p50 {statistics.median(of_cpu):.2f} ms, p95 {_p95(of_cpu):.2f} ms"
        )
    spent = await cost()
    means = [statistics.mean(values) for values in (spent.ours, spent.last_twenty, spent.full_history)]
    print(
        f"prompt tokens a question over 40: {means[0]:.0f}; 20-turn window {means[1]:.0f}; full history {means[2]:.0f}"
    )
    print(
        f"question 5: {spent.ours[4]}, question 40: {spent.ours[-1]}; prefix stable in {spent.stable:.0%} of turns"
    )
    long = await cost(500)
    print(f"question 500: {long.ours[-1]}, the most of all {max(long.ours)}")


if __name__ == "__main__":
    asyncio.run(_main())
