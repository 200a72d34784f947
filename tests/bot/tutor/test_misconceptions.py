"""Which of a lesson's own misconceptions a learner's words show."""

import pytest

from bot.tutor.misconceptions import held_in, named_in
from bot.tutor.terms import terms_of

ENGLISH = """Some beliefs, corrected:

**"The model remembers our conversation."** The app sends it again each time.

**"More agents, better result."** More agents, more misunderstandings.

Not one of them: **bold** words.
"""
CHINESE = (
    "**“模型记得我们的对话。”** 每次都是应用重新发送的。\n\n**「智能體越多，結果越好。」** 越多，誤會越多。\n"
)


def test_they_are_read_from_the_section_with_their_corrections() -> None:
    assert [one.belief for one in named_in(ENGLISH)] == [
        "The model remembers our conversation.",
        "More agents, better result.",
    ]
    assert named_in(ENGLISH)[1].correction == "More agents, more misunderstandings."
    assert len(named_in(CHINESE)) == 2


@pytest.mark.parametrize(
    ("text", "words", "belief"),
    [
        (
            ENGLISH,
            "I think the model remembers the conversation we had.",
            "The model remembers our conversation.",
        ),
        (ENGLISH, "The model does not remember our conversation.", None),
        (ENGLISH, "It predicts the next token.", None),
        (CHINESE, "我觉得模型会记得我们的对话", "模型记得我们的对话。"),
        (CHINESE, "模型不会记得我们的对话", None),
    ],
)
def test_words_alone_show_one_unless_it_is_denied(text: str, words: str, belief: str | None) -> None:
    found = held_in(words, named_in(text), terms_of)
    assert (found.belief if found else None) == belief
