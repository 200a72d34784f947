"""The whole loop of /practice against `llmock`, an OpenAI-compatible server that is not ours and judges its client's manners."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from llmock.pytest_plugin import LLMock

from bot.practice.challenges import Challenge
from bot.practice.values import ChallengePlace
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.wire.conftest import Wire
from tests.wire.foreign_model import settings_of

ID = "label-like-examples"


@pytest.fixture
async def wire(llmock: LLMock, wire_of: Callable[..., Coroutine[Any, Any, Wire]]) -> Wire:
    """The bot, whose model is the foreign server."""
    return await wire_of(**settings_of(llmock))


async def challenge_of(wire: Wire, locale: Locale) -> Challenge:
    found = await wire.app.services.practice.bank.challenge(ChallengePlace(0, ID), 1, locale)
    assert found is not None
    return found


async def sent(person: Person, prompt: str) -> Reply:
    """From /practice start through the form to a run; the card that shows it."""
    card = await person.slash("practice start", challenge=ID)
    await card.until(lambda card: card.has_button("practice.write"))
    form = await person.press(card, "practice.write")
    await form.until(lambda form: form.modal is not None)
    await person.submit(form, {"prompt": prompt})
    return card


def runs_of(llmock: LLMock) -> list[Any]:
    return [one for one in llmock.requests if one.path.endswith("/chat/completions")]


@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_CN])
async def test_a_model_answer_passes_all_cases_on_a_foreign_server(
    wire: Wire, llmock: LLMock, locale: Locale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "bot.practice.running.AT_ONCE_EACH", 1
    )  # its answers are scripted in the order of the cases
    challenge = await challenge_of(wire, locale)
    ada = await wire.agreed("Ada", locale="zh-CN" if locale.is_chinese else "en-US")
    for case in challenge.cases:
        llmock.reply(challenge.recorded["reference"][case.id][0])
    card = await sent(ada, challenge.prompts["reference"])
    await card.until(lambda card: wire.say(locale, "practice-passed") in card.text, timeout=20)
    score = wire.say(locale, "practice-score", passed=9, all=9, hidden=7, hidden_all=7)
    assert score in card.text and challenge.solution[:20] in card.text
    assert len(runs_of(llmock)) == len(challenge.cases)
    assert wire.play.violations == []


async def test_limits_are_waited_out_and_the_score_is_the_outputs(wire: Wire, llmock: LLMock) -> None:
    ada = await wire.agreed("Ada")
    llmock.rate_limit(times=2, retry_after=0.2)
    llmock.reply("SHIP", times=None)
    card = await sent(ada, "Sort {input}")
    await card.until(lambda card: "3 of 9 cases pass" in card.text, timeout=30)
    llmock.assert_resilient(strict=True)


async def test_an_outage_costs_no_attempt_and_the_same_prompt_runs_when_it_is_over(
    wire: Wire, llmock: LLMock
) -> None:
    ada = await wire.agreed("Ada")
    llmock.fail(401, times=None)
    card = await sent(ada, "Sort {input}")
    await card.until(lambda card: "does not count as an attempt" in card.text, timeout=30)
    llmock.reset()
    llmock.reply("SHIP", times=None)
    again = await ada.press(card, "practice.write")
    await again.until(lambda form: form.modal is not None)
    await ada.submit(again)  # the form opens with what was written
    await card.until(lambda card: "3 of 9 cases pass" in card.text, timeout=30)
    shown = await ada.slash("practice start", challenge=ID)
    await shown.until(lambda card: "left today: 9" in str(card.messages[0].embeds))
