"""/teach question retire: taking questions out, the course's too, and bringing them back."""

import pytest

from bot.texts.catalogue import plain
from bot.texts.locales import Locale
from cogs.teach.question_sheets import cut
from playground import Person, Reply
from playground.slash import File
from tests.wire.conftest import Wire, english_in
from tests.wire.test_quiz_suspects import DISCORD, answered, choice, is_asked, queue
from tests.wire.test_teach_question import GIFT, LLM, done, own

ELSEWHERE = 99
"""Another server."""


async def offered(person: Person, typed: str) -> list[tuple[str, str]]:
    """The questions that `retire` offers: what stands in the list, and what it stands for."""
    found = await person.choices("teach question retire", question=typed)
    return [(str(one["name"]), str(one["value"])) for one in found]


async def pressed(wire: Wire, person: Person, reply: Reply, button: str, says: str) -> None:
    await person.press(reply, button)
    await reply.until(lambda reply: says in reply.text)


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_question_of_the_course_is_taken_out_here_alone_found_again_and_brought_back(
    wire: Wire, locale: Locale
) -> None:
    mo, here = wire.play.person("Mo", locale=DISCORD[locale], moderator=True), wire.play.guild.id
    place, stem, _ = await choice(wire, locale)
    ((label, handle), *_) = await offered(mo, stem[:40])
    assert label == wire.say(locale, "teach-question-choice-course-published", question=plain(cut(stem, 80)))
    out = await done(mo, "retire", question=handle)
    assert out.private and stem in out.text
    assert not await is_asked(wire, place, here) and await is_asked(wire, place, ELSEWHERE)
    await wire.restart()
    note = wire.say(locale, "teach-question-now-published")
    await pressed(wire, mo, out, wire.say(locale, "teach-question-button-again"), note)
    assert await is_asked(wire, place, here)
    assert not out.has_button("tq.edit")  # its words are the course's

    await done(mo, "retire", question=handle)
    listed = wire.say(locale, "teach-question-choice-course-retired", question=plain(cut(stem, 80)))
    assert (await offered(mo, ""))[0] == (listed, handle)  # before all that is asked
    sheet = await done(mo, "retire", question=handle)
    assert wire.say(locale, "teach-question-state-retired") in sheet.text
    assert not await is_asked(wire, place, here)
    await pressed(wire, mo, sheet, "tq.decide", note)
    assert await is_asked(wire, place, here)
    assert locale is Locale.EN or english_in(note + listed) == []


async def test_undo_brings_back_what_was_taken_out_also_from_the_queue(wire: Wire) -> None:
    mo, here = wire.play.person("Mo", moderator=True), wire.play.guild.id
    place, stem, key = await choice(wire)
    ((_, handle), *_) = await offered(mo, stem[:40])
    await done(mo, "retire", question=handle)
    await undone(mo)
    assert await is_asked(wire, place, here)

    await answered(wire, place, [(key + 1) % 3] * 12, key)
    card = await queue(mo)
    await mo.press(card, "queue.claim")
    await card.until(lambda card: card.has_button("Ask it no more"))
    await pressed(wire, mo, card, "Ask it no more", "Taken out")
    assert not await is_asked(wire, place, here)
    await undone(mo)
    assert await is_asked(wire, place, here)


async def test_a_question_of_the_servers_own_comes_back_too(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    await done(mo, "import", lesson=LLM, file=File("q.gift", GIFT.encode()))
    ((_, handle), *_) = await offered(mo, "What has stripes?")
    out = await done(mo, "retire", question=handle)
    assert await own(wire) == [("retired", 1)]
    assert ("Taken out: What has stripes?", handle) in await offered(mo, "taken out")
    await pressed(wire, mo, out, "Ask it again", "Published")
    assert await own(wire) == [("published", 1)]


async def test_figures_are_shown_of_a_question_of_the_course_by_name(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    place, stem, key = await choice(wire)
    await answered(wire, place, [key] * 6, key)
    ((_, handle), *_) = await offered(mo, stem[:40])
    figures = await done(mo, "stats", question=handle)
    assert stem[:40] in figures.text and "6 answers" in figures.text


async def undone(person: Person) -> None:
    reply = await (await person.slash("server undo")).shown()
    before = reply.screen()
    await person.press(reply, "undo.do")
    await reply.until(lambda reply: reply.screen() != before)
