"""Requests against Discord's published OpenAPI description. Used only where the description and jsonschema-rs are there.

Validators are compiled when a route is first used, once for each body schema; the description is read once a process.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playground.errors import Problem
from playground.routing import Route
from playground.wire import Json

_CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
_MOST_SHOWN = 5

_SNOWFLAKE: Json = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$"}
"""The description says text, but Discord takes numbers too, and discord.py sends them (replies, attachments)."""


class Conformance:
    """Checks bodies and queries by one description. Reads a megabyte: make it in a thread."""

    def __init__(self, description: Path) -> None:
        import jsonschema_rs  # a development dependency: only here, and not while a loop runs

        self._compiler = jsonschema_rs.Draft202012Validator
        self._description = _load(description)
        self._validators: dict[tuple[str, object], Any] = {}

    def check(self, route: Route, query: Mapping[str, str], body: Any) -> list[Problem]:
        """How a request departs from the description."""
        operation = self._operation(route)
        if operation is None:
            return [Problem((), "UNKNOWN_ROUTE", f"Discord's description has no {route.name}")]
        problems = self._query(operation, query)
        if "requestBody" in operation:
            validator = self._validator(route, operation, body)
            for number, error in enumerate(validator.iter_errors(body)):
                if number == _MOST_SHOWN:
                    break
                problems.append(Problem(tuple(error.instance_path), "BASE_TYPE_INVALID", _sentence(error)))
        return problems

    def _operation(self, route: Route) -> Json | None:
        template = "/applications/@me" if route.template == "/oauth2/applications/@me" else route.template
        operation: Json | None = self._description["paths"].get(template, {}).get(route.method.lower())
        return operation

    def _query(self, operation: Json, query: Mapping[str, str]) -> list[Problem]:
        known = {it["name"]: it for it in operation.get("parameters", ()) if it.get("in") == "query"}
        problems = []
        for name in query:
            if name not in known:
                problems.append(Problem((name,), "UNKNOWN_PARAMETER", f"no query parameter {name!r}"))
        for name, parameter in known.items():
            if parameter.get("required") and name not in query:
                problems.append(Problem((name,), "BASE_TYPE_REQUIRED", "This field is required"))
        return problems

    def _validator(self, route: Route, operation: Json, body: Any) -> Any:
        # Callbacks are a union over their type: choosing the branch first makes errors readable.
        branch = body.get("type") if route.template == _CALLBACK and isinstance(body, dict) else None
        key = (route.name, branch)
        validator = self._validators.get(key)
        if validator is None:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            if branch is not None:
                schema = self._branch(schema, branch) or schema
            validator = self._validators[key] = self._compile(schema)
        return validator

    def _branch(self, schema: Json, kind: object) -> Json | None:
        for option in schema.get("anyOf", ()):
            target = self._description["components"]["schemas"][option["$ref"].rsplit("/", 1)[1]]
            if kind in target.get("properties", {}).get("type", {}).get("enum", ()):
                found: Json = option
                return found
        return None

    def _compile(self, schema: Json) -> Any:
        needed = _reachable(schema, self._description["components"]["schemas"])
        whole = {**schema, "components": {"schemas": needed}}
        return self._compiler(whole)


def _reachable(schema: Json, schemas: Json) -> Json:
    """The component schemas that a schema refers to, directly or not: compiling all of them is slow."""
    found: Json = {}
    waiting: list[Any] = [schema]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            reference = node.get("$ref")
            if isinstance(reference, str):
                name = reference.rsplit("/", 1)[1]
                if name not in found:
                    found[name] = _SNOWFLAKE if name == "SnowflakeType" else schemas[name]
                    waiting.append(found[name])
            waiting.extend(node.values())
    return found


def _sentence(error: Any) -> str:
    return str(error.message)[:300]


@functools.cache
def _load(description: Path) -> Json:
    loaded: Json = json.loads(description.read_text(encoding="utf-8"))
    return loaded
