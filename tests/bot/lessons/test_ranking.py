"""Scores of sections, and how they are joined."""

import numpy as np

from bot.lessons.places import NAMES, NOWHERE, Places, place
from bot.lessons.ranking import Space, as_shares, rank

A, B, C = range(3)
"""Sections of one lesson, one behind the other."""
SPACE = Space(10, 50.0, np.full(3, 50), np.array([3, 0, 1]), np.array([1, 2, 3]))


def at(section: int, *, field: int = 1, times: int = 1) -> Places:
    return np.array([place(section, field, word) for word in range(times)], dtype=np.int64)


def both(*places: Places) -> Places:
    return np.sort(np.concatenate(places))


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    ranking = rank([[(both(at(A), at(B)), 1.0)], [(at(C), 1.0)]], SPACE)
    assert ranking.weights[1] > ranking.weights[0]
    assert ranking.scores[C] > ranking.scores[A]


def test_a_word_in_the_heading_counts_more_than_one_in_the_text() -> None:
    ranking = rank([[(both(at(A, field=NAMES), at(C)), 1.0)]], SPACE)
    assert ranking.scores[A] > ranking.scores[C]


def test_a_word_that_names_repeat_counts_once() -> None:
    once = rank([[(at(A, field=NAMES), 1.0)]], SPACE)
    often = rank([[(at(A, field=NAMES, times=5), 1.0)]], SPACE)
    assert once.scores[A] == often.scores[A]


def test_each_of_two_terms_that_stand_for_a_word_counts_in_names() -> None:
    one = rank([[(at(A, field=NAMES), 1.0)]], SPACE)
    two = rank([[(at(A, field=NAMES), 1.0), (at(A, field=NAMES), 0.5)]], SPACE)
    assert two.scores[A] > one.scores[A]


def test_a_neighbour_lends_a_little_and_what_holds_nothing_is_lent_nothing() -> None:
    alone = rank([[(at(A), 1.0)], [(NOWHERE, 1.0)]], SPACE).scores
    beside = rank([[(at(A), 1.0)], [(at(B), 1.0)]], SPACE).scores
    assert alone[A] < beside[A] < 1.2 * alone[A]
    assert alone[B] == 0.0


def test_the_chunk_that_holds_most_is_the_one_to_quote() -> None:
    ranking = rank([[(both(at(A), at(A, field=3)), 1.0)], [(at(A, field=3), 1.0)]], SPACE)
    assert ranking.best_part(A) == 2
    assert ranking.best_part(B) == 0


def test_the_same_word_in_two_servers_is_one_word() -> None:
    ranking = rank([[(at(A), 1.0), (at(B), 1.0)]], SPACE)
    assert ranking.unknown == (False,)
    assert len(ranking.weights) == 1
    assert ranking.scores[A] == ranking.scores[B] > 0


def test_a_word_that_stands_nowhere_is_unknown_and_weighs_most() -> None:
    ranking = rank([[(at(A), 1.0)], [(NOWHERE, 1.0)], []], SPACE)
    assert ranking.unknown == (False, True, True)
    assert ranking.weights[1] == ranking.weights[2] > ranking.weights[0]


def test_sections_that_are_called_by_enough_of_a_question_are_told() -> None:
    named = both(at(A, field=NAMES), at(B, field=NAMES))
    ranking = rank([[(named, 1.0)], [(both(at(A), at(B, field=NAMES)), 1.0)], [(at(C), 1.0)]], SPACE)
    assert ranking.named_for(1.5 * ranking.weights[0]) == [B]
    assert ranking.named_for(0.0) == [A, B]
    assert 0.5 < ranking.named_share < 1.0


def test_nothing_is_found_for_nothing() -> None:
    ranking = rank([], SPACE)
    assert not ranking.scores.any()
    assert ranking.named_for(0.0) == []
    assert ranking.named_share == ranking.best_possible == 0.0


def test_where_nobody_writes_nothing_is_found() -> None:
    assert not rank([[], []], Space.without_text(3)).scores.any()


def test_scores_become_shares_of_the_best() -> None:
    assert as_shares(np.array([10.0, 5.0, -1.0])).tolist() == [1.0, 0.5, 0.0]
    assert as_shares(np.zeros(2)).tolist() == [0.0, 0.0]
