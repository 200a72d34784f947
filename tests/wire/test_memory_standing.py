"""What quizzes say of a learner, in their memory; and vectors of turns, where the operator has a model for them."""

import pytest

from bot.learners.values import DIRECT_MESSAGES, LearnerKey
from bot.memory.store import meanings
from bot.quiz.attempts.rating import Rating
from bot.quiz.store import mastery
from bot.storage import Connection
from bot.texts.locales import Locale
from playground import Person
from tests.wire.conftest import Wire, english_in
from tests.wire.test_memory import DISCORD, forgot, shown

RATINGS = {"attention": Rating(1.5, 4), "temperature": Rating(-1.5, 3), "alignment": Rating(1.5, 1)}
NAMES = {
    Locale.EN: ("Attention", "Temperature"),
    Locale.ZH_CN: ("注意力机制", "温度"),
    Locale.ZH_TW: ("注意力機制", "溫度"),
}


async def rated(wire: Wire, person: Person, server: int | None = None) -> None:
    """As if quizzes had found it out."""
    key = LearnerKey(wire.play.guild.id if server is None else server, person.id)
    now = wire.app.services.clock.now()
    rows = [
        {
            "server_id": key.server_id,
            "user_id": key.user_id,
            "concept": concept,
            "rating": rating.value,
            "answers": rating.answers,
            "changed_at": now,
        }
        for concept, rating in RATINGS.items()
    ]

    async def unit(connection: Connection) -> None:
        await connection.execute(mastery.insert(), rows)

    await wire.app.database.write(unit)


@pytest.mark.parametrize("locale", list(Locale))
async def test_what_quizzes_found_out_is_shown_in_the_learners_language(wire: Wire, locale: Locale) -> None:
    ada = await wire.agreed("Ada", locale=DISCORD[locale])
    await rated(wire, ada)
    text = await shown(wire, ada)
    known, missed = NAMES[locale]
    assert wire.say(locale, "memory-known", concepts=known) in text
    assert wire.say(locale, "memory-missed", concepts=missed) in text
    if locale is not Locale.EN:
        assert english_in(text) == []


async def test_it_goes_into_the_learners_own_private_prompts_alone(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    await wire.agree(ada, dm=True)
    await rated(wire, ada)
    wire.model.answer = lambda request: "It is so [1]."
    await wire.ask(ada, "What is a token?")
    assert "the learner knew: Attention.\n" in wire.prompt and "missed: Temperature.\n" in wire.prompt
    for person, options in ((ada, {"share": True}), (mo, {}), (ada, {"dm": True})):
        await wire.ask(person, "What is a token?", **options)
        assert "In quizzes" not in wire.prompt
    assert "Temperature" not in await shown(wire, mo)
    assert "Temperature" not in await shown(wire, ada, dm=True)
    await rated(wire, ada, DIRECT_MESSAGES)
    await wire.ask(ada, "什么是词元？", dm=True)
    assert "missed: 温度" in wire.prompt


async def test_pausing_keeps_it_and_erasing_removes_it(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await rated(wire, ada)
    await (await ada.slash("memory pause")).shown()
    assert "Temperature" in await shown(wire, ada)
    await wire.app.services.personal.erase(ada.id)
    assert "Temperature" not in await shown(wire, ada)


async def vectors(wire: Wire) -> int:
    async def unit(connection: Connection) -> int:
        return len((await connection.execute(meanings.select())).all())

    await wire.app.services.memory.settled()
    return await wire.app.database.read(unit)


async def test_turns_get_vectors_after_the_reply_where_there_is_a_model_for_it(wire_of) -> None:
    wire = await wire_of(embedding_model="test-embedding")
    ada = await wire.agreed("Ada")
    wire.model.answer = lambda request: "It is so [1]."
    await wire.ask(ada, "What is a token?")
    assert await vectors(wire) == 1
    assert b'"vector"' in (await wire.app.services.personal.export(ada.id)).as_json()
    await forgot(ada, what="last")
    assert await vectors(wire) == 0
    await (await ada.slash("memory pause")).shown()
    unkept = await ada.slash("ask", question="What is a token?")
    await unkept.until(lambda unkept: unkept.has_button("memory.resume_here"))
    await wire.quiet()
    assert await vectors(wire) == 0
    await (await ada.slash("memory resume")).shown()
    await wire.ask(ada, "What is a token?")
    assert await vectors(wire) == 1
    await wire.app.services.personal.erase(ada.id)
    assert await vectors(wire) == 0
