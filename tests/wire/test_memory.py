"""/memory: what is remembered, in words, and forgetting it."""

import json

import pytest

from bot.learners.values import LearnerKey
from bot.texts.locales import Locale
from bot.tutor.remembering import EVERY
from bot.tutor.store import OpenTurn
from playground import NotPossible, Person
from tests.wire.conftest import Wire, english_in

TOKEN = "What is a token?"
ABOUT = {"How do I write a clear prompt?": "prompt-fundamentals", TOKEN: "how-llms-work"}
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def with_questions(wire: Wire, person: Person, **options: object) -> None:
    wire.model.answer = lambda request: "It is so [1]."
    for question in ABOUT:
        await wire.ask(person, question, **options)


async def shown(wire: Wire, person: Person, **options: object) -> str:
    return (await (await person.slash("memory show", **options)).shown()).text


async def forgot(person: Person, **options: object) -> str:
    return (await (await person.slash("memory forget", **options)).shown()).text


@pytest.mark.parametrize("locale", list(Locale))
async def test_of_a_stranger_nothing_is_remembered(wire: Wire, locale: Locale) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    text = await shown(wire, ada)
    assert text == wire.say(locale, "memory-nothing", days=365)
    assert await forgot(ada, what="all") == wire.say(locale, "memory-forgot", count=0)


async def test_it_tells_the_profile_the_reading_and_the_latest_questions(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await with_questions(wire, ada)
    await (await ada.slash("lesson read", lesson="how-llms-work")).shown()
    text = await shown(wire, ada)
    for part in (*ABOUT, "English", "every term explained", "How large language models work", "2 questions"):
        assert part in text
    assert "server" in text


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_in_chinese_no_english_is_left(wire: Wire, locale: Locale) -> None:
    mo = await wire.agreed("Mo", locale=locale.value)
    wire.model.answer = lambda request: "就是这样 [1]。"
    await wire.ask(mo, "什么是词元？")
    assert english_in(await shown(wire, mo)) == []
    ask = await (await mo.slash("memory forget", what="all")).shown()
    assert english_in(" ".join([ask.text, *ask.buttons])) == []
    await mo.press(ask, "memory.forget_all")
    await ask.until(lambda ask: wire.say(locale, "memory-forgot", count=1) in ask.text)


async def test_the_last_question_is_forgotten_alone(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await with_questions(wire, ada)
    assert await forgot(ada, what="last") == wire.say(Locale.EN, "memory-forgot", count=1)
    text = await shown(wire, ada)
    assert TOKEN not in text and "clear prompt" in text


async def test_a_lesson_is_forgotten_by_what_its_answers_cite(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await with_questions(wire, ada)
    assert await forgot(ada, what="lesson", lesson="how-llms-work") == wire.say(
        Locale.EN, "memory-forgot", count=1
    )
    text = await shown(wire, ada)
    assert TOKEN not in text and "clear prompt" in text


async def test_a_lesson_to_forget_must_be_named(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    assert await forgot(ada, what="lesson") == wire.say(Locale.EN, "memory-forget-lesson-missing")


async def test_one_conversation_is_forgotten_and_the_other_stays(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await with_questions(wire, ada)
    await wire.ask(ada, "What is temperature?", channel=wire.play.second_channel)
    assert await forgot(ada, what="conversation") == wire.say(Locale.EN, "memory-forgot", count=2)
    text = await shown(wire, ada)
    assert "temperature" in text and TOKEN not in text


async def test_everything_is_forgotten_after_a_question_back_and_returns_to_no_prompt(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await with_questions(wire, ada)
    ask = await (await ada.slash("memory forget", what="all")).shown()
    assert "2 questions" in ask.text
    await ada.press(ask, "Keep it")
    await ask.until(lambda ask: wire.say(Locale.EN, "memory-kept") in ask.text and not ask.buttons)
    assert TOKEN in await shown(wire, ada)
    ask = await (await ada.slash("memory forget", what="all")).shown()
    await ada.press(ask, "Forget all of it")
    await ask.until(lambda ask: wire.say(Locale.EN, "memory-forgot", count=2) in ask.text)
    await wire.ask(ada, "What is temperature?")
    assert TOKEN not in wire.prompt and "clear prompt" not in wire.prompt
    text = await shown(wire, ada)
    assert "every term explained" in text


async def test_only_the_owner_can_confirm(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    await with_questions(wire, ada)
    ask = await (await ada.slash("memory forget", what="all")).shown()
    with pytest.raises(NotPossible):
        await mo.press(ask, "Forget all of it")
    ask.message.seen_by = None  # as if Discord had shown it to all
    refused = await (await mo.press(ask.message, "Forget all of it")).shown()
    assert wire.say(Locale.EN, "common-button-not-yours") in refused.text
    assert TOKEN in await shown(wire, ada)


async def test_what_a_learner_reads_of_themselves_pings_nobody_and_is_no_markup(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda request: "It is so [1]."
    await wire.ask(ada, f"What is a token, @everyone?\n# Big <@{ada.id}>")
    text = await shown(wire, ada)
    assert "@everyone" not in text and f"<@{ada.id}>" not in text
    assert "\n# Big" not in text


async def test_one_learner_never_sees_what_another_asked(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    await with_questions(wire, ada)
    text = await shown(wire, mo)
    assert TOKEN not in text and "clear prompt" not in text
    assert await forgot(mo, what="all") == wire.say(Locale.EN, "memory-forgot", count=0)
    assert TOKEN in await shown(wire, ada)


async def test_direct_messages_are_remembered_apart_and_said_to_be(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await wire.agree(ada, dm=True)
    await with_questions(wire, ada, dm=True)
    assert TOKEN not in await shown(wire, ada)
    text = await shown(wire, ada, dm=True)
    assert TOKEN in text
    assert wire.say(Locale.EN, "memory-where-dm") in text


async def test_forgetting_everything_forgets_also_what_waits_to_be_asked_again(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    turn = OpenTurn(
        id="cut0short",
        key=LearnerKey(wire.play.guild.id, ada.id),
        channel_id=wire.play.channel.id,
        interaction_id=1,
        application_id=2,
        token="",
        token_expires_at=wire.app.services.clock.now(),
        locale=Locale.EN,
        question=TOKEN,
        lesson_id=None,
        style="plain",
        shared=False,
    )
    await wire.app.services.open_turns.open(turn)
    await wire.app.services.open_turns.keep_question(turn)
    await wire.app.services.open_turns.close(turn.id)
    await forgot(ada, what="all")
    assert TOKEN.encode() not in (await wire.app.services.personal.export(ada.id)).as_json()


NURSE = "I'm a nurse. What is a token?"


async def test_what_a_learner_says_of_themselves_is_shown_and_goes_into_later_prompts(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda request: "It is so. I am a robot [1]."
    await wire.ask(ada, NURSE)
    text = await shown(wire, ada)
    assert "I'm a nurse" in text and "robot" not in text
    await wire.ask(ada, "What does temperature do?", channel=wire.play.second_channel)
    assert "I'm a nurse" in wire.prompt
    await wire.ask(ada, "What does temperature do?", channel=wire.play.second_channel, share=True)
    assert "nurse" not in wire.prompt


@pytest.mark.parametrize(
    ("locale", "tell", "known", "unlearn"),
    [
        (Locale.EN, "Remember that my exam is in May", "my exam is in May", "Forget that my exam is in May"),
        (Locale.ZH_CN, "记住我五月要考试", "我五月要考试", "忘掉我五月要考试"),
        (Locale.ZH_TW, "請記住我五月要考試", "我五月要考試", "忘掉我五月要考試"),
    ],
)
async def test_it_remembers_and_forgets_on_request_without_a_model(
    wire: Wire, locale: Locale, tell: str, known: str, unlearn: str
) -> None:
    ada = await wire.agreed("Ada", locale=DISCORD[locale])
    reply = await wire.ask(ada, tell)
    assert wire.say(locale, "memory-noted", what=known) in reply.text
    assert known in await shown(wire, ada)
    reply = await wire.ask(ada, unlearn)
    assert wire.say(locale, "memory-unlearned", facts=1, turns=0) in reply.text
    assert known not in await shown(wire, ada)
    assert known.encode() not in (await wire.app.services.personal.export(ada.id)).as_json()
    assert wire.model.chats == []


WHAT_IS_REMEMBERED = {
    Locale.EN: "What do you remember about me?",
    Locale.ZH_CN: "你记得我什么？",
    Locale.ZH_TW: "你還記得我嗎？",
}


@pytest.mark.parametrize("locale", list(Locale))
async def test_who_asks_what_is_remembered_reads_it_alone_wherever_they_ask(
    wire: Wire, locale: Locale
) -> None:
    ada = await wire.agreed("Ada", locale=DISCORD[locale])
    await wire.ask(ada, "Remember that I am a beekeeper")
    asked = WHAT_IS_REMEMBERED[locale]
    private = await wire.ask(ada, asked)
    public = [
        await wire.ended(await ada.mention(asked)),
        await wire.ask(ada, asked, share=True),
    ]
    for reply in [private, *public]:
        assert wire.say(locale, "memory-shown-apart") in reply.text
        assert "beekeeper" not in reply.text
    for reply in [private, *public]:
        opened = await (await ada.press(reply, "memory.open")).shown()
        assert opened.private and "beekeeper" in opened.text
    opened = await ada.slash("ask", question=asked, thread=True)
    await opened.until(
        lambda _: any(one.is_thread and one.messages for one in wire.play.guild.channels.values())
    )
    await wire.quiet()
    said = [
        it.content
        for one in wire.play.guild.channels.values()
        if one.is_thread
        for it in one.messages.values()
    ]
    assert any(wire.say(locale, "memory-shown-apart") in text for text in said)
    assert not any("beekeeper" in text for text in said)
    assert wire.model.chats == []


async def test_in_direct_messages_too_it_is_shown_behind_the_button(wire: Wire) -> None:
    mo = await wire.agreed("Mo", locale="zh-CN", dm=True)
    await wire.ended(await mo.dm("记住我养蜜蜂"))
    reply = await wire.ended(await mo.dm("你对我了解多少？"))
    assert wire.say(Locale.ZH_CN, "memory-shown-apart") in reply.text
    assert "我养蜜蜂" in (await (await mo.press(reply, "memory.open")).shown()).text


@pytest.mark.parametrize(
    ("locale", "tell", "known", "both", "asked"),
    [
        (Locale.EN, "Remember that my exam is in May. What is a token?", "my exam is in May",
         "Forget that my exam is in May. And what is a token?", "And what is a token?"),
        (Locale.ZH_CN, "记住我五月要考试。还有，什么是词元？", "我五月要考试", "忘掉我五月要考试，什么是词元？", "什么是词元？"),
    ],
)  # fmt: skip
async def test_a_wish_beside_a_question_is_fulfilled_and_the_question_answered(
    wire: Wire, locale: Locale, tell: str, known: str, both: str, asked: str
) -> None:
    ada = await wire.agreed("Ada", locale=DISCORD[locale])
    wire.model.answer = lambda request: "It is so [1]."
    reply = await wire.ask(ada, tell)
    assert wire.say(locale, "memory-noted", what=known) in reply.text and "It is so" in reply.text
    reply = await wire.ask(ada, both)
    assert wire.say(locale, "memory-unlearned", facts=1, turns=1) in reply.text and "It is so" in reply.text
    assert known not in wire.prompt and asked in wire.prompt
    assert known.encode() not in (await wire.app.services.personal.export(ada.id)).as_json()


@pytest.mark.parametrize(("locale", "wish"), [(Locale.EN, "Remember this"), (Locale.ZH_CN, "记住这个")])
async def test_what_is_only_pointed_at_is_asked_for_and_nothing_noted(
    wire: Wire, locale: Locale, wish: str
) -> None:
    ada = await wire.agreed("Ada", locale=DISCORD[locale])
    reply = await wire.ask(ada, wish)
    assert wire.say(locale, "memory-note-what") in reply.text
    shown = await (await ada.slash("memory show")).shown()
    assert wire.say(locale, "memory-facts") not in shown.text


async def test_a_fact_is_changed_and_removed_by_its_owner(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await wire.ask(ada, "Remember that I like tea")
    card = await (await ada.slash("memory show")).shown()
    await ada.choose(card, "memory.fact", "I like tea")
    await card.until(lambda card: card.has_button("memory.fact_form"))
    form = await (await ada.press(card, "memory.fact_form")).shown()
    done = await (await ada.submit(form, {"fact": "I like coffee"})).shown()
    assert wire.say(Locale.EN, "memory-fact-kept", text="I like coffee") in done.text
    text = await shown(wire, ada)
    assert "I like coffee" in text and "tea" not in text
    card = await (await ada.slash("memory show")).shown()
    await ada.choose(card, "memory.fact", "I like coffee")
    await card.until(lambda card: card.has_button("memory.fact_remove"))
    await ada.press(card, "memory.fact_remove")
    await card.until(lambda card: wire.say(Locale.EN, "memory-fact-removed") in card.text)
    assert "coffee" not in await shown(wire, ada)


async def test_while_paused_nothing_is_stored_and_afterwards_it_is_again(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda request: "It is so [1]."
    paused = await (await ada.slash("memory pause")).shown()
    assert paused.text == wire.say(Locale.EN, "memory-pause-done")
    reply = await ada.slash("ask", question=NURSE)
    await reply.until(lambda reply: reply.has_button("memory.resume_here"))
    await wire.quiet()
    assert "It is so [1]." in reply.text
    asked = await wire.ask(ada, WHAT_IS_REMEMBERED[Locale.EN])
    opened = await (await ada.press(asked, "memory.open")).shown()
    assert wire.say(Locale.EN, "memory-paused-now") in opened.text
    told = await ada.slash("ask", question="Remember that my cat is called Otto")
    await told.until(lambda told: wire.say(Locale.EN, "memory-noted-paused") in told.text)
    await wire.quiet()
    data = (await wire.app.services.personal.export(ada.id)).as_json()
    for word in (b"nurse", b"It is so", b"Otto"):
        assert word not in data
    assert wire.say(Locale.EN, "memory-paused-now") in await shown(wire, ada)
    resumed = await (await ada.press(reply, "memory.resume_here")).shown()
    assert wire.say(Locale.EN, "memory-resume-done") in resumed.text
    await wire.ask(ada, NURSE)
    assert "I'm a nurse" in await shown(wire, ada)


async def test_the_language_is_chosen_and_kept(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    card = await (await ada.slash("memory language")).shown()
    await ada.choose(card, "memory.language", "简体中文")
    language = wire.say(Locale.ZH_CN, "memory-language-zh-CN")
    done = wire.say(Locale.ZH_CN, "memory-language-done", language=language)
    await card.until(lambda card: done in card.text)
    assert wire.say(Locale.ZH_CN, "memory-title") in await shown(wire, ada)


async def test_a_model_sums_up_in_the_background_and_its_proposals_wait_for_the_learner(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    notes = {
        "summary": "Asked about tokens.",
        "facts": [{"kind": "role", "quote": "my pupils"}, {"kind": "goal", "quote": "wants to be rich"}],
    }
    wire.model.answer = lambda request: (
        json.dumps(notes) if "You keep notes" in str(request.body["messages"][0]) else "It is so [1]."
    )
    for number in range(EVERY):
        await wire.ask(ada, f"What is a token, as my pupils ask it {number} times?")
    remembering = wire.app.services.tutor.remembering
    assert remembering is not None
    await remembering.settled()
    text = await shown(wire, ada)
    assert wire.say(Locale.EN, "memory-summary", summary="Asked about tokens.") in text
    assert "found by a model" in text and "my pupils" in text and "rich" not in text
    asked = next(chat for chat in wire.model.chats if "You keep notes" in str(chat.body["messages"][0]))
    assert "It is so" not in str(asked.body["messages"])
    await wire.ask(ada, "What is temperature?")
    assert (
        "Asked about tokens." in wire.prompt
        and "- (" not in wire.prompt.split("<passages>")[0].split("From earlier")[0]
    )
    await forgot(ada, what="last")
    assert "Asked about tokens." not in await shown(wire, ada)
