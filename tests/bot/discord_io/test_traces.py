"""Tracebacks without anybody's words."""

import logging
import sys

from bot.discord_io.traces import TraceFormatter, trace_without_content

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
