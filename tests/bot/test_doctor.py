"""What the operator hears of every part."""

from pathlib import Path
from typing import Any

import pytest

from bot.doctor import examine
from bot.settings import Settings


def settings(folder: Path, **values: Any) -> Settings:
    return Settings(_env_file=None, data_dir=folder, **values)


@pytest.mark.loop_may_block("it opens everything, as a start does")
async def test_a_fresh_installation_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert await examine(settings(tmp_path)) == 0
    said = capsys.readouterr().out
    for part in ("🟢 Database", "🟢 Lessons", "🟢 Filters", "🟡 Model", "⚪ DISCORD_TOKEN: not set"):
        assert part in said
    assert "**" not in said


@pytest.mark.loop_may_block("it opens everything, as a start does")
async def test_a_model_that_nobody_answers_for_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = settings(
        tmp_path, openai_base_url="http://127.0.0.1:9/v1", chat_model="none", model_timeout_seconds=2
    )
    assert await examine(nowhere) == 1
    assert "🔴 Model" in capsys.readouterr().out


async def test_a_database_that_cannot_be_opened_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tutor.db").mkdir()
    broken = settings(tmp_path, database_url=f"sqlite+aiosqlite:///{tmp_path}/tutor.db")
    assert await examine(broken) == 1
    assert "cannot start" in capsys.readouterr().out
