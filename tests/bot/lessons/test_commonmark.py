"""Headings, blocks and words by the rules of CommonMark."""

from bot.lessons.commonmark import blocks, headings, words_of


def test_a_heading_inside_code_or_a_quote_is_none() -> None:
    found = headings("# A\n\n```\n# code\n```\n\n> # quote\n\n    # indented\n")
    assert [heading.text for heading in found] == ["A"]


def test_a_heading_gives_its_id_and_its_words() -> None:
    (heading,) = headings("## The *whole* `thing` {#whole-thing}\n\ntext\n")
    assert (heading.level, heading.text, heading.id) == (2, "The whole thing", "whole-thing")


def test_a_section_ends_where_the_next_heading_begins() -> None:
    first, second = headings("# A\none\n\ntwo\n\nB\n===\nthree")
    assert (first.body_line, first.end_line) == (1, 5)
    assert (second.line, second.body_line, second.end_line) == (5, 7, 8)


def test_an_empty_text_has_no_headings_and_no_blocks() -> None:
    assert headings("") == ()
    assert blocks("") == ()


def test_words_are_what_a_reader_sees() -> None:
    text = "A **bold** [link](https://x.test) and `code`\n\n```\nhidden\n```\n\n<div>hidden</div>\n\n![alt](x.png)"
    assert words_of(text) == "A bold link and code\nalt"


def test_the_items_of_a_list_are_found() -> None:
    (block,) = blocks("- a\n- b\n  - c\n- d")
    assert (block.kind, block.items) == ("bullet_list", (0, 1, 3))


def test_four_thousand_nested_brackets_are_only_text() -> None:
    assert words_of("[" * 4_000) == "[" * 4_000
