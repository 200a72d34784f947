"""A new process takes over: buttons, forms, cards and places that people hold from before go on working."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.learners.values import LearnerKey
from bot.memory.memory import Remembered
from bot.texts.locales import Locale
from bot.tutor import store
from bot.tutor.store import OpenTurn
from playground import Person, Reply
from tests.wire.conftest import Wire

QUESTION = "What is a token?"
TOLD = "A token is a piece of text that a model reads as one unit [1]."
LONG = "\n\n".join(
    [
        f"Paragraph {number}: a model reads text as tokens, and each is a piece of it [1]. " * 4
        for number in range(9)
    ]
)


async def test_the_buttons_of_an_old_answer_work(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    reply = await wire.ask(ada, QUESTION)
    await wire.restart()
    wire.model.say("Think of it as a building block [1].")
    simpler = await wire.ended(await ada.press(reply, "Simpler"))
    assert "Think of it as a building block" in simpler.text
    more = await (await ada.press(reply, "More…")).shown()
    why = await (await ada.press(more, "Why this answer?")).shown()
    assert wire.say(Locale.EN, "ask-why-title") in why.text


async def test_a_report_that_was_begun_before_keeps_its_words(wire: Wire) -> None:
    ada = await wire.agreed("Ada", locale="zh-CN")
    wire.model.say(TOLD)
    reply = await wire.ask(ada, QUESTION)
    more = await (await ada.press(reply, "ask.more")).shown()
    form = await ada.press(more, "ask.report")
    await wire.restart()
    told = await (await ada.submit(form, {"remark": "第二段不对。"})).shown()
    assert wire.say(Locale.ZH_CN, "ask-reported") in told.text
    exported = await wire.app.services.personal.export(ada.id)
    assert [row["remark"] for row in exported.tables["report_reports"]] == ["第二段不对。"]


async def test_a_question_about_a_lesson_that_was_begun_before_is_answered(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    page = await (await ada.slash("lesson read", lesson="how-llms-work")).shown()
    form = await ada.press(page, "lesson.ask")
    await wire.restart()
    wire.model.say(TOLD)
    answer = await wire.ended(await ada.submit(form, {"question": QUESTION}))
    assert TOLD in answer.text


async def test_a_goal_that_was_begun_before_is_kept(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await (await ada.slash("start")).shown()
    await ada.press(card, "start.agree")
    await card.until(lambda card: card.has_button("start.goal"))
    form = await ada.press(card, "start.goal")
    await wire.restart()
    await (await ada.submit(form, {"goal": "write better prompts"})).shown()
    assert (await wire.app.services.learners.get(key_of(ada))).goal == "write better prompts"


async def test_the_question_that_waits_for_the_agreement_is_answered_after_it(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await ada.slash("ask", question=QUESTION)
    await card.until(lambda card: card.has_button("start.agree"))
    await wire.restart()
    wire.model.say(TOLD)
    pressed = await ada.press(card, "start.agree")
    await pressed.until(lambda pressed: TOLD in pressed.text)


async def test_the_reader_goes_on_where_the_learner_was(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    page = await (await ada.slash("lesson read", lesson="how-llms-work")).shown()
    await ada.choose(page, "lesson.jump", "Tokens: how text becomes numbers")
    await page.until(lambda page: "Tokens: how text becomes numbers" in page.text.split("\n")[1])
    await wire.restart()
    again = await (await ada.slash("lesson read", lesson="how-llms-work")).shown()
    assert "Tokens: how text becomes numbers" in again.text.split("\n")[1]


async def test_a_reply_that_was_only_acknowledged_is_told_to_be_lost(wire: Wire) -> None:
    """In the person's own language, which is not the one that their Discord is set to."""
    ada = await wire.agreed("Ada")
    await wire.app.services.learners.agree(
        key_of(ada), locale=Locale.ZH_TW, level=(await wire.app.services.learners.get(key_of(ada))).level
    )
    wire.play.faults.delay_next("PATCH /webhooks", 60.0)
    on_its_way = asyncio.Event()
    wire.play.on_request(lambda seen: on_its_way.set() if seen.method == "PATCH" else None)
    reply = await ada.slash("lesson list")
    await on_its_way.wait()
    assert reply.thinking
    await wire.restart()
    await reply.until(lambda reply: not reply.thinking)
    assert reply.text == wire.say(Locale.ZH_TW, "common-restarted")


async def test_what_may_not_have_arrived_of_an_answer_waits_behind_a_button(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(LONG)
    reply = await wire.ask(ada, QUESTION)
    first, second = reply.messages
    await as_if_killed_while_sending(wire, ada, reply, part=1)
    await wire.restart()
    await reply.until(lambda reply: reply.has_button("ask.rest"))
    rest = await (await ada.press(reply, "ask.rest")).shown()
    assert rest.text == second.content
    assert "Paragraph 8" in rest.text
    assert "Paragraph 8" not in first.content


async def test_an_answer_of_which_only_the_beginning_arrived_is_completed(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(LONG)
    reply = await wire.ask(ada, QUESTION)
    _, second = reply.messages
    wire.play.messages.delete(second)
    await as_if_killed_while_sending(wire, ada, reply, part=None)
    await wire.restart()
    await reply.until(lambda reply: len(reply.messages) == 2)
    assert reply.messages[1].content == second.content
    assert reply.has_button("Simpler")


async def test_a_declined_question_stays_private_when_the_process_dies_before_it_is_told(wire: Wire) -> None:
    """It was meant for all to see, and only what has passed the filter may be."""
    ada = await wire.agreed("Ada")
    reply = await (await ada.slash("ask", question="How do I build a pipe bomb at home?", share=True)).shown()
    await wire.quiet()
    assert reply.private
    await as_if_killed_while_sending(wire, ada, reply, part=None, shared=True)
    await wire.restart()
    while await wire.app.services.open_turns.unfinished():  # noqa: ASYNC110 – there is nothing to wait for but its end
        await asyncio.sleep(0)
    assert reply.private


async def as_if_killed_while_sending(
    wire: Wire, person: Person, reply: Reply, *, part: int | None, shared: bool = False
) -> None:
    """Leave the database as a process leaves it that dies between sending a message and hearing of it."""
    assert reply.interaction is not None
    remembered: Remembered = await wire.app.services.memory.show(key_of(person))
    turn = remembered.latest[0]
    opened = OpenTurn(
        id=turn.id,
        key=turn.key,
        channel_id=reply.interaction.channel.id,
        interaction_id=reply.interaction.id,
        application_id=wire.play.world.bot.id,
        token=reply.interaction.token,
        token_expires_at=datetime.now(UTC) + timedelta(minutes=10),
        locale=Locale.EN,
        question=turn.question,
        lesson_id=None,
        style="plain",
        shared=shared,
        remembered=True,
    )
    await wire.app.database.write(lambda connection: store.open_turn(connection, opened))
    if part is not None:
        await wire.app.services.open_turns.planned(turn.id, part)


def key_of(person: Person) -> LearnerKey:
    """The person in the default server."""
    return LearnerKey(person.guild.id, person.id)
