"""/progress and /leaderboard: one's own standing for oneself, a board by alias for who wants it."""

import csv
import io
import json
import zipfile
from typing import Any

import pytest

from bot.learners.values import LearnerKey
from bot.quiz.attempts.answers import Answer
from bot.quiz.attempts.values import Confidence, Mode, Question
from bot.quiz.items import Choice
from bot.quiz.reviews.taking_along import CardFormat
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


@pytest.fixture(autouse=True)
async def only_checks(wire: Wire) -> None:
    """The checks of the sections, which are answered by one letter, are the whole bank."""
    from bot.quiz import store
    from bot.quiz.bank_values import ItemState

    async def unit(connection: Any) -> None:
        for entry in await store.entries(connection, {0}):
            if not entry.place.item_id.startswith("check-"):
                await store.set_state(connection, entry.place, ItemState.RETIRED)

    await wire.app.database.write(unit)


def right(question: Question) -> Answer:
    task = question.item.task
    assert isinstance(task, Choice)
    return Answer(chosen=tuple(task.key))


async def answered(wire: Wire, person: Person, count: int) -> None:
    """So many questions, all of them rightly."""
    quizzes = wire.app.services.quizzes
    key = LearnerKey(wire.play.guild.id, person.id)
    sheet = await quizzes.start(key, Locale.EN, lesson_id=LLM, mode=Mode.PRACTICE, length=count)
    for number in range(1, count + 1):
        await quizzes.sure(key, sheet.attempt.id, number, Confidence.FAIRLY)
        await quizzes.answer(key, sheet.attempt.id, number, right)
        await quizzes.go_on(key, sheet.attempt.id, number)


async def shown(person: Person, command: str, **options: Any) -> Reply:
    return await (await person.slash(command, **options)).shown()


@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_TW])
async def test_progress_is_a_picture_and_the_same_in_words(wire: Wire, locale: Locale) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    empty = await shown(ada, "progress show")
    assert empty.private and empty.text == wire.say(locale, "progress-empty")
    await answered(wire, ada, 3)
    reply = await shown(ada, "progress show")
    assert reply.private
    (file,) = reply.message.attachments
    assert file.filename == "progress.png" and file.description
    surely = wire.say(locale, "quiz-calibration-fairly", given=3, right=3)
    assert surely in reply.text and surely in file.description  # the picture shows it, so its words say it
    assert wire.say(locale, "progress-cards", cards=3, due=0) in reply.text
    assert wire.say(locale, "progress-beside-none") in reply.text
    assert "%" in reply.text
    assert locale is Locale.EN or english_in(reply.text) == []


async def test_where_files_are_refused_progress_comes_in_words_alone(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    await answered(wire, ada, 3)
    wire.play.faults.fail_next("PATCH /webhooks", 403, code=50013)
    reply = await shown(ada, "progress show")
    assert reply.message.attachments == [] and not reply.message.embeds[0].get("image")
    assert wire.say(Locale.EN, "progress-cards", cards=3, due=0) in reply.text


@pytest.mark.parametrize("wanted", list(CardFormat))
async def test_own_cards_are_taken_along_and_nobody_elses(wire: Wire, wanted: CardFormat) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("莫", locale="zh-CN")
    assert (await shown(mo, "progress export")).text == wire.say(Locale.ZH_CN, "progress-no-cards")
    await answered(wire, ada, 2)
    await answered(wire, mo, 1)
    reply = await shown(mo, "progress export", format=wanted.value)
    (file,) = reply.message.attachments
    content = file.data
    assert file.filename == f"my-cards.{wanted}"
    match wanted:
        case CardFormat.JSON:
            assert len(json.loads(content)) == 1
        case CardFormat.CSV:
            assert len(list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))) == 1
        case CardFormat.APKG:
            assert "collection.anki2" in zipfile.ZipFile(io.BytesIO(content)).namelist()


@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_TW])
async def test_a_board_shows_aliases_only_of_those_who_joined_and_loses_them_at_once(
    wire: Wire, locale: Locale
) -> None:
    ada, mo, lee = (wire.play.person(name, locale=DISCORD[locale]) for name in ("Ada", "Mo", "Lee"))
    for person, count in ((ada, 2), (mo, 1), (lee, 3)):
        await answered(wire, person, count)
    assert (await shown(ada, "leaderboard show")).text == wire.say(locale, "leaderboard-empty")
    await shown(ada, "leaderboard join", alias="Night Owl")
    await shown(mo, "leaderboard join", alias="夜猫子")
    board = await shown(mo, "leaderboard show", lesson=LLM)
    assert board.private and "🥇 Night Owl" in board.text and "🥈 **夜猫子**" in board.text
    assert "Ada" not in board.text and "Lee" not in board.text
    left = await shown(ada, "leaderboard leave")
    assert left.text == wire.say(locale, "leaderboard-left")
    assert "Night Owl" not in (await shown(mo, "leaderboard show")).text
    assert locale is Locale.EN or english_in(left.text) == []


async def test_an_alias_passes_the_filters_and_is_nobody_elses(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    assert "on the board" in (await shown(ada, "leaderboard join", alias="Night Owl")).text
    for alias, key in {
        "ｎｉｇｈｔ owl": "leaderboard-alias-taken",
        "call 415-555-2671": "leaderboard-alias-refused",
        "@everyone": "leaderboard-alias-unfit",
        "-- --": "leaderboard-alias-unfit",
    }.items():
        reply = await shown(mo, "leaderboard join", alias=alias)
        values = {"least": 2, "most": 24} if key.endswith("unfit") else {}
        assert reply.text == wire.say(Locale.EN, key, **values), alias
    assert (await shown(mo, "leaderboard leave")).text == wire.say(Locale.EN, "leaderboard-not-there")
    assert "Night Owl" in (await shown(mo, "leaderboard show")).text
    await wire.app.services.personal.erase(ada.id)
    assert (await shown(mo, "leaderboard show")).text == wire.say(Locale.EN, "leaderboard-empty")
