"""Who stands where in a live round: right answers first, time second, teams by their average."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.quiz.live.scores import points_of, standings, team_standings
from bot.quiz.live.values import LiveAnswer, Player, Scoring, Tally

SECONDS = 20


def tally(*given: tuple[int, list[tuple[bool, int]]], teams: bool = False) -> Tally:
    """People by number with whether each answer was right and its milliseconds."""
    players = tuple(Player(user, f"Player {user}", 1 + user % 2 if teams else 0) for user, _ in given)
    answers = tuple(
        LiveAnswer(number, user, 0, right, millis)
        for user, own in given
        for number, (right, millis) in enumerate(own, 1)
    )
    return Tally((), players, answers)


def order(found: Tally, scoring: Scoring) -> list[tuple[int, int]]:
    return [(one.place, one.player.user_id) for one in standings(found, scoring, SECONDS)]


def test_more_right_answers_stand_above_quicker_ones() -> None:
    found = tally(
        (1, [(True, 19_000), (True, 19_000)]), (2, [(True, 10), (False, 10)]), (3, [(False, 1), (False, 1)])
    )
    assert order(found, Scoring.ACCURACY) == [(1, 1), (2, 2), (3, 3)]


def test_time_decides_between_people_with_as_many_right_and_equals_share_a_place() -> None:
    found = tally((1, [(True, 900)]), (2, [(True, 300)]), (3, [(True, 900)]), (4, [(False, 1)]))
    assert order(found, Scoring.ACCURACY) == [(1, 2), (2, 1), (2, 3), (4, 4)]


def test_a_wrong_answer_is_worth_nothing_however_quick_it_was() -> None:
    assert points_of(LiveAnswer(1, 1, 0, False, 1), Scoring.SPEED, SECONDS) == 0
    assert points_of(LiveAnswer(1, 1, 0, True, 0), Scoring.SPEED, SECONDS) == 1000
    assert points_of(LiveAnswer(1, 1, 0, True, 20_000), Scoring.SPEED, SECONDS) == 500


@settings(max_examples=200)
@given(st.integers(-5_000, 200_000), st.integers(-5_000, 200_000))
def test_one_right_answer_is_never_worth_more_than_two(quick: int, slow: int) -> None:
    one = points_of(LiveAnswer(1, 1, 0, True, quick), Scoring.SPEED, SECONDS)
    two = 2 * points_of(LiveAnswer(1, 1, 0, True, slow), Scoring.SPEED, SECONDS)
    assert 500 <= one <= 1000 <= two


def test_a_team_with_one_member_more_has_no_advantage() -> None:
    found = tally((1, [(True, 100)]), (2, [(True, 100)]), (3, [(False, 100)]), teams=True)
    teams = team_standings(standings(found, Scoring.ACCURACY, SECONDS))
    assert [(one.place, one.team, one.members, one.points) for one in teams] == [
        (1, 1, 1, 1.0),
        (2, 2, 2, 0.5),
    ]


def test_who_never_answered_stands_last_and_has_nothing() -> None:
    found = tally((1, []), (2, [(True, 5)]))
    assert order(found, Scoring.SPEED) == [(1, 2), (2, 1)]
    assert standings(found, Scoring.SPEED, SECONDS)[-1].points == 0
