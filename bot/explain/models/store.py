"""Tables of the catalogue of models. The rows are the same for everybody and are replaced as a whole."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Integer, String, Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import UtcDateTime, metadata

_ALL = 0
"""The one row of `explain_catalogues`."""

catalogues = Table(
    "explain_catalogues",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
)
"""The course's catalogue: which files are taken in."""

models = Table(
    "explain_models",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("entry", JSON, nullable=False),
)
"""Its models, a row each."""


async def digest_of(connection: AsyncConnection) -> str | None:
    """The digest of the catalogue that is loaded; None before any is."""
    digest: str | None = await connection.scalar(select(catalogues.c.digest).where(catalogues.c.id == _ALL))
    return digest


async def replace_all(
    connection: AsyncConnection, entries: Sequence[dict[str, Any]], *, digest: str, now: datetime
) -> None:
    """Put these models in the place of all that were there; each entry has an `id`."""
    for table in (models, catalogues):
        await connection.execute(delete(table))
    if entries:
        rows = [{"id": one["id"], "position": position, "entry": one} for position, one in enumerate(entries)]
        await connection.execute(insert(models), rows)
    await connection.execute(insert(catalogues).values(id=_ALL, digest=digest, loaded_at=now))


async def entries(connection: AsyncConnection) -> tuple[dict[str, Any], ...]:
    """Every model in the catalogue's order."""
    return tuple((await connection.execute(select(models.c.entry).order_by(models.c.position))).scalars())
