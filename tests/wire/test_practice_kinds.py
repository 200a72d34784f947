"""Challenges that need no model, as a learner drives them: the form, a wrong answer, a right one, and what comes between."""

import json
from typing import Any

import pytest

from bot.learners.values import LearnerKey
from bot.practice import store
from bot.practice.challenges import Challenge, Kind
from bot.practice.picking import failing_cases
from bot.practice.values import Attempt, ChallengePlace, ChallengeState
from bot.practice.verdicts import score_recorded
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.slash import NotPossible
from tests.wire.conftest import Wire, english_in

BETTER, OTHER_BETTER, ORDER, FLAW, PREDICT = (
    "how-urgent-is-it",
    "silent-labels",
    "build-the-harbour-prompt",
    "stars-for-the-canteen",
    "tags-on-the-counter",
)
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def challenge_of(wire: Wire, challenge_id: str, locale: Locale = Locale.EN) -> Challenge:
    found = await wire.app.services.practice.bank.challenge(ChallengePlace(0, challenge_id), 1, locale)
    assert found is not None
    return found


def answer_to(challenge: Challenge, *, right: bool) -> dict[str, Any]:
    """A right answer as the form takes it, or one that is wrong in one thing."""
    wrong_option = (
        next(one.id for one in challenge.options if one.id != challenge.right) if challenge.options else ""
    )
    option = challenge.right if right else wrong_option
    match challenge.kind:
        case Kind.BETTER:
            return {"prompt": challenge.better, "option": option}
        case Kind.FLAW:
            return {"option": option}
        case Kind.PREDICT:
            failing = failing_cases(challenge)
            return {"cases": [one.id for one in challenge.cases if (one.id in failing) is right]}
        case _:
            order = challenge.orders[0] if right else challenge.orders[0][::-1]
            return {str(place): part for place, part in enumerate(order, 1)}


async def opened(person: Person, challenge_id: str) -> Reply:
    card = await person.slash("practice start", challenge=challenge_id)
    return await card.until(lambda card: card.has_button("practice.pick"))


async def form_of(person: Person, card: Reply) -> Reply:
    form = await person.press(card, "practice.pick")
    return await form.until(lambda form: form.modal is not None)


async def answered(person: Person, card: Reply, values: dict[str, Any], *words: str) -> Reply:
    """Answer by the form of a card, and wait until the card says one of `words`."""
    await person.submit(await form_of(person, card), values)
    return await card.until(lambda card: any(word in card.text for word in words))


async def attempts_of(wire: Wire, person: Person) -> tuple[Attempt, ...]:
    return await wire.app.services.practice.history(LearnerKey(wire.play.guild.id, person.id))


@pytest.mark.parametrize("locale", list(Locale))
async def test_every_kind_is_failed_and_then_passed(wire_without_model: Wire, locale: Locale) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    not_yet, passed = wire.say(locale, "practice-not-passed"), wire.say(locale, "practice-passed")
    for challenge_id in (BETTER, OTHER_BETTER, ORDER, FLAW, PREDICT):
        challenge = await challenge_of(wire, challenge_id, locale)
        card = await opened(ada, challenge_id)
        assert card.private and challenge.goal[:20] in card.text
        await answered(ada, card, answer_to(challenge, right=False), not_yet)
        assert challenge.solution[:20] not in card.text
        await answered(ada, card, answer_to(challenge, right=True), passed)
        assert challenge.solution[:20] in card.text
        assert locale is Locale.EN or english_in(card.text) == [], challenge_id


async def test_all_that_is_to_be_judged_stands_on_the_card(wire_without_model: Wire) -> None:
    ada = wire_without_model.play.person("Ada")
    for challenge_id in (BETTER, OTHER_BETTER, ORDER, FLAW, PREDICT):
        challenge = await challenge_of(wire_without_model, challenge_id)
        text = (await opened(ada, challenge_id)).text
        shown = [
            *challenge.prompts.values(),
            *challenge.parts.values(),
            *(case.input for case in challenge.cases),
        ]
        assert [one for one in shown if one not in text] == []
        for name in challenge.recorded:
            for verdict in score_recorded(challenge, name).verdicts:
                (output,) = challenge.recorded[name][verdict.case_id]
                assert verdict.passed or len(output) < 20 or output not in text


async def test_a_form_offers_each_choice_and_gives_no_order_away(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    for challenge_id, fields in ((BETTER, 2), (ORDER, 5), (FLAW, 1), (PREDICT, 1)):
        challenge = await challenge_of(wire, challenge_id)
        form = await form_of(ada, await opened(ada, challenge_id))
        assert form.modal is not None and len(form.modal["components"]) == fields
        offered = [[one["value"] for one in it["component"]["options"]] for it in form.modal["components"]]
        if challenge.kind is Kind.ORDER:
            assert all(tuple(values) not in challenge.orders for values in offered)
        assert all(values for values in offered)


async def test_a_wrong_choice_is_explained_and_the_outputs_come_with_the_solution(
    wire_without_model: Wire,
) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    challenge = await challenge_of(wire, BETTER)
    card = await opened(ada, BETTER)
    await answered(ada, card, {"prompt": "a", "option": "polite"}, "Not yet")
    assert "You picked prompt A" in card.text and "0 of 2 right" in card.text
    assert next(one.why for one in challenge.options if one.id == "polite")[:30] in card.text
    assert "What prompt B gives" not in card.text
    await ada.press(card, "practice.give_up")
    await card.until(lambda card: "What prompt B gives" in card.text and "Medium urgency" in card.text)
    assert not card.has_button("practice.give_up")


async def test_a_prediction_that_is_half_right_says_how_much_and_not_what(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    card = await opened(ada, PREDICT)
    await answered(ada, card, {"cases": ["none-there", "plain"]}, "3 of 6 right")
    assert "❌" not in card.text and "There is no tag number" not in card.text
    await answered(ada, card, answer_to(await challenge_of(wire, PREDICT), right=True), "6 of 6 right")
    assert "There is no tag number" in card.text


async def test_an_order_with_a_part_twice_is_a_slip_and_no_attempt(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    card = await opened(ada, ORDER)
    values = {**answer_to(await challenge_of(wire, ORDER), right=True), "2": "role"}
    told = await ada.submit(await form_of(ada, card), values)
    await told.until(lambda reply: "One part stands in two places" in reply.text)
    assert await attempts_of(wire, ada) == ()
    await answered(ada, card, answer_to(await challenge_of(wire, ORDER), right=True), "5 of 5 right")


async def test_a_second_learner_answers_for_themselves(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    challenge = await challenge_of(wire, FLAW)
    first = await opened(ada, FLAW)
    with pytest.raises(NotPossible):  # the card is Ada's alone
        await mo.press(first, "practice.pick")
    second = await opened(mo, FLAW)
    await answered(mo, second, answer_to(challenge, right=False), "Not yet")
    await answered(ada, first, answer_to(challenge, right=True), "Passed")
    assert [one.passed for one in await attempts_of(wire, ada)] == [True]
    assert [one.passed for one in await attempts_of(wire, mo)] == [False]
    assert challenge.solution[:30] not in second.text


async def test_form_hint_and_card_outlive_a_restart(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    challenge = await challenge_of(wire, ORDER)
    card = await opened(ada, ORDER)
    form = await form_of(ada, card)
    await wire.restart()
    await ada.submit(form, answer_to(challenge, right=False))
    await card.until(lambda card: "Not yet" in card.text)
    await ada.press(card, "practice.hint")
    await card.until(lambda card: challenge.hints[0] in card.text)
    await wire.restart()
    await answered(ada, card, answer_to(challenge, right=True), "Passed")
    assert [one.number for one in await attempts_of(wire, ada)] == [2, 1]


async def test_a_challenge_that_is_gone_when_its_form_comes_back_is_told(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    form = await form_of(ada, await opened(ada, FLAW))

    async def unit(connection: Any) -> None:
        await store.set_state(connection, ChallengePlace(0, FLAW), ChallengeState.RETIRED)

    await wire.app.database.write(unit)
    told = await ada.submit(form, {"option": "no-role"})
    await told.until(lambda reply: "no such challenge" in reply.text)


async def test_without_a_model_the_next_challenge_is_one_that_needs_none(wire_without_model: Wire) -> None:
    ada = wire_without_model.play.person("Ada", locale="zh-CN")
    card = await ada.slash("practice start")
    await card.until(lambda card: card.has_button("practice.pick"))
    listed = await (await ada.slash("practice list")).shown()
    assert "找出毛病" in json.dumps(listed.messages[0].embeds, ensure_ascii=False)
