"""/teach coverage: a picture with the same in words, and the command that closes each gap."""

import csv
import io

import pytest

from bot.texts.locales import Locale
from tests.wire.conftest import Wire, english_in

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_moderator_sees_what_is_covered_and_how_to_close_a_gap(wire: Wire, locale: Locale) -> None:
    mo = wire.play.person("Mo", locale=DISCORD[locale], moderator=True)
    await wire.app.services.authoring.unpublish(wire.play.guild.id, "fine-tuning-in-practice")
    reply = await (await mo.slash("teach coverage")).shown()
    assert reply.private
    picture, table = reply.message.attachments
    assert (picture.filename, table.filename) == ("coverage.png", "coverage.csv")
    assert picture.description and picture.data.startswith(b"\x89PNG")
    for command in ("teach lesson publish", "teach challenge new", "quiz start"):
        assert wire.app.services.texts.command(locale, command) in reply.text
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert len(rows) > 100 and wire.say(locale, "coverage-missing-lesson") in {row[-1] for row in rows}
    assert locale is Locale.EN or english_in(reply.text) == []


async def test_where_files_are_refused_coverage_comes_in_words_alone(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    wire.play.faults.fail_next("PATCH /webhooks", 403, code=50013)
    reply = await (await mo.slash("teach coverage")).shown()
    assert reply.message.attachments == [] and not reply.message.embeds[0].get("image")
    assert wire.say(Locale.EN, "coverage-title") in reply.text


async def test_a_learner_is_refused(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("teach coverage", hidden=True)).shown()
    assert reply.text == wire.say(Locale.EN, "common-moderators-only") and reply.private
