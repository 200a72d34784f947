"""SIGKILL in the middle of `/server import`, between two rooms: nothing of it is there, and the next time all of it is."""

import asyncio

from tests.doubles.bot_nursery import ForkedBot
from tests.doubles.moderating.meaning import rows
from tests.wire.conftest import Wire
from tests.wire.test_server_moving import File, done, lived_in, packed

STORING = "bot.reports.moving.storing"
BETWEEN = (
    f"{STORING}:_show",  # lessons are stored, and not published yet
    f"{STORING}:_hide",
    f"{STORING}:_keep_questions",
    f"{STORING}:decide",  # about questions of the course
    f"{STORING}:keep_read",  # challenges
    f"{STORING}:publish_kept",
    "bot.servers.settings.settings:ServerSettings.keep",
    f"{STORING}:_set_filters",
    "bot.servers.acting.several:close",  # the line that makes one change of all of them
)
"""What comes next when the process dies; all of it is one unit."""
COMMITTED = "bot.servers.settings.settings:ServerSettings.refresh"
"""Runs when all is stored."""


async def test_an_import_that_is_killed_between_any_two_rooms_leaves_nothing_and_goes_whole_the_next_time(
    wire: Wire,
) -> None:
    mo = wire.play.person("Mo", moderator=True)
    file = File("server.zip", await packed(wire, mo))
    channel = await lived_in(wire, mo)
    assert channel.guild is not None
    here, database = channel.guild.id, wire.app.settings.data_dir / "tutor.db"
    await wire.app.close()
    before = await asyncio.to_thread(rows, database, here)
    replies = []
    async with ForkedBot(wire.play, database.parent, wire.model) as bot:
        for place in (*BETWEEN, COMMITTED):
            bot.kill_now()
            await bot.ended()
            bot.dies_at = place
            await bot.start()
            replies.append(await mo.slash("server import", channel=channel, file=file))
            assert await bot.ended() < 0, place
            if place is not COMMITTED:
                assert await asyncio.to_thread(rows, database, here) == before, place
        bot.dies_at = ""
        await bot.start()
        for reply in replies:
            await reply.until(lambda reply: not reply.thinking and "restarted" in reply.text)
        again = await done(mo, "server import", channel=channel, file=file)
    whole = await asyncio.to_thread(rows, database, here)
    actions = [action for entry in whole["server_audit"] for action in entry if action == "server.imported"]
    assert len(actions) == 1, again.text  # the one that died last had stored everything
    assert {name for name in whole if whole[name] != before[name]} > {"server_audit", "server_settings"}
    wire.app = await wire.start()
