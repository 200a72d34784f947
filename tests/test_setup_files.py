"""The files that set the tutor up elsewhere, read and run here without a container engine or a network."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
TOOLS = (
    "echo",
    "make",
    "sh",
    "bash",
    "cat",
    "cmp",
    "cp",
    "rm",
    "sed",
    "expand",
    "dirname",
    "realpath",
    "id",
    "tail",
    "env",
)
SHORT = 60  # seconds; nothing here should take a tenth of it


def locked(name: str) -> dict[str, set[str]]:
    """What a lock file pins: versions by name (a name has several where platforms differ)."""
    pins: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;]+)", line):
            pins.setdefault(canonical(found[1]), set()).add(found[2])
    return pins


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# --- locks ---


def test_the_lock_holds_every_dependency_at_a_version_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {
        "requirements.lock": project["dependencies"],
        "requirements-dev.lock": project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    for name, dependencies in asked.items():
        pins = locked(name)
        for dependency in map(Requirement, dependencies):
            versions = pins.get(canonical(dependency.name), set())
            assert versions, f"{dependency.name} is missing from {name}: run make lock"
            assert all(map(dependency.specifier.contains, versions)), (
                f"{dependency} against {versions} in {name}"
            )


def test_what_the_tests_run_with_is_what_the_tutor_runs_with() -> None:
    development = locked("requirements-dev.lock")
    for name, versions in locked("requirements.lock").items():
        assert development.get(name) == versions, name


# --- make ---


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with our Makefile, nothing to install, and a `bot` that says hello, in a folder with a space."""
    root = tmp_path / "a folder 学习"
    (root / "bot").mkdir(parents=True)
    (root / "bot" / "__main__.py").write_text(
        "import sys\nprint('hello from', sys.argv[1])\n", encoding="utf-8"
    )
    shutil.copy(ROOT / "Makefile", root)
    for name in ("requirements.lock", "requirements-dev.lock"):
        (root / name).write_text("# nothing\n", encoding="utf-8")
    return root


def tools(folder: Path, **scripts: str) -> str:
    """A PATH with the plain tools and the given scripts, and no Python or anything else."""
    folder.mkdir(exist_ok=True)
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None, name
        if not (folder / name).exists():
            (folder / name).symlink_to(found)
    for name, body in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return str(folder)


def call(root: Path, *command: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=root,
        env={"HOME": str(root)} | dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SHORT,
        check=False,
    )


def test_make_run_installs_once_and_mends_a_broken_environment(project: Path, tmp_path: Path) -> None:
    path = tools(tmp_path / "tools", python3=f'exec "{sys.executable}" "$@"')
    first = call(project, "make", "run", env={"PATH": path})
    assert first.returncode == 0, first.stdout
    assert "Installing" in first.stdout
    assert first.stdout.endswith("hello from run\n")

    again = call(project, "make", "run", env={"PATH": path})
    assert again.stdout == "hello from run\n"

    (project / "requirements.lock").write_text("# still nothing\n", encoding="utf-8")
    assert "Installing" in call(project, "make", "run", env={"PATH": path}).stdout

    (project / ".venv" / "bin" / "python").unlink()
    mended = call(project, "make", "run", env={"PATH": path})
    assert mended.returncode == 0, mended.stdout
    assert mended.stdout.endswith("hello from run\n")


def test_make_says_plainly_that_python_is_missing(project: Path, tmp_path: Path) -> None:
    old = "exit 1"  # a Python too old answers the question about its version so
    ran = call(project, "make", "run", env={"PATH": tools(tmp_path / "tools", python3=old)})
    assert ran.returncode != 0
    assert "Python 3.11 or newer is needed" in ran.stdout
    assert not (project / ".venv").exists()


def test_make_says_plainly_that_debians_venv_package_is_missing(project: Path, tmp_path: Path) -> None:
    no_venv = f'if [ "$1" = -m ]; then exit 1; fi; exec "{sys.executable}" "$@"'
    ran = call(project, "make", "run", env={"PATH": tools(tmp_path / "tools", python3=no_venv)})
    assert ran.returncode != 0
    assert "sudo apt install python3-venv" in ran.stdout


def test_make_passes_over_a_python_that_is_too_old(project: Path, tmp_path: Path) -> None:
    scripts = {"python3": "exit 1", "python3.12": f'exec "{sys.executable}" "$@"'}
    ran = call(project, "make", "run", env={"PATH": tools(tmp_path / "tools", **scripts)})
    assert ran.stdout.endswith("hello from run\n")


def test_make_help_lists_what_there_is_to_do() -> None:
    ran = call(ROOT, "make", "help", env={"PATH": os.environ["PATH"]})
    for target in ("run", "tour", "test", "lock", "format", "soak", "bench"):
        assert f"  make {target} " in ran.stdout


def test_make_bench_runs_every_benchmark_that_is_given_nothing_and_writes_nothing() -> None:
    (listed,) = re.findall(r"^BENCHMARKS = (.+)$", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    programs = {
        path.stem: source
        for path in (ROOT / "benchmarks").glob("[!_]*.py")
        if "__main__" in (source := path.read_text("utf-8"))
    }
    alone = {
        name
        for name, source in programs.items()
        if "required=True" not in source and not name.startswith("make_")
    }
    assert sorted(listed.split()) == sorted(alone)


# --- the continuous integration ---


@pytest.fixture
def checked_out(tmp_path: Path) -> Path:
    """A project in which `make test` and Python only say that they were called."""
    root = tmp_path / "project"
    (root / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "run", root / ".ci")
    (root / "Makefile").write_text(
        "test:\n\t@echo make test $${PLAYGROUND_OPENAPI:+with description}\n", encoding="utf-8"
    )
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "python $*"\n', encoding="utf-8")
    python.chmod(0o755)
    return root


def test_ci_runs_the_tests_and_says_what_it_cannot_run(checked_out: Path, tmp_path: Path) -> None:
    ran = call(checked_out, str(checked_out / ".ci" / "run"), env={"PATH": tools(tmp_path / "tools")})
    assert ran.returncode == 0, ran.stdout
    assert "\nmake test\n" in ran.stdout
    assert "== Not held against Discord's published description" in ran.stdout
    assert ran.stdout.count("Not run: ") == 2


def test_ci_installs_the_browser_and_uses_what_is_shared(checked_out: Path, tmp_path: Path) -> None:
    (tmp_path / "shared" / "discord").mkdir(parents=True)
    (tmp_path / "shared" / "discord" / "openapi.json").touch()
    (tmp_path / "shared" / "corpus").mkdir()
    path = tools(
        tmp_path / "tools", **{"apt-get": f'echo "$*" >> "{tmp_path}/apt"', "sudo": 'shift; exec "$@"'}
    )
    ran = call(
        checked_out,
        str(checked_out / ".ci" / "run"),
        env={"PATH": path},
    )
    assert ran.returncode == 0, ran.stdout
    asked = (tmp_path / "apt").read_text(encoding="utf-8").splitlines()
    assert asked[0].startswith("update")
    assert asked[1].endswith("chromium fonts-wqy-microhei")
    assert "python -m pytest -m browser" in ran.stdout
    assert "python -m pytest -m corpus" in ran.stdout
    assert "make test with description" in ran.stdout


def test_ci_fails_when_the_tests_fail(checked_out: Path, tmp_path: Path) -> None:
    (checked_out / "Makefile").write_text("test:\n\t@exit 1\n", encoding="utf-8")
    ran = call(checked_out, str(checked_out / ".ci" / "run"), env={"PATH": tools(tmp_path / "tools")})
    assert ran.returncode != 0
    assert "Browser" not in ran.stdout
