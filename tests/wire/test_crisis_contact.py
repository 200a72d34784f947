"""The people whom a server chose for somebody in distress: offered, told only when asked for, and never what was written."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.texts.locales import Locale
from playground import Person, Reply
from playground.permissions import Permission
from playground.state import Channel, Overwrite
from tests.wire.conftest import Wire, english_in
from tests.wire.test_filters import CRISIS

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
SEEN = Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES


def private_channel(wire: Wire, name: str = "wellbeing") -> Channel:
    """A channel that the tutor may write in and @everyone cannot see."""
    place = wire.play.new_channel(name)
    place.overwrites[wire.play.guild.id] = Overwrite(is_role=True, deny=Permission.VIEW_CHANNEL)
    wire.play.allow(place, SEEN)
    return place


async def chosen(wire: Wire, mo: Person, place: Channel) -> Reply:
    """What the moderator reads who makes this channel the contact's."""
    return await (await mo.slash("server settings", key="crisis_channel", value=f"<#{place.id}>")).shown()


async def in_distress(wire: Wire, ada: Person, locale: Locale, *, dm: bool = False) -> Reply:
    """Support, as it is shown to somebody who asked for nothing else."""
    reply = await ada.slash("ask", question=CRISIS[locale], dm=dm)
    return await reply.until(lambda reply: wire.say(locale, "safety-support") in reply.text)


@pytest.mark.parametrize("locale", list(Locale))
async def test_the_contact_is_told_only_when_the_button_is_pressed_and_not_what_was_written(
    wire: Wire, locale: Locale
) -> None:
    mo = wire.play.person("Mo", locale=DISCORD[locale], moderator=True)
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    place = private_channel(wire)
    await chosen(wire, mo, place)
    reply = await in_distress(wire, ada, locale)
    assert reply.private and wire.say(locale, "safety-contact-offer") in reply.text
    assert not place.messages and not mo.inbox()
    await wire.restart()
    for _ in range(2):  # pressed again, nobody is told again
        told = await (await ada.press(reply, "listen.tell")).shown()
        assert told.private and told.text == wire.say(locale, "safety-contact-told")
        assert locale is Locale.EN or english_in(told.text) == []
    (message,) = place.messages.values()
    assert f"<@{ada.id}>" in message.content and CRISIS[locale] not in message.content
    assert (await wire.app.services.personal.export(ada.id)).records == 0


async def test_without_a_contact_nothing_is_offered_and_in_direct_messages_neither(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    assert not (await in_distress(wire, ada, Locale.EN)).has_button("listen.tell")
    await chosen(wire, mo, private_channel(wire))
    assert not (await in_distress(wire, ada, Locale.EN, dm=True)).has_button("listen.tell")


async def test_whoever_wrote_in_a_channel_can_ask_for_the_contact_from_the_direct_message(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    place = private_channel(wire)
    await chosen(wire, mo, place)
    before = set(wire.play.channel.messages)
    reply = await ada.mention(CRISIS[Locale.EN])
    await reply.until(lambda _: bool(ada.inbox()))
    (letter,) = ada.inbox()
    assert wire.say(Locale.EN, "safety-contact-offer") in letter.content
    told = await (await ada.press(letter, "listen.tell")).shown()
    assert told.text == wire.say(Locale.EN, "safety-contact-told")
    assert [f"<@{ada.id}>" in it.content for it in place.messages.values()] == [True]
    new = [it for number, it in wire.play.channel.messages.items() if number not in before]
    assert [it.author.id for it in new] == [ada.id]


async def test_a_channel_that_everybody_reads_is_no_contact_neither_chosen_nor_become_so(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    no = wire.say(Locale.EN, "safety-contact-not-private")
    assert (await chosen(wire, mo, wire.play.channel)).text == no
    closed = private_channel(wire)
    wire.play.forbid(closed, Permission.SEND_MESSAGES)
    assert (await chosen(wire, mo, closed)).text == no
    place = private_channel(wire)
    assert wire.say(Locale.EN, "server-settings-acts") in (await chosen(wire, mo, place)).text
    offered = await in_distress(wire, ada, Locale.EN)
    assert offered.has_button("listen.tell")
    place.overwrites[wire.play.guild.id].deny = Permission(0)
    wire.play.allow(place, SEEN)  # announces the change
    gone = await (await ada.press(offered, "listen.tell")).shown()
    assert gone.text == wire.say(Locale.EN, "safety-contact-gone") and not place.messages
    assert not (await in_distress(wire, ada, Locale.EN)).has_button("listen.tell")


async def test_what_follows_is_said_before_it_is_chosen_and_only_who_manages_the_server_may(
    wire: Wire,
) -> None:
    for locale in Locale:
        mo = wire.play.person(f"Mo {locale.value}", locale=DISCORD[locale], moderator=True)
        about = await (await mo.slash("server settings", key="crisis_channel")).shown()
        assert wire.say(locale, "server-settings-crisis-consequence") in about.text
        assert wire.say(locale, "server-settings-one-managers") in about.text


async def test_where_the_channel_takes_no_message_the_learner_is_not_left_waiting(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada", locale="zh-CN")
    place = private_channel(wire)
    await chosen(wire, mo, place)
    reply = await in_distress(wire, ada, Locale.ZH_CN)
    wire.play.faults.fail_next("POST /channels/{channel_id}/messages", 403, code=50013)
    missed = await (await ada.press(reply, "listen.tell")).shown()
    assert missed.text == wire.say(Locale.ZH_CN, "safety-contact-unreached")
    told = await (await ada.press(reply, "listen.tell")).shown()
    assert told.text == wire.say(Locale.ZH_CN, "safety-contact-told") and len(place.messages) == 1


async def test_distress_that_only_a_hosted_moderation_hears_gets_support_and_the_offer_wherever_it_was_written(
    wire_of: Callable[..., Coroutine[Any, Any, Wire]],
) -> None:
    wire = await wire_of(moderation_model="test-moderation")
    assert wire.model is not None
    wire.model.moderation_scores = lambda text: {"self-harm/intent": 0.99} if "willow" in text else {}
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await chosen(wire, mo, private_channel(wire))
    words = "What is a token, and where does the willow end?"
    reply = await ada.slash("ask", question=words)
    await reply.until(lambda reply: reply.has_button("listen.tell"))
    assert reply.private and wire.say(Locale.EN, "safety-support") in reply.text
    waiting = await (await ada.mention(words)).shown()
    assert waiting.text == wire.say(Locale.EN, "ask-for-you-alone")
    await wire.quiet()
    opened = await (await ada.press(waiting, "Open")).shown()
    assert opened.private and wire.say(Locale.EN, "safety-support") in opened.text
    assert opened.has_button("listen.tell")
    assert "willow" not in (await wire.app.services.personal.export(ada.id)).as_json().decode()
