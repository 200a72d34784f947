"""Which lesson a question names by its number: "the quiz of lesson 2", "第二课的作业". Pure; what cannot be read surely is left alone."""

import re
from collections.abc import Sequence

from bot.lessons.ranking import SectionKey

SHARE = 0.5
"""What it adds to a section's score (1 is the best section's) that its lesson is named."""

_ENGLISH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()
_CHINESE = "一二三四五六七八九"
_NUMBERS = {word: number for words in (_ENGLISH, _COUNTED) for number, word in enumerate(words, 1)}
_NAMED = re.compile(
    rf"\b(?:the )?(?P<ordinal>{'|'.join(_ENGLISH)}|\d{{1,3}}(?:st|nd|rd|th)) (?:lesson|chapter)(?:'s|’s)?\b"
    rf"|\b(?:lesson|chapter)(?: no\.?| number)? (?P<counted>{'|'.join(_COUNTED)}|\d{{1,3}})(?:'s|’s)?\b"
    r"|第 ?(?P<chinese>[一二三四五六七八九十]{1,3}|\d{1,3}) ?[课章課]"
)
_OWN_NUMBER = re.compile(r"0*(\d+)(?!\d)")


def named_lesson(question: str) -> tuple[str, int | None]:
    """The question without the words that name a lesson by its number, and that number; `question` is folded to small letters."""
    found = _NAMED.search(question)
    if found is None:
        return question, None
    rest = f"{question[: found.start()]} {question[found.end() :]}"
    return rest, _number(found["ordinal"] or found["counted"] or found["chinese"])


def lessons_of_number(number: int, in_order: Sequence[tuple[int, str]]) -> frozenset[tuple[int, str]]:
    """Of lessons, as server and id, those that are called by a number: by the one in their ids, or else by their place."""
    called = {key for key in in_order if (own := _OWN_NUMBER.match(key[1])) and int(own[1]) == number}
    if not called and 1 <= number <= len(in_order):
        called = {in_order[number - 1]}
    return frozenset(called)


def is_of(section: SectionKey, lessons: frozenset[tuple[int, str]]) -> bool:
    """Whether a section stands in one of these lessons."""
    return (section.server_id, section.lesson_id) in lessons


def _number(word: str) -> int:
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _CHINESE.find(word[-1]) + 1
    return (_CHINESE.find(tens) + 1 if tens else 1) * 10 + (_CHINESE.find(ones) + 1 if ones else 0)
