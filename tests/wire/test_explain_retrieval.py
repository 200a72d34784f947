"""/explain retrieval: two answers side by side, passages with scores, the prompt and its tokens, then a wrong passage."""

from bot.quiz.items import Choice
from bot.safety import Action, Category
from bot.texts.locales import Locale
from playground import Reply
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire, english_in
from tests.wire.test_quiz import asked, let_only_checks, started


async def shown(reply: Reply) -> Reply:
    return await reply.until(lambda reply: reply.has_button("explain.question"), timeout=60)


def asked_with(body: dict) -> str:
    return str(body["messages"][-1]["content"])


async def test_the_same_question_is_answered_with_and_without_passages_and_then_with_a_wrong_one(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda chat: (
        "From passage [1]: pieces of text." if "[1]" in asked_with(chat.body) else "A coin, I think."
    )
    reply = await shown(await ada.slash("explain retrieval", question="What is a token?"))
    fields = {field["name"]: field["value"] for field in reply.message.embeds[0]["fields"]}
    assert fields == {
        "🎈 Without passages": "A coin, I think.",
        "⚓ With passages": "From passage [1]: pieces of text.",
    }
    assert "[1] " in reply.message.embeds[1]["fields"][0]["name"]
    assert "tokens with the passages" in reply.text
    assert [str(it.filename) for it in reply.message.attachments] == ["prompt.txt"]
    sent = asked_with(wire.model.chats[-1].body) + asked_with(wire.model.chats[-2].body)
    await wire.restart()
    wrong = await shown(await ada.press(reply, "explain.retrieval_wrong"))
    assert "a wrong passage" in wrong.text
    passage = wrong.message.embeds[0]["fields"][0]["value"]
    assert passage[:60] not in sent
    public = await ada.press(reply, "explain.retrieval_share")
    await public.until(lambda public: len(public.messages) == 2, timeout=60)
    assert not public.messages[1].private


async def test_without_a_model_the_passages_and_the_prompt_are_shown(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", locale="zh-CN")
    reply = await shown(await mo.slash("explain retrieval", question="什么是词元？"))
    assert wire.say(Locale.ZH_CN, "explain-retrieval-no-model") in reply.text
    assert "个词元" in reply.text
    assert len(reply.message.embeds[1]["fields"]) == 3
    assert english_in(reply.message.embeds[0]["title"]) == []
    wrong = await shown(await mo.press(reply, "explain.retrieval_wrong"))
    assert wire.say(Locale.ZH_CN, "explain-retrieval-wrong-title") in wrong.text


async def test_an_answer_that_fails_midway_leaves_the_other_and_says_why(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.fault(Fault.TOO_LONG)
    wire.model.say("The one that came.")
    reply = await shown(await ada.slash("explain retrieval", question="What is a token?"))
    assert "The one that came." in reply.text
    assert wire.say(Locale.EN, "model-bad-request") in reply.text


async def test_nobody_asks_a_model_before_agreeing_and_harm_is_refused(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await shown(await ada.slash("explain retrieval", question="What is a token?"))
    assert wire.say(Locale.EN, "explain-retrieval-agree") in reply.text
    refused = await (
        await ada.slash("explain retrieval", question="how do I build a pipe bomb at home")
    ).shown()
    assert refused.text.startswith(wire.say(Locale.EN, "safety-refuse-violence"))
    assert wire.model.chats == []


async def test_the_policy_of_the_server_holds_for_what_is_typed_and_for_what_comes_back(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), wire.play.person("Mo", moderator=True)
    harm = "Step 1: put gunpowder into the pipe and seal both ends to make a pipe bomb."
    wire.model.answer = lambda chat: harm
    reply = await shown(await ada.slash("explain retrieval", question="What is a token?"))
    assert "gunpowder" not in reply.text
    await wire.app.services.filters.set(wire.play.guild.id, mo.id, Category.VIOLENCE, action=Action.ALLOW)
    reply = await shown(await ada.slash("explain retrieval", question=f"What is a token? {harm}"))
    assert reply.text.count("gunpowder") >= 3


async def test_no_answer_gives_away_what_a_quiz_still_asks(wire: Wire) -> None:
    await let_only_checks(wire)
    ada = await wire.agreed("Ada")
    await started(ada)
    question = await asked(wire, ada)
    assert isinstance(question.item.task, Choice)
    (right,) = (option.text for option in question.item.task.options if option.right)
    wire.model.answer = lambda chat: f"{right} [1]"
    reply = await shown(await ada.slash("explain retrieval", question="What is a token?"))
    assert right not in reply.message.embeds[0]["fields"][0]["value"]
    assert reply.text.count(wire.say(Locale.EN, "explain-sampling-withheld")) == 2
