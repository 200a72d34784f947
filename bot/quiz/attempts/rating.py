"""How well a learner knows a concept and how hard an item is, moved by every answer (Elo, as Pelánek 2016 describes it).

Both are logits on one scale: a learner of rating r knows an item of difficulty d with the probability 1 / (1 + e^(d − r)).
A pressed button may also be a lucky one, which the number of options says.
"""

from dataclasses import dataclass
from math import exp

from bot.quiz.items import Kind

TARGET = 0.7
"""Adaptive quizzes ask what is answered rightly so often: hard enough to teach, easy enough to go on."""
_HINT_COSTS = 0.25
_STEP, _SLOWER = 0.8, 0.05
"""K of the n-th answer is `_STEP / (1 + _SLOWER · n)`."""
_GUESSED = {Kind.SINGLE: 0.25, Kind.TRUE_FALSE: 0.5}
"""Probability of a lucky answer; a card has “I'm not sure”, and still."""
BOUND = 4.0
"""Ratings stay within ± this."""


@dataclass(frozen=True, slots=True)
class Rating:
    """Where a learner stands with a concept."""

    value: float = 0.0
    """Logits; 0 is the middle."""
    answers: int = 0

    @property
    def known(self) -> float:
        """Probability, 0 to 1, of knowing an item of middle difficulty."""
        return _logistic(self.value)


def expected(rating: float, difficulty: float, kind: Kind) -> float:
    """Probability, 0 to 1, of a right answer."""
    luck = _GUESSED.get(kind, 0.0)
    return luck + (1 - luck) * _logistic(rating - difficulty)


def credit(score: float, hints: int) -> float:
    """What an answer says about knowledge: its score, less for every hint, never below a quarter of it."""
    return score * max(0.25, 1 - _HINT_COSTS * hints)


def moved(rating: Rating, surprise: float) -> Rating:
    """The rating after one more answer; `surprise` is the credit less what was expected, −1 to 1."""
    value = rating.value + _pace(rating.answers) * surprise
    return Rating(max(-BOUND, min(BOUND, value)), rating.answers + 1)


def moved_difficulty(difficulty: float, answers: int, surprise: float) -> float:
    """The difficulty after one more first answer."""
    return max(-BOUND, min(BOUND, difficulty - _pace(answers) * surprise))


def _pace(answers: int) -> float:
    return _STEP / (1 + _SLOWER * answers)


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x))
