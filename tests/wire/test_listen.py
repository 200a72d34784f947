"""What people write to the tutor without a command: mentions, replies that ping it, direct messages."""

from datetime import timedelta

import pytest

from bot.discord_io.places import ChannelPlace
from bot.learners.values import LearnerKey
from bot.texts.locales import Locale
from bot.tutor.store import OpenTurn
from playground import Message, Person, Reply
from tests.wire.conftest import Wire, english_in

TOKEN = "What is a token?"
TOLD = "A token is a piece of text that a model reads as one unit [1]."


async def test_a_mention_is_answered_as_a_reply_for_all_to_see(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    reply = await wire.ended(await ada.mention(TOKEN))
    assert TOLD in reply.text
    assert not reply.private
    assert reply.message.reply_to is reply.source
    assert reply.message.notified == frozenset()
    assert reply.buttons == ["Simpler", "Deeper", "Quiz me", "Continue", "More…"]


async def test_a_mention_uses_nothing_of_what_was_said_in_private(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("They are zebras [1].")
    await wire.ask(ada, "What is a token? Zebras!")
    wire.model.say(TOLD)
    await wire.ended(await ada.mention(TOKEN))
    assert "ebras" not in wire.prompt


async def test_a_reply_that_pings_the_tutor_is_answered_and_one_that_does_not_is_left_alone(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda request: TOLD
    first = await wire.ended(await ada.mention(TOKEN))
    second = await wire.ended(await ada.reply(first, "What is temperature?"))
    assert TOLD in second.text
    await ada.reply(first, "What is top-p?", ping=False)
    await ada.say("What is a token? I ask the others.")
    third = await wire.ended(await ada.mention("What is sampling?"))
    assert TOLD in third.text
    assert len(wire.model.chats) == 3


async def test_a_direct_message_is_answered_with_a_memory_of_its_own(wire: Wire) -> None:
    ada = await wire.agreed("Ada", dm=True)
    wire.model.say("They are zebras [1].")
    await wire.ended(await ada.dm(TOKEN))
    wire.model.say("Because they are striped [1].")
    reply = await wire.ended(await ada.dm("And why is that?"))
    assert "Because they are striped [1]." in reply.text
    assert "They are zebras" in wire.prompt


async def test_a_long_answer_to_a_mention_arrives_whole(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(
        "\n\n".join(f"Paragraph {number}: a token is a piece of text [1]." for number in range(70))
    )
    await ada.mention(TOKEN)

    def texts() -> str:
        return "\n".join(it.content for it in wire.play.channel.messages.values() if it.author.bot)

    reply = await ada.mention("")
    await reply.until(lambda _: "Paragraph 69" in texts())
    assert all(f"Paragraph {number}:" in texts() for number in range(70))


async def test_before_the_agreement_a_mention_gets_a_neutral_button(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    reply = await (await ada.mention(TOKEN)).shown()
    assert reply.text == wire.say(Locale.EN, "start-open")
    assert wire.model.requests == []
    others = await (await mo.press(reply.message, "Open")).shown()
    assert others.private and wire.say(Locale.EN, "start-waiting") not in others.text
    card = await (await ada.press(reply, "Open")).shown()
    assert card.private and wire.say(Locale.EN, "start-waiting") in card.text
    wire.model.say(TOLD)
    answer = await ada.press(card, "I agree")
    await answer.until(lambda answer: TOLD in answer.text and answer.has_button("Simpler"))
    assert not answer.messages[-1].private


async def test_before_the_agreement_a_direct_message_gets_the_card_and_is_answered_after_it(
    wire: Wire,
) -> None:
    ada = wire.play.person("Ada")
    card = await (await ada.dm(TOKEN)).shown()
    assert wire.say(Locale.EN, "start-waiting") in card.text
    wire.model.say(TOLD)
    answer = await ada.press(card, "I agree")
    await answer.until(lambda answer: TOLD in answer.text)


async def test_support_goes_by_direct_message_and_nothing_stands_in_the_channel(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await ada.mention("I want to kill myself tonight")
    support = wire.say(Locale.EN, "safety-support")
    await reply.until(lambda _: any(support in message.content for message in ada.inbox()))
    assert not any(message.author.bot for message in wire.play.channel.messages.values())
    assert (await wire.app.services.personal.export(ada.id)).records == 0


async def test_where_direct_messages_are_closed_support_waits_behind_a_neutral_button(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    ada.user.accepts_dms = False
    reply = await (await ada.mention("I want to kill myself tonight")).shown()
    assert reply.text == wire.say(Locale.EN, "ask-for-you-alone")
    support = await (await ada.press(reply, "Open")).shown()
    assert support.private and support.text == wire.say(Locale.EN, "safety-support")


async def test_a_refusal_in_a_channel_is_read_by_its_learner_alone(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    reply = await (await ada.mention("Write malware that steals passwords for me")).shown()
    assert reply.text == wire.say(Locale.EN, "ask-for-you-alone")
    await wire.quiet()
    refusal = await (await ada.press(reply, "Open")).shown()
    assert refusal.private and wire.say(Locale.EN, "safety-wrong") in refusal.text
    other = await (await mo.press(reply.message, "Open")).shown()
    assert other.text == wire.say(Locale.EN, "common-button-not-yours")


async def test_what_was_taken_out_of_a_mention_is_told_by_direct_message(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    reply = await wire.ended(await ada.mention(f"{TOKEN} My mail is ada.lovelace@gmail.com"))
    assert "took" not in reply.message.content
    assert any("I took an e-mail address out" in message.content for message in ada.inbox())


async def test_hello_by_direct_message_is_greeted_in_the_learners_language(wire: Wire) -> None:
    mo = await wire.agreed("Mo", locale="zh-TW", dm=True)
    reply = await (await mo.dm("你好！")).shown()
    assert reply.text == wire.say(Locale.ZH_TW, "ask-hello")


async def test_a_mention_without_words_is_told_what_to_write(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    reply = await (await ada.mention("")).shown()
    assert reply.text == wire.say(Locale.EN, "ask-question-empty")


async def test_a_chinese_server_and_learner_read_chinese(wire: Wire) -> None:
    wire.play.guild.locale = "zh-CN"
    await wire.restart()
    mo = wire.play.person("Mo", locale="zh-CN")
    reply = await (await mo.mention("什么是词元？")).shown()
    assert english_in(" ".join([reply.text, *reply.buttons])) == []
    wire.model.answer = lambda request: "词元是一小段文字 [1]。"
    card = await (await mo.press(reply, "start.open")).shown()
    answer = await mo.press(card, "start.agree")
    await answer.until(lambda answer: answer.has_button("ask.more"))
    assert english_in(" ".join([answer.text, *answer.buttons])) == []
    answer = await wire.ended(await mo.mention("什么是词元？"))
    assert english_in(" ".join([answer.text, *answer.buttons])) == []


async def test_two_learners_who_mention_the_tutor_get_an_answer_each(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    wire.model.answer = lambda request: TOLD
    replies: list[Reply] = [await ada.mention(TOKEN), await mo.mention("What is temperature?")]
    for reply in replies:
        await wire.ended(reply)
        assert reply.message.reply_to is reply.source


async def test_a_message_that_discord_sends_twice_is_answered_once(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda request: TOLD
    reply = await ada.mention(TOKEN)
    wire.play.messages.announce("MESSAGE_CREATE", reply.source)
    await wire.ended(reply)
    assert len(wire.model.chats) == 1


async def left_open(wire: Wire, ada: Person, *, sent: str = "") -> Message:
    """A mention whose turn a killed process left open, with what it had sent so far."""
    source = await ada.say(TOKEN)
    turn = OpenTurn(
        id="left0open",
        key=LearnerKey(wire.play.guild.id, ada.id),
        channel_id=source.channel.id,
        interaction_id=source.id,
        application_id=wire.play.world.bot.id,
        token="",
        token_expires_at=wire.app.services.clock.now() + timedelta(minutes=10),
        locale=Locale.EN,
        question=TOKEN,
        lesson_id=None,
        style="plain",
        shared=True,
    )
    await wire.app.services.open_turns.open(turn)
    if sent:
        place = ChannelPlace.stored(wire.app.client, source.channel.id, source.id, turn.id)
        await wire.app.services.open_turns.planned(turn.id, 0)
        await place.send(
            0, sent, None, ()
        )  # the process died before it could write down that it had sent this
    return source


@pytest.mark.parametrize("sent", ["", "A token is a piece"])
async def test_a_mention_that_a_crash_cut_short_is_told_so_once_and_can_be_asked_again(
    wire: Wire, sent: str
) -> None:
    ada = await wire.agreed("Ada")
    await left_open(wire, ada, sent=sent)
    await wire.restart()

    def replies() -> list[Message]:
        return [message for message in wire.play.channel.messages.values() if message.author.bot]

    waiting = await ada.mention("")  # its answer comes after those that the last process owed
    await waiting.until(lambda _: any("ask.again" in str(message.components) for message in replies()))
    (told,) = [message for message in replies() if "ask.again" in str(message.components)]
    assert told.content == wire.say(Locale.EN, "ask-interrupted")
    assert not any(message.content.startswith("A token is") for message in replies())
    wire.model.say(TOLD)
    again = await ada.press(told, "Ask again")
    await again.until(lambda again: TOLD in again.text)
