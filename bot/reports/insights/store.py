"""Statements for insights. They read who did what, never what somebody wrote, and add no table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.explain.store import showings
from bot.lessons.store import progress
from bot.llm.store import calls
from bot.memory.store import turns
from bot.practice.store import attempts as tries
from bot.quiz.attempts.values import Mode
from bot.quiz.bank_values import BankPlace
from bot.quiz.store import attempts, questions, versions
from bot.reports.review.store import cases, reports
from bot.reports.review.values import Kind
from bot.reports.store import ratings


@dataclass(frozen=True, slots=True)
class Window:
    """Whole days in one server: from `since` to before `until`, both midnight in UTC."""

    server_id: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """One answer to a question."""

    user_id: int
    place: BankPlace
    version: int
    section_id: str
    mode: Mode
    hints: int
    is_right: bool
    is_first: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the tutor, without its words."""

    id: str
    user_id: int
    mode: str
    move: str
    """What a message did on the ladder of hints; empty outside it."""
    style: str
    outcome: str
    input_action: str
    input_category: str
    output_category: str
    lesson_id: str
    section_id: str
    """Of the section that the answer rests on first; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one person's calls for one purpose to one model took."""

    user_id: int
    purpose: str
    model: str
    calls: int
    tokens: int
    nano_usd: int
    unpriced: int
    """Calls of which no price was known."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """A refusal that was reported."""

    state: str
    user_id: int
    """Who reported it."""


async def active(connection: AsyncConnection, window: Window) -> frozenset[int]:
    """Who learnt something: answered, asked, read, practised, or had something explained."""
    did = (
        questions.c.answered_at,
        turns.c.asked_at,
        progress.c.opened_at,
        tries.c.started_at,
        showings.c.made_at,
    )
    rows = await connection.execute(
        union(
            *(
                select(moment.table.c.user_id).where(
                    moment.table.c.server_id == window.server_id,
                    moment >= window.since,
                    moment < window.until,
                )
                for moment in did
            )
        )
    )
    return frozenset(rows.scalars())


async def given(connection: AsyncConnection, window: Window) -> Sequence[Given]:
    """Every answer until the end of the window, also earlier ones: what was learnt shows beside the first answer."""
    rows = await connection.execute(
        select(
            questions.c.user_id,
            questions.c.bank_id,
            questions.c.lesson_id,
            questions.c.item_id,
            questions.c.version,
            questions.c.hints,
            questions.c.is_right,
            questions.c.is_first,
            questions.c.answered_at,
            versions.c.section_id,
            attempts.c.mode,
        )
        .join(attempts, attempts.c.id == questions.c.attempt_id)
        .join(
            versions,
            (versions.c.server_id == questions.c.bank_id)
            & (versions.c.lesson_id == questions.c.lesson_id)
            & (versions.c.item_id == questions.c.item_id)
            & (versions.c.version == questions.c.version),
        )
        .where(questions.c.server_id == window.server_id, questions.c.answered_at < window.until)
        .order_by(questions.c.answered_at)
    )
    return [
        Given(
            user_id=row.user_id,
            place=BankPlace(row.bank_id, row.lesson_id, row.item_id),
            version=row.version,
            section_id=row.section_id,
            mode=Mode(row.mode),
            hints=row.hints,
            is_right=bool(row.is_right),
            is_first=bool(row.is_first),
            at=row.answered_at,
        )
        for row in rows
    ]


async def asked(connection: AsyncConnection, window: Window) -> Sequence[Asked]:
    """Every remembered turn of the window, without a word of it."""

    def traced(name: str) -> Any:
        return func.coalesce(turns.c.trace[name].as_string(), "").label(name)

    def cited(name: str) -> Any:
        return func.coalesce(turns.c.citations[(0, name)].as_string(), "").label(name)

    rows = await connection.execute(
        select(
            turns.c.id,
            turns.c.user_id,
            turns.c.outcome,
            *map(traced, ("mode", "move", "style", "input_action", "input_category", "output_category")),
            *map(cited, ("lesson_id", "section_id")),
        ).where(
            turns.c.server_id == window.server_id,
            turns.c.asked_at >= window.since,
            turns.c.asked_at < window.until,
        )
    )
    return [Asked(**row._mapping) for row in rows]


async def unhappy_turns(connection: AsyncConnection, window: Window) -> frozenset[str]:
    """The turns that were rated with a thumb down."""
    rows = await connection.execute(
        select(ratings.c.turn_id).where(ratings.c.server_id == window.server_id, ratings.c.thumb == "down")
    )
    return frozenset(rows.scalars())


async def spent(connection: AsyncConnection, window: Window) -> Sequence[Spent]:
    """What model calls took, by person, purpose and model; person 0 is the bot's own work."""
    columns = (calls.c.user_id, calls.c.purpose, calls.c.model)
    rows = await connection.execute(
        select(
            *columns,
            func.count().label("calls"),
            func.sum(calls.c.prompt_tokens + calls.c.completion_tokens).label("tokens"),
            func.coalesce(func.sum(calls.c.nano_usd), 0).label("nano_usd"),
            (func.count() - func.count(calls.c.nano_usd)).label("unpriced"),
        )
        .where(calls.c.server_id == window.server_id, calls.c.at >= window.since, calls.c.at < window.until)
        .group_by(*columns)
    )
    return [Spent(**row._mapping) for row in rows]


async def appeals(connection: AsyncConnection, window: Window) -> Sequence[Appeal]:
    """Reports that the filters were wrong to refuse something, by what became of them."""
    rows = await connection.execute(
        select(cases.c.state, reports.c.user_id)
        .join(reports, reports.c.case_id == cases.c.id)
        .where(
            cases.c.server_id == window.server_id,
            cases.c.kind == Kind.REFUSAL.value,
            reports.c.made_at >= window.since,
            reports.c.made_at < window.until,
        )
    )
    return [Appeal(row.state, row.user_id) for row in rows]
