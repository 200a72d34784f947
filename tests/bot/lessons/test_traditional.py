"""Simplified to Traditional Chinese."""

import pytest

from bot.lessons.traditional import ToTraditional, to_simplified


def test_words_are_those_of_taiwan() -> None:
    assert ToTraditional({}).prose("软件里的信息") == "軟體裡的資訊"


def test_corrections_win_over_the_dictionary_and_the_longest_comes_first() -> None:
    to_traditional = ToTraditional({"資訊": "訊息", "資訊檢索": "資訊檢索"})
    assert to_traditional.prose("信息和信息检索") == "訊息和資訊檢索"


@pytest.mark.parametrize(
    "verbatim",
    [
        "```python\nprint('软件')\n```",
        "~~~\n软件\n~~~",
        "`软件`",
        "``软`件``",
        "{#软件}",
        "https://例子.测试/软件",
    ],
)
def test_what_is_not_prose_stays_letter_for_letter(verbatim: str) -> None:
    converted = ToTraditional({}).markdown(f"软件\n\n{verbatim}\n\n软件")
    assert converted == f"軟體\n\n{verbatim}\n\n軟體"


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_prose_in_a_box_is_converted_like_other_prose(fence: str) -> None:
    boxed = f"{fence}text\n软件 `软件`\n{fence}"
    assert ToTraditional({}).markdown(f"软件\n\n{boxed}\n") == f"軟體\n\n{fence}text\n軟體 `軟體`\n{fence}\n"


def test_a_link_changes_its_words_and_keeps_its_target() -> None:
    assert ToTraditional({}).markdown("[软件](lesson:软件#软件)") == "[軟體](lesson:软件#软件)"


def test_an_unclosed_fence_is_code_to_its_end() -> None:
    assert ToTraditional({}).markdown("软件\n```\n软件") == "軟體\n```\n软件"


def test_a_question_is_made_simplified() -> None:
    assert to_simplified("機器學習 and RAG") == "机器学习 and RAG"
