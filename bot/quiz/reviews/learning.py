"""What an answer changes in a learner's memory, inside the unit of work that keeps the answer."""

from datetime import datetime

from bot.quiz.attempts.answers import Grade
from bot.quiz.attempts.values import Attempt, Question
from bot.quiz.reviews import store
from bot.quiz.reviews.schedule import remembered, reviewed
from bot.storage import Connection
from bot.texts.zones import USUAL, zone


async def learnt(
    connection: Connection, attempt: Attempt, asked: Question, grade: Grade, now: datetime
) -> None:
    """Make the item a card with its first answer, move the card with every further one, and count the day."""
    how = remembered(grade, asked.hints, asked.confidence)
    known = await store.card(connection, attempt.key, asked.place)
    await store.keep(connection, attempt.key, reviewed(known, asked.place, how, now))
    wanted = await store.reminder(connection, attempt.key.user_id)
    name = wanted.timezone if wanted is not None else USUAL[attempt.language]
    await store.count_day(connection, attempt.key, now.astimezone(zone(name)).date())
