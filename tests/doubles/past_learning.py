"""What learners did in the past, written straight into the tables: answers of theirs without the quizzes around them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from bot.learners.values import LearnerKey
from bot.quiz.attempts.values import Mode
from bot.quiz.bank_values import BankPlace
from bot.quiz.store import attempts, questions
from bot.storage import Connection, Database

TOKEN = BankPlace(0, "how-llms-work", "check-tokens")
"""An item of the built-in course."""
TEMPERATURE = BankPlace(0, "how-llms-work", "check-temperature")
PROMPT = BankPlace(0, "prompt-fundamentals", "check-delimiters")


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer."""

    user_id: int
    at: datetime
    place: BankPlace = TOKEN
    server_id: int = 7
    is_right: bool = True
    is_first: bool = True
    hints: int = 0
    mode: Mode = Mode.PRACTICE


async def learnt(database: Database, *answers: Answered) -> None:
    """Put the answers where those of real quizzes are, each in an attempt of its own."""

    async def unit(connection: Connection) -> None:
        for one in answers:
            attempt = f"{one.user_id}-{one.place.item_id[-5:]}-{one.at:%m%d%H}"[:16]
            key = LearnerKey(one.server_id, one.user_id)
            learner = {"server_id": key.server_id, "user_id": key.user_id}
            await connection.execute(
                insert(attempts).values(
                    id=attempt, **learner, lessons=[one.place.lesson_id], mode=one.mode.value, language="en",
                    seed=1, length=1, state="finished", number=1, started_at=one.at, ended_at=one.at,
                )
            )  # fmt: skip
            await connection.execute(
                insert(questions).values(
                    attempt_id=attempt, number=1, **learner, bank_id=one.place.bank_id,
                    lesson_id=one.place.lesson_id, item_id=one.place.item_id, version=1, hints=one.hints,
                    answer={"chosen": [0], "text": "", "unsure": False}, score=float(one.is_right),
                    is_right=one.is_right, is_first=one.is_first, answered_at=one.at,
                )
            )  # fmt: skip

    await database.write(unit)
