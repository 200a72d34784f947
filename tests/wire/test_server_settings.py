"""/server settings and its short ways: every setting through panel and command, acting at once, for moderators alone."""

import asyncio
from typing import Any

import pytest

from bot.discord_io.router import Router
from bot.servers.settings.kinds import Amount, Choice, Marks, TimeOfDay, WholeNumber, YesNo, Zone
from bot.servers.settings.registry import BY_KEY, CRISIS_CHANNEL, MODERATOR_ROLES, REGISTRY, Setting
from bot.texts.catalogue import plain
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.world import World
from tests.wire.conftest import Wire, english_in
from tests.wire.test_crisis_contact import private_channel

QUESTION = "What is a token?"
COMMANDS = ("settings", "channels", "retention", "pause", "resume", "audit", "undo")
ROUTES = {
    "settings.show": (),
    "settings.pick": ("speaking",),
    "settings.form": ("language",),
    "settings.put": ("language",),
    "settings.default": ("language",),
    "audit.page": ("-", "-", "0", "0"),
    "audit.file": ("-", "-", "0"),
    "undo.do": ("1",),
}


async def server(person: Person, command: str, **options: object) -> Reply:
    return await (await person.slash(f"server {command}", options=options)).shown()


def role(wire: Wire, name: str, *people: Person) -> int:
    made: Any = World.add_role(wire.play.world, wire.play.guild, name, 0)
    for person in people:
        wire.play.guild.members[person.id].roles.append(made.id)
    return int(made.id)


def another(wire: Wire, setting: Setting[Any]) -> tuple[Any, object]:
    """A value that is not the default, and what a form is given for it."""
    match setting.kind:
        case WholeNumber(least=least):
            return least + 1, str(least + 1)
        case Amount():
            return setting.kind.read("1.50", wire.app.settings), "1.50"
        case Choice(options=options):
            found = options(wire.app.settings)[-1]
            return found, [found]
        case YesNo():
            return True, ["yes"]
        case TimeOfDay():
            return 22 * 60, "22:00"
        case Zone():
            return "Asia/Taipei", "Asia/Taipei"
        case Marks(sign="#"):
            place = private_channel(wire) if setting is CRISIS_CHANNEL else wire.play.channel
            return frozenset({place.id}), [place]
        case Marks():
            guild = wire.play.guild
            return frozenset({guild.id}), [guild.roles[guild.id]]
    return "考试期间", "考试期间"


async def test_every_setting_goes_through_the_command_and_through_the_panel_and_back(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    settings, here = wire.app.services.server_settings, wire.play.guild.id
    panel, acts = await server(mo, "settings"), wire.say(Locale.EN, "server-settings-acts")
    assert len(panel.text) <= 2000
    for setting in REGISTRY:
        name = wire.say(Locale.EN, setting.name_key)
        assert name in panel.text

        def named(reply: Reply, name: str = name) -> bool:
            return reply.text.startswith(f"**{name}**")

        value, typed = another(wire, setting)
        words = setting.kind.words(value)
        done = await server(mo, "settings", key=setting.key, value=words)
        assert (await settings.get(here))[setting] == value, done.text
        assert acts in done.text
        await server(mo, "settings", key=setting.key, value="default")
        assert not (await settings.get(here)).is_set(setting)

        form = await mo.choose(panel, "settings.pick:" + setting.group.value, setting.key)
        changed = await mo.submit(form, {"value": typed})
        await changed.until(lambda reply: acts in reply.text and named(reply))
        assert (await settings.get(here))[setting] == value, changed.text
        back = await mo.press(await server(mo, "settings", key=setting.key), "settings.default")
        await back.until(lambda reply: acts in reply.text and named(reply))
        assert not (await settings.get(here)).is_set(setting)


@pytest.mark.parametrize("locale", list(Locale))
async def test_everything_is_said_in_the_moderators_language(wire: Wire, locale: Locale) -> None:
    mo = wire.play.person("Mo", locale="en-US" if locale is Locale.EN else locale.value, moderator=True)
    said = [
        await server(mo, "settings"),
        await server(mo, "settings", key="moderator_roles"),
        await server(mo, "settings", key="turns_days", value="9999999"),
        await server(mo, "settings", key="turns_days", value="30"),
        await server(mo, "channels", allow="here"),
        await server(mo, "channels", allow=f"<#{wire.play.channel.id}>"),
        await server(mo, "retention"),
        await server(mo, "pause"),
        await server(mo, "pause"),
        await server(mo, "resume"),
        await server(mo, "resume"),
        await server(mo, "audit"),
        await server(mo, "audit", since="soon"),
        await server(mo, "undo"),
    ]
    assert all(len(reply.text) <= 2000 for reply in said)
    if locale is not Locale.EN:
        assert [english for reply in said for english in english_in(reply.text)] == []
    learner = wire.play.person("Ada", locale=mo.user.locale)
    for command in COMMANDS:
        refused = await (await learner.slash(f"server {command}", hidden=True)).shown()
        assert refused.text == wire.say(locale, "common-moderators-only")


async def test_a_learner_and_a_demoted_moderator_are_refused_by_every_road(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    panel, one = await server(mo, "settings"), await server(mo, "settings", key="turns_days", value="30")
    undo, audit = await server(mo, "undo"), await server(mo, "audit")
    form = await mo.choose(panel, "settings.pick:keeping", "turns_days")
    mo.demote()
    refusal = wire.say(Locale.EN, "common-moderators-only")
    for old, button in ((one, "settings.default"), (undo, "undo.do"), (audit, "audit.file")):
        await (await mo.press(old, button)).until(lambda reply: refusal in reply.text)
    again = await mo.choose(panel, "settings.pick:keeping", "turns_days")
    await again.until(lambda reply: refusal in reply.text)
    await (await mo.submit(form, {"value": "5"})).until(lambda reply: refusal in reply.text)
    for old_list in ({"key": ""}, {"key": "language", "value": ""}):
        assert await mo.autocomplete("server settings", hidden=True, options=old_list) == []

    answer = await wire.ask(ada, QUESTION)
    button = next(
        item for row in answer.message.components for item in row["components"] if "custom_id" in item
    )
    known: Router = wire.app.client.router
    for route, args in ROUTES.items():
        button["custom_id"] = known.custom_id(route, *args)
        await (await ada.press(answer, button["custom_id"])).until(lambda reply: refusal in reply.text)
    now = await wire.app.services.server_settings.get(wire.play.guild.id)
    assert (now.version, now.data) == (1, {"turns_days": 30})


async def test_roles_are_lent_power_and_lose_it_at_once_and_cannot_hand_it_on(wire: Wire) -> None:
    mo, flo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Flo"), await wire.agreed("Ada")
    helpers = role(wire, "Helpers", flo)
    refusal = wire.say(Locale.EN, "common-moderators-only")
    assert (await (await flo.slash("server queue", hidden=True)).shown()).text == refusal
    await server(mo, "settings", key="reviewer_roles", value=f"<@&{helpers}>")
    queue = await (await flo.slash("server queue", hidden=True)).shown()
    assert queue.text == wire.say(Locale.EN, "review-empty")
    for command in ("server audit", "teach lesson export"):
        options = {"lesson": "x"} if command.startswith("teach") else {}
        assert (await (await flo.slash(command, hidden=True, options=options)).shown()).text == refusal
    await server(mo, "settings", key="moderator_roles", value=f"<@&{helpers}>")
    told = await (
        await flo.slash("server settings", hidden=True, options={"key": "turns_days", "value": "9"})
    ).shown()
    assert wire.say(Locale.EN, "server-settings-acts") in told.text
    for key in (setting.key for setting in REGISTRY if setting.managers_only):
        told = await (
            await flo.slash("server settings", hidden=True, options={"key": key, "value": f"<@&{helpers}>"})
        ).shown()
        assert told.text == wire.say(Locale.EN, "server-settings-managers-only")
    await server(mo, "settings", key="moderator_roles", value="none")
    assert (await (await flo.slash("server settings", hidden=True)).shown()).text == refusal
    assert not (await wire.app.services.server_settings.get(wire.play.guild.id)).is_set(MODERATOR_ROLES)

    pupils = role(wire, "Pupils", flo)
    await server(mo, "settings", key="learner_roles", value=f"<@&{pupils}>")
    kept_out = await (await ada.slash("ask", question=QUESTION)).shown()
    assert kept_out.text == wire.say(Locale.EN, "server-channels-not-a-learner", roles=plain(f"<@&{pupils}>"))
    assert (await (await ada.slash("privacy about")).shown()).text != kept_out.text
    cry = await (await ada.slash("ask", question="I want to kill myself tonight")).shown()
    assert cry.text == wire.say(Locale.EN, "safety-support")
    assert (await (await ada.slash("start", dm=True)).shown()).text != kept_out.text


async def test_in_public_the_tutor_speaks_only_where_it_may(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    quiet, here = wire.play.new_channel("quiet"), wire.play.channel
    await server(mo, "channels", allow=f"<#{here.id}>")
    where = wire.say(Locale.EN, "server-channels-only-there", channels=plain(f"<#{here.id}>"))
    for option in ("share", "thread"):
        asked = await ada.slash("ask", options={"question": QUESTION, option: True}, channel=quiet)
        told = await asked.shown()
        assert told.text == where
    told = await (await ada.slash("explain concept", concept="token", share=True, channel=quiet)).shown()
    assert told.text == where
    before = len(quiet.messages)
    mention = await ada.mention(QUESTION, channel=quiet)
    await mention.until(lambda _: any(one.content == where for one in ada.inbox()))
    assert all(one.private or one.author is ada.user for one in list(quiet.messages.values())[before:])
    assert wire.say(Locale.EN, "ask-made-by-ai") in (await wire.ask(ada, QUESTION, channel=quiet)).text
    assert wire.say(Locale.EN, "ask-made-by-ai") in (await wire.ask(ada, QUESTION, share=True)).text


async def test_a_pause_ends_what_is_under_way_and_learners_are_told_why_until_it_is_over(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    assert wire.model is not None
    wire.model.say_slowly(["A token is ", "a piece of text [1].", " And", " so", " on."], pause=None)
    asked = await ada.slash("ask", question=QUESTION)
    await wire.model.arrived()
    calls = len(wire.model.chats)
    done = await server(mo, "pause", reason="考试期间请自己思考")
    assert wire.say(Locale.EN, "server-pause-done") in done.text
    quoted = await wire.ended(asked)
    assert wire.say(Locale.EN, "model-paused") in quoted.text and "考试期间请自己思考" in quoted.text
    assert wire.say(Locale.EN, "ask-quoting") in quoted.text
    again = await wire.ask(ada, QUESTION)
    assert wire.say(Locale.EN, "model-paused") in again.text
    assert len(wire.model.chats) == calls
    lesson = await (await ada.slash("lesson read", lesson="how-llms-work")).shown()
    assert wire.say(Locale.EN, "model-paused") not in lesson.text
    await wire.restart()
    assert wire.say(Locale.EN, "model-paused") in (await wire.ask(ada, QUESTION)).text
    await server(mo, "resume")
    wire.model.say("A token is a piece of text [1].")
    assert wire.say(Locale.EN, "model-paused") not in (await wire.ask(ada, QUESTION)).text


async def test_public_replies_follow_the_servers_language_and_no_other_servers(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await server(mo, "settings", key="language", value="zh-TW")
    shared = await wire.ask(ada, QUESTION, share=True)
    public = [one.content for one in wire.play.channel.messages.values() if not one.private]
    assert any(english_in(text) == [] or "AI" in text for text in public), shared.text
    other = wire.play.new_guild("Other")
    assert (await wire.app.services.server_settings.get(other.id)).language is None
    assert (await wire.app.services.server_settings.get(wire.play.guild.id)).language is Locale.ZH_TW


async def test_the_record_is_searched_paged_and_filed_and_the_last_change_is_taken_back_once(
    wire: Wire,
) -> None:
    mo, flo = wire.play.person("Mo", moderator=True), wire.play.person("Flo", moderator=True)
    for days in range(30, 42):
        await server(mo, "settings", key="turns_days", value=str(days))
    await server(flo, "filters", category="cyber", action="allow")
    page = await server(mo, "audit", action="settings")
    assert wire.say(Locale.EN, "server-audit-title", count=12, page=1, pages=2) in page.text
    older = await mo.press(page, "audit.page")
    second_page = wire.say(Locale.EN, "server-audit-title", count=12, page=2, pages=2)
    await older.until(lambda reply: second_page in reply.text)
    filed = await (await mo.press(older, "audit.file")).shown()
    assert filed.message.attachments[0].filename == "audit.csv"
    assert wire.say(Locale.EN, "server-audit-deed-filters-set") in (await server(mo, "audit", actor=flo)).text

    first, second = await server(mo, "undo"), await server(flo, "undo")
    results = await asyncio.gather(mo.press(first, "undo.do"), flo.press(second, "undo.do"))
    done, late = wire.say(Locale.EN, "server-undo-done"), wire.say(Locale.EN, "server-undo-not-the-last")
    for one in results:
        await one.until(lambda reply: done in reply.text or late in reply.text)
    assert sorted(late in one.text for one in results) == [False, True]
    policy = await wire.app.services.filters.policy(wire.play.guild.id)
    assert dict(policy.settings) == {}
    now = await wire.app.services.server_settings.get(wire.play.guild.id)
    assert now.values["turns_days"] == 41
    back = await mo.press(await server(mo, "undo"), "undo.do")
    await back.until(lambda reply: done in reply.text)
    now = await wire.app.services.server_settings.get(wire.play.guild.id)
    assert now.values["turns_days"] == 40
    assert wire.say(Locale.EN, "server-audit-taken-back") in (await server(mo, "audit")).text


def test_every_key_of_the_registry_is_its_settings() -> None:
    assert [BY_KEY[key].key for key in BY_KEY] == list(BY_KEY)
