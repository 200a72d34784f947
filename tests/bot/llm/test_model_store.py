"""Calls and what was learnt are in the database after a restart, and never a word of a message."""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import select

from bot.llm import store
from bot.llm.ledger import CallRecord
from bot.llm.store import ModelRecords
from bot.llm.values import Payer, Usage
from bot.storage import Database
from tests.doubles.model_desk import ADA, MO, StillClock, desk, question
from tests.doubles.model_server import ModelServer

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def call(
    name: str, payer: Payer, tokens: int, *, at: datetime = NOON, cost: Decimal | None = None
) -> CallRecord:
    usage = Usage(prompt_tokens=tokens, completion_tokens=1)
    return CallRecord(name, at, "answer", "test-model", payer, usage, cost, 120, 40, "stop")


async def test_each_learners_tokens_are_summed_apart(database: Database) -> None:
    records = ModelRecords(database, StillClock())
    for number, payer in enumerate((ADA, ADA, MO)):
        await records.record(call(str(number), payer, 100))
    await records.record(call("other", Payer(2, ADA.learner_id), 7))
    ada = await database.read(lambda connection: store.usage_since(connection, 1, ADA.learner_id, NOON))
    everybody = await database.read(lambda connection: store.usage_since(connection, 1, None, NOON))
    assert (ada.total, everybody.total) == (202, 303)


async def test_a_cost_is_kept_exactly_and_an_unknown_one_as_unknown(database: Database) -> None:
    records = ModelRecords(database, StillClock())
    await records.record(call("priced", ADA, 1, cost=Decimal("0.000000150")))
    await records.record(call("unpriced", ADA, 1))
    rows = await database.read(
        lambda connection: connection.execute(select(store.calls.c.id, store.calls.c.nano_usd))
    )
    assert {row.id: row.nano_usd for row in rows} == {"priced": 150, "unpriced": None}


async def test_old_calls_go_and_newer_ones_stay(database: Database) -> None:
    records = ModelRecords(database, StillClock())
    await records.record(call("old", ADA, 1, at=datetime(2026, 1, 1, tzinfo=UTC)))
    await records.record(call("new", ADA, 1))
    assert await database.write(lambda connection: store.drop_calls(connection, before=NOON)) == 1


async def test_what_was_learnt_is_there_after_a_restart(database_url: str) -> None:
    first = await Database.open(database_url)
    await ModelRecords(first, StillClock()).keep("localhost:11434", "qwen3", {"temperature": True})
    await ModelRecords(first, StillClock()).keep("localhost:11434", "qwen3", {"temperature": False})
    await first.close()
    second = await Database.open(database_url)
    learnt = await ModelRecords(second, StillClock()).learnt("localhost:11434")
    elsewhere = await ModelRecords(second, StillClock()).learnt("example.org")
    await second.close()
    assert learnt == {"qwen3": {"temperature": False}}
    assert elsewhere == {}


async def test_no_word_of_a_question_or_an_answer_is_in_the_database(
    database: Database, database_url: str
) -> None:
    async with ModelServer() as server:
        server.say("Geheimantwort 秘密的回答")
        one = desk(server.base_url)
        await one.door.complete(question("Geheimfrage 秘密的问题"))
        await ModelRecords(database, StillClock()).record(one.calls.rows[0])
        await one.door.close()
    rows = await database.read(lambda connection: connection.execute(select(store.calls)))
    text = str([tuple(row) for row in rows])
    assert "test-model" in text
    assert "Geheim" not in text
    assert "秘密" not in text
