"""The statements of taking answers. Made once: making them anew costs as much as running them, and people wait.

Every function is one step inside somebody else's unit of work, and runs in its thread without a pause (`run_sync`): to await each
statement costs as much as the statement.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    and_,
    bindparam,
    insert,
    literal,
    or_,
    select,
    tuple_,
    update,
)

from bot.learners.values import LearnerKey
from bot.lessons.values import BUILT_IN, READING_ORDER
from bot.quiz.attempts import store as attempts_store
from bot.quiz.attempts.answers import Answer, Grade
from bot.quiz.attempts.rating import Rating
from bot.quiz.attempts.values import Attempt, Question
from bot.quiz.bank_values import BankPlace
from bot.quiz.items import Item
from bot.quiz.live import store as live
from bot.quiz.reviews import store as reviews
from bot.quiz.reviews.values import Card
from bot.quiz.store import attempts, item_in, items, mastery, questions, versions
from bot.texts.locales import Locale

_MOST_KNOWN = 512
"""Some megabytes."""


class KnownItems:
    """Items of the built-in bank that were read lately: a version never changes, and reading one takes longer than finding it."""

    def __init__(self) -> None:
        self._items: dict[tuple[BankPlace, int, Locale], Item] = {}

    def find(self, place: BankPlace, version: int, language: Locale) -> Item | None:
        """The item for a reader of this language, where it is known."""
        return self._items.get((place, version, language))

    def keep(self, place: BankPlace, version: int, language: Locale, item: Item) -> None:
        """Know it from now on; a server's own items go with their server, and so are never known."""
        if place.bank_id != BUILT_IN:
            return
        if len(self._items) >= _MOST_KNOWN:
            self._items.clear()
        self._items[(place, version, language)] = item


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that is open in an attempt, and how things stand before its answer."""

    attempt: Attempt
    question: Question
    difficulty: tuple[float, int] | None
    """Of the item, in logits, and from how many first answers that was learnt; None where the bank has it no more."""
    card: Card | None
    """What is known of the item in the learner's memory; None before its first answer."""
    timezone: str | None
    """What the learner's days are counted by, where they have named it."""
    has_met: bool
    """Whether the learner has answered the item before, anywhere; also in a live round, which showed them the answer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is stored."""

    attempt_id: str
    number: int
    answer: Answer
    grade: Grade
    is_first: bool


_earlier = questions.alias("earlier")


def _same_item(table: Any, other: Any = questions) -> ColumnElement[bool]:
    bank = table.c.bank_id if "bank_id" in table.c else table.c.server_id
    return and_(
        bank == other.c.bank_id,
        table.c.lesson_id == other.c.lesson_id,
        table.c.item_id == other.c.item_id,
    )


_ANSWERED = (
    select(_earlier.c.number)
    .where(
        _earlier.c.user_id == questions.c.user_id, _same_item(_earlier), _earlier.c.answered_at.is_not(None)
    )
    .correlate(questions)
    .exists()
)
_PLAYED = (
    select(live.answers.c.number)
    .join(
        live.questions,
        and_(
            live.questions.c.round_id == live.answers.c.round_id,
            live.questions.c.number == live.answers.c.number,
        ),
    )
    .where(live.answers.c.user_id == questions.c.user_id, _same_item(live.questions))
    .correlate(questions)
    .exists()
)
_ASKED = ("bank_id", "lesson_id", "item_id", "version", "hints", "confidence", "answer")
_CARD = ("stability", "difficulty", "due_at", "reviewed_at", "reviews", "lapses")
_OPEN = (
    select(
        *attempts.c,
        *(questions.c[name].label(f"asked_{name}") for name in _ASKED),
        *(reviews.review_cards.c[name].label(f"card_{name}") for name in _CARD),
        items.c.difficulty,
        items.c.answers,
        reviews.reminders.c.timezone,
        or_(_ANSWERED, _PLAYED).label("has_met"),
    )
    .select_from(attempts)
    .join(
        questions,
        and_(questions.c.attempt_id == attempts.c.id, questions.c.number == attempts.c.number),
    )
    .join(items, _same_item(items), isouter=True)
    .join(
        reviews.review_cards,
        and_(
            reviews.review_cards.c.server_id == attempts.c.server_id,
            reviews.review_cards.c.user_id == attempts.c.user_id,
            _same_item(reviews.review_cards),
        ),
        isouter=True,
    )
    .join(reviews.reminders, reviews.reminders.c.user_id == attempts.c.user_id, isouter=True)
    .where(attempts.c.id.in_(bindparam("attempts", expanding=True)))
)
_TEXTS = select(versions.c.texts).where(
    versions.c.server_id == bindparam("bank"),
    versions.c.lesson_id == bindparam("lesson"),
    versions.c.item_id == bindparam("item"),
    versions.c.version == bindparam("version"),
)
_RATINGS = select(
    mastery.c.server_id, mastery.c.user_id, mastery.c.concept, mastery.c.rating, mastery.c.answers
).where(
    tuple_(mastery.c.server_id, mastery.c.user_id, mastery.c.concept).in_(bindparam("of", expanding=True))
)
_MOVE_RATING = update(mastery).where(
    mastery.c.server_id == bindparam("of_server"),
    mastery.c.user_id == bindparam("of_user"),
    mastery.c.concept == bindparam("of_concept"),
)
_MOVE_DIFFICULTY = update(items).where(
    items.c.server_id == bindparam("of_bank"),
    items.c.lesson_id == bindparam("of_lesson"),
    items.c.item_id == bindparam("of_item"),
)
_ANSWER = update(questions).where(
    questions.c.attempt_id == bindparam("of_attempt"),
    questions.c.number == bindparam("of_number"),
    questions.c.answered_at.is_(None),
)
_MOVE_CARD = update(reviews.review_cards).where(
    reviews.review_cards.c.server_id == bindparam("of_server"),
    reviews.review_cards.c.user_id == bindparam("of_user"),
    reviews.review_cards.c.bank_id == bindparam("of_bank"),
    reviews.review_cards.c.lesson_id == bindparam("of_lesson"),
    reviews.review_cards.c.item_id == bindparam("of_item"),
)
_COUNT_DAY = (
    update(reviews.days)
    .where(
        reviews.days.c.server_id == bindparam("of_server"),
        reviews.days.c.user_id == bindparam("of_user"),
        reviews.days.c.day == bindparam("of_day"),
    )
    .values(answers=reviews.days.c.answers + bindparam("more"))
)
_BEGIN_DAY = insert(reviews.days).from_select(
    ["server_id", "user_id", "day", "answers"],
    select(
        bindparam("of_server", type_=BigInteger),
        bindparam("of_user", type_=BigInteger),
        bindparam("of_day", type_=Date),
        literal(0),
    ).where(
        ~select(reviews.days.c.answers)
        .where(
            reviews.days.c.server_id == bindparam("of_server"),
            reviews.days.c.user_id == bindparam("of_user"),
            reviews.days.c.day == bindparam("of_day"),
        )
        .exists()
    ),
)
_NEW_RATING, _NEW_CARD = insert(mastery), insert(reviews.review_cards)

Ratings = Mapping[tuple[LearnerKey, str], Rating]
"""By learner and concept."""


def asked_now(
    connection: Connection, attempt_ids: Collection[str], known: KnownItems
) -> dict[tuple[str, int], Asked]:
    """The open or last question of each of these attempts, by attempt and number; without those that are gone."""
    found = {}
    for row in connection.execute(_OPEN, {"attempts": list(set(attempt_ids))}):
        asked = _asked(connection, row, known)
        if asked is not None:
            found[asked.attempt.id, asked.attempt.number] = asked
    return found


def _asked(connection: Connection, row: Any, known: KnownItems) -> Asked | None:
    attempt = attempts_store.attempt_of(row)
    place = BankPlace(row.asked_bank_id, row.asked_lesson_id, row.asked_item_id)
    item = _item(connection, place, row.asked_version, attempt.language, known)
    if item is None:
        return None
    card = None
    if row.card_stability is not None:
        card = Card(
            place=place,
            stability=row.card_stability,
            difficulty=row.card_difficulty,
            due_at=row.card_due_at,
            reviewed_at=row.card_reviewed_at,
            reviews=row.card_reviews,
            lapses=row.card_lapses,
        )
    return Asked(
        attempt=attempt,
        question=attempts_store.question_from(attempt, place, item, _Row(row)),
        difficulty=None if row.difficulty is None else (row.difficulty, row.answers),
        card=card,
        timezone=row.timezone,
        has_met=bool(row.has_met),
    )


class _Row:
    """The question's part of a row of `_OPEN`, by the names of its own table."""

    __slots__ = ("answer", "confidence", "hints", "number", "version")

    def __init__(self, row: Any) -> None:
        self.number, self.version, self.hints = row.number, row.asked_version, row.asked_hints
        self.confidence, self.answer = row.asked_confidence, row.asked_answer


def _item(
    connection: Connection, place: BankPlace, version: int, language: Locale, known: KnownItems
) -> Item | None:
    item = known.find(place, version, language)
    if item is None:
        at = {"bank": place.bank_id, "lesson": place.lesson_id, "item": place.item_id, "version": version}
        texts = connection.scalar(_TEXTS, at)
        item = item_in(texts, place, READING_ORDER[language]) if texts is not None else None
        if item is not None:
            known.keep(place, version, language, item)
    return item


def ratings(connection: Connection, wanted: Collection[tuple[LearnerKey, str]]) -> Ratings:
    """Where learners stand with concepts; those never asked about are left out."""
    of = [(key.server_id, key.user_id, concept) for key, concept in dict.fromkeys(wanted)]
    return {
        (LearnerKey(row.server_id, row.user_id), row.concept): Rating(row.rating, row.answers)
        for row in connection.execute(_RATINGS, {"of": of})
    }


def keep_ratings(
    connection: Connection, changed: Ratings, *, known: Collection[tuple[LearnerKey, str]], now: datetime
) -> None:
    """Keep where learners stand with these concepts now; `known` are those that have a row."""
    old, new = [], []
    for (key, concept), rating in changed.items():
        values = {"rating": rating.value, "answers": rating.answers, "changed_at": now}
        if (key, concept) in known:
            old.append({**_of_learner(key), "of_concept": concept, **values})
        else:
            new.append({"server_id": key.server_id, "user_id": key.user_id, "concept": concept, **values})
    if old:
        connection.execute(_MOVE_RATING, old)
    if new:
        connection.execute(_NEW_RATING, new)


def keep_difficulties(connection: Connection, moved: Mapping[BankPlace, tuple[float, int]]) -> None:
    """Keep how hard items are now, and from how many first answers that was learnt."""
    rows = [
        {**_of_item(place), "difficulty": difficulty, "answers": answers}
        for place, (difficulty, answers) in moved.items()
    ]
    if rows:
        connection.execute(_MOVE_DIFFICULTY, rows)


def keep_answers(connection: Connection, kept: Sequence[Kept], now: datetime) -> None:
    """Keep the answers themselves."""
    rows = [
        {
            "of_attempt": one.attempt_id,
            "of_number": one.number,
            "answer": one.answer.as_data(),
            "score": one.grade.score,
            "is_right": one.grade.is_right,
            "is_first": one.is_first,
            "answered_at": now,
        }
        for one in kept
    ]
    connection.execute(_ANSWER, rows)


def keep_cards(
    connection: Connection,
    cards: Mapping[tuple[LearnerKey, BankPlace], Card],
    *,
    known: Collection[tuple[LearnerKey, BankPlace]],
) -> None:
    """Keep cards; `known` are those that have a row."""
    old, new = [], []
    for (key, place), card in cards.items():
        values = {
            "stability": card.stability,
            "difficulty": card.difficulty,
            "due_at": card.due_at,
            "reviewed_at": card.reviewed_at,
            "reviews": card.reviews,
            "lapses": card.lapses,
        }
        if (key, place) in known:
            old.append({**_of_learner(key), **_of_item(place), **values})
            continue
        new.append(
            {
                "server_id": key.server_id,
                "user_id": key.user_id,
                "bank_id": place.bank_id,
                "lesson_id": place.lesson_id,
                "item_id": place.item_id,
                **values,
            }
        )
    if old:
        connection.execute(_MOVE_CARD, old)
    if new:
        connection.execute(_NEW_CARD, new)


def count_days(connection: Connection, counts: Mapping[tuple[LearnerKey, date], int]) -> None:
    """Count answers on days."""
    rows = [{**_of_learner(key), "of_day": day, "more": more} for (key, day), more in counts.items()]
    connection.execute(_BEGIN_DAY, rows)
    connection.execute(_COUNT_DAY, rows)


def _of_learner(key: LearnerKey) -> dict[str, Any]:
    return {"of_server": key.server_id, "of_user": key.user_id}


def _of_item(place: BankPlace) -> dict[str, Any]:
    return {"of_bank": place.bank_id, "of_lesson": place.lesson_id, "of_item": place.item_id}
