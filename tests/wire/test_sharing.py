"""Answers for the whole channel: what others see, what they can do with them, and what they never learn."""

from bot.texts.locales import Locale
from playground import Person
from tests.wire.conftest import Wire

TOKEN = "What is a token?"
TOLD = "A token is a piece of text that a model reads as one unit [1]."


async def shared(wire: Wire) -> tuple[Person, object]:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    return ada, await wire.ask(ada, TOKEN, share=True)


async def test_a_shared_answer_stands_under_its_question_and_the_learner_is_told_privately(
    wire: Wire,
) -> None:
    _, reply = await shared(wire)
    notice, answer = reply.messages
    assert notice.private and notice.content == wire.say(Locale.EN, "ask-shared-notice")
    assert not answer.private
    assert answer.content.startswith(f"> {TOKEN}\n\n{TOLD}")


async def test_a_shared_answer_uses_nothing_of_what_was_said_in_private(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A zebra is a token [1].")
    await wire.ask(ada, "What is a token, said of my zebra secret?")
    await wire.app.services.learners.choose_goal(_key(wire, ada), "to tame zebras")
    await wire.ask(ada, TOKEN, share=True)
    assert "zebra" not in wire.prompt


async def test_somebody_else_gets_an_answer_of_their_own_from_the_same_buttons(wire: Wire) -> None:
    ada, reply = await shared(wire)
    mo = await wire.agreed("Mo")
    public = reply.messages[-1]
    wire.model.say("Text is cut into tokens, like a cake into slices [1].")
    own = await wire.ended(await mo.press(public, "Simpler"))
    assert own.private
    assert "like a cake into slices" in own.text
    assert not any("cake" in message.content for message in reply.messages)
    shown = await (await ada.slash("memory show")).shown()
    assert wire.say(Locale.EN, "memory-turns", count=1) in shown.text
    why = await (await mo.press(await (await mo.press(public, "More…")).shown(), "ask.why")).shown()
    assert "Memory" not in why.text


async def test_somebody_who_has_not_agreed_is_asked_first_and_then_answered(wire: Wire) -> None:
    _, reply = await shared(wire)
    mo = wire.play.person("Mo")
    card = await (await mo.press(reply.messages[-1], "Deeper")).shown()
    assert card.private and card.has_button("start.agree")
    wire.model.say("Deep tokens [1].")
    answer = await mo.press(card, "start.agree")
    await answer.until(lambda answer: "Deep tokens [1]." in answer.text)


async def test_a_private_answer_cannot_be_reached_by_somebody_else(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    mo = await wire.agreed("Mo")
    wire.model.say(TOLD)
    reply = await wire.ask(ada, TOKEN)
    (turn,) = (await wire.app.services.memory.show(_key(wire, ada))).latest
    public = await shared_by(wire, mo)
    for message in wire.play.world.messages.values():
        assert mo.sees(message) is False or turn.id not in str(message.components)
    assert reply.private and public.messages


async def test_a_report_of_a_shared_answer_by_somebody_else_is_theirs(wire: Wire) -> None:
    ada, reply = await shared(wire)
    mo = wire.play.person("Mo")
    more = await (await mo.press(reply.messages[-1], "More…")).shown()
    form = await (await mo.press(more, "Report")).shown()
    await (await mo.submit(form, {"remark": "wrong"})).shown()
    assert "report_reports" not in (await wire.app.services.personal.export(ada.id)).tables
    assert "report_reports" in (await wire.app.services.personal.export(mo.id)).tables


async def shared_by(wire: Wire, person: Person) -> object:
    wire.model.say(TOLD)
    return await wire.ask(person, TOKEN, share=True)


def _key(wire: Wire, person: Person) -> object:
    from bot.learners.values import LearnerKey

    return LearnerKey(wire.play.guild.id, person.id)


async def test_what_was_taken_out_of_a_question_is_told_to_its_learner_alone(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    reply = await wire.ask(ada, f"{TOKEN} My mail is ada.lovelace@gmail.com", share=True)
    notice, answer = reply.messages
    assert notice.private and "I took an e-mail address out" in notice.content
    assert "took" not in answer.content and "lovelace" not in answer.content
    assert TOLD in answer.content


async def test_the_buttons_of_a_shared_answer_are_in_the_servers_language(wire: Wire) -> None:
    mo = await wire.agreed("Mo", locale="zh-CN")
    wire.model.say("模型把文字切成词元 [1]。")
    reply = await wire.ask(mo, "什么是词元？", share=True)
    notice, answer = reply.messages
    assert notice.content == wire.say(Locale.ZH_CN, "ask-shared-notice")
    assert "Simpler" in str(answer.components)
