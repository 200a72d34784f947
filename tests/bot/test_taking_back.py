"""What moderators do with lessons, questions and challenges stands in the record, and is taken back from there."""

import asyncio

import pytest

from bot.ids import RandomIds
from bot.lessons.authoring import Authoring, State, Step
from bot.lessons.authoring.forms import Answers
from bot.lessons.library import Library
from bot.lessons.links import Links
from bot.lessons.links import store as link_store
from bot.lessons.tokens import question_tokens
from bot.reports.undoing import undo_with
from bot.safety import Guard
from bot.servers.acting import CannotUndo, ChangedSince, NothingToUndo, NotTheLast, Signature, Undo, Wanted
from bot.servers.acting import store as acting_store
from bot.servers.filters import ServerFilters
from bot.servers.settings import Moderator, ServerSettings
from bot.servers.settings import store as settings_store
from bot.settings import Settings
from bot.storage import Connection, Database
from bot.texts.locales import Locale
from tests.doubles.model_desk import StillClock

HERE, MO, FLO = 71, 1, 2
OPERATOR = Settings(_env_file=None)  # type: ignore[call-arg]  # an argument that type checkers are not told of
CLOCK = StillClock()


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard()


@pytest.fixture
def authoring(database: Database, guard: Guard) -> Authoring:
    return Authoring(database, CLOCK, RandomIds(), guard, Library(database, CLOCK, guard))


@pytest.fixture
def links(database: Database) -> Links:
    return Links(database, CLOCK)


@pytest.fixture
def undo(database: Database, guard: Guard, links: Links) -> Undo:
    ids = RandomIds()
    settings = ServerSettings(database, CLOCK, ids, guard, OPERATOR)
    return undo_with(database, CLOCK, ids, settings, ServerFilters(database, CLOCK, ids), links)


def by(user: int = MO) -> Signature:
    return Signature(HERE, user, RandomIds().new(), CLOCK.now())


def written(words: str) -> Answers:
    return Answers(title="提示词", heading="Basics", boxes=(words,))


async def deeds(database: Database) -> list[str]:
    found = await database.read(lambda it: acting_store.entries(it, HERE, Wanted(), most=50))
    return [one.action for one in reversed(found)]


async def take_back(undo: Undo, user: int = MO) -> None:
    last = await undo.last(HERE)
    assert last.can is not None
    await undo.take_back(HERE, user, last.can.number)


@pytest.mark.loop_may_block("dictionaries are read for the first time")
async def test_every_step_of_a_lesson_is_recorded_and_taken_back_in_turn(
    authoring: Authoring, undo: Undo, database: Database
) -> None:
    saved = await authoring.writing.begin(HERE, MO, Locale.ZH_CN, written("写清楚要求。"))
    lesson = saved.lesson_id
    assert await authoring.publish(HERE, lesson, by()) == (Step.PUBLISHED, 1)
    await authoring.unpublish(HERE, lesson, by())
    await authoring.delete(HERE, lesson, by(FLO))
    assert await deeds(database) == [
        "lesson.written",
        "lesson.published",
        "lesson.unpublished",
        "lesson.deleted",
    ]
    await take_back(undo)
    assert (await authoring.own(HERE, lesson)).state is State.DRAFT
    await take_back(undo)
    assert (await authoring.own(HERE, lesson)).published == 1
    await take_back(undo)
    assert (await authoring.own(HERE, lesson)).published is None
    await take_back(undo)
    assert await authoring.matching(HERE, "") == ()
    with pytest.raises(NothingToUndo):
        await undo.last(HERE)
    assert (await deeds(database))[4:] == ["undo"] * 4


async def test_which_section_answers_a_question_is_taken_back_to_what_was_named_before_and_to_nothing(
    links: Links, undo: Undo, database: Database
) -> None:
    question = "How are tokens counted?"

    async def named() -> str | None:
        asked = question_tokens(question)
        link = await database.read(lambda connection: links.of(connection, HERE, asked))
        return link and link.section_id

    for section in ("cost", "counting", "counting"):
        where = {"lesson_id": "how-llms-work", "section_id": section}
        assert await links.teach(HERE, "turn", 9, question, **where, by=by())
    assert await deeds(database) == ["search.taught"] * 2 and await named() == "counting"
    await take_back(undo)
    assert await named() == "cost"
    await take_back(undo)
    assert await named() is None


async def test_a_section_for_words_that_their_writer_erased_since_cannot_be_taken_back(
    links: Links, undo: Undo, database: Database
) -> None:
    await links.teach(HERE, "turn", 9, "How are tokens counted?", lesson_id="a", section_id="b", by=by())
    await database.write(lambda connection: link_store.remove(connection, "turn"))
    with pytest.raises(CannotUndo):
        await take_back(undo)


async def test_two_moderators_take_one_change_back_once_and_not_what_was_changed_since(
    undo: Undo, database: Database, guard: Guard
) -> None:
    settings = ServerSettings(database, CLOCK, RandomIds(), guard, OPERATOR)
    mo = Moderator(HERE, MO, manages=True)
    await settings.set(mo, "turns_days", "30")
    await settings.set(mo, "turns_days", "31")
    number = (await undo.last(HERE)).change.number
    results = await asyncio.gather(
        *(undo.take_back(HERE, user, number) for user in (MO, FLO, 3)), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in results) == ["AuditEntry", "NotTheLast", "NotTheLast"]
    await settings.refresh(HERE)
    assert (await settings.get(HERE)).values["turns_days"] == 30
    first = (await undo.last(HERE)).change
    await database.write(unexplained)
    with pytest.raises(ChangedSince):
        await undo.take_back(HERE, MO, first.number)
    with pytest.raises(NotTheLast):
        await undo.take_back(HERE, MO, number)


async def unexplained(connection: Connection) -> None:
    """A version that nothing in the record explains, as an older program may have left it."""
    await settings_store.add_version(connection, HERE, 9, {"turns_days": 77}, actor="?", now=CLOCK.now())
