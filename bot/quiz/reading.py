"""Reads one item from the mapping in which it is written, in a file or in the database.

Nothing here raises: what is wrong is reported with its line, and the item does not come back. What a good item is beyond
that is the lint's business. The format is described in `docs/quizzes.md`.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.learners.values import Level
from bot.quiz.items import (
    MOST_DECOYS,
    MOST_HINTS,
    MOST_OPTIONS,
    PARTS,
    Choice,
    Item,
    Kind,
    Matching,
    NumberTrap,
    Numeric,
    Option,
    Ordering,
    OwnWords,
    Pair,
    Point,
    Short,
    Task,
    WordTrap,
)
from bot.quiz.mistakes import Mistake, Wrong

Report = Callable[[int, Mistake], None]
"""Told the line of a mistake (from 1; 0 where there is none) and what it is."""

STEM, OPTION, PART, WHY, SENTENCE, WORD = 600, 160, 80, 400, 200, 60
"""Characters at most: of a stem; an option; a step or side of a pair; an explanation; a hint, misconception or point; a word."""
MOST_CONCEPTS = 10
_MOST_WORDS = 30
_LARGEST = Decimal(10) ** 15

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 64
_LEVELS = ", ".join(Level)
_COMMON = {"id", "kind", "section", "concepts", "level", "stem", "hints", "why", "misconception"}
_OWN = {
    Kind.SINGLE: {"options"},
    Kind.MULTIPLE: {"options"},
    Kind.TRUE_FALSE: {"answer", "why_not"},
    Kind.ORDERING: {"steps"},
    Kind.MATCHING: {"pairs", "decoys"},
    Kind.NUMERIC: {"answer", "tolerance", "unit", "traps"},
    Kind.SHORT: {"accepted", "traps"},
    Kind.OWN_WORDS: {"points", "needed", "example"},
}


def read_item(
    entry: Mapping[str, Any], lesson_id: str, misconceptions: Mapping[str, str], report: Report
) -> Item | None:
    """The item that `entry` holds; None after at least one report."""
    return _ItemReader(entry, lesson_id, misconceptions, report).item()


def number_from(value: object) -> Decimal | None:
    """A number as a file holds it: finite, and not beyond what anybody would ask for."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) <= _LARGEST else None


class _ItemReader:
    """Goes through one entry; mistakes are reported on the way."""

    def __init__(
        self, entry: Mapping[str, Any], lesson_id: str, misconceptions: Mapping[str, str], report: Report
    ) -> None:
        self._entry = entry
        self._lesson_id = lesson_id
        self._misconceptions = misconceptions
        self._report = report
        self._named: dict[str, str] = {}
        self._broken = False

    def item(self) -> Item | None:
        kind = self._kind()
        if kind is None:
            return None
        for name in self._entry.keys() - _COMMON - _OWN[kind]:
            self._wrong(self._entry, Wrong.FIELD_UNKNOWN, name=str(name), kind=kind.value)
        item_id = self._id(self._entry, "id")
        section = self._id(self._entry, "section")
        concepts = self._texts(self._entry, "concepts", _LONGEST_ID, most=MOST_CONCEPTS)
        if not concepts:
            self._wrong(self._entry, Wrong.NO_CONCEPT)
        level = self._level()
        stem = self._text(self._entry, "stem", STEM)
        why = self._text(self._entry, "why", WHY, required=False)
        hints = self._texts(self._entry, "hints", SENTENCE, most=MOST_HINTS)
        misconception = self._misconception(self._entry)
        task = self._task(kind)
        if self._broken or task is None:
            return None
        return Item(
            id=item_id,
            kind=kind,
            lesson_id=self._lesson_id,
            section_id=section,
            concepts=concepts,
            level=level,
            stem=stem,
            task=task,
            why="" if kind is Kind.TRUE_FALSE else why,
            misconception=None if kind is Kind.TRUE_FALSE else misconception,
            hints=hints,
            misconceptions=self._named,
            line=getattr(self._entry, "line", 0),
        )

    def _task(self, kind: Kind) -> Task | None:
        match kind:
            case Kind.SINGLE | Kind.MULTIPLE:
                return self._choice()
            case Kind.TRUE_FALSE:
                return self._true_false()
            case Kind.ORDERING:
                return self._ordering()
            case Kind.MATCHING:
                return self._matching()
            case Kind.NUMERIC:
                return self._numeric()
            case Kind.SHORT:
                return self._short()
            case Kind.OWN_WORDS:
                return self._own_words()

    # The kinds

    def _choice(self) -> Choice:
        options = tuple(
            Option(
                text=self._text(one, "text", OPTION, may_be_empty=True),
                right=self._flag(one, "right"),
                why=self._text(one, "why", WHY, required=False),
                misconception=self._misconception(one),
            )
            for one in self._mappings(
                "options", range(MOST_OPTIONS + 1), {"text", "right", "why", "misconception"}
            )
        )
        return Choice(options)

    def _true_false(self) -> Choice | None:
        answer = self._entry.get("answer")
        if not isinstance(answer, bool):
            self._wrong(self._entry, Wrong.ANSWER_TRUE_FALSE)
            return None
        why = self._text(self._entry, "why", WHY, required=False)
        why_not = self._text(self._entry, "why_not", WHY, required=False)
        misconception = self._misconception(self._entry)
        return Choice(
            tuple(
                Option("", right=True, why=why)
                if side is answer
                else Option("", right=False, why=why_not, misconception=misconception)
                for side in (True, False)
            )
        )

    def _ordering(self) -> Ordering:
        steps = self._texts(self._entry, "steps", PART, most=PARTS[-1])
        self._parts("steps", steps)
        return Ordering(steps)

    def _matching(self) -> Matching:
        pairs = tuple(
            Pair(
                self._text(one, "left", PART),
                self._text(one, "right", PART),
                self._text(one, "why", WHY, required=False),
            )
            for one in self._mappings("pairs", PARTS, {"left", "right", "why"})
        )
        decoys = self._texts(self._entry, "decoys", PART, most=MOST_DECOYS)
        for side, texts in (
            ("left", [pair.left for pair in pairs]),
            ("right", [*(pair.right for pair in pairs), *decoys]),
        ):
            if len(set(texts)) != len(texts):
                self._wrong(self._entry, Wrong.SIDE_TWICE, side=side)
        return Matching(pairs, decoys)

    def _numeric(self) -> Numeric | None:
        answer = number_from(self._entry.get("answer"))
        if answer is None:
            self._wrong(self._entry, Wrong.ANSWER_NUMBER)
            return None
        written = self._entry.get("tolerance", 0)
        is_relative = isinstance(written, str) and written.strip().endswith("%")
        tolerance = number_from(written.strip()[:-1] if is_relative else written)
        if tolerance is None or tolerance < 0 or (is_relative and tolerance > 100):
            self._wrong(self._entry, Wrong.TOLERANCE)
            return None
        traps = []
        for one in self._mappings("traps", range(6), {"answer", "why", "misconception"}):
            number = number_from(one.get("answer"))
            if number is None:
                self._wrong(one, Wrong.TRAP_NUMBER)
                continue
            traps.append(NumberTrap(number, self._text(one, "why", WHY), self._misconception(one)))
        found = Numeric(
            answer,
            tolerance / 100 if is_relative else tolerance,
            is_relative,
            self._text(self._entry, "unit", WORD, required=False),
            tuple(traps),
        )
        for trap in traps:
            if abs(trap.answer - answer) <= found.margin:
                self._wrong(self._entry, Wrong.TRAP_RIGHT, value=str(trap.answer))
        return found

    def _short(self) -> Short:
        accepted = self._texts(self._entry, "accepted", WORD, most=_MOST_WORDS)
        if not accepted:
            self._wrong(self._entry, Wrong.NO_ACCEPTED)
        traps = tuple(
            WordTrap(
                self._texts(one, "answers", WORD, most=_MOST_WORDS),
                self._text(one, "why", WHY),
                self._misconception(one),
            )
            for one in self._mappings("traps", range(6), {"answers", "why", "misconception"})
        )
        return Short(accepted, traps)

    def _own_words(self) -> OwnWords:
        points = tuple(
            Point(self._text(one, "text", SENTENCE), self._texts(one, "words", WORD, most=_MOST_WORDS))
            for one in self._mappings("points", range(1, 6), {"text", "words"})
        )
        if any(not point.words for point in points):
            self._wrong(self._entry, Wrong.POINT_WORDS)
        needed = self._entry.get("needed", len(points))
        if isinstance(needed, bool) or not isinstance(needed, int) or not 1 <= needed <= max(1, len(points)):
            self._wrong(self._entry, Wrong.NEEDED)
            needed = 1
        return OwnWords(points, needed, self._text(self._entry, "example", WHY))

    # Values

    def _wrong(self, entry: Mapping[str, Any], wrong: Wrong, **values: str | int) -> None:
        self._broken = True
        of_item = self._entry.get("id")
        line = getattr(entry, "line", 0) or getattr(self._entry, "line", 0)
        self._report(line, Mistake.of(wrong, of_item if isinstance(of_item, str) else "", **values))

    def _kind(self) -> Kind | None:
        written = self._entry.get("kind")
        if written in list(Kind):
            return Kind(written)
        self._wrong(self._entry, Wrong.ONE_OF, name="kind", choices=", ".join(Kind), value=repr(written))
        return None

    def _level(self) -> Level:
        written = self._entry.get("level")
        if written in list(Level):
            return Level(written)
        self._wrong(self._entry, Wrong.ONE_OF, name="level", choices=_LEVELS, value=repr(written))
        return Level.BEGINNER

    def _id(self, entry: Mapping[str, Any], name: str) -> str:
        value = entry.get(name)
        if isinstance(value, str) and _ID.fullmatch(value) and len(value) <= _LONGEST_ID:
            return value
        self._wrong(entry, Wrong.NOT_AN_ID, name=name, value=repr(value))
        return ""

    def _misconception(self, entry: Mapping[str, Any]) -> str | None:
        value = entry.get("misconception")
        if value is None:
            return None
        if not isinstance(value, str) or value not in self._misconceptions:
            self._wrong(entry, Wrong.NO_MISCONCEPTION, value=repr(value))
            return None
        self._named[value] = self._misconceptions[value]
        return value

    def _flag(self, entry: Mapping[str, Any], name: str) -> bool:
        value = entry.get(name, False)
        if not isinstance(value, bool):
            self._wrong(entry, Wrong.FLAG, name=name, value=repr(value))
        return value is True

    def _text(
        self,
        entry: Mapping[str, Any],
        name: str,
        most: int,
        *,
        required: bool = True,
        may_be_empty: bool = False,
    ) -> str:
        value = entry.get(name)
        if value is None and not required:
            return ""
        if not isinstance(value, str):
            self._wrong(entry, Wrong.NOT_TEXT, name=name)
            return ""
        text = value.strip()
        if not text and required and not may_be_empty:
            self._wrong(entry, Wrong.EMPTY_TEXT, name=name)
        if len(text) > most:
            self._wrong(entry, Wrong.LONG_TEXT, name=name, count=len(text), most=most)
        return text

    def _texts(self, entry: Mapping[str, Any], name: str, longest: int, *, most: int) -> tuple[str, ...]:
        value = entry.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            self._wrong(entry, Wrong.NOT_TEXTS, name=name)
            return ()
        if len(value) > most:
            self._wrong(entry, Wrong.MANY_TEXTS, name=name, count=len(value), most=most)
        for one in value:
            if len(one.strip()) > longest:
                self._wrong(entry, Wrong.LONG_ONE, name=name, count=len(one.strip()), most=longest)
        return tuple(one.strip() for one in value)

    def _mappings(self, name: str, count: range, names: set[str]) -> list[Mapping[str, Any]]:
        value = self._entry.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            self._wrong(self._entry, Wrong.NOT_ENTRIES, name=name)
            return []
        if len(value) not in count:
            self._wrong(
                self._entry, Wrong.ENTRIES, name=name, count=len(value), least=count[0], most=count[-1]
            )
        for one in value:
            for unknown in one.keys() - names:
                self._wrong(one, Wrong.FIELD_UNKNOWN_INSIDE, name=str(unknown), inside=name)
        return value

    def _parts(self, name: str, texts: tuple[str, ...]) -> None:
        if len(texts) not in PARTS:
            self._wrong(
                self._entry, Wrong.ENTRIES, name=name, count=len(texts), least=PARTS[0], most=PARTS[-1]
            )
        if len(set(texts)) != len(texts):
            self._wrong(self._entry, Wrong.TWICE, name=name)
