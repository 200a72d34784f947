"""Questions that do badly come into `/server queue` by themselves, and a moderator decides about each once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert, text

from bot.quiz import store
from bot.quiz.bank_values import BankPlace, ItemState
from bot.quiz.items import Choice
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
NOW = datetime(2026, 5, 1, tzinfo=UTC)


async def answered(wire: Wire, place: BankPlace, chosen: Sequence[int], key: int) -> None:
    """One first answer of each of so many people."""
    server = wire.play.guild.id

    async def unit(connection: Any) -> None:
        for person, option in enumerate(chosen, 1):
            attempt = f"a{person}{place.item_id}"[:16]
            await connection.execute(
                insert(store.attempts).values(
                    id=attempt, server_id=server, user_id=person, lessons=[LLM], mode="exam", language="en",
                    seed=1, length=1, state="finished", number=1, started_at=NOW,
                )
            )  # fmt: skip
            await connection.execute(
                insert(store.questions).values(
                    attempt_id=attempt, number=1, server_id=server, user_id=person, bank_id=place.bank_id,
                    lesson_id=place.lesson_id, item_id=place.item_id, version=1, hints=0,
                    answer={"chosen": [option], "text": "", "unsure": False}, score=float(option == key),
                    is_right=option == key, is_first=True, answered_at=NOW,
                )
            )  # fmt: skip

    await wire.app.database.write(unit)


async def choice(wire: Wire, locale: Locale = Locale.EN) -> tuple[BankPlace, str, int]:
    """A single-choice question of the built-in bank: where it is, what it asks, its key."""

    async def unit(connection: Any) -> tuple[BankPlace, str, int]:
        for entry in await store.entries(connection, {0}, lesson_ids=[LLM]):
            item = (await store.item_texts(connection, entry.place))[locale]
            if entry.kind == "single" and isinstance(item.task, Choice):
                return entry.place, item.stem, min(item.task.key)
        raise AssertionError("the lesson has no single choice")

    return await wire.app.database.read(unit)


async def is_asked(wire: Wire, place: BankPlace, server: int) -> bool:
    async def unit(connection: Any) -> bool:
        found = await store.entries(connection, {0, server}, lesson_ids=[LLM])
        return place in {entry.place for entry in found}

    return await wire.app.database.read(unit)


async def queue(mo: Person) -> Reply:
    return await (await mo.slash("server queue")).shown()


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_question_with_a_doubtful_key_is_taken_out_for_this_server_alone(
    wire: Wire, locale: Locale
) -> None:
    place, _, key = await choice(wire)
    wrong = (key + 1) % 3
    await answered(wire, place, [wrong] * 9 + [key], key)
    mo = wire.play.person("Mo", locale=DISCORD[locale], moderator=True)
    card = await queue(mo)
    assert "10" in card.text and wire.say(locale, "teach-question-suspect-wrong-key") in card.text
    await mo.press(card, "queue.claim")
    await card.until(lambda card: card.has_button(wire.say(locale, "review-button-retire")))
    await mo.press(card, wire.say(locale, "review-button-retire"))
    done = wire.say(locale, "review-question-done-upheld")
    await card.until(lambda card: done in card.text)
    assert locale is Locale.EN or english_in(done) == []
    assert not await is_asked(wire, place, wire.play.guild.id)
    assert await is_asked(wire, place, 99)
    assert wire.say(locale, "review-empty") in (await queue(mo)).text


async def test_a_question_that_was_kept_does_not_come_back(wire: Wire) -> None:
    place, stem, key = await choice(wire)
    await answered(wire, place, [(key + 1) % 3] * 12, key)
    mo = wire.play.person("Mo", moderator=True)
    card = await queue(mo)
    assert stem[:40] in card.text
    await mo.press(card, "queue.claim")
    await card.until(lambda card: card.has_button("Keep it"))
    await mo.press(card, "Keep it")
    await card.until(lambda card: "You will not be asked about it again" in card.text)
    await wire.app.services.suspects.look_everywhere()
    assert "Nothing is waiting" in (await queue(mo)).text
    assert await is_asked(wire, place, wire.play.guild.id)


async def test_before_ten_first_answers_nobody_is_alarmed_and_sound_questions_stay_out(wire: Wire) -> None:
    place, _, key = await choice(wire)
    await answered(wire, place, [(key + 1) % 3] * 9, key)
    mo = wire.play.person("Mo", moderator=True)
    assert "Nothing is waiting" in (await queue(mo)).text

    async def nothing(connection: Any) -> None:
        await connection.execute(text("DELETE FROM quiz_questions"))
        await connection.execute(text("DELETE FROM quiz_attempts"))

    await wire.app.database.write(nothing)
    await answered(wire, place, [key] * 8 + [(key + 1) % 3, (key + 2) % 3], key)
    assert "Nothing is waiting" in (await queue(mo)).text


async def test_the_queue_says_how_many_drafts_wait(wire: Wire) -> None:
    place, _, _ = await choice(wire)
    texts = await wire.app.database.read(lambda connection: store.item_texts(connection, place))
    from bot.quiz.bank_values import NewVersion

    own = BankPlace(wire.play.guild.id, LLM, "own-draft")

    async def unit(connection: Any) -> None:
        await store.put(connection, own, NewVersion.of(texts), state=ItemState.DRAFT, position=0, now=NOW)

    await wire.app.database.write(unit)
    mo = wire.play.person("Mo", moderator=True)
    assert "One drafted question waits" in (await queue(mo)).text
