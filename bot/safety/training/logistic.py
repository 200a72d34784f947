"""Logistic regression over hashed sequences, with numpy alone.

Full-batch L-BFGS in a fixed order: the same rows give the same weights, byte for byte on the same machine.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_MEMORY = 8
_STEPS = 60
_CLOSE_ENOUGH = 1e-5


class Rows:
    """Texts as rows of a sparse matrix: equal values in their buckets, length 1, and some columns of evidence beside."""

    def __init__(self, found: Sequence[NDArray[np.int64]], evidence: Floats, width: int) -> None:
        """`evidence`: one row per text, a handful of columns. `width`: number of buckets."""
        self._lengths = np.array([len(each) for each in found])
        self._columns = np.concatenate(found)
        self._starts = np.concatenate([[0], np.cumsum(self._lengths)[:-1]])
        self._value = 1 / np.sqrt(self._lengths)
        self._evidence = evidence
        self._width = width
        self.size = width + evidence.shape[1] + 1
        """Weights of a model: buckets, evidence, bias."""

    def times(self, weights: Floats) -> Floats:
        """The logit of each row."""
        sums = np.add.reduceat(weights[: self._width][self._columns], self._starts)
        logits: Floats = sums * self._value + self._evidence @ weights[self._width : -1] + weights[-1]
        return logits

    def gather(self, pull: Floats) -> Floats:
        """The gradient of the weights, given that of the logits."""
        spread = np.repeat(pull * self._value, self._lengths)
        bucket_part = np.bincount(self._columns, weights=spread, minlength=self._width)
        return np.concatenate([bucket_part, pull @ self._evidence, [pull.sum()]])


def fit(rows: Rows, wanted: NDArray[np.bool_], importance: Floats, strength: float) -> Floats:
    """Weights that tell `wanted` rows from the others. `strength`: how freely weights may grow (inverse of L2)."""
    sign = np.where(wanted, 1.0, -1.0)
    decay = np.full(rows.size, 1 / strength)
    decay[-1] = 0.0

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = -sign * rows.times(weights)
        pull = -sign * importance / (1 + np.exp(-margin))
        value = float(importance @ np.logaddexp(0, margin) + 0.5 * (decay * weights) @ weights)
        return value, rows.gather(pull) + decay * weights

    return _descend(loss, np.zeros(rows.size))


def _descend(loss: Callable[[Floats], tuple[float, Floats]], weights: Floats) -> Floats:
    value, slope = loss(weights)
    steps: list[Floats] = []
    turns: list[Floats] = []
    for _ in range(_STEPS):
        direction = _direction(slope, steps, turns)
        length, fall = 1.0, float(slope @ direction)
        while True:
            ahead = weights - length * direction
            value_ahead, slope_ahead = loss(ahead)
            if value_ahead <= value - 1e-4 * length * fall or length < 1e-4:
                break
            length /= 2
        step, turn = ahead - weights, slope_ahead - slope
        if step @ turn > 1e-10:
            steps.append(step)
            turns.append(turn)
            del steps[:-_MEMORY], turns[:-_MEMORY]
        settled = abs(value - value_ahead) < _CLOSE_ENOUGH * abs(value)
        weights, value, slope = ahead, value_ahead, slope_ahead
        if settled:
            break
    return weights


def _direction(slope: Floats, steps: list[Floats], turns: list[Floats]) -> Floats:
    """The two-loop recursion of L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4)."""
    direction = slope.copy()
    if not steps:
        first: Floats = direction / (np.abs(direction).sum() / 10 + 1e-9)
        return first
    shares = []
    for step, turn in zip(reversed(steps), reversed(turns), strict=True):
        share = float(step @ direction) / float(step @ turn)
        shares.append(share)
        direction -= share * turn
    direction *= float(steps[-1] @ turns[-1]) / float(turns[-1] @ turns[-1])
    for step, turn, share in zip(steps, turns, reversed(shares), strict=True):
        direction += step * (share - float(turn @ direction) / float(step @ turn))
    return direction
