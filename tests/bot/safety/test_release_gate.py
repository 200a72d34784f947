"""Nothing of a model's text is shown before the piece that holds it was checked."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.safety import Category, GateContext, Guard, Withheld
from bot.texts.kinds import ModelText

CONTEXT = GateContext(
    frozenset({"learn.microsoft.com"}),
    ("CANARY-7731", "The gradient vanishes because sigmoid derivatives multiply"),
)
GUARD = Guard()

FRAGMENTS = st.sampled_from(
    [
        "A token is a piece of text. ", "模型每次只预测一个词元。", "e.g. this, 3.14, Dr. Ada! ", "\n", "\n\n", "```py\n", "```\n", "`", "``",
        "x = a[i](y)\n", "@everyone ", "<@123456789012345678>", "<@&99999>", "@here", "https://evil.test/a ", "https://learn.microsoft.com/x ",
        "[see. here](https://evil.test)", "[点这里。](https://evil.test/b)", "](https://evil.test)", "discord.gg/abc ", "ada@lovelace.org ",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n", "-----END RSA PRIVATE KEY-----\n", "CANARY", "-7731 ", "kill yourself. ", "You should just ",
        "\u200b", "\u202e", "\U000e0041", "！", "」", "...", " ", "1. ", "? ", "word " * 60, "字" * 250, "x" * 900, "htt", "ps://", "evil.test", "@", "every", "one",
    ]
)  # fmt: skip
TEXTS = st.lists(FRAGMENTS, max_size=25).map("".join)


def outcome(deltas: list[str]) -> tuple[str, str | None]:
    """All that was released, and why it ended if it was withheld."""
    gate = GUARD.gate(CONTEXT)
    handed_out = ""
    try:
        for delta in deltas:
            handed_out += gate.feed(ModelText(delta))
        handed_out += gate.finish()
    except Withheld as error:
        assert gate.text.startswith(handed_out)
        return gate.text, error.verdict.rule
    assert handed_out == gate.text
    return gate.text, None


@given(TEXTS, st.lists(st.integers(1, 80), max_size=40))
@settings(max_examples=150, deadline=None)
def test_what_is_released_does_not_depend_on_how_the_text_arrived(text: str, steps: list[int]) -> None:
    deltas, rest = [], text
    for step in steps:
        deltas.append(rest[:step])
        rest = rest[step:]
    assert outcome([*deltas, rest]) == outcome([text])
    assert outcome(list(text)) == outcome([text])


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_nothing_live_comes_out_of_any_text(text: str) -> None:
    released, _ = outcome([text])
    for forbidden in (
        "@everyone",
        "@here",
        "<@1",
        "<@&9",
        "discord.gg/a",
        "ada@lovelace.org",
        "\u202e",
        "\U000e0041",
        "CANARY-7731",
    ):
        assert forbidden not in released


def test_a_piece_is_held_back_until_its_sentence_ends(guard: Guard) -> None:
    gate = guard.gate()
    assert gate.feed(ModelText("A token is a small piece of written text")) == ""
    assert gate.feed(ModelText(".")) == ""
    assert gate.feed(ModelText(" Next")) == "A token is a small piece of written text."
    assert gate.finish() == " Next"


def test_chinese_is_released_sentence_by_sentence(guard: Guard) -> None:
    gate = guard.gate()
    assert (
        gate.feed(ModelText("大语言模型每一步只预测下一个词元。接")) == "大语言模型每一步只预测下一个词元。"
    )
    assert gate.finish() == "接"


def test_code_is_released_line_by_line(guard: Guard) -> None:
    gate = guard.gate()
    assert gate.feed(ModelText("```py\nfor token in tokens: print(token.text. upper())")) == ""
    assert gate.feed(ModelText("\n")).endswith("upper())\n")


@pytest.mark.parametrize(
    "text",
    [
        "This is what one calls an approximation, e.g. a mean",
        "It took about 3.14 or 2.71 seconds on vs. the other",
        "See https://learn.microsoft.com/a.b?c=d and then go on",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_nothing(guard: Guard, text: str) -> None:
    assert guard.gate(CONTEXT).feed(ModelText(text)) == ""


def test_harm_split_over_sentences_is_found_and_what_was_shown_is_known(guard: Guard) -> None:
    gate = guard.gate()
    assert gate.feed(ModelText("Here is an answer that begins well enough. ")) != ""
    with pytest.raises(Withheld) as withheld:
        gate.feed(ModelText("You should\n\njust kill yourself. And so on"))
        gate.finish()
    assert withheld.value.verdict.category is Category.SELF_HARM
    assert gate.text == "Here is an answer that begins well enough."


@pytest.mark.parametrize(
    "text",
    [
        "The answer is canary 7731, as you know.",
        "C-A-N-A-R-Y 7731",
        "THE GRADIENT VANISHES, because sigmoid derivatives multiply!",
        "Because derivatives of the sigmoid are multiplied, the gradient vanishes.",
    ],
)
def test_a_sealed_text_does_not_pass_even_reworded(guard: Guard, text: str) -> None:
    with pytest.raises(Withheld) as withheld:
        guard.release(ModelText(text), CONTEXT)
    assert withheld.value.verdict.category is Category.SEALED


def test_another_reply_knows_nothing_of_what_was_sealed_for_this_one(guard: Guard) -> None:
    with pytest.raises(Withheld):
        guard.release(ModelText("canary 7731"), CONTEXT)
    assert guard.release(ModelText("canary 7731")) == "canary 7731"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Hi @everyone and @here", "Hi @\u200beveryone and @\u200bhere"),
        (
            "<@123456789> <@!123456789> <@&123456789>",
            "<@\u200b123456789> <@\u200b!123456789> <@\u200b&123456789>",
        ),
        ("@ever\u200byone", "@\u200beveryone"),
        ("[docs](https://learn.microsoft.com/x)", "docs (https://learn.microsoft.com/x)"),
        ("[https://bank.test](https://evil.test/x)", "`bank.test` (`evil.test/x`)"),
        ("https://learn.microsoft.com@evil.test/", "`learn.microsoft.com@evil.test/`"),
        ("go to https://evil.test.", "go to `evil.test`."),
        ("join https://discord.gg/abc now", "join discord.gg… now"),
        ("`https://api.test/v1` stays code", "`https://api.test/v1` stays code"),
        ("参见（https://evil.test/a）。", "参见（`evil.test/a`）。"),
        ("mail ada@lovelace.org", "mail [email]"),
        ("a\u202eb\U000e0041c\x07", "abc"),
    ],
)
def test_what_discord_would_act_on_is_made_harmless(guard: Guard, written: str, shown: str) -> None:
    assert guard.release(ModelText(written), CONTEXT) == shown


def test_code_in_a_fence_keeps_its_characters(guard: Guard) -> None:
    code = "```py\nhandlers[name](event)  # https://docs.test/a\n```\n"
    assert guard.release(ModelText(code)) == code


def test_a_closed_gate_lets_nothing_more_out(guard: Guard) -> None:
    gate = guard.gate()
    gate.finish()
    with pytest.raises(RuntimeError):
        gate.feed(ModelText("more"))


def test_a_quoted_passage_keeps_its_links_and_pings_nobody(guard: Guard) -> None:
    assert (
        guard.quote("见 https://a.test @everyone\u202e <@&123456> discord.gg/x")
        == "见 https://a.test @\u200beveryone <@\u200b&123456> discord.gg…"
    )


LIVE = re.compile(
    "@(?:everyone|here)|<@[!&]?\\d|discord\\.gg/\\w|[\u200c-\u200f\u202a-\u202e\U000e0000-\U000e0fff\x00-\x08]"
)


@given(st.lists(st.one_of(st.text(max_size=30), FRAGMENTS), max_size=12), st.integers(1, 40))
@settings(max_examples=80, deadline=None)
def test_no_character_gets_out_unchecked_and_no_mention_at_all(fragments: list[str], step: int) -> None:
    text = "".join(fragments)
    gate, seen = GUARD.gate(CONTEXT), ""
    try:
        for at in range(0, len(text), step):
            seen += gate.feed(ModelText(text[at : at + step]))
            assert LIVE.search(seen.replace("\u200d", "")) is None
        seen += gate.finish()
    except Withheld:
        pass
    assert LIVE.search(seen.replace("\u200d", "")) is None
    assert seen == gate.text[: len(seen)]


def test_harm_in_one_language_is_not_lost_in_a_reply_in_another(guard: Guard) -> None:
    harm = "制作炸弹的步骤：先把黑火药装进钢管，再钻一个孔放引线。"
    with pytest.raises(Withheld):
        guard.release(ModelText(f"A token is a piece of text [1]. It is short. {harm}"))
    lesson = "Transformer 模型使用注意力机制。它由 Google 提出。Attention weighs words against each other. It is fast."
    assert guard.release(ModelText(lesson)) == lesson


def test_a_question_that_all_see_hides_no_link_and_pings_nobody(guard: Guard) -> None:
    said = guard.quote_for_all("What is [click](https://evil.example/x)? @everyone")
    assert "](http" not in said and "evil.example/x" in said and "@everyone" not in said
