"""The container's files, read and run here without a container engine or a network."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
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
