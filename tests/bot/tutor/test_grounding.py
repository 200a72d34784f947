"""What an answer says beyond its passages is marked; what it takes from them is cited."""

import pytest

from bot.lessons.values import Passage
from bot.texts.catalogue import plain
from bot.texts.locales import Locale
from bot.tutor.grounding import ground, hosts_of

MARK = plain("(!)")
EN = (
    "A token is a piece of text. English has about four characters to a token, so 1,000 words are some 1,300 tokens. "
    "The paper says: “attention is all you need”. See https://learn.microsoft.com/tokens for more. There are three kinds."
)
ZH = "词元是文本的一小段。一个汉字大约是一到两个词元，所以 500 个汉字约有 800 个词元。论文说：「注意力就是你所需要的一切」。"


def passage(text: str, language: Locale = Locale.EN) -> Passage:
    return Passage("how-llms-work", "How LLMs work", "tokens", "Tokens", language, text, 0.9)


def grounded(body: str, text: str = EN, question: str = "What is a token?") -> str:
    return ground(plain(body), (passage(text),), question, mark=MARK).text


@pytest.mark.parametrize(
    "body",
    [
        "1,000 words are 1300 tokens [1]. There are 3 kinds [1].",
        "It says “Attention is all you need” [1].",
        "Read https://learn.microsoft.com/tokens [1].",
        "1. First look at the text [1].\n2. Then cut it [1].",
        "```python\nprint(99)\n```",
        "A “token” is a term [1].",
    ],
)
def test_what_the_passages_have_is_left_as_it_is(body: str) -> None:
    assert grounded(body) == body


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        (
            "GPT-4 has 1.7 trillion weights [1]. A token is text [1].",
            "GPT-4 has 1.7 trillion weights [1]. (!) A token",
        ),
        ("It says “bigger models are always better” [1].", "better” [1]. (!)"),
        ("Read https://learn.microsoft.com/other [1]!", "other [1]! (!)"),
    ],
)
def test_a_number_a_quotation_or_a_link_of_its_own_is_marked_in_its_sentence(body: str, marked: str) -> None:
    assert marked in grounded(body)


def test_chinese_is_held_to_the_same() -> None:
    assert grounded("500 个汉字约有 800 个词元 [1]。", ZH) == "500 个汉字约有 800 个词元 [1]。"
    assert (
        grounded("一个汉字约是两个词元 [1]。它有 96 层 [1]。", ZH)
        == "一个汉字约是两个词元 [1]。它有 96 层 [1]。(!)"
    )
    assert grounded("论文说：「越大的模型总是越好」 [1]。", ZH).endswith("(!)")


def test_a_number_of_the_question_needs_no_mark() -> None:
    assert grounded("Of your 42 words each is a token [1].", question="What of 42 words?").count("(!)") == 0


def test_a_paragraph_in_the_words_of_a_passage_gets_its_number_and_another_is_told_apart() -> None:
    close = ground(
        plain("English text has about four characters to each token of text."), (passage(EN),), "", mark=MARK
    )
    assert close.text.endswith(" [1]") and not close.has_own_words
    own = ground(
        plain("Bananas ripen faster beside apples because ethylene spreads between fruit."),
        (passage(EN),),
        "",
        mark=MARK,
    )
    assert "[1]" not in own.text and own.has_own_words
    assert not ground(plain("Does that make sense?"), (passage(EN),), "", mark=MARK).has_own_words


def test_without_marks_an_answer_is_unchanged_to_the_character() -> None:
    body = "One [1].\n\n- two [1]\n- three [1]\n\n> four… [1]\n"
    assert grounded(body, "one two three four") == body


def test_only_hosts_that_a_passage_links_to_stay_links() -> None:
    assert hosts_of((passage(EN),)) == {"learn.microsoft.com"}
