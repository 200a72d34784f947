"""/server quota: limits shown and set, a moderator who hears once, quoting with a date at the limit."""

import pytest

from bot.texts.locales import Locale
from tests.wire.conftest import Wire, english_in

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
TOKEN = "What is a token?"


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


async def test_at_the_limit_the_lessons_are_quoted_with_a_date_and_one_moderator_hears_once(
    wire: Wire,
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await (await mo.slash("server quota", scope="server", tokens_per_day=10)).shown()
    answer = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, "model-over-budget-server") in answer.text
    assert "There is room again from <t:" in answer.text
    assert "tokens for today are used" not in answer.text
    heard = await mo.slash("help")
    await heard.until(lambda reply: "tokens for today are used" in reply.text)
    await wire.restart()
    again = await (await mo.slash("server quota")).shown()
    assert "tokens for today are used" not in again.text
