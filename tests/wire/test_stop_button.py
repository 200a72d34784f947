"""*Stop* under an answer that is being written."""

import pytest

from bot.discord_io.turns import AlreadyWritten
from bot.learners.values import LearnerKey
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.wire.conftest import Wire

TOKEN = "What is a token?"
FIRST = "A token is a piece of text that a model reads as one unit [1]. "


async def begun(wire: Wire, person: Person, **options: object) -> Reply:
    """An answer of which the first sentence is shown and the rest is not written yet."""
    wire.model.say_slowly([FIRST, "Its ends", " are not those of words [1]."], pause=None)
    reply = await person.slash("ask", question=TOKEN, **options)
    return await reply.until(lambda reply: FIRST.strip() in reply.text and reply.has_button("Stop"))


async def test_what_was_shown_stays_as_the_answer_and_is_remembered(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    reply = await begun(wire, ada)
    await ada.press(reply, "Stop")
    await wire.ended(reply)
    assert FIRST.strip() in reply.text and wire.say(Locale.EN, "ask-stopped") in reply.text
    assert not reply.has_button("Stop") and reply.has_button("Continue")
    (turn,) = (await wire.app.services.memory.show(LearnerKey(wire.play.guild.id, ada.id))).latest
    assert turn.answer.startswith(FIRST.strip()) and turn.citations
    wire.model.say("Another answer [1].")
    assert "Another answer" in (await wire.ask(ada, "What is a prompt?")).text


async def test_another_person_cannot_stop_it_and_is_told_so(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), wire.play.person("Mo")
    reply = await begun(wire, ada, share=True)
    refusal = wire.say(Locale.EN, "common-button-not-yours")
    await (await mo.press(reply, "Stop")).until(lambda refused: refusal in refused.text)
    wire.model.go_on(2)
    await wire.ended(reply)
    assert "not those of words" in reply.text and not reply.has_button("Stop")


async def test_a_press_that_comes_too_late_changes_nothing(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    reply = await begun(wire, ada)
    wire.model.go_on(2)
    await wire.ended(reply)
    (turn,) = (await wire.app.services.memory.show(LearnerKey(wire.play.guild.id, ada.id))).latest
    await wire.restart()
    with pytest.raises(AlreadyWritten):
        wire.app.client.desk.turns.stop_writing(turn.id, ada.id)
