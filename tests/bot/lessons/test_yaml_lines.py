"""YAML that people hand in."""

from itertools import pairwise

import pytest
import yaml

from bot.lessons import yaml_lines

NAMES = "abcdefghi"
GROWING = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(NAMES)
)


def refused(text: str) -> yaml.MarkedYAMLError:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml_lines.load(text)
    return caught.value


def line_of(error: yaml.MarkedYAMLError) -> int:
    assert error.problem_mark is not None
    return error.problem_mark.line + 1


def test_a_mapping_remembers_its_line() -> None:
    whole = yaml_lines.load("title: 词元\n\ncase:\n  id: one\n", first_line=5)
    assert isinstance(whole, yaml_lines.Lined)
    assert (whole.line, whole["case"].line, whole["title"]) == (5, 8, "词元")


def test_aliases_that_would_grow_are_refused_where_the_first_one_stands() -> None:
    error = refused(GROWING)
    assert (line_of(error), "aliases" in str(error.problem)) == (2, True)


def test_an_ampersand_in_a_text_is_no_alias() -> None:
    assert yaml_lines.load("a: 'Q&A, *bold* and &more'") == {"a": "Q&A, *bold* and &more"}


@pytest.mark.parametrize("text", ["[" * 90_000, "a: " + "{b: " * 50_000, "- " * 5_000])
def test_what_is_nested_too_deep_is_refused_without_recursion(text: str) -> None:
    assert refused(text).problem == "nested too deep"


@pytest.mark.parametrize("value", ["9" * 5_000, "2026-99-99"])
def test_a_value_that_cannot_be_is_a_mistake_with_its_line(value: str) -> None:
    assert line_of(refused(f"first: 1\nsecond: {value}\n")) == 2
