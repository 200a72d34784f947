"""JSON out of a model's reply, and a check of it against a schema, in a well-kept subset of JSON Schema.

The subset is what model providers accept for structured output: `type`, `enum`, `const`, `properties`,
`required`, `additionalProperties` (true or false), `items`, `minItems`, `maxItems`, `minLength`, `maxLength`,
`minimum`, `maximum`, `anyOf`, with `title` and `description` ignored. Any other keyword is refused as a
mistake of ours, so that nothing seems checked that is not. Complaints name paths and rules, never values.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence

from bot.llm.values import ChatMessage, Role

_FENCE = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.DOTALL)
_KEYWORDS = frozenset(
    {
        *("type", "enum", "const", "anyOf", "title", "description"),
        *("properties", "required", "additionalProperties"),
        *("items", "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum"),
    }
)
_TYPES = frozenset({"object", "array", "string", "boolean", "null", "integer", "number"})
_MOST_COMPLAINTS = 8
_INSTRUCTION = (
    "Reply with one JSON value and nothing else: no prose, no code fence. It must satisfy this JSON Schema:\n"
)
_REPAIR = "That reply does not satisfy the JSON Schema. Send the whole JSON value again, corrected:\n"


class NotJson(Exception):
    """The reply holds no JSON value. Carries nothing of the reply."""


def read_json(text: str) -> object:
    """The JSON value in a reply: the whole of it, the first code fence, or the first object or array in prose.

    Raises `NotJson`. NaN and infinities, which are not JSON, do not pass.
    """
    candidates = [text.strip(), *(found.strip() for found in _FENCE.findall(text))]
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    for candidate in candidates:
        try:
            return json.loads(candidate, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            continue
    if start >= 0:
        try:
            return json.JSONDecoder(parse_constant=_no_constant).raw_decode(text, start)[0]
        except (ValueError, RecursionError):
            pass
    raise NotJson  # after the handlers, so that no decoder error with the text in it hangs on


def _no_constant(name: str) -> object:
    raise ValueError("not JSON")


def refuse_unknown(schema: Mapping[str, object]) -> None:
    """Raise ValueError for a schema that uses anything outside the subset, at whatever depth."""
    unknown = set(schema) - _KEYWORDS
    if unknown:
        raise ValueError(f"schema keywords outside the subset: {', '.join(sorted(unknown))}")
    types = schema.get("type", [])
    for name in [types] if isinstance(types, str) else _list(types):
        if name not in _TYPES:
            raise ValueError(f"unknown schema type {name!r}")
    if not isinstance(schema.get("additionalProperties", True), bool):
        raise ValueError("additionalProperties must be true or false")
    parts = [*_list(schema.get("anyOf", [])), *_mapping(schema.get("properties", {})).values()]
    if "items" in schema:
        parts.append(schema["items"])
    for part in parts:
        refuse_unknown(_mapping(part))


def check(value: object, schema: Mapping[str, object]) -> tuple[str, ...]:
    """What is wrong with a value, at most eight complaints; empty when it satisfies the schema."""
    complaints: list[str] = []
    _check(value, schema, "$", complaints)
    return tuple(complaints[:_MOST_COMPLAINTS])


def _check(value: object, schema: Mapping[str, object], path: str, complaints: list[str]) -> None:
    types = schema.get("type")
    if types is not None:
        allowed = [types] if isinstance(types, str) else _list(types)
        if not any(_is(value, str(name)) for name in allowed):
            complaints.append(f"{path}: must be {' or '.join(map(str, allowed))}")
            return
    if "enum" in schema and not any(_same(value, one) for one in _list(schema["enum"])):
        complaints.append(f"{path}: must be one of the listed values")
    if "const" in schema and not _same(value, schema["const"]):
        complaints.append(f"{path}: must be the fixed value")
    if "anyOf" in schema:
        _check_any(value, _list(schema["anyOf"]), path, complaints)
    if isinstance(value, dict):
        _check_object(value, schema, path, complaints)
    elif isinstance(value, list):
        _check_size(len(value), schema, "minItems", "maxItems", f"{path}: items", complaints)
        items = schema.get("items")
        if isinstance(items, Mapping):
            for index, item in enumerate(value):
                _check(item, items, f"{path}[{index}]", complaints)
    elif isinstance(value, str):
        _check_size(len(value), schema, "minLength", "maxLength", f"{path}: characters", complaints)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        _check_size(value, schema, "minimum", "maximum", path, complaints)


def _check_any(value: object, options: Sequence[object], path: str, complaints: list[str]) -> None:
    for option in options:
        tried: list[str] = []
        _check(value, _mapping(option), path, tried)
        if not tried:
            return
    complaints.append(f"{path}: fits none of the allowed forms")


def _check_object(
    value: dict[str, object], schema: Mapping[str, object], path: str, complaints: list[str]
) -> None:
    properties = _mapping(schema.get("properties", {}))
    for name in _list(schema.get("required", [])):
        if name not in value:
            complaints.append(f"{path}: {name} is missing")
    for name, member in value.items():
        if name in properties:
            _check(member, _mapping(properties[name]), f"{path}.{name}", complaints)
        elif schema.get("additionalProperties") is False:
            complaints.append(f"{path}: has a property that is not in the schema")


def _check_size(
    size: float, schema: Mapping[str, object], least: str, most: str, what: str, complaints: list[str]
) -> None:
    low, high = schema.get(least), schema.get(most)
    if isinstance(low, (int, float)) and size < low:
        complaints.append(f"{what}: at least {low}")
    if isinstance(high, (int, float)) and size > high:
        complaints.append(f"{what}: at most {high}")


def _is(value: object, name: str) -> bool:
    match name:
        case "object":
            return isinstance(value, dict)
        case "array":
            return isinstance(value, list)
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
        case "integer":
            return _is(value, "number") and float(value).is_integer()  # type: ignore[arg-type]  # it is a number
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        case _:
            return False


def _same(value: object, other: object) -> bool:
    return isinstance(value, bool) == isinstance(other, bool) and value == other


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, (list, tuple)):
        raise ValueError("a list was expected in the schema")
    return value


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError("an object was expected in the schema")
    return value


def is_strict(schema: Mapping[str, object]) -> bool:
    """Whether every object names all its properties as required and allows no others, as strict mode wants."""
    parts: list[object] = [schema.get("items"), *_list(schema.get("anyOf", []))]
    if "properties" in schema or schema.get("type") == "object":
        properties = _mapping(schema.get("properties", {}))
        if schema.get("additionalProperties") is not False:
            return False
        if set(_list(schema.get("required", []))) != set(properties):
            return False
        parts.extend(properties.values())
    return all(is_strict(part) for part in parts if isinstance(part, Mapping))


def instruct(messages: tuple[ChatMessage, ...], schema: Mapping[str, object]) -> tuple[ChatMessage, ...]:
    """The messages with an instruction that asks for the schema, for models that take it in no other way."""
    asked = ChatMessage(Role.SYSTEM, _INSTRUCTION + json.dumps(schema, ensure_ascii=False, sort_keys=True))
    after = next(
        (at for at, message in enumerate(messages) if message.role is not Role.SYSTEM), len(messages)
    )
    return (*messages[:after], asked, *messages[after:])


def ask_to_repair(
    messages: tuple[ChatMessage, ...], reply: str, complaints: Sequence[str]
) -> tuple[ChatMessage, ...]:
    """The messages of the one repair try: the reply, and what is wrong with it."""
    wrong = "\n".join(f"- {complaint}" for complaint in complaints)
    return (*messages, ChatMessage(Role.ASSISTANT, reply), ChatMessage(Role.USER, _REPAIR + wrong))
