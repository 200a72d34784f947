"""/teach question: a server's own questions, from the first draft to the learners."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from bot.texts.locales import Locale
from playground import Person, Reply
from playground.slash import File
from tests.doubles.model_server import Recorded
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
FORM = {
    "stem": "What does a zebrafish tokenizer cut a text into?",
    "answers": "* Pieces that occur often | Frequent runs are one piece.\n"
    "- Whole sentences of it | Far too many would be needed.\n"
    "- The pages it stands on | Paper plays no part here.",
    "hints": "Think of rare words.",
}
FLAWED = FORM | {"stem": "Which is the zebra?", "answers": "- Stripes | no\n- Dots | no\n- Checks | no"}
GIFT = "::zebra:: What has stripes? {=a zebra#It has them. ~a lion#It has none. ~a fish#Few have them.}\n"


def moderator(wire: Wire, locale: Locale = Locale.EN) -> Person:
    return wire.play.person("Mo", locale=DISCORD[locale], moderator=True)


async def done(person: Person, command: str, **options: Any) -> Reply:
    return await (await person.slash(f"teach question {command}", **options)).shown()


async def written(mo: Person, form: dict[str, str]) -> Reply:
    return await (await mo.submit(await mo.slash("teach question new", lesson=LLM), form)).shown()


async def rows(wire: Wire, sql: str) -> list[tuple[object, ...]]:
    async def unit(connection: Any) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await connection.execute(text(sql))]

    return await wire.app.database.read(unit)


async def own(wire: Wire) -> list[tuple[object, ...]]:
    return await rows(wire, "SELECT state, version FROM quiz_items WHERE server_id != 0 ORDER BY position")


async def test_a_learner_is_refused_everywhere_and_learns_no_questions(wire: Wire) -> None:
    mo, ada = moderator(wire), wire.play.person("Ada", locale="zh-CN")
    sheet = await written(mo, FORM)
    refused = wire.say(Locale.ZH_CN, "common-moderators-only")
    for command, options in {
        "new": {"lesson": LLM},
        "review": {},
        "stats": {},
        "export": {},
        "generate": {"lesson": LLM},
        "retire": {"question": "x"},
    }.items():
        reply = await (await ada.slash(f"teach question {command}", hidden=True, **options)).shown()
        assert reply.private and reply.text == refused
    assert await ada.choices("teach question edit", question="", hidden=True) == []
    wire.play.guild.members[mo.id].roles.clear()
    pressed = await mo.press(sheet, "Approve")
    await pressed.until(lambda reply: wire.say(Locale.EN, "common-moderators-only") in reply.text)
    assert await own(wire) == [("draft", 1)]


@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_TW])
async def test_a_question_is_written_approved_asked_changed_and_retired(wire: Wire, locale: Locale) -> None:
    mo = moderator(wire, locale)
    sheet = await written(mo, FORM)
    assert sheet.private and wire.say(locale, "teach-question-state-draft") in sheet.text
    assert await own(wire) == [("draft", 1)]
    await wire.restart()
    before = sheet.screen()
    await mo.press(sheet, "tq.decide")
    await sheet.until(lambda sheet: sheet.screen() != before)
    assert wire.say(locale, "teach-question-now-published") in sheet.text
    assert await own(wire) == [("published", 1)]
    (choice,) = await mo.choices("teach question edit", question="zebrafish")
    form = await mo.slash("teach question edit", question=choice["value"])
    later = await mo.slash("teach question edit", question=choice["value"])
    changed = await (await mo.submit(form, FORM | {"hints": "Think of frequent words."})).shown()
    assert wire.say(locale, "teach-question-state-published") in changed.text
    late = await (await mo.submit(later, FORM | {"hints": "Mine."})).shown()
    assert late.text == wire.say(locale, "teach-question-changed-meanwhile")
    assert "Mine." in late.message.attachments[0].data.decode()
    assert await own(wire) == [("published", 2)]
    await done(mo, "retire", question=choice["value"])
    assert await own(wire) == [("retired", 2)]
    assert locale is Locale.EN or english_in(late.text) == []


async def test_a_grave_flaw_stands_in_the_way_and_is_said_in_words(wire: Wire) -> None:
    mo = moderator(wire)
    sheet = await written(mo, FLAWED)
    assert "⛔" in sheet.text
    (approve,) = [it for it in sheet.components if it.get("label") == "Approve"]
    assert approve["disabled"]
    given_back = await written(mo, FORM | {"answers": "nothing but one line"})
    assert (
        given_back.text.startswith(wire.say(Locale.EN, "teach-question-no-question"))
        or "⛔" in given_back.text
    )


async def test_a_file_comes_in_whole_or_not_at_all_and_goes_out_as_it_came(wire: Wire) -> None:
    mo = moderator(wire)
    broken = await done(
        mo, "import", lesson=LLM, file=File("q.gift", (GIFT + "\n::b:: What? {=a ~b\n").encode())
    )
    assert "Line" in broken.text and await own(wire) == []
    taken = await done(mo, "import", lesson=LLM, file=File("q.gift", GIFT.encode()))
    assert taken.text.startswith("1 question taken in")
    await done(mo, "import", lesson=LLM, file=File("q.gift", GIFT.encode()))
    assert await own(wire) == [("published", 1)]
    for wanted in ("gift", "moodle", "json", "csv", "yaml"):
        out = await done(mo, "export", format=wanted)
        (file,) = out.message.attachments
        back = await done(mo, "import", lesson=LLM, format=wanted, file=File(file.filename, file.data))
        assert back.text.startswith("1 question taken in"), wanted
    assert await own(wire) == [("published", 1)]
    deck = await done(mo, "export", format="apkg")
    assert deck.message.attachments[0].filename == "questions.apkg"
    assert (await done(mo, "import", lesson=LLM, file=File("q.bin", b"x"))).text == wire.say(
        Locale.EN, "teach-question-unknown-format"
    )
    large = await done(mo, "import", lesson=LLM, file=File("q.gift", b"x" * 1_100_000))
    assert await own(wire) == [("published", 1)] and large.text


async def test_drafts_without_a_model_wait_for_a_moderator_one_by_one(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = moderator(wire, Locale.ZH_CN)
    reply = await done(mo, "generate", lesson=LLM, count=2)
    assert "连不上模型" in reply.text and await own(wire) == [("draft", 1), ("draft", 1)]
    review = await done(mo, "review")
    assert wire.say(Locale.ZH_CN, "teach-question-drafts-left", count=2) in review.text
    before = review.screen()
    await mo.press(review, "不要")
    await review.until(lambda review: review.screen() != before)
    assert sorted(await own(wire)) == [("draft", 1), ("retired", 1)]
    before = review.screen()
    await mo.press(review, "批准")
    await review.until(lambda review: review.screen() != before)
    assert wire.say(Locale.ZH_CN, "teach-question-no-drafts") in review.text
    assert sorted(await own(wire)) == [("published", 1), ("retired", 1)]


def drafting_model(asked: str) -> str:
    """Writes three drafts: a sound one, the same again, and one whose key nobody finds; solves what it can."""
    good = {
        "stem": "Why may a rare word cost a model more than a frequent one?",
        "options": [
            {
                "text": "It is cut into several pieces",
                "right": True,
                "why": "Rare words have no piece of their own.",
            },
            {
                "text": "It is looked up on the web",
                "right": False,
                "why": "Nothing is looked up while reading.",
            },
            {"text": "It is read a second time", "right": False, "why": "Each piece is read in one pass."},
            {
                "text": "It is translated first of all",
                "right": False,
                "why": "No language goes before another.",
            },
        ],
        "hint": "Think of how text enters the model.",
    }
    doubtful = good | {
        "stem": "How does sampling choose among the candidates?",
        "options": [
            {
                "text": "By the length of each word",
                "right": True,
                "why": "So the draft claims, and it is wrong.",
            },
            {"text": "By drawing lots of likely ones", "right": False, "why": "So it would be in truth."},
            {"text": "By asking the person who writes", "right": False, "why": "Nobody is asked about it."},
        ],
    }
    if "You write single-choice questions" in asked:
        return json.dumps({"questions": [good, good, doubtful]})
    if "question is hidden" in asked:
        return json.dumps({"letter": "Z"})
    lines = [line for line in asked.splitlines() if line[1:3] == ") "]
    known = next((line[0] for line in lines if "several pieces" in line or "drawing lots" in line), "A")
    return json.dumps({"letter": known})


async def test_a_models_drafts_are_solved_blind_and_the_doubtful_dropped(wire: Wire) -> None:
    mo = moderator(wire)
    assert wire.model is not None
    wire.model.answer = lambda request: drafting_model(request.last_message)
    reply = await done(mo, "generate", lesson=LLM, count=1)
    assert reply.text.startswith("1 draft is ready"), reply.text
    assert await own(wire) == [("draft", 1)]


async def taught(wire: Wire, mo: Person, text: str) -> str:
    """A lesson of the server's own with one section; its id."""
    file = File("zebra.md", f"# Zebra\n\n## Stripes\n\n{text}\n".encode())
    await (await mo.slash("teach lesson import", file=file)).shown()
    (lesson,) = await wire.app.services.authoring.matching(wire.play.guild.id, "")
    await (await mo.slash("teach lesson publish", lesson=lesson.id)).shown()
    return lesson.id


async def test_where_the_text_gives_no_draft_it_is_said_why_and_what_to_do(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = moderator(wire)
    lesson = await taught(wire, mo, "```python\nstripes = count(zebra)\n```")
    reply = await done(mo, "generate", lesson=lesson, count=3)
    assert reply.text == wire.say(Locale.EN, "teach-question-drafted-no-text")
    seen: set[str] = set()
    for _ in range(3):  # what is a draft already is not drafted again
        await done(mo, "generate", lesson=LLM, count=10)
        stems = {
            str(row[0]) for row in await rows(wire, "SELECT item_id FROM quiz_items WHERE server_id != 0")
        }
        assert len(stems - seen) == 10
        seen = stems


async def test_drafts_of_a_model_that_goes_midway_are_kept(wire: Wire) -> None:
    mo = moderator(wire)
    assert wire.model is not None
    asked: list[str] = []

    def answer(request: Recorded) -> str:
        if "You write single-choice questions" in request.last_message:
            asked.append(request.last_message)
            if len(asked) > 1:
                return "no question at all"
        return drafting_model(request.last_message)

    wire.model.answer = answer
    reply = await done(mo, "generate", lesson=LLM, count=3)
    assert reply.text.startswith("1 draft is ready"), reply.text


async def test_a_draft_whose_key_is_found_without_its_question_is_dropped(wire: Wire) -> None:
    mo = moderator(wire)
    assert wire.model is not None
    wire.model.answer = lambda request: drafting_model(request.last_message.replace("is hidden", "is plain"))
    lesson = await taught(
        wire, mo, "A rare word is cut into several pieces, a frequent one is a piece of its own."
    )
    reply = await done(mo, "generate", lesson=lesson, count=1)
    assert reply.text.startswith("No draft held") and await own(wire) == []


async def test_figures_come_from_first_answers_and_not_from_fewer_than_five(wire: Wire) -> None:
    from bot.learners.values import LearnerKey
    from bot.quiz.attempts.answers import NOT_SURE
    from bot.quiz.bank_values import ItemState

    mo, services = moderator(wire), wire.app.services
    await done(mo, "import", lesson=LLM, file=File("q.gift", GIFT.encode()))
    (owned,) = await services.questions.all(wire.play.guild.id, Locale.EN, (ItemState.PUBLISHED,))

    async def answered(user: int) -> None:
        key = LearnerKey(wire.play.guild.id, user)
        section = owned.item.section_id
        for _ in range(40):
            sheet = await services.quizzes.one_for(key, Locale.EN, lesson_id=LLM, section_id=section)
            assert sheet is not None and sheet.question is not None
            place = sheet.question.place
            await services.quizzes.answer(key, sheet.attempt.id, 1, lambda question: NOT_SURE)
            if place == owned.place:
                return

    for user in range(4):
        await answered(900 + user)
    few = await done(mo, "stats", question=owned.handle)
    assert few.text == wire.say(Locale.EN, "teach-question-too-few", least=5)
    await answered(904)
    figures = await done(mo, "stats", question=owned.handle)
    assert "5 answers, 0 % right" in figures.text


@pytest.mark.parametrize("locale", list(Locale))
async def test_what_is_wrong_with_a_file_is_said_with_its_line_in_ones_own_language(
    wire: Wire, locale: Locale
) -> None:
    mo = moderator(wire, locale)
    broken = GIFT + "\n::open:: What is left open? {=this ~that\n"
    reply = await done(mo, "import", lesson=LLM, file=File("broken.gift", broken.encode()))
    assert wire.say(locale, "question-file-gift-open-brace") in reply.text and "3" in reply.text
    table = "stem,right,option 1,option 2\nWhat is it?,7,this,that\n"
    reply = await done(mo, "import", lesson=LLM, file=File("broken.csv", table.encode()))
    assert "7" in reply.text
    assert locale is Locale.EN or english_in(reply.text) == []
    assert await own(wire) == []
