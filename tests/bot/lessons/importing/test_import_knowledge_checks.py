"""Questions found in a lesson's text."""

import pytest

from bot.lessons.importing.knowledge_checks import find_questions, is_knowledge_check

OPTIONS = (
    "1. You get the same response every time.\n1. It does things perfectly.\n1. The response may vary.\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "Knowledge check",
        "✅ Knowledge Check",
        "Post-lecture quiz",
        "Quiz",
        "知识检查",
        "知識檢測",
        "课后测验",
        "小测验",
        "Check your understanding",
    ],
)
def test_a_heading_of_questions_is_known(heading: str) -> None:
    assert is_knowledge_check(heading)


@pytest.mark.parametrize(
    "heading", ["Key terms", "Quizzes with LLMs in practice", "知识库", "What is a knowledge base?"]
)
def test_other_headings_are_not(heading: str) -> None:
    assert not is_knowledge_check(heading)


@pytest.mark.parametrize(
    ("answer", "keys", "explanation"),
    [
        ("A:3, if you have time.", (2,), "if you have time."),
        ("A: 3", (2,), ""),
        ("A: 2 and 3 are correct. Be careful.", (1, 2), "Be careful."),
        ("A: 1, 2, and 3", (0, 1, 2), ""),
        ("A: 2, it's best; 3 is next best.", (1,), "it's best; 3 is next best."),
        ("Answer: C", (2,), ""),
        ("**Answer:** 2. Because.", (1,), "Because."),
        ("Correct answers: A and C", (0, 2), ""),
        ("正确答案：3、模型是不确定的。", (2,), "模型是不确定的。"),
        ("答：2 和 3 是正确的。 要小心。", (1, 2), "要小心。"),
        ("答：2，这是最好的。 3 是次佳的。", (1,), "这是最好的。 3 是次佳的。"),
        ("A：3，如果有时间。", (2,), "如果有时间。"),
        ("答案：1", (0,), ""),
        ("A: 7, there is no such option.", None, "7, there is no such option."),
        ("A: it depends.", None, "it depends."),
    ],
)
def test_a_key_is_read_however_it_is_written(
    answer: str, keys: tuple[int, ...] | None, explanation: str
) -> None:
    (found,), rest = find_questions(f"What is true?\n\n{OPTIONS}\n{answer}")
    assert (found.question, len(found.options)) == ("What is true?", 3)
    assert (found.answers, found.explanation) == (keys, explanation)
    assert rest == ""


def test_a_question_without_an_answer_has_no_key() -> None:
    (found,), rest = find_questions(f"What is true?\n\n{OPTIONS}")
    assert found.answers is None
    assert rest == ""


def test_an_answer_right_below_the_options_belongs_to_no_option() -> None:
    (found,), _ = find_questions("什么是对的？\n\n1. 甲\n2. 乙\nA:2,因为乙。")
    assert (found.options, found.answers, found.explanation) == (("甲", "乙"), (1,), "因为乙。")


def test_several_questions_in_one_section_are_found() -> None:
    found, rest = find_questions(
        "One?\n\n1. a\n2. b\n\nA: 1\n\nTwo?\n\n- c\n- d\n\nThree?\n\nA. e\nB. f\n\nAnswer: B"
    )
    assert [(one.question, one.options, one.answers) for one in found] == [
        ("One?", ("a", "b"), (0,)),
        ("Two?", ("c", "d"), None),
        ("Three?", ("e", "f"), (1,)),
    ]
    assert [one.line for one in found] == [0, 7, 12]
    assert rest == ""


def test_ticked_boxes_are_a_key() -> None:
    (found,), _ = find_questions("Which?\n\n- [ ] a\n- [x] b\n- [X] c")
    assert (found.options, found.answers) == (("a", "b", "c"), (1, 2))


def test_stray_letters_before_options_go() -> None:
    (found,), _ = find_questions("Why?\n\n1. To teach.\n1. B, To find errors.\n1. C, To instruct.")
    assert found.options == ("To teach.", "To find errors.", "To instruct.")


def test_what_is_no_question_stays_in_the_text() -> None:
    text = "Take the [quiz](https://q.example) now.\n\nThen come back."
    assert find_questions(text) == ((), text)
    same_options = "Which?\n\n1. a\n1. a"
    assert find_questions(same_options)[0] == ()


def test_what_surrounds_a_question_stays() -> None:
    (found,), rest = find_questions(
        f"> Read first.\n\n---\n\nWhat is true?\n\n{OPTIONS}\nA: 3\n\n---\n\nWell done."
    )
    assert found.question == "What is true?"
    assert rest.startswith("> Read first.") and rest.endswith("Well done.")
