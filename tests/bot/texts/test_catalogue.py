"""The catalogue of sentences."""

from pathlib import Path

import pytest

from bot.texts.catalogue import MissingText, Texts, plain
from bot.texts.locales import Locale

ENGLISH = """
probe-greeting = Hello { $name }, { $count ->
    [one] one lesson is
   *[other] { $count } lessons are
} ready.
probe-same = The same.
"""
CHINESE = """
probe-greeting = { $name }，你好，{ $count } 节课准备好了。
probe-same = 一样。
"""


def written(folder: Path, english: str = ENGLISH, chinese: str = CHINESE) -> Texts:
    for locale, text in (("en", english), ("zh-CN", chinese), ("zh-TW", chinese)):
        (folder / locale).mkdir()
        (folder / locale / "probe.ftl").write_text(text, encoding="utf-8")
    return Texts(folder)


def test_a_sentence_is_said_in_each_language(tmp_path: Path) -> None:
    texts = written(tmp_path)
    assert texts.say(Locale.EN, "probe-greeting", name=plain("Ada"), count=1) == (
        "Hello Ada, one lesson is ready."
    )
    assert texts.say(Locale.EN, "probe-greeting", name=plain("Ada"), count=2000) == (
        "Hello Ada, 2,000 lessons are ready."
    )
    assert texts.say(Locale.ZH_TW, "probe-greeting", name=plain("小明"), count=2) == (
        "小明，你好，2 节课准备好了。"
    )


def test_nothing_invisible_is_put_around_variables(tmp_path: Path) -> None:
    said = written(tmp_path).say(Locale.EN, "probe-greeting", name=plain("Ada"), count=3)
    assert said.isascii()


def test_an_unknown_key_is_a_fault_of_ours(tmp_path: Path) -> None:
    with pytest.raises(MissingText, match="probe-none"):
        written(tmp_path).say(Locale.EN, "probe-none")


def test_a_variable_that_was_not_given_is_a_fault_of_ours(tmp_path: Path) -> None:
    with pytest.raises(MissingText, match="probe-greeting"):
        written(tmp_path).say(Locale.EN, "probe-greeting", name=plain("Ada"))


def test_a_file_that_is_not_fluent_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingText, match=r"zh-CN/probe\.ftl.*oops"):
        written(tmp_path, chinese=CHINESE + "\noops no key here\n")


def test_a_key_that_exists_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingText, match="'probe-same' exists twice"):
        written(tmp_path, english=ENGLISH + "\nprobe-same = Again.\n")


def test_a_key_in_one_language_only_is_seen(tmp_path: Path) -> None:
    texts = written(tmp_path, chinese="probe-same = 一样。\n")
    assert texts.has(Locale.EN, "probe-greeting")
    assert not texts.has(Locale.ZH_CN, "probe-greeting")


@pytest.mark.parametrize("count", [0, 7, -999, 999, 1000, 1234567, 0.5])
def test_a_sentence_is_the_same_whenever_it_is_said_again(tmp_path: Path, count: float) -> None:
    line = "\nprobe-plain = { $name } has { $count } of { $count }.\n"
    texts = written(tmp_path, english=ENGLISH + line, chinese=CHINESE + line)
    for locale in Locale:
        first, *again = [texts.say(locale, "probe-plain", name=plain("Ada"), count=count) for _ in range(3)]
        assert [first, first] == again


def test_a_variable_is_missed_also_where_the_sentence_was_said_before(tmp_path: Path) -> None:
    line = "\nprobe-plain = { $name }!\n"
    texts = written(tmp_path, english=ENGLISH + line, chinese=CHINESE + line)
    assert texts.say(Locale.EN, "probe-plain", name=plain("Ada")) == "Ada!"
    with pytest.raises(MissingText, match="probe-plain"):
        texts.say(Locale.EN, "probe-plain")
