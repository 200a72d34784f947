"""Tables of the practice room, and statements over its bank of challenges.

Every row carries its server; server 0 holds the built-in bank and, in rows about learners, direct messages. A version never
changes once it is written, so an attempt keeps the challenge that it was made at.
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
    Text,
    and_,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import Level
from bot.practice.challenges import Challenge, Kind
from bot.practice.reading import Side, read_challenge
from bot.practice.values import ChallengePlace, ChallengeState, Entry
from bot.storage import UtcDateTime, metadata
from bot.texts.locales import Locale

ID_LENGTH = 64
"""Characters of an id."""

banks = Table(
    "practice_banks",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
)
"""Which course's challenges are taken in."""

challenges = Table(
    "practice_challenges",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("challenge_id", String(ID_LENGTH), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("published", Integer, nullable=True),
)
"""`version`: the newest. `published`: the one that learners get, which may be older."""

versions = Table(
    "practice_versions",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("challenge_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("technique", String(ID_LENGTH), nullable=False),
    Column("level", String(16), nullable=False),
    Column("titles", JSON, nullable=False),
    Column("shared", JSON, nullable=False),
    Column("texts", JSON, nullable=False),
    Column("author_id", BigInteger, nullable=True),
    Column("made_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(
        ["server_id", "challenge_id"],
        ["practice_challenges.server_id", "practice_challenges.challenge_id"],
        ondelete="CASCADE",
    ),
)
"""`shared` and `texts` (by language): the mappings of the files."""

attempts = Table(
    "practice_attempts",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("bank_id", BigInteger, nullable=False),
    Column("challenge_id", String(ID_LENGTH), nullable=False),
    Column("version", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("language", String(8), nullable=False),
    Column("model", String(128), nullable=False),
    Column("fingerprint", String(64), nullable=False, index=True),
    Column("prompt", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("results", JSON, nullable=False),
    Column("share", Float, nullable=True),
    Column("hidden_share", Float, nullable=True),
    Column("passed", Boolean, nullable=True),
    Column("tokens", Integer, nullable=False),
    Column("prompt_tokens", Integer, nullable=False),
    Column("cost", String(32), nullable=True),
    Column("failure", String(64), nullable=True),
    Column("started_at", UtcDateTime, nullable=False, index=True),
    Column("ended_at", UtcDateTime, nullable=True),
    Index("ix_practice_attempts_learner", "server_id", "user_id", "bank_id", "challenge_id", "started_at"),
)
"""`results`: for each case that has run, which runs passed; of visible ones also the outputs and what they missed."""

progress = Table(
    "practice_progress",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("bank_id", BigInteger, primary_key=True, autoincrement=False),
    Column("challenge_id", String(ID_LENGTH), primary_key=True),
    Column("hints", Integer, nullable=False),
    Column("hint_after", String(64), nullable=True),
    Column("draft", Text, nullable=True),
    Column("solved_at", UtcDateTime, nullable=True),
    Column("gave_up_at", UtcDateTime, nullable=True),
)
"""How far each learner is with each challenge."""

aliases = Table(
    "practice_aliases",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("alias", String(32), nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
)
"""Who stands on a server's board, and under which name."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A challenge as it is to be stored."""

    shared: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, Any]]
    """By the language's code."""
    author_id: int | None = None

    @property
    def kept(self) -> dict[str, Any]:
        """The columns of a version that say what the challenge is."""
        return {
            "kind": self.shared["kind"],
            "technique": self.shared["technique"],
            "level": self.shared["level"],
            "titles": {language: str(text["title"]).strip() for language, text in self.texts.items()},
            "shared": self.shared,
            "texts": self.texts,
        }


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
    place: ChallengePlace,
    new: NewVersion,
    *,
    publish: bool,
    position: int,
    now: datetime,
) -> int:
    """Store a challenge; a version is added only where something changed. Gives its version."""
    row = (await connection.execute(select(challenges).where(_at(challenges, place)))).one_or_none()
    version = 0 if row is None else int(row.version)
    if row is None:
        await connection.execute(
            insert(challenges).values(
                **_key(place), position=position, state=ChallengeState.DRAFT.value, version=1, published=None
            )
        )
    if row is None or await _mappings(connection, place, version) != (new.shared, new.texts):
        version += 1
        await connection.execute(
            insert(versions).values(
                **_key(place), **new.kept, version=version, author_id=new.author_id, made_at=now
            )
        )
    values: dict[str, Any] = {"version": version, "position": position}
    if publish:
        values |= {"state": ChallengeState.PUBLISHED.value, "published": version}
    await connection.execute(update(challenges).where(_at(challenges, place)).values(**values))
    return version


async def set_state(connection: AsyncConnection, place: ChallengePlace, state: ChallengeState) -> bool:
    """Publish the newest version, or retire; False where there is no such challenge."""
    values: dict[str, Any] = {"state": state.value}
    if state is ChallengeState.PUBLISHED:
        values["published"] = challenges.c.version
    changed = await connection.execute(update(challenges).where(_at(challenges, place)).values(**values))
    return changed.rowcount > 0


async def put_back(
    connection: AsyncConnection, place: ChallengePlace, state: ChallengeState, published: int | None
) -> None:
    """Let a challenge stand as it stood before; learners get version `published`."""
    values = {"state": state.value, "published": published}
    await connection.execute(update(challenges).where(_at(challenges, place)).values(**values))


async def retire_others(connection: AsyncConnection, server_id: int, kept: Collection[str]) -> None:
    """Retire the published challenges of a bank whose ids are not among `kept`."""
    await connection.execute(
        update(challenges)
        .where(
            challenges.c.server_id == server_id,
            challenges.c.state == ChallengeState.PUBLISHED.value,
            challenges.c.challenge_id.not_in(kept),
        )
        .values(state=ChallengeState.RETIRED.value)
    )


async def entries(
    connection: AsyncConnection,
    bank_ids: Collection[int],
    order: Sequence[Locale],
    *,
    states: Collection[ChallengeState] = (ChallengeState.PUBLISHED,),
    newest: bool = False,
) -> tuple[Entry, ...]:
    """What the banks hold; the version that learners get, or the `newest`. Titles in the first language of `order` there is."""
    which = challenges.c.version if newest else challenges.c.published
    rows = await connection.execute(
        select(
            challenges.c.server_id,
            challenges.c.challenge_id,
            challenges.c.state,
            versions.c.version,
            versions.c.kind,
            versions.c.technique,
            versions.c.level,
            versions.c.titles,
        )
        .join(versions, and_(_same(), versions.c.version == which))
        .where(
            challenges.c.server_id.in_(bank_ids), challenges.c.state.in_([state.value for state in states])
        )
        .order_by(challenges.c.server_id.desc(), challenges.c.position, challenges.c.challenge_id)
    )
    return tuple(
        Entry(
            place=ChallengePlace(row.server_id, row.challenge_id),
            version=row.version,
            state=ChallengeState(row.state),
            kind=Kind(row.kind),
            technique=row.technique,
            level=Level(row.level),
            title=_first(row.titles, order),
        )
        for row in rows
    )


async def challenge(
    connection: AsyncConnection, place: ChallengePlace, version: int, order: Sequence[Locale]
) -> Challenge | None:
    """One version in the first language of `order` that it has; None where there is none."""
    kept = await _mappings(connection, place, version)
    if kept is None:
        return None
    shared, texts = kept
    for language in [*order, *(Locale(code) for code in texts)]:
        if language.value in texts:
            return challenge_from(place.challenge_id, shared, texts[language.value], language)
    return None


def challenge_from(
    challenge_id: str, shared: Mapping[str, Any], text: Mapping[str, Any], language: Locale
) -> Challenge | None:
    """A challenge out of its two mappings, which were read without a mistake before."""
    code = "zh" if language.is_chinese else "en"
    mute = Side(shared, lambda line, what: None)
    return read_challenge(challenge_id, mute, Side(text, lambda line, what: None), code, is_built_in=False)


async def mappings(
    connection: AsyncConnection, place: ChallengePlace
) -> tuple[int, Mapping[str, Any], Mapping[str, Mapping[str, Any]]] | None:
    """The newest version's number and mappings, to be edited; None where there is no such challenge."""
    version = await connection.scalar(select(challenges.c.version).where(_at(challenges, place)))
    kept = None if version is None else await _mappings(connection, place, version)
    return None if kept is None or version is None else (version, *kept)


async def standing(connection: AsyncConnection, place: ChallengePlace) -> dict[str, Any] | None:
    """A challenge's newest version, its state and the version that learners get; None where there is none."""
    columns = (challenges.c.version, challenges.c.state, challenges.c.published)
    row = (await connection.execute(select(*columns).where(_at(challenges, place)))).one_or_none()
    return None if row is None else dict(row._mapping)


async def version_of(
    connection: AsyncConnection, place: ChallengePlace, version: int
) -> tuple[Mapping[str, Any], Mapping[str, Mapping[str, Any]]] | None:
    """The mappings of one version; None where there is none."""
    return await _mappings(connection, place, version)


async def published_version(connection: AsyncConnection, place: ChallengePlace) -> int | None:
    """The version that learners get; None for what is not published."""
    found: int | None = await connection.scalar(
        select(challenges.c.published).where(
            _at(challenges, place), challenges.c.state == ChallengeState.PUBLISHED.value
        )
    )
    return found


async def forget_server(connection: AsyncConnection, server_id: int) -> None:
    """Remove a server's own challenges and everything that was tried there."""
    for table in (aliases, progress, attempts, versions, challenges, banks):
        await connection.execute(delete(table).where(table.c.server_id == server_id))


async def _mappings(
    connection: AsyncConnection, place: ChallengePlace, version: int
) -> tuple[Mapping[str, Any], Mapping[str, Mapping[str, Any]]] | None:
    row = (
        await connection.execute(
            select(versions.c.shared, versions.c.texts).where(
                _at(versions, place), versions.c.version == version
            )
        )
    ).one_or_none()
    return None if row is None else (row.shared, row.texts)


def _first(titles: Mapping[str, str], order: Sequence[Locale]) -> str:
    return next((titles[one.value] for one in order if one.value in titles), next(iter(titles.values()), ""))


def _key(place: ChallengePlace) -> dict[str, Any]:
    return {"server_id": place.bank_id, "challenge_id": place.challenge_id}


def _at(table: Table, place: ChallengePlace) -> Any:
    return and_(*(table.c[name] == value for name, value in _key(place).items()))


def _same() -> Any:
    return and_(*(challenges.c[name] == versions.c[name] for name in ("server_id", "challenge_id")))
