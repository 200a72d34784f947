"""A table of notes in a database of its own, and a way to let units of work queue up behind each other."""

import asyncio
import threading

from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import Database, UtcDateTime

tables = MetaData()
notes = Table(
    "notes",
    tables,
    Column("id", Integer, primary_key=True),
    Column("text", String, unique=True),
    Column("at", UtcDateTime()),
    Column("extra", JSON),
)


async def add(storage: Database, words: str) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text=words))

    await storage.write(unit)


async def all_texts(storage: Database) -> list[str]:
    async def unit(connection: AsyncConnection) -> list[str]:
        return list((await connection.scalars(select(notes.c.text).order_by(notes.c.id))).all())

    return await storage.read(unit)


class Gate:
    """Holds the writer inside a unit until it is opened, so that others queue up behind it."""

    def __init__(self, storage: Database) -> None:
        self._entered = threading.Event()
        self._open = threading.Event()
        self._storage = storage

    async def __aenter__(self) -> "Gate":
        async def unit(connection: AsyncConnection) -> None:
            self._entered.set()
            self._open.wait(30)

        self.task = asyncio.create_task(self._storage.write(unit))
        await asyncio.to_thread(self._entered.wait, 30)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._open.set()
        await asyncio.gather(self.task, return_exceptions=True)

    def open(self) -> None:
        self._open.set()


async def queued(*coroutines: object) -> list["asyncio.Task[None]"]:
    """Tasks whose units wait in the queue by the time this returns."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]  # type: ignore[call-overload]  # coroutines
    await asyncio.sleep(0)
    return tasks
