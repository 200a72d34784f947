"""One answer: what it needs to know, and what it changes, in few and ready-made statements, since everybody waits for them."""

from bot.quiz.attempts.answering.answering import before, keep_answer
from bot.quiz.attempts.answering.store import Before, KnownItems

__all__ = ["Before", "KnownItems", "before", "keep_answer"]
