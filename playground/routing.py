"""Finds the handler of a REST request. Templates carry the names that Discord's OpenAPI description uses.

A tree of path segments: matching costs the same however many routes there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import unquote

from playground.wire import Json

if TYPE_CHECKING:
    from playground.server import Playground


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart request."""

    index: int
    filename: str
    content_type: str | None
    data: bytes


@dataclass(slots=True)
class Call:
    """One request, read and matched."""

    play: Playground
    route: Route
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    uploads: list[Upload]
    arrived: float
    """``perf_counter`` when the request reached the server."""


@dataclass(frozen=True, slots=True)
class Created:
    """An answer with 201 instead of 200."""

    body: Json


Answer: TypeAlias = Json | list[Json] | Created | None
"""A body for 200, or None for 204."""

Handler: TypeAlias = Callable[[Call], Answer]


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    template: str
    handler: Handler
    with_bot_token: bool = True
    """False where the path's own token is the key (interactions, webhooks)."""

    @property
    def name(self) -> str:
        return f"{self.method} {self.template}"


@dataclass(slots=True)
class _Node:
    literal: dict[str, _Node] = field(default_factory=dict)
    wildcard: _Node | None = None
    parameter: str = ""
    routes: dict[str, tuple[Route, tuple[str, ...]]] = field(default_factory=dict)


class Routes:
    """All REST routes."""

    def __init__(self) -> None:
        self._root = _Node()
        self.all: list[Route] = []

    def add(self, method: str, template: str, handler: Handler, *, with_bot_token: bool = True) -> None:
        node = self._root
        names: list[str] = []
        for segment in template.strip("/").split("/"):
            if segment.startswith("{"):
                names.append(segment[1:-1])
                if node.wildcard is None:
                    node.wildcard = _Node()
                node = node.wildcard
            else:
                node = node.literal.setdefault(segment, _Node())
        route = Route(method, template, handler, with_bot_token)
        node.routes[method] = (route, tuple(names))
        self.all.append(route)

    def match(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        """The route of a path (still percent-encoded), with its parameters; a literal wins over a parameter."""
        found = self._find(self._root, path.strip("/").split("/"), 0, [])
        if found is None or method not in found[0].routes:
            return None
        route, names = found[0].routes[method]
        return route, dict(zip(names, found[1], strict=True))

    def _find(
        self, node: _Node, segments: list[str], at: int, values: list[str]
    ) -> tuple[_Node, list[str]] | None:
        if at == len(segments):
            return (node, values) if node.routes else None
        literal = node.literal.get(segments[at])
        if literal is not None:
            found = self._find(literal, segments, at + 1, values)
            if found is not None:
                return found
        if node.wildcard is not None:
            return self._find(node.wildcard, segments, at + 1, [*values, unquote(segments[at])])
        return None
