"""Drafts without a model: a sentence of the lesson with its term left out, and what a definition defines. Pure functions.

Such drafts ask for words, not for understanding; a moderator makes them better or throws them away.
"""

import re
from collections.abc import Sequence
from typing import Any

from bot.lessons.values import Lesson, Section
from bot.texts.locales import Locale

_BOLD = re.compile(r"\*\*([^*\n]{2,40})\*\*")
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:\.(?=\s|$)|[!?。！？])")
_DEFINES = r"\s*(?:an?\s|the\s)?\s*{term}\s*(?:(?:is|are|means)\b|是|指|就是)"
_BLANK = "____"
_LONGEST = 400
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


def drafts(lesson: Lesson, count: int) -> list[tuple[Section, dict[str, Any]]]:
    """At most `count` drafts over as many sections as possible: each a mapping for `read_item`, without id and place."""
    by_section = [(section, _of_section(section, lesson.language)) for section in lesson.sections]
    found: list[tuple[Section, dict[str, Any]]] = []
    used: set[str] = set()
    turn = 0
    while len(found) < count and any(turn < len(entries) for _, entries in by_section):
        for section, entries in by_section:
            if turn < len(entries) and len(found) < count and entries[turn]["accepted"][0] not in used:
                used.add(entries[turn]["accepted"][0])
                found.append((section, entries[turn]))
        turn += 1
    return found


def _of_section(section: Section, language: Locale) -> list[dict[str, Any]]:
    plain = re.sub(r"```.*?```", " ", section.markdown, flags=re.DOTALL)
    terms = list(dict.fromkeys(found[1].strip(" :：.。") for found in _BOLD.finditer(plain)))
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain).replace("**", "").replace("`", "")
    sentences = [found[0].strip() for found in _SENTENCE.finditer(text)]
    entries = []
    for term in terms:
        sentence = next((one for one in sentences if _fits(term, one)), None)
        if sentence is not None:
            entries.append(_entry(term, sentence, language))
    return entries


def _fits(term: str, sentence: str) -> bool:
    folded = sentence.casefold()
    return folded.count(term.casefold()) == 1 and len(term) * 3 < len(sentence) <= _LONGEST


def _entry(term: str, sentence: str, language: Locale) -> dict[str, Any]:
    at = sentence.casefold().index(term.casefold())
    holed = sentence[:at] + _BLANK + sentence[at + len(term) :]
    cloze, defined, says, nudge = ASKS[language]
    is_definition = re.match(_DEFINES.replace("{term}", re.escape(term)), sentence, re.IGNORECASE)
    return {
        "kind": "short",
        "stem": (defined if is_definition else cloze).format(sentence=holed),
        "accepted": [term],
        "why": says.format(sentence=sentence)[:_LONGEST],
        "hints": [nudge.format(n=len(term), first=term[0])],
    }


def is_near(stem: str, others: Sequence[str], most: float = 0.6) -> bool:
    """Whether a question is nearly one of the others: by the triples of characters that they share (Jaccard)."""
    own = _triples(stem)
    return any(len(own & theirs) / max(1, len(own | theirs)) >= most for theirs in map(_triples, others))


def _triples(text: str) -> frozenset[str]:
    plain = re.sub(r"\W+", " ", text.casefold()).strip()
    width = 2 if re.search(r"[\u3400-\u9fff]", plain) else 3
    return frozenset(plain[at : at + width] for at in range(max(1, len(plain) - width + 1)))
