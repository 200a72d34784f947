"""Which language a learner writes in."""

import pytest

from bot.texts.language import language_of
from bot.texts.locales import Locale


@pytest.mark.parametrize(
    ("text", "preferred", "language"),
    [
        ("What is a token?", Locale.ZH_CN, Locale.EN),
        ("什么是词元？", Locale.EN, Locale.ZH_CN),
        ("什麼是詞元？", Locale.EN, Locale.ZH_TW),
        ("什麼是詞元？", Locale.ZH_CN, Locale.ZH_TW),
        ("什么是 temperature 参数？", Locale.EN, Locale.ZH_CN),
        ("What does 幻觉 mean in this lesson?", Locale.ZH_CN, Locale.EN),
        ("提示注入", Locale.EN, Locale.ZH_CN),
        ("提示注入", Locale.ZH_TW, Locale.ZH_TW),
        ("42 + 1?", Locale.ZH_TW, Locale.ZH_TW),
        ("", Locale.EN, Locale.EN),
        ("RAG 是什麼？", Locale.EN, Locale.ZH_TW),
    ],
)
def test_the_language_follows_the_letters(text: str, preferred: Locale, language: Locale) -> None:
    assert language_of(text, preferred=preferred) is language
