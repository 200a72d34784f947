"""Reports and what moderators make of them, as the reporter, two moderators and the asker see it."""

import asyncio

from bot.reports.review import CaseGone, CaseTaken, Decided, State
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.doubles.moderating.meaning import audit
from tests.wire.conftest import Wire, english_in

QUESTION = "What is a token?"
WRONG = "A token is always exactly one word [1]."
RIGHT = "A token is a piece of text, often shorter than a word [1]."
CRISIS = "I want to kill myself tonight"


async def reported(wire: Wire, person: Person, reply: Reply, remark: str = "Not one word each") -> None:
    more = await (await person.press(reply, "ask.more")).shown()
    form = await person.press(more, "ask.report")
    await (await person.submit(form, {"remark": remark})).shown()


async def queue(moderator: Person) -> Reply:
    return await (await moderator.slash("server queue")).shown()


async def corrected(wire: Wire, moderator: Person, text: str = RIGHT) -> Reply:
    page = await queue(moderator)
    claimed = await moderator.press(page, "queue.claim")
    await page.until(lambda page: page.has_button("queue.correct"))
    form = await moderator.press(page, "queue.correct")
    assert claimed is not None
    return await (await moderator.submit(form, {"correction": text})).shown()


async def test_a_private_answer_is_corrected_and_its_asker_hears_of_it_at_their_next_interaction(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    mo, kim = wire.play.person("Mo", moderator=True), wire.play.person("Kim", moderator=True)
    wire.model.say(WRONG)
    reply = await wire.ask(ada, QUESTION)
    await reported(wire, ada, reply)

    page = await queue(mo)
    assert WRONG.split(" [")[0] in page.text and "Not one word each" in page.text
    assert QUESTION not in page.text and "Ada" not in page.text and str(ada.id) not in page.text
    other_page = await queue(kim)
    await mo.press(page, "queue.claim")
    await page.until(lambda page: page.has_button("queue.uphold"))
    too_late = await kim.press(other_page, "queue.claim")
    await too_late.until(lambda reply: wire.say(Locale.EN, "review-taken") in reply.text)
    form = await mo.press(page, "queue.correct")
    refused = await (
        await mo.submit(form, {"correction": "Here is how to build a pipe bomb at home"})
    ).shown()
    assert refused.text == wire.say(Locale.EN, "review-correction-unsafe")
    done = await (await mo.submit(form, {"correction": RIGHT})).shown()
    assert wire.say(Locale.EN, "review-done-corrected") in done.text
    again = await (await mo.submit(form, {"correction": WRONG})).shown()
    assert again.text == wire.say(Locale.EN, "review-gone")

    section = done.components and next(
        option["value"] for part in done.components for option in part.get("options", ())
    )
    await mo.choose(done, "", section)
    await done.until(lambda done: wire.say(Locale.EN, "review-link-kept") in done.text)

    later = await (await ada.slash("memory show")).shown()
    await later.until(lambda later: RIGHT in later.text)
    assert wire.say(Locale.EN, "review-notice-corrected") in later.text
    quiet = await (await ada.slash("memory show")).shown()
    assert RIGHT not in quiet.text

    wire.model.say("It is so [1].")
    await wire.ask(ada, "And what else about a token?")
    assert "often shorter than a word" in wire.prompt and "exactly one word" not in wire.prompt
    evidence = await wire.app.services.retriever.search(
        "what is a token", server_id=wire.play.guild.id, locale=Locale.EN
    )
    assert f"{evidence.passages[0].lesson_id}#{evidence.passages[0].section_id}" == section


async def test_a_public_answer_is_changed_where_it_stands_and_a_dismissed_one_is_not(wire: Wire) -> None:
    ada, bo = await wire.agreed("Ada"), await wire.agreed("Bo", locale="zh-CN")
    mo = wire.play.person("Mo", locale="zh-CN", moderator=True)
    wire.model.say(WRONG)
    reply = await wire.ask(ada, QUESTION, share=True)
    shown = next(message for message in reply.messages if WRONG in message.content)
    thanks = await (await bo.menu("Report to moderators", shown)).shown()
    assert wire.say(Locale.ZH_CN, "ask-reported") in thanks.text and thanks.private
    form = await bo.press(thanks, "report.say")
    await (await bo.submit(form, {"remark": "不是每个词都是一个词元"})).shown()
    page = await queue(mo)
    assert "不是每个词都是一个词元" in page.text and english_in(page.text.replace(WRONG, "")) == [
        *english_in(
            "\n".join(line for line in page.text.splitlines() if line.startswith(">")).replace(WRONG, "")
        )
    ]
    done = await corrected(wire, mo)
    assert wire.say(Locale.ZH_CN, "review-reached-channel") in done.text
    assert RIGHT in shown.content and WRONG not in shown.content
    assert wire.say(Locale.EN, "review-corrected-footer") in shown.content
    news = await (await bo.slash("help")).shown()
    await news.until(lambda news: wire.say(Locale.ZH_CN, "review-notice-upheld") in news.text)

    wire.model.say("A model predicts the next token [1].")
    reply = await wire.ask(ada, "What does a language model predict?", share=True)
    before = reply.messages[-1].content
    await reported(wire, ada, reply, "I do not like it")
    page = await queue(mo)
    await mo.press(page, "queue.claim")
    await page.until(lambda page: page.has_button("queue.dismiss"))
    await mo.press(page, "queue.dismiss")
    await page.until(lambda page: wire.say(Locale.ZH_CN, "review-done-dismissed") in page.text)
    assert reply.messages[-1].content == before


async def test_an_upheld_direct_message_is_taken_back_and_an_asker_who_wants_it_is_written_to(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    mo = wire.play.person("Mo", moderator=True)
    wire.model.say(WRONG)
    reply = await wire.ask(ada, QUESTION)
    more = await (await ada.press(reply, "ask.more")).shown()
    form = await ada.press(more, "ask.report")
    thanks = await (await ada.submit(form, {})).shown()
    agreed = await (await ada.press(thanks, "report.tell_me")).shown()
    assert wire.say(Locale.EN, "ask-will-tell") in agreed.text
    page = await queue(mo)
    await mo.press(page, "queue.claim")
    await page.until(lambda page: page.has_button("queue.uphold"))
    await mo.press(page, "queue.uphold")
    await page.until(lambda page: wire.say(Locale.EN, "review-done-upheld") in page.text)
    assert any(
        wire.say(Locale.EN, "review-notice-withdrawn") in message.content
        for message in wire.play.world.messages.values()
        if message.channel is ada.dms
    )
    turn = (await wire.app.services.memory.show(await _key(wire, ada))).latest[0]
    assert WRONG not in turn.answer


async def test_a_crisis_message_is_never_put_before_moderators_and_learners_never_see_the_queue(
    wire: Wire,
) -> None:
    ada, bo = await wire.agreed("Ada"), wire.play.person("Bo")
    mo = wire.play.person("Mo", moderator=True)
    message = await ada.say(CRISIS)
    told = await (await bo.menu("Report to moderators", message)).shown()
    assert told.text == wire.say(Locale.EN, "ask-reported-crisis")
    rude = await ada.say("You are all idiots, write me at ada.lovelace@gmail.com")
    await (await bo.menu("Report to moderators", rude)).shown()
    page = await queue(mo)
    assert "idiots" in page.text and "kill" not in page.text and "lovelace" not in page.text
    refused = await (await bo.slash("server queue", hidden=True)).shown()
    assert refused.text == wire.say(Locale.EN, "common-moderators-only")
    for button in ("queue.claim", "queue.hits"):
        custom_id = next(
            part["custom_id"] for part in page.components if part.get("custom_id", "").startswith(button)
        )
        assert custom_id.split(":")[0] in wire.app.client.router.names


async def _key(wire: Wire, person: Person):  # type: ignore[no-untyped-def]  # a key of the bot's own
    from bot.learners.values import LearnerKey

    return LearnerKey(wire.play.guild.id, person.id)


async def test_however_many_moderators_decide_at_once_a_case_is_decided_once(wire: Wire) -> None:
    ada, here, review = await wire.agreed("Ada"), wire.play.guild.id, wire.app.services.review
    wire.model.say(WRONG)
    answer = await wire.ask(ada, QUESTION)
    await reported(wire, ada, answer)
    (case,) = (await review.queue(here, 1)).waiting
    right = wire.app.services.guard.quote(RIGHT)
    tries = [
        decide
        for moderator in range(1, 6)
        for decide in (
            review.decide(here, moderator, case.id, State.UPHELD),
            review.decide(here, moderator, case.id, State.DISMISSED),
            review.correct(here, moderator, case.id, right),
        )
    ]
    results = await asyncio.gather(*tries, return_exceptions=True)
    decided = [one for one in results if isinstance(one, Decided)]
    assert len(decided) == 1 and all(isinstance(one, Decided | CaseGone | CaseTaken) for one in results)
    entries = await audit(wire.app, here)
    assert [one.action.partition(".")[0] for one in entries] == ["queue"]
