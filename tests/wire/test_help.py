"""/help: only what this person may do, in their language."""

import pytest

from bot.texts.locales import Locale
from cogs.help import Topic
from tests.wire.conftest import Wire, english_in


@pytest.mark.parametrize("locale", ["en-US", "zh-CN", "zh-TW"])
@pytest.mark.parametrize("dm", [False, True])
async def test_the_menu_names_what_a_learner_can_do_and_nothing_for_moderators(
    wire: Wire, locale: str, dm: bool
) -> None:
    ada = wire.play.person("Ada", locale=locale)
    menu = await (await ada.slash("help", dm=dm)).shown()
    assert menu.private
    for command in ("/ask", "/lesson next", "/memory show", "/privacy export", "/start"):
        assert command in menu.text
    assert "/server" not in menu.text
    assert locale == "en-US" or english_in(menu.text) == []


async def test_a_moderator_sees_the_moderators_part_too(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    menu = await mo.slash("help")
    await menu.until(lambda menu: "/server diagnose" in menu.text and len(menu.messages) == 2)
    assert all(len(message.content) <= 2000 for message in menu.messages)
    more = await (await mo.slash("help", topic="server")).shown()
    assert more.text == wire.say(Locale.EN, "help-server-more")
    more = await (await mo.slash("help", topic="teach")).shown()
    assert more.text == wire.say(Locale.EN, "help-teach-more").strip()


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic not in (Topic.TEACH, Topic.SERVER)])
async def test_each_topic_says_more(wire: Wire, topic: Topic) -> None:
    ada = wire.play.person("Ada")
    more = await (await ada.slash("help", topic=topic.value)).shown()
    assert more.text == wire.say(Locale.EN, f"help-{topic}-more").strip()


async def test_a_learner_is_neither_offered_nor_shown_the_moderators_topic(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo", moderator=True)
    assert "server" not in [choice["value"] for choice in await ada.choices("help", topic="")]
    assert "server" in [choice["value"] for choice in await mo.choices("help", topic="")]
    reply = await (await ada.slash("help", topic="server")).shown()
    assert "/server" not in reply.text
    assert wire.say(Locale.EN, "help-title") in reply.text


async def test_topics_are_offered_in_the_persons_language(wire: Wire) -> None:
    mo = wire.play.person("Mo", locale="zh-TW")
    offered = await mo.choices("help", topic="記")
    assert [(choice["name"], choice["value"]) for choice in offered] == [("記憶", "memory")]


async def test_an_unknown_topic_gets_the_menu(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("help", topic="cooking")).shown()
    assert wire.say(Locale.EN, "help-title") in reply.text
