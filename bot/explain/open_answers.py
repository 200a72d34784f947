"""What would answer a question that a learner has open in a quiz: no model's words in an explainer may say it."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from bot.learners.values import LearnerKey
from bot.storage import Connection, Database

_PHRASE, _CHINESE_PHRASE = 20, 8
"""Characters from which on an answer is a phrase."""


class Open(Protocol):
    """A question that a learner has before them."""

    @property
    def answers(self) -> tuple[str, ...]:
        """What gives it away."""
        ...


class OpenQuestions(Protocol):
    """What another room has asked a learner who has not answered yet."""

    async def open_in(self, connection: Connection, key: LearnerKey) -> Sequence[Open]:
        """Those questions in every language, as part of a unit of work."""
        ...


class OpenAnswers:
    """Looks up what must not be said to somebody just now."""

    def __init__(self, database: Database, open_questions: OpenQuestions) -> None:
        self._database = database
        self._open_questions = open_questions

    async def of(self, learner: LearnerKey) -> tuple[str, ...]:
        """The phrases; single words are left out, as they occur in much that gives nothing away."""
        items = await self._database.read(partial(self._open_questions.open_in, key=learner))
        return tuple(
            text
            for item in items
            for text in item.answers
            if len(text) >= (_PHRASE if text.isascii() else _CHINESE_PHRASE)
        )
