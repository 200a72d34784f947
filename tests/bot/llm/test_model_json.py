"""JSON by schema: held by the server where it can, always checked by us, repaired once."""

from collections.abc import Callable

import pytest

from bot.llm.errors import ModelError, Reason
from bot.llm.json_reply import NotJson, check, is_strict, read_json
from tests.doubles.model_desk import Desk, question
from tests.doubles.model_server import Fault, ModelServer

MakeDesk = Callable[..., Desk]

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {
        "verdict": {"type": "string", "enum": ["right", "wrong"]},
        "points": {"type": "integer", "minimum": 0, "maximum": 10},
        "hints": {"type": "array", "items": {"type": "string", "maxLength": 5}, "maxItems": 2},
    },
    "required": ["verdict", "points", "hints"],
    "additionalProperties": False,
}
GOOD = '{"verdict": "right", "points": 7, "hints": ["词元"]}'
VALUE = {"verdict": "right", "points": 7, "hints": ["词元"]}


async def test_a_server_that_knows_schemas_is_given_ours(server: ModelServer, at_desk: MakeDesk) -> None:
    server.say(GOOD)
    assert await at_desk().door.complete_json(question(), SCHEMA) == VALUE
    sent = server.chats[0].body["response_format"]
    assert sent == {
        "type": "json_schema",
        "json_schema": {"name": "reply", "schema": SCHEMA, "strict": True},
    }


@pytest.mark.parametrize("mode", ["json_object", "instruction"])
async def test_a_server_that_does_not_is_told_in_words(
    mode: str, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.say(f"Here you are:\n```json\n{GOOD}\n```")
    one = at_desk(capabilities={"*": {"json": mode}})
    assert await one.door.complete_json(question(), SCHEMA) == VALUE
    body = server.chats[0].body
    assert ("response_format" in body) is (mode == "json_object")
    assert [message["role"] for message in body["messages"]] == ["system", "system", "user"]
    assert '"verdict"' in body["messages"][1]["content"]


async def test_a_broken_reply_is_sent_back_once_with_what_is_wrong(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.say('{"verdict": "maybe", "points": 70, "hints": []}')
    server.say(GOOD)
    assert await at_desk().door.complete_json(question(), SCHEMA) == VALUE
    complaint = server.chats[1].last_message
    assert "$.verdict" in complaint
    assert "$.points: at most 10" in complaint


async def test_a_reply_that_stays_broken_is_an_honest_error_after_two_calls(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.answer = lambda request: "I would rather talk about the weather."
    one = at_desk()
    with pytest.raises(ModelError) as caught:
        await one.door.complete_json(question(), SCHEMA)
    assert caught.value.reason is Reason.BROKEN_REPLY
    assert len(server.chats) == 2
    assert one.budget.reserved == {}


async def test_json_that_was_cut_short_says_that_it_was_too_long(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.answer = lambda request: GOOD * 50
    server.fault(Fault.LENGTH, times=2, text='{"verdict": "right", "points"')
    with pytest.raises(ModelError) as caught:
        await at_desk().door.complete_json(question(), SCHEMA)
    assert caught.value.reason is Reason.LENGTH


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "pattern": "a+"},
        {"type": "object", "properties": {"a": {"type": "array", "items": {"oneOf": []}}}},
        {"type": "text"},
        {"type": "object", "additionalProperties": {"type": "string"}},
    ],
)
async def test_a_schema_outside_the_subset_is_refused_before_anything_is_sent(
    schema: dict[str, object], server: ModelServer, at_desk: MakeDesk
) -> None:
    with pytest.raises(ValueError):
        await at_desk().door.complete_json(question(), schema)
    assert server.requests == []


@pytest.mark.parametrize(
    "text", [GOOD, f"  {GOOD}\n", f"```json\n{GOOD}\n```", f"```\n{GOOD}```", f"Sure! {GOOD} Good luck!"]
)
def test_a_value_is_found_however_it_is_wrapped(text: str) -> None:
    assert read_json(text) == VALUE


@pytest.mark.parametrize("text", ["", "no", "{", '{"a": NaN}', '{"a": Infinity}', "[" * 100_000])
def test_what_is_not_json_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotJson):
        read_json(text)


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        (True, {"type": "integer"}),
        (1.5, {"type": "integer"}),
        (float("1e400"), {"type": "integer"}),
        (float("1e400"), {"type": "number"}),
        ("1", {"type": "number"}),
        (True, {"enum": [1]}),
        (None, {"type": "string"}),
        ("x", {"type": ["integer", "null"]}),
        ({}, {"type": "object", "required": ["a"]}),
        ({"b": 1}, {"type": "object", "properties": {}, "additionalProperties": False}),
        ({"a": {"b": 1}}, {"properties": {"a": {"properties": {"b": {"type": "string"}}}}}),
        ([], {"type": "array", "minItems": 1}),
        ([1, "x"], {"type": "array", "items": {"type": "integer"}}),
        ("", {"type": "string", "minLength": 1}),
        (3, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        ("b", {"const": "a"}),
    ],
)
def test_a_value_that_breaks_its_schema_is_caught(value: object, schema: dict[str, object]) -> None:
    assert check(value, schema)


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        (2.0, {"type": "integer"}),
        (None, {"type": ["integer", "null"]}),
        ("词", {"type": "string", "maxLength": 1}),
        ({"a": 1, "b": 2}, {"type": "object", "properties": {"a": {"type": "integer"}}}),
        (None, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
    ],
)
def test_a_value_that_keeps_its_schema_passes(value: object, schema: dict[str, object]) -> None:
    assert check(value, schema) == ()


def test_complaints_never_repeat_what_the_model_wrote() -> None:
    complaints = check({"verdict": "my secret", "other secret": 1}, SCHEMA)
    assert complaints
    assert not any("secret" in complaint for complaint in complaints)


def test_strict_mode_is_asked_for_only_where_the_schema_keeps_its_rules() -> None:
    loose = {**SCHEMA, "required": ["verdict"]}
    assert is_strict(SCHEMA)
    assert not is_strict(loose)
    assert not is_strict({"type": "array", "items": loose})
