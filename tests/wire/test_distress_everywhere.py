"""Wherever somebody types that they are in distress, they are answered alike: privately, with people to turn to, and nothing is kept.

What can be typed into is found as in `test_inputs.py`: a new option or form of a learner's that nobody names there fails.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.learners.values import LearnerKey
from bot.storage import Connection
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.fields import inputs
from playground.wire import ComponentKind
from tests.wire.conftest import Wire, english_in
from tests.wire.forms import FORMS, Desk, Form
from tests.wire.test_crisis_contact import DISCORD, chosen, private_channel
from tests.wire.test_inputs import MENUS, NAMES, WORDS, Traces, used

DISTRESS = {
    Locale.EN: "I want to kill myself",
    Locale.ZH_CN: "我不想活了，想自杀",
    Locale.ZH_TW: "我不想活了，想自殺",
}
MODERATORS = frozenset({"plan", "queue", "server", "settings", "setup", "teach", "tq"})
"""First words of what moderators type, which speaks for a server and not of themselves."""
LEARNERS_WORDS = {
    where: beside for where, beside in {**WORDS, **NAMES}.items() if where.split()[0] not in MODERATORS
}
LEARNERS_FORMS = {route: form for route, form in FORMS.items() if route.split(".")[0] not in MODERATORS}
REPORTS = frozenset({"ask.reported"})
"""What leaves a case all the same: the answer that was reported, with no words of theirs."""

pytestmark = pytest.mark.loop_may_block("compares all that is kept, again and again")


async def rows(wire: Wire) -> Mapping[str, frozenset[str]]:
    """Everything that is kept of people and servers, by table."""
    from sqlalchemy import text

    await wire.quiet()

    async def unit(connection: Connection) -> Mapping[str, frozenset[str]]:
        tables = (
            (await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
            .scalars()
            .all()
        )
        kept = [one for one in tables if one.startswith(("learner_", "memory_", "quiz_a", "practice_a"))]
        kept += [one for one in tables if one.startswith(("report_", "server_", "tutor_", "explain_s"))]
        return {
            name: frozenset(map(str, (await connection.execute(text(f'SELECT * FROM "{name}"'))).all()))
            for name in kept
        }

    return await wire.app.database.read(unit)


async def answered(wire: Wire, reply: Reply, locale: Locale, where: str) -> None:
    """Support with its offer, seen by nobody else."""
    support = wire.say(locale, "safety-support")
    await reply.until(lambda reply: support in reply.text and reply.has_button("listen.tell"))
    said = [message for message in reply.messages if support in message.content]
    assert said and all(message.private for message in said), where
    assert wire.say(locale, "safety-contact-offer") in said[0].content, where
    assert locale is Locale.EN or english_in(said[0].content) == [], where


async def submitted(ada: Person, form: Form, opened: Reply, planted: str) -> Reply:
    await opened.until(lambda opened: opened.modal is not None)
    assert opened.modal is not None
    boxes = [box for _, box in inputs(opened.modal) if box["type"] == ComponentKind.TEXT_INPUT]
    values: dict[str, Any] = {
        box["custom_id"]: form.words.get(box["custom_id"], "{}").replace("{}", planted) for box in boxes
    }
    return await (await ada.submit(opened, values)).shown()


@pytest.mark.parametrize("locale", list(Locale))
async def test_in_every_option_and_form_distress_is_answered_privately_with_the_offer_and_kept_nowhere(
    wire: Wire, locale: Locale
) -> None:
    desk, planted = await Desk.laid(wire), DISTRESS[locale]
    place, ada = private_channel(wire), desk.ada
    await chosen(wire, ada, place)
    ada.user.locale = DISCORD[locale]
    await wire.app.services.learners.choose_language(LearnerKey(wire.play.guild.id, ada.id), locale)
    public, before = Traces(wire).in_public(), await rows(wire)
    for where, beside in LEARNERS_WORDS.items():
        await answered(wire, await used(ada, where, beside, planted), locale, where)
    assert await rows(wire) == before
    for route, form in LEARNERS_FORMS.items():
        opened = await form.open(desk)
        before = await rows(wire)
        await answered(wire, await submitted(ada, form, opened, planted), locale, route)
        if route not in REPORTS:
            assert await rows(wire) == before, route
    assert planted not in await Traces(wire).left() and Traces(wire).in_public() == public
    assert not place.messages and not ada.inbox()


async def test_ones_own_message_of_distress_is_answered_and_somebody_elses_goes_nowhere(wire: Wire) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    bo, place = await wire.agreed("Bo"), private_channel(wire)
    await chosen(wire, mo, place)
    message = await ada.say(DISTRESS[Locale.EN])
    before = await rows(wire)
    for menu in sorted(MENUS):
        await answered(wire, await ada.menu(menu, message), Locale.EN, menu)
        told = await (await bo.menu(menu, message)).shown()
        assert told.private and told.text == wire.say(Locale.EN, "ask-reported-crisis"), menu
    assert await rows(wire) == before and not place.messages
