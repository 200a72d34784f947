"""The challenges' files: what is wrong is told with its line, and what is built in parts good from bad without a network."""

import shutil
from pathlib import Path

import pytest

from bot.app import COURSE
from bot.lessons.mistakes import CourseMistakes
from bot.practice.course_challenges import Written, digest, read_challenges
from bot.practice.verdicts import faults_of

MODEL = "label-like-examples"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of one challenge, to be broken."""
    for folder in ("challenges", "en/challenges", "zh-CN/challenges"):
        (tmp_path / folder).mkdir(parents=True)
        shutil.copy(COURSE / folder / f"{MODEL}.yaml", tmp_path / folder)
    shutil.copy(COURSE / "concepts.yaml", tmp_path)
    return tmp_path


def change(course: Path, folder: str, old: str, new: str) -> None:
    path = course / folder / f"{MODEL}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def mistakes(course: Path) -> str:
    with pytest.raises(CourseMistakes) as told:
        read_challenges(course)
    return str(told.value)


@pytest.fixture(scope="session")
def built_in() -> tuple[Written, ...]:
    """The challenges that come with the tutor."""
    return read_challenges(COURSE)


def test_every_built_in_challenge_is_passed_by_its_reference_and_failed_by_its_bad_prompt(
    built_in: tuple[Written, ...],
) -> None:
    faults = {
        (one.id, language.value): faults_of(challenge)
        for one in built_in
        for language, challenge in one.challenges.items()
    }
    assert {where: found for where, found in faults.items() if found} == {}


def test_one_challenge_is_read_in_both_languages(course: Path) -> None:
    (one,) = read_challenges(course)
    for challenge in one.challenges.values():
        assert len(challenge.visible) == 2 and len(challenge.hidden) == 7


@pytest.mark.parametrize(
    ("folder", "old", "new", "told"),
    [
        (
            "challenges",
            "kind: run",
            "kind: walk",
            "challenges/label-like-examples.yaml:2: `kind` must be one of",
        ),
        ("challenges", "few-shot\n", "no-such\n", "no-such is no concept"),
        ("challenges", "threshold: 80", "threshold: 800", "`threshold` must be a whole number from 1 to 100"),
        (
            "challenges",
            "{equals: $label, weight: 3}",
            "{equal: $label}",
            ":12: late-parcel: `equal` is no check",
        ),
        (
            "challenges",
            "{equals: $label, weight: 3}",
            "{equals: $lable}",
            "`$lable` stands neither in the case",
        ),
        ("challenges", "{equals: $label, weight: 3}", '{matches: "(?=x)"}', "is no RE2 expression"),
        ("challenges", "visible: true, ", "", "not 1 and 8"),
        ("challenges", "place: template", "place: nowhere", "`place` must be one of template, system"),
        ("challenges", "level: beginner", "level: beginner\nfoo: 1", "`foo` means nothing"),
        (
            "en/challenges",
            "title: ",
            "titel: ",
            "en/challenges/label-like-examples.yaml:1: `titel` means nothing",
        ),
        ("en/challenges", "    thanks: NONE\n", "", "thanks: `recorded` lacks the output of reference"),
        (
            "zh-CN/challenges",
            "  thanks: {input",
            "  danke: {input",
            "thanks: `cases` of the texts lacks this case",
        ),
        ("zh-CN/challenges", "  money: 关于钱\n", "", "`categories` must name each category once"),
        (
            "zh-CN/challenges",
            "  - 每个格子给一个示例",
            "  - 5\n  - 每个格子给一个示例",
            "`hints` must be a list of texts",
        ),
    ],
)
def test_a_mistake_is_told_with_its_file_and_place(
    course: Path, folder: str, old: str, new: str, told: str
) -> None:
    change(course, folder, old, new)
    assert told in mistakes(course)


def test_a_language_cannot_be_missing(course: Path) -> None:
    (course / "zh-CN/challenges" / f"{MODEL}.yaml").unlink()
    assert "zh-CN/challenges/label-like-examples.yaml: this file is missing" in mistakes(course)


def test_the_digest_follows_the_files(course: Path) -> None:
    before = digest(course)
    change(course, "en/challenges", "Sort the shop's mail", "Sort the mail")
    assert digest(course) != before


def test_a_reference_that_fails_is_told_by_case_and_check(course: Path) -> None:
    change(course, "en/challenges", "    late-parcel: SHIP\n", "    late-parcel: It goes to SHIP, I think\n")
    change(course, "en/challenges", "    broken-lamp: ITEM\n", "    broken-lamp: It goes to ITEM, I think\n")
    (one,) = read_challenges(course)
    (fault,) = [fault for challenge in one.challenges.values() for fault in faults_of(challenge)]
    assert "late-parcel (equals, words)" in fault
