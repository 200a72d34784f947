"""The points of a lesson that a learner's own words are held against."""

from bot.tutor.checking import points_of

LONG = (
    "As Holtzman and colleagues showed in 2019 with examples of many kinds, "
    + "and so on " * 15
    + "it repeats"
)


def test_points_are_whole_sentences_and_none_is_cut_from_a_long_one() -> None:
    text = f"Temperature 0.7 is common in chats. {LONG}. Is that so? Sampling draws one token.\n\nA heading"
    assert points_of(text) == ["Temperature 0.7 is common in chats.", "Sampling draws one token."]
    assert points_of(
        "采样会抽取下一个词元，而不是总取最可能的。这是为什么？温度为 0.7 时分布更尖锐一些。"
    ) == [
        "采样会抽取下一个词元，而不是总取最可能的。",
        "温度为 0.7 时分布更尖锐一些。",
    ]


def test_what_a_lesson_stresses_comes_before_its_sentences() -> None:
    assert points_of("A **token** is a piece of text. A **tokenizer** cuts it up.") == ["token", "tokenizer"]
