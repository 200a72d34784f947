"""Words of a question that stand together in a section, and side by side."""

import numpy as np

from bot.lessons.closeness import closeness
from bot.lessons.places import NAMES, place
from bot.lessons.ranking import Ranking, Space, rank

A, B = range(2)
SPACE = Space(10, 50.0, np.full(2, 50), np.array([2, 2]), np.array([2, 2]))

Found = tuple[str, int, range | list[int]]
"""A word of the question "few shots", the field in which it stands, and the numbers of its places there."""


def ranked(*found: Found, section: int = A) -> Ranking:
    places: dict[str, list[int]] = {"few": [], "shots": []}
    for word, field, numbers in found:
        places[word] += [place(section, field, number) for number in numbers]
    return rank([[(np.array(sorted(some), dtype=np.int64), 1.0)] for some in places.values()], SPACE)


def together(*found: Found) -> float:
    return float(closeness(ranked(*found), [A]).together[A])


def beside(*found: Found) -> float:
    return float(closeness(ranked(*found), [A]).side_by_side[A])


def test_words_of_one_chunk_stand_together_and_those_of_two_do_not() -> None:
    assert together(("few", 1, [3]), ("shots", 1, [9])) == 1.0
    assert together(("few", 1, [3]), ("shots", 2, [4])) == 0.5


def test_a_word_that_stands_in_a_chunk_often_is_held_once() -> None:
    assert together(("few", 1, [3, 5, 7])) < 1.0


def test_a_name_stands_with_every_chunk() -> None:
    assert together(("few", NAMES, [0]), ("few", 1, [5]), ("shots", 3, [4])) == 1.0


def test_neighbours_count_more_than_words_with_another_between_them_and_those_more_than_words_apart() -> None:
    def at(number: int) -> float:
        return beside(("few", 1, [3]), ("shots", 1, [number]))

    assert at(4) > at(5) > at(6) == 0.0
    assert at(4) > at(2) > 0.0


def test_neighbours_that_recur_count_more_but_not_without_end() -> None:
    often = beside(("few", 1, range(0, 900, 3)), ("shots", 1, range(1, 900, 3)))
    once = beside(("few", 1, [3]), ("shots", 1, [4]))
    assert once < often < 3 * once


def test_the_last_word_of_a_chunk_is_no_neighbour_of_the_first_of_the_next() -> None:
    assert beside(("few", 1, [200]), ("shots", 2, [0])) == 0.0


def test_neighbours_in_a_name_count_more() -> None:
    named = beside(("few", NAMES, [0]), ("shots", NAMES, [1]))
    assert named > beside(("few", 1, [0]), ("shots", 1, [1]))


def test_terms_that_stand_for_one_word_at_the_same_place_count_once() -> None:
    few, shots = (np.array([place(A, 1, number)], dtype=np.int64) for number in (3, 4))
    twice = rank([[(few, 1.0), (few, 0.5)], [(shots, 1.0), (shots, 0.5)]], SPACE)
    once = ranked(("few", 1, [3]), ("shots", 1, [4]))
    assert closeness(twice, [A]).side_by_side[A] == closeness(once, [A]).side_by_side[A]


def test_only_the_sections_that_are_asked_for_are_looked_at() -> None:
    ranking = ranked(("few", 1, [3]), ("shots", 1, [4]), section=B)
    for sections, is_looked_at in (([A], False), ([A, B], True)):
        found = closeness(ranking, sections)
        assert bool(found.together[B]) is bool(found.side_by_side[B]) is is_looked_at


def test_a_question_of_nothing_known_has_nothing_together() -> None:
    for nothing in (rank([], SPACE), rank([[], []], SPACE)):
        found = closeness(nothing, [A])
        assert not found.together.any()
        assert not found.side_by_side.any()
