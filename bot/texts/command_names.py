"""Commands as sentences name them: what can be pressed where Discord has told us its ids, else the name in the reader's language.

A client in Chinese lists commands by their Chinese names, so an English `/ask` in a sentence would be looked for in vain. In the
Fluent files a command stands in code marks or in bold by its English name (`/quiz start`), and becomes a call of `COMMAND` when they are read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from fluent.syntax import ast
from fluent.syntax.visitor import Transformer

COMMAND: Final = "COMMAND"
"""Name of the function in Fluent."""

_NAMED: Final = re.compile(r"`/([a-z]+(?: [a-z]+)*)`|(?<=\*\*)/([a-z]+(?: [a-z]+)*)(?=\*\*)")


class CommandIds:
    """What Discord calls each of our commands; empty until it has been told of them."""

    def __init__(self) -> None:
        self._ids: Mapping[str, int] = {}

    def learn(self, ids: Mapping[str, int]) -> None:
        """Take in the ids by the whole English names ("quiz start"); a mere group cannot be pressed and has none."""
        self._ids = dict(ids)

    def mention(self, name: str) -> str | None:
        """What Discord shows as a command that can be pressed ("Message Formatting"); None where the id is not known."""
        known = self._ids.get(name)
        return f"</{name}:{known}>" if known is not None else None


class NameCommands(Transformer):
    """Puts calls of `COMMAND` in the place of commands that stand in texts."""

    def visit_Pattern(self, node: Any) -> Any:
        """Every pattern, those inside variants included."""
        node = self.generic_visit(node)
        node.elements = [part for element in node.elements for part in _parts(element)]
        return node


def named_in(text: str) -> Iterator[str]:
    """The commands that a text of a Fluent file names."""
    return (found[1] or found[2] for found in _NAMED.finditer(text))


def _parts(element: Any) -> Iterator[Any]:
    if not isinstance(element, ast.TextElement):
        yield element
        return
    at = 0
    for found in _NAMED.finditer(element.value):
        if found.start() > at:
            yield ast.TextElement(element.value[at : found.start()])
        name = ast.CallArguments(positional=[ast.StringLiteral(found[1] or found[2])])
        yield ast.Placeable(ast.FunctionReference(ast.Identifier(COMMAND), name))
        at = found.end()
    if at < len(element.value):
        yield ast.TextElement(element.value[at:])
