"""Every trouble with the database has a sentence for the learner, in every language."""

import pytest

from bot.storage import StorageError, Trouble
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_said_without_technical_detail(
    texts: Texts, locale: Locale, trouble: Trouble
) -> None:
    error = StorageError(trouble, "sqlite3.OperationalError: /srv/data/tutor.db")
    said = texts.say(locale, error.key)
    assert said
    assert "sqlite" not in said.lower()
