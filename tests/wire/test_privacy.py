"""/privacy: what is kept and why, all of it as a file, and erasure of exactly that."""

import json

import pytest

from bot.reports.store import authored_tables, personal_tables
from bot.storage.rooms import all_tables
from bot.texts.locales import Locale
from playground import NotPossible, Person
from tests.wire.conftest import Wire, english_in

TOKEN = "What is a token?"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


async def exported(person: Person, **options: object) -> dict[str, list[dict[str, object]]]:
    reply = await person.slash("privacy export", **options)
    await reply.until(lambda reply: reply.messages and reply.messages[-1].attachments)
    (file,) = reply.messages[-1].attachments
    assert file.filename == "my-tutor-data.json"
    whole = json.loads(file.data)
    del whole["taken_at"]
    return whole


async def lived(wire: Wire, person: Person, **options: object) -> None:
    """Leave a trace of every kind: answers, thumbs, a report, a place in a lesson, a goal."""
    wire.model.answer = lambda request: "It is so [1]."
    reply = await wire.ask(person, TOKEN, **options)
    more = await (await person.press(reply, "More…")).shown()
    await (await person.press(more, "👍")).shown()
    form = await (await person.press(more, "Report")).shown()
    await (await person.submit(form, {"remark": "wrong"})).shown()
    place = {name: value for name, value in options.items() if name in ("dm", "channel")}
    await (await person.slash("lesson read", lesson="how-llms-work", **place)).shown()


async def erased(wire: Wire, person: Person) -> int:
    ask = await (await person.slash("privacy delete")).shown()
    await person.press(ask, "privacy.erase")
    await ask.until(lambda ask: not ask.buttons)
    return int(next(word for word in ask.text.split() if word.isdigit()))


@pytest.mark.parametrize("locale", list(Locale))
async def test_about_says_what_why_how_long_and_who_in_the_learners_language(
    wire: Wire, locale: Locale
) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    about = await (await ada.slash("privacy about")).shown()
    assert about.private and len(about.text) <= 2000
    assert "365" in about.text
    assert locale is Locale.EN or english_in(about.text) == []


@pytest.mark.parametrize("locale", list(Locale))
async def test_of_a_stranger_there_is_nothing_to_export_or_erase(wire: Wire, locale: Locale) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    for command in ("privacy export", "privacy delete"):
        reply = await (await ada.slash(command)).shown()
        assert reply.text == wire.say(locale, "privacy-exported-none")
        assert reply.buttons == []


async def test_the_export_holds_all_of_a_learner_and_nothing_of_another(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    await lived(wire, ada)
    await lived(wire, mo)
    await wire.agree(ada, dm=True)
    data = await exported(ada)
    assert {row["user_id"] for rows in data.values() for row in rows} == {ada.id}
    assert [row["question"] for row in data["memory_turns"]] == [TOKEN]
    assert {
        "learner_profiles",
        "memory_turns",
        "report_ratings",
        "report_reports",
        "lesson_progress",
        "model_calls",
        "server_learner_usage",
    } <= data.keys()
    assert {row["server_id"] for row in data["learner_profiles"]} == {0, wire.play.guild.id}


async def test_erasing_removes_exactly_what_the_export_held(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    await lived(wire, ada)
    await lived(wire, mo)
    await wire.agree(ada, dm=True)
    data, others = await exported(ada), await exported(mo)
    assert await erased(wire, ada) == sum(map(len, data.values()))
    assert (await wire.app.services.personal.export(ada.id)).records == 0
    assert await exported(mo) == others


async def test_two_servers_and_direct_messages_are_erased_together(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    other = wire.play.new_guild("Other", locale="zh-CN")
    ada.join(other)
    channel = next(iter(other.channels.values()))
    card = await (await ada.slash("start", channel=channel)).shown()
    await ada.press(card, "start.agree")
    await card.until(lambda card: card.has_button("start.goal"))
    await wire.agree(ada, dm=True)
    wire.model.answer = lambda request: "It is so [1]."
    for options in ({}, {"channel": channel}, {"dm": True}):
        await wire.ask(ada, TOKEN, **options)
    data = await exported(ada, dm=True)
    assert {row["server_id"] for row in data["memory_turns"]} == {0, wire.play.guild.id, other.id}
    await erased(wire, ada)
    assert (await wire.app.services.personal.export(ada.id)).records == 0


async def test_what_was_said_in_one_server_is_never_used_in_another(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    other = wire.play.new_guild("Other")
    ada.join(other)
    channel = next(iter(other.channels.values()))
    card = await (await ada.slash("start", channel=channel)).shown()
    await ada.press(card, "start.agree")
    await card.until(lambda card: card.has_button("start.goal"))
    wire.model.answer = lambda request: "It is so [1]."
    await wire.ask(ada, "What is a token, said of zebras?")
    await wire.ask(ada, TOKEN, channel=channel)
    assert "zebras" not in wire.prompt


async def test_who_erases_themselves_while_an_answer_is_written_is_not_remembered(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    first = "A token is a piece of text that a model reads as one unit [1]. "
    wire.model.say_slowly([first, "More."], pause=None)
    reply = await ada.slash("ask", question=TOKEN)
    await reply.until(lambda reply: first.strip() in reply.text)
    await erased(wire, ada)
    wire.model.go_on()
    await wire.ended(reply)
    assert "More." in reply.text
    left = await wire.app.services.personal.export(ada.id)
    assert left.tables == {}
    simpler = await (await ada.press(reply, "Simpler")).shown()
    assert simpler.text == wire.say(Locale.EN, "ask-forgotten")


async def test_keeping_erases_nothing(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    before = await exported(ada)
    ask = await (await ada.slash("privacy delete")).shown()
    await ada.press(ask, "Keep it")
    await ask.until(lambda ask: wire.say(Locale.EN, "privacy-kept") in ask.text)
    assert await exported(ada) == before


async def test_only_the_owner_can_erase(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    ask = await (await ada.slash("privacy delete")).shown()
    with pytest.raises(NotPossible):
        await mo.press(ask, "Erase everything")
    ask.message.seen_by = None  # as if Discord had shown it to all
    refused = await (await mo.press(ask.message, "Erase everything")).shown()
    assert wire.say(Locale.EN, "common-button-not-yours") in refused.text
    for person in (ada, mo):
        assert (await wire.app.services.personal.export(person.id)).records > 0


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_in_chinese_no_english_is_left(wire: Wire, locale: Locale) -> None:
    mo = await wire.agreed("Mo", locale=locale.value)
    reply = await mo.slash("privacy export")
    await reply.until(lambda reply: reply.messages and reply.messages[-1].attachments)
    assert english_in(reply.text) == []
    ask = await (await mo.slash("privacy delete")).shown()
    assert english_in(" ".join([ask.text, *ask.buttons])) == []
    await mo.press(ask, "privacy.erase")
    await ask.until(lambda ask: not ask.buttons)
    assert english_in(ask.text) == []


def test_every_table_names_the_person_its_rows_are_about_or_holds_nothing_about_anybody() -> None:
    nobody = {
        "lesson_": "the lessons",
        "model_capabilities": "what models can do",
        "server_erased_usage": "what was used today by people who erased themselves, naming nobody",
        "server_usage": "what a server used, naming nobody",
        "server_installation": "this installation itself",
        "server_audit": "moderators' changes under marks; whose mark it is stands in server_actors",
        "server_policies": "what a server's filters are set to, under the same marks",
        "server_settings": "what a server's moderators set, under the same marks",
        "server_undone": "which of those changes were taken back",
        "server_greetings": "when a server was greeted",
        "server_quota_warnings": "when a server's limits were nearly used up",
        "server_filter_hits": "what the filters did, without text and without who wrote it",
        "server_departures": "servers that the tutor has left",
        "tutor_deliveries": "ids of messages; goes with its open turn",
        "explain_": "the course's cards of concepts",
        "practice_banks": "the challenges",
        "practice_challenges": "the challenges",
        "practice_versions": "the challenges; the name of who wrote one goes",
        "quiz_banks": "the questions",
        "quiz_items": "the questions",
        "quiz_not_asked": "questions that a server took out",
        "quiz_rounds": "live rounds; the name of who began one goes",
        "quiz_round_questions": "what a live round asked",
        "report_plans": "lesson plans; the name of who wrote one goes",
        "quiz_versions": "the questions; the name of who wrote one goes",
    }
    personal = {table.name for table in personal_tables()}
    others = [
        table.name
        for table in all_tables().sorted_tables
        if table.name not in personal and not table.name.startswith(tuple(nobody))
    ]
    assert others == []
    for table in all_tables().sorted_tables:
        if table.name not in personal:
            assert not any(
                word in column.name
                for column in table.c
                for word in ("user", "learner", "author")
                if table not in authored_tables()
            )
