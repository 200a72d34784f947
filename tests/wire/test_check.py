"""*Quiz me*: the short question of a section, whose key nobody sees before they answered."""

import pytest

from bot.lessons.values import Check
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def check_of(wire: Wire, locale: Locale = Locale.EN) -> Check:
    check = await wire.app.services.library.check(0, LLM, "tokens", locale)
    assert check is not None
    return check


async def quizzed(wire: Wire, person: Person) -> Reply:
    page = await (await person.slash("lesson read", lesson=LLM, section="tokens")).shown()
    return await (await person.press(page, "check.section")).shown()


def letter_of(reply: Reply, option: str) -> str:
    """The letter under which the card shows an option."""
    line = next(line for line in reply.text.splitlines() if line.endswith(f"** {option}"))
    return line[2]


@pytest.mark.parametrize("locale", list(Locale))
async def test_the_right_option_is_confirmed_and_explained(wire: Wire, locale: Locale) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    check = await check_of(wire, locale)
    quiz = await quizzed(wire, ada)
    assert quiz.private
    assert check.question in quiz.text and len(quiz.buttons) == len(check.options) + 1
    assert check.explain[check.answer] not in quiz.screen() + str(quiz.components)
    await ada.press(quiz, letter_of(quiz, check.options[check.answer]))
    await quiz.until(lambda quiz: check.explain[check.answer] in quiz.text)
    assert "✅" in quiz.text
    assert locale is Locale.EN or english_in(quiz.text) == []


async def test_a_wrong_option_is_explained_together_with_the_right_one(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    check = await check_of(wire)
    quiz = await quizzed(wire, ada)
    wrong = next(at for at in range(len(check.options)) if at != check.answer)
    right = letter_of(quiz, check.options[check.answer])
    await ada.press(quiz, letter_of(quiz, check.options[wrong]))
    await quiz.until(lambda quiz: "❌" in quiz.text)
    assert check.explain[wrong] in quiz.text
    assert f"The answer is {right}:** {check.options[check.answer]}" in quiz.text
    await ada.press(quiz, "Read the section")
    await quiz.until(lambda quiz: quiz.messages[-1].embeds)
    assert check.question not in quiz.text


async def test_whoever_is_not_sure_hears_the_answer(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    check = await check_of(wire)
    quiz = await quizzed(wire, ada)
    await ada.press(quiz, "I'm not sure")
    await quiz.until(lambda quiz: check.explain[check.answer] in quiz.text)
    assert "❌" not in quiz.text


async def test_the_key_stands_in_no_button(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    quiz = await quizzed(wire, ada)
    ids = [
        it["custom_id"] for it in quiz.components if str(it.get("custom_id", "")).startswith("check.answer")
    ]
    assert len({custom_id.rsplit(":", 1)[0] for custom_id in ids}) == 1
    orders = {
        tuple(it["custom_id"].rsplit(":", 1)[1] for it in again.components if "custom_id" in it)
        for again in [await quizzed(wire, ada) for _ in range(6)]
    }
    assert len(orders) > 1


async def test_an_answer_leads_to_the_question_of_a_section_it_cites(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a piece of text [1].")
    answer = await wire.ask(ada, "What is a token?")
    quiz = await (await ada.press(answer, "Quiz me")).shown()
    assert (await check_of(wire)).question in quiz.text
    assert (await check_of(wire)).explain[0] not in wire.prompts


async def test_the_question_can_be_answered_after_a_restart(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    check = await check_of(wire)
    quiz = await quizzed(wire, ada)
    right = letter_of(quiz, check.options[check.answer])
    await wire.restart()
    await ada.press(quiz, right)
    await quiz.until(lambda quiz: "✅" in quiz.text)
