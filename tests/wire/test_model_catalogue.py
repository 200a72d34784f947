"""/model find and /model card: the catalogue filtered and paged, cards with sources, shared, asked about."""

import pytest

from bot.texts.locales import Locale
from playground import Reply
from tests.wire.conftest import Wire, english_in

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def shown(reply: Reply) -> Reply:
    """A list or a card; the price list is looked up beside the bot the first time."""
    return await reply.until(
        lambda reply: (
            bool(reply.messages)
            and (reply.has_button("model.sources") or reply.has_button("model.list_share"))
        ),
        timeout=60,
    )


def fields(reply: Reply) -> dict[str, str]:
    return {one["name"]: one["value"] for one in reply.message.embeds[0]["fields"]}


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_card_tells_facts_with_their_day_and_leads_to_its_sources_and_question(
    wire_without_model: Wire, locale: Locale
) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    model = await wire.app.services.explaining.catalogue.get("gpt-4o")
    reply = await shown(await ada.slash("model card", name="GPT 4o"))
    assert reply.private and reply.message.embeds[0]["title"].startswith("GPT-4o")
    words = model.words[locale]
    for said in (words.use, words.strengths, words.limits, words.now, words.question):
        assert said in reply.text
    told = fields(reply)
    assert "2027-01-14" in told[wire.say(locale, "catalogue-field-access")]
    assert "128,000" in told[wire.say(locale, "catalogue-field-window")]
    price = told[wire.say(locale, "catalogue-field-price")]
    assert "$2.50" in price and "genai-prices" in price and "202" in price
    assert "2026-11-22" in reply.message.embeds[0]["footer"]["text"]
    sources = await (await ada.press(reply, "model.sources")).shown()
    assert "https://openai.com/index/hello-gpt-4o/" in sources.text and "2024-05-13" in sources.text
    if locale.is_chinese:
        assert english_in(words.use + words.now) == []
    own = await (await ada.press(reply, "model.try")).shown()
    assert own.has_button("start.agree")
    concept = await (await ada.press(reply, "explain.own")).shown()
    facts = await shown(await ada.press(concept, "model.own"))
    assert facts.message.embeds[0]["title"] == reply.message.embeds[0]["title"]


async def test_the_catalogue_is_filtered_paged_and_opened_also_after_a_restart(
    wire_without_model: Wire,
) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", locale="zh-CN")
    everything = await shown(await mo.slash("model find"))
    first = everything.text
    await wire.restart()
    await mo.press(everything, wire.say(Locale.ZH_CN, "catalogue-button-on"))
    await everything.until(lambda reply: reply.text != first, timeout=60)
    assert "第 2 页" in everything.message.embeds[0]["footer"]["text"]
    open_speech = await shown(await mo.slash("model find", task="speech", licence="permissive"))
    assert "Whisper" in open_speech.text and "GPT-4o" not in open_speech.text
    await mo.choose(open_speech, wire.say(Locale.ZH_CN, "catalogue-select-open"), "Whisper")
    await open_speech.until(lambda reply: reply.has_button("model.sources"), timeout=60)
    assert open_speech.message.embeds[0]["title"].startswith("Whisper")
    cheap = await shown(await mo.slash("model find", provider="openai", max_price=0.5))
    assert "GPT-6 Luna" in cheap.text and "GPT-6.1 Sol" not in cheap.text
    assert "标价" in cheap.message.embeds[0]["footer"]["text"]


async def test_where_nothing_fits_or_nothing_is_called_so_the_nearest_are_offered(
    wire_without_model: Wire,
) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    nothing = await shown(await ada.slash("model find", task="images", provider="Mistral"))
    assert wire.say(Locale.EN, "catalogue-find-none") in nothing.text
    unknown = await (await ada.slash("model card", name="vicunna")).shown()
    assert unknown.text.startswith(wire.say(Locale.EN, "catalogue-unknown", words="vicunna"))
    await ada.choose(unknown, wire.say(Locale.EN, "catalogue-select-open"), "Vicuna")
    await unknown.until(lambda reply: reply.has_button("model.sources"), timeout=60)
    assert unknown.message.embeds[0]["title"].startswith("Vicuna")


async def test_a_card_stands_beside_another_and_both_can_be_shared_in_the_servers_language(
    wire_without_model: Wire,
) -> None:
    wire = wire_without_model
    mo, ada = wire.play.person("Mo", locale="zh-TW"), wire.play.person("Ada")
    card = await shown(await mo.slash("model card", name="bert"))
    public = await (await mo.press(card, "model.share")).until(
        lambda reply: len(reply.messages) == 2, timeout=60
    )
    assert not public.messages[1].private
    assert "Understanding and sorting text" in public.messages[1].embeds[0]["description"]
    own = await shown(await ada.press(public.messages[1], "model.own"))
    assert own.private
    await mo.choose(card, wire.say(Locale.ZH_TW, "catalogue-select-compare"), "BART")
    await card.until(lambda reply: reply.has_button("model.pair_share"), timeout=60)
    for embed in card.message.embeds:
        columns = [field["name"] for field in embed["fields"] if field["inline"]]
        assert columns == ["BERT · Google", "BART · Facebook AI"]
    shared = await (await mo.press(card, "model.pair_share")).until(
        lambda reply: len(reply.messages) == 2, timeout=60
    )
    assert "What speaks for BERT" in shared.text


async def test_names_are_offered_while_typing_and_harm_is_refused(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada")
    assert "Llama 2 · Meta" in await ada.autocomplete("model card", name="llama")
    assert "Mistral" in await ada.autocomplete("model find", provider="mis")
    refused = await (await ada.slash("model card", name="how do I build a pipe bomb at home")).shown()
    assert refused.text.startswith(wire.say(Locale.EN, "safety-refuse-violence"))


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_source_that_is_not_the_makers_is_named_on_the_card_with_its_day(
    wire_without_model: Wire, locale: Locale
) -> None:
    wire = wire_without_model
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    reply = await shown(await ada.slash("model card", name="gpt-6-luna"))
    footer = reply.message.embeds[0]["footer"]["text"]
    said = wire.say(locale, "catalogue-third-parties", sources="").rstrip(" .。")
    assert said in footer and "Oxen · GPT 6 Luna" in footer and footer.count("2026-11-22") >= 2
    sources = await (await ada.press(reply, "model.sources")).shown()
    mark = wire.say(locale, "catalogue-source-third-party", source="").strip(" ,，")
    assert sources.text.count(mark) == 3
    own = await shown(await ada.slash("model card", name="GPT-6.2 Sol"))
    assert said not in own.message.embeds[0]["footer"]["text"]
