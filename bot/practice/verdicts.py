"""Whether outputs satisfy a challenge: decided here, by code, the same for the same outputs every time.

Pure functions. No model is asked, and nothing is shown: what a learner may see of a verdict is the edge's business.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import re2  # type: ignore[import-untyped]  # google-re2 ships neither stubs nor py.typed

from bot.lessons.traditional import to_simplified
from bot.llm.json_reply import NotJson, check, read_json
from bot.practice.assertions import (
    Assertion,
    Contains,
    CountIs,
    Equals,
    FieldIs,
    IsJson,
    IsSimilar,
    KeepsSecret,
    LabelsAre,
    LanguageIs,
    Matches,
    NumberIs,
    QuotesAreReal,
    Test,
    Unit,
)
from bot.practice.challenges import Case, Challenge, Kind
from bot.practice.folding import bare, folded, has_han, holds, sentences_of, squeezed, words_of
from bot.practice.leaks import gives_away
from bot.practice.likeness import likeness
from bot.practice.mistakes import Mistake, Wrong

_NUMBER = re.compile(r"(?<![\w.])[-−+]?\d+(?:[,，]\d{3})*(?:\.\d+)?%?(?!\w)|[-−]?\d+(?:\.\d+)?")
_SEPARATORS = re.compile(r"[,;，；、\n]+")
_QUOTATION = re.compile(r"“([^”]+)”|「([^」]+)」|『([^』]+)』|\"([^\"]+)\"|‘([^’]{8,})’")
_LATIN = re.compile(r"[A-Za-z]+")
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Checked:
    """One assertion on one output."""

    name: str
    holds: bool
    weight: float


@dataclass(frozen=True, slots=True)
class RunVerdict:
    """One output of one case."""

    checked: tuple[Checked, ...]

    @property
    def passed(self) -> bool:
        """Whether every assertion holds."""
        return all(one.holds for one in self.checked)

    @property
    def missed(self) -> tuple[str, ...]:
        """The labels of the checks that do not hold."""
        labels = labels_of([one.name for one in self.checked])
        return tuple(label for label, one in zip(labels, self.checked, strict=True) if not one.holds)

    @property
    def share(self) -> float:
        """The weight that holds, of all, 0 to 1."""
        return sum(one.weight for one in self.checked if one.holds) / sum(one.weight for one in self.checked)


@dataclass(frozen=True, slots=True)
class CaseVerdict:
    """All runs of one case."""

    case_id: str
    runs: tuple[RunVerdict, ...]

    @property
    def passed_runs(self) -> int:
        """How many runs pass."""
        return sum(run.passed for run in self.runs)

    @property
    def passed(self) -> bool:
        """Whether more than half of the runs pass."""
        return 2 * self.passed_runs > len(self.runs)

    @property
    def differs(self) -> bool:
        """Whether runs disagree: "2 of 3 runs" is to be said."""
        return 0 < self.passed_runs < len(self.runs)


@dataclass(frozen=True, slots=True)
class Score:
    """A whole attempt."""

    verdicts: tuple[CaseVerdict, ...]
    share: float
    """Weight of the cases that pass, of all, 0 to 1."""
    hidden_share: float
    """The same over the hidden cases; what ranks on a board."""
    passed: bool

    @property
    def passed_cases(self) -> int:
        """How many cases pass."""
        return sum(one.passed for one in self.verdicts)


def labels_of(names: Sequence[str]) -> tuple[str, ...]:
    """Checks of one case told apart: "matches", "matches 2" and so on."""
    seen: Counter[str] = Counter()
    labels = []
    for name in names:
        seen[name] += 1
        labels.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return tuple(labels)


def satisfies(output: str, assertion: Assertion) -> bool:
    """Whether an output satisfies one assertion; never raises for any output."""
    return _satisfies(output, assertion.test) is not assertion.negated


def judge(output: str, assertions: Sequence[Assertion]) -> RunVerdict:
    """The verdict on one output."""
    return RunVerdict(tuple(Checked(one.name, satisfies(output, one), one.weight) for one in assertions))


def judge_case(case: Case, outputs: Sequence[str]) -> CaseVerdict:
    """The verdict on all runs of a case."""
    return CaseVerdict(case.id, tuple(judge(output, case.assertions) for output in outputs))


def score(challenge: Challenge, verdicts: Sequence[CaseVerdict]) -> Score:
    """The score of an attempt, from the verdicts on its cases in any order; every case must have one."""
    by_id = {one.case_id: one for one in verdicts}
    ordered = tuple(by_id[case.id] for case in challenge.cases)
    whole = _share(challenge.cases, by_id)
    passed = whole >= challenge.threshold - _EPSILON
    for category, least in challenge.thresholds.items():
        of_it = [case for case in challenge.cases if case.category == category]
        passed = passed and _share(of_it, by_id) >= least - _EPSILON
    return Score(ordered, whole, _share(challenge.hidden, by_id), passed)


def score_recorded(challenge: Challenge, prompt: str) -> Score:
    """The score of a prompt's recorded outputs."""
    outputs = challenge.recorded[prompt]
    return score(challenge, [judge_case(case, outputs[case.id]) for case in challenge.cases])


def faults_of(challenge: Challenge) -> tuple[Mistake, ...]:
    """What is wrong with a challenge by its own recorded outputs; empty when its prompts part as they should."""
    match challenge.kind:
        case Kind.RUN:
            reference, bad = (score_recorded(challenge, name) for name in ("reference", "bad"))
            return (
                *_unless(reference.passed, _failing(reference)),
                *_unless(not bad.passed, Mistake.of(Wrong.BAD_PASSES)),
            )
        case Kind.BETTER:
            shares = {name: score_recorded(challenge, name).share for name in challenge.prompts}
            others = [share for name, share in shares.items() if name != challenge.better]
            return _unless(
                shares[challenge.better] > max(others),
                Mistake.of(Wrong.BETTER_TIES),
            )
        case Kind.PREDICT:
            passed = [one.passed for one in score_recorded(challenge, "shown").verdicts]
            return _unless(any(passed) and not all(passed), Mistake.of(Wrong.PREDICT_MIX))
        case _:
            return ()


def _failing(of: Score) -> Mistake:
    lines = []
    for verdict in of.verdicts:
        if not verdict.passed:
            missed = {one.name for run in verdict.runs for one in run.checked if not one.holds}
            lines.append(f"{verdict.case_id} ({', '.join(sorted(missed))})")
    if not lines:
        return Mistake.of(Wrong.REFERENCE_CATEGORY)
    return Mistake.of(Wrong.REFERENCE_FAILS, cases="; ".join(lines))


def _unless(fine: bool, fault: Mistake) -> tuple[Mistake, ...]:
    return () if fine else (fault,)


def _share(cases: Sequence[Case], verdicts: Mapping[str, CaseVerdict]) -> float:
    whole = sum(case.weight for case in cases)
    if not whole:
        return 0.0
    return sum(case.weight for case in cases if verdicts[case.id].passed) / whole


# One function for each assertion


def _satisfies(output: str, test: Test) -> bool:
    match test:
        case Equals():
            return bare(output) in {bare(text) for text in test.texts}
        case Contains():
            found = (holds(output, text) for text in test.texts)
            return all(found) if test.needs_all else any(found)
        case Matches():
            return _matches(output, test.pattern)
        case IsJson():
            return _is_json(output, test)
        case FieldIs():
            return _field_is(output, test)
        case NumberIs():
            found_number = last_number(output)
            return found_number is not None and abs(found_number - test.value) <= test.within + _EPSILON
        case LabelsAre():
            return {bare(part) for part in _SEPARATORS.split(output) if bare(part)} == {
                bare(label) for label in test.labels
            }
        case CountIs():
            number = count(output, test.unit)
            return number >= test.least and (test.most is None or number <= test.most)
        case LanguageIs():
            return language_code(output) == test.language
        case QuotesAreReal():
            quoted = quotations(output)
            source = squeezed(test.source)
            return bool(quoted) and all(squeezed(one) in source for one in quoted)
        case KeepsSecret():
            return not any(gives_away(output, secret) for secret in test.secrets)
        case IsSimilar():
            return max(likeness(output, text) for text in test.texts) >= test.least


def _matches(output: str, pattern: str) -> bool:
    if has_han(pattern):  # the pattern was written in one script, and the model may answer in the other
        pattern, output = to_simplified(pattern), to_simplified(output)
    return _expression(pattern).search(output) is not None


@lru_cache(maxsize=256)
def _expression(pattern: str) -> Any:
    options = re2.Options()
    options.log_errors = False
    return re2.compile(pattern, options)


def last_number(text: str) -> float | None:
    """The last number in a text, thousands separated or not; None where there is none."""
    found = _NUMBER.findall(text)
    if not found:
        return None
    return float(re.sub(r"[,，%]", "", found[-1]).replace("−", "-"))


def count(text: str, unit: Unit) -> int:
    """How much of something a text has."""
    match unit:
        case Unit.CHARACTERS:
            return len(text.strip())
        case Unit.WORDS:
            return len(words_of(text))
        case Unit.SENTENCES:
            return len(sentences_of(text))
        case Unit.LINES:
            return len([line for line in text.splitlines() if line.strip()])


def language_code(text: str) -> str | None:
    """ "zh" when Chinese characters make up more than words of Latin letters, "en" for the reverse; None without letters."""
    han = sum(map(has_han, text))
    latin = len(_LATIN.findall(text))
    if not han and not latin:
        return None
    return "zh" if han > 1.5 * latin else "en"


def quotations(text: str) -> tuple[str, ...]:
    """What stands between quotation marks."""
    return tuple(next(filter(None, found)) for found in _QUOTATION.findall(text))


def _is_json(output: str, test: IsJson) -> bool:
    """Whether the whole output is one value; `read_json` alone would also find one among other words."""
    try:
        value = json.loads(output)
    except (ValueError, RecursionError):
        return False
    return test.schema is None or not check(value, test.schema)


def _field_is(output: str, test: FieldIs) -> bool:
    try:
        value = read_json(output)
    except NotJson:
        return False
    for step in test.path.split("."):
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return False
    expected = test.expected
    if isinstance(expected, str):
        return isinstance(value, str) and folded(value) == folded(expected)
    if isinstance(expected, bool) or isinstance(value, bool):
        return value is expected
    if isinstance(expected, int | float):
        return isinstance(value, int | float) and abs(value - expected) <= _EPSILON
    return value is None
