"""One answer: what it needs to know, and what it changes, in few and ready-made statements, since everybody waits for them."""

from bot.quiz.attempts.answering.answering import keep_answer
from bot.quiz.attempts.answering.store import Before, before

__all__ = ["Before", "before", "keep_answer"]
