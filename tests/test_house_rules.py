"""Rules of the house that neither the type checker nor the linters can hold: each is a reading of our own files."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.python_source import syntax_tree

ROOT = Path(__file__).parents[1]
OURS = ("bot", "cogs")
SHIPPED = ("bot", "cogs", "playground", "benchmarks")
ALL_CODE = (*SHIPPED, "migrations", "tests")
LONGEST_FILE = 400  # lines of code that is shipped; a test is a list of sentences and may be longer

# Files and folders that may turn a string into text that is shown, and why each of them may.
DOORS_TO_RELEASED = {
    "bot/texts/": "our own sentences, and the joining of what was released",
    "bot/safety/": "what the filters let through",
    "bot/memory/store.py": "was released before it was stored",
    "bot/memory/window.py": "cuts off the end of what was released",
    "bot/tutor/citing.py": "takes citations of nothing out of what was released",
    "bot/tutor/grounding.py": "adds marks of ours to what was released",
}

# Files that may be longer than LONGEST_FILE, and why each is still one subject.
LONG_FILES: dict[str, str] = {}

# Files that talk to whoever sits at the terminal.
TERMINAL = {
    "bot/__main__.py",
    "bot/doctor.py",
    "bot/practice/__main__.py",
    "bot/quiz/__main__.py",
    "bot/safety/training/train.py",
    "bot/storage/revise.py",
}

# What reads the machine's clock; bot/clock.py alone may.
CLOCKS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "sleep"},
    "utils": {"utcnow"},  # discord.utils
}


def python_files(*folders: str) -> Iterator[tuple[str, Path]]:
    """Every Python file below `folders`, by its path from the root."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path


def text_files() -> Iterator[tuple[str, str]]:
    """Every text file of the project."""
    skipped = {"data", "__pycache__", "coverage"}
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in inside[:-1])
        if (
            hidden
            or skipped & set(inside)
            or not path.is_file()
            or path.name in {".env", ".git", ".coverage"}
        ):
            continue
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures and the like


def names(node: ast.expr) -> str:
    """The last name of `a.b.c` or `c`; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def makes_released(call: ast.Call) -> bool:
    """Whether a call turns something into `Released`: by calling it, casting to it, or mapping it.

    `Released("")`, which says nothing, is nobody's words.
    """
    if names(call.func) == "Released":
        nothing = isinstance(call.args[0], ast.Constant) and call.args[0].value == ""
        return not nothing
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return any(
        names(value) == "Released" or (isinstance(value, ast.Constant) and value.value == "Released")
        for value in given
    )


def reads_a_clock(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module == "time" and any(alias.name in CLOCKS["time"] for alias in node.names)
    return isinstance(node, ast.Attribute) and node.attr in CLOCKS.get(names(node.value), set())


def places(folders: tuple[str, ...], guilty: type[ast.AST], judge: object = None) -> list[str]:
    """`file:line` of every node of a kind that `judge` finds guilty."""
    assert callable(judge)
    return [
        f"{name}:{node.lineno}"  # type: ignore[attr-defined]  # expressions and statements all have it
        for name, path in python_files(*folders)
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, guilty) and judge(node)
    ]


def test_only_named_doors_make_text_that_may_be_shown() -> None:
    made = places(OURS, ast.Call, makes_released)
    strangers = [place for place in made if not place.startswith(tuple(DOORS_TO_RELEASED))]
    assert strangers == []
    for door in DOORS_TO_RELEASED:
        assert any(place.startswith(door) for place in made), (
            f"{door} makes none any more: take it off the list"
        )


def test_only_the_clock_reads_the_time() -> None:
    read = places(OURS, ast.AST, reads_a_clock)
    assert [place for place in read if not place.startswith("bot/clock.py:")] == []


def test_only_the_terminal_is_printed_to() -> None:
    printed = places(OURS, ast.Call, lambda call: names(call.func) == "print")
    assert [place for place in printed if place.split(":")[0] not in TERMINAL] == []


def test_long_files_have_a_reason() -> None:
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in python_files(*SHIPPED)
    }
    assert {name for name, lines in lengths.items() if lines > LONGEST_FILE} == set(LONG_FILES)


def test_every_module_says_what_it_is_for() -> None:
    silent = [name for name, path in python_files(*SHIPPED) if not ast.get_docstring(syntax_tree(path))]
    assert silent == []


def test_an_exception_from_a_check_says_why() -> None:
    exception = re.compile(r"#\s*(?:type:\s*ignore|noqa)(?P<rest>.*)$")
    reason = re.compile(r"^(?:\[[\w, -]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)\s*(?:#|-|–|—)\s*\w.{3,}")
    unreasoned = [
        f"{name}:{number}"
        for name, path in python_files(*ALL_CODE)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := exception.search(line)) and not reason.match(found["rest"])
        if name != Path(__file__).relative_to(ROOT).as_posix()
    ]
    assert unreasoned == []


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    # Put together here, so that this file does not find itself.
    paths = [
        "/" + path for path in ("work/main", "work/shared", "root/", "opt/pypi", "opt/wheels", "tmp/tutor")
    ]
    guilty = [(name, path) for name, text in text_files() for path in paths if path in text]
    assert guilty == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_versions_and_hashes_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    pin = re.compile(r"[A-Za-z0-9._-]+(\[[\w,-]+\])?==[\w.!+]+( ; [^#@]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    assert [line[:80] for line in text.splitlines() if line.strip() and not pin.fullmatch(line.strip())] == []
    assert "://" not in text


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    asked = project["dependencies"] + [
        one for extra in project["optional-dependencies"].values() for one in extra
    ]
    for dependency in asked:
        (line,) = [line for line in text.splitlines() if line.strip().startswith(f'"{dependency}"')]
        assert re.search(r'",\s+# \w.{3,}', line), dependency
