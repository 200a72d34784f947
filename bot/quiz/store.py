"""Tables of the quiz room, and statements over its bank of items.

Every row carries its server; server 0 holds the built-in bank and, in rows about learners, direct messages. A version never
changes once it is written, so an attempt keeps the question that it began with.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    and_,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import Level
from bot.quiz.bank_values import BankPlace, Entry, ItemState, NewVersion
from bot.quiz.items import Item, Kind
from bot.quiz.reading import read_item
from bot.storage import UtcDateTime, metadata
from bot.texts.locales import Locale

ID_LENGTH = 64

banks = Table(
    "quiz_banks",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
)

items = Table(
    "quiz_items",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("item_id", String(ID_LENGTH), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("difficulty", Float, nullable=False),
    Column("answers", Integer, nullable=False),
)
"""`version`: the newest, which new attempts get. `difficulty`: logits, learnt from `answers` first answers."""

not_asked = Table(
    "quiz_not_asked",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("item_id", String(ID_LENGTH), primary_key=True),
    Column("decided_at", UtcDateTime, nullable=False),
)
"""Items of the built-in bank that a server's moderators took out: for their server alone."""

versions = Table(
    "quiz_versions",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("item_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("section_id", String(ID_LENGTH), nullable=False),
    Column("concepts", JSON, nullable=False),
    Column("level", String(16), nullable=False),
    Column("texts", JSON, nullable=False),
    Column("author_id", BigInteger, nullable=True),
    Column("made_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(
        ["server_id", "lesson_id", "item_id"],
        ["quiz_items.server_id", "quiz_items.lesson_id", "quiz_items.item_id"],
        ondelete="CASCADE",
    ),
)
"""`texts`: for each language the item's mapping, and the sentences of its misconceptions."""

attempts = Table(
    "quiz_attempts",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("lessons", JSON, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("length", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("started_at", UtcDateTime, nullable=False, index=True),
    Column("ended_at", UtcDateTime, nullable=True),
    Index("ix_quiz_attempts_learner", "server_id", "user_id", "started_at"),
)
"""`number`: of the question that is open or was answered last, from 1."""

questions = Table(
    "quiz_questions",
    metadata,
    Column("attempt_id", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("bank_id", BigInteger, nullable=False),
    Column("lesson_id", String(ID_LENGTH), nullable=False),
    Column("item_id", String(ID_LENGTH), nullable=False),
    Column("version", Integer, nullable=False),
    Column("hints", Integer, nullable=False),
    Column("confidence", String(16), nullable=True),
    Column("answer", JSON, nullable=True),
    Column("score", Float, nullable=True),
    Column("is_right", Boolean, nullable=True),
    Column("is_first", Boolean, nullable=True),
    Column("answered_at", UtcDateTime, nullable=True),
    ForeignKeyConstraint(["attempt_id"], ["quiz_attempts.id"], ondelete="CASCADE"),
    Index("ix_quiz_questions_seen", "user_id", "bank_id", "lesson_id", "item_id", "answered_at"),
    Index("ix_quiz_questions_item", "bank_id", "lesson_id", "item_id", "is_first"),
)
"""One row for each question of an attempt. `is_first`: the learner's first answer to this item anywhere."""

mastery = Table(
    "quiz_mastery",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("concept", String(ID_LENGTH), primary_key=True),
    Column("rating", Float, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)
"""`rating`: logits above or below an item of middle difficulty."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An item as it is stored now."""

    state: ItemState
    version: int
    kept: Mapping[str, Any]


async def bank_digest(connection: AsyncConnection, server_id: int) -> str | None:
    """The digest of the files that were taken in last, or None."""
    found: str | None = await connection.scalar(select(banks.c.digest).where(banks.c.server_id == server_id))
    return found


async def set_digest(connection: AsyncConnection, server_id: int, digest: str, now: datetime) -> None:
    """Remember which files were taken in."""
    await connection.execute(delete(banks).where(banks.c.server_id == server_id))
    await connection.execute(insert(banks).values(server_id=server_id, digest=digest, loaded_at=now))


async def put(
    connection: AsyncConnection,
    place: BankPlace,
    new: NewVersion,
    *,
    state: ItemState,
    position: int,
    now: datetime,
) -> int:
    """Store an item in this state; a version is added only where something changed. Gives its version."""
    known = await _row(connection, place)
    where = _at(items, place)
    if known is None:
        await connection.execute(
            insert(items).values(
                **_key(place),
                position=position,
                state=state.value,
                version=1,
                difficulty=new.difficulty,
                answers=0,
            )
        )
        await _add_version(connection, place, new, 1, now)
        return 1
    version = known.version
    if dict(known.kept) != dict(new.kept):
        version += 1
        await _add_version(connection, place, new, version, now)
    await connection.execute(
        update(items).where(where).values(state=state.value, version=version, position=position)
    )
    return version


async def set_state(connection: AsyncConnection, place: BankPlace, state: ItemState) -> bool:
    """Publish, retire or take back an item; False where there is none."""
    changed = await connection.execute(update(items).where(_at(items, place)).values(state=state.value))
    return changed.rowcount > 0


async def retire_others(
    connection: AsyncConnection, server_id: int, kept: Collection[tuple[str, str]]
) -> int:
    """Retire the published items of a bank that are not among (lesson id, item id) `kept`; how many."""
    rows = await connection.execute(
        select(items.c.lesson_id, items.c.item_id).where(
            items.c.server_id == server_id, items.c.state == ItemState.PUBLISHED.value
        )
    )
    gone = [tuple(row) for row in rows if tuple(row) not in kept]
    for lesson_id, item_id in gone:
        await set_state(connection, BankPlace(server_id, lesson_id, item_id), ItemState.RETIRED)
    return len(gone)


async def entries(
    connection: AsyncConnection,
    bank_ids: Collection[int],
    *,
    lesson_ids: Collection[str] | None = None,
    section_id: str | None = None,
    states: Collection[ItemState] = (ItemState.PUBLISHED,),
) -> tuple[Entry, ...]:
    """What the banks hold, without texts, in the order of the lessons' files."""
    query = (
        select(items, versions.c.section_id, versions.c.kind, versions.c.concepts, versions.c.level)
        .join(versions, and_(_same_item(), versions.c.version == items.c.version))
        .where(items.c.server_id.in_(bank_ids), items.c.state.in_([state.value for state in states]))
        .order_by(items.c.server_id, items.c.lesson_id, items.c.position)
    )
    here = [bank_id for bank_id in bank_ids if bank_id]
    if here and ItemState.RETIRED not in states:
        taken_out = select(not_asked.c.item_id).where(
            not_asked.c.server_id.in_(here),
            not_asked.c.lesson_id == items.c.lesson_id,
            not_asked.c.item_id == items.c.item_id,
        )
        query = query.where(or_(items.c.server_id != 0, ~taken_out.exists()))
    if lesson_ids is not None:
        query = query.where(items.c.lesson_id.in_(lesson_ids))
    if section_id is not None:
        query = query.where(versions.c.section_id == section_id)
    return tuple(
        Entry(
            place=BankPlace(row.server_id, row.lesson_id, row.item_id),
            version=row.version,
            state=ItemState(row.state),
            kind=Kind(row.kind),
            section_id=row.section_id,
            concepts=tuple(row.concepts),
            level=Level(row.level),
            difficulty=row.difficulty,
            answers=row.answers,
        )
        for row in await connection.execute(query)
    )


async def item_text(
    connection: AsyncConnection, place: BankPlace, version: int, order: Sequence[Locale]
) -> Item | None:
    """One version of an item in the first language of `order` that it has; None where there is none."""
    texts = await connection.scalar(
        select(versions.c.texts).where(_at(versions, place), versions.c.version == version)
    )
    return item_in(texts, place, order) if texts is not None else None


def item_in(texts: Mapping[str, Any], place: BankPlace, order: Sequence[Locale]) -> Item | None:
    """The item in the first language of `order` that these texts of a version have."""
    for language in order:
        if language.value in texts:
            return _items_from({language.value: texts[language.value]}, place).get(language)
    return None


async def item_texts(
    connection: AsyncConnection, place: BankPlace, version: int | None = None
) -> Mapping[Locale, Item]:
    """An item in every language it has, the newest version when none is named; empty where there is none."""
    query = select(versions.c.texts).where(_at(versions, place))
    if version is None:
        query = query.join(items, and_(_same_item(), items.c.version == versions.c.version))
    else:
        query = query.where(versions.c.version == version)
    texts = await connection.scalar(query)
    return {} if texts is None else _items_from(texts, place)


def _items_from(texts: Mapping[str, Any], place: BankPlace) -> Mapping[Locale, Item]:
    found: dict[Locale, Item] = {}
    for language, kept in texts.items():
        item = read_item(kept["item"], place.lesson_id, kept["misconceptions"], lambda line, what: None)
        if item is not None:
            found[Locale(language)] = item
    return found


async def _row(connection: AsyncConnection, place: BankPlace) -> _Row | None:
    row = (
        await connection.execute(
            select(
                items.c.state,
                items.c.version,
                versions.c.kind,
                versions.c.section_id,
                versions.c.concepts,
                versions.c.level,
                versions.c.texts,
            )
            .join(versions, and_(_same_item(), versions.c.version == items.c.version))
            .where(_at(items, place))
        )
    ).one_or_none()
    if row is None:
        return None
    kept = {name: getattr(row, name) for name in ("kind", "section_id", "concepts", "level", "texts")}
    return _Row(ItemState(row.state), row.version, kept)


async def _add_version(
    connection: AsyncConnection, place: BankPlace, new: NewVersion, version: int, now: datetime
) -> None:
    await connection.execute(
        insert(versions).values(
            **_key(place), **new.kept, version=version, author_id=new.author_id, made_at=now
        )
    )


def _key(place: BankPlace) -> dict[str, Any]:
    return {"server_id": place.bank_id, "lesson_id": place.lesson_id, "item_id": place.item_id}


def _at(table: Table, place: BankPlace) -> Any:
    return and_(*(table.c[name] == value for name, value in _key(place).items()))


def _same_item() -> Any:
    return and_(*(items.c[name] == versions.c[name] for name in ("server_id", "lesson_id", "item_id")))
