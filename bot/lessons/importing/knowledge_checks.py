"""Finds the questions of a *Knowledge check* section: the question, its options, the key if it is there.

What is not surely a question stays in the text. No key is ever guessed.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from bot.lessons.commonmark import Block, blocks

LEAST_OPTIONS = 2
MOST_OPTIONS = 10
LONGEST_SECTION = 30_000
"""Characters; what is longer is no list of questions."""

_HEADING = re.compile(
    r"knowledge[- ]?check|check your (?:knowledge|understanding)|(?:pre|post)[- ](?:lecture|lesson)?[- ]?quiz"
    r"|self[- ](?:check|test)|test (?:yourself|your knowledge)|^\W*(?:mini )?quiz\b|review questions"
    r"|知[识識][检檢测測](?:查|验|驗|试|試|测|測)?|知[识識](?:自测|小测|自測)|[课課][后後](?:测|測|小测|自测|练习题)|自我?[检檢测測](?:测|測|查|试|試|验|驗)"
    r"|小?[测測][验驗]$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^\W{0,4}(?:A\s?[:：]|(?:(?:the )?(?:correct )?answers?(?: key)?(?: is| are)?|key|答|答案|正确答案|正確答案|参考答案|參考答案)"
    r"\W{0,3}[:：]\W{0,3}|答案是|answers? (?=\d))\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN_KEYS = r"\s*(?:,|，|、|;|；|&|/|\+|and|or|和|与|與|及|以及|或)\s*(?:and |和)?"
_NUMBER_KEYS = re.compile(rf"\(?\d{{1,2}}\b\)?(?:{_BETWEEN_KEYS}\(?\d{{1,2}}\b\)?)*")
_LETTER_KEYS = re.compile(rf"\(?[A-J](?![A-Za-z'’])\)?(?:{_BETWEEN_KEYS}\(?[A-J](?![A-Za-z'’])\)?)*")
_AFTER_KEYS = re.compile(
    r"^(?:\s*(?:is|are) (?:the )?(?:correct|right)(?: answers?)?|\s*(?:都)?是?(?:正确|正確|对|對)的?)?[\s,，、.。;；:：)）*-]*",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"^\s*\(?(?P<letter>[A-J])[.)、:：,]\s+(?=\S)|^\s*\(?(?P<wide>[A-J])[)、．：]\s*(?=\S)"
)
_BOX = re.compile(r"^\[(?P<mark>[ xX✓✔])\]\s+")
_ITEM_MARK = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """One question as it stood in the text."""

    question: str
    options: tuple[str, ...]
    answers: tuple[int, ...] | None
    explanation: str
    line: int
    """Of the question, from 0, in the text that was searched."""


@dataclass(slots=True)
class _Open:
    """A question whose end was not met yet."""

    question: list[str] = field(default_factory=list)
    line: int = 0
    lines: set[int] = field(default_factory=set)
    options: list[str] = field(default_factory=list)
    ticked: list[int] = field(default_factory=list)
    answer: str | None = None


def is_knowledge_check(heading: str) -> bool:
    """Whether a section of this heading holds questions."""
    return _HEADING.search(heading) is not None


def find_questions(markdown: str) -> tuple[tuple[Found, ...], str]:
    """The questions of a section, and the text without them."""
    if len(markdown) > LONGEST_SECTION:
        return (), markdown
    lines = markdown.split("\n")
    search = _Search(lines)
    for block in blocks(markdown):
        search.see(block)
    search.close()
    kept = [line for number, line in enumerate(lines) if number not in search.used]
    return tuple(search.found), "\n".join(kept).strip()


class _Search:
    """Goes through the blocks of a section; a question is a text, then its options, then perhaps its answer."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._open = _Open()
        self.found: list[Found] = []
        self.used: set[int] = set()

    def see(self, block: Block) -> None:
        """Take the next block."""
        span = range(block.line, block.end_line)
        text = "\n".join(self._lines[block.line : block.end_line]).strip()
        if block.kind in ("ordered_list", "bullet_list") and self._open.question and not self._open.options:
            self._take_options(self._items(block), span)
        elif block.kind == "paragraph" and self._open.options:
            answer = _ANSWER.match(text)
            if answer:
                self._open.answer = answer["rest"]
                self._open.lines |= set(span)
                self.close()
            else:
                self.close()
                self._take_question(text, span)
        elif block.kind in ("paragraph", "heading", "fence", "blockquote", "table"):
            if self._open.options:
                self.close()
            self._take_question(text, span)
        else:
            self.close()

    def close(self) -> None:
        """The question that was open is over."""
        question, self._open = self._open, _Open()
        if not LEAST_OPTIONS <= len(set(question.options)) <= MOST_OPTIONS:
            return
        if len(set(question.options)) < len(question.options):
            return
        is_lettered = all(_LETTERED.match(option) for option in question.options)
        answers, explanation = _key(question.answer, len(question.options), prefer_letters=is_lettered)
        if question.answer is None and question.ticked:
            answers = tuple(question.ticked)
        self.found.append(
            Found(
                question="\n".join(question.question).strip(),
                options=tuple(_without_letter(option, n) for n, option in enumerate(question.options)),
                answers=answers,
                explanation=explanation,
                line=question.line,
            )
        )
        self.used |= question.lines

    def _take_question(self, text: str, span: range) -> None:
        before, options = _lettered_lines(text)
        if not self._open.question:
            self._open.line = span.start
        self._open.lines |= set(span)
        if before:
            self._open.question.append(re.sub(r"^#{1,6}\s+", "", before))
        if options and self._open.question:
            self._take_options(options, span)

    def _take_options(self, items: list[str], span: range) -> None:
        last, answer = _answer_below(items[-1]) if items else ("", None)
        for place, item in enumerate([*items[:-1], last]):
            box = _BOX.match(item)
            if box and box["mark"] != " ":
                self._open.ticked.append(place)
            self._open.options.append(" ".join((item[box.end() :] if box else item).split()))
        self._open.lines |= set(span)
        if answer is not None:
            self._open.answer = answer
            self.close()

    def _items(self, block: Block) -> list[str]:
        bounds = [*block.items, block.end_line]
        texts = ("\n".join(self._lines[a:b]).strip() for a, b in pairwise(bounds))
        return [_ITEM_MARK.sub("", text, count=1) for text in texts]


def _answer_below(item: str) -> tuple[str, str | None]:
    """An answer that hangs on the last option, on a line of its own."""
    lines = item.split("\n")
    for place, line in enumerate(lines[1:], 1):
        if answer := _ANSWER.match(line):
            return "\n".join(lines[:place]), "\n".join([answer["rest"], *lines[place + 1 :]])
    return item, None


def _lettered_lines(text: str) -> tuple[str, list[str]]:
    """A paragraph whose last lines are `A. …`, `B. …`: what stands before them, and them."""
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if _letter(line) == "A"), None)
    if start is None or len(lines) - start < LEAST_OPTIONS:
        return text, []
    options = lines[start:]
    if [_letter(line) for line in options] != list("ABCDEFGHIJ"[: len(options)]):
        return text, []
    return "\n".join(lines[:start]), options


def _letter(line: str) -> str | None:
    found = _LETTERED.match(line)
    return (found["letter"] or found["wide"]) if found else None


def _without_letter(option: str, place: int) -> str:
    """Without the letter in front, where it is the one that belongs to this place."""
    return _LETTERED.sub("", option, count=1) if _letter(option) == "ABCDEFGHIJ"[place] else option


def _key(answer: str | None, count: int, *, prefer_letters: bool) -> tuple[tuple[int, ...] | None, str]:
    """The right options, from 0, and the words that explain them."""
    if answer is None:
        return None, ""
    patterns = (_LETTER_KEYS, _NUMBER_KEYS) if prefer_letters else (_NUMBER_KEYS, _LETTER_KEYS)
    for pattern in patterns:
        if found := pattern.match(answer.lstrip("*_ ")):
            said = found.group()
            keys = {int(number) - 1 for number in re.findall(r"\d+", said)}
            keys |= {
                "ABCDEFGHIJ".index(letter)
                for letter in re.findall(r"\b[A-J]\b|[A-J](?=[^A-Za-z]|$)", said)
                if not keys
            }
            rest = answer.lstrip("*_ ")[found.end() :]
            if keys and all(0 <= key < count for key in keys):
                return tuple(sorted(keys)), _AFTER_KEYS.sub("", rest, count=1).strip()
    return None, answer.strip()
