"""/server setup: a new moderator's first two minutes."""

import pytest

from bot.servers.settings.registry import LANGUAGE, SERVER_TOKENS
from bot.texts.locales import Locale
from cogs.server.setup import PAGES
from playground import Person, Reply
from tests.wire.conftest import Wire, english_in

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


def moderator(wire: Wire, locale: Locale = Locale.EN) -> Person:
    return wire.play.person("Mo", locale=DISCORD[locale], moderator=True)


async def page(wire: Wire, mo: Person, reply: Reply, number: int, locale: Locale = Locale.EN) -> str:
    """Press on until the page of this number is there; its text."""
    title = wire.say(locale, f"server-setup-page-{PAGES[number].name}")
    while title not in reply.text:
        before = reply.text
        await mo.press(reply, "setup.page")
        await reply.until(lambda reply, before=before: reply.text != before)
    return reply.text


@pytest.mark.parametrize("locale", list(Locale))
async def test_every_page_is_walked_in_the_moderators_language_and_the_end_says_how_everything_is(
    wire: Wire, locale: Locale
) -> None:
    mo = moderator(wire, locale)
    reply = await (await mo.slash("server setup")).shown()
    assert reply.private and wire.say(locale, "server-setup-welcome") in reply.text
    for number, _ in enumerate(PAGES):
        text = await page(wire, mo, reply, number, locale)
        assert len(text) <= 2000
        assert locale is Locale.EN or english_in(text.replace("Prompt Academy", "")) == []
    await mo.press(reply, wire.say(locale, "server-setup-button-end"))
    await reply.until(lambda reply: wire.say(locale, "server-setup-done") in reply.text)
    assert wire.say(locale, "diagnose-limited") in reply.text
    assert (await wire.app.services.server_settings.get(wire.play.guild.id)).version == 0


async def test_what_is_chosen_holds_at_once_and_after_a_restart(wire: Wire) -> None:
    mo = moderator(wire)
    reply = await (await mo.slash("server setup")).shown()
    form = await mo.press(reply, "setup.form")
    told = await mo.submit(form, {"language": "zh-TW", "channels_allowed": [str(wire.play.channel.id)]})
    await reply.until(lambda reply: wire.say(Locale.EN, "server-setup-page-lessons") in reply.text)
    assert wire.say(Locale.EN, "server-setup-kept") in reply.text, told
    await mo.choose(reply, "setup.lessons", "fine-tuning-in-practice", "embeddings-and-search")
    await reply.until(lambda reply: wire.say(Locale.EN, "server-setup-page-model") in reply.text)
    hidden = await wire.app.services.authoring.shared_matching(wire.play.guild.id, "", hidden=True)
    assert {lesson.id for lesson in hidden} == {"fine-tuning-in-practice", "embeddings-and-search"}

    await wire.restart()
    await page(wire, mo, reply, 3)
    form = await mo.press(reply, "setup.form")
    usual = (await wire.app.services.server_settings.get(wire.play.guild.id))[SERVER_TOKENS]
    refused = await mo.submit(form, {"server_tokens_per_day": str(usual + 1)})
    await refused.until(lambda reply: str(usual) in reply.text.replace(",", ""))
    form = await mo.press(reply, "setup.form")
    await mo.submit(form, {"server_tokens_per_day": "1000"})
    await reply.until(lambda reply: wire.say(Locale.EN, "server-setup-page-filters") in reply.text)
    here = await wire.app.services.server_settings.get(wire.play.guild.id)
    assert here[SERVER_TOKENS] == 1000 and here[LANGUAGE] == "zh-TW"


async def test_who_is_no_moderator_any_more_changes_nothing_with_an_old_page(wire: Wire) -> None:
    mo, ada = moderator(wire), wire.play.person("Ada", locale="zh-CN")
    reply = await (await mo.slash("server setup")).shown()
    form = await mo.press(reply, "setup.form")
    wire.play.guild.members[mo.id].roles.clear()
    told = await mo.submit(form, {"language": "zh-TW"})
    await told.until(lambda told: wire.say(Locale.EN, "common-moderators-only") in told.text)
    assert (await wire.app.services.server_settings.get(wire.play.guild.id)).version == 0
    refused = await (await ada.slash("server setup", hidden=True)).shown()
    assert refused.text == wire.say(Locale.ZH_CN, "common-moderators-only")
