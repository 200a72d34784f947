"""Python files as trees, for the tests that read our own code."""

import ast
import gc
from functools import cache
from pathlib import Path


@cache
def syntax_tree(path: Path) -> ast.Module:
    """The syntax tree of a file.

    Python counts how deep it is while it makes the tree. A search for garbage that falls into that may end one of
    SQLAlchemy's greenlets, which puts the count back to where the greenlet stood, and CPython gives up with
    "AST constructor recursion depth mismatch".
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    finally:
        if searching:
            gc.enable()
