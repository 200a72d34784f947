"""Markdown cleaned outside its code."""

import pytest

from bot.lessons.importing.cleaning import Cleaned, clean
from bot.lessons.importing.remarks import Subject
from bot.lessons.importing.text_lines import joined, numbered


def cleaned(text: str, path: str = "en/04-prompts.md") -> str:
    return joined(clean(numbered(text), path, Cleaned()))


def test_a_picture_becomes_a_link_with_its_alt_text() -> None:
    assert cleaned("![A chart](https://a.example/c.png)") == "[🖼️ A chart](https://a.example/c.png)"


def test_a_picture_that_is_nowhere_on_the_web_keeps_its_alt_text() -> None:
    assert cleaned("![A chart](./images/c.png)") == "🖼️ A chart"
    assert cleaned("![](./images/loss-curve.png)") == "🖼️ loss curve"


def test_a_picture_that_is_a_link_leads_where_the_link_led() -> None:
    text = "[![Banner](./images/b.png?WT.mc_id=academic-1)](https://aka.ms/v?WT.mc_id=academic-1)"
    assert cleaned(text) == "[🖼️ Banner](https://aka.ms/v)"


def test_a_picture_in_html_becomes_a_link_too() -> None:
    assert cleaned('<img src="https://a.example/c.png" alt="A chart" width="3">') == (
        "[🖼️ A chart](https://a.example/c.png)"
    )


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("https://a.example/b?WT.mc_id=x", "https://a.example/b"),
        ("https://a.example/b?c=1&WT.mc_id=x", "https://a.example/b?c=1"),
        ("https://a.example/b?WT.mc_id=x&c=1", "https://a.example/b?c=1"),
        ("https://a.example/b#c?WT.mc_id=x", "https://a.example/b#c"),
        ("https://a.example/b?c=1?WT.mc_id=x", "https://a.example/b?c=1"),
    ],
)
def test_tracking_is_taken_off_a_link(address: str, left: str) -> None:
    assert cleaned(f"See [this]({address}).") == f"See [this]({left})."


def test_a_link_to_another_lesson_leads_to_that_lesson() -> None:
    assert cleaned("[next](../05-advanced/README.md?WT.mc_id=x)") == "[next](lesson:05-advanced)"
    assert cleaned("[above](#what-is-it)") == "[above](lesson:04-prompts#what-is-it)"


def test_a_link_to_anything_else_in_the_repository_keeps_its_words() -> None:
    noted = Cleaned()
    assert joined(clean(numbered("Open [the notebook](./lab.ipynb)."), "a.md", noted)) == "Open the notebook."
    assert noted.counts[Subject.LINKS_DROPPED] == 1


def test_a_comment_goes_and_the_lines_below_keep_their_numbers() -> None:
    text = "# A\n\n<!--\nCO_OP_TRANSLATOR_METADATA:\n# not a heading\n-->\n\nb"
    noted = Cleaned()
    lines = clean(numbered(text), "a.md", noted)
    assert "TRANSLATOR" not in joined(lines)
    assert [line.number for line in lines if line.text == "b"] == [8]
    assert noted.places == [(Subject.COMMENT_DROPPED, 3)]


def test_a_program_goes_with_what_is_in_it() -> None:
    assert cleaned("a <script>alert('x')</script> b").strip() == "a  b"
    assert "<script>" in cleaned("Never write <script> without closing it.")


def test_an_alert_on_one_line_gets_its_second_line() -> None:
    assert (
        cleaned("> [!NOTE] > `os.getenv` reads a variable.") == "> [!NOTE]\n> `os.getenv` reads a variable."
    )
    assert cleaned("> [!TIP]\n> text") == "> [!TIP]\n> text"


def test_code_stays_letter_for_letter() -> None:
    code = "```md\n![a](b.png) <!-- c --> [d](e.md) https://a.example?WT.mc_id=x\n> [!NOTE] > f\n```"
    assert cleaned(code) == code
    inline = "Write `![a](b.png)` or ``<!-- ` -->`` here, and `<!--` there."
    assert cleaned(inline) == inline
    indented = "text\n\n    ![a](b.png)\n    # no heading"
    assert cleaned(indented) == indented


def test_a_stray_backtick_hides_no_link_of_another_paragraph() -> None:
    assert cleaned("A stray ` here.\n\n[a](b.ipynb) and ` there.") == "A stray ` here.\n\na and ` there."


def test_tables_stay_tables() -> None:
    table = "| a | b |\n| --- | --- |\n| ![x](y.png) | [z](https://z.example?WT.mc_id=1) |"
    assert cleaned(table) == "| a | b |\n| --- | --- |\n| 🖼️ x | [z](https://z.example) |"
