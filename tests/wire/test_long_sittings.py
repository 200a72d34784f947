"""What goes on for longer than the fifteen minutes of a token: each press brings a token of its own, and the same card goes on by it."""

import pytest

from bot.quiz.items import Kind
from playground import Person, Reply
from playground.interaction import TOKEN_SECONDS
from tests.wire.conftest import Wire
from tests.wire.test_practice import challenge_of, model_of, opened, ran
from tests.wire.test_quiz import answered, let_only_checks, pressed, started
from tests.wire.test_quiz_kinds import ITEMS, only, right_values
from tests.wire.test_reviews import days_pass, due_now, learnt, not_sure, send, shown


def a_break(wire: Wire) -> None:
    """So long that every token given out so far is dead."""
    wire.play.clock.advance(TOKEN_SECONDS + 60)


@pytest.fixture(params=[None, 0.0], ids=["answered at once", "acknowledged first"])
def patience(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Presses that are answered by their response, and those whose answer comes after it by the token."""
    if request.param is not None:
        monkeypatch.setattr("bot.discord_io.swift.PATIENCE", request.param)


@pytest.mark.usefixtures("patience")
async def test_a_quiz_goes_on_from_its_latest_button_and_survives_a_restart_in_between(wire: Wire) -> None:
    await let_only_checks(wire)
    mo = wire.play.person("莫", locale="zh-CN")
    card = await started(mo, length=2)
    a_break(wire)
    await pressed(mo, card, "提示")
    a_break(wire)
    await answered(wire, mo, card)
    a_break(wire)
    await wire.restart()
    await pressed(mo, card, "下一题")
    a_break(wire)
    await answered(wire, mo, card, right=False)
    a_break(wire)
    await pressed(mo, card, "quiz.look")
    a_break(wire)
    await pressed(mo, card, "quiz.see")
    a_break(wire)
    await pressed(mo, card, "练练错题")
    assert "第 1 题，共 1 题" in card.text and len(card.messages) == 1


async def test_a_form_may_stay_open_for_longer(wire: Wire) -> None:
    await only(wire, ITEMS[Kind.SHORT])
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    a_break(wire)
    form = await ada.press(card, "quiz.form")
    a_break(wire)
    before = card.screen()
    await ada.submit(form, await right_values(wire, ada))
    await card.until(lambda card: card.screen() != before)
    assert "1 of 1 right" in card.text


async def review_by_command(wire: Wire, ada: Person) -> Reply:
    await learnt(wire, ada, 2)
    await days_pass(wire, 3)
    return await shown(ada, "review now")


async def review_by_message(wire: Wire, ada: Person) -> Reply:
    await due_now(wire, ada)
    await learnt(wire, ada, 2)
    await days_pass(wire, 3)
    assert await send(wire) == 1
    (message,) = ada.inbox()
    a_break(wire)
    return await (await ada.press(ada._reply_to(message), "Review now")).shown()


@pytest.mark.parametrize("begin", [review_by_command, review_by_message])
async def test_a_review_goes_on_from_its_latest_button(wire: Wire, begin) -> None:  # type: ignore[no-untyped-def]  # one of the two above
    ada = wire.play.person("Ada")
    card = await begin(wire, ada)
    while not card.has_button("quiz.look"):
        a_break(wire)
        if card.has_button("quiz.next"):
            await pressed(ada, card, "quiz.next")
        else:
            await not_sure(ada, card)
    assert "0 of" in card.text


async def test_a_practice_card_goes_on_from_its_latest_button(wire: Wire) -> None:
    assert wire.model is not None
    challenge = await challenge_of(wire)
    wire.model.answer = model_of(challenge, "bad")
    ada = await wire.agreed("Ada")
    card = await opened(ada)
    a_break(wire)
    await ran(ada, card, challenge.prompts["bad"])
    a_break(wire)
    wire.model.answer = model_of(challenge)
    form = await ada.press(card, "practice.write")
    a_break(wire)
    await ada.submit(form, {"prompt": challenge.prompts["reference"]})
    await card.until(lambda card: "9 cases won" in card.text, timeout=20)
