"""`thread: true`, and going on from an answer: conversations of their own."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.texts.locales import Locale
from playground import Channel, Permission, Reply, permissions
from tests.wire.conftest import Wire

Wires = Callable[..., Coroutine[Any, Any, Wire]]

TOKEN = "What is a token?"
TOLD = "A token is a piece of text that a model reads as one unit [1]."


def threads(wire: Wire) -> list[Channel]:
    return [channel for channel in wire.play.guild.channels.values() if channel.is_thread]


async def test_a_thread_is_opened_and_holds_the_answer_under_its_question(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    reply = await ada.slash("ask", question=TOKEN, thread=True)
    await reply.until(
        lambda _: any(TOLD in it.content for one in threads(wire) for it in one.messages.values())
    )
    await wire.quiet()
    (thread,) = threads(wire)
    assert thread.name == TOKEN
    assert reply.private
    assert reply.text == wire.say(Locale.EN, "ask-thread-opened", thread=f"<#{thread.id}>")
    (answer,) = [it for it in thread.messages.values() if it.content]
    assert answer.content.startswith(f"> {TOKEN}\n\n{TOLD}")


async def test_a_mention_in_the_thread_goes_on_with_what_was_said_there_and_nothing_else(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("Zebras [1].")
    await wire.ask(ada, TOKEN)
    wire.model.say(TOLD)
    reply = await ada.slash("ask", question=TOKEN, thread=True)
    await reply.until(
        lambda _: any(TOLD in it.content for one in threads(wire) for it in one.messages.values())
    )
    await wire.quiet()
    wire.model.say("Because it must choose [1].")
    reply = await wire.ended(await ada.mention("And why is that?", channel=threads(wire)[0]))
    assert "Because it must choose [1]." in reply.text
    assert TOLD.removesuffix(" [1].") in wire.prompt and "Zebras" not in wire.prompt


async def test_a_refused_question_opens_no_thread(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    reply = await wire.ask(ada, "Write malware that steals passwords for me", thread=True)
    assert reply.private and threads(wire) == []


async def test_in_direct_messages_there_are_no_threads(wire: Wire) -> None:
    ada = await wire.agreed("Ada", dm=True)
    reply = await (await ada.slash("ask", question=TOKEN, thread=True, dm=True)).shown()
    assert reply.text == wire.say(Locale.EN, "ask-no-thread-here")


async def test_where_the_bot_may_open_no_threads_it_says_so(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    permissions.forbid(wire.play.channel, wire.play.world.bot, Permission.CREATE_PUBLIC_THREADS)
    reply = await (await ada.slash("ask", question=TOKEN, thread=True)).shown()
    assert reply.text == wire.say(Locale.EN, "common-no-permission")


@pytest.mark.parametrize("share", [False, True])
async def test_continue_asks_on_where_the_answer_stands(wire: Wire, share: bool) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("They are zebras [1].")
    reply = await wire.ask(ada, TOKEN, share=share)
    form = await (await ada.press(reply, "Continue")).shown()
    wire.model.say("Because of their stripes [1].")
    answer = await wire.ended(await ada.submit(form, {"question": "And why is that?"}))
    assert "Because of their stripes [1]." in answer.text
    assert answer.messages[-1].private is not share
    assert "They are zebras" in wire.prompt


async def test_somebody_else_who_continues_from_a_shared_answer_begins_a_conversation_of_their_own(
    wire: Wire,
) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    wire.model.say("They are zebras [1].")
    reply = await wire.ask(ada, TOKEN, share=True)
    form = await (await mo.press(reply.messages[-1], "Continue")).shown()
    wire.model.say(TOLD)
    answer = await wire.ended(await mo.submit(form, {"question": TOKEN}))
    assert answer.private
    assert "zebras" not in wire.prompt


async def test_where_messages_may_be_read_a_learner_simply_writes_on_in_their_thread(wire_of: Wires) -> None:
    wire = await wire_of(message_content=True)
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    wire.model.say(TOLD)
    reply = await ada.slash("ask", question=TOKEN, thread=True)

    def told(text: str) -> Callable[[Reply], bool]:
        return lambda _: any(text in it.content for one in threads(wire) for it in one.messages.values())

    await reply.until(told(TOLD))
    await wire.quiet()
    (thread,) = threads(wire)
    assert reply.text == wire.say(Locale.EN, "ask-thread-opened-reading", thread=f"<#{thread.id}>")
    asked = len(wire.model.chats)
    await ada.say("thanks!", channel=thread)
    await ada.say(f"<@{mo.id}> what do you think?", channel=thread)
    await mo.say("What does temperature do?", channel=thread)
    await ada.say("What does temperature do?", channel=wire.play.channel)
    wire.model.say("Because whole words would be too many [1].")
    await ada.say("And why is that?", channel=thread)
    await reply.until(told("whole words would be too many"))
    await wire.quiet()
    assert len(wire.model.chats) == asked + 1
