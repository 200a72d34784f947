"""What can be done with an answer: its buttons, for the one who asked."""

import re

import pytest

from bot.texts.locales import Locale
from playground import Reply
from tests.wire.conftest import Wire, english_in

TOKEN = "What is a token?"
TOLD = "A token is a piece of text that a model reads as one unit [1]."


def lessons_in(prompt: str) -> set[str]:
    """The titles of the lessons whose passages stand in a prompt."""
    return set(re.findall(r"^\[\d+\] (.+?) · ", prompt, re.MULTILINE))


async def answered(wire: Wire, name: str = "Ada", **options: object) -> tuple[object, Reply]:
    ada = await wire.agreed(name)
    wire.model.say(TOLD)
    return ada, await wire.ask(ada, TOKEN, **options)


@pytest.mark.parametrize(
    ("button", "wish"),
    [("Simpler", "found the last answer too hard"), ("Deeper", "wants to know more")],
)
async def test_the_same_question_is_answered_in_another_way(wire: Wire, button: str, wish: str) -> None:
    ada, reply = await answered(wire)
    wire.model.say("Text is cut into tokens, like a cake into slices [1].")
    other = await wire.ended(await ada.press(reply, button))
    assert "like a cake into slices [1]." in other.text
    assert TOLD in reply.text
    assert wish in wire.prompt and TOKEN in wire.prompt


async def test_more_offers_an_example_the_reasons_thumbs_and_a_report(wire: Wire) -> None:
    ada, reply = await answered(wire)
    more = await (await ada.press(reply, "More…")).shown()
    assert more.private
    assert more.buttons == ["Example", "Why this answer?", "👍", "👎", "Report"]
    wire.model.say("Take the word tokenizer: two tokens [1].")
    example = await wire.ended(await ada.press(more, "Example"))
    assert "Take the word tokenizer" in example.text
    assert "one worked example" in wire.prompt


async def test_another_way_stays_within_the_lesson_that_was_named(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda request: "It depends [1]."
    question = "Why does the same prompt give different answers?"
    await wire.ask(ada, question)
    assert len(lessons_in(wire.prompt)) > 1
    reply = await wire.ask(ada, question, lesson="how-llms-work")
    await wire.ended(await ada.press(reply, "Simpler"))
    assert len(lessons_in(wire.prompt)) == 1


async def test_why_this_answer_tells_how_it_came_about(wire: Wire) -> None:
    ada, reply = await answered(wire)
    more = await (await ada.press(reply, "More…")).shown()
    why = await (await ada.press(more, "Why this answer?")).shown()
    assert why.private
    for word in (
        "Filter",
        "Evidence",
        "Passages found",
        "Memory",
        "Model",
        "tutor-test",
        "explain@1 + explain-question@2",
        "public",
    ):
        assert word in why.text
    assert TOKEN not in why.text


async def test_thumbs_are_kept_the_last_one_counts(wire: Wire) -> None:
    ada, reply = await answered(wire)
    more = await (await ada.press(reply, "More…")).shown()
    up = await (await ada.press(more, "👍")).shown()
    assert up.text == wire.say(Locale.EN, "ask-rated-up")
    down = await (await ada.press(more, "👎")).shown()
    assert down.text == wire.say(Locale.EN, "ask-rated-down")
    export = await wire.app.services.personal.export(ada.id)
    assert [row["thumb"] for row in export.tables["report_ratings"]] == ["down"]


async def test_a_report_carries_the_answer_and_the_remark_and_nothing_else(wire: Wire) -> None:
    ada, reply = await answered(wire)
    more = await (await ada.press(reply, "More…")).shown()
    form = await (await ada.press(more, "Report")).shown()
    sent = await (
        await ada.submit(form, {"What is wrong with it?": "It is wrong, says me@gmail.com"})
    ).shown()
    assert wire.say(Locale.EN, "ask-reported") in sent.text
    again = await (await ada.submit(form, {})).shown()
    assert again.text == wire.say(Locale.EN, "ask-reported-before")
    tables = (await wire.app.services.personal.export(ada.id)).tables
    (case,), (report,) = tables["report_cases"], tables["report_reports"]
    assert TOLD in str(case["reply"]) and TOKEN not in str([case, report])
    assert "It is wrong" in str(report["remark"]) and "gmail" not in str(report["remark"])


async def test_a_report_can_be_sent_after_a_restart_in_between(wire: Wire) -> None:
    ada, reply = await answered(wire)
    more = await (await ada.press(reply, "More…")).shown()
    form = await (await ada.press(more, "Report")).shown()
    await wire.restart()
    sent = await (await ada.submit(form, {"remark": "It is wrong"})).shown()
    assert sent.text == wire.say(Locale.EN, "ask-reported")


async def test_an_answer_that_was_forgotten_says_so_on_every_button(wire: Wire) -> None:
    ada, reply = await answered(wire)
    more = await (await ada.press(reply, "More…")).shown()
    await (await ada.slash("memory forget", what="last")).shown()
    for where, button in ((reply, "Simpler"), (reply, "Quiz me"), (more, "Why this answer?"), (more, "👍")):
        pressed = await (await ada.press(where, button)).shown()
        assert pressed.text == wire.say(Locale.EN, "ask-forgotten"), button


async def test_in_a_direct_message_a_report_says_that_there_are_no_moderators(wire: Wire) -> None:
    ada = await wire.agreed("Ada", dm=True)
    wire.model.say(TOLD)
    reply = await wire.ask(ada, TOKEN, dm=True)
    more = await (await ada.press(reply, "More…")).shown()
    form = await (await ada.press(more, "Report")).shown()
    sent = await (await ada.submit(form, {})).shown()
    assert sent.text == wire.say(Locale.EN, "ask-reported-nowhere")


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_every_button_of_a_chinese_answer_leads_to_chinese(wire: Wire, locale: Locale) -> None:
    question = {Locale.ZH_CN: "什么是词元？", Locale.ZH_TW: "什麼是詞元？"}[locale]
    mo = await wire.agreed("Mo", locale=locale.value)
    wire.model.answer = lambda request: "模型把文字切成一小段一小段 [1]。"
    reply = await wire.ask(mo, question)
    assert english_in(" ".join([reply.text, *reply.buttons])) == []
    say = wire.say
    more = await (await mo.press(reply, say(locale, "ask-button-more"))).shown()
    assert english_in(" ".join([more.text, *more.buttons])) == []
    why = await (await mo.press(more, "ask.why")).shown()
    assert english_in(why.text.replace("tutor-test", "")) == []
    form = await (await mo.press(more, "ask.report")).shown()
    assert english_in(form.screen()) == []
    sent = await (await mo.submit(form, {"remark": "不对"})).shown()
    assert sent.text == say(locale, "ask-reported")
    quiz = await (await mo.press(reply, "ask.quiz")).shown()
    assert english_in(quiz.text) == []
