"""/server diagnose: for moderators alone, and every part that is not well with what to do about it."""

import sqlite3
from contextlib import closing

import pytest

from bot.app import App
from bot.client import IntentRefused
from bot.learners.values import LearnerKey
from bot.servers.settings import Moderator
from bot.texts.locales import Locale
from playground import Permission, permissions
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire, english_in

PARTS = (
    "Database",
    "Tables",
    "Lessons",
    "Filters",
    "Model",
    "Hosted moderation",
    "Review queue",
    "Intents",
    "Permissions in this channel",
)


async def test_a_moderator_hears_about_every_part(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    wire.model.say("ready")
    reply = await (await mo.slash("server diagnose")).shown()
    assert reply.private
    for part in PARTS:
        assert f"**{part}**" in reply.text
    assert wire.say(Locale.EN, "diagnose-model-good") in reply.text
    assert "🔴" not in reply.text
    assert wire.say(Locale.EN, "diagnose-limited") in reply.text


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_in_chinese_no_english_is_left(wire: Wire, locale: Locale) -> None:
    mo = wire.play.person("Mo", locale=locale.value, moderator=True)
    permissions.forbid(
        wire.play.channel, wire.play.world.bot, Permission.EMBED_LINKS | Permission.ATTACH_FILES
    )
    wire.model.fault(Fault.QUOTA, times=3)
    reply = await (await mo.slash("server diagnose")).shown()
    assert wire.say(locale, "model-out-of-quota") in reply.text
    assert wire.say(locale, "diagnose-permission-embed_links") in reply.text
    assert english_in(reply.text) == []


async def test_a_broken_model_is_named_with_its_reason(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    wire.model.fault(Fault.QUOTA, times=3)
    reply = await (await mo.slash("server diagnose")).shown()
    assert wire.say(Locale.EN, "diagnose-model-broken") in reply.text
    assert wire.say(Locale.EN, "model-out-of-quota") in reply.text
    assert wire.say(Locale.EN, "diagnose-something") in reply.text


async def test_without_a_model_it_says_how_to_set_one_up(wire_without_model: Wire) -> None:
    mo = wire_without_model.play.person("Mo", moderator=True)
    reply = await (await mo.slash("server diagnose")).shown()
    assert "CHAT_MODEL" in reply.text


async def test_a_missing_permission_is_named(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    permissions.forbid(wire.play.channel, wire.play.world.bot, Permission.SEND_MESSAGES_IN_THREADS)
    reply = await (await mo.slash("server diagnose")).shown()
    assert "I lack Send Messages in Threads" in reply.text


async def test_a_permission_that_is_missing_in_a_channel_of_the_settings_is_named_with_the_channel(
    wire: Wire,
) -> None:
    mo, guild = wire.play.person("Mo", moderator=True), wire.play.guild
    elsewhere = next(it for it in guild.channels.values() if it is not wire.play.channel)
    permissions.forbid(elsewhere, wire.play.world.bot, Permission.ATTACH_FILES)
    await wire.restart()  # which tells the bot what it may
    by = Moderator(guild.id, mo.id, manages=True)
    await wire.app.services.server_settings.change(by, {"channels_allowed": f"<#{elsewhere.id}>"})
    reply = await (await mo.slash("server diagnose")).shown()
    assert f"**Permissions in <#{elsewhere.id}>**: I lack Attach Files" in reply.text
    assert wire.say(Locale.EN, "diagnose-permissions-good") in reply.text


async def test_a_key_that_is_not_taken_is_named(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    wire.model.fault(Fault.UNAUTHORISED, times=3)
    reply = await (await mo.slash("server diagnose")).shown()
    assert wire.say(Locale.EN, "diagnose-model-refused") in reply.text and "OPENAI_API_KEY" in reply.text


async def test_tables_of_another_version_are_named(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    with closing(sqlite3.connect(wire.app.settings.data_dir / "tutor.db")) as other, other:
        other.execute("UPDATE alembic_version SET version_num = '0001'")
    reply = await (await mo.slash("server diagnose")).shown()
    assert "🔴 **Tables**" in reply.text and "here 0001" in reply.text


async def test_an_intent_that_is_wanted_and_not_granted_is_named_at_the_start(wire: Wire) -> None:
    wanting = wire.app.settings.model_copy(update={"message_content": True})
    await wire.app.close()
    wire.app = await App.open(wanting)
    with pytest.raises(IntentRefused, match="Message Content Intent"):
        await wire.app.connect()


async def test_what_waits_for_moderators_is_counted(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    key = LearnerKey(wire.play.guild.id, ada.id)
    report = {"message_id": 1, "channel_id": 2, "author_id": 3, "content": "A token is a coin."}
    await wire.app.services.review.report_message(key, **report)
    reply = await (await mo.slash("server diagnose")).shown()
    assert "one case waits" in reply.text


async def test_a_learner_is_refused_by_the_bot_even_where_discord_let_them_through(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("server diagnose", hidden=True)).shown()
    assert reply.text == wire.say(Locale.EN, "common-moderators-only")
    assert reply.private
    assert wire.model.requests == []


async def test_a_learner_is_refused_in_chinese(wire: Wire) -> None:
    ada = wire.play.person("Ada", locale="zh-CN")
    reply = await (await ada.slash("server diagnose", hidden=True)).shown()
    assert reply.text == wire.say(Locale.ZH_CN, "common-moderators-only")


async def test_parts_that_cannot_be_looked_at_are_said_to_be_broken(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(wire.app.database, "write", never)
    mo = wire.play.person("Mo", moderator=True)
    reply = await (await mo.slash("server diagnose")).shown()
    assert wire.say(Locale.EN, "diagnose-database-broken") in reply.text
    assert "the disk is gone" not in reply.text
