"""What is owed outlives the process, and goes as soon as it is paid."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import discord
import pytest

from bot.discord_io.owed import OwedAnswers
from bot.texts.locales import Locale

TOKEN = "aW50ZXJhY3Rpb246" * 14
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def interaction(
    number: int, *, token: str = TOKEN, locale: str = "zh-TW", server: int | None = 7
) -> discord.Interaction:
    """As much of an interaction as the slate looks at."""
    seen = SimpleNamespace(
        id=number,
        application_id=99,
        token=token,
        created_at=NOON,
        guild_id=server,
        user=SimpleNamespace(id=5),
        locale=SimpleNamespace(value=locale),
    )
    return cast(discord.Interaction, seen)


@contextmanager
def opened(path: Path) -> Iterator[OwedAnswers]:
    owed = OwedAnswers.open(path)
    yield owed
    owed.close()


def test_what_a_process_still_owes_is_found_by_the_next(tmp_path: Path) -> None:
    file = tmp_path / "new" / "owed"
    with opened(file) as owed:
        owed.owe(interaction(1))
        owed.owe(interaction(2, locale="de", server=None))
        owed.owe(interaction(3))
        owed.paid(3)
    with opened(file) as owed:
        first, second = sorted(owed.left, key=lambda one: one.interaction_id)
    assert (first.interaction_id, first.application_id, first.token) == (1, 99, TOKEN)
    assert (first.server_id, first.user_id, first.locale) == (7, 5, Locale.ZH_TW)
    assert (second.server_id, second.locale) == (0, Locale.EN)
    assert NOON + timedelta(minutes=14) < first.token_expires_at <= NOON + timedelta(minutes=15)


def test_nothing_of_what_is_paid_stays_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "owed"
    with opened(file) as owed:
        owed.owe(interaction(1))
        assert TOKEN.encode() in file.read_bytes()
        owed.paid(1)
        owed.paid(1)
        assert not any(file.read_bytes())


def test_what_the_last_process_owed_is_paid_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "owed"
    with opened(file) as owed:
        owed.owe(interaction(1))
    with opened(file) as owed:
        owed.paid(1)
        assert not any(file.read_bytes())
    with opened(file) as owed:
        assert owed.left == ()


def test_a_slot_that_was_being_written_when_the_process_died_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "owed"
    with opened(file) as owed:
        owed.owe(interaction(1))
    content = bytearray(file.read_bytes())
    content[10:20] = bytes(10)
    file.write_bytes(content)
    with opened(file) as owed:
        assert owed.left == ()
        owed.owe(interaction(2))
    with opened(file) as owed:
        assert [one.interaction_id for one in owed.left] == [2]


def test_a_full_slate_and_a_token_that_is_too_long_are_let_go(tmp_path: Path) -> None:
    with opened(tmp_path / "owed") as owed:
        owed.owe(interaction(1, token="x" * 10_000))
        for number in range(2, 3000):
            owed.owe(interaction(number))
    with opened(tmp_path / "owed") as owed:
        assert 500 < len(owed.left) < 2998
        assert 1 not in {one.interaction_id for one in owed.left}


def test_on_a_full_disk_the_tutor_works_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda file, data: len(data) // 2)
    with opened(tmp_path / "owed") as owed:
        owed.owe(interaction(1))
        owed.paid(1)
    assert owed.left == ()


def test_after_its_end_it_takes_nothing_more(tmp_path: Path) -> None:
    file = tmp_path / "owed"
    with opened(file) as owed:
        owed.owe(interaction(1))
    owed.owe(interaction(2))
    owed.paid(1)
    with opened(file) as owed:
        assert [one.interaction_id for one in owed.left] == [1]
