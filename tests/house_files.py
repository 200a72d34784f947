"""Our own files, as rules of the house look at them: which there are, and what stands where."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.python_source import syntax_tree

ROOT = Path(__file__).parents[1]
OURS = ("bot", "cogs")
SHIPPED = ("bot", "cogs", "playground", "benchmarks")
ALL_CODE = (*SHIPPED, "migrations", "tests")

planted: dict[str, Path] = {}
"""Files that a test put in the place of ours, to see a rule fail."""


def python_files(*folders: str) -> Iterator[tuple[str, Path]]:
    """Every Python file below `folders`, by its path from the root."""
    if planted:
        yield from ((name, path) for name, path in planted.items() if name.startswith(folders))
        return
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path


def text_files() -> Iterator[tuple[str, str]]:
    """Every text file of the project."""
    skipped = {"data", "__pycache__", "coverage"}
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in inside[:-1])
        if (
            hidden
            or skipped & set(inside)
            or not path.is_file()
            or path.name in {".env", ".git", ".coverage"}
        ):
            continue
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures and the like


def names(node: ast.expr) -> str:
    """The last name of `a.b.c` or `c`; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def places(folders: tuple[str, ...], guilty: type[ast.AST], judge: object = None) -> list[str]:
    """`file:line` of every node of a kind that `judge` finds guilty."""
    assert callable(judge)
    return [
        f"{name}:{node.lineno}"  # type: ignore[attr-defined]  # expressions and statements all have it
        for name, path in python_files(*folders)
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, guilty) and judge(node)
    ]


def line_at(place: str, after: int = 0) -> str:
    """The line of source that a place stands for, or one after it."""
    name, number = place.rsplit(":", 1)
    return planted.get(name, ROOT / name).read_text(encoding="utf-8").splitlines()[int(number) - 1 + after]
