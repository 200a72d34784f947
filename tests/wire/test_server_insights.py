"""/server insights: pictures, words and a table about groups, and nothing about anybody."""

import csv
import io
from datetime import timedelta

import pytest

from bot.quiz.attempts.values import Mode
from bot.texts.locales import Locale
from tests.doubles.past_learning import TEMPERATURE, Answered, learnt
from tests.wire.conftest import Wire, english_in

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


@pytest.mark.parametrize("locale", list(Locale))
async def test_groups_are_drawn_said_and_listed_and_one_learner_alone_is_nowhere(
    wire: Wire, locale: Locale
) -> None:
    server, now = wire.play.guild.id, wire.app.services.clock.now()
    long_ago, lately = now - timedelta(days=9), now - timedelta(days=2)
    await learnt(
        wire.app.database,
        *(Answered(one, long_ago, server_id=server, is_right=False) for one in range(1, 8)),
        *(Answered(one, lately, server_id=server, is_first=False, mode=Mode.REVIEW) for one in range(1, 8)),
        Answered(1, lately, TEMPERATURE, server_id=server, is_right=False),
    )
    mo = wire.play.person("Mo", locale=DISCORD[locale], moderator=True)
    reply = await (await mo.slash("server insights")).shown()
    assert reply.private
    *pictures, table = reply.message.attachments
    assert [one.filename for one in pictures] == [
        "insights-learning.png",
        "insights-trouble.png",
        "insights-use.png",
    ]
    assert all(one.description and one.data.startswith(b"\x89PNG") for one in pictures)
    assert wire.say(locale, "insights-at-least", count=5) in reply.text and "≤ 5 % → ≥ 95 %" in reply.text
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"))))
    missed = [row for row in rows if row[0] == wire.say(locale, "insights-kind-missed")]
    assert [row[3] for row in missed] == ["95"]
    assert locale is Locale.EN or english_in(reply.text) == []
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    refused = await (await ada.slash("server insights", hidden=True)).shown()
    assert refused.text == wire.say(locale, "common-moderators-only")


async def test_in_a_small_server_it_says_that_there_are_too_few(wire: Wire) -> None:
    now = wire.app.services.clock.now() - timedelta(days=1)
    await learnt(wire.app.database, *(Answered(one, now, server_id=wire.play.guild.id) for one in range(4)))
    mo = wire.play.person("Mo", moderator=True)
    reply = await (await mo.slash("server insights", days=7)).shown()
    assert wire.say(Locale.EN, "insights-nothing", fewest=5) in reply.text
    assert "at least" not in reply.text.replace("counted as “at least”", "")
