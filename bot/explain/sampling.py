"""How temperature and top-p reshape the chances of the next token. Pure arithmetic.

Temperature comes first, then top-p, as in the common implementations (Holtzman et al. 2020, "The Curious Case of Neural
Text Degeneration", for top-p).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

HIGHEST_TEMPERATURE = 2.0
"""As far as the common providers go."""
_NOTHING = 1e-6
"""What is left to the others below this share is rounding."""


@dataclass(frozen=True, slots=True)
class Chance:
    """One candidate for the next token."""

    token: str
    before: float
    """Its probability as the model gives it, 0 to 1."""
    after: float
    """Its probability after temperature and top-p."""


@dataclass(frozen=True, slots=True)
class Reshaped:
    """A distribution before and after, the likeliest candidate first."""

    chances: tuple[Chance, ...]
    others_before: float
    """What the candidates that nobody named have together."""
    others_after: float

    @property
    def is_approximate(self) -> bool:
        """Whether some candidates are not known, so that their share after reshaping is an estimate."""
        return self.others_before > 0


def reshape(
    candidates: Sequence[tuple[str, float]], *, temperature: float, top_p: float, complete: bool
) -> Reshaped:
    """Candidates (tokens with natural-log probabilities) at a temperature (0 to 2) and a top-p (above 0, to 1).

    Temperature 0 is greedy: the likeliest takes all. Where the candidates are not `complete`, what is missing to 1 belongs to
    *others*; they are taken as tokens that share it equally, none likelier than the least candidate. Raises `ValueError` for
    values out of range or no candidate.
    """
    if not candidates or not 0 <= temperature <= HIGHEST_TEMPERATURE or not 0 < top_p <= 1:
        raise ValueError("candidates, a temperature from 0 to 2 and a top-p above 0 and up to 1 are needed")
    ranked = sorted(candidates, key=lambda candidate: -candidate[1])
    logs = [log for _, log in ranked]
    before = [math.exp(log) for log in logs]
    rest = 0.0 if complete else max(0.0, 1.0 - math.fsum(before))
    if complete:
        total = math.fsum(before)
        before = [one / total for one in before]
    if rest < _NOTHING:
        rest = 0.0
    weights, rest_weight = _at_temperature(logs, rest, temperature)
    kept, rest_kept = _nucleus(weights, rest_weight, top_p)
    chances = tuple(
        Chance(token, first, second) for (token, _), first, second in zip(ranked, before, kept, strict=True)
    )
    return Reshaped(chances, rest, rest_kept)


def _at_temperature(logs: Sequence[float], rest: float, temperature: float) -> tuple[list[float], float]:
    """Probabilities that add up to 1 with that of the rest. `logs` are sorted, the highest first."""
    if temperature == 0:
        return [1.0, *[0.0] * (len(logs) - 1)], 0.0
    highest = logs[0]
    weights = [math.exp((log - highest) / temperature) for log in logs]
    rest_weight = 0.0
    if rest > 0:
        least = max(math.exp(logs[-1]), 1e-12)
        count = max(1, math.ceil(rest / least))
        rest_weight = count * math.exp((math.log(rest / count) - highest) / temperature)
    total = math.fsum(weights) + rest_weight
    return [weight / total for weight in weights], rest_weight / total


def _nucleus(chances: Sequence[float], rest: float, top_p: float) -> tuple[list[float], float]:
    """The smallest set of the likeliest that reaches `top_p`, made to add up to 1; the rest comes last."""
    reached = 0.0
    kept: list[float] = []
    for chance in chances:
        kept.append(chance if reached < top_p - 1e-12 else 0.0)
        reached += chance
    rest_kept = rest if reached < top_p - 1e-12 else 0.0
    total = math.fsum(kept) + rest_kept
    return [chance / total for chance in kept], rest_kept / total


def draw(chances: Sequence[Chance], chance: Random) -> str:
    """One token by its probability after reshaping."""
    return chance.choices([one.token for one in chances], [one.after for one in chances])[0]
