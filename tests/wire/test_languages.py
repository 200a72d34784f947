"""The main paths of a learner in Chinese, simplified and traditional: not one English sentence is left."""

from dataclasses import dataclass

import pytest

from bot.texts.locales import Locale
from playground import Reply
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire, english_in


@dataclass(frozen=True, slots=True)
class Words:
    """What a learner of one language types, and what the model says."""

    locale: Locale
    question: str
    off_course: str
    mail: str
    told: str


SIMPLIFIED = Words(
    Locale.ZH_CN,
    question="什么是词元？",
    off_course="谁赢了一九九八年的足球世界杯？",
    mail="什么是词元？我的邮箱是 ming@gmail.com",
    told="模型把文字切成一小段一小段，每一段叫做词元 [1]。",
)
TRADITIONAL = Words(
    Locale.ZH_TW,
    question="什麼是詞元？",
    off_course="誰贏了一九九八年的足球世界盃？",
    mail="什麼是詞元？我的信箱是 ming@gmail.com",
    told="模型把文字切成一小段一小段，每一段叫做詞元 [1]。",
)
BOTH = pytest.mark.parametrize("words", [SIMPLIFIED, TRADITIONAL], ids=["zh-CN", "zh-TW"])


def all_chinese(reply: Reply) -> bool:
    """Whether nothing English stands in a reply, its buttons and selects; English is called English in a list."""
    labels = [*reply.buttons, *reply.selects]
    return english_in("\n".join([reply.text, *labels]).replace("English", "")) == []


@BOTH
async def test_from_the_first_question_to_going_on(wire: Wire, words: Words) -> None:
    ming = wire.play.person("小明", locale=words.locale.value)
    card = await (await ming.slash("ask", question=words.question)).shown()
    assert all_chinese(card)
    wire.model.answer = lambda request: words.told
    answer = await ming.press(card, "start.agree")
    await answer.until(lambda answer: answer.has_button("ask.more"))
    await wire.quiet()
    assert words.told in answer.text and all_chinese(answer)
    form = await (await ming.press(answer, "ask.continue")).shown()
    assert english_in(form.screen()) == []
    assert all_chinese(await wire.ended(await ming.submit(form, {"question": words.question})))


@BOTH
async def test_off_the_course_and_filtered(wire: Wire, words: Words) -> None:
    ming = await wire.agreed("小明", locale=words.locale.value)
    wire.model.answer = lambda request: words.told
    off = await wire.ask(ming, words.off_course)
    assert wire.say(words.locale, "ask-off-topic") in off.text and all_chinese(off)
    cleaned = await wire.ask(ming, words.mail)
    assert all_chinese(cleaned) and "gmail" not in cleaned.text


@BOTH
async def test_when_the_model_fails(wire: Wire, words: Words) -> None:
    ming = await wire.agreed("小明", locale=words.locale.value)
    wire.model.fault(Fault.TOO_LONG)
    quoted = await wire.ask(ming, words.question)
    assert wire.say(words.locale, "ask-quoting") in quoted.text and all_chinese(quoted)


@BOTH
async def test_a_thread(wire: Wire, words: Words) -> None:
    ming = await wire.agreed("小明", locale=words.locale.value)
    wire.model.answer = lambda request: words.told
    reply = await (await ming.slash("ask", question=words.question, thread=True)).shown()
    await wire.quiet()
    assert all_chinese(reply)


@BOTH
async def test_in_direct_messages(wire: Wire, words: Words) -> None:
    ming = await wire.agreed("小明", locale=words.locale.value, dm=True)
    wire.model.answer = lambda request: words.told
    for reply in (
        await wire.ask(ming, words.question, dm=True),
        await (await ming.slash("memory show", dm=True)).shown(),
        await (await ming.slash("privacy about", dm=True)).shown(),
        await wire.ended(await ming.dm(words.question)),
    ):
        assert all_chinese(reply)


async def test_a_traditional_question_is_answered_in_traditional_chinese_whatever_the_interface(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TRADITIONAL.told)
    reply = await wire.ask(ada, TRADITIONAL.question)
    assert "Traditional Chinese as written in Taiwan" in wire.prompt
    assert wire.say(Locale.ZH_TW, "ask-made-by-ai") in reply.text
    source = next(line for line in reply.text.splitlines() if line.startswith("-# ["))
    assert english_in(source) == []


async def test_an_english_question_of_a_chinese_learner_is_answered_in_english(wire: Wire) -> None:
    ming = await wire.agreed("小明", locale="zh-CN")
    wire.model.say("A token is a piece of text [1].")
    reply = await wire.ask(ming, "What is a token?")
    assert "Write in English" in wire.prompt
    assert wire.say(Locale.EN, "ask-made-by-ai") in reply.text
    assert reply.has_button(wire.say(Locale.ZH_CN, "ask-button-more"))
