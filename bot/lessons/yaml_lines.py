"""YAML whose mappings remember the line they began on, so that a mistake can be pointed at.

Only plain data is read (`SafeLoader`); a file can never make Python objects. Who hands a file in may mean harm: one that
is small and would grow on the way (aliases of aliases, brackets in brackets) is refused, not read.
"""

from typing import Any

import yaml
from yaml.composer import ComposerError
from yaml.constructor import ConstructorError

DEEPEST = 40
"""How deep lists and mappings may stand inside each other; ours need eight."""


class Lined(dict[str, Any]):
    """A mapping of a YAML file."""

    line: int = 0
    """Its first line, from 1."""


def load(text: str, *, first_line: int = 1) -> object:
    """The data of a YAML text that begins on `first_line` of its file. Raises `yaml.YAMLError`."""
    loader = _Loader(text)
    loader.first_line = first_line
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


class _Loader(yaml.SafeLoader):
    first_line = 1
    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Before anything is made: nine short lines of aliases would stand for more than a machine can hold."""
        mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # not in the stubs
        if self.check_event(yaml.AliasEvent):
            raise ComposerError(
                None, None, "anchors and aliases (& and *) are not taken; write the text out", mark
            )
        if self._depth >= DEEPEST:
            raise ComposerError(None, None, "nested too deep", mark)
        self._depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Numbers of thousands of digits and days that no calendar has are the writer's mistakes, with their line."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, OverflowError):
            raise ConstructorError(
                None, None, "no such number or day; write a text in quotes", node.start_mark
            ) from None


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Lined:
    made = Lined({str(key): value for key, value in loader.construct_mapping(node, deep=True).items()})
    made.line = node.start_mark.line + loader.first_line
    return made


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
