"""One process that serves Discord until it is asked to stop or cannot go on."""

import asyncio
import gc
import logging
import signal
import sys

from bot.app import App
from bot.client import BrokenCog, IntentRefused, LoginRefused
from bot.discord_io.traces import TraceFormatter, log_without_content
from bot.heap import give_back, share_heap
from bot.lessons.mistakes import CourseMistakes
from bot.settings import Settings, SettingsError
from bot.storage import StorageError
from bot.storage.migrate import MigrationError

log = logging.getLogger(__name__)

_THREAD_TURN = 0.0005
"""Seconds after which a thread that computes (storage has four) must let the event loop have Python's lock; Python's own
five milliseconds, four times over, would be what an acknowledgement waits."""

_GARBAGE_TURN = (5_000, 10, 10)
"""Objects that must be new before Python looks for garbage, and how many looks make a deeper one: an answer makes
thousands, and Python's own 700 is for small programs."""

_EXPECTED = (BrokenCog, CourseMistakes, MigrationError, SettingsError, StorageError, LoginRefused)
"""Why a start may fail; each says in words what is wrong."""


async def serve(settings: Settings) -> int:
    """Run the tutor until SIGTERM or SIGINT; gives the exit code."""
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(TraceFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=settings.log_level.value, handlers=[lines])
    sys.setswitchinterval(_THREAD_TURN)
    gc.set_threshold(*_GARBAGE_TURN)
    share_heap()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(log_without_content)
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        app = await App.open(settings)
    except _EXPECTED as error:
        log.error("the tutor cannot start: %s", error)
        return 1
    _spare_what_stays()
    try:
        await app.connect()
        log.info("the tutor is here")
        return await _until(stop, app)
    except _EXPECTED as error:
        log.error("the tutor cannot go on: %s", error)
        return 1
    finally:
        await app.close()
        log.info("the tutor has stopped")


def _spare_what_stays() -> None:
    """Keep modules, texts and rules out of every later search for garbage, and give back what only the start needed.

    All of them stay as long as the process, and looking through them takes a fifth of a second, in which nobody would
    be acknowledged.
    """
    gc.collect()
    gc.freeze()
    give_back()


async def _until(stop: asyncio.Event, app: App) -> int:
    """Wait for a signal or for the end of the connection, whichever comes first."""
    serving = asyncio.create_task(app.serve())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not serving.done():
        serving.cancel()
        return 0
    error = serving.exception()
    if isinstance(error, IntentRefused):
        log.error("the tutor cannot go on: %s", error)
    elif error is not None:
        log.error("the connection to Discord ended: %s", type(error).__name__)
    return 1
