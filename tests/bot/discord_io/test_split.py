"""How a reply is cut into messages."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_io.split import split_message


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


def without_fences(text: str) -> str:
    return without_space(re.sub(r"^```\w*$", "", text, flags=re.MULTILINE))


def test_a_short_reply_stays_one_message() -> None:
    assert split_message("Tokens are pieces of text.") == ("Tokens are pieces of text.",)


@pytest.mark.parametrize("empty", ["", "   ", "\n\n \n"])
def test_an_empty_reply_is_no_message(empty: str) -> None:
    assert split_message(empty) == ()


def test_a_long_reply_is_cut_between_paragraphs() -> None:
    paragraph = "A model predicts the next token. " * 20
    pieces = split_message(f"{paragraph}\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}")
    assert pieces == (f"{paragraph}\n\n{paragraph}\n\n{paragraph}".rstrip(), paragraph.rstrip())


def test_a_heading_goes_with_its_paragraph() -> None:
    pieces = split_message("word " * 20 + "\n\n## Sampling\n\n" + "text " * 25, limit=160)
    assert pieces[1].startswith("## Sampling\n\ntext")


def test_a_code_block_that_is_cut_is_closed_and_reopened_in_its_language() -> None:
    code = "\n".join(f"line_{number} = {number}" for number in range(300))
    pieces = split_message(f"Here it is:\n\n```python\n{code}\n```\n\nThat is all.")
    assert len(pieces) > 1
    for piece in pieces:
        assert piece.count("```") % 2 == 0
    for before, after in itertools.pairwise(pieces):
        assert before.endswith("\n```")
        assert after.startswith("```python\nline_")
    assert without_fences("\n".join(pieces)) == without_fences(f"Here it is:\n\n{code}\n\nThat is all.")


def test_a_code_block_that_fits_into_the_next_message_is_not_cut() -> None:
    block = "```sql\n" + "select 1;\n" * 50 + "```"
    pieces = split_message("word " * 320 + "\n\n" + block)
    assert pieces[1] == block


def test_no_message_holds_an_empty_code_block() -> None:
    for length in range(60, 140):
        for piece in split_message("x" * length + "\n```python\nprint(1)\nprint(2)\n```\nend", limit=100):
            assert "```python\n```" not in piece


def test_indentation_survives_a_cut_in_code() -> None:
    code = "def f():\n" + "    return 1\n" * 40
    for piece in split_message(f"```python\n{code}```", limit=200)[1:]:
        assert piece.startswith("```python\n    return 1")


def test_a_code_block_that_was_never_closed_is_closed() -> None:
    assert split_message("```python\nprint(1)") == ("```python\nprint(1)\n```",)


def test_a_closing_marker_that_does_not_fit_any_more_is_made_room_for() -> None:
    for length in range(1980, 2010):
        pieces = split_message("```\n" + "a" * length)
        assert "".join(pieces).count("a") == length
        assert all(len(piece) <= 2000 and piece.count("```") == 2 for piece in pieces)


def test_chinese_is_cut_behind_a_full_stop() -> None:
    sentence = "大语言模型一次预测一个词元，并不查阅事实。"
    for piece in split_message(sentence * 200):
        assert piece.endswith("。")


def test_chinese_without_punctuation_is_cut_as_late_as_possible() -> None:
    pieces = split_message("词" * 5000)
    assert [len(piece) for piece in pieces] == [2000, 2000, 1000]


def test_a_single_line_of_five_thousand_characters_is_cut() -> None:
    pieces = split_message("a" * 5000)
    assert "".join(pieces) == "a" * 5000
    assert max(map(len, pieces)) <= 2000


def test_a_link_is_never_cut() -> None:
    link = "[the lesson on sampling](https://example.org/lessons/sampling?section=temperature)"
    for shift in range(0, 90, 7):
        text = "w " * 20 + "x" * shift + " " + link + " and more words follow here " * 3
        assert any(link in piece for piece in split_message(text, limit=120))


def test_inline_code_is_never_cut() -> None:
    for shift in range(40):
        text = "word " * 12 + "x" * shift + " `temperature = 0.7 and top_p = 0.9` is common, they say, " * 2
        for piece in split_message(text, limit=100):
            assert piece.count("`") % 2 == 0


FAMILY = "👨‍👩‍👧‍👦"


def test_an_emoji_of_several_parts_is_never_cut() -> None:
    pieces = split_message(FAMILY * 400)
    assert all(piece.replace(FAMILY, "") == "" for piece in pieces)


def test_a_flag_is_never_cut() -> None:
    for piece in split_message("x" + "🇩🇪🇨🇳" * 600):
        assert len(piece.removeprefix("x")) % 2 == 0


def test_emoji_count_twice_as_discord_clients_count_them() -> None:
    assert max(utf16(piece) for piece in split_message("😀" * 1500)) <= 2000


def test_messages_that_were_full_do_not_change_while_the_reply_grows() -> None:
    text = " ".join(f"Sentence {number} says something." for number in range(300))
    earlier = split_message(text[:4500])
    later = split_message(text)
    assert earlier[:2] == later[:2]


words = [
    "a",
    "b ",
    "\n",
    "\n\n",
    "。",
    "词元",
    "，",
    "😀",
    FAMILY,
    "🇨🇳",
    "e\u0301",
    " ",
    "word ",
    "supercalifragilistic",
]
markup = [
    "`x y`",
    "`",
    "**b c**",
    "\\*",
    "https://example.org/a/b ",
    "[a b](https://example.org)",
    "## ",
    "- ",
]
alphabet = st.sampled_from([*words, *markup])
prose = st.lists(alphabet, max_size=120).map("".join)
code = st.lists(
    st.sampled_from(["x = 1\n", "    y\n", "\n", "词 = '元'\n", "z" * 70 + "\n"]), min_size=1, max_size=40
)
block = st.builds(
    lambda name, lines: f"\n```{name}\n{''.join(lines)}```\n", st.sampled_from(["", "python"]), code
)
documents = st.lists(prose.map(lambda text: text.replace("`", "")) | block, max_size=6).map("".join)


@given(prose, st.integers(50, 400))
def test_nothing_but_white_space_is_lost(text: str, limit: int) -> None:
    pieces = split_message(text, limit)
    assert without_space("".join(pieces)) == without_space(text) or "```" in text
    assert all(0 < utf16(piece) <= limit for piece in pieces)


@given(documents, st.integers(120, 400))
def test_no_line_of_code_is_lost_and_every_message_closes_its_code(text: str, limit: int) -> None:
    pieces = split_message(text, limit)
    assert all(0 < utf16(piece) <= limit for piece in pieces)
    assert all(piece.count("```") % 2 == 0 for piece in pieces)
    assert without_fences("\n".join(pieces)) == without_fences(text)


@given(st.text(max_size=600), st.integers(50, 200))
def test_any_text_at_all_fits(text: str, limit: int) -> None:
    assert all(0 < utf16(piece) <= limit for piece in split_message(text, limit))


@given(st.text(alphabet="`\n a", max_size=400), st.integers(50, 100))
def test_any_heap_of_backticks_fits(text: str, limit: int) -> None:
    assert all(0 < utf16(piece) <= limit for piece in split_message(text, limit))
