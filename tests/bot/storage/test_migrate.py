"""A migration happens once, whole or not at all, and keeps every row."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.apart import apart
from bot.storage import StorageError, Trouble
from bot.storage.migrate import MIGRATIONS, MigrationError, Revisions, migrate, stored_revision

ROOT = MIGRATIONS.parent

FIRST = """
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "lessons", sa.Column("id", sa.Integer, primary_key=True), sa.Column("title", sa.String(20))
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("lesson", sa.Integer, sa.ForeignKey("lessons.id", ondelete="CASCADE")),
    )
"""

REBUILD = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("lessons", recreate="always") as lessons:
        lessons.alter_column("title", type_=sa.String(40), existing_type=sa.String(20), nullable=False)
"""

STRAY = """
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("DELETE FROM lessons WHERE id = 2")
"""

HALF = """
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("CREATE TABLE half_done (id INTEGER)")
    raise RuntimeError("the author made a mistake")
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tutor.db"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


def scripts(folder: Path, *revisions: str) -> Path:
    """A migrations folder of its own, with the real `env.py`."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "versions").mkdir(parents=True)
    shutil.copy(MIGRATIONS / "env.py", folder)
    for number, script in enumerate(revisions, start=1):
        (folder / "versions" / f"{number:04}_test.py").write_text(script)
    return folder


def bring(url: str, migrations: Path = MIGRATIONS) -> None:
    """Migrate, and wait until it is done."""
    asyncio.run(migrate(url, migrations))


def with_two_lessons(url: str, file: Path, tmp_path: Path) -> None:
    """A database at the first revision, with rows that refer to one another."""
    bring(url, scripts(tmp_path / "migrations", FIRST))
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("INSERT INTO lessons VALUES (1, 'Prompts'), (2, '提示词')")
        raw.execute("INSERT INTO notes VALUES (10, 1), (11, 1), (12, 2)")
        raw.commit()


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute(query).fetchall()


def test_rebuilding_a_parent_table_keeps_its_children(url: str, file: Path, tmp_path: Path) -> None:
    with_two_lessons(url, file, tmp_path)
    bring(url, scripts(tmp_path / "migrations", FIRST, REBUILD))
    assert stored_revision(file) == "0002"
    assert rows(file, "SELECT id, lesson FROM notes ORDER BY id") == [(10, 1), (11, 1), (12, 2)]
    assert rows(file, "SELECT title FROM lessons WHERE id = 2") == [("提示词",)]
    assert rows(file, "SELECT \"table\" FROM pragma_foreign_key_list('notes')") == [("lessons",)]


def test_a_migration_that_leaves_stray_references_is_undone(url: str, file: Path, tmp_path: Path) -> None:
    with_two_lessons(url, file, tmp_path)
    with pytest.raises(MigrationError, match="notes → lessons"):
        bring(url, scripts(tmp_path / "migrations", FIRST, STRAY))
    assert stored_revision(file) == "0001"
    assert rows(file, "SELECT count(*) FROM lessons") == [(2,)]


def test_a_migration_that_fails_leaves_nothing_behind(url: str, file: Path, tmp_path: Path) -> None:
    with_two_lessons(url, file, tmp_path)
    with pytest.raises(RuntimeError, match="made a mistake"):
        bring(url, scripts(tmp_path / "migrations", FIRST, HALF))
    assert stored_revision(file) == "0001"
    assert rows(file, "SELECT name FROM sqlite_master WHERE name = 'half_done'") == []


def test_migrating_in_a_process_of_its_own_leaves_no_alembic_here(
    url: str, file: Path, tmp_path: Path
) -> None:
    migrations = scripts(tmp_path / "migrations", FIRST)
    code = (
        "import asyncio, sys; from pathlib import Path; from bot.storage.migrate import migrate;"
        "asyncio.run(migrate(sys.argv[1], Path(sys.argv[2]), in_a_process=True)); print('alembic' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, url, migrations], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"
    assert stored_revision(file) == "0001"


def test_what_fails_in_a_process_of_its_own_is_told_here() -> None:
    with pytest.raises(StorageError) as crossed:
        asyncio.run(apart(_fail))
    assert crossed.value.trouble is Trouble.DISK_FULL
    assert crossed.value.detail == "no space left"


def _fail() -> None:
    raise StorageError(Trouble.DISK_FULL, "no space left")


def test_migrating_twice_changes_nothing_the_second_time(url: str, file: Path, tmp_path: Path) -> None:
    with_two_lessons(url, file, tmp_path)
    before = file.read_bytes()
    bring(url, tmp_path / "migrations")
    assert file.read_bytes() == before


def test_four_processes_that_start_at_once_migrate_once(url: str, file: Path, tmp_path: Path) -> None:
    migrations = scripts(tmp_path / "migrations", FIRST, REBUILD)
    code = (
        "import asyncio, sys; from pathlib import Path; from bot.storage.migrate import migrate;"
        "sys.stdin.readline(); asyncio.run(migrate(sys.argv[1], Path(sys.argv[2])))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, url, str(migrations)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    errors = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, errors
    assert rows(file, "SELECT version_num FROM alembic_version") == [("0002",)]


def test_a_database_from_a_newer_version_is_refused_and_left_alone(
    url: str, file: Path, tmp_path: Path
) -> None:
    bring(url, scripts(tmp_path / "migrations", FIRST, REBUILD))
    before = file.read_bytes()
    with pytest.raises(MigrationError, match=r"newer version.*0002.*knows up to 0001.*backup"):
        bring(url, scripts(tmp_path / "migrations", FIRST))
    assert file.read_bytes() == before


def test_a_file_that_is_no_database_is_told_apart(url: str, file: Path) -> None:
    file.parent.mkdir()
    file.write_text("not a database " * 100)
    with pytest.raises(StorageError) as refused:
        bring(url)
    assert refused.value.trouble is Trouble.CORRUPT


def test_two_revisions_that_follow_the_same_one_are_refused(tmp_path: Path) -> None:
    fork = REBUILD.replace('revision = "0002"', 'revision = "0003"', 1)
    with pytest.raises(MigrationError, match="0002 and 0003"):
        Revisions.of(scripts(tmp_path / "migrations", FIRST, REBUILD, fork))


def test_a_start_with_nothing_to_migrate_does_not_import_alembic(url: str, tmp_path: Path) -> None:
    migrations = scripts(tmp_path / "migrations", FIRST)
    bring(url, migrations)
    code = (
        "import asyncio, sys; from pathlib import Path; from bot.storage.migrate import migrate;"
        "asyncio.run(migrate(sys.argv[1], Path(sys.argv[2]))); print('alembic' in sys.modules)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, url, str(migrations)],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.strip() == "False"
