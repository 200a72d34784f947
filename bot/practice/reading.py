"""Reads one challenge in one language, from the two mappings in which it is written.

`shared` holds what all languages have in common, `text` what is said in one of them. Nothing here raises: what is wrong
is reported with its file and line, and the challenge does not come back. The format is described in `docs/practice.md`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.learners.values import Level
from bot.practice.challenges import BAD, REFERENCE, SHOWN, Budget, Case, Challenge, Kind, Option, Place
from bot.practice.folding import unfolded
from bot.practice.mistakes import Mistake, Wrong
from bot.practice.reading_assertions import names_used, read_assertions

TITLE, GOAL, RULE, HINT, WHY, PART, INPUT, PROMPT, SOLUTION = 80, 600, 200, 300, 300, 400, 1500, 3000, 1500
"""Characters at most, of each text."""
VISIBLE, HIDDEN = 2, range(6, 11)
"""How many cases of each sort a built-in challenge has; in a server, one visible and two hidden ones do."""
MOST_PARTS = 5
"""A form in Discord has five fields."""
_MOST_CASES = 12
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 48

_SHARED = {"kind", "technique", "level"}
_SHARED_OF = {
    Kind.RUN: {"place", "budget", "threshold", "thresholds", "runs", "temperature", "checks", "cases"},
    Kind.BETTER: {"better", "options", "right", "checks", "cases"},
    Kind.ORDER: {"orders"},
    Kind.FLAW: {"options", "right"},
    Kind.PREDICT: {"place", "checks", "cases"},
}
_TEXT = {"title", "goal", "rules", "hints", "solution", "words"}
_TEXT_OF = {
    Kind.RUN: {"categories", "cases", "prompts", "recorded"},
    Kind.BETTER: {"categories", "cases", "prompts", "recorded", "options"},
    Kind.ORDER: {"parts"},
    Kind.FLAW: {"prompts", "recorded", "options"},
    Kind.PREDICT: {"categories", "cases", "prompts", "recorded"},
}
_WITH_CASES = (Kind.RUN, Kind.BETTER, Kind.PREDICT)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two mappings, and who hears what is wrong in it."""

    data: Mapping[str, Any]
    report: Callable[[int, Mistake], None]

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return getattr(self.data, "line", 1)


def read_challenge(
    challenge_id: str, shared: Side, text: Side, language: str, *, is_built_in: bool = True
) -> Challenge | None:
    """The challenge; None after at least one report. `language` is "en" or "zh"."""
    return _Reader(challenge_id, shared, text, language, is_built_in).challenge()


class _Reader:
    """Goes through both mappings; mistakes are reported on the way."""

    def __init__(self, challenge_id: str, shared: Side, text: Side, language: str, is_built_in: bool) -> None:
        self._id = challenge_id
        self._shared = shared
        self._text = text
        self._language = language
        self._is_built_in = is_built_in
        self._broken = False

    def challenge(self) -> Challenge | None:
        if _ID.fullmatch(self._id) is None or len(self._id) > _LONGEST_ID:
            self._wrong(self._shared, Wrong.BAD_ID, most=_LONGEST_ID)
        written = self._shared.data.get("kind")
        if written not in list(Kind):
            self._wrong(self._shared, Wrong.ONE_OF, name="kind", choices=", ".join(Kind), value=str(written))
            return None
        kind = Kind(written)
        self._names(self._shared, self._shared.data, _SHARED | _SHARED_OF[kind])
        self._names(self._text, self._text.data, _TEXT | _TEXT_OF[kind])
        cases = self._cases(kind) if kind in _WITH_CASES else ()
        runs = self._number(self._shared, self._shared.data, "runs", 1, 1, 5)
        prompts = self._prompts(kind)
        options = self._options() if kind in (Kind.BETTER, Kind.FLAW) else ()
        parts = self._parts() if kind is Kind.ORDER else {}
        budget = self._budget()
        made = Challenge(
            id=self._id,
            kind=kind,
            technique=self._id_of(self._shared, "technique"),
            level=self._one_of(self._shared, "level", Level, Level.BEGINNER),
            title=self._words(self._text, self._text.data, "title", TITLE),
            goal=self._words(self._text, self._text.data, "goal", GOAL),
            rules=self._list(self._text, "rules", RULE, 6),
            hints=self._list(self._text, "hints", HINT, 5, least=1),
            solution=self._words(self._text, self._text.data, "solution", SOLUTION),
            place=self._one_of(self._shared, "place", Place, Place.TEMPLATE, Place.TEMPLATE),
            budget=budget,
            threshold=self._number(self._shared, self._shared.data, "threshold", 100, 1, 100) / 100,
            thresholds=self._thresholds(cases),
            runs=runs,
            temperature=self._temperature(),
            categories=self._categories(cases),
            cases=cases,
            prompts=prompts,
            recorded=self._recorded(prompts, cases, runs),
            options=options,
            right=self._among("right", [one.id for one in options]) if options else "",
            better=self._among("better", list(prompts)) if kind is Kind.BETTER else "",
            parts=parts,
            orders=self._orders(parts) if kind is Kind.ORDER else (),
        )
        if kind is Kind.RUN and REFERENCE in prompts and len(prompts[REFERENCE]) > budget.characters:
            self._wrong(self._text, Wrong.REFERENCE_LONG, most=budget.characters)
        return None if self._broken else made

    # The parts of a challenge

    def _cases(self, kind: Kind) -> tuple[Case, ...]:
        entries = self._mappings(self._shared, "cases", 1, _MOST_CASES)
        texts = self._text.data.get("cases")
        if not isinstance(texts, Mapping):
            self._wrong(self._text, Wrong.CASE_TEXTS)
            texts = {}
        words = self._text.data.get("words", {})
        if not isinstance(words, Mapping):
            self._wrong(self._text, Wrong.WORDS)
            words = {}
        found: list[Case] = []
        for entry in entries:
            self._names(self._shared, entry, {"id", "visible", "category", "checks", "weight"}, entry)
            case_id = str(entry.get("id"))
            if _ID.fullmatch(case_id) is None or any(case.id == case_id for case in found):
                self._wrong(self._shared, Wrong.CASE_ID, entry, value=case_id)
            own = texts.get(case_id)
            if not isinstance(own, Mapping):
                self._wrong(self._text, Wrong.CASE_MISSING, case=case_id)
                continue
            values = {**words, **own}
            used = set(names_used(entry.get("checks", []))) | set(names_used(self._shared.data.get("checks")))
            for unused in own.keys() - used - {"input"}:
                self._wrong(self._text, Wrong.UNUSED, own, case_id, name=unused)
            checks = [*self._shared.data.get("checks", []), *entry.get("checks", [])]
            assertions = read_assertions(
                checks,
                values,
                self._language,
                case_id,
                getattr(entry, "line", 0),
                lambda line, what: self._report(self._shared, line, what),
            )
            if not checks:
                self._wrong(self._shared, Wrong.NO_CHECKS, entry, case_id)
            visible = entry.get("visible", False)
            if not isinstance(visible, bool):
                self._wrong(self._shared, Wrong.VISIBLE, entry, case_id)
            found.append(
                Case(
                    id=case_id,
                    is_visible=visible is True,
                    category=self._id_of(self._shared, "category", entry),
                    input=self._words(self._text, own, "input", INPUT),
                    assertions=assertions,
                    weight=float(self._number(self._shared, entry, "weight", 1, 1, 100)),
                )
            )
        for extra in texts.keys() - {str(entry.get("id")) for entry in entries}:
            self._wrong(self._text, Wrong.NO_CASE, texts, value=str(extra))
        if kind is Kind.RUN:
            self._count_cases(found)
        return tuple(found)

    def _count_cases(self, cases: list[Case]) -> None:
        visible = sum(case.is_visible for case in cases)
        hidden = len(cases) - visible
        if self._is_built_in and (visible != VISIBLE or hidden not in HIDDEN):
            self._wrong(
                self._shared,
                Wrong.CASES_BUILT_IN,
                seen=VISIBLE,
                least=HIDDEN[0],
                most=HIDDEN[-1],
                visible=visible,
                hidden=hidden,
            )
        elif visible < 1 or hidden < 2:
            self._wrong(self._shared, Wrong.CASES, visible=visible, hidden=hidden)

    def _prompts(self, kind: Kind) -> Mapping[str, str]:
        wanted: Mapping[Kind, tuple[str, ...]] = {
            Kind.RUN: (REFERENCE, BAD),
            Kind.FLAW: (SHOWN,),
            Kind.PREDICT: (SHOWN,),
        }
        if kind is Kind.ORDER:
            return {}
        given = self._text.data.get("prompts")
        if not isinstance(given, Mapping):
            self._wrong(self._text, Wrong.PROMPTS)
            return {}
        names = wanted.get(kind)
        if names is not None and set(given) != set(names):
            self._wrong(self._text, Wrong.PROMPTS_NAMED, given, names=", ".join(names))
        if names is None and not 2 <= len(given) <= 4:
            self._wrong(self._text, Wrong.PROMPTS_COUNT, given)
        return {name: self._words(self._text, given, name, PROMPT) for name in given}

    def _recorded(
        self, prompts: Mapping[str, str], cases: tuple[Case, ...], runs: int
    ) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        given = self._text.data.get("recorded", {})
        if not isinstance(given, Mapping) or not all(isinstance(one, Mapping) for one in given.values()):
            self._wrong(self._text, Wrong.RECORDED)
            return {}
        for name in given.keys() - prompts.keys():
            self._wrong(self._text, Wrong.RECORDED_UNKNOWN, given, name=str(name))
        known = {case.id for case in cases}
        found: dict[str, Mapping[str, tuple[str, ...]]] = {}
        for name in prompts:
            outputs = given.get(name, {})
            for missing in sorted(known - outputs.keys()):
                self._wrong(self._text, Wrong.RECORDED_LACKS, outputs, missing, name=name)
            for extra in outputs.keys() - known:
                self._wrong(self._text, Wrong.RECORDED_EXTRA, outputs, str(extra))
            found[name] = {case.id: self._outputs(outputs, case.id, runs) for case in cases}
        return found

    def _outputs(self, outputs: Mapping[str, Any], case_id: str, runs: int) -> tuple[str, ...]:
        given = outputs.get(case_id, "")
        every = given if isinstance(given, list) else [given]
        if not all(isinstance(one, str) for one in every) or len(every) not in (1, runs):
            self._wrong(self._text, Wrong.OUTPUTS, outputs, case_id)
            return ("",) * runs
        return tuple(every) if len(every) == runs else tuple(every) * runs

    def _options(self) -> tuple[Option, ...]:
        ids = self._shared.data.get("options")
        texts = self._text.data.get("options")
        if not isinstance(ids, list) or not 2 <= len(ids) <= 5 or len(set(map(str, ids))) != len(ids):
            self._wrong(self._shared, Wrong.OPTIONS)
            return ()
        if not isinstance(texts, Mapping) or set(texts) != set(map(str, ids)):
            self._wrong(self._text, Wrong.OPTION_TEXTS)
            return ()
        found = []
        for one in map(str, ids):
            own = texts[one]
            if not isinstance(own, Mapping):
                self._wrong(self._text, Wrong.OPTION_TEXT, texts, name=one)
                continue
            self._names(self._text, own, {"text", "why"}, own)
            found.append(
                Option(
                    one,
                    self._words(self._text, own, "text", 100),
                    self._words(self._text, own, "why", WHY),
                )
            )
        return tuple(found)

    def _parts(self) -> Mapping[str, str]:
        given = self._text.data.get("parts")
        if not isinstance(given, Mapping) or not 3 <= len(given) <= MOST_PARTS:
            self._wrong(self._text, Wrong.PARTS, most=MOST_PARTS)
            return {}
        return {name: self._words(self._text, given, name, PART) for name in given}

    def _orders(self, parts: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
        given = self._shared.data.get("orders")
        if not isinstance(given, list) or not given:
            self._wrong(self._shared, Wrong.ORDERS)
            return ()
        for order in given:
            if not isinstance(order, list) or sorted(map(str, order)) != sorted(parts):
                self._wrong(self._shared, Wrong.ORDER_EACH, names=", ".join(sorted(parts)))
                return ()
        return tuple(tuple(map(str, order)) for order in given)

    def _budget(self) -> Budget:
        given = self._shared.data.get("budget", {})
        if not isinstance(given, Mapping):
            self._wrong(self._shared, Wrong.BUDGET)
            return Budget()
        self._names(self._shared, given, {"characters", "tokens", "answer", "attempts"}, given)
        usual = Budget()
        return Budget(
            self._number(self._shared, given, "characters", usual.characters, 20, PROMPT),
            self._number(self._shared, given, "tokens", usual.tokens, 5, 2000),
            self._number(self._shared, given, "answer", usual.answer, 5, 700),
            self._number(self._shared, given, "attempts", usual.attempts, 1, 50),
        )

    def _thresholds(self, cases: tuple[Case, ...]) -> Mapping[str, float]:
        given = self._shared.data.get("thresholds", {})
        known = {case.category for case in cases}
        if not isinstance(given, Mapping) or given.keys() - known:
            self._wrong(self._shared, Wrong.THRESHOLDS)
            return {}
        return {name: self._number(self._shared, given, name, 100, 1, 100) / 100 for name in given}

    def _categories(self, cases: tuple[Case, ...]) -> Mapping[str, str]:
        if not cases:
            return {}
        given = self._text.data.get("categories")
        wanted = {case.category for case in cases}
        if not isinstance(given, Mapping) or set(given) != wanted:
            self._wrong(self._text, Wrong.CATEGORIES, names=", ".join(sorted(wanted)))
            return {}
        return {name: self._words(self._text, given, name, 60) for name in given}

    def _temperature(self) -> float:
        value = self._shared.data.get("temperature", 0)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 2:
            return float(value)
        self._wrong(self._shared, Wrong.TEMPERATURE)
        return 0.0

    # Values

    def _wrong(
        self, side: Side, wrong: Wrong, entry: object = None, case: str = "", **values: str | int
    ) -> None:
        self._report(side, getattr(entry, "line", 0) or side.line, Mistake.of(wrong, case, **values))

    def _report(self, side: Side, line: int, what: Mistake) -> None:
        self._broken = True
        side.report(line, what)

    def _names(self, side: Side, data: Mapping[str, Any], known: set[str], entry: object = None) -> None:
        for name in sorted(data.keys() - known):
            self._wrong(side, Wrong.UNKNOWN_NAME, entry, name=name, choices=", ".join(sorted(known)))

    def _words(self, side: Side, data: Mapping[str, Any], name: str, most: int) -> str:
        value = data.get(name)
        if not isinstance(value, str) or not value.strip():
            is_empty = value is None or isinstance(value, str)
            self._wrong(side, Wrong.EMPTY if is_empty else Wrong.NOT_TEXT, data, name=name)
            return ""
        if len(value.strip()) > most:
            self._wrong(side, Wrong.LONG_TEXT, data, name=name, count=len(value.strip()), most=most)
        return unfolded(value.strip())

    def _list(self, side: Side, name: str, longest: int, most: int, *, least: int = 0) -> tuple[str, ...]:
        value = side.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            self._wrong(side, Wrong.NOT_TEXTS, name=name)
            return ()
        if not least <= len(value) <= most or any(len(one.strip()) > longest for one in value):
            self._wrong(side, Wrong.TEXTS_COUNT, name=name, least=least, most=most, longest=longest)
        return tuple(one.strip() for one in value)

    def _mappings(self, side: Side, name: str, least: int, most: int) -> list[Mapping[str, Any]]:
        value = side.data.get(name)
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            self._wrong(side, Wrong.NOT_ENTRIES, name=name)
            return []
        if not least <= len(value) <= most:
            self._wrong(side, Wrong.ENTRIES, name=name, count=len(value), least=least, most=most)
        return value

    def _number(
        self, side: Side, data: Mapping[str, Any], name: str, usual: int, least: int, most: int
    ) -> int:
        value = data.get(name, usual)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self._wrong(side, Wrong.WHOLE_NUMBER, data, name=name, least=least, most=most)
        return usual

    def _id_of(self, side: Side, name: str, entry: Mapping[str, Any] | None = None) -> str:
        value = (side.data if entry is None else entry).get(name)
        if isinstance(value, str) and _ID.fullmatch(value):
            return value
        self._wrong(side, Wrong.NOT_AN_ID, entry, name=name, value=str(value))
        return ""

    def _among(self, name: str, known: list[str]) -> str:
        value = self._shared.data.get(name)
        if value in known:
            return str(value)
        self._wrong(self._shared, Wrong.ONE_OF, name=name, choices=", ".join(known), value=str(value))
        return ""

    def _one_of(self, side: Side, name: str, among: Any, otherwise: Any, usual: Any = None) -> Any:
        value = side.data.get(name, usual)
        if value in list(among):
            return among(value)
        self._wrong(side, Wrong.ONE_OF, name=name, choices=", ".join(among), value=str(value))
        return otherwise
