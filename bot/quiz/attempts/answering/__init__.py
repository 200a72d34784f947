"""How an answer travels, from the press to the sheet that is shown for it.

`taking.py` is its whole way: what was pressed at the same moment is read, graded and stored together. `following.py` says what an
answer changes in what is known of the learner and of the item. `store.py` holds the statements.
"""

from bot.quiz.attempts.answering.taking import Press, Taking

__all__ = ["Press", "Taking"]
