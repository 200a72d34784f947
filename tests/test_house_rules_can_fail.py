"""Every rule of the house can fail: for each a file that breaks it, and one that looks alike and does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import test_dependencies as dependencies
from tests import test_house_rules as rules
from tests.house_files import planted

SAID = '"""What it is for."""\n'

# For each rule: a file that breaks it, and one that looks alike and does not.
BREACHES = [
    (
        rules.test_only_named_doors_make_text_that_may_be_shown,
        "bot/quiz/x.py",
        "x = Released(y)",
        'x = Released("")',
    ),
    (
        rules.test_only_named_doors_make_text_that_may_be_shown,
        "cogs/x.py",
        "x = cast(Released, y)",
        "x = cast(Other, y)",
    ),
    (rules.test_only_the_clock_reads_the_time, "bot/x.py", "x = time.monotonic()", "x = clock.monotonic()"),
    (
        rules.test_only_the_clock_reads_the_time,
        "cogs/x.py",
        "from time import sleep",
        "from times import sleep",
    ),
    (rules.test_only_the_terminal_is_printed_to, "bot/x.py", 'print("x")', 'page.prints("x")'),
    (rules.test_long_files_have_a_reason, "playground/x.py", "x = 1\n" * 401, "x = 1\n" * 398),
    (
        rules.test_long_functions_have_a_reason,
        "cogs/x.py",
        "def f():\n" + "    x = 1\n" * 65,
        "def f():\n" + "    x = 1\n" * 60,
    ),
    (rules.test_no_module_or_class_has_a_name_for_anything, "bot/quiz/utils.py", "x = 1", None),
    (
        rules.test_no_module_or_class_has_a_name_for_anything,
        "bot/x.py",
        "class QuizManager: ...",
        "class Manager2: ...",
    ),
    (
        rules.test_a_wide_except_raises_again_or_says_why_it_does_not,
        "bot/x.py",
        "try:\n    f()\nexcept Exception:\n    x = 1",
        "try:\n    f()\nexcept Exception:  # told by its caller\n    x = 1",
    ),
    (
        rules.test_a_wide_except_raises_again_or_says_why_it_does_not,
        "bot/x.py",
        "try:\n    f()\nexcept:\n    x = 1",
        "try:\n    f()\nexcept BaseException:\n    x = 1\n    raise",
    ),
    (
        rules.test_what_came_from_outside_is_never_made_into_objects_or_statements,
        "bot/x.py",
        'text(f"SELECT {x}")',
        'text("SELECT 1")',
    ),
    (
        rules.test_what_came_from_outside_is_never_made_into_objects_or_statements,
        "bot/x.py",
        "yaml.load(x)",
        "yaml.safe_load(x)",
    ),
    (
        rules.test_what_came_from_outside_is_never_made_into_objects_or_statements,
        "cogs/x.py",
        "pickle.loads(x)",
        "json.loads(x)",
    ),
    (
        dependencies.test_every_package_that_is_imported_is_asked_for,
        "bot/x.py",
        "import pytest",
        "import discord",
    ),
    (rules.test_every_module_says_what_it_is_for, "benchmarks/x.py", "", SAID),
    (rules.test_an_exception_from_a_check_says_why, "tests/x.py", "x = 1  # type: ignore", None),
    (
        rules.test_an_exception_from_a_check_says_why,
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
            if rule is rules.test_every_module_says_what_it_is_for
            else SAID + (source or "") + "\n"
        )
        monkeypatch.setitem(planted, path, file)
        if source == guilty:
            with pytest.raises(AssertionError):
                rule()
        elif source is not None:
            rule()
