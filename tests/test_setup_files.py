"""The files that set the tutor up elsewhere, read and run here without a container engine or a network."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
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


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction of a Dockerfile."""

    instruction: str
    text: str

    def exec_form(self) -> list[str]:
        """The command of a CMD or HEALTHCHECK; fails for the shell form, which does not pass signals on."""
        command = json.loads(self.text[self.text.index("[") :])
        assert all(isinstance(part, str) for part in command)
        return command


def stages() -> list[list[Step]]:
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = [line for line in re.sub(r"\\\n", " ", text).splitlines() if line.strip()]
    found: list[list[Step]] = []
    for line in lines:
        instruction, _, rest = line.partition(" ")
        if instruction == "FROM":
            found.append([])
        found[-1].append(Step(instruction, rest.strip()))
    return found


def final(instruction: str) -> list[Step]:
    return [step for step in stages()[-1] if step.instruction == instruction]


def only(instruction: str) -> Step:
    (step,) = final(instruction)
    return step


def environment_of_the_image() -> dict[str, str]:
    return dict(pair.split("=", 1) for step in final("ENV") for pair in step.text.split())


def service() -> dict[str, object]:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    (found,) = compose["services"].values()
    assert isinstance(found, dict)
    return found


def locked(name: str) -> dict[str, set[str]]:
    """What a lock file pins: versions by name (a name has several where platforms differ)."""
    pins: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;]+)", line):
            pins.setdefault(canonical(found[1]), set()).add(found[2])
    return pins


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# --- the image ---


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder /app as the Dockerfile makes it: what it copies and nothing else."""
    app = tmp_path_factory.mktemp("image") / "app"
    app.mkdir()
    for step in final("COPY"):
        *sources, target = step.text.split()
        if sources[0].startswith("--from="):
            continue
        for source in sources:
            place = app / target / source if target.endswith("/") else app / target
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / source, place)
    return app


def in_the_image(image: Path, command: list[str], data: Path) -> subprocess.CompletedProcess[str]:
    assert command[0] == "python"
    settings = environment_of_the_image() | {"DATA_DIR": str(data), "PATH": os.defpath, "HOME": str(image)}
    return subprocess.run(
        [sys.executable, *command[1:]],
        cwd=image,
        env=settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SHORT,
        check=False,
    )


def test_everything_the_dockerfile_copies_is_there_and_reaches_the_builder() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignored
    for stage in stages():
        for step in stage:
            sources = step.text.split()[:-1]
            if step.instruction != "COPY" or sources[0].startswith("--from="):
                continue
            for source in sources:
                assert (ROOT / source).exists(), source
                assert f"!{source}" in ignored, source


def test_the_image_runs_the_tutor_from_what_was_copied(image: Path, tmp_path: Path) -> None:
    ran = in_the_image(image, [*only("CMD").exec_form(), "--help"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "usage" in ran.stdout.lower()


def test_the_image_can_lay_out_its_database(image: Path, tmp_path: Path) -> None:
    ran = in_the_image(image, ["python", "-m", "bot", "migrate"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "tutor.db").stat().st_size > 0


def test_without_a_token_the_image_says_what_is_missing(image: Path, tmp_path: Path) -> None:
    ran = in_the_image(image, only("CMD").exec_form(), tmp_path)
    assert ran.returncode != 0
    assert "DISCORD_TOKEN" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(("age", "healthy"), [(0, True), (30, True), (120, False), (None, False)])
def test_the_healthcheck_believes_a_young_heartbeat_only(
    image: Path, tmp_path: Path, age: int | None, healthy: bool
) -> None:
    if age is not None:
        beat = datetime.now(UTC) - timedelta(seconds=age)
        (tmp_path / "heartbeat").write_text(beat.isoformat(), encoding="utf-8")
    ran = in_the_image(image, only("HEALTHCHECK").exec_form(), tmp_path)
    assert (ran.returncode == 0) is healthy, ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_image_does_not_run_as_root() -> None:
    user = only("USER").text
    uid, gid = user.split(":")
    assert int(uid) > 0
    assert int(gid) > 0
    made = " ".join(step.text for step in final("RUN"))
    assert f"--uid {uid} " in made
    assert f"--gid {gid} " in made
    after = stages()[-1][stages()[-1].index(only("USER")) :]
    assert not [step for step in after if step.instruction in {"RUN", "COPY", "ADD"}]


def test_the_image_stops_cleanly_and_keeps_its_data_in_a_volume() -> None:
    assert only("STOPSIGNAL").text == "SIGTERM"
    assert only("VOLUME").exec_form() == [environment_of_the_image()["DATA_DIR"]]


def test_the_image_has_certificates_and_a_font_that_draws_chinese() -> None:
    installed = " ".join(step.text for step in final("RUN")).split()
    assert {"ca-certificates", "fonts-wqy-microhei", "libfribidi0"} <= set(installed)


def test_the_image_installs_exactly_the_lock() -> None:
    (install,) = [step.text for step in stages()[0] if "pip install" in step.text]
    assert "--require-hashes" in install
    assert install.endswith("-r requirements.lock")


def test_the_image_is_of_a_python_that_the_project_supports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for stage in stages():
        found = re.match(r"python:(\d+\.\d+)-slim", stage[0].text)
        assert found is not None
        assert Requirement(f"python{project['requires-python']}").specifier.contains(found[1])


# --- compose ---


def test_compose_keeps_the_data_and_everything_else_read_only() -> None:
    tutor = service()
    assert tutor["volumes"] == [f"data:{environment_of_the_image()['DATA_DIR']}"]
    assert tutor["read_only"] is True
    assert tutor["cap_drop"] == ["ALL"]
    assert "privileged" not in tutor
    assert "ports" not in tutor


def test_compose_restarts_the_tutor_and_gives_it_time_to_stop() -> None:
    tutor = service()
    assert tutor["restart"] == "unless-stopped"
    seconds = re.fullmatch(r"(\d+)s", str(tutor["stop_grace_period"]))
    assert seconds is not None
    assert int(seconds[1]) >= 20


def test_compose_reads_the_settings_file_and_refuses_to_start_without_a_token() -> None:
    tutor = service()
    assert tutor["env_file"] == ".env"
    environment = tutor["environment"]
    assert isinstance(environment, dict)
    assert environment["DISCORD_TOKEN"].startswith("${DISCORD_TOKEN:?")
    assert environment["DATA_DIR"] == environment_of_the_image()["DATA_DIR"]


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
