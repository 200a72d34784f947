"""*Explain this* and *Quiz me on this*: the tutor's own answers, one's own words, and those of somebody else."""

import pytest

from bot.texts.locales import Locale
from tests.wire.conftest import Wire, english_in

OTHERS = "I heard from my cousin Wilhelmina that a token is always exactly one word. Is a token one word?"
CRISIS = "I want to kill myself"


@pytest.mark.parametrize(
    ("locale", "language"), [("en-US", Locale.EN), ("zh-CN", Locale.ZH_CN), ("zh-TW", Locale.ZH_TW)]
)
async def test_what_somebody_else_wrote_is_looked_up_and_goes_no_further(
    wire: Wire, locale: str, language: Locale
) -> None:
    ada, mo = wire.play.person("Ada"), await wire.agreed("Mo", locale=locale)
    wire.model.say("It is so [1].")
    reply = await wire.ended(await mo.menu("Explain this", await ada.say(OTHERS)))
    assert reply.private and "It is so" in reply.text
    assert "Wilhelmina" not in wire.prompts
    remembered = await mo.slash("memory show")
    await remembered.until(lambda it: wire.say(language, "memory-title") in it.text)
    assert "Wilhelmina" not in remembered.text
    assert language is Locale.EN or english_in(remembered.text) == []


async def test_ones_own_words_are_a_question_and_an_answer_is_explained_more_simply(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a piece of text [1].")
    answer = await wire.ended(await ada.menu("Explain this", await ada.say("What is a token?")))
    assert "a piece of text" in answer.text and "What is a token?" in wire.prompt
    wire.model.say("Think of a brick [1].")
    simpler = await wire.ended(await ada.menu("Explain this", answer.messages[-1]))
    assert "a brick" in simpler.text and "What is a token?" in wire.prompt


async def test_a_question_is_asked_on_a_message_without_a_model_and_in_chinese(
    wire_without_model: Wire,
) -> None:
    wire = wire_without_model
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo", locale="zh-CN")
    card = await (
        await mo.menu("Quiz me on this", await ada.say("温度设为 0 时，模型的回答会怎样？"))
    ).shown()
    assert (card.private and card.has_button("quiz.pick")) or card.has_button("quiz.form")
    assert english_in(card.text) == []


async def test_what_cannot_be_explained_is_told_with_a_way_on(wire: Wire) -> None:
    ada, bo = wire.play.person("Ada"), await wire.agreed("Bo")
    for said, key in (
        ("Where can I buy a cheap bicycle in Rotterdam on a Sunday?", "ask-message-not-in-course"),
        ("🎉🎉🎉", "ask-message-empty"),
        (CRISIS, "ask-reported-crisis"),
    ):
        message = await ada.say(said)
        for menu in ("Explain this", "Quiz me on this"):
            told = await (await bo.menu(menu, message)).shown()
            assert told.private and told.text == wire.say(Locale.EN, key), (said, menu)
    assert wire.model.chats == []
