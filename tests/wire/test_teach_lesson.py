"""/teach lesson: a server's own lessons, from the first draft to the learners and back."""

from bot.texts.locales import Locale
from tests.wire.conftest import Wire


async def test_a_learner_is_refused_and_learns_no_names_of_drafts(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("teach lesson export", lesson="x", hidden=True)).shown()
    assert reply.private and reply.text == wire.say(Locale.EN, "common-moderators-only")
    assert await ada.choices("teach lesson export", lesson="", hidden=True) == []


async def test_a_lesson_that_is_not_there_is_said_to_be_unknown(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    reply = await (await mo.slash("teach lesson export", lesson="x")).shown()
    assert reply.text == wire.say(Locale.EN, "teach-lesson-unknown")
