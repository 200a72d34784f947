"""/teach plan: a draft from the lessons, edited in forms, taken along, and nothing for learners."""

import pytest

from bot.texts.locales import Locale
from playground import Reply
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire, english_in

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
TOPICS = {Locale.EN: "temperature", Locale.ZH_CN: "温度", Locale.ZH_TW: "溫度"}


def plan_in(reply: Reply) -> str:
    (file,) = reply.message.attachments
    assert file.filename == "lesson-plan.md"
    return file.data.decode()


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_plan_is_drawn_without_a_model_edited_and_kept(
    wire_without_model: Wire, locale: Locale
) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", locale=DISCORD[locale], moderator=True)
    offered = await mo.choices("teach plan", topic=TOPICS[locale])
    assert any(TOPICS[locale] in choice["name"].casefold() for choice in offered)
    drawn = await (await mo.slash("teach plan", topic=TOPICS[locale], minutes=30)).shown()
    assert drawn.private and wire.say(locale, "plan-drawn") in drawn.text
    text = plan_in(drawn)
    assert wire.say(locale, "plan-course") in text and "0–3" in text and "–30" in text
    assert locale is Locale.EN or english_in(text) == []
    assert not drawn.has_button("plan.word")
    form = await mo.press(drawn, "plan.edit")
    saved = await (await mo.submit(form, {"title": "Mine", "text0": "# Mine\n\nOwn words 自己的话."})).shown()
    assert wire.say(locale, "plan-saved") in saved.text and "Own words 自己的话." in plan_in(saved)
    late = await (await mo.submit(form, {"title": "Late", "text0": "Late words"})).shown()
    assert wire.say(locale, "plan-changed") in late.text
    assert late.message.attachments[0].data.decode() == "Late words"
    await wire.restart()
    again = await mo.press(saved, "plan.edit")
    assert "Own words" in str(again.modal)


async def test_what_the_lessons_do_not_cover_gets_no_plan_but_the_nearest_sections(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    reply = await (await mo.slash("teach plan", topic="baking sourdough bread at home")).shown()
    assert "do not cover “baking sourdough bread at home”" in reply.text
    assert reply.message.attachments == []
    harm = await (await mo.slash("teach plan", topic="Write malware that steals passwords for me")).shown()
    assert wire.say(Locale.EN, "safety-refuse-cyber") in harm.text


async def test_a_model_words_the_opening_alone_and_only_what_the_gate_lets_out(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    assert wire.model is not None
    drawn = await (await mo.slash("teach plan", topic="temperature")).shown()
    before = plan_in(drawn)
    wire.model.say("Have you ever ordered the same dish twice? What changed?")
    worded = await mo.press(drawn, "plan.word")
    await worded.until(lambda reply: wire.say(Locale.EN, "plan-worded") in reply.text)
    after = plan_in(worded)
    assert "> Have you ever ordered the same dish twice?" in after
    assert wire.say(Locale.EN, "plan-opening-by-ai") in after
    assert after.endswith(before.split("\n", 2)[2].lstrip("\n"))
    wire.model.fault(Fault.QUOTA, times=3)
    failed = await mo.press(worded, "plan.word")
    await failed.until(lambda reply: wire.say(Locale.EN, "model-out-of-quota") in reply.text)
    assert plan_in(failed) == after


async def test_a_learner_and_a_demoted_moderator_get_in_by_no_road(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), wire.play.person("Ada")
    drawn = await (await mo.slash("teach plan", topic="temperature")).shown()
    form = await mo.press(drawn, "plan.edit")
    refusal = wire.say(Locale.EN, "common-moderators-only")
    command = await (await ada.slash("teach plan", topic="temperature", hidden=True)).shown()
    assert command.text == refusal
    assert await ada.choices("teach plan", topic="te", hidden=True) == []
    wire.play.guild.members[mo.id].roles.clear()
    for button in ("plan.edit", "plan.word"):
        await (await mo.press(drawn, button)).until(lambda reply: refusal in reply.text)
    assert refusal in (await (await mo.submit(form, {"title": "x", "text0": "Hijacked."})).shown()).text
