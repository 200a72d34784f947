"""The page on responsible AI names tests that there are, for every principle and guideline."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "responsible-ai.md").read_text(encoding="utf-8")


@cache
def names_of_tests() -> frozenset[str]:
    files = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return frozenset(name for text in files for name in re.findall(r"^(?:async )?def (test_\w+)", text, re.M))


def rows() -> list[list[str]]:
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.splitlines()
        if line.startswith("|")
    ]
    return [row for row in cells if "`test_" in row[-1]]


def test_every_test_that_the_page_names_exists() -> None:
    assert set(re.findall(r"`(test_\w+)`", PAGE)) - names_of_tests() == set()


def test_seven_principles_and_eighteen_guidelines_are_each_held_by_a_test() -> None:
    first = [row[0] for row in rows()]
    assert first[:7] == [
        "Fairness", "Inclusiveness", "Reliability", "Safety", "Privacy", "Transparency", "Accountability",
    ]  # fmt: skip
    assert [int(name.split()[0]) for name in first[7:]] == list(range(1, 19))
