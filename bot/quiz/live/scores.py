"""Who stands where in a live round. Pure functions of what was answered in this round and of nothing else."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from bot.quiz.live.values import LiveAnswer, Player, Scoring, Tally

FULL: Final = 1000
"""Points of an immediate right answer where speed counts; at the end of the time half of it is left."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing:
    """One player's line."""

    place: int
    """From 1; people who did equally well share it."""
    player: Player = field(repr=False)
    right: int
    points: int
    millis: int
    """Milliseconds that the right answers took together."""


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """One team's line."""

    place: int
    team: int
    members: int
    points: float
    """The mean of its members' points, so that a team with one more has no advantage."""


def points_of(answer: LiveAnswer, scoring: Scoring, seconds: int) -> int:
    """What one answer is worth. A wrong one is worth nothing, and a right one at least half of what any other is."""
    if not answer.is_right:
        return 0
    if scoring is Scoring.ACCURACY:
        return 1
    share = min(1.0, max(0, answer.millis) / (1000 * seconds))
    return round(FULL * (1 - share / 2))


def standings(tally: Tally, scoring: Scoring, seconds: int) -> tuple[Standing, ...]:
    """Everybody who plays, the best first: by points, then by right answers, then by how little time those took."""
    given: dict[int, list[LiveAnswer]] = {}
    for answer in tally.answers:
        given.setdefault(answer.user_id, []).append(answer)
    unplaced = []
    for player in tally.players:
        own = given.get(player.user_id, [])
        right = [answer for answer in own if answer.is_right]
        points = sum(points_of(answer, scoring, seconds) for answer in own)
        unplaced.append(Standing(0, player, len(right), points, sum(answer.millis for answer in right)))
    ranked = _ranked(unplaced, lambda one: (-one.points, -one.right, one.millis))
    return tuple(Standing(place, one.player, one.right, one.points, one.millis) for place, one in ranked)


def team_standings(found: Sequence[Standing]) -> tuple[TeamStanding, ...]:
    """The teams that have members, the best first."""
    points: dict[int, list[int]] = {}
    for one in found:
        if one.player.team:
            points.setdefault(one.player.team, []).append(one.points)
    unplaced = [
        TeamStanding(0, team, len(all_), sum(all_) / len(all_)) for team, all_ in sorted(points.items())
    ]
    return tuple(
        TeamStanding(place, one.team, one.members, one.points)
        for place, one in _ranked(unplaced, lambda one: -one.points)
    )


def _ranked(values: Sequence[T], worth: Callable[[T], Hashable]) -> list[tuple[int, T]]:
    """The values by worth, the lowest first, each with its place; equals share one."""
    found: list[tuple[int, T]] = []
    for position, value in enumerate(sorted(values, key=worth), 1):  # type: ignore[arg-type]  # numbers and tuples of them
        shares = bool(found) and worth(found[-1][1]) == worth(value)
        found.append((found[-1][0] if shares else position, value))
    return found
