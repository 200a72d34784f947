"""From who did what to figures in which nobody can be found. Pure functions; the sources of the measures stand with them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar

from bot.quiz.bank_values import BankPlace
from bot.reports.insights.shield import FEWEST, Group, Shown, band, share, shielded
from bot.reports.insights.store import Appeal, Asked, Given, Spent
from bot.safety import Action

T = TypeVar("T")

LATER: Final = timedelta(days=1)
"""How long after the first answer another one says that something stayed."""
BEGGED: Final = "stay"
"""The move of a message on the ladder of hints that asks for the answer instead of trying (`bot.tutor.ladder.Move`)."""
SEALED: Final = "sealed"
"""What an answer is withheld for that would give away a question still open to its learner."""
_SIMPLER: Final = "simpler"
_HINT: Final = "hint"
COMMAND_OF: Final[Mapping[str, str]] = {
    "explain": "ask",
    "hint": "ask",
    "check": "ask",
    "remember": "ask",
    "explain.sampling": "explain sampling",
    "explain.retrieval": "explain retrieval",
    "model.compare": "model compare",
    "practice": "practice start",
    "plan": "teach plan",
    "question-drafts": "teach question generate",
    "question-check": "teach question generate",
    "diagnose": "server diagnose",
}
"""The command that a model was called for, by the purpose of the call."""
OTHER_WORK: Final = "-"
"""Stands for calls that belong to no one command, such as making lessons searchable by meaning."""
_HOUSE: Final = 0
"""Calls of the bot's own, for no person."""
_NANO_PER_CENT: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, and at least how many people learnt on them; 0 for fewer than five."""

    first: date
    last: date
    people: int


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage in steps of five, 5 for that or less and 95 for that or more, over at least so many people."""

    percent: int
    people: int


@dataclass(frozen=True, slots=True)
class Gain:
    """The same people on the same questions: right at the first try, and right later without help, in percent."""

    lesson_id: str
    """Empty over all lessons; the rest that is too small to be shown has "" as well, and `is_rest`."""
    before: int
    after: int
    people: int
    is_rest: bool = False

    @property
    def normalised(self) -> int:
        """How much of what could be gained was, in percent (Hake 1998, Am. J. Phys. 66, 64)."""
        return round(100 * (self.after - self.before) / (100 - self.before))


@dataclass(frozen=True, slots=True)
class Missed:
    """A question, and how many of those who met it first got it wrong."""

    place: BankPlace
    version: int
    share: Share


@dataclass(frozen=True, slots=True)
class Confusing:
    """A section, and how many of those who met it had trouble with it."""

    lesson_id: str
    section_id: str
    share: Share


@dataclass(frozen=True, slots=True)
class Insights:
    """Everything that `/server insights` tells. What fewer than five people are behind is not in it."""

    first: date
    last: date
    active: int
    """At least so many people learnt; 0 for fewer than five."""
    periods: tuple[Period, ...]
    gain: Gain | None
    gains: tuple[Gain, ...]
    missed: tuple[Missed, ...]
    confusing: tuple[Confusing, ...]
    seeking: Share | None
    """Questions to the tutor that asked for an answer instead of help towards it."""
    quiz_hints: Share | None
    """Answers in quizzes with help at hand for which a hint was taken."""
    tutor_hints: Share | None
    """Questions to the tutor that wanted hints."""
    decisions: tuple[Shown, ...]
    """Of the filters, named by side, category and action."""
    appeals: tuple[Shown, ...]
    """By what became of them."""
    costs: tuple[Shown, ...]
    """By command and model; amounts are calls, tokens, US cents in hundredths, calls without a known price."""
    house: tuple[Shown, ...]
    """The same of the bot's own work, which is nobody's."""


def learning_gains(answers: Sequence[Given], since: date) -> tuple[Gain | None, tuple[Gain, ...]]:
    """Over all, and by lesson: first answers beside the last ones without help since `since`, of the same people and questions."""
    first: dict[tuple[int, BankPlace], Given] = {}
    pairs: dict[tuple[int, BankPlace], tuple[Given, Given]] = {}
    for one in answers:
        key = (one.user_id, one.place)
        before = first.setdefault(key, one)
        is_later = one.at - before.at >= LATER and one.at.date() >= since
        if is_later and not one.mode.has_hints:
            pairs[key] = (before, one)
    groups = [
        _gain_group((lesson,), [pair for key, pair in pairs.items() if key[1].lesson_id == lesson])
        for lesson in {place.lesson_id for _, place in pairs}
    ]
    whole = _gain_group((), list(pairs.values()))
    if len(whole.people) < FEWEST:
        return None, ()
    found = []
    for shown in shielded(groups):
        right_before, right_after, count = shown.amounts
        if count:
            found.append(
                Gain(
                    shown.name[0],
                    _fives(right_before, count),
                    _fives(right_after, count),
                    shown.people,
                    is_rest=shown.is_rest,
                )
            )
    before_all, after_all, count_all = whole.amounts
    total = Gain("", _fives(before_all, count_all), _fives(after_all, count_all), band(len(whole.people)))
    return total, tuple(sorted(found, key=lambda one: (one.is_rest, one.after - one.before)))


def most_missed(answers: Sequence[Given], since: date, most: int) -> tuple[Missed, ...]:
    """First answers since `since`: the questions that most got wrong, the worst first."""
    found = []
    for place, some in _by(_first_ones(answers, since), lambda one: one.place).items():
        people = {one.user_id for one in some}
        wrong = sum(not one.is_right for one in some)
        percent = share(wrong, len(some), len(people))
        if wrong and percent is not None:
            version = max(one.version for one in some)
            found.append(Missed(place, version, Share(percent, band(len(people)))))
    return tuple(sorted(found, key=lambda one: (-one.share.percent, -one.share.people, one.place.item_id)))[
        :most
    ]


def most_confusing(
    answers: Sequence[Given], turns: Sequence[Asked], unhappy: Collection[str], since: date, most: int
) -> tuple[Confusing, ...]:
    """The sections with which most of those who met them had trouble, the worst first.

    A learner met a section who was asked about it for the first time, or got an answer that rests on it. They had trouble who
    answered wrongly, wanted it simpler, rated the answer down, or asked for the answer instead of trying.
    """
    met: dict[tuple[str, str], set[int]] = {}
    trouble: dict[tuple[str, str], set[int]] = {}
    for one in _first_ones(answers, since):
        place = (one.place.lesson_id, one.section_id)
        met.setdefault(place, set()).add(one.user_id)
        if not one.is_right:
            trouble.setdefault(place, set()).add(one.user_id)
    for turn in turns:
        if turn.section_id:
            place = (turn.lesson_id, turn.section_id)
            met.setdefault(place, set()).add(turn.user_id)
            if turn.style == _SIMPLER or turn.move == BEGGED or turn.id in unhappy:
                trouble.setdefault(place, set()).add(turn.user_id)
    found = []
    for place, people in met.items():
        had_trouble = trouble.get(place, ())
        percent = share(len(had_trouble), len(people), len(people))
        if had_trouble and percent is not None:
            found.append(Confusing(*place, Share(percent, band(len(people)))))
    return tuple(
        sorted(found, key=lambda one: (-one.share.percent, -one.share.people, one.lesson_id, one.section_id))
    )[:most]


def share_of(some: Sequence[T], holds: Callable[[T], bool], person: Callable[[T], int]) -> Share | None:
    """Of how many of these something holds; None where fewer than five people are behind them."""
    people = {person(one) for one in some}
    percent = share(sum(map(holds, some)), len(some), len(people))
    return Share(percent, band(len(people))) if percent is not None else None


def seeks_answer(turn: Asked) -> bool:
    """Whether a question to the tutor asked for an answer instead of help towards it."""
    return turn.move == BEGGED or turn.output_category == SEALED


def wants_hint(turn: Asked) -> bool:
    """Whether a question to the tutor wanted hints."""
    return turn.mode == _HINT


def filter_decisions(turns: Iterable[Asked]) -> tuple[Shown, ...]:
    """What the filters did to messages and to answers, by side, category and action."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for turn in turns:
        if turn.input_category and turn.input_action not in ("", Action.ALLOW):
            groups.setdefault(("input", turn.input_category, turn.input_action), []).append(turn.user_id)
        if turn.output_category and turn.output_category != SEALED:
            name = ("output", turn.output_category, Action.WITHHOLD.value)
            groups.setdefault(name, []).append(turn.user_id)
    return shielded(Group(name, frozenset(people), (len(people),)) for name, people in groups.items())


def appeals_by_state(appeals: Iterable[Appeal]) -> tuple[Shown, ...]:
    """Refusals that were reported, by what became of them."""
    groups = _by(appeals, lambda one: (one.state,))
    return shielded(
        Group(name, frozenset(one.user_id for one in some), (len(some),)) for name, some in groups.items()
    )


def costs_by_use(spent: Iterable[Spent]) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    """What calls took, by command and model: for people, and for the bot itself."""
    people: dict[tuple[str, ...], list[Spent]] = {}
    house: dict[tuple[str, ...], list[Spent]] = {}
    for one in spent:
        name = (COMMAND_OF.get(one.purpose, OTHER_WORK), one.model)
        (house if one.user_id == _HOUSE else people).setdefault(name, []).append(one)
    of_people = shielded(
        Group(name, frozenset(one.user_id for one in some), _cost(some)) for name, some in people.items()
    )
    return of_people, tuple(Shown(name, 0, _cost(some)) for name, some in house.items())


def _cost(some: Sequence[Spent]) -> tuple[int, ...]:
    return (
        sum(one.calls for one in some),
        sum(one.tokens for one in some),
        sum(one.nano_usd for one in some) * 100 // _NANO_PER_CENT,
        sum(one.unpriced for one in some),
    )


def _gain_group(name: tuple[str, ...], pairs: Sequence[tuple[Given, Given]]) -> Group:
    return Group(
        name,
        frozenset(before.user_id for before, _ in pairs),
        (
            sum(before.is_right for before, _ in pairs),
            sum(after.is_right for _, after in pairs),
            len(pairs),
        ),
    )


def _fives(part: int, whole: int) -> int:
    return share(part, whole, FEWEST) or 0


def _first_ones(answers: Iterable[Given], since: date) -> list[Given]:
    return [one for one in answers if one.is_first and one.at.date() >= since]


K = TypeVar("K")


def _by(some: Iterable[T], key: Callable[[T], K]) -> Mapping[K, list[T]]:
    found: dict[K, list[T]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return found
