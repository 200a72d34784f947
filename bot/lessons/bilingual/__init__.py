"""Which words of one language stand for which of the other, learnt from lessons that are written in both."""

from bot.lessons.bilingual.store import Translations, WordTable, learnt_from, translations
from bot.lessons.bilingual.words import learn_words, learn_words_apart

__all__ = ["Translations", "WordTable", "learn_words", "learn_words_apart", "learnt_from", "translations"]
