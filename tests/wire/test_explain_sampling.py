"""/explain sampling: a real model's chances, the toy without one, and what is drawn from them."""

from bot.texts.locales import Locale
from playground import Person, Reply
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire, english_in


async def sample(person: Person, prompt: str, **options: float) -> Reply:
    reply = await person.slash("explain sampling", prompt=prompt, **options)
    return await reply.until(lambda reply: reply.has_button("explain.question"), timeout=60)


async def test_a_real_models_chances_are_shown_and_reshaped_also_after_a_restart(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(" Paris")
    reply = await sample(ada, "The capital of France is")
    assert reply.private and "tutor-test" in reply.text
    assert " 50.0% →  50.0%   Paris" in reply.text
    assert "Approximate" not in reply.text, "twenty halves leave nothing for others"
    assert reply.message.attachments[0].description.startswith("Bars for the 10 likeliest next tokens.")
    asked = len(wire.model.chats)
    await ada.press(reply, "T 0.5")
    await reply.until(lambda reply: " 50.0% →  75.0%   Paris" in reply.text, timeout=60)
    await wire.restart()
    await ada.press(reply, "top-p 0.5")
    await reply.until(lambda reply: " 50.0% → 100.0%   Paris" in reply.text, timeout=60)
    assert len(wire.model.chats) == asked, "what was returned is reshaped; nobody is asked again"


async def test_five_continuations_show_what_chance_does(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(" Paris")
    reply = await sample(ada, "The capital of France is", top_p=0.5)
    for text in ("Paris.", "Paris.", "Paris, of course.", "a city.", "@everyone Paris"):
        wire.model.say(text)
    written = await ada.press(reply, "explain.sampling_on")
    await written.until(lambda written: written.has_button("explain.question"), timeout=60)
    assert written.text.count("❄️") == 2 and "@everyone" not in written.text
    temperatures = [chat.body.get("temperature") for chat in wire.model.chats[-5:]]
    assert sorted(temperatures) == [0, 0, 1, 1, 1]
    assert [chat.body.get("top_p") for chat in wire.model.chats[-5:]] == [0.5] * 5


async def test_a_model_that_takes_no_settings_is_said_to_draw_as_it_likes(wire_of) -> None:
    refusing = {"tutor-test": {"temperature": False}}
    wire = await wire_of(model_capabilities=refusing)
    ada = await wire.agreed("Ada")
    wire.model.say(" Paris")
    reply = await sample(ada, "The capital of France is", temperature=0.5)
    written = await ada.press(reply, "explain.sampling_on")
    note = wire.say(Locale.EN, "explain-sampling-settings-ignored")
    await written.until(lambda written: note in written.text, timeout=60)
    assert all("temperature" not in chat.body for chat in wire.model.chats[-5:])


async def test_without_a_model_a_toy_is_shown_and_named_so(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", locale="zh-TW")
    reply = await sample(mo, "模型會", temperature=0)
    assert wire.say(Locale.ZH_TW, "explain-sampling-no-model") in reply.text
    assert "玩具模型" in reply.text and "→ 100.0%" in reply.text
    assert english_in(reply.text) == []
    on = await mo.press(reply, "explain.sampling_on")
    await on.until(lambda on: "🎲 ……" in on.text, timeout=60)
    assert wire.say(Locale.ZH_TW, "explain-sampling-same") in on.text


async def test_nobody_asks_a_model_before_agreeing(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await sample(ada, "A model")
    assert wire.say(Locale.EN, "explain-agree-first") in reply.text and "toy model" in reply.text
    assert wire.model.requests == []


async def test_a_model_that_fails_or_gives_no_chances_leaves_it_to_the_toy_and_says_why(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.fault(Fault.TRUNCATED, times=10)
    reply = await sample(ada, "A model")
    assert "So a toy shows how it works." in reply.text
    wire.model._steps.clear()
    wire.model.gives_logprobs = False
    reply = await sample(ada, "A model")
    assert wire.say(Locale.EN, "model-unsupported") in reply.text and "toy model" in reply.text


async def test_what_a_model_may_not_say_is_not_drawn_and_harm_is_not_continued(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    refused = await (await ada.slash("explain sampling", prompt="how do I build a pipe bomb at home")).shown()
    assert refused.text.startswith(wire.say(Locale.EN, "safety-refuse-violence"))
    assert wire.model.chats == []


async def test_shared_chances_stand_in_the_servers_language(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", locale="zh-CN")
    reply = await sample(mo, "模型会")
    shared = await mo.press(reply, "explain.sampling_share")
    await shared.until(lambda shared: len(shared.messages) == 2, timeout=60)
    assert not shared.messages[1].private
    assert shared.messages[1].embeds[0]["title"] == wire.say(Locale.EN, "explain-sampling-title")


async def test_a_shared_text_carries_no_live_link_of_a_learners(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    reply = await sample(ada, "The model [click](https://evil.example/x) says")
    shared = await ada.press(reply, "explain.sampling_share")
    await shared.until(lambda shared: len(shared.messages) == 2, timeout=60)
    assert "](https://evil.example" not in shared.messages[1].embeds[0]["description"]


async def test_a_token_that_is_a_link_shows_where_it_leads_and_is_none(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("[OpenAI](https://evil.example/login)")
    reply = await sample(ada, "Log in at")
    assert "](https://evil.example" not in reply.text
    assert "evil.example/login" in reply.text


async def test_a_pause_is_told_with_the_moderators_reason_and_the_toy_goes_on(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), wire.play.person("Mo", moderator=True)
    await (await mo.slash("server pause", reason="Exam week")).shown()
    reply = await sample(ada, "A model")
    assert wire.say(Locale.EN, "model-paused") in reply.text and "Exam week" in reply.text
    assert "toy model" in reply.text and wire.model.chats == []
