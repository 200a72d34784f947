"""Excerpts of passages with the words that were searched for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lessons.highlight import EXCERPT, excerpt


def found(markdown: str, query: str) -> list[str]:
    return [piece.text for piece in excerpt(markdown, query) if piece.is_match]


def whole(markdown: str, query: str) -> str:
    return "".join(piece.text for piece in excerpt(markdown, query))


def test_words_are_found_by_their_stems() -> None:
    assert found("**Sampling** picks a token. Models sample again.", "how do models sample") == [
        "Sampling",
        "Models",
        "sample",
    ]


def test_question_words_are_not_marked() -> None:
    assert found("What is a token? It is a piece.", "what is a token") == ["token"]


@pytest.mark.parametrize(
    ("passage", "query"), [("温度越高，输出越随机。", "温度是什么"), ("溫度越高，輸出越隨機。", "温度是什么")]
)
def test_chinese_words_are_found_in_either_script(passage: str, query: str) -> None:
    assert found(passage, query) == [passage[:2]]


def test_words_side_by_side_are_marked_as_one() -> None:
    assert found("提示词工程是一门手艺。", "提示词工程") == ["提示词工程"]


def test_the_excerpt_begins_with_the_sentence_that_holds_most() -> None:
    passage = "Nothing here. " * 40 + "The temperature reshapes probabilities. The end."
    assert whole(passage, "temperature and probabilities").startswith("… The temperature")


def test_a_passage_without_the_words_begins_at_its_beginning() -> None:
    assert whole("词元是文本的片段。", "what is a token") == "词元是文本的片段。"


def test_no_word_is_cut_in_two() -> None:
    text = whole("tokenization " * 60, "unrelated")
    assert text.endswith("tokenization …")


@given(st.text(max_size=400), st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_bounded_excerpt(passage: str, query: str) -> None:
    assert len(whole(passage, query)) <= EXCERPT + 4
