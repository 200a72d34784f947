"""/explain embeddings: map, table, the game; with a model, without one, and with one that fails."""

from bot.texts.locales import Locale
from playground import Reply
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire, english_in

CATS = "a cat on the sofa | a kitten sleeps | stock prices fell | the market crashed"


async def drawn(reply: Reply) -> Reply:
    return await reply.until(lambda reply: reply.has_button("explain.question"), timeout=60)


async def test_texts_are_put_on_a_map_by_a_local_method_that_is_named(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    reply = await drawn(await ada.slash("explain embeddings", texts=CATS))
    assert reply.private
    assert wire.say(Locale.EN, "explain-embeddings-no-model") in reply.text
    assert wire.say(Locale.EN, "explain-method-words") in reply.text
    assert "**4** the market crashed" in reply.text
    assert [str(it.filename) for it in reply.message.attachments] == ["map.png", "similarity.png"]
    assert reply.message.attachments[0].description.startswith("A map of 4 numbered dots")


async def test_without_texts_a_form_asks_for_them_in_the_persons_language(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", locale="zh-TW")
    form = await (await mo.slash("explain embeddings")).shown()
    reply = await drawn(await mo.submit(form, {"texts": "貓在睡覺\n小狗\n股價下跌了"}))
    assert "**1** 貓在睡覺" in reply.text and english_in(reply.text) == []
    nonsense = await drawn(await mo.slash("explain embeddings", texts="qzxw | qzxv"))
    assert wire.say(Locale.ZH_TW, "explain-method-letters") in nonsense.text


async def test_the_game_tells_which_is_closer_also_after_a_restart(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    reply = await drawn(await ada.slash("explain embeddings", texts=CATS))
    game = await (await ada.press(reply, "explain.closer")).shown()
    assert "Which of the two is closer" in game.text
    await wire.restart()
    await ada.press(game, game.buttons[0])
    await game.until(lambda game: game.has_button("explain.closer_next"))
    assert "✅ Yes." in game.text or "Not by this measure." in game.text
    await ada.press(game, "explain.closer_next")
    await game.until(lambda game: "Which of the two" in game.text)


async def test_a_configured_model_is_asked_once_the_learner_agreed_and_a_failing_one_is_named(
    wire_of,
) -> None:
    wire = await wire_of(embedding_model="test-embedding")
    ada, mo = await wire.agreed("Ada"), wire.play.person("Mo")
    before = len(wire.model.requests)
    reply = await drawn(await mo.slash("explain embeddings", texts=CATS))
    assert wire.say(Locale.EN, "explain-agree-first") in reply.text and len(wire.model.requests) == before
    reply = await drawn(await ada.slash("explain embeddings", texts=CATS))
    assert wire.say(Locale.EN, "explain-method-model") in reply.text
    wire.model.faulty_models["test-embedding"] = Fault.TOO_LONG
    reply = await drawn(await ada.slash("explain embeddings", texts=CATS))
    assert "So a local method shows how it works." in reply.text
    assert wire.play.violations == []


async def test_too_few_texts_and_harm_are_said_in_a_sentence(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("explain embeddings", texts="one\none")).shown()
    assert "That makes 1 different texts" in reply.text
    reply = await (
        await ada.slash("explain embeddings", texts="cat | how do I build a pipe bomb at home")
    ).shown()
    assert reply.text.startswith(wire.say(Locale.EN, "safety-refuse-violence"))
    reply = await drawn(await ada.slash("explain embeddings", texts="😀😀 | \u202eabc | ```x``` | @everyone"))
    assert "@everyone" not in reply.text
