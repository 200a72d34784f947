"""Each rule for commands, autocomplete, modals and threads, broken once."""

from __future__ import annotations

from typing import Any

import pytest

from playground.errors import Problems
from playground.rules import commands, modals
from playground.rules.commands import characters, is_chat_name


def command(**fields: Any) -> dict[str, Any]:
    return {"type": 1, "name": "ask", "description": "Ask the tutor", **fields}


def option(name: str = "question", kind: int = 3, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "name": name, "description": "What to ask", **fields}


def with_options(*options: dict[str, Any]) -> list[dict[str, Any]]:
    return [command(options=list(options))]


def choice(name: str = "one", value: Any = "1", **fields: Any) -> dict[str, Any]:
    return {"name": name, "value": value, **fields}


def sub(name: str = "start", **fields: Any) -> dict[str, Any]:
    return option(name, 1, **fields)


LONG_OPTIONS = [option(f"o{it:02}", description_localizations={"ja": "字" * 100}) for it in range(20)]

BROKEN = {
    "a name of 33": ([command(name="a" * 33)], "APPLICATION_COMMAND_INVALID_NAME"),
    "a name in capitals": ([command(name="Ask")], "APPLICATION_COMMAND_INVALID_NAME"),
    "a name with a space": ([command(name="ask me")], "APPLICATION_COMMAND_INVALID_NAME"),
    "a localised name with a full stop": (
        [command(name_localizations={"zh-CN": "提问。"})],
        "APPLICATION_COMMAND_INVALID_NAME",
    ),
    "an unknown locale": ([command(name_localizations={"zh": "提问"})], "ENUM_TYPE_COERCE"),
    "no description": ([command(description="")], "BASE_TYPE_BAD_LENGTH"),
    "a description of 101": ([command(description="a" * 101)], "BASE_TYPE_BAD_LENGTH"),
    "a localised description of 101": (
        [command(description_localizations={"zh-TW": "問" * 101})],
        "BASE_TYPE_BAD_LENGTH",
    ),
    "two commands of one name": ([command(), command()], "APPLICATION_COMMANDS_DUPLICATE_NAME"),
    "101 commands": ([command(name=f"c{it}") for it in range(101)], "APPLICATION_COMMAND_TOO_MANY"),
    "16 message menus": (
        [{"type": 3, "name": f"Menu {it}"} for it in range(16)],
        "APPLICATION_COMMAND_TOO_MANY",
    ),
    "26 options": (with_options(*[option(f"o{it}") for it in range(26)]), "BASE_TYPE_BAD_LENGTH"),
    "a required option after an optional one": (
        with_options(option("a"), option("b", required=True)),
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    "two options of one name": (
        with_options(option(), option()),
        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
    ),
    "two options of one localised name": (
        with_options(
            option("a", name_localizations={"zh-CN": "题"}), option("b", name_localizations={"zh-CN": "题"})
        ),
        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
    ),
    "a subcommand beside an option": (with_options(sub(), option()), "APPLICATION_COMMAND_OPTIONS_MIXED"),
    "a subcommand in a subcommand": (
        with_options(sub(options=[sub("inner")])),
        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    "a group holding options": (
        with_options(option("group", 2, options=[option()])),
        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    "autocomplete beside choices": (
        with_options(option(choices=[choice()], autocomplete=True)),
        "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES",
    ),
    "autocomplete of a yes or no": (
        with_options(option(kind=5, autocomplete=True)),
        "APPLICATION_COMMAND_AUTOCOMPLETE_TYPE",
    ),
    "choices of a yes or no": (
        with_options(option(kind=5, choices=[choice(value=1)])),
        "APPLICATION_COMMAND_OPTIONS_CHOICES_TYPE",
    ),
    "26 choices": (
        with_options(option(choices=[choice(str(it), str(it)) for it in range(26)])),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a choice name used twice": (
        with_options(option(choices=[choice("a", "1"), choice("a", "2")])),
        "APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_ALREADY_EXISTS",
    ),
    "a choice value of 101": (
        with_options(option(choices=[choice(value="a" * 101)])),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a number choice that is text": (with_options(option(kind=4, choices=[choice()])), "NUMBER_TYPE_COERCE"),
    "bounds of a length on a number": (
        with_options(option(kind=4, min_length=1)),
        "APPLICATION_COMMAND_OPTIONS_BOUNDS_TYPE",
    ),
    "a minimum above the maximum": (
        with_options(option(kind=4, min_value=3, max_value=2)),
        "APPLICATION_COMMAND_OPTIONS_BOUNDS",
    ),
    "a menu with a description": (
        [{"type": 3, "name": "Explain", "description": "x"}],
        "APPLICATION_COMMAND_MENU_DESCRIPTION",
    ),
    "8,001 characters with the longest localisations": (
        [command(options=[sub(f"s{it}", options=LONG_OPTIONS) for it in range(4)])],
        "APPLICATION_COMMAND_TOO_LARGE",
    ),
}


@pytest.mark.parametrize(("body", "code"), BROKEN.values(), ids=list(BROKEN))
def test_a_breach_is_the_only_one_found(body: list[dict[str, Any]], code: str) -> None:
    problems = Problems()
    commands.check_all(problems, body)
    assert {it.code for it in problems.found} == {code}


@pytest.mark.parametrize("name", ["ask", "提问", "quiz-live", "l'eau", "ask_2", "क्या", "ถาม", "検索"])
def test_names_of_every_script_are_allowed(name: str) -> None:
    assert is_chat_name(name)


def test_characters_count_the_longest_localisation_of_each_text() -> None:
    counted = command(
        name="ask",
        name_localizations={"zh-CN": "提问一下"},
        description="0123456789",
        options=[option("q", choices=[choice("one", "value"), choice("two", 12)])],
    )
    assert characters(counted) == 4 + 10 + (1 + 11) + (3 + 5) + (3 + 2)


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        pytest.param(
            [{"name": str(it), "value": "v"} for it in range(26)], "BASE_TYPE_BAD_LENGTH", id="26 choices"
        ),
        pytest.param([{"name": "题" * 101, "value": "v"}], "BASE_TYPE_BAD_LENGTH", id="a name of 101"),
        pytest.param([{"name": "n", "value": "v" * 101}], "BASE_TYPE_BAD_LENGTH", id="a value of 101"),
        pytest.param([{"name": "", "value": "v"}], "BASE_TYPE_BAD_LENGTH", id="an empty name"),
        pytest.param(None, "LIST_TYPE_CONVERT", id="no list"),
    ],
)
def test_autocomplete_answers_are_checked(choices: Any, code: str) -> None:
    problems = Problems()
    commands.check_choices(problems, choices, (), None)
    assert [it.code for it in problems.found] == [code]


def text_input(**fields: Any) -> dict[str, Any]:
    return {"type": 4, "custom_id": "t", "style": 1, **fields}


def label(component: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": 18, "label": "Question", "component": component, **fields}


def modal(*components: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"title": "Ask", "custom_id": "m", "components": list(components), **fields}


BROKEN_MODALS = {
    "a title of 46": (modal(label(text_input()), title="a" * 46), "BASE_TYPE_BAD_LENGTH"),
    "no title": (modal(label(text_input()), title=None), "BASE_TYPE_REQUIRED"),
    "a custom id of 101": (modal(label(text_input()), custom_id="a" * 101), "BASE_TYPE_BAD_LENGTH"),
    "no component": (modal(), "BASE_TYPE_BAD_LENGTH"),
    "six components": (
        modal(*[label(text_input(custom_id=str(it))) for it in range(6)]),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a label of 46": (modal(label(text_input(), label="a" * 46)), "BASE_TYPE_BAD_LENGTH"),
    "a label description of 101": (modal(label(text_input(), description="a" * 101)), "BASE_TYPE_BAD_LENGTH"),
    "a field's custom id used twice": (
        modal(label(text_input()), label(text_input())),
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    "a button in a modal": (modal({"type": 2}), "UNION_TYPE_CHOICES"),
    "a button in a label": (modal(label({"type": 2, "custom_id": "b"})), "UNION_TYPE_CHOICES"),
    "a prefilled text above its maximum": (
        modal(label(text_input(max_length=3, value="four"))),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a maximum of 4,001": (modal(label(text_input(max_length=4001))), "NUMBER_TYPE_MAX"),
    "a minimum above the maximum": (
        modal(label(text_input(min_length=5, max_length=4))),
        "COMPONENT_MIN_ABOVE_MAX",
    ),
    "a text input without a style": (modal(label(text_input(style=None))), "BASE_TYPE_CHOICES"),
    "a placeholder of 101": (modal(label(text_input(placeholder="a" * 101))), "BASE_TYPE_BAD_LENGTH"),
    "an upload of eleven files": (
        modal(label({"type": 19, "custom_id": "f", "max_values": 11})),
        "NUMBER_TYPE_MAX",
    ),
    "a radio group of one": (
        modal(label({"type": 21, "custom_id": "r", "options": [{"label": "a", "value": "a"}]})),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a disabled select": (
        modal(
            label({"type": 3, "custom_id": "s", "disabled": True, "options": [{"label": "a", "value": "a"}]})
        ),
        "COMPONENT_DISABLED_IN_MODAL",
    ),
}


@pytest.mark.parametrize(("data", "code"), BROKEN_MODALS.values(), ids=list(BROKEN_MODALS))
def test_a_modals_breach_is_the_only_one_found(data: dict[str, Any], code: str) -> None:
    problems = Problems()
    modals.check(problems, data, ())
    assert {it.code for it in problems.found} == {code}


def test_a_modal_of_every_kind_of_field_passes() -> None:
    options = [{"label": "a", "value": "a"}, {"label": "b", "value": "b"}]
    problems = Problems()
    modals.check(
        problems,
        modal(
            label(text_input(min_length=1, max_length=4000, value="旧的")),
            label({"type": 3, "custom_id": "s", "options": options}),
            label({"type": 21, "custom_id": "r", "options": options}),
            label({"type": 22, "custom_id": "c", "options": options}),
            label({"type": 19, "custom_id": "f", "max_values": 10}),
        ),
        (),
    )
    assert problems.found == []
