"""Marks in an answer and the sections they stand for."""

from bot.memory.values import Citation
from bot.texts.kinds import Released
from bot.tutor.citing import cited, keep_known_marks

KNOWN = tuple(
    Citation(number, "lesson", f"section-{number}", "Lesson", f"Section {number}") for number in (1, 2, 3)
)


def mended(text: str) -> str:
    return keep_known_marks(Released(text), KNOWN)


def test_known_marks_stay_and_unknown_ones_go() -> None:
    assert mended("A [1]. B [7]. C[2] D [3, 9].") == "A [1]. B. C [2] D [3]."


def test_several_numbers_in_one_mark_become_marks_of_their_own_once_each() -> None:
    assert mended("A [1, 2, 1].") == "A [1] [2]."
    assert mended("词元【不变】[1、3]。") == "词元【不变】 [1] [3]。"


def test_code_is_left_as_it_is() -> None:
    code = "`list[7]` and\n```python\nitems[9] = 1\n```"
    assert mended(code) == code
    unfinished = "text\n```python\nitems[9]"
    assert mended(unfinished) == unfinished


def test_only_marks_outside_code_cite() -> None:
    assert [one.number for one in cited("A [2]. `list[1]` B [1, 3]", KNOWN)] == [1, 2, 3]
    assert cited("`list[1]`\n```\nitems[2]\n```", KNOWN) == ()
    assert cited("nothing", KNOWN) == ()
