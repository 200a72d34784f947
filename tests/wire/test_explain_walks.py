"""Walks: opened from a card, step by step, shared, ending in a question."""

import pytest

from bot.app import COURSE
from bot.explain.walks import read_walks
from bot.texts.locales import Locale
from playground import Reply
from tests.wire.conftest import Wire, english_in


async def opened(person, concept: str) -> Reply:
    card = await (await person.slash("explain concept", concept=concept)).shown()
    walk = await person.press(card, "explain.walk_open")
    return await walk.until(lambda walk: walk.has_button("explain.walk_ask"), timeout=60)


async def test_a_walk_goes_step_by_step_with_the_picture_in_words_also_after_a_restart(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    walk = await opened(ada, "attention")
    assert walk.private and walk.message.embeds[0]["title"] == "Attention · 1 of 5"
    assert str(walk.message.attachments[0].description).startswith("A model reads pieces of text.")
    await ada.press(walk, "Next ▶")
    await walk.until(lambda walk: "Attention · 2 of 5" in walk.text, timeout=60)
    assert "The cat → keys: what each word has to offer" in walk.text
    await wire.restart()
    for step in (3, 4, 5):
        await ada.press(walk, "Next ▶")
        await walk.until(lambda walk, step=step: f"Attention · {step} of 5" in walk.text, timeout=60)
    assert "Why does attention get slow" in walk.text and not walk.has_button("Next ▶")
    wire.model.say("Each token is compared with each [1].")
    answer = await wire.ended(await ada.press(walk, "explain.walk_ask"))
    assert "compared with each" in answer.text and "Why does attention get slow" in wire.prompt


@pytest.mark.parametrize("discord", ["zh-CN", "zh-TW"])
async def test_a_walk_speaks_chinese_and_can_be_shared(wire_without_model: Wire, discord: str) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", locale=discord)
    walk = await opened(mo, "gan")
    assert english_in(walk.text) == []
    shared = await mo.press(walk, "explain.walk_share")
    await shared.until(lambda shared: len(shared.messages) == 2, timeout=60)
    assert shared.messages[1].embeds[0]["title"] == "Generator and discriminator (GAN) · 1 of 4"
    own = await mo.press(shared.messages[1], "explain.walk_open")
    await own.until(lambda own: own.has_button("explain.walk_ask"), timeout=60)
    assert own.private and english_in(own.text) == []


def test_every_thing_that_was_promised_has_a_walk() -> None:
    assert {walk.id for walk in read_walks(COURSE)} == {
        "attention", "encoder-decoder", "training", "fine-tuning", "rlhf", "gan", "agents", "orchestration"
    }  # fmt: skip
    assert all(walk.title[locale] for walk in read_walks(COURSE) for locale in Locale)
