"""What answers change, inside the unit of work that takes them: the answers themselves, what is known of the learners and of the
items, the cards for reviews, the days.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.learners.values import LearnerKey
from bot.quiz.attempts import choosing
from bot.quiz.attempts.answering import store
from bot.quiz.attempts.answering.store import Asked, Kept
from bot.quiz.attempts.answers import Answer, Grade
from bot.quiz.attempts.rating import Rating, credit, expected, moved, moved_difficulty
from bot.quiz.bank_values import BankPlace
from bot.quiz.reviews.schedule import remembered, reviewed
from bot.quiz.reviews.values import Card, Remembered
from bot.texts.zones import USUAL, zone


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer to the open question of an attempt, with its grade."""

    asked: Asked
    answer: Answer
    grade: Grade


def keep(connection: Any, taken: Sequence[Taken], now: datetime) -> None:
    """Keep answers, and what follows from them in the order in which they were given."""
    if not taken:
        return
    wanted = [
        (one.asked.attempt.key, concept) for one in taken for concept in one.asked.question.item.concepts
    ]
    ratings = store.ratings(connection, wanted)
    learnt = _Learnt(dict(ratings), now)
    for one in taken:
        learnt.learn(one)
    store.keep_answers(connection, learnt.answers, now)
    store.keep_ratings(connection, learnt.ratings, known=ratings.keys(), now=now)
    store.keep_difficulties(connection, learnt.difficulties)
    store.keep_cards(connection, learnt.cards, known=learnt.known_cards)
    store.count_days(connection, learnt.days)


class _Learnt:
    """What is known after one answer and the next: two of one batch may be about the same learner or the same item."""

    def __init__(self, ratings: dict[tuple[LearnerKey, str], Rating], now: datetime) -> None:
        self._now = now
        self._met: set[tuple[int, BankPlace]] = set()
        self.answers: list[Kept] = []
        self.ratings = ratings
        self.difficulties: dict[BankPlace, tuple[float, int]] = {}
        self.cards: dict[tuple[LearnerKey, BankPlace], Card] = {}
        self.known_cards: set[tuple[LearnerKey, BankPlace]] = set()
        self.days: Counter[tuple[LearnerKey, date]] = Counter()

    def learn(self, taken: Taken) -> None:
        """Move everything by one answer."""
        asked, question, grade = taken.asked, taken.asked.question, taken.grade
        key, place, item = asked.attempt.key, question.place, question.item
        is_first = not asked.has_met and (key.user_id, place) not in self._met
        self._met.add((key.user_id, place))
        self.answers.append(Kept(asked.attempt.id, question.number, taken.answer, grade, is_first))
        difficulty, answers = self.difficulties.get(place) or asked.difficulty or (0.0, 0)
        before = {concept: self.ratings.get((key, concept), Rating()) for concept in item.concepts}
        surprise = credit(grade.score, question.hints) - expected(
            choosing.standing(item.concepts, before), difficulty, item.kind
        )
        for concept, rating in before.items():
            self.ratings[key, concept] = moved(rating, surprise)
        if is_first and asked.difficulty is not None and not question.hints:
            self.difficulties[place] = moved_difficulty(difficulty, answers, surprise), answers + 1
        self._remember(asked, remembered(grade, question.hints, question.confidence))
        zone_name = asked.timezone or USUAL[asked.attempt.language]
        self.days[key, self._now.astimezone(zone(zone_name)).date()] += 1

    def _remember(self, asked: Asked, how: Remembered) -> None:
        at = (asked.attempt.key, asked.question.place)
        if asked.card is not None:
            self.known_cards.add(at)
        self.cards[at] = reviewed(self.cards.get(at) or asked.card, asked.question.place, how, self._now)
