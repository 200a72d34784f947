"""Which words of one language stand for which of the other, learnt from lessons that are written in both."""

from bot.lessons.bilingual.store import translations
from bot.lessons.bilingual.words import in_a_process, in_a_thread, learn_words

__all__ = ["in_a_process", "in_a_thread", "learn_words", "translations"]
