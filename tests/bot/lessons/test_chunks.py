"""Cutting sections into pieces that are searched and cited."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lessons.chunks import chunk_limit, chunks
from bot.texts.locales import Locale

_BLOCKS = st.sampled_from(
    [
        "A short paragraph.",
        "A sentence that is longer. " * 12,
        "词元是模型处理文字的单位。" * 20,
        "- one\n- two\n  - three\n- four",
        "\n".join(f"- item {number} of a long list" for number in range(20)),
        "```python\n" + "\n".join(f"line_{number} = {number}" for number in range(30)) + "\n```",
        "| a | b |\n|---|---|\n" + "\n".join(f"| {number} | x |" for number in range(40)),
        "> quoted\n> text",
        "x" * 900,
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_BLOCKS, max_size=6), st.integers(min_value=60, max_value=800))
def test_no_piece_is_too_long_and_no_word_is_lost(parts: list[str], limit: int) -> None:
    text = "\n\n".join(parts)
    pieces = chunks(text, limit)
    assert all(len(piece) <= limit for piece in pieces)

    def letters(written: str) -> str:
        return re.sub(r"[\s`]|python", "", written)

    assert letters("".join(pieces)) == letters(text)


def test_an_empty_section_has_one_empty_piece() -> None:
    assert chunks("", 800) == ("",)


def test_whole_blocks_stay_together_where_they_fit() -> None:
    assert chunks("one\n\ntwo\n\nthree", 9) == ("one\n\ntwo", "three")


def test_what_leads_in_a_list_goes_with_it() -> None:
    assert chunks("Some words.\n\nTwo things:\n\n- one\n- two", 26) == (
        "Some words.",
        "Two things:\n\n- one\n- two",
    )


def test_a_long_code_block_becomes_code_blocks() -> None:
    code = "```sql\n" + "\n".join("SELECT 1;" for _ in range(20)) + "\n```"
    pieces = chunks(code, 80)
    assert len(pieces) > 1
    assert all(piece.startswith("```sql\n") and piece.endswith("\n```") for piece in pieces)


def test_a_long_chinese_paragraph_is_cut_after_a_full_stop() -> None:
    pieces = chunks("模型一次预测一个词元。" * 100, chunk_limit(Locale.ZH_CN))
    assert len(pieces) > 1
    assert all(piece.endswith("。") for piece in pieces)
