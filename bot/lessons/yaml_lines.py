"""YAML whose mappings remember the line they began on, so that a mistake can be pointed at.

Only plain data is read (`SafeLoader`); a file can never make Python objects.
"""

from typing import Any

import yaml


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


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Lined:
    made = Lined({str(key): value for key, value in loader.construct_mapping(node, deep=True).items()})
    made.line = node.start_mark.line + loader.first_line
    return made


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
