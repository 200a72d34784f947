"""/review: what is due is asked in one flow; a daily message for who wants it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.learners.values import LearnerKey
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def changed(wire: Wire, sql: str, **values: object) -> None:
    async def unit(connection: Any) -> None:
        await connection.execute(text(sql), values)

    await wire.app.database.write(unit)


async def rows(wire: Wire, sql: str) -> list[tuple[object, ...]]:
    async def unit(connection: Any) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await connection.execute(text(sql))]

    return await wire.app.database.read(unit)


async def learnt(wire: Wire, person: Person, count: int = 1, server: int | None = None) -> None:
    """Answer so many questions of a quiz, not knowing any of them."""
    services = wire.app.services
    key = LearnerKey(wire.play.guild.id if server is None else server, person.id)
    from bot.quiz.attempts.answers import NOT_SURE
    from bot.quiz.attempts.values import Mode

    sheet = await services.quizzes.start(key, Locale.EN, lesson_id=LLM, mode=Mode.PRACTICE, length=count)
    for number in range(1, count + 1):
        await services.quizzes.answer(key, sheet.attempt.id, number, lambda question: NOT_SURE)
        await services.quizzes.go_on(key, sheet.attempt.id, number)


async def days_pass(wire: Wire, days: int) -> None:
    """Everything that happened was so many days earlier."""
    earlier = f"-{days} days"
    for table, columns in {
        "quiz_review_cards": ("due_at", "reviewed_at"),
        "quiz_questions": ("answered_at",),
        "quiz_attempts": ("started_at",),
    }.items():
        for column in columns:
            await changed(
                wire,
                f"UPDATE {table} SET {column} = strftime('%Y-%m-%dT%H:%M:%f', substr({column}, 1, 26), :by)"
                f" || '000' || substr({column}, 27) WHERE {column} IS NOT NULL",
                by=earlier,
            )
    await changed(wire, "UPDATE quiz_days SET day = date(day, :by)", by=earlier)


async def shown(person: Person, command: str, **options: Any) -> Reply:
    return await (await person.slash(command, **options)).shown()


async def not_sure(person: Person, card: Reply) -> None:
    before = card.screen()
    name = {"en-US": "I'm not sure", "zh-CN": "我不确定", "zh-TW": "我不確定"}[person.user.locale]
    await person.press(card, name)
    await card.until(lambda card: card.screen() != before)


@pytest.mark.parametrize("locale", list(Locale))
async def test_what_was_answered_comes_back_days_later_without_hints_and_in_one_flow(
    wire: Wire, locale: Locale
) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    none = await shown(ada, "review now")
    assert none.private and none.text == wire.say(locale, "review-cards-none")
    await learnt(wire, ada, 2)
    assert "<t:" in (await shown(ada, "review now")).text  # not today
    await days_pass(wire, 3)
    card = await shown(ada, "review now")
    assert card.private
    assert not card.has_button("quiz.hint")
    await wire.restart()
    await not_sure(ada, card)
    before = card.screen()
    await ada.press(card, "quiz.next")
    await card.until(lambda card: card.screen() != before)
    await not_sure(ada, card)
    assert card.has_button("quiz.look")
    assert await rows(wire, "SELECT reviews, lapses FROM quiz_review_cards") == [(2, 1), (2, 1)]
    assert "<t:" in (await shown(ada, "review now")).text
    assert locale is Locale.EN or english_in(none.text) == []


async def test_asking_twice_goes_on_with_the_same_review_and_nobody_gets_anothers(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    await learnt(wire, ada, 2)
    await days_pass(wire, 3)
    await shown(ada, "review now")
    await shown(ada, "review now")
    assert await rows(wire, "SELECT count(*) FROM quiz_attempts WHERE mode = 'review'") == [(1,)]
    assert (await shown(mo, "review now")).text == wire.say(Locale.EN, "review-cards-none")
    assert (await shown(ada, "review now", dm=True)).text == wire.say(Locale.EN, "review-cards-none")


async def test_a_retired_question_is_not_asked_again(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    await learnt(wire, ada)
    await days_pass(wire, 3)
    await changed(wire, "UPDATE quiz_items SET state = 'retired'")
    assert (await shown(ada, "review now")).text == wire.say(Locale.EN, "review-cards-not-asked")


@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_TW])
async def test_a_forecast_is_a_picture_and_says_the_same_in_words(wire: Wire, locale: Locale) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    await learnt(wire, ada, 3)
    await days_pass(wire, 3)
    reply = await shown(ada, "review forecast")
    (file,) = reply.message.attachments
    assert file.filename == "forecast.png" and "3" in str(file.description)
    assert f"{wire.say(locale, 'review-cards-today')} ▇" in reply.text
    assert locale is Locale.EN or english_in(reply.text) == []


async def test_where_files_are_refused_a_forecast_comes_in_words_alone(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    await learnt(wire, ada, 3)
    await days_pass(wire, 3)
    wire.play.faults.fail_next("PATCH /webhooks", 403, code=50013)
    reply = await shown(ada, "review forecast")
    assert reply.message.attachments == [] and "▇" in reply.text and reply.has_button("review.begin")


async def test_a_reminder_is_set_changed_and_ended_in_words_that_say_when(wire: Wire) -> None:
    mo = wire.play.person("莫", locale="zh-CN")
    offered = await mo.choices("review remind", timezone="台北")
    assert [one["value"] for one in offered] == ["Asia/Taipei"]
    reply = await shown(mo, "review remind", time="晚上7点半")
    assert reply.private and "19:30" in reply.text and "Asia/Shanghai" in reply.text
    reply = await shown(mo, "review remind", timezone="Asia/Taipei")
    assert "19:30" in reply.text and "Asia/Taipei" in reply.text
    assert (await shown(mo, "review remind", time="soon")).text == wire.say(
        Locale.ZH_CN, "review-cards-no-time"
    )
    assert (await shown(mo, "review remind", timezone="Atlantis")).text == wire.say(
        Locale.ZH_CN, "review-cards-no-zone"
    )
    assert "19:30" in (await shown(mo, "review remind")).text
    assert (await shown(mo, "review remind", off=True)).text == wire.say(Locale.ZH_CN, "review-cards-stopped")
    assert await rows(wire, "SELECT count(*) FROM quiz_reminders") == [(0,)]


async def due_now(wire: Wire, person: Person) -> None:
    """A reminder whose time has just come, with something due."""
    await learnt(wire, person)
    await days_pass(wire, 3)
    await shown(person, "review remind", time="0:00", timezone="UTC")
    now = wire.app.services.clock.now()
    minute = 60 * now.hour + now.minute
    await changed(wire, "UPDATE quiz_reminders SET sent_on = NULL, minute = :minute", minute=minute)


async def send(wire: Wire) -> int:
    cog: Any = wire.app.client.get_cog("review")
    sent: int = await cog.reminding.send_due()
    return sent


async def test_a_daily_message_comes_once_survives_a_restart_and_ends_with_one_press(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    await due_now(wire, ada)
    assert await send(wire) == 1
    assert await send(wire) == 0
    await wire.restart()
    assert await send(wire) == 0
    (message,) = ada.inbox()
    assert "1 card is due" in message.content and mo.inbox() == []
    assert await wire.app.services.reminders.of(mo.id) is None
    note = ada._reply_to(message)
    card = await (await ada.press(note, "Review now")).shown()
    await not_sure(ada, card)
    assert await rows(wire, "SELECT server_id, reviews FROM quiz_review_cards") == [(wire.play.guild.id, 2)]
    ended = await (await ada.press(note, "No more messages")).shown()
    assert ended.text == wire.say(Locale.EN, "review-cards-stopped")


async def test_closed_direct_messages_are_passed_over_in_silence(
    wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    ada = wire.play.person("Ada")
    await due_now(wire, ada)
    ada.user.accepts_dms = False
    assert await send(wire) == 0
    ada.user.accepts_dms = True
    assert await send(wire) == 0  # that day is done with
    assert not [record for record in caplog.records if record.levelname in ("ERROR", "WARNING")]


async def test_no_message_comes_when_nothing_is_due_or_the_time_is_long_past(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    await due_now(wire, ada)
    now = wire.app.services.clock.now()
    later = now + timedelta(minutes=2)
    if later.date() == now.date():
        minute = 60 * later.hour + later.minute
        await changed(wire, "UPDATE quiz_reminders SET minute = :minute", minute=minute)
        assert await send(wire) == 0
    await due_now(wire, ada)
    await changed(wire, "DELETE FROM quiz_review_cards")
    assert await send(wire) == 0 and ada.inbox() == []


async def test_reminders_and_cards_go_with_the_persons_data(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    await due_now(wire, ada)
    data = await wire.app.services.personal.export(ada.id)
    assert {"quiz_review_cards", "quiz_days", "quiz_reminders"} <= set(data.tables)
    await wire.app.services.personal.erase(ada.id)
    assert await send(wire) == 0
    assert (await shown(ada, "review now")).text == wire.say(Locale.EN, "review-cards-none")


async def test_what_is_older_than_the_retention_time_goes(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    await learnt(wire, ada)
    await days_pass(wire, 3000)
    await wire.app._housekeeping.tidy()
    assert await rows(
        wire, "SELECT (SELECT count(*) FROM quiz_attempts) + (SELECT count(*) FROM quiz_review_cards)"
    ) == [(0,)]
