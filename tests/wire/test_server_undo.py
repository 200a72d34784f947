"""/server undo of what lessons and questions go through: each change shown, taken back by its button, and said in the record."""

import pytest

from bot.lessons.authoring import State
from bot.quiz.bank_values import ItemState
from bot.servers.acting import Signature
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.slash import File
from tests.doubles.moderating.meaning import differing, meant
from tests.wire.conftest import Wire, english_in
from tests.wire.test_review import QUESTION, WRONG, queue, reported

LESSON = "---\nid: zebrafish\ntitle: Zebrafish\n---\n# Zebrafish\n\n## Basics {{#basics}}\n\n{}\n"
GIFT = (
    "::zebra:: What has stripes? {=a zebra#It has them. ~a lion#It has none. ~a fish#Few have them.}\n\n"
    "::lion:: What has a mane? {=a lion#It has one. ~a zebra#A short one. ~a fish#None.}\n"
)
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def did(person: Person, command: str, **options: object) -> Reply:
    return await (await person.slash(command, **options)).shown()


async def take_back(wire: Wire, mo: Person, locale: Locale, deed: str) -> None:
    """The last change is of this sort; take it back."""
    last = await did(mo, "server undo")
    assert wire.say(locale, f"server-audit-deed-{deed}") in last.text
    assert locale is Locale.EN or english_in(last.text.replace("how-llms-work", "")) == []
    await mo.press(last, "undo.do")
    await last.until(lambda reply: wire.say(locale, "server-undo-done") in reply.text)


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_rollback_a_schedule_and_an_import_of_questions_are_taken_back_in_turn(
    wire: Wire, locale: Locale
) -> None:
    mo = wire.play.person("Mo", locale=DISCORD[locale], moderator=True)
    here, authoring = wire.play.guild.id, wire.app.services.authoring

    async def lesson(words: str) -> None:
        file = File("zebrafish.md", LESSON.format(words).encode())
        await did(mo, "teach lesson import", file=file, language="en")

    await lesson("Stripes are found first.")
    await did(mo, "teach lesson publish", lesson="zebrafish")
    await lesson("Spots are found last.")
    states = [await meant(wire.app, here)]

    await did(mo, "teach lesson rollback", lesson="zebrafish", version=1)
    states.append(await meant(wire.app, here))
    assert (await authoring.own(here, "zebrafish")).newest == 3
    await did(mo, "teach lesson publish", lesson="zebrafish", at="明天 9:00")
    tomorrow = await meant(wire.app, here)
    await did(mo, "teach lesson publish", lesson="zebrafish", at="后天 9:00")
    states.append(await meant(wire.app, here))
    assert (await authoring.own(here, "zebrafish")).publish_at is not None
    file = File("zebra.gift", GIFT.encode())
    await did(mo, "teach question import", lesson="how-llms-work", format="gift", file=file)
    questions = await wire.app.services.questions.all(here, Locale.EN, list(ItemState))
    assert len(questions) == 2

    await take_back(wire, mo, locale, "question-imported")
    found = await wire.app.services.questions.all(here, Locale.EN, list(ItemState))
    assert {one.state for one in found} == {ItemState.RETIRED}
    assert differing(states[2] | {"questions": {}}, await meant(wire.app, here) | {"questions": {}}) == {}
    await take_back(wire, mo, locale, "lesson-scheduled")
    assert (await meant(wire.app, here))["lessons"] == tomorrow["lessons"]
    assert (await authoring.own(here, "zebrafish")).publish_version == 3
    await take_back(wire, mo, locale, "lesson-scheduled")
    assert (await authoring.own(here, "zebrafish")).publish_at is None
    await wire.restart()
    await take_back(wire, mo, locale, "lesson-rolled-back")
    own = await wire.app.services.authoring.own(here, "zebrafish")
    assert own.state is State.CHANGED and own.published == 1
    assert (await meant(wire.app, here))["lessons"] == states[0]["lessons"]


@pytest.mark.parametrize("locale", list(Locale))
async def test_which_section_answers_a_question_is_taken_back(wire: Wire, locale: Locale) -> None:
    mo, here, services = (
        wire.play.person("Mo", locale=DISCORD[locale], moderator=True),
        wire.play.guild.id,
        wire.app.services,
    )
    by = Signature(here, mo.id, "mark", services.clock.now())
    before = await meant(wire.app, here)
    where = {"lesson_id": "how-llms-work", "section_id": "tokens"}
    assert await services.links.teach(here, "turn", 1, QUESTION, **where, by=by)
    shown = await did(mo, "server undo")
    assert "how-llms-work#tokens" in shown.text
    await take_back(wire, mo, locale, "search-taught")
    assert await meant(wire.app, here) == before


async def test_a_decision_about_an_answer_is_taken_back_and_the_case_decided_anew(wire: Wire) -> None:
    mo, kim, ada = (
        wire.play.person("Mo", moderator=True),
        wire.play.person("Kim", moderator=True),
        await wire.agreed("Ada"),
    )
    wire.model.say(WRONG)
    answer = await wire.ask(ada, QUESTION, share=True)
    shown = next(message for message in answer.messages if WRONG in message.content)
    await reported(wire, ada, answer)
    page = await queue(mo)
    await mo.press(page, "queue.claim")
    await page.until(lambda page: page.has_button("queue.uphold"))
    await mo.press(page, "queue.uphold")
    await page.until(lambda page: wire.say(Locale.EN, "review-done-upheld") in page.text)
    assert WRONG not in shown.content

    last = await did(kim, "server undo")
    await kim.press(last, "undo.do")
    await last.until(lambda reply: wire.say(Locale.EN, "server-undo-queue") in reply.text)
    again = await queue(kim)
    assert "Not one word each" in again.text
    await kim.press(again, "queue.claim")
    await again.until(lambda page: page.has_button("queue.correct"))
    form = await kim.press(again, "queue.correct")
    assert WRONG.split(" [")[0] in str(form.modal)
    corrected = await (await kim.submit(form, {"correction": WRONG})).shown()
    assert wire.say(Locale.EN, "review-done-corrected") in corrected.text
    assert WRONG in shown.content
    wire.model.say("Yes [1].")
    await wire.ask(ada, "And what else about a token?")
    assert "exactly one word" in wire.prompt  # what is right after all is remembered again
