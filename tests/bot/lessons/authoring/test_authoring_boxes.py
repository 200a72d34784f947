"""A long section goes through the boxes of forms without any loss."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lessons.authoring.boxes import BOX, FULL, MOST, boxes

TEXT = st.lists(
    st.sampled_from(
        [
            "word ",
            "词元。",
            "\n\n",
            "\n",
            "    code\n",
            "```\n",
            "😀" * 50,
            "a" * 700,
            "模型" * 400,
            "Sentence. ",
        ]
    ),
    max_size=60,
).map("".join)


@given(TEXT)
@settings(max_examples=60, deadline=None)
def test_what_nobody_changed_comes_back_as_it_was(text: str) -> None:
    cut = boxes(text)
    for part in range(cut.parts):
        assert cut.with_part(part, cut.of_part(part)) == text.strip()


@given(TEXT)
@settings(max_examples=40, deadline=None)
def test_every_box_has_room_to_write(text: str) -> None:
    for piece in boxes(text).pieces:
        assert len(piece.encode("utf-16-le")) // 2 <= FULL < BOX


def test_a_section_of_one_form_has_one_part() -> None:
    assert boxes("short").parts == 1
    assert boxes("").parts == 1
    assert boxes("a paragraph\n\n" * 2_000).parts > 1


def test_what_is_written_into_the_empty_box_follows_as_a_paragraph() -> None:
    assert boxes("first").with_part(0, ("first", "second")) == "first\n\nsecond"


def test_a_part_in_the_middle_is_rewritten_and_the_others_stay() -> None:
    text = "\n\n".join(f"{number} " + "x" * 3_000 for number in range(3 * MOST))
    cut = boxes(text)
    made = cut.with_part(1, ("new",))
    assert made == "\n\n".join([*text.split("\n\n")[:MOST], "new", *text.split("\n\n")[2 * MOST :]])


def test_a_part_that_was_emptied_leaves_the_rest_apart() -> None:
    text = "\n\n".join(f"{number} " + "x" * 3_000 for number in range(3 * MOST))
    made = boxes(text).with_part(1, ("", " "))
    assert made == "\n\n".join([*text.split("\n\n")[:MOST], *text.split("\n\n")[2 * MOST :]])
