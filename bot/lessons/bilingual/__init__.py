"""Which words of one language stand for which of the other, learnt from lessons that are written in both."""

from bot.lessons.bilingual.store import Translations, learnt_from, translations
from bot.lessons.bilingual.words import in_a_process, in_a_thread, learn_words

__all__ = ["Translations", "in_a_process", "in_a_thread", "learn_words", "learnt_from", "translations"]
