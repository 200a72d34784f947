"""Rules of the house that neither the type checker nor the linters can hold: each is a reading of our own files."""

import ast
import re

from tests.house_files import (
    ALL_CODE,
    OURS,
    SHIPPED,
    line_at,
    names,
    places,
    python_files,
    text_files,
)
from tests.python_source import syntax_tree

LONGEST_FILE = 400  # lines
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
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in python_files(*ALL_CODE)
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
        if not name.startswith("tests/test_house_rules")  # which speak of them
    ]
    assert unreasoned == []


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    # Put together here, so that this file does not find itself.
    paths = [
        "/" + path for path in ("work/main", "work/shared", "root/", "opt/pypi", "opt/wheels", "tmp/tutor")
    ]
    guilty = [(name, path) for name, text in text_files() for path in paths if path in text]
    assert guilty == []
