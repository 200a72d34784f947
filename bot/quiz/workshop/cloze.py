"""Drafts without a model: a sentence of the lesson with its term left out, and what a definition defines. Pure functions.

Such drafts ask for words, not for understanding; a moderator makes them better or throws them away.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.lessons.values import Lesson, Section
from bot.quiz.reading import WHY
from bot.quiz.workshop.terms import Gap, defines, named_gaps, telling_gaps, without
from bot.texts.locales import Locale

_BLANK = "____"
ASKS = {
    Locale.EN: (
        "Which word is missing? {sentence}",
        "What is defined here? {sentence}",
        "The lesson says: {sentence}",
        "It has {n} letters and begins with “{first}”.",
    ),
    Locale.ZH_CN: (
        "空格处缺哪个词？{sentence}",
        "这里说的是什么？{sentence}",
        "课程里说：{sentence}",
        "共 {n} 个字符，以“{first}”开头。",
    ),
    Locale.ZH_TW: (
        "空格處缺哪個詞？{sentence}",
        "這裡說的是什麼？{sentence}",
        "課程裡說：{sentence}",
        "共 {n} 個字元，以「{first}」開頭。",
    ),
}


def drafts(lesson: Lesson) -> Iterator[tuple[Section, dict[str, Any]]]:
    """What the text gives, the best first, from one section after the other: mappings for `read_item`, without id and place.

    No term is asked for twice and no sentence used twice: it would hold the answer to the other question.
    """
    used: set[str] = set()
    for gaps_of in (named_gaps, telling_gaps):
        for gap in _in_turn([gaps_of(section) for section in lesson.sections]):
            if not {gap.term.casefold(), gap.sentence} & used:
                used |= {gap.term.casefold(), gap.sentence}
                yield gap.section, _entry(gap, lesson.language)


def _in_turn(waiting: list[Iterator[Gap]]) -> Iterator[Gap]:
    """One of each, then the next of each, as long as there are any."""
    while waiting:
        for one in list(waiting):
            gap = next(one, None)
            if gap is None:
                waiting.remove(one)
            else:
                yield gap


def _entry(gap: Gap, language: Locale) -> dict[str, Any]:
    cloze, defined, says, nudge = ASKS[language]
    asks = defined if defines(gap.term, gap.sentence) else cloze
    return {
        "kind": "short",
        "stem": asks.format(sentence=without(gap, _BLANK)),
        "accepted": [gap.term],
        "why": says.format(sentence=gap.sentence)[:WHY],
        "hints": [nudge.format(n=len(gap.term), first=gap.term[0])],
    }


def is_near(stem: str, others: Sequence[str], most: float = 0.6) -> bool:
    """Whether a question is nearly one of the others: by the triples of characters that they share (Jaccard)."""
    own = _triples(stem)
    return any(len(own & theirs) / max(1, len(own | theirs)) >= most for theirs in map(_triples, others))


def _triples(text: str) -> frozenset[str]:
    plain = re.sub(r"\W+", " ", text.casefold()).strip()
    width = 2 if re.search(r"[\u3400-\u9fff]", plain) else 3
    return frozenset(plain[at : at + width] for at in range(max(1, len(plain) - width + 1)))
