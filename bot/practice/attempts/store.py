"""Statements over attempts, progress and the board. The tables stand in `bot.practice.store`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.practice.store import aliases, attempts, progress
from bot.practice.values import Attempt, CaseResult, ChallengePlace, Progress, Rank, State
from bot.texts.locales import Locale


async def add(connection: AsyncConnection, attempt: Attempt) -> None:
    """Keep a new attempt."""
    await connection.execute(insert(attempts).values(id=attempt.id, **_columns(attempt)))


async def save(connection: AsyncConnection, attempt: Attempt, *, only_running: bool = True) -> bool:
    """Write an attempt as it stands; False where it is gone, or over already."""
    where = attempts.c.id == attempt.id
    if only_running:
        where = and_(where, attempts.c.state == State.RUNNING.value)
    changed = await connection.execute(update(attempts).where(where).values(**_columns(attempt)))
    return changed.rowcount > 0


async def load(connection: AsyncConnection, attempt_id: str) -> Attempt | None:
    """One attempt; None where there is none."""
    row = (await connection.execute(select(attempts).where(attempts.c.id == attempt_id))).one_or_none()
    return None if row is None else _attempt(row)


async def running(connection: AsyncConnection, key: LearnerKey | None = None) -> tuple[Attempt, ...]:
    """Attempts that are not over, of one learner or of all."""
    query = select(attempts).where(attempts.c.state == State.RUNNING.value).order_by(attempts.c.started_at)
    if key is not None:
        query = query.where(attempts.c.server_id == key.server_id, attempts.c.user_id == key.user_id)
    return tuple(_attempt(row) for row in await connection.execute(query))


async def same(connection: AsyncConnection, fingerprint: str) -> Attempt | None:
    """A finished attempt with this fingerprint, whoever made it."""
    row = (
        await connection.execute(
            select(attempts)
            .where(attempts.c.fingerprint == fingerprint, attempts.c.state == State.DONE.value)
            .order_by(attempts.c.started_at)
            .limit(1)
        )
    ).one_or_none()
    return None if row is None else _attempt(row)


async def own(
    connection: AsyncConnection,
    key: LearnerKey,
    place: ChallengePlace | None = None,
    *,
    states: Collection[State] = (State.DONE,),
    limit: int = 50,
) -> tuple[Attempt, ...]:
    """A learner's attempts, the newest first."""
    query = (
        select(attempts)
        .where(
            attempts.c.server_id == key.server_id,
            attempts.c.user_id == key.user_id,
            attempts.c.state.in_([state.value for state in states]),
        )
        .order_by(attempts.c.started_at.desc(), attempts.c.number.desc())
        .limit(limit)
    )
    if place is not None:
        query = query.where(_at(attempts, place))
    return tuple(_attempt(row) for row in await connection.execute(query))


async def count_since(
    connection: AsyncConnection, key: LearnerKey, place: ChallengePlace, since: datetime
) -> int:
    """Attempts that count: done or under way since a moment."""
    found = await connection.scalar(
        select(func.count())
        .select_from(attempts)
        .where(
            attempts.c.server_id == key.server_id,
            attempts.c.user_id == key.user_id,
            _at(attempts, place),
            attempts.c.state.in_([State.DONE.value, State.RUNNING.value]),
            attempts.c.started_at >= since,
        )
    )
    return int(found or 0)


async def next_number(connection: AsyncConnection, key: LearnerKey, place: ChallengePlace) -> int:
    """The number of a learner's next attempt."""
    found = await connection.scalar(
        select(func.max(attempts.c.number)).where(
            attempts.c.server_id == key.server_id, attempts.c.user_id == key.user_id, _at(attempts, place)
        )
    )
    return int(found or 0) + 1


async def get_progress(connection: AsyncConnection, key: LearnerKey, place: ChallengePlace) -> Progress:
    """Where a learner stands with a challenge."""
    row = (
        await connection.execute(select(progress).where(_mine(progress, key), _at(progress, place)))
    ).one_or_none()
    if row is None:
        return Progress()
    return Progress(row.hints, row.hint_after, row.draft, row.solved_at, row.gave_up_at)


async def set_progress(
    connection: AsyncConnection, key: LearnerKey, place: ChallengePlace, state: Progress
) -> None:
    """Keep where a learner stands."""
    await connection.execute(delete(progress).where(_mine(progress, key), _at(progress, place)))
    await connection.execute(
        insert(progress).values(
            server_id=key.server_id,
            user_id=key.user_id,
            bank_id=place.bank_id,
            challenge_id=place.challenge_id,
            **asdict(state),
        )
    )


async def solved(connection: AsyncConnection, key: LearnerKey) -> Mapping[ChallengePlace, bool]:
    """Challenges that a learner has begun, and whether they are solved."""
    rows = await connection.execute(
        select(progress.c.bank_id, progress.c.challenge_id, progress.c.solved_at).where(_mine(progress, key))
    )
    return {ChallengePlace(row.bank_id, row.challenge_id): row.solved_at is not None for row in rows}


async def failing(
    connection: AsyncConnection, server_id: int, place: ChallengePlace, version: int
) -> Mapping[str, tuple[int, int]]:
    """For each case of a version, how many attempts on a server failed it, of how many."""
    rows = await connection.execute(
        select(attempts.c.results).where(
            attempts.c.server_id == server_id,
            _at(attempts, place),
            attempts.c.version == version,
            attempts.c.state == State.DONE.value,
        )
    )
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        for case_id, one in row.results.items():
            failed, of_all = found.get(case_id, (0, 0))
            lost = 2 * sum(one["passed"]) <= len(one["passed"])
            found[case_id] = (failed + lost, of_all + 1)
    return found


async def forget_before(connection: AsyncConnection, moment: datetime, server_id: int | None = None) -> int:
    """Remove attempts that began before a moment, of one server where it is named; how many."""
    old = attempts.c.started_at < moment
    if server_id is not None:
        old &= attempts.c.server_id == server_id
    return (await connection.execute(delete(attempts).where(old))).rowcount


# The board


async def alias_of(connection: AsyncConnection, key: LearnerKey) -> str | None:
    """The name under which a learner stands on the server's board; None for who has not joined."""
    found: str | None = await connection.scalar(select(aliases.c.alias).where(_mine(aliases, key)))
    return found


async def set_alias(connection: AsyncConnection, key: LearnerKey, alias: str | None, now: datetime) -> bool:
    """Join under a name, or leave with None; False where somebody else has the name."""
    if alias is not None:
        taken = await connection.scalar(
            select(aliases.c.user_id).where(
                aliases.c.server_id == key.server_id,
                func.lower(aliases.c.alias) == alias.lower(),
                aliases.c.user_id != key.user_id,
            )
        )
        if taken is not None:
            return False
    await connection.execute(delete(aliases).where(_mine(aliases, key)))
    if alias is not None:
        await connection.execute(
            insert(aliases).values(server_id=key.server_id, user_id=key.user_id, alias=alias, joined_at=now)
        )
    return True


async def ranks(
    connection: AsyncConnection, key: LearnerKey, place: ChallengePlace | None, limit: int
) -> tuple[Rank, ...]:
    """The board of a server: hidden pass rate, then fewer tokens, then fewer attempts.

    Over all challenges the pass rates, tokens and attempts of each learner's best tries are added up. What was tried after the solution
    was opened by giving up does not count.
    """
    query = (
        select(attempts, aliases.c.alias)
        .join(
            aliases,
            and_(aliases.c.server_id == attempts.c.server_id, aliases.c.user_id == attempts.c.user_id),
        )
        .outerjoin(
            progress,
            and_(
                *(
                    progress.c[name] == attempts.c[name]
                    for name in ("server_id", "user_id", "bank_id", "challenge_id")
                )
            ),
        )
        .where(
            attempts.c.server_id == key.server_id,
            attempts.c.state == State.DONE.value,
            attempts.c.prompt_tokens > 0,
            or_(progress.c.gave_up_at.is_(None), attempts.c.ended_at <= progress.c.gave_up_at),
        )
    )
    if place is not None:
        query = query.where(_at(attempts, place))
    best: dict[tuple[int, int, str], tuple[float, int, int]] = {}
    tries: dict[tuple[int, int, str], int] = {}
    names: dict[int, str] = {}
    for row in await connection.execute(query):
        which = (row.user_id, row.bank_id, row.challenge_id)
        names[row.user_id] = row.alias
        tries[which] = tries.get(which, 0) + 1
        one = (row.hidden_share or 0.0, -row.prompt_tokens, -row.number)
        best[which] = max(best.get(which, one), one)
    whole: dict[int, list[tuple[float, int, int]]] = {}
    for which, (share, tokens, _) in best.items():
        whole.setdefault(which[0], []).append((share, -tokens, tries[which]))
    lines = [
        Rank(
            alias=names[user_id],
            hidden_share=sum(one[0] for one in its),
            prompt_tokens=sum(one[1] for one in its),
            attempts=sum(one[2] for one in its),
            solved=len(its),
            is_own=user_id == key.user_id,
        )
        for user_id, its in whole.items()
    ]
    lines.sort(key=lambda rank: (-rank.hidden_share, rank.prompt_tokens, rank.attempts, rank.alias))
    return tuple(lines[:limit])


def _at(table: Any, place: ChallengePlace) -> Any:
    return and_(table.c.bank_id == place.bank_id, table.c.challenge_id == place.challenge_id)


def _mine(table: Any, key: LearnerKey) -> Any:
    return and_(table.c.server_id == key.server_id, table.c.user_id == key.user_id)


def _columns(attempt: Attempt) -> dict[str, Any]:
    return {
        "server_id": attempt.key.server_id,
        "user_id": attempt.key.user_id,
        "bank_id": attempt.place.bank_id,
        "challenge_id": attempt.place.challenge_id,
        "version": attempt.version,
        "number": attempt.number,
        "language": attempt.language.value,
        "model": attempt.model,
        "fingerprint": attempt.fingerprint,
        "prompt": attempt.prompt,
        "state": attempt.state.value,
        "results": {case_id: _kept(one) for case_id, one in attempt.results.items()},
        "share": attempt.share,
        "hidden_share": attempt.hidden_share,
        "passed": attempt.passed,
        "tokens": attempt.tokens,
        "prompt_tokens": attempt.prompt_tokens,
        "cost": None if attempt.cost is None else str(attempt.cost),
        "failure": attempt.failure,
        "started_at": attempt.started_at,
        "ended_at": attempt.ended_at,
    }


def _kept(result: CaseResult) -> dict[str, Any]:
    kept: dict[str, Any] = {"passed": list(result.passed)}
    if result.missed:
        kept |= {"outputs": list(result.outputs), "missed": [list(one) for one in result.missed]}
    return kept


def _result(kept: Mapping[str, Any]) -> CaseResult:
    missed: Sequence[Sequence[str]] = kept.get("missed", ())
    return CaseResult(
        tuple(kept["passed"]), tuple(kept.get("outputs", ())), tuple(tuple(one) for one in missed)
    )


def _attempt(row: Any) -> Attempt:
    return Attempt(
        id=row.id,
        key=LearnerKey(row.server_id, row.user_id),
        place=ChallengePlace(row.bank_id, row.challenge_id),
        version=row.version,
        number=row.number,
        language=Locale(row.language),
        model=row.model,
        fingerprint=row.fingerprint,
        prompt=row.prompt,
        state=State(row.state),
        results={case_id: _result(one) for case_id, one in row.results.items()},
        share=row.share,
        hidden_share=row.hidden_share,
        passed=row.passed,
        tokens=row.tokens,
        prompt_tokens=row.prompt_tokens,
        cost=None if row.cost is None else Decimal(row.cost),
        failure=row.failure,
        started_at=row.started_at,
        ended_at=row.ended_at,
    )
