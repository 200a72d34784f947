"""Every reason why no model answered has its sentence in every language, and no sentence is left over."""

import re
from pathlib import Path

import pytest

from bot.llm.errors import BudgetScope, ModelError, Reason
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale

KEYS = {ModelError(reason).key for reason in Reason} | {
    ModelError(Reason.OVER_BUDGET, scope).key for scope in BudgetScope
}
FOLDER = Path(__file__).parents[3] / "bot" / "texts"


@pytest.mark.parametrize("locale", Locale)
def test_every_reason_can_be_said(locale: Locale) -> None:
    texts = Texts()
    assert len({texts.say(locale, key) for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize("locale", Locale)
def test_no_sentence_is_left_over(locale: Locale) -> None:
    written = (FOLDER / locale.value / "model.ftl").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z-]+) =", written, re.MULTILINE)) == KEYS
