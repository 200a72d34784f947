"""/lesson: the list, the reader that remembers the place, and the next sensible step."""

import pytest
from sqlalchemy import text

from bot.learners.values import LearnerKey
from bot.lessons.values import Lesson
from bot.quiz.attempts.answers import NOT_SURE
from bot.quiz.attempts.values import Mode
from bot.storage import Connection
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def lesson_of(wire: Wire, lesson_id: str = LLM, locale: Locale = Locale.EN) -> Lesson:
    lesson = await wire.app.services.library.lesson(0, lesson_id, locale)
    assert lesson is not None
    return lesson


def heading(reply: Reply) -> str:
    """The heading of the page that is open."""
    return str(reply.messages[-1].embeds[0]["title"])


async def opened(person: Person, **options: object) -> Reply:
    reply = await person.slash("lesson read", **options)
    return await reply.until(lambda reply: reply.messages and reply.messages[-1].embeds)


async def pressed(person: Person, page: Reply, button: str) -> None:
    """Press a button and wait until something else stands on the screen."""
    before = page.screen()
    await person.press(page, button)
    await page.until(lambda page: page.screen() != before)


async def to_the_end(person: Person, page: Reply) -> Reply:
    """Press on to the end of the section that is open."""
    while (
        page.has_button("lesson.page") and "Next ▶" in page.buttons and not page.has_button("lesson.onward")
    ):
        await pressed(person, page, "Next ▶")
    return page


async def onward(person: Person, page: Reply) -> None:
    await pressed(person, page, "lesson.onward")


@pytest.mark.parametrize("locale", list(Locale))
async def test_the_list_names_every_lesson_in_the_learners_language(wire: Wire, locale: Locale) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    listed = await (await ada.slash("lesson list")).shown()
    assert listed.private
    lessons = await wire.app.services.library.lessons(0, locale)
    assert lessons and all(lesson.title in listed.text for lesson in lessons)
    assert len(listed.text) <= 2000
    assert (
        locale is Locale.EN or english_in(listed.screen().replace("Tutor (only you can see this)", "")) == []
    )


async def test_a_lesson_is_read_from_its_first_section_page_by_page(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    lesson = await lesson_of(wire)
    page = await opened(ada, lesson=LLM)
    assert page.private
    assert heading(page) == lesson.sections[0].heading
    assert f"Section 1 of {len(lesson.sections)}" in page.text
    await to_the_end(ada, page)
    await onward(ada, page)
    assert heading(page) == lesson.sections[1].heading
    await ada.press(page, "◀ Back")
    await page.until(lambda page: heading(page) == lesson.sections[0].heading)


async def test_the_place_is_remembered_also_after_a_restart(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    lesson = await lesson_of(wire)
    page = await opened(ada, lesson=LLM)
    await ada.choose(page, "Jump to a section", lesson.sections[4].heading)
    await page.until(lambda page: heading(page) == lesson.sections[4].heading)
    await wire.restart()
    assert heading(await opened(ada, lesson=LLM)) == lesson.sections[4].heading
    reply = await (await ada.slash("lesson next")).shown()
    assert "You stopped here" in reply.text and lesson.sections[4].heading in reply.text


async def test_a_section_can_be_named(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    lesson = await lesson_of(wire)
    page = await opened(ada, lesson=LLM, section="tokens")
    assert heading(page) == lesson.section("tokens").heading


async def test_nothing_is_kept_of_somebody_who_only_reads_and_has_not_agreed(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    lesson = await lesson_of(wire)
    page = await opened(ada, lesson=LLM, section=lesson.sections[-1].id)
    await to_the_end(ada, page)
    await onward(ada, page)
    assert page.text == wire.say(Locale.EN, "reading-end-not-agreed", lesson=lesson.title)
    assert (await wire.app.services.personal.export(ada.id)).records == 0


async def test_the_end_of_a_lesson_with_sections_passed_over_says_how_many_are_left(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    lesson = await lesson_of(wire)
    page = await opened(ada, lesson=LLM, section=lesson.sections[-1].id)
    await to_the_end(ada, page)
    await onward(ada, page)
    assert f"{len(lesson.sections) - 1} sections of it are still unread" in page.text
    await ada.press(page, "Read the rest ▶")
    await page.until(lambda page: page.messages[-1].embeds)
    assert heading(page) == lesson.sections[0].heading


async def test_a_lesson_read_to_its_end_is_finished_and_leads_to_the_next(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    lesson = await lesson_of(wire)
    key = LearnerKey(wire.play.guild.id, ada.id)
    for section in lesson.sections[:-1]:
        await wire.app.services.library.mark_read(key, lesson.id, section.id)
    page = await opened(ada, lesson=LLM, section=lesson.sections[-1].id)
    await to_the_end(ada, page)
    assert "Finish ✔" in page.buttons
    await onward(ada, page)
    assert page.text == wire.say(Locale.EN, "reading-finished", lesson=lesson.title)
    await ada.press(page, "Next lesson ▶")
    await page.until(lambda page: page.messages[-1].embeds)
    assert lesson.title not in page.text
    listed = await (await ada.slash("lesson list")).shown()
    assert f"**{lesson.title}** · ✅" in listed.text


async def test_whoever_has_read_everything_is_told_so(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    key = LearnerKey(wire.play.guild.id, ada.id)
    for lesson in await wire.app.services.library.lessons(0, Locale.EN):
        for section in lesson.sections:
            await wire.app.services.library.mark_read(key, lesson.id, section.id)
    reply = await (await ada.slash("lesson next")).shown()
    assert reply.text == wire.say(Locale.EN, "reading-all-read")


async def test_a_newcomers_next_step_is_the_first_lesson(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    first = (await wire.app.services.library.lessons(0, Locale.EN))[0]
    reply = await (await ada.slash("lesson next")).shown()
    assert reply.text.startswith(wire.say(Locale.EN, "reading-next-begin", lesson=first.title))


@pytest.mark.parametrize("options", [{"lesson": "cooking"}, {"lesson": LLM, "section": "cooking"}])
async def test_an_unknown_lesson_or_section_is_said_to_be_unknown(
    wire: Wire, options: dict[str, str]
) -> None:
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("lesson read", **options)).shown()
    assert reply.text == wire.say(Locale.EN, "reading-unknown")


async def test_without_a_name_the_list_opens_and_a_lesson_can_be_picked(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    lesson = await lesson_of(wire)
    listed = await (await ada.slash("lesson read")).shown()
    await ada.choose(listed, "Open a lesson", lesson.title)
    await listed.until(lambda listed: listed.messages[-1].embeds)
    assert heading(listed) == lesson.sections[0].heading
    assert "The lessons" not in listed.text


async def test_lessons_and_sections_are_offered_in_english_and_chinese(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo", locale="zh-TW")
    assert LLM in [choice["value"] for choice in await ada.choices("lesson read", lesson="large")]
    english = await lesson_of(wire)
    chinese = await lesson_of(wire, locale=Locale.ZH_TW)
    offered = await ada.choices("lesson read", lesson=LLM, section="tok")
    assert english.section("tokens").heading in [choice["name"] for choice in offered]
    offered = await mo.choices("lesson read", lesson=LLM, section="")
    assert [choice["name"] for choice in offered] == [section.heading for section in chinese.sections]
    assert await ada.choices("lesson read", section="tok") == []


async def test_a_question_can_be_asked_about_the_open_section(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    page = await opened(ada, lesson=LLM, section="tokens")
    form = await (await ada.press(page, "Ask about this")).shown()
    wire.model.say("A token is a piece of text [1].")
    answer = await wire.ended(await ada.submit(form, {"question": "What is a token?"}))
    assert "A token is a piece of text [1]." in answer.text
    assert "Tokens" in page.text


async def test_a_question_about_a_section_before_the_agreement_waits_for_it(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    page = await opened(ada, lesson=LLM, section="tokens")
    form = await (await ada.press(page, "Ask about this")).shown()
    card = await (await ada.submit(form, {"question": "What is a token?"})).shown()
    assert card.has_button("start.agree")
    assert wire.model.requests == []


async def test_two_learners_read_at_places_of_their_own(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    lesson = await lesson_of(wire)
    await opened(ada, lesson=LLM, section="tokens")
    assert heading(await opened(mo, lesson=LLM)) == lesson.sections[0].heading


@pytest.mark.parametrize("locale", list(Locale))
async def test_every_page_of_every_lesson_fits_and_is_in_its_language(wire: Wire, locale: Locale) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    for lesson in await wire.app.services.library.lessons(0, locale):
        page = await opened(ada, lesson=lesson.id)
        while True:
            (embed,) = page.messages[-1].embeds
            total = sum(map(len, (embed["title"], embed["description"], embed["footer"]["text"])))
            assert len(embed["description"]) <= 4096 and total <= 6000
            assert embed["description"].count("```") % 2 == 0
            onward_ = next(it for it in page.components if it.get("style") == 1)
            await pressed(ada, page, onward_["custom_id"])
            if not page.messages[-1].embeds:
                break


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_the_reader_is_wholly_in_chinese(wire: Wire, locale: Locale) -> None:
    mo = await wire.agreed("Mo", locale=locale.value)
    page = await opened(mo, lesson=LLM)
    footer = page.messages[-1].embeds[0]["footer"]["text"]
    assert english_in(" ".join([footer, *page.buttons, *page.selects])) == []
    reply = await (await mo.slash("lesson next")).shown()
    assert english_in(reply.messages[-1].content) == []


async def test_in_direct_messages_the_lessons_are_the_same_with_a_place_of_their_own(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await wire.agree(ada, dm=True)
    lesson = await lesson_of(wire)
    await opened(ada, lesson=LLM, section="tokens")
    assert heading(await opened(ada, lesson=LLM, dm=True)) == lesson.sections[0].heading


async def found(person: Person, query: str) -> Reply:
    reply = await person.slash("lesson search", query=query)
    return await reply.until(lambda reply: reply.messages and (reply.messages[-1].embeds or reply.text))


@pytest.mark.parametrize(
    ("locale", "query", "marked"),
    [("en-US", "how does temperature work", "**temperature**"), ("zh-CN", "温度是什么", "**温度**")],
)
async def test_a_search_shows_passages_with_the_words_marked_and_opens_them(
    wire: Wire, locale: str, query: str, marked: str
) -> None:
    ada = wire.play.person("Ada", locale=locale)
    result = await found(ada, query)
    assert result.private
    assert marked in result.text.casefold()
    page = await ada.choose(result, "lesson.found", "how-llms-work/temperature")
    await page.until(lambda page: page.messages and page.messages[-1].embeds)
    lesson = await lesson_of(wire, locale=Locale.from_discord(locale))
    section = lesson.section("temperature")
    assert section is not None and heading(page) == section.heading
    assert marked in result.text.casefold()  # the result still stands for the next try


async def test_a_search_for_what_no_lesson_holds_says_so_and_shows_the_way_on(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    result = await found(ada, "🐢🐢")
    assert "found nothing" in result.text
    assert result.has_button("lesson.list")


async def test_a_search_for_something_else_is_not_sold_as_an_answer(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    result = await found(ada, "sourdough bread recipe temperature")
    assert "quite about" in result.text


async def test_a_search_that_pings_everybody_pings_nobody(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    result = await found(ada, "@everyone **what** is `a` token? ||boo||")
    assert "@everyone" not in result.text
    assert "**what**" not in result.text.splitlines()[0]


async def test_somebody_in_distress_who_searches_is_answered_as_a_person(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    result = await found(ada, "I want to kill myself")
    assert result.private
    assert "I'm sorry it hurts" in result.text
    assert not result.messages[-1].embeds


async def test_the_next_step_names_what_is_due_and_leads_there(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    key = LearnerKey(wire.play.guild.id, ada.id)
    quizzes = wire.app.services.quizzes
    sheet = await quizzes.start(key, Locale.EN, lesson_id=LLM, mode=Mode.PRACTICE, length=1)
    await quizzes.answer(key, sheet.attempt.id, 1, lambda question: NOT_SURE)

    async def a_day_passes(connection: Connection) -> None:
        await connection.execute(text("UPDATE quiz_review_cards SET due_at = reviewed_at"))

    await wire.app.database.write(a_day_passes)
    reply = await ada.slash("lesson next")
    await reply.until(lambda reply: reply.messages and reply.messages[-1].embeds)
    assert reply.text.startswith(wire.say(Locale.EN, "reading-next-due", count=1))
    review = await (await ada.press(reply, "Review now")).shown()
    assert review.buttons
