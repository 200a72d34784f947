"""Logistic regression over hashed sequences and ideas, with numpy alone.

Full-batch L-BFGS in a fixed order: the same rows give the same weights, byte for byte on the same machine.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_MEMORY = 8
_STEPS = 60
_CLOSE_ENOUGH = 1e-5


class Block:
    """Texts as rows of a sparse matrix: equal values in the columns of what was found in each, length 1."""

    def __init__(self, found: Sequence[NDArray[np.int64]], width: int) -> None:
        """`found`: for each text, the columns of what it has, at least one. `width`: number of columns."""
        self._lengths = np.array([len(each) for each in found])
        self._columns = np.concatenate(found)
        self._starts = np.concatenate([[0], np.cumsum(self._lengths)[:-1]])
        self._value = 1 / np.sqrt(self._lengths)
        self.width = width

    def times(self, weights: Floats) -> Floats:
        """What each row adds to its logit."""
        sums = np.add.reduceat(weights[self._columns], self._starts)
        added: Floats = sums * self._value
        return added

    def gather(self, pull: Floats) -> Floats:
        """The gradient of the weights, given that of the logits."""
        spread = np.repeat(pull * self._value, self._lengths)
        gradient: Floats = np.bincount(self._columns, weights=spread, minlength=self.width).astype(np.float64)
        return gradient


class Rows:
    """Texts as several blocks side by side, and some columns of evidence beside."""

    def __init__(self, blocks: Sequence[Block], evidence: Floats) -> None:
        """`evidence`: one row per text, a handful of columns."""
        self._evidence = evidence
        self.blocks = blocks
        self._ends = np.cumsum([block.width for block in blocks]).tolist()
        self.size = self._ends[-1] + evidence.shape[1] + 1
        """Weights of a model: those of each block, evidence, bias."""

    def times(self, weights: Floats) -> Floats:
        """The logit of each row."""
        logits: Floats = self._evidence @ weights[self._ends[-1] : -1] + weights[-1]
        for block, end in zip(self.blocks, self._ends, strict=True):
            logits = logits + block.times(weights[end - block.width : end])
        return logits

    def gather(self, pull: Floats) -> Floats:
        """The gradient of the weights, given that of the logits."""
        of_blocks = [block.gather(pull) for block in self.blocks]
        return np.concatenate([*of_blocks, pull @ self._evidence, [pull.sum()]])


def fit(rows: Rows, wanted: NDArray[np.bool_], importance: Floats, strengths: Sequence[float]) -> Floats:
    """Weights that tell `wanted` rows from the others.

    `strengths`: how freely the weights of each block may grow (inverse of L2); evidence as the first.
    """
    sign = np.where(wanted, 1.0, -1.0)
    decay = np.full(rows.size, 1 / strengths[0])
    at = 0
    for block, strength in zip(rows.blocks, strengths, strict=True):
        decay[at : at + block.width] = 1 / strength
        at += block.width
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
