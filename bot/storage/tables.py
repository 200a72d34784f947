"""What all tables share: one `MetaData`, names for every constraint, a column type for moments, and how rows of two of them meet.

Rooms declare their tables in their own `store.py`; no table is declared here.
"""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, DateTime, Dialect, FromClause, MetaData, String, and_
from sqlalchemy.types import TypeDecorator, TypeEngine

# Every constraint has a name that follows from its columns, since a migration can only drop what has a name.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_ISO_LENGTH = len("2026-01-31T23:59:59.999999+00:00")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware going in, aware and in UTC coming out, to the microsecond.

    On SQLite it is ISO 8601 text of fixed width (`2026-01-31T23:59:59.999999+00:00`), so that comparing and
    sorting text compares and sorts moments; elsewhere it is the database's own timestamp with time zone.
    A naive `datetime` is refused with a `ValueError` (SQLAlchemy hands it on as `StatementError`).
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[str]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(_ISO_LENGTH))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} says no time zone; a stored moment must be aware")
        moment = value.astimezone(UTC)
        return moment.isoformat(timespec="microseconds") if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | str | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.astimezone(UTC)


def agree(one: FromClause, other: FromClause, *columns: str) -> ColumnElement[bool]:
    """That a row of each has the same in these columns, at least one: what tables are joined on."""
    return and_(*(one.c[name] == other.c[name] for name in columns))
