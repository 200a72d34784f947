"""/server quota: limits shown and set, a moderator who hears once, quoting with a date at the limit."""

import asyncio
from collections.abc import Callable

import pytest

from bot.texts.locales import Locale
from playground import Person
from playground.wire import Permission
from tests.wire.conftest import Wire, english_in

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
TOKEN = "What is a token?"
NEWS = "tokens for today are used"


@pytest.mark.parametrize("locale", list(Locale))
async def test_limits_are_shown_and_set_within_the_operators(wire: Wire, locale: Locale) -> None:
    mo = wire.play.person("Mo", locale=DISCORD[locale], moderator=True)
    shown = await (await mo.slash("server quota")).shown()
    assert (
        shown.private and "50,000" in shown.text and "1,000,000" in shown.text and "US$ 20.00" in shown.text
    )
    done = await (await mo.slash("server quota", scope="server", tokens_per_day=4000)).shown()
    assert wire.say(locale, "quota-set") in done.text and "4,000" in done.text
    done = await (await mo.slash("server quota", cost_per_month=2.5)).shown()
    assert "US$ 2.50" in done.text
    above = await (await mo.slash("server quota", scope="learner", tokens_per_day=50_001)).shown()
    assert above.text == wire.say(locale, "server-settings-misfit-number", least=0, most=50_000)
    whose = await (await mo.slash("server quota", tokens_per_day=5)).shown()
    assert whose.text == wire.say(locale, "quota-whose")
    cost = await (await mo.slash("server quota", scope="learner", cost_per_month=1.25)).shown()
    assert "US$ 1.25" in cost.text and "US$ 2.50" not in cost.text
    assert locale is Locale.EN or english_in(shown.text + done.text + cost.text) == []
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    refused = await (await ada.slash("server quota", hidden=True, scope="server", tokens_per_day=1)).shown()
    assert refused.text == wire.say(locale, "common-moderators-only")


async def test_at_the_limit_the_lessons_are_quoted_with_a_date_and_one_moderator_hears_at_once(
    wire: Wire,
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await (await mo.slash("server quota", scope="server", tokens_per_day=10)).shown()
    answer = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, "model-over-budget-server") in answer.text
    assert "There is room again from <t:" in answer.text
    assert NEWS not in answer.text
    (letter,) = await told(mo)
    assert NEWS in letter and wire.play.guild.name in letter


async def test_two_learners_at_the_limit_at_once_make_one_letter_to_whoever_set_it(wire: Wire) -> None:
    mo = await wire.agreed("Mo", locale="zh-CN", moderator=True)
    bo = wire.play.person("Bo", moderator=True)
    ada, ben = await wire.agreed("Ada"), await wire.agreed("Ben")
    await limited(wire, bo, 20)
    await limited(wire, mo, 10)
    await asyncio.gather(wire.ask(ada, TOKEN), wire.ask(ben, TOKEN))
    (letter,) = await told(mo)
    assert letter.startswith("在 **") and "词元用掉了" in letter and english_in(letter) == []
    await wire.restart()
    await wire.ask(ada, TOKEN)
    for one in (mo, bo):
        again = await (await one.slash("server quota")).shown()
        assert NEWS not in again.text and "用掉了" not in again.text
    assert len(mo.inbox()) == 1 and not bo.inbox() and not owner(wire).inbox()


async def test_the_channel_that_moderators_chose_for_news_reads_it_and_nobody_is_written_to(
    wire: Wire,
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    place = wire.play.new_channel("moderators")
    await (await mo.slash("server settings", key="news_channel", value=f"<#{place.id}>")).shown()
    await limited(wire, mo, 10)
    await wire.ask(ada, TOKEN)
    async with asyncio.timeout(10):
        while not place.messages:  # noqa: ASYNC110 - the playground has no event for a message that answers nothing
            await asyncio.sleep(0.02)
    (message,) = place.messages.values()
    assert NEWS in message.content
    await wire.restart()
    assert len(place.messages) == 1 and not mo.inbox() and not owner(wire).inbox()


async def test_a_channel_that_takes_nothing_is_named_in_a_letter(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    place = wire.play.new_channel("moderators")
    await (await mo.slash("server settings", key="news_channel", value=f"<#{place.id}>")).shown()
    wire.play.forbid(place, Permission.SEND_MESSAGES)
    await limited(wire, mo, 10)
    await wire.ask(ada, TOKEN)
    (letter,) = await told(mo)
    assert NEWS in letter and f"<#{place.id}>" in letter


async def test_where_nobody_takes_messages_the_next_moderator_hears_it_also_after_a_restart(
    wire: Wire,
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await limited(wire, mo, 10)
    for _ in range(4):  # whoever set the limit and who owns the server, now and after the restart
        wire.play.faults.fail_next("POST /channels/{channel_id}/messages", 403, code=50007)
    await wire.ask(ada, TOKEN)
    await until(lambda: len(wire.play.faults.pending) == 2)
    await wire.restart()
    await until(lambda: not wire.play.faults.pending)
    heard = await mo.slash("help")
    await heard.until(lambda reply: NEWS in reply.text)
    again = await (await mo.slash("server quota")).shown()
    assert NEWS not in again.text and not mo.inbox()


async def test_who_moderates_no_more_hears_nothing_and_the_owner_does(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await limited(wire, mo, 10)
    mo.demote()
    await wire.ask(ada, TOKEN)
    (letter,) = await told(owner(wire))
    assert NEWS in letter and not mo.inbox()


@pytest.mark.parametrize("lost", ["answer", "note"])
async def test_a_letter_whose_sending_was_not_noted_comes_once(
    wire: Wire, lost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await limited(wire, mo, 10)
    if lost == "answer":
        wire.play.faults.lose_answer("POST /channels/{channel_id}/messages")
    else:
        monkeypatch.setattr(wire.app.services.warnings, "told", _dies)
    await wire.ask(ada, TOKEN)
    await told(mo)
    await wire.restart()
    await until(lambda: not wire.app.services.warnings.is_waiting(wire.play.guild.id))
    assert len(mo.inbox()) == 1


async def _dies(warned: object) -> None:
    raise OSError("the process died here")


async def limited(wire: Wire, moderator: Person, tokens: int) -> None:
    """Let a moderator limit what the server may use a day."""
    await (await moderator.slash("server quota", scope="server", tokens_per_day=tokens)).shown()


async def told(person: Person) -> list[str]:
    """What the tutor wrote to somebody, once there is something."""
    await until(lambda: bool(person.inbox()))
    return [one.content for one in person.inbox()]


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - the playground has no event for a message that answers nothing
            await asyncio.sleep(0.02)


def owner(wire: Wire) -> Person:
    """Whoever owns the playground's server."""
    return Person(wire.play, wire.play.world.operator, wire.play.guild)
