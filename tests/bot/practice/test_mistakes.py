"""Mistakes in a challenge: each has its sentence in every language, and the terminal's English is the bot's."""

import pytest

from bot.practice.authoring import Mistaken, read_text
from bot.practice.mistakes import _ENGLISH, Mistake, Wrong
from bot.texts.catalogue import Texts, plain
from bot.texts.locales import Locale
from bot.texts.told import told_in
from tests.doubles.own_challenge import OWN_CHALLENGE


class Anything(dict[str, str | int]):
    """A value for every name."""

    def __missing__(self, name: str) -> str | int:
        self[name] = 7 if name in ("count", "most", "least", "longest", "seen", "visible", "hidden") else name
        return self[name]


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


@pytest.mark.parametrize("wrong", list(Wrong))
def test_the_terminal_and_the_bot_say_the_same_in_english(texts: Texts, wrong: Wrong) -> None:
    values = Anything()
    _ENGLISH[wrong].format_map(values)
    mistake = Mistake.of(wrong, **values)
    assert told_in(Locale.EN, mistake, texts, plain) == str(mistake)
    for locale in (Locale.ZH_CN, Locale.ZH_TW):
        assert told_in(locale, mistake, texts, plain) != str(mistake)


def test_what_stood_in_the_file_is_shown_through_the_filter_only(texts: Texts) -> None:
    mistake = Mistake.of(Wrong.NO_CASE, "one", value="@everyone")
    said = told_in(Locale.ZH_CN, mistake, texts, lambda words: plain(words.replace("@", "(at)")))
    assert said == "用例 one：没有 (at)everyone 这个用例"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (
            "level: beginner",
            "level: wizard",
            1,
            "`level` must be one of eli5, beginner, practitioner, not wizard",
        ),
        ("threshold: 80", "treshold: 80", 1, "`treshold` means nothing here; possible are budget"),
        ("contains-any: $answer}]}", "holds: $answer}]}", 7, "one: `holds` is no check"),
        ("    title: What it is called", "    title:", 12, "`title` is still empty"),
        ("technique: zero-shot", "technique: *shot", 3, "anchors and aliases"),
        ("threshold: 80", "threshold: 2026-99-99", 5, "no such number or day"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, line: int, words: str) -> None:
    read = read_text(OWN_CHALLENGE.replace(old, new, 1))
    assert isinstance(read, Mistaken)
    assert (line, True) in [(at, words in what) for at, what in read.mistakes], read.mistakes
