"""Threads that nobody writes in any more: the tutor's own are put away at the time that a server says, and nobody else's."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.clock import SystemClock
from bot.discord_io.thread_keeping import ThreadKeeping
from bot.servers.settings import Moderator
from bot.texts.locales import Locale
from playground import Channel, Permission, Person, permissions
from tests.wire.conftest import Wire
from tests.wire.test_thread import TOKEN, TOLD, threads


class Later(SystemClock):
    """A clock that goes ahead of everybody else's, and waits for nothing."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return super().now() + self._ahead

    async def sleep(self, seconds: float) -> None:
        """No time at all."""


async def opened(wire: Wire, ada: Person) -> Channel:
    """A thread of the tutor's with an answer in it."""
    before = set(threads(wire))
    wire.model.say(TOLD)
    reply = await ada.slash("ask", question=TOKEN, thread=True)
    await reply.until(
        lambda _: any(TOLD in it.content for one in threads(wire) for it in one.messages.values())
    )
    await wire.quiet()
    (thread,) = set(threads(wire)) - before
    return thread


async def tidy(wire: Wire, **ahead: float) -> None:
    services = wire.app.services
    await ThreadKeeping(wire.app.client, services.server_settings, Later(timedelta(**ahead))).tidy()


async def setting(wire: Wire, **wanted: str) -> None:
    by = Moderator(wire.play.guild.id, 1, manages=True)
    await wire.app.services.server_settings.change(by, wanted)


async def test_a_silent_thread_is_archived_at_its_time_and_opens_again_when_somebody_writes(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    thread = await opened(wire, ada)
    theirs = ada.open_thread("of my own")
    await tidy(wire, hours=23)
    assert not thread.archived
    await tidy(wire, hours=25)
    assert thread.archived and not thread.locked
    assert not theirs.archived
    assert wire.play.violations == []


async def test_the_time_that_a_server_sets_holds_for_threads_that_were_open_before_also_after_a_restart(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    thread = await opened(wire, ada)
    await setting(wire, thread_hours="1")
    await wire.restart()
    await wire.app.client.wait_until_ready()
    await tidy(wire, minutes=50)
    assert not thread.archived
    await tidy(wire, minutes=70)
    assert thread.archived


async def test_a_thread_in_which_somebody_wrote_lately_stays(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    thread = await opened(wire, ada)
    await setting(wire, thread_hours="1")
    wire.play.world.clock.advance(40 * 60)
    heard = asyncio.create_task(wire.app.client.wait_for("message"))
    await ada.say("I am still here.", channel=thread)
    await heard
    await tidy(wire, minutes=70)
    assert not thread.archived
    await tidy(wire, minutes=110)
    assert thread.archived


@pytest.mark.parametrize("may", [True, False])
async def test_threads_are_locked_where_that_is_wanted_and_allowed_and_diagnose_names_what_is_missing(
    wire: Wire, may: bool
) -> None:
    mo, ada = wire.play.person("Mo", moderator=True), await wire.agreed("Ada")
    await setting(wire, thread_lock="yes", thread_hours="168")
    if may:
        permissions.allow(wire.play.channel, wire.play.world.bot, Permission.MANAGE_THREADS)
    thread = await opened(wire, ada)
    said = await (await mo.slash("server diagnose")).shown()
    missing = wire.say(Locale.EN, "diagnose-permission-manage_threads")
    assert (missing in said.text) is not may
    await tidy(wire, hours=168)
    assert thread.archived and thread.locked is may
    assert wire.play.violations == []
