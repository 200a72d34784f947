"""The page's sentences, its own and the panels': the same in every language, each of them used, and none missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "playground" / "page" / "js"
PLACES = (SCRIPTS, SCRIPTS / "panel")
LANGUAGES = ("en", "zh-cn", "zh-tw")

# Families whose members are chosen by a code: of the bot's, of Discord's, or of the page's own.
BY_CODE = {
    "js": ("welcome-", "language-", "theme-"),
    "panel": (
        *("stage-", "lesson-", "action-", "outcome-", "reason-", "role-", "kind-", "fault-"),
        *("response-", "wrote-"),
    ),
}

# What is no sentence, or is shown in English on purpose.
NOT_CHINESE = {"passage", "fault-refusing-help", "language-en", "reacted"}


def sentences(place: Path, language: str) -> dict[str, str]:
    text = (place / f"words-{language}.js").read_text(encoding="utf-8")
    return dict(re.findall(r'^  "([\w-]+)": "(.*)",$', text, re.MULTILINE))


def code(place: Path) -> str:
    files = [it for it in place.glob("*.js") if not it.name.startswith("words")]
    return "\n".join(it.read_text(encoding="utf-8") for it in files)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_language_says_the_same_things_with_the_same_places(place: Path, language: str) -> None:
    english, other = sentences(place, "en"), sentences(place, language)
    assert english
    assert list(other) == list(english)
    for key, sentence in english.items():
        assert set(re.findall(r"\{\w+\}", other[key])) == set(re.findall(r"\{\w+\}", sentence)), key


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_chinese_is_written_in_chinese(place: Path, language: str) -> None:
    english = [
        key
        for key, sentence in sentences(place, language).items()
        if key not in NOT_CHINESE and not re.search(r"[\u3400-\u9fff]", sentence)
    ]
    assert english == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_sentence_that_is_asked_for_is_there_and_every_one_is_asked_for(place: Path) -> None:
    words, text = sentences(place, "en"), code(place)
    asked = set(re.findall(r'say\("([\w-]+)"', text))
    assert asked <= set(words)
    quoted = set(re.findall(r'"([\w-]+)"', text))
    explained = set(re.findall(r'explained\("([\w-]+)"', text))
    keys = set(re.findall(r"(\w+): ", text)) | quoted
    dead = [
        key
        for key in words
        if key not in keys
        and not key.startswith(BY_CODE[place.name])
        and key.removesuffix("-help") not in explained
    ]
    assert dead == []
