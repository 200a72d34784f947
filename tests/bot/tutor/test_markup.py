"""What of a question is looked up in the lessons."""

import pytest

from bot.tutor.markup import without_markup


@pytest.mark.parametrize(
    ("written", "looked_up"),
    [
        ("<@123> what is a token?", "what is a token?"),
        ("what <@!123> <@&5> <#7> is <:cat:12> a <a:dog:3> token", "what is a token"),
        ("@everyone what is a token <t:1700000000:R>", "what is a token"),
        ("什么是词元？我的邮箱是 [email]", "什么是词元？"),
        ("What is a token? Call [phone]. Thanks!", "What is a token? Thanks!"),
        ("explain tokens to [email]", "explain tokens to"),
        ("a[1] < b and x@example", "a[1] < b and x@example"),
    ],
)
def test_discords_marks_and_redactions_are_no_words(written: str, looked_up: str) -> None:
    assert without_markup(written) == looked_up
