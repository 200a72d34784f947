"""What learners see of lessons that moderators write, when they see it, and a way back from everything."""

from datetime import timedelta

import pytest

from bot.lessons.authoring import Authoring, LessonUnknown, State, Step
from bot.lessons.authoring.values import BuiltIn, Subject, VersionUnknown
from bot.lessons.importing import Change, Importer, Upload
from bot.lessons.library import Library
from bot.lessons.retrieval import Retriever
from bot.storage import Database
from tests.bot.lessons.authoring.drafts import (
    ADA,
    EN,
    MO,
    OTHER,
    SERVER,
    TEXT,
    MovingClock,
    begun,
    edited,
    text_of,
)


async def test_rolling_back_makes_the_old_words_the_newest_draft(authoring: Authoring) -> None:
    lesson_id = await begun(authoring)
    await edited(authoring, lesson_id, "Worse.")
    await authoring.publish(SERVER, lesson_id)
    assert await authoring.roll_back(SERVER, MO, lesson_id, 1) == (3, True)
    assert await text_of(authoring, lesson_id) == TEXT
    assert (await authoring.own(SERVER, lesson_id)).published == 2
    assert await authoring.roll_back(SERVER, MO, lesson_id, 1) == (3, False)
    with pytest.raises(VersionUnknown):
        await authoring.roll_back(SERVER, MO, lesson_id, 9)
    assert [(one.number, one.author) for one in await authoring.history(SERVER, lesson_id)] == [
        (3, MO),
        (2, ADA),
        (1, ADA),
    ]


async def test_a_version_is_published_at_its_time_and_later_words_are_not(
    authoring: Authoring, library: Library, clock: MovingClock
) -> None:
    lesson_id = await begun(authoring)
    assert await authoring.publish_later(SERVER, lesson_id, clock.now() + timedelta(hours=1)) == 1
    await edited(authoring, lesson_id, "Not yet.")
    assert await authoring.publish_due() == 0
    clock.moment += timedelta(hours=2)
    assert await authoring.publish_due() == 1
    seen = await library.section(SERVER, lesson_id, "basics", EN)
    assert seen is not None and seen.markdown == TEXT
    assert await authoring.publish_due() == 0


async def test_a_time_that_was_taken_back_publishes_nothing(
    authoring: Authoring, library: Library, clock: MovingClock
) -> None:
    first, second = await begun(authoring), await begun(authoring)
    for lesson_id in (first, second):
        await authoring.publish_later(SERVER, lesson_id, clock.now())
    assert await authoring.cancel(SERVER, first)
    await authoring.unpublish(SERVER, second)
    assert await authoring.publish_due() == 0
    assert await library.lessons(SERVER, EN) == ()


async def test_a_deleted_lesson_is_gone_for_everybody_and_can_be_brought_back_for_thirty_days(
    authoring: Authoring, library: Library, clock: MovingClock
) -> None:
    lesson_id = await begun(authoring)
    await authoring.publish(SERVER, lesson_id)
    _, until = await authoring.delete(SERVER, lesson_id)
    assert until - clock.now() == timedelta(days=30)
    assert await library.lessons(SERVER, EN) == ()
    assert await authoring.matching(SERVER, "") == ()
    for wanted in (authoring.own, authoring.exported, authoring.publish, authoring.history):
        with pytest.raises(LessonUnknown):
            await wanted(SERVER, lesson_id)
    clock.moment += timedelta(days=29)
    assert await authoring.purge() == 0
    await authoring.restore(SERVER, lesson_id)
    assert (await authoring.own(SERVER, lesson_id)).state is State.DRAFT
    await authoring.delete(SERVER, lesson_id)
    clock.moment += timedelta(days=31)
    assert await authoring.purge() == 1
    with pytest.raises(LessonUnknown):
        await authoring.restore(SERVER, lesson_id)


async def test_importing_a_deleted_lesson_brings_it_back(authoring: Authoring, importer: Importer) -> None:
    lesson_id = await begun(authoring)
    packed = await authoring.exported(SERVER, lesson_id)
    await authoring.delete(SERVER, lesson_id)
    report = await importer.take_in([Upload("x.zip", packed)], server_id=SERVER, author=MO)
    assert [(one.change, one.version) for one in report.lessons] == [(Change.CHANGED, 2)]
    assert (await authoring.history(SERVER, lesson_id))[0].author == MO


async def test_a_server_hides_a_lesson_of_the_course_for_itself_alone(
    authoring: Authoring, library: Library, database: Database, shared: str
) -> None:
    retriever = Retriever(database)
    question = "What does a tokenizer do with tokens?"
    assert await authoring.unpublish(SERVER, shared) is Step.HIDDEN
    assert shared not in [one.id for one in await library.lessons(SERVER, EN)]
    assert await library.section(SERVER, shared, "tokens", EN) is None
    assert await library.check(SERVER, shared, "tokens", EN) is None
    assert [one.id for one in await library.autocomplete(SERVER, "model", EN)] == []
    found = await retriever.search(question, server_id=SERVER, locale=EN)
    assert all(one.lesson_id != shared for one in found.passages)
    for server in (OTHER, 0):
        assert shared in [one.id for one in await library.lessons(server, EN)]
        found = await retriever.search(question, server_id=server, locale=EN)
        assert found.passages[0].lesson_id == shared
    assert await authoring.publish(SERVER, shared) == (Step.SHOWN, 0)
    assert shared in [one.id for one in await library.lessons(SERVER, EN)]


async def test_a_lesson_of_the_course_is_hidden_and_never_changed(authoring: Authoring, shared: str) -> None:
    for wanted in (authoring.exported, authoring.delete, authoring.history):
        with pytest.raises(BuiltIn):
            await wanted(SERVER, shared)


async def test_no_server_sees_or_touches_anothers_lesson(authoring: Authoring) -> None:
    lesson_id = await begun(authoring)
    for wanted in (
        authoring.own,
        authoring.exported,
        authoring.publish,
        authoring.unpublish,
        authoring.delete,
    ):
        with pytest.raises(LessonUnknown):
            await wanted(OTHER, lesson_id)
    with pytest.raises(LessonUnknown):
        await authoring.restore(OTHER, lesson_id)
    with pytest.raises(LessonUnknown):
        await authoring.roll_back(OTHER, ADA, lesson_id, 1)
    with pytest.raises(LessonUnknown):
        await authoring.writing.open(OTHER, ADA, lesson_id, EN, Subject.DETAILS)
    assert await authoring.matching(OTHER, "") == ()
