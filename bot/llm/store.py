"""Tables and statements for model calls and for what was learnt of models. Never a word of any message.

A person's rows go with the person (`user_id`); sums that a server is billed by are kept elsewhere, naming nobody.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Integer,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.llm.ledger import CallRecord
from bot.llm.values import Usage
from bot.storage import Database
from bot.storage.tables import UtcDateTime, metadata

_NANO = 1_000_000_000

calls = Table(
    "model_calls",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("purpose", String(40), nullable=False),
    Column("model", String(200), nullable=False),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("prompt_tokens", Integer, nullable=False),
    Column("completion_tokens", Integer, nullable=False),
    Column("cached_tokens", Integer, nullable=False),
    Column("estimated", Boolean, nullable=False),
    Column("nano_usd", BigInteger, nullable=True),
    Column("milliseconds", Integer, nullable=False),
    Column("first_token_milliseconds", Integer, nullable=True),
    Column("outcome", String(32), nullable=False),
)
"""One row for each request to a model, retries included. `server_id` 0 is a direct message, `user_id` 0 the house.

Cost is in billionths of a US dollar, for exact sums; null where no price was known.
"""

capabilities = Table(
    "model_capabilities",
    metadata,
    Column("address", String(255), primary_key=True),
    Column("model", String(200), primary_key=True),
    Column("learnt", JSON, nullable=False),
    Column("learnt_at", UtcDateTime, nullable=False),
)


async def insert_call(connection: AsyncConnection, call: CallRecord) -> None:
    """Write one call down."""
    await connection.execute(
        insert(calls).values(
            id=call.id,
            at=call.at,
            purpose=call.purpose,
            model=call.model[:200],
            server_id=call.payer.server_id or 0,
            user_id=call.payer.learner_id,
            prompt_tokens=call.usage.prompt_tokens,
            completion_tokens=call.usage.completion_tokens,
            cached_tokens=call.usage.cached_tokens,
            estimated=call.usage.estimated,
            nano_usd=None if call.cost is None else int((call.cost * _NANO).to_integral_value()),
            milliseconds=call.milliseconds,
            first_token_milliseconds=call.first_token_milliseconds,
            outcome=call.outcome,
        )
    )


async def usage_since(
    connection: AsyncConnection, server_id: int, user_id: int | None, since: datetime
) -> Usage:
    """Tokens that a learner (or, with `user_id` None, everybody) used on a server since a moment."""
    where = [calls.c.server_id == server_id, calls.c.at >= since]
    if user_id is not None:
        where.append(calls.c.user_id == user_id)
    sums = [
        func.coalesce(func.sum(column), 0)
        for column in (calls.c.prompt_tokens, calls.c.completion_tokens, calls.c.cached_tokens)
    ]
    prompt, completion, cached = (await connection.execute(select(*sums).where(*where))).one()
    return Usage(int(prompt), int(completion), int(cached))


async def drop_calls(connection: AsyncConnection, *, before: datetime) -> int:
    """Remove calls older than the retention allows; gives how many."""
    return (await connection.execute(delete(calls).where(calls.c.at < before))).rowcount


async def drop_calls_of(connection: AsyncConnection, user_id: int, *, since: datetime) -> None:
    """Remove a person's calls from a moment on: those of work that outlived the erasure of their data."""
    await connection.execute(delete(calls).where(calls.c.user_id == user_id, calls.c.at >= since))


async def load_learnt(connection: AsyncConnection, address: str) -> Mapping[str, Mapping[str, object]]:
    """Everything learnt of an endpoint, by model."""
    rows = await connection.execute(
        select(capabilities.c.model, capabilities.c.learnt).where(capabilities.c.address == address)
    )
    return {row.model: row.learnt for row in rows if isinstance(row.learnt, dict)}


async def save_learnt(
    connection: AsyncConnection, address: str, model: str, learnt: Mapping[str, object], now: datetime
) -> None:
    """Keep what was learnt of one model in place of what was kept before."""
    where = (capabilities.c.address == address, capabilities.c.model == model)
    values = {"learnt": dict(learnt), "learnt_at": now}
    changed = await connection.execute(update(capabilities).where(*where).values(values))
    if changed.rowcount == 0:
        await connection.execute(insert(capabilities).values(address=address, model=model, **values))


class ModelRecords:
    """The call log and the capability store of the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def record(self, call: CallRecord) -> None:
        """Keep one call."""
        await self._database.write(lambda connection: insert_call(connection, call))

    async def forget_before(self, moment: datetime) -> int:
        """Remove the calls from before `moment`; gives how many went."""
        return await self._database.write(lambda connection: drop_calls(connection, before=moment))

    async def learnt(self, address: str) -> Mapping[str, Mapping[str, object]]:
        """Everything learnt of this endpoint."""
        return await self._database.read(lambda connection: load_learnt(connection, address))

    async def keep(self, address: str, model: str, values: Mapping[str, object]) -> None:
        """Keep what was learnt of one model."""
        now = self._clock.now()
        await self._database.write(lambda connection: save_learnt(connection, address, model, values, now))
