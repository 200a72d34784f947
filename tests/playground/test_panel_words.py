"""The panels' sentences: the same in every language, each of them used, and none missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PANEL = Path(__file__).parents[2] / "playground" / "page" / "js" / "panel"
LANGUAGES = ("en", "zh-cn", "zh-tw")

# Families whose members are chosen by a code of the bot's.
BY_CODE = (
    *("stage-", "lesson-", "action-", "outcome-", "reason-", "role-", "kind-", "fault-"),
    *("response-", "wrote-"),
)


def sentences(language: str) -> dict[str, str]:
    text = (PANEL / f"words-{language}.js").read_text(encoding="utf-8")
    return dict(re.findall(r'^  "([\w-]+)": "(.*)",$', text, re.MULTILINE))


def code() -> str:
    files = [it for it in PANEL.glob("*.js") if not it.name.startswith("words")]
    return "\n".join(it.read_text(encoding="utf-8") for it in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_with_the_same_places(language: str) -> None:
    english, other = sentences("en"), sentences(language)
    assert list(other) == list(english)
    for key, sentence in english.items():
        assert set(re.findall(r"\{\w+\}", other[key])) == set(re.findall(r"\{\w+\}", sentence)), key


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_chinese_is_written_in_chinese(language: str) -> None:
    kept = {"passage", "fault-refusing-help"}
    english = [
        key
        for key, sentence in sentences(language).items()
        if key not in kept and not re.search(r"[\u3400-\u9fff]", sentence)
    ]
    assert english == []


def test_every_sentence_that_is_asked_for_is_there_and_every_one_is_asked_for() -> None:
    words, text = sentences("en"), code()
    asked = set(re.findall(r'say\("([\w-]+)"', text))
    assert asked <= set(words)
    quoted = set(re.findall(r'"([\w-]+)"', text))
    explained = set(re.findall(r'explained\("([\w-]+)"', text))
    keys = set(re.findall(r"(\w+): ", text)) | quoted
    dead = [
        key
        for key in words
        if key not in keys and not key.startswith(BY_CODE) and key.removesuffix("-help") not in explained
    ]
    assert dead == []
