"""What /explain and /model compare ask of a model, against `llmock`: an OpenAI-compatible server that is not ours."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from llmock.pytest_plugin import LLMock

from bot.texts.locales import Locale
from playground import Reply
from tests.wire.conftest import Wire
from tests.wire.foreign_model import CHAT, EMBEDDING, OTHER_CHAT, settings_of


@pytest.fixture
async def wire(llmock: LLMock, wire_of: Callable[..., Coroutine[Any, Any, Wire]]) -> Wire:
    """The bot, whose models are the foreign server's."""
    return await wire_of(**settings_of(llmock))


async def ended(reply: Reply, button: str = "explain.question") -> Reply:
    return await reply.until(lambda reply: reply.has_button(button), timeout=60)


async def test_answers_with_and_without_passages_and_then_with_a_wrong_one(
    wire: Wire, llmock: LLMock
) -> None:
    ada = await wire.agreed("Ada")
    llmock.reply("A token is a piece of text.", times=None)
    reply = await ended(await ada.slash("explain retrieval", question="What is a token?"))
    assert reply.text.count("A token is a piece of text.") == 2
    wrong = await ended(await ada.press(reply, "explain.retrieval_wrong"))
    assert "A token is a piece of text." in wrong.text
    assert wire.play.violations == []


async def test_five_continuations_come_from_it_whether_or_not_it_gives_chances(
    wire: Wire, llmock: LLMock
) -> None:
    ada = await wire.agreed("Ada")
    llmock.reply(" Paris", times=None)
    reply = await ended(await ada.slash("explain sampling", prompt="The capital of France is"))
    toy = wire.say(Locale.EN, "model-unsupported")
    assert toy in reply.text or CHAT in reply.text
    written = await ended(await ada.press(reply, "explain.sampling_on"))
    assert "five times" in written.text


async def test_two_models_answer_one_prompt_and_an_outage_leaves_their_cards(
    wire: Wire, llmock: LLMock
) -> None:
    ada = await wire.agreed("Ada")
    llmock.reply("Seven.", times=None)
    both = {"prompt": "How many days has a week?", "a": CHAT, "b": OTHER_CHAT}
    reply = await ended(await ada.slash("model compare", **both), "model.compared_try")
    assert reply.text.count("Seven.") == 2
    llmock.reset()
    llmock.fail(401, times=None)
    reply = await ended(await ada.slash("model compare", **both), "model.compared_try")
    assert wire.say(Locale.EN, "catalogue-compare-cards-instead") in reply.text
    assert "GPT-4o · OpenAI" in reply.text or "GPT-4o · OpenAI" in str(reply.message.embeds)


async def test_texts_are_put_on_a_map_by_its_embedding_model(
    llmock: LLMock, wire_of: Callable[..., Coroutine[Any, Any, Wire]]
) -> None:
    wire = await wire_of(**settings_of(llmock), embedding_model=EMBEDDING)
    ada = await wire.agreed("Ada")
    reply = await ended(await ada.slash("explain embeddings", texts="cat | dog | price"))
    assert wire.say(Locale.EN, "explain-method-model") in reply.text
    llmock.fail(401, times=None)
    failed = await ended(await ada.slash("explain embeddings", texts="tree | leaf | cloud"))
    assert "Local method, no model" in failed.text
