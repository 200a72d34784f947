"""One prompt on one of the operator's models: what comes back, and what is held back."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from bot.explain.models.comparing import MOST_TOKENS, PURPOSE, Comparing, Run
from bot.ids import RandomIds
from bot.learners.values import LearnerKey
from bot.llm.errors import BudgetScope, OverBudget
from bot.llm.pricing import Price
from bot.safety import Guard
from bot.servers.filters import ServerFilters, ServerGuard
from bot.storage import Connection, Database
from tests.doubles.model_desk import Desk, StillClock, desk
from tests.doubles.model_server import Fault, ModelServer

ADA = LearnerKey(1, 101)
KEY = "It is cut into tokens by a vocabulary"


@dataclass
class Asked:
    """What a quiz has open."""

    items: list["Asked.Item"] = field(default_factory=list)

    @dataclass
    class Item:
        answers: tuple[str, ...]

    async def open_in(self, connection: Connection, key: LearnerKey) -> Sequence["Asked.Item"]:
        assert key == ADA
        return self.items


class Priced:
    """Every model costs a dollar for a thousand tokens."""

    async def price(self, model: str) -> Price:
        return Price(Decimal("0.001"), Decimal(0), Decimal("0.002"), StillClock().now().date(), "list")

    async def look_up(self, models: object) -> None:
        return None


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard()


@dataclass
class Table:
    """Everything around a comparison."""

    server: ModelServer
    desk: Desk
    asked: Asked
    comparing: Comparing

    async def run(self, model: str = "one") -> Run:
        return await self.comparing.run(ADA, model, "How does a model read a text?")


@pytest.fixture
async def table(database: Database, guard: Guard) -> AsyncIterator[Table]:
    async with ModelServer() as server:
        made = desk(
            server.base_url,
            chat_model="one",
            fallback_model="two",
            models_allowed=("one", "two"),
            prices=Priced(),
        )
        asked = Asked()
        there = ServerGuard(guard, ServerFilters(database, made.clock, RandomIds()), "salt")
        yield Table(server, made, asked, Comparing(database, made.door, there, made.clock, asked))
        await made.door.close()


async def test_a_run_gives_the_answer_with_tokens_cost_and_day_and_is_paid_by_who_asked(table: Table) -> None:
    table.server.say("In pieces.")
    run = await table.run()
    assert (run.text, run.failure, run.is_cut, run.day) == ("In pieces.", None, False, "2026-03-01")
    assert Decimal(run.dollars) == run.prompt_tokens * Decimal("0.001") + run.answer_tokens * Decimal("0.002")
    (row,) = table.desk.calls.rows
    assert (row.purpose, row.payer.learner_id, row.payer.server_id) == (PURPOSE, 101, 1)
    assert table.server.chats[0].body["model"] == "one"


async def test_what_answers_an_open_question_of_a_quiz_is_held_back(table: Table) -> None:
    table.asked.items = [Asked.Item(("tokens", KEY))]
    table.server.say(f"Well: {KEY}.")
    run = await table.run()
    assert (run.text, run.failure) == ("", "catalogue-compare-sealed")
    table.server.say("Its tokens are numbered.")  # a single word gives nothing away
    assert (await table.run()).text == "Its tokens are numbered."


async def test_a_stand_in_is_not_taken_for_the_model_that_was_asked(table: Table) -> None:
    for _ in range(3):
        table.server.fault(Fault.SERVER_ERROR)
    table.server.say("I am the other one.")
    run = await table.run("one")
    assert (run.text, run.failure) == ("", "catalogue-compare-substitute")


async def test_a_quota_that_is_used_up_is_said_and_nothing_is_sent(table: Table) -> None:
    table.desk.budget.refusal = OverBudget(BudgetScope.LEARNER)
    assert (await table.run()).failure == "model-over-budget-learner"
    assert table.server.chats == []


async def test_an_answer_that_was_cut_says_so(table: Table) -> None:
    table.server.fault(Fault.LENGTH, text="Half a sentence and")
    run = await table.run()
    assert run.is_cut and run.text == "Half a sentence and"
    assert table.server.chats[0].body["max_tokens"] == MOST_TOKENS
