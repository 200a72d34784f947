"""The people whom a server chose for somebody in distress: offered, told only when asked for, and never what was written."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.discord_io import crisis
from bot.servers.settings.registry import CRISIS_CHANNEL
from bot.servers.settings.settings import Moderator
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.permissions import Permission
from playground.state import Channel, Message, Overwrite
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


def with_places(wire: Wire, locale: Locale, key: str) -> str:
    """Why the contact was not told, and whom to turn to all the same."""
    return f"{wire.say(locale, key)}\n{wire.say(locale, 'safety-contact-places')}"


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
    assert gone.text == with_places(wire, Locale.EN, "safety-contact-gone") and not place.messages
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
    assert missed.text == with_places(wire, Locale.ZH_CN, "safety-contact-unreached")
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


async def letter_of(wire: Wire, ada: Person, locale: Locale = Locale.EN) -> Message:
    """Support with the offer, in the direct messages of somebody who wrote in a channel."""
    reply = await ada.mention(CRISIS[locale])
    await reply.until(lambda _: bool(ada.inbox()))
    return ada.inbox()[-1]


async def test_two_presses_at_once_tell_once_and_both_hear_what_came_of_it(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    place = private_channel(wire)
    await chosen(wire, mo, place)
    reply = await in_distress(wire, ada, Locale.EN)
    for fails, key in ((True, "safety-contact-unreached"), (False, "safety-contact-told")):
        if fails:
            for _ in range(2):
                wire.play.faults.fail_next("POST /channels/{channel_id}/messages", 403, code=50013)
        presses = await asyncio.gather(*(ada.press(reply, "listen.tell") for _ in range(2)))
        said = [(await press.shown()).text for press in presses]
        assert all(text.startswith(wire.say(Locale.EN, key)) for text in said), said
    assert len(place.messages) == 1


@pytest.mark.parametrize("locale", list(Locale))
async def test_who_left_the_server_is_told_so_with_people_to_turn_to_and_nobody_there_hears(
    wire: Wire, locale: Locale
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada", locale=DISCORD[locale])
    place = private_channel(wire)
    await chosen(wire, mo, place)
    letter = await letter_of(wire, ada, locale)
    del wire.play.guild.members[ada.id]
    told = await (await ada.press(letter, "listen.tell")).shown()
    assert told.text == with_places(wire, locale, "safety-contact-left") and not place.messages
    assert locale is Locale.EN or english_in(told.text) == []


async def test_a_button_with_another_servers_id_tells_only_the_people_of_servers_one_is_in(
    wire: Wire,
) -> None:
    ada, other = wire.play.person("Ada"), wire.play.new_guild("Elsewhere")
    await chosen(wire, wire.play.person("Mo", moderator=True), private_channel(wire))
    place = wire.play.new_channel("wellbeing", other)
    place.overwrites[other.id] = Overwrite(is_role=True, deny=Permission.VIEW_CHANNEL)
    wire.play.allow(place, SEEN)
    await wire.app.services.server_settings.set(
        Moderator(other.id, 1, manages=True), CRISIS_CHANNEL.key, str(place.id)
    )
    reply = await in_distress(wire, ada, Locale.EN)
    (button,) = [one for one in reply.components if one.get("custom_id", "").startswith("listen.tell")]
    button["custom_id"] = f"listen.tell:{other.id}:en"
    told = await (await ada.press(reply, "listen.tell")).shown()
    assert told.text == with_places(wire, Locale.EN, "safety-contact-left") and not place.messages
    wire.play.world.add_member(other, ada.user)
    told = await (await ada.press(reply, "listen.tell")).shown()
    assert told.text == wire.say(Locale.EN, "safety-contact-told") and len(place.messages) == 1


@pytest.mark.parametrize("trouble", ["channel", "permission", "tutor", "members"])
async def test_whatever_has_happened_since_the_offer_there_is_a_true_sentence_with_people_to_turn_to(
    wire: Wire, trouble: str
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    place = private_channel(wire)
    await chosen(wire, mo, place)
    letter, key = await letter_of(wire, ada), "safety-contact-gone"
    match trouble:
        case "channel":
            wire.play.remove_channel(place)
        case "permission":
            wire.play.forbid(place, Permission.SEND_MESSAGES)
        case "tutor":
            wire.play.remove_bot(wire.play.guild)
            key = "safety-contact-unreached"
        case "members":
            wire.play.faults.fail_next("GET /guilds/{guild_id}/members/{user_id}", 403)
            key = "safety-contact-unreached"
    await asyncio.sleep(0)
    told = await (await ada.press(letter, "listen.tell")).shown()
    assert told.text == with_places(wire, Locale.EN, key) and not place.messages


async def test_nobody_waits_long_for_a_contact_that_discord_holds_up_and_the_message_comes_once(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crisis, "PATIENCE", 0.3)
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    place = private_channel(wire)
    await chosen(wire, mo, place)
    reply = await in_distress(wire, ada, Locale.EN)
    wire.play.faults.rate_limit_next("POST /channels/{channel_id}/messages", 60.0)
    held_up = await (await ada.press(reply, "listen.tell")).shown()
    assert held_up.text == with_places(wire, Locale.EN, "safety-contact-unreached") and not place.messages


async def test_what_arrived_without_an_answer_is_not_posted_again_by_the_next_press(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    place = private_channel(wire)
    await chosen(wire, mo, place)
    reply = await in_distress(wire, ada, Locale.EN)
    await (await ada.press(reply, "listen.tell")).shown()
    await wire.restart()  # which forgets that it was told
    told = await (await ada.press(reply, "listen.tell")).shown()
    assert told.text == wire.say(Locale.EN, "safety-contact-told") and len(place.messages) == 1


async def test_every_number_that_is_named_without_the_contact_stands_in_the_support(wire: Wire) -> None:
    for locale in Locale:
        support = wire.say(locale, "safety-support")
        named = re.findall(r"\d[\d ]+\d|\w+\.com", wire.say(locale, "safety-contact-places"))
        assert named and all(one in support for one in named), locale
