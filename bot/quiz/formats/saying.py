"""What is wrong with a file, in the language of whoever brought it."""

from collections.abc import Callable

from bot.quiz.mistakes import Mistake
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale


def said(what: Mistake, locale: Locale, texts: Texts, quote: Callable[[str], Released]) -> Released:
    """One mistake as a sentence; `quote` makes harmless what stood in the file."""
    values: dict[str, Released | float] = {
        name: quote(value) if isinstance(value, str) else value for name, value in what.values.items()
    }
    sentence = texts.say(locale, f"question-file-{what.wrong}", **values)
    if not what.item:
        return sentence
    return texts.say(locale, "question-file-of-item", item=quote(what.item), what=sentence)
