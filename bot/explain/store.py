"""Tables of the explaining room: the built-in concepts with their cards, and what was shown to learners.

The built-in rows are the same for everybody and are replaced as a whole. A showing belongs to one learner and goes with them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Integer, String, Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.explain.concepts import Card, Concept, WrittenConcept
from bot.learners.values import LearnerKey, Level
from bot.storage import UtcDateTime, metadata
from bot.texts.locales import Locale

ID_LENGTH = 64
"""Characters of an id."""
_ALL = 0
"""The one row of `explain_books`."""

books = Table(
    "explain_books",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
)
"""Which course's cards are taken in."""

concepts = Table(
    "explain_concepts",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("names", JSON, nullable=False),
    Column("found_by", JSON, nullable=False),
    Column("sections", JSON, nullable=False),
    Column("next", JSON, nullable=False),
    Column("walk", String(ID_LENGTH), nullable=True),
)
"""The course's concepts, a row each."""

cards = Table(
    "explain_cards",
    metadata,
    Column(
        "concept_id",
        String(ID_LENGTH),
        ForeignKey("explain_concepts.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("language", String(8), primary_key=True),
    Column("card", JSON, nullable=False),
)
"""Their cards by language."""

showings = Table(
    "explain_showings",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False, index=True),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("content", JSON, nullable=False),
    Column("made_at", UtcDateTime, nullable=False, index=True),
)
"""What an explainer showed, so that its buttons work after a restart: the learner's words and the figures."""


async def digest_of(connection: AsyncConnection) -> str | None:
    """The digest of the cards that are loaded; None before any are."""
    digest: str | None = await connection.scalar(select(books.c.digest).where(books.c.id == _ALL))
    return digest


async def replace_all(
    connection: AsyncConnection, written: Sequence[WrittenConcept], *, digest: str, now: datetime
) -> None:
    """Put these concepts in the place of all that were there."""
    for table in (cards, concepts, books):
        await connection.execute(delete(table))
    await connection.execute(
        insert(concepts),
        [
            {
                "id": one.concept.id,
                "position": position,
                "names": {locale.value: name for locale, name in one.concept.names.items()},
                "found_by": list(one.found_by),
                "sections": list(one.concept.sections),
                "next": list(one.concept.next),
                "walk": one.walk,
            }
            for position, one in enumerate(written)
        ],
    )
    rows = [
        {"concept_id": one.concept.id, "language": language.value, "card": _card_data(card)}
        for one in written
        for language, card in one.cards.items()
    ]
    await connection.execute(insert(cards), rows)
    await connection.execute(insert(books).values(id=_ALL, digest=digest, loaded_at=now))


async def all_names(connection: AsyncConnection) -> tuple[tuple[Concept, tuple[str, ...]], ...]:
    """Every concept in the course's order, with the names by which it is found."""
    rows = await connection.execute(select(concepts).order_by(concepts.c.position))
    return tuple((_concept(row), tuple(row["found_by"])) for row in rows.mappings())


async def some(connection: AsyncConnection, ids: Sequence[str]) -> Mapping[str, Concept]:
    """The concepts with these ids, of those that exist."""
    rows = await connection.execute(select(concepts).where(concepts.c.id.in_(ids)))
    return {row["id"]: _concept(row) for row in rows.mappings()}


async def walk_of(connection: AsyncConnection, concept_id: str) -> str | None:
    """The walk that shows a concept in pictures."""
    walk: str | None = await connection.scalar(select(concepts.c.walk).where(concepts.c.id == concept_id))
    return walk


async def card(connection: AsyncConnection, concept_id: str, language: Locale) -> Card | None:
    """A concept's card in a language."""
    data = await connection.scalar(
        select(cards.c.card).where(cards.c.concept_id == concept_id, cards.c.language == language.value)
    )
    return _card(data) if data is not None else None


async def keep_showing(
    connection: AsyncConnection,
    showing_id: str,
    learner: LearnerKey,
    *,
    kind: str,
    content: Mapping[str, object],
    now: datetime,
) -> None:
    """Keep what was shown."""
    await connection.execute(
        insert(showings).values(
            id=showing_id,
            server_id=learner.server_id,
            user_id=learner.user_id,
            kind=kind,
            content=dict(content),
            made_at=now,
        )
    )


async def showing(
    connection: AsyncConnection, showing_id: str, learner: LearnerKey, kind: str
) -> dict[str, Any] | None:
    """What was shown to this learner under this id; None for what is gone or somebody else's."""
    content: dict[str, Any] | None = await connection.scalar(
        select(showings.c.content).where(
            showings.c.id == showing_id,
            showings.c.server_id == learner.server_id,
            showings.c.user_id == learner.user_id,
            showings.c.kind == kind,
        )
    )
    return content


async def forget_before(connection: AsyncConnection, before: datetime) -> int:
    """Remove what was shown before a moment; how much it was."""
    return (await connection.execute(delete(showings).where(showings.c.made_at < before))).rowcount


def _concept(row: Mapping[Any, Any]) -> Concept:
    names = {Locale(locale): name for locale, name in row["names"].items()}
    return Concept(
        row["id"], names, tuple((lesson, section) for lesson, section in row["sections"]), tuple(row["next"])
    )


def _card_data(card: Card) -> dict[str, object]:
    return {
        "explained": {level.value: text for level, text in card.explained.items()},
        "example": card.example,
        "claim": card.claim,
        "truth": card.truth,
        "question": card.question,
    }


def _card(data: Mapping[str, Any]) -> Card:
    return Card(
        {Level(level): text for level, text in data["explained"].items()},
        data["example"],
        data["claim"],
        data["truth"],
        data["question"],
    )
