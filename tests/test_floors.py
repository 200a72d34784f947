"""The floors of the house are held by import-linter; here is proof that each of its contracts can fail."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# For each contract: a module, and an import in it that breaks that contract.
BREACHES = {
    "floors": ("bot/memory/recall.py", "import bot.tutor"),
    "cogs": ("cogs/ask.py", "import cogs.help"),
    "discord": ("bot/tutor/turn.py", "import discord"),
    "sql": ("cogs/help.py", "import sqlalchemy"),
    "openai": ("bot/quiz/generate.py", "from openai import AsyncOpenAI"),
    "playground": ("playground/server.py", "import bot.clock"),
    "no-playground": ("bot/services.py", "import playground"),
}

# Imports that look alike and are allowed.
ALLOWED = {
    "bot/__main__.py": "import playground\nimport bot.app",
    "bot/app.py": "import bot.client",
    "bot/client.py": "import discord",
    "bot/discord_io/reply.py": "import discord",
    "bot/storage/database.py": "import sqlalchemy\nimport aiosqlite",
    "bot/memory/store.py": "import sqlalchemy\nimport bot.storage",
    "bot/llm/door.py": "import openai",
    "bot/servers/quota.py": "import bot.learners",
    "cogs/progress.py": "import discord\nimport bot.services",
    "playground/world.py": "import aiohttp",
}


def contracts() -> list[dict[str, object]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = settings["tool"]["importlinter"]["contracts"]
    assert isinstance(found, list)
    return found


def floors() -> set[str]:
    (layers,) = [contract["layers"] for contract in contracts() if contract["id"] == "floors"]
    assert isinstance(layers, list)
    return {name for layer in layers for name in re.findall(r"[\w.]+", layer)}


def lint(root: Path, modules: dict[str, str]) -> dict[str, bool]:
    """Which contracts are kept in a house that consists of `modules` (source by path) and empty rooms."""
    shutil.copy(ROOT / "pyproject.toml", root)
    rooms = {f"{name.replace('.', '/')}/__init__.py": "" for name in floors() if name != "bot.__main__"}
    extra = {"bot/__init__.py": "", "cogs/help.py": "", "playground/__init__.py": ""}
    for path, source in (rooms | extra | modules).items():
        as_package = root / path.removesuffix(".py")
        if as_package.is_dir():  # a room of one file
            as_package = as_package / "__init__.py"
            as_package.write_text(source + "\n", encoding="utf-8")
            continue
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(source + "\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    verdicts = {}
    for contract in contracts():
        found = re.search(
            rf"^{re.escape(str(contract['name']))} (KEPT|BROKEN)", ran.stdout, flags=re.MULTILINE
        )
        assert found is not None, ran.stdout + ran.stderr
        verdicts[str(contract["id"])] = found[1] == "KEPT"
    assert (ran.returncode == 0) is all(verdicts.values())
    return verdicts


def test_a_house_in_order_keeps_every_contract(tmp_path: Path) -> None:
    assert lint(tmp_path, ALLOWED) == dict.fromkeys(BREACHES, True)


def test_every_contract_can_be_broken(tmp_path: Path) -> None:
    assert lint(tmp_path, dict(BREACHES.values())) == dict.fromkeys(BREACHES, False)


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("bot/llm/door.py", "import bot.safety"),
        ("bot/texts/catalogue.py", "import bot.storage, bot.llm"),
        ("bot/discord_io/reply.py", "import cogs.help"),
        ("bot/lessons/library.py", "import bot.memory"),
    ],
)
def test_a_room_cannot_look_up_or_sideways(tmp_path: Path, module: str, statement: str) -> None:
    assert lint(tmp_path, {module: statement})["floors"] is False


def test_every_room_has_a_floor() -> None:
    rooms = {
        f"bot.{path.stem}"
        for path in (ROOT / "bot").iterdir()
        if path.name != "__init__.py" and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    assert rooms - floors() == set()
