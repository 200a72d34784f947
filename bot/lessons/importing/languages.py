"""Which language a lesson is written in, from its words. Only English and Chinese are told apart with certainty."""

import re

from bot.lessons.importing.naming import Strange
from bot.texts.language import language_of
from bot.texts.locales import Locale

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u0e00-\u0e7f]")
_COMMON_ENGLISH = frozenset("the and of to in is that for you with this are can be as on it or from".split())
_COMMON_ELSEWHERE = frozenset(
    "de la el los las que en una por para con der die das und ist nicht ein eine mit les des est une pour dans qui il che di "
    "per non sono het een van dat niet voor och att det som är não uma com os".split()
)
_ENOUGH_WORDS = 60


def content_language(words: str) -> Locale | Strange | None:
    """The language of prose (code left out); None where there is too little of it to tell."""
    han = len(_HAN.findall(words))
    latin = _WORD.findall(words.lower())
    if len(_KANA_OR_HANGUL.findall(words)) > 0.1 * (han + len(latin)) + 5:
        return Strange.LANGUAGE
    if len(_OTHER_SCRIPT.findall(words)) > 3 * (han + len(latin)) + 20:
        return Strange.LANGUAGE
    if han + len(latin) < 5:
        return None
    if han >= 0.25 * (han + len(latin)):
        return language_of(_HAN_ONLY.sub("", words), preferred=Locale.ZH_CN)
    if len(latin) >= _ENOUGH_WORDS:
        english = sum(word in _COMMON_ENGLISH for word in latin)
        elsewhere = sum(word in _COMMON_ELSEWHERE for word in latin)
        if elsewhere > 2 * english:
            return Strange.LANGUAGE
    return Locale.EN


_HAN_ONLY = re.compile("[^\u3400-\u9fff]+")
