"""What searches remember stays bounded."""

from bot.lessons.ranking import Posting, SectionKey
from bot.lessons.search_memory import Occurrences


def posting(number: int) -> tuple[SectionKey, Posting]:
    section = SectionKey(0, "lesson", str(number))
    return section, Posting(section, number, 10, False, ((0, 1),), 1)


def test_the_terms_looked_up_first_are_forgotten_first() -> None:
    remembered = Occurrences(most=10)
    for term in "abc":
        remembered.add({term: dict(posting(number) for number in range(4))})
    assert remembered.get("a") is None
    assert set(remembered.get("c") or {}) == {SectionKey(0, "lesson", str(number)) for number in range(4)}


def test_that_a_term_stands_nowhere_is_remembered_too() -> None:
    remembered = Occurrences(most=10)
    remembered.add({"nowhere": {}})
    assert remembered.get("nowhere") == {}
    assert remembered.get("not looked up") is None


def test_terms_that_stand_nowhere_do_not_pile_up() -> None:
    remembered = Occurrences(most=10)
    remembered.add({f"strange{number}": {} for number in range(100)})
    assert sum(remembered.get(f"strange{number}") is not None for number in range(100)) == 10
