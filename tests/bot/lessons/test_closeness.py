"""Words of a question that stand together in a section, and side by side."""

from bot.lessons.closeness import side_by_side, together
from bot.lessons.ranking import Held, Hit, SectionKey, Space, gather, rank

A = SectionKey(0, "lesson", "a")
WEIGHTS = (1.0, 2.0)


def held(*hits: tuple[str, int, bool, str]) -> Held:
    """Of the question "few shots" in one section: word, chunk, whether in a name, numbers of words."""
    made = [
        Hit(term, A, 0, part, named, 50, [int(place) for place in places.split(",")])
        for term, part, named, places in hits
    ]
    return rank([{"few": 1}, {"shots": 1}], gather(made), Space(10, 50.0)).held(A)


def test_words_of_one_chunk_stand_together_and_those_of_two_do_not() -> None:
    assert together(held(("few", 0, False, "3"), ("shots", 0, False, "9")), WEIGHTS) == 1.0
    assert together(held(("few", 0, False, "3"), ("shots", 1, False, "4")), WEIGHTS) == 2 / 3


def test_a_name_stands_with_every_chunk() -> None:
    assert together(held(("few", 0, True, "0"), ("shots", 2, False, "4")), WEIGHTS) == 1.0


def test_neighbours_count_more_than_words_with_another_between_them_and_those_more_than_words_apart() -> None:
    def beside(places: str) -> float:
        return side_by_side(held(("few", 0, False, "3"), ("shots", 0, False, places)), WEIGHTS)

    assert beside("4") > beside("5") > beside("6") == 0.0
    assert beside("4") > beside("2") > 0.0


def test_neighbours_that_recur_count_more_but_not_without_end() -> None:
    few, shots = ",".join(map(str, range(0, 900, 3))), ",".join(map(str, range(1, 900, 3)))
    often = side_by_side(held(("few", 0, False, few), ("shots", 0, False, shots)), WEIGHTS)
    once = side_by_side(held(("few", 0, False, "3"), ("shots", 0, False, "4")), WEIGHTS)
    assert once < often < 3 * once


def test_the_last_word_of_a_chunk_is_no_neighbour_of_the_first_of_the_next() -> None:
    assert side_by_side(held(("few", 0, False, "200"), ("shots", 1, False, "0")), WEIGHTS) == 0.0


def test_neighbours_in_a_name_count_more() -> None:
    named = side_by_side(held(("few", 0, True, "0"), ("shots", 0, True, "1")), WEIGHTS)
    assert named > side_by_side(held(("few", 0, False, "0"), ("shots", 0, False, "1")), WEIGHTS)


def test_a_question_of_nothing_known_has_nothing_together() -> None:
    nothing = rank([], {}, None).held(A)
    assert together(nothing, ()) == side_by_side(nothing, ()) == 0.0
