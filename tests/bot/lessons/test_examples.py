"""What a lesson says, and what it only shows."""

import pytest

from bot.lessons.examples import said


@pytest.mark.parametrize(
    ("markdown", "kept", "left_out"),
    [
        ("Take the prompt *The capital of France is*: a model goes on.", "a model goes on", "France"),
        ("It reads `The| capital|` first.", "It reads", "capital"),
        ("Code:\n```\nfrance = 1\n```\nand prose", "and prose", "france"),
        ("模型很有把握时（“中国的首都是”），一个词元就够。", "一个词元就够", "首都"),
        ("The **lethal trifecta** is called *lethal trifecta*.", "*lethal trifecta*", "\0"),
        ("- one\n* two\n* three", "two", "\0"),
        ("An unclosed *mark and more words", "more words", "\0"),
    ],
)
def test_examples_are_left_out_and_terms_are_not(markdown: str, kept: str, left_out: str) -> None:
    assert kept in said(markdown)
    assert left_out not in said(markdown)
