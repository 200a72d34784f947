"""Scores of sections, and how they are joined."""

from bot.lessons.ranking import Hit, SectionKey, Space, gather, join, rank

A, B, C = (SectionKey(0, "lesson", name) for name in "abc")
PLACE = {A: 0, B: 1, C: 2}
SPACE = Space(10, 50.0)


def hit(term: str, section: SectionKey, *, heading: bool = False, times: int = 1, part: int = 0) -> Hit:
    return Hit(term, section, PLACE[section], part, heading, 50, range(times))


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    hits = [hit("common", A), hit("common", B), hit("rare", C)]
    ranking = rank([{"common": 1}, {"rare": 1}], gather(hits), SPACE)
    assert ranking.weights[1] > ranking.weights[0]
    assert ranking.scores[C] > ranking.scores[A]


def test_a_word_in_the_heading_counts_more_than_one_in_the_text() -> None:
    ranking = rank([{"x": 1}], gather([hit("x", A, heading=True), hit("x", C)]), SPACE)
    assert ranking.scores[A] > ranking.scores[C]


def test_a_heading_repeated_in_each_chunk_counts_once() -> None:
    once = rank([{"x": 1}], gather([hit("x", A, heading=True)]), SPACE)
    often = rank([{"x": 1}], gather([hit("x", A, heading=True, part=part) for part in range(5)]), SPACE)
    assert once.scores[A] == often.scores[A]


def test_a_neighbour_lends_a_little() -> None:
    alone = rank([{"x": 1}, {"y": 1}], gather([hit("x", A)]), SPACE).scores[A]
    beside = rank([{"x": 1}, {"y": 1}], gather([hit("x", A), hit("y", B)]), SPACE).scores[A]
    assert alone < beside < 1.2 * alone


def test_the_chunk_that_holds_most_is_the_one_to_quote() -> None:
    ranking = rank(
        [{"x": 1}, {"y": 1}], gather([hit("x", A), hit("x", A, part=2), hit("y", A, part=2)]), SPACE
    )
    assert ranking.held(A).best_part(ranking.weights) == 2


def test_the_same_word_in_two_servers_is_one_word() -> None:
    ranking = rank([{"0x": 1, "5x": 1}], gather([hit("0x", A), hit("5x", B)]), SPACE)
    assert ranking.unknown == (False,)
    assert len(ranking.weights) == 1


def test_a_word_that_stands_nowhere_is_unknown_and_weighs_most() -> None:
    ranking = rank([{"x": 1}, {"nowhere": 1}], gather([hit("x", A)]), SPACE)
    assert ranking.unknown == (False, True)
    assert ranking.weights[1] > ranking.weights[0]


def test_joined_scores_are_shares_of_each_best() -> None:
    assert join([(0.5, {A: 10.0, B: 5.0}), (0.5, {B: 0.2})]) == {A: 0.5, B: 0.75}


def test_joining_nothing_gives_nothing() -> None:
    assert join([]) == {}
    assert join([(1.0, {A: 0.0})]) == {}
