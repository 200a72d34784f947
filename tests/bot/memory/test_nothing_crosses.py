"""However learners, servers, threads and direct messages interleave, nobody's words come up for anybody else."""

import asyncio
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from bot.clock import SystemClock
from bot.ids import RandomIds
from bot.learners.values import DIRECT_MESSAGES, LearnerKey
from bot.memory import store
from bot.memory.facts.facts import Facts
from bot.memory.facts.rules import said_in
from bot.memory.meanings.meanings import Meanings
from bot.memory.memory import Forget, Memory, Recollection
from bot.memory.values import Outcome, Standing, Turn
from bot.memory.vectors import Vectors
from bot.storage import Connection, Database
from bot.storage.migrate import migrating
from bot.storage.rooms import all_tables
from bot.texts.kinds import Released
from bot.texts.locales import Locale

KEYS = [LearnerKey(server, user) for server in (DIRECT_MESSAGES, 1, 2) for user in (11, 12)]
PLACES = (5, 6)
"""A channel and a thread in it."""

keys = st.sampled_from(KEYS)
places = st.sampled_from(PLACES)


class OneMeaning:
    """A model to which all mean much the same: whatever is not kept apart would be found."""

    name = "one"

    async def embed(self, texts: Sequence[str]) -> Vectors:
        return np.asarray([[1.0, len(text) / 1000] for text in texts], dtype=np.float32)


class EverybodysStanding:
    """Quizzes that found the same of everybody, each marked as theirs."""

    async def of(self, connection: Connection, key: LearnerKey, locale: Locale) -> Standing:
        return Standing(known=(f"s{key.server_id}u{key.user_id} private",))


async def _nothing(connection: Connection) -> None:
    """Nothing more is read."""


def _words(recalled: Recollection) -> str:
    turns = (*recalled.found, *recalled.window, *((recalled.last,) if recalled.last else ()))
    return " ".join(
        [
            recalled.summary,
            *(f"{turn.question} {turn.answer}" for turn in turns),
            *(fact.text for fact in recalled.facts),
            *recalled.standing.known,
        ]
    )


class Interleavings(RuleBasedStateMachine):
    """Two people in two servers and in direct messages, each with a word of their own that marks all they say."""

    template: Path | None = None

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._folder = Path(tempfile.mkdtemp())
        if Interleavings.template is None:
            Interleavings.template = Path(tempfile.mkdtemp()) / "empty.db"
            with migrating(Interleavings.template) as connection:
                all_tables().create_all(connection)
        shutil.copyfile(Interleavings.template, self._folder / "tutor.db")
        self._numbers = count(1)

    @initialize()
    def open(self) -> None:
        self._database = self._loop.run_until_complete(
            Database.open(f"sqlite+aiosqlite:///{self._folder}/tutor.db")
        )
        self._memory = Memory(
            self._database,
            lambda text: len(text) // 4,
            str.split,
            alike=lambda terms: ["token", "private"],
            vector_of=lambda terms: np.ones(4, dtype=np.float32) / 2,
            meanings=Meanings(self._database, OneMeaning()),
            mastery=EverybodysStanding(),
        )
        self._facts = Facts(self._database, SystemClock(), RandomIds(), str.split)

    def teardown(self) -> None:
        self._loop.run_until_complete(self._database.close())
        self._loop.close()
        shutil.rmtree(self._folder)

    @rule(key=keys, place=places, shared=st.booleans())
    def ask(self, key: LearnerKey, place: int, shared: bool) -> None:
        number = next(self._numbers)
        mark = f"s{key.server_id}u{key.user_id}"
        visibility = "public" if shared else "private"
        question = f"I use {mark} tools {visibility} token n{number}."
        turn = Turn(
            f"t{number}", key, place, datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number), Locale.EN,
            question, Released(f"answer {mark} {visibility}"), Outcome.ANSWERED, (), shared, {},
        )  # fmt: skip
        facts = self._facts.found(said_in(question), turn.id)

        async def unit(connection: Connection) -> None:
            await store.add(connection, turn, self._memory.entry(turn))
            await self._facts.keep(connection, key, facts)

        self._loop.run_until_complete(self._database.write(unit))
        self._loop.run_until_complete(self._read(turn))

    async def _read(self, turn: Turn) -> None:
        self._memory.after(turn)
        await self._memory.settled()

    @rule(key=keys, what=st.sampled_from([Forget.ALL, Forget.LAST, Forget.CONVERSATION]), place=places)
    def forget(self, key: LearnerKey, what: Forget, place: int) -> None:
        before = {other: self._count(other) for other in KEYS if other != key}
        self._loop.run_until_complete(self._memory.forget(key, what, conversation_id=place))
        assert before == {other: self._count(other) for other in KEYS if other != key}
        if what is Forget.ALL:
            left = replace(self._recall(key, place), standing=Standing())
            assert _words(left).strip() == ""

    @rule(key=keys, place=places)
    def ask_in_private(self, key: LearnerKey, place: int) -> None:
        self._is_own(key, self._recall(key, place))

    @rule(key=keys, place=places)
    def ask_in_public(self, key: LearnerKey, place: int) -> None:
        recalled, _ = self._loop.run_until_complete(
            self._memory.recall_shared(key, place, tokens=5000, also=_nothing)
        )
        self._is_own(key, recalled)
        assert "private" not in _words(recalled) and not (
            recalled.facts or recalled.found or recalled.standing.known
        )

    def _recall(self, key: LearnerKey, place: int) -> Recollection:
        recalled, _ = self._loop.run_until_complete(
            self._memory.recall(key, place, "which tools token answer", tokens=5000, also=_nothing)
        )
        return recalled

    def _count(self, key: LearnerKey) -> int:
        return self._loop.run_until_complete(self._memory.show(key)).count

    def _is_own(self, key: LearnerKey, recalled: Recollection) -> None:
        words = _words(recalled)
        for other in KEYS:
            if other != key:
                assert f"s{other.server_id}u{other.user_id} " not in words


class TestInterleavings(Interleavings.TestCase):
    settings = settings(
        max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
    )


@pytest.mark.soak
class TestFiveHundredInterleavings(Interleavings.TestCase):
    settings = settings(
        max_examples=500, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )
