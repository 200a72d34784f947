"""Tracebacks without anybody's words."""

import asyncio
import gc
import logging
import sys

import pytest

from bot.discord_io.traces import TraceFormatter, log_without_content, trace_without_content

SECRET = "my private question"


def failed() -> ValueError:
    """An error with a cause, both of which repeat what somebody wrote."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as first:
            raise ValueError(SECRET) from first
    except ValueError as error:
        return error


def test_a_trace_names_every_cause_and_says_nothing_of_their_words() -> None:
    trace = trace_without_content(failed())
    assert trace.index("KeyError") < trace.index("ValueError")
    assert "test_traces.py" in trace
    assert SECRET not in trace


def test_a_log_line_of_any_library_says_nothing_of_an_exceptions_words() -> None:
    try:
        raise failed()
    except ValueError:
        record = logging.LogRecord("discord.client", 40, "x.py", 1, "Ignoring exception", (), sys.exc_info())
    line = TraceFormatter("%(name)s %(message)s").format(record)
    assert line.startswith("discord.client Ignoring exception\n")
    assert "ValueError" in line
    assert SECRET not in line


def test_what_nobody_waited_for_is_logged_without_the_exceptions_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def lost() -> None:
        async def fail() -> None:
            raise failed()

        asyncio.get_running_loop().set_exception_handler(log_without_content)
        task = asyncio.create_task(fail())
        await asyncio.wait([task])
        del task
        gc.collect()

    asyncio.run(lost())
    (record,) = caplog.records
    line = TraceFormatter("%(message)s").format(record)
    assert line.startswith("Task exception was never retrieved")
    assert "ValueError" in line
    assert SECRET not in line
