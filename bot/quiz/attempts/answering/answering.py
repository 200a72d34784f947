"""Everything that one answer changes, inside the unit of work that takes it: the answer itself, what is known of the learner and of
the item, the card for reviews, the day.
"""

from datetime import datetime
from typing import Any

from bot.quiz.attempts import choosing
from bot.quiz.attempts.answering import store
from bot.quiz.attempts.answering.store import Before, KnownItems
from bot.quiz.attempts.answers import Answer, Grade
from bot.quiz.attempts.rating import Rating, credit, expected, moved, moved_difficulty
from bot.quiz.attempts.values import Question
from bot.quiz.reviews.schedule import remembered, reviewed
from bot.storage import Connection
from bot.texts.zones import USUAL, zone


async def before(connection: Connection, attempt_id: str, number: int, known: KnownItems) -> Before | None:
    """How an attempt and its question of that number stand; None where there is no such attempt."""
    return await connection.run_sync(store.before, attempt_id, number, known)


async def keep_answer(
    connection: Connection, before: Before, asked: Question, answer: Answer, grade: Grade, now: datetime
) -> None:
    """Keep an answer to an open question and what follows from it."""
    await connection.run_sync(_keep, before, asked, answer, grade, now)


def _keep(
    connection: Any, before: Before, asked: Question, answer: Answer, grade: Grade, now: datetime
) -> None:
    attempt, key = before.attempt, before.attempt.key
    ratings = store.ratings(connection, key, asked.item.concepts)
    difficulty, answers = before.difficulty or (0.0, 0)
    standing = choosing.standing(asked.item.concepts, ratings)
    surprise = credit(grade.score, asked.hints) - expected(standing, difficulty, asked.item.kind)
    changed = {concept: moved(ratings.get(concept, Rating()), surprise) for concept in asked.item.concepts}
    store.keep_ratings(connection, key, changed, known=ratings.keys(), now=now)
    is_first = not before.has_met
    if is_first and before.difficulty is not None and not asked.hints:
        store.move_difficulty(connection, asked.place, moved_difficulty(difficulty, answers, surprise))
    store.keep(connection, attempt, asked, answer, grade, is_first=is_first, now=now)
    card = reviewed(before.card, asked.place, remembered(grade, asked.hints, asked.confidence), now)
    store.keep_card(connection, key, card, is_new=before.card is None)
    day = now.astimezone(zone(before.timezone or USUAL[attempt.language])).date()
    store.count_day(connection, key, day)
