"""Texts that are made to break what shows them, in every explainer; and a model that fails in the middle of an explanation."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.texts.locales import Locale
from playground import Person, Reply
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire

HOSTILE = {
    "emoji": "😀" * 90,
    "a family of emoji": "👨\u200d👩\u200d👧" * 20,
    "right to left": "\u202eabc مرحبا שלום \u2066x\u2069" * 5,
    "hidden": "\u200b\u200d\ufeff\u2060a\u00ad" * 20,
    "fences": "```py\n`x` @everyone ``` ~~~ <@&1> " * 4,
    "marks": "**__~~||>#-{}[]()$\\ " * 8,
    "blank": " \n \t ",
}


def ways(text: str) -> dict[str, dict[str, str]]:
    """How a text of that kind gets into each explainer; the tokens have a test of their own."""
    halves = f"{text} | {text[::-1]}"
    return {
        "explain sampling": {"prompt": text},
        "explain embeddings": {"texts": halves},
        "explain retrieval": {"question": text},
        "explain concept": {"concept": text[:200]},
        "model card": {"name": text[:100]},
        "model choose": {"goal": text},
    }


async def answered(reply: Reply) -> Reply:
    """Until something stands where the bot was thinking."""
    return await reply.until(
        lambda it: bool(it.messages) and not it.thinking and bool(it.text or it.message.embeds), timeout=60
    )


@pytest.mark.parametrize("kind", list(HOSTILE))
async def test_a_hostile_text_is_shown_harmlessly_or_declined_in_a_sentence_by_every_explainer(
    wire_without_model: Wire, kind: str
) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    broke = wire.say(Locale.EN, "practice-broke")[:25]
    for command, options in ways(HOSTILE[kind]).items():
        reply = await answered(await ada.slash(command, **options))
        screen = reply.text + str(reply.message.embeds)
        assert "broke on our side" not in screen and broke not in screen, command
        assert "@everyone" not in screen, command
    assert wire.play.violations == []


async def drawn(person: Person) -> Reply:
    reply = await person.slash("explain sampling", prompt="The capital of France is")
    return await reply.until(lambda it: it.has_button("explain.sampling_on"), timeout=60)


async def test_a_model_that_fails_at_the_third_continuation_leaves_all_five_to_the_toy(
    wire_of: Callable[..., Coroutine[Any, Any, Wire]],
) -> None:
    wire = await wire_of()
    assert wire.model is not None
    ada = await wire.agreed("Ada")
    wire.model.say(" Paris")
    reply = await drawn(ada)
    for _ in range(2):
        wire.model.say("of the model itself")
    wire.model.fault(Fault.TRUNCATED, times=20)
    written = await ada.press(reply, "explain.sampling_on")
    await written.until(lambda it: it.has_button("explain.question"), timeout=60)
    assert "So a toy shows how it works." in written.text
    assert written.text.count("❄️") == 2 and written.text.count("🎲 …") == 3
    assert "of the model itself" not in written.text
