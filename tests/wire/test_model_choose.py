"""/model choose: five questions by buttons, a recommendation, back, restart, a second person."""

import pytest

from bot.texts.locales import Locale
from playground import NotPossible, Person, Reply
from tests.wire.conftest import Wire, english_in

ANSWERS = ("gap-form", "data-examples", "freshness-often", "latency-fast", "budget-team")


async def walked(wire: Wire, person: Person, reply: Reply, locale: Locale, answers: tuple[str, ...]) -> Reply:
    for answer in answers:
        before = reply.text
        await person.press(reply, wire.say(locale, f"catalogue-choose-{answer}"))
        await reply.until(lambda reply, before=before: reply.text != before)
    return reply


@pytest.mark.parametrize(("locale", "discord"), [(Locale.EN, "en-US"), (Locale.ZH_TW, "zh-TW")])
async def test_the_walk_ends_in_a_recommendation_with_reasons_and_sections_also_over_a_restart(
    wire: Wire, locale: Locale, discord: str
) -> None:
    ada = await wire.agreed("Ada", locale=discord)
    goal = "Letters in our tone" if locale is Locale.EN else "用我們的語氣寫信"
    reply = await (await ada.slash("model choose", goal=goal)).shown()
    assert reply.private
    await walked(wire, ada, reply, locale, ANSWERS[:2])
    await wire.restart()
    await walked(wire, ada, reply, locale, ANSWERS[2:])
    assert goal in reply.text
    for reason in ("facts-change", "form-learnt", "both", "fast-tuned", "collect", "measure"):
        assert wire.say(locale, f"catalogue-choose-because-{reason}") in reply.text
    title = str(reply.message.embeds[0]["title"])
    for method in ("retrieval", "fine-tuning"):
        assert wire.say(locale, f"catalogue-choose-method-{method}") in title
    assert sum(label.startswith("📖") for label in reply.buttons) == 3
    if locale.is_chinese:
        assert english_in(reply.text) == []
    wire.model.say("Like this [1].")
    answer = await wire.ended(await ada.press(reply, "model.choose_try"))
    assert "Like this [1]." in answer.text
    assert wire.say(locale, "catalogue-choose-try-fine-tuning") in wire.prompt


async def test_one_can_go_back_and_share_the_result_without_the_goal(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo", locale="zh-CN")
    reply = await (await ada.slash("model choose", goal="My secret plan")).shown()
    await walked(wire, ada, reply, Locale.EN, ANSWERS)
    await ada.press(reply, wire.say(Locale.EN, "catalogue-button-back"))
    await reply.until(lambda reply: reply.has_button(wire.say(Locale.EN, "catalogue-choose-budget-small")))
    await walked(wire, ada, reply, Locale.EN, ("budget-small",))
    assert wire.say(Locale.EN, "catalogue-choose-because-budget-small") in reply.text
    public = await (await ada.press(reply, "model.choose_share")).until(lambda it: len(it.messages) == 2)
    assert not public.messages[1].private and "My secret plan" not in public.text
    own = await (await mo.press(public.messages[1], "model.choose_own")).shown()
    assert own.private and wire.say(Locale.ZH_CN, "catalogue-choose-ask-gap") in own.text


async def test_somebody_else_walks_on_a_private_one_of_their_own_and_not_on_mine(
    wire_without_model: Wire,
) -> None:
    wire = wire_without_model
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo", locale="zh-CN")
    reply = await (await ada.slash("model choose")).shown()
    with pytest.raises(NotPossible):
        await mo.press(reply, wire.say(Locale.EN, "catalogue-choose-gap-form"))
    owners = {
        str(one["custom_id"]).split(":")[2] for row in reply.message.components for one in row["components"]
    }
    assert owners == {str(ada.id)}  # the router tells anybody else whose button it is
