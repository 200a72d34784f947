"""Moodle's GIFT, read by our own reader with line numbers: an unclosed brace is a mistake, not a description.

Syntax after https://docs.moodle.org/en/GIFT_format. What GIFT cannot say stands in a comment before the question.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from bot.quiz.formats.values import Writing, id_from, with_all
from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Short
from bot.quiz.mistakes import Mistake, Wrong
from bot.quiz.writing import plain_number

_BESIDE = "// tutor: "
_MOST_ANSWERS = 60
_ESCAPED = re.compile(r"([\\~=#{}:])")
_FORMAT = re.compile(r"\s*\[(?:html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_WEIGHT = re.compile(r"%(-?\d+(?:\.\d+)?)%")


def read(text: str, found: Writing) -> None:
    """Take in every question of a GIFT text."""
    for line, block, rest in _blocks(text):
        _Question(block, line, rest, found).take()


def write(items: Sequence[Item]) -> str:
    """The items as GIFT."""
    return "\n".join(with_all(item, _written, read) for item in items)


def _written(item: Item, rest: str) -> str:
    return f"{_BESIDE}{rest}\n::{item.id}::{_line(item.stem)} {{{_answer(item)}}}\n"


def _answer(item: Item) -> str:
    """The part in braces."""
    task = item.task
    general = f"####{_line(item.why)}" if item.why else ""
    match task:
        case Choice() if item.kind is Kind.TRUE_FALSE:
            true, false = task.options
            right, wrong = (true, false) if true.right else (false, true)
            return f"{'T' if true.right else 'F'}#{_line(wrong.why)}#{_line(right.why)}"
        case Choice():
            share = f"%{100 / max(1, len(task.key)):.5g}%"
            lines = []
            for option in task.options:
                if item.kind is Kind.MULTIPLE:
                    mark = f"~{share}" if option.right else "~%-100%"
                else:
                    mark = "=" if option.right else "~"
                lines.append(f"\t{mark}{_line(option.text)}{'#' + _line(option.why) if option.why else ''}")
            return "\n" + "\n".join(lines) + "\n"
        case Matching():
            sides = [(pair.left, pair.right) for pair in task.pairs] + [("", one) for one in task.decoys]
            lines = [f"\t={_line(left)} -> {_line(right)}" for left, right in sides]
            return "\n" + "\n".join([*lines, general]) + "\n"
        case Numeric():
            return f"#{plain_number(task.answer)}:{format(task.margin.normalize(), 'f')}{general}"
        case Short():
            return " ".join(f"={_line(one)}" for one in task.accepted) + general
        case _:
            return general


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", text)


def _line(text: str) -> str:
    return _escaped(text).replace("\n", "\\n")


def _plain(text: str) -> str:
    """The text that an escaped one stands for."""
    return re.sub(
        r"\\(n|.)", lambda it: "\n" if it[1] == "n" else it[1], _FORMAT.sub("", text, count=1)
    ).strip()


def _blocks(text: str) -> Iterator[tuple[int, str, str | None]]:
    """Each question with the line it begins on, from 1, and what our own comment before it says."""
    block: list[str] = []
    start, rest = 0, None
    depth = 0
    lines = [*text.split("\n"), ""]
    begins = _next_begins(lines)
    for number, line in enumerate(lines, 1):
        if line.startswith(_BESIDE) and not block:
            rest = line[len(_BESIDE) :]
            continue
        if not depth and (line.lstrip().startswith("//") or line.startswith("$CATEGORY:")):
            continue
        if not line.strip() and block and (depth <= 0 or begins[number - 1]):
            yield start, "\n".join(block), rest
            block, rest, depth = [], None, 0
            continue
        if line.strip() or block:
            if not block:
                start = number
            if not (depth and line.lstrip().startswith("//")):
                block.append(line)
            depth += len(re.findall(r"(?<!\\)\{", line)) - len(re.findall(r"(?<!\\)\}", line))
    if block:
        yield start, "\n".join(block), rest


def _next_begins(lines: list[str]) -> list[bool]:
    """For each line whether after it, blank lines aside, another question begins: then a brace before was never closed."""
    found = [True] * len(lines)
    begins = True
    for number in range(len(lines) - 1, -1, -1):
        found[number] = begins
        if lines[number].strip():
            begins = lines[number].startswith(("::", "//", "$CATEGORY:"))
    return found


class _Question:
    """Reads one block."""

    def __init__(self, block: str, line: int, rest: str | None, found: Writing) -> None:
        self._block = block
        self._start = line
        self._rest = rest
        self._found = found

    def take(self) -> None:
        """Take in the question, or say what is wrong with it."""
        name, body = None, self._block
        titled = re.match(r"\s*::((?:\\.|[^\\:]|:(?!:))*)::", body, re.DOTALL)
        if titled:
            name, body = _plain(titled[1]), body[titled.end() :]
        elif body.lstrip().startswith("::"):
            self._wrong(0, Mistake.of(Wrong.GIFT_TITLE))
            return
        opens = [it.start() for it in re.finditer(r"(?<!\\)\{", _shielded(body))]
        closes = [it.start() for it in re.finditer(r"(?<!\\)\}", _shielded(body))]
        if not opens and not closes:
            self._wrong(0, Mistake.of(Wrong.GIFT_NO_ANSWER))
            return
        if len(opens) > 1:
            self._wrong(opens[1], Mistake.of(Wrong.GIFT_SECOND_BRACE), body)
            return
        if not opens or not closes:
            self._wrong((opens or closes)[0], Mistake.of(Wrong.GIFT_OPEN_BRACE), body)
            return
        if len(closes) > 1 or closes[0] < opens[0]:
            self._wrong(closes[-1], Mistake.of(Wrong.GIFT_LONE_BRACE), body)
            return
        before, inner, after = body[: opens[0]], body[opens[0] + 1 : closes[0]], body[closes[0] + 1 :]
        stem = _plain(before)
        if after.strip():
            stem = f"{stem} ____ {_plain(after)}"
        entry = self._entry(inner)
        if entry is not None:
            identity = {"id": id_from(name)} if name else {}
            self._found.add({**identity, "stem": stem, **entry}, self._start, self._rest)

    def _entry(self, inner: str) -> dict[str, Any] | None:
        body, _, general = _cut(inner, "####")
        why = {"why": _plain(general)} if general.strip() else {}
        bare = body.strip()
        if not bare:
            return why if self._rest else self._wrong(0, Mistake.of(Wrong.GIFT_ESSAY))
        if bare.startswith("#"):
            return self._number(bare[1:], why)
        truth = re.match(r"(TRUE|FALSE|T|F)(?=#|$)", bare, re.IGNORECASE)
        if truth:
            parts = [*_split(bare[truth.end() :], "#"), "", "", ""]
            answer = truth[1].upper().startswith("T")
            reasons = {"why_not": _plain(parts[1]), "why": _plain(parts[2]) or why.get("why", "")}
            return {"kind": Kind.TRUE_FALSE.value, "answer": answer, **reasons}
        return self._answers(bare, why)

    def _answers(self, body: str, why: dict[str, str]) -> dict[str, Any] | None:
        marks = [it.start() for it in re.finditer(r"(?<!\\)[=~]", _shielded(body))]
        if not marks or marks[0] != 0:
            return self._wrong(0, Mistake.of(Wrong.GIFT_MARKS))
        if len(marks) > _MOST_ANSWERS:
            return self._wrong(0, Mistake.of(Wrong.GIFT_MANY, count=len(marks), most=_MOST_ANSWERS))
        answers = [body[start:end] for start, end in zip(marks, [*marks[1:], len(body)], strict=True)]
        if all(one.startswith("=") for one in answers):
            if all("->" in one for one in answers):
                return self._pairs(answers, why)
            return {
                "kind": Kind.SHORT.value,
                "accepted": [_plain(_split(_unweighted(one[1:]), "#")[0]) for one in answers],
                **why,
            }
        options = []
        weighted = 0
        for one in answers:
            weight = _WEIGHT.match(one[1:].lstrip())
            text, *reason = _split(_unweighted(one[1:]), "#")
            is_right = one.startswith("=") or (weight is not None and float(weight[1]) > 0)
            weighted += weight is not None and is_right and one.startswith("~")
            option: dict[str, Any] = {"text": _plain(text)}
            if is_right:
                option["right"] = True
            if reason and reason[0].strip():
                option["why"] = _plain(reason[0])
            options.append(option)
        if not any(option.get("right") for option in options) and not self._rest:
            return self._wrong(0, Mistake.of(Wrong.GIFT_NO_KEY))
        if not weighted and not self._rest and sum(bool(option.get("right")) for option in options) > 1:
            return self._wrong(0, Mistake.of(Wrong.GIFT_TWO_KEYS))
        kind = Kind.MULTIPLE if weighted else Kind.SINGLE
        return {"kind": kind.value, "options": options}

    def _pairs(self, answers: list[str], why: dict[str, str]) -> dict[str, Any]:
        pairs, decoys = [], []
        for one in answers:
            left, _, right = _cut(one[1:], "->")
            if left.strip():
                pairs.append({"left": _plain(left), "right": _plain(right)})
            else:
                decoys.append(_plain(right))
        return {"kind": Kind.MATCHING.value, "pairs": pairs, "decoys": decoys, **why}

    def _number(self, body: str, why: dict[str, str]) -> dict[str, Any] | None:
        first, *reason = _split(body.strip().lstrip("="), "#")
        first = _WEIGHT.sub("", first.split("~")[0].split("\n")[0]).strip()
        between = re.fullmatch(r"(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)", first)
        number, _, tolerance = first.partition(":")
        try:
            if between:
                low, high = Decimal(between[1]), Decimal(between[2])
                answer, margin = (low + high) / 2, abs(high - low) / 2
            else:
                answer, margin = Decimal(number.strip()), Decimal(tolerance.strip() or "0")
        except ArithmeticError:
            return self._wrong(0, Mistake.of(Wrong.GIFT_NUMBER, value=repr(first)))
        if not why and reason and reason[0].strip():
            why = {"why": _plain(reason[0])}
        return {
            "kind": Kind.NUMERIC.value,
            "answer": plain_number(answer),
            "tolerance": plain_number(margin),
            **why,
        }

    def _wrong(self, at: int, what: Mistake, body: str = "") -> dict[str, Any] | None:
        line = (
            self._start + self._block[: len(self._block) - len(body) + at].count("\n")
            if body
            else self._start
        )
        self._found.wrong(line, what)
        return None


def _shielded(text: str) -> str:
    """The text, as long as before, in which no escaped character means anything."""
    return re.sub(r"\\.", "\\\\_", text)


def _split(text: str, mark: str) -> list[str]:
    places = [it.start() for it in re.finditer(re.escape(mark), _shielded(text))]
    return [
        text[start:end]
        for start, end in zip([0, *(p + len(mark) for p in places)], [*places, len(text)], strict=True)
    ]


def _cut(text: str, mark: str) -> tuple[str, str, str]:
    at = _shielded(text).find(mark)
    return (text, "", "") if at < 0 else (text[:at], mark, text[at + len(mark) :])


def _unweighted(text: str) -> str:
    return _WEIGHT.sub("", text.lstrip(), count=1)
