"""babel keeps what sentences need of it, and no more."""

from pathlib import Path

import pytest
from babel import localedata

import bot.texts
from bot.texts.babel_data import NEEDED
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale


@pytest.fixture
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    folder = tmp_path_factory.mktemp("texts")
    for locale in Locale:
        (folder / locale.value).mkdir()
        sentence = "some-tokens = { $count ->\n    [one] one token\n   *[other] { $count } tokens\n}\n"
        (folder / locale.value / "some.ftl").write_text(sentence, "utf-8")
    return Texts(folder)


def test_of_every_language_only_numbers_are_kept(texts: Texts) -> None:
    assert localedata._cache
    assert all(known.keys() <= NEEDED for known in localedata._cache.values())


@pytest.mark.parametrize("locale", Locale)
def test_numbers_are_still_written_and_counted_as_the_language_does(texts: Texts, locale: Locale) -> None:
    assert texts.say(locale, "some-tokens", count=1_234_567) == "1,234,567 tokens"
    assert texts.say(locale, "some-tokens", count=0.25) == "0.25 tokens"
    assert texts.say(locale, "some-tokens", count=1) == ("one token" if locale is Locale.EN else "1 tokens")


def test_sentences_use_no_dates_of_babel() -> None:
    files = Path(bot.texts.__file__).parent.glob("*/*.ftl")
    assert not [file.name for file in files if "DATETIME(" in file.read_text("utf-8")]
