"""Tells which tables a unit wrote, for an account of what came of one press of a button. Never tells what was written."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy.sql.dml import Delete, Insert, UpdateBase

from bot.storage.units import Connection, Unit

T = TypeVar("T")


class Changes:
    """Rows by table and kind of change; of a unit that is tried twice, the last time counts."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._rows: Counter[tuple[str, str]] = Counter()

    def of(self, unit: Unit[T]) -> Unit[T]:
        """The same unit, recorded."""

        async def recorded(connection: Connection) -> T:
            self._rows.clear()
            return await unit(cast(Connection, _Recording(connection, self._rows)))

        return recorded

    def facts(self) -> list[Mapping[str, object]]:
        """What was changed."""
        return [
            {"table": table, "what": kind, "rows": rows} for (table, kind), rows in self._rows.items() if rows
        ]


class _Recording:
    """A connection that counts what statements of SQLAlchemy's change; all else goes through to the real one."""

    def __init__(self, connection: Connection, rows: Counter[tuple[str, str]]) -> None:
        self._connection = connection
        self._rows = rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    async def execute(self, statement: Any, *given: Any, **named: Any) -> Any:
        result = await self._connection.execute(statement, *given, **named)
        _count(self._rows, statement, given, result)
        return result

    async def run_sync(self, work: Callable[..., T], *given: Any, **named: Any) -> T:
        def recorded(connection: Any) -> T:
            return work(_RecordingWithoutPause(connection, self._rows), *given, **named)

        return await self._connection.run_sync(recorded)


class _RecordingWithoutPause:
    """The same for work that runs in one go."""

    def __init__(self, connection: Any, rows: Counter[tuple[str, str]]) -> None:
        self._connection = connection
        self._rows = rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: Any, *given: Any, **named: Any) -> Any:
        result = self._connection.execute(statement, *given, **named)
        _count(self._rows, statement, given, result)
        return result


def _count(rows: Counter[tuple[str, str]], statement: Any, given: tuple[Any, ...], result: Any) -> None:
    if not isinstance(statement, UpdateBase):
        return
    kind = (
        "insert" if isinstance(statement, Insert) else "delete" if isinstance(statement, Delete) else "update"
    )
    table = getattr(statement.table, "name", "")
    rows[table, kind] += result.rowcount if result.rowcount >= 0 else _many(given)


def _many(given: tuple[Any, ...]) -> int:
    """How many rows were handed in, where the driver does not count them."""
    return len(given[0]) if given and isinstance(given[0], Sequence) else 1
