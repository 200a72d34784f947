"""Lesson Markdown as Discord can show it."""

import pytest

from bot.lessons.show import show


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# One\n\n## Two\n\n### Three", "# One\n\n## Two\n\n### Three"),
        ("#### Four *deep*", "**Four *deep***"),
        ("Title\n=====", "# Title"),
        ("![a chart](https://x.test/a.png)", "[🖼️ a chart](https://x.test/a.png)"),
        ("![a chart](images/a.png 'title')", "🖼️ a chart"),
        ("[![badge](https://x.test/b.svg)](https://x.test)", "[🖼️ badge](https://x.test)"),
        ("[docs](https://x.test/a_(b))", "[docs](https://x.test/a_(b))"),
        ("[next](../02/README.md)", "next"),
        ("see [**tokens**](lesson:how#tokens).", "see **tokens**."),
        ("see [词元](lesson:how#tokens)。", "see **词元**。"),
        ("[docs][site]\n\n[site]: https://x.test", "[docs](https://x.test)"),
        ("a<br>b <b>c</b> <!-- d -->e", "a\nb c e"),
        ("<https://x.test>", "<https://x.test>"),
        ("<div align='center'>\n<p>hello</p>\n</div>", "hello"),
        ("1 < 2 &amp; 3 > 2", "1 < 2 & 3 > 2"),
        ("fact[^1]\n\n[^1]: the source", "fact¹\n\n-# ¹ the source"),
        ("> [!NOTE] careful\n> now", "> **Note** careful\n> now"),
        ("+ a\n+ b", "- a\n- b"),
        ("one\n\n---\n\ntwo", "one\n\n───\n\ntwo"),
        ("line\\\nline", "line\nline"),
        ("    indented", "```\nindented\n```"),
        ("**“词元”**是什么", "**“词元”**是什么"),
        ("", ""),
    ],
)
def test_what_discord_cannot_draw_becomes_readable(written: str, shown: str) -> None:
    assert show(written) == shown


@pytest.mark.parametrize(
    "code",
    [
        "```md\n# no heading ![a](b) <b>$x$</b> [l](lesson:a)\n```",
        "`![a](b) <b> $x$ [l](lesson:a)`",
        "- item\n\n  ```\n  <b> [^1]: $x$\n  ```",
    ],
)
def test_code_is_never_touched(code: str) -> None:
    assert show(code) == code


def test_nested_lists_keep_their_shape() -> None:
    nested = "- a\n  - b\n    1. c\n    2. d\n- e"
    assert show(nested) == nested


def test_a_narrow_table_becomes_an_aligned_block() -> None:
    assert show("| A | B |\n|---|---|\n| 词元 | `1` |\n| two | **2** |") == (
        "```\nA     B\n────  ─\n词元  1\ntwo   2\n```"
    )


def test_a_wide_table_becomes_a_list_that_names_its_columns() -> None:
    table = "| Model | Good for | Price |\n|---|---|---|\n| **GPT** | [long texts](https://x.test) of any kind | high |"
    assert show(table) == "- **GPT**\n  - Good for: [long texts](https://x.test) of any kind\n  - Price: high"


def test_a_table_with_a_ragged_or_empty_body_loses_nothing() -> None:
    assert "lonely" in show("| a | b |\n|---|---|\n| lonely |")
    assert "a" in show("| a | b |\n|---|---|")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("$E = mc^2$", "`E = mc²`"),
        ("$$\\frac{a}{b} \\times \\sqrt{x_i}$$", "`(a)/(b) × √(xᵢ)`"),
        ("$P(w \\mid c) \\leq 1$", "`P(w | c) ≤ 1`"),
        ("$\\unknown{x}$", "`\\unknown{x}`"),
        ("it costs $5 and $10", "it costs $5 and $10"),
        ("between $0.25 and $1.25 each", "between $0.25 and $1.25 each"),
    ],
)
def test_formulas_become_plain_and_money_stays(written: str, shown: str) -> None:
    assert show(written) == shown


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 4_000,
        "![" * 2_000,
        "[a](" * 1_000,
        ">" * 4_000,
        "`" * 4_000,
        "` `` " * 800,
        "<" * 4_000,
        "<!--" * 1_000,
        "$$a" * 1_300,
        "*a " * 1_300,
        "|" * 2_000 + "\n" + "|-" * 2_000,
        "- " * 2_000,
        "[^a]: " * 600,
        "\\" * 4_001,
        "\x00\u202e\u200b",
    ],
)
def test_a_hostile_text_becomes_some_text(hostile: str) -> None:
    assert isinstance(show(hostile), str)
    assert len(show(hostile)) <= 3 * len(hostile)
