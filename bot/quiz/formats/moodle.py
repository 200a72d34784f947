"""Moodle's XML, read by expat itself, which is told to refuse what makes XML dangerous: documents' own types and entities.

Structure after https://docs.moodle.org/en/Moodle_XML_format. What it cannot say stands in an element of ours, which Moodle passes over.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from bot.quiz.formats.values import Writing, id_from, with_all
from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Short
from bot.quiz.mistakes import Mistake, Wrong
from bot.quiz.reading import number_from
from bot.quiz.writing import plain_number

_BESIDE = "tutor"
_HEAD, _FOOT = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n', "</quiz>\n"
_DEEPEST, _MOST_ELEMENTS = 16, 60_000
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\s*/?>|</p>\s*<p[^>]*>", re.IGNORECASE)


class _Refused(Exception):
    """XML that is not read."""


@dataclass(slots=True)
class _Node:
    name: str
    line: int
    attributes: dict[str, str]
    inner: list["_Node"] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list["_Node"]:
        return [node for node in self.inner if node.name == name]

    def first(self, name: str) -> "_Node | None":
        return next(iter(self.all(name)), None)

    def words(self, name: str = "") -> str:
        """The text of an element, in whatever way Moodle wraps it."""
        node = self.first(name) if name else self
        if node is None:
            return ""
        wrapped = node.first("text")
        raw = (wrapped or node).text
        return _words(raw) if node.attributes.get("format", "html") == "html" else raw.strip()


def read(text: str, found: Writing) -> None:
    """Take in every question of the quiz."""
    try:
        root = _parsed(text)
    except _Refused as refused:
        found.wrong(refused.args[1], refused.args[0])
        return
    except expat.ExpatError as error:
        found.wrong(error.lineno, Mistake.of(Wrong.NOT_XML, problem=expat.ErrorString(error.code)))
        return
    if root.name != "quiz":
        found.wrong(root.line, Mistake.of(Wrong.XML_QUIZ))
        return
    for node in root.all("question"):
        if node.attributes.get("type") != "category":
            _take(node, found)


def write(items: Sequence[Item]) -> str:
    """One quiz with all items."""
    return _HEAD + "".join(with_all(item, _written, _read_one) for item in items) + _FOOT


# Reading


def _parsed(text: str) -> _Node:
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    stack: list[_Node] = [_Node("", 0, {})]
    count = 0

    def refuse(*_: object) -> int:
        raise _Refused(Mistake.of(Wrong.XML_ENTITIES), parser.CurrentLineNumber)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(stack) > _DEEPEST or count > _MOST_ELEMENTS:
            raise _Refused(Mistake.of(Wrong.XML_DEEP), parser.CurrentLineNumber)
        node = _Node(name, parser.CurrentLineNumber, attributes)
        stack[-1].inner.append(node)
        stack.append(node)

    def end(_: str) -> None:
        stack.pop()

    def characters(data: str) -> None:
        stack[-1].text += data

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.SkippedEntityHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    # The text is UTF-8 by now, whatever its declaration says.
    parser.Parse(
        re.sub(r"^\s*<\?xml[^>]*\?>", lambda it: "\n" * it[0].count("\n"), text, count=1).encode(), True
    )
    return stack[0].inner[0]


def _take(node: _Node, found: Writing) -> None:
    kind = node.attributes.get("type", "")
    beside_it = node.first(_BESIDE)
    rest = beside_it.text.strip() if beside_it is not None else None
    entry = _entry(node, kind, found, has_rest=rest is not None)
    if entry is None:
        return
    name = node.words("name")
    found.add(
        {
            **({"id": id_from(name)} if name else {}),
            "stem": node.words("questiontext"),
            "hints": [hint.words() for hint in node.all("hint") if hint.words()],
            **entry,
        },
        node.line,
        rest,
    )


def _entry(node: _Node, kind: str, found: Writing, *, has_rest: bool) -> dict[str, Any] | None:
    why = {"why": node.words("generalfeedback")}
    answers = node.all("answer")
    if kind == "multichoice":
        single = node.words("single").casefold() not in ("false", "0")
        options: list[dict[str, Any]] = []
        for answer in answers:
            option: dict[str, Any] = {"text": answer.words()}
            if _fraction(answer) > 0:
                option["right"] = True
            if answer.words("feedback"):
                option["why"] = answer.words("feedback")
            options.append(option)
        return {"kind": (Kind.SINGLE if single else Kind.MULTIPLE).value, "options": options}
    if kind == "truefalse":
        right = next((one for one in answers if _fraction(one) > 0), None)
        wrong = next((one for one in answers if one is not right), None)
        if right is None or right.words().casefold() not in ("true", "false"):
            found.wrong(node.line, Mistake.of(Wrong.XML_TRUE_FALSE))
            return None
        reasons = {
            "why": right.words("feedback") or why["why"],
            "why_not": wrong.words("feedback") if wrong else "",
        }
        return {"kind": Kind.TRUE_FALSE.value, "answer": right.words().casefold() == "true", **reasons}
    if kind == "shortanswer":
        accepted = [one.words() for one in answers if _fraction(one) >= 100]
        return {"kind": Kind.SHORT.value, "accepted": accepted, **why}
    if kind == "numerical":
        right = next((one for one in answers if _fraction(one) >= 100), None)
        number = number_from(right.words()) if right else None
        if right is None or number is None:
            found.wrong(node.line, Mistake.of(Wrong.XML_NUMBER))
            return None
        tolerance = number_from(right.words("tolerance") or "0") or 0
        return {"kind": Kind.NUMERIC.value, "answer": plain_number(number), "tolerance": plain_number(number_from(tolerance) or number * 0), **why}  # fmt: skip
    if kind == "matching":
        pairs, decoys = [], []
        for sub in node.all("subquestion"):
            left, right_side = sub.words(), sub.words("answer")
            if left:
                pairs.append({"left": left, "right": right_side})
            else:
                decoys.append(right_side)
        return {"kind": Kind.MATCHING.value, "pairs": pairs, "decoys": decoys, **why}
    if has_rest:
        return why
    found.wrong(node.line, Mistake.of(Wrong.XML_KIND, kind=repr(kind)))
    return None


def _fraction(node: _Node) -> float:
    try:
        return float(node.attributes.get("fraction", "0"))
    except ValueError:
        return 0.0


def _words(raw: str) -> str:
    """What HTML says; < and > that belong to no tag stay."""
    text = _BREAK.sub("\n", raw)
    return html.unescape(_TAG.sub("", text)).replace("\u00a0", " ").strip()


# Writing


def _read_one(written: str, found: Writing) -> None:
    read(_HEAD + written + _FOOT, found)


def _written(item: Item, rest: str) -> str:
    kind, body = _body(item)
    hints = "".join(f'    <hint format="plain_text">{_text(hint)}</hint>\n' for hint in item.hints)
    why = (
        f'    <generalfeedback format="plain_text">{_text(item.why)}</generalfeedback>\n' if item.why else ""
    )
    return (
        f"  <question type={quoteattr(kind)}>\n"
        f"    <name>{_text(item.id)}</name>\n"
        f'    <questiontext format="plain_text">{_text(item.stem)}</questiontext>\n'
        f"{why}{body}{hints}"
        f"    <{_BESIDE}>{_clean(rest)}</{_BESIDE}>\n"
        "  </question>\n"
    )


def _body(item: Item) -> tuple[str, str]:
    """Moodle's type, and the answers."""
    task = item.task
    match task:
        case Choice() if item.kind is Kind.TRUE_FALSE:
            sides = zip(("true", "false"), task.options, strict=True)
            return "truefalse", "".join(_answer(name, one.right, one.why) for name, one in sides)
        case Choice():
            several = item.kind is Kind.MULTIPLE
            share = 100 / max(1, len(task.key)) if several else 100
            answers = [_answer(one.text, one.right, one.why, share, penalty=several) for one in task.options]
            single = f"    <single>{'false' if several else 'true'}</single>\n"
            return "multichoice", single + "    <shuffleanswers>true</shuffleanswers>\n" + "".join(answers)
        case Short():
            return "shortanswer", "".join(_answer(one, True, "") for one in task.accepted)
        case Numeric():
            margin = format(task.margin.normalize(), "f")
            return "numerical", _answer(str(plain_number(task.answer)), True, "", tolerance=margin)
        case Matching():
            sides_of = [(pair.left, pair.right) for pair in task.pairs] + [("", one) for one in task.decoys]
            return "matching", "".join(
                f'    <subquestion format="plain_text">{_text(left)}'
                f'<answer format="plain_text">{_text(right)}</answer></subquestion>\n'
                for left, right in sides_of
            )
        case _:
            return "essay", ""


def _answer(
    text: str, right: bool, why: str, share: float = 100, *, penalty: bool = False, tolerance: str = ""
) -> str:
    fraction = share if right else -share if penalty else 0
    feedback = f'<feedback format="plain_text">{_text(why)}</feedback>' if why else ""
    margin = f"<tolerance>{tolerance}</tolerance>" if tolerance else ""
    return f'    <answer fraction="{fraction:.5g}" format="plain_text">{_text(text)}{feedback}{margin}</answer>\n'


def _text(text: str) -> str:
    return f"<text>{_clean(text)}</text>"


def _clean(text: str) -> str:
    """Text as XML can hold it: without characters that XML forbids."""
    return escape(re.sub(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text))
