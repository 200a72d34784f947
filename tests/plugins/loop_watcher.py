"""Fails a test in which something held up the event loop, and says what and where.

Everybody the tutor serves shares one event loop, so a callback that computes or waits for long makes all of
them wait. While a test's body runs, two things are findings:

- one callback burns more than 50 ms of its thread's CPU time, which a busy machine does not inflate as it does
  wall-clock time. Garbage collection is not counted;
- code of ours (`loop_watcher_packages`) asks the operating system for something slow from within a callback:
  opens a file, looks up a name, connects, starts a process, sleeps, or imports a module for the first time.
  Python announces these as audit events (https://docs.python.org/3/library/audit_events.html). What the test
  itself, or a library of its own accord, does is not reported here; nor is waiting for a lock, which nothing
  announces.

Coverage's tracer makes Python two to twenty times slower where it hooks into every line (before Python 3.12), so
a test that burnt too much under it is run again without it, and only that counts.

A test may claim an exception: `@pytest.mark.loop_may_block("why this is right")`.
"""

import asyncio
import enum
import functools
import gc
import ipaddress
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol

_BUDGET: Final = 0.050
"""Seconds of CPU that one callback may burn."""

_TRACED_BUDGET: Final = 20 * _BUDGET
"""Seconds that are too many even under a tracer: no second run, which would be spared what happens only once."""

_ADVICE: Final = (
    "Move the work into a thread (asyncio.to_thread) or spread it out; where it is right as it is, "
    'mark the test @pytest.mark.loop_may_block("why").'
)


class _Owner(enum.Enum):
    """Whose file a frame of the stack is in."""

    OURS = enum.auto()
    TEST = enum.auto()
    ASYNCIO = enum.auto()
    IMPORT = enum.auto()
    TRACEBACK = enum.auto()
    LIBRARY = enum.auto()


@dataclass
class Watch:
    """What was found while one test's body ran."""

    root: Path
    packages: tuple[Path, ...]
    imports_allowed: frozenset[str]
    findings: list[str] = field(default_factory=list)
    doubtful: bool = True

    def __post_init__(self) -> None:
        self.owner = functools.lru_cache(maxsize=None)(self._owner)

    def report(self) -> str:
        """All findings in words; empty when the loop was never held up."""
        if not self.findings:
            return ""
        return "\n  - ".join(["The event loop was held up:", *dict.fromkeys(self.findings)]) + f"\n{_ADVICE}"

    def burnt(self, callback: object, resumed_at: str, seconds: float) -> None:
        """Note that one callback took `seconds` of CPU."""
        if sys.gettrace() is None or seconds > _TRACED_BUDGET:
            self.doubtful = False
        self.findings.append(
            f"{seconds * 1000:.0f} ms of CPU in one go (allowed: {_BUDGET * 1000:.0f}) in "
            f"{self.describe(callback)}{resumed_at and f', from {resumed_at} on'}"
        )

    def announced(self, event: str, what: str, callback: object) -> None:
        """Judge a slow call by who made it; `event` is the audit event's name."""
        frame: FrameType | None = sys._getframe(2)
        owners = set()
        while frame is not None:
            owner = self.owner(frame.f_code.co_filename)
            if owner in {_Owner.OURS, _Owner.TEST}:
                break
            owners.add(owner)
            frame = frame.f_back
        if frame is None or owner is _Owner.TEST or _Owner.TRACEBACK in owners:
            return
        if event == "import":
            # Only the statement in our code; what a module imports in turn is that statement's doing.
            if owners - {_Owner.IMPORT} or frame.f_code.co_name == "<module>" or what in self.imports_allowed:
                return
        elif _Owner.IMPORT in owners or (event == "subprocess.Popen" and _Owner.ASYNCIO in owners):
            return
        place = f"{self.relative(frame.f_code.co_filename)}:{frame.f_lineno}"
        self.doubtful = False
        self.findings.append(f"{event} {what} at {place}, in {self.describe(callback)}")

    def describe(self, callback: object) -> str:
        """A callback's name, and the file and line where it is defined."""
        while isinstance(callback, functools.partial):
            callback = callback.func
        task = getattr(callback, "__self__", None)
        if isinstance(task, asyncio.Task):
            coroutine = task.get_coro()
            name, code = f"coroutine {getattr(coroutine, '__qualname__', coroutine)}", _code(coroutine)
        else:
            name, code = f"callback {getattr(callback, '__qualname__', callback)}", _code(callback)
        return f"{name} ({self.relative(code.co_filename)}:{code.co_firstlineno})" if code else name

    def resumed_at(self, callback: object) -> str:
        """Where in our own files a task that is about to run goes on; empty when that cannot be told."""
        task = getattr(callback, "__self__", None)
        place = ""
        inner: Any = task.get_coro() if isinstance(task, asyncio.Task) else None
        while inner is not None:
            frame = getattr(inner, "cr_frame", None)
            if frame is not None and self.owner(frame.f_code.co_filename) in {_Owner.OURS, _Owner.TEST}:
                place = f"{self.relative(frame.f_code.co_filename)}:{frame.f_lineno}"
            inner = getattr(inner, "cr_await", None)
        return place

    def relative(self, filename: str) -> str:
        """A file's path as one would type it at the project's root."""
        path = Path(filename)
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else filename

    def _owner(self, filename: str) -> _Owner:
        path = Path(filename)
        if any(path.is_relative_to(package) for package in self.packages):
            return _Owner.OURS
        if path.is_relative_to(self.root) and not path.is_relative_to(sys.prefix):
            return _Owner.TEST
        if path.is_relative_to(_ASYNCIO):
            return _Owner.ASYNCIO
        if "importlib" in filename:
            return _Owner.IMPORT
        return _Owner.TRACEBACK if path.name in {"linecache.py", "traceback.py"} else _Owner.LIBRARY


class _Thread(threading.local):
    """What each thread is at. An event loop may run in any of them."""

    callback: object = None
    collected: float = 0.0
    collecting_since: float = 0.0


_ASYNCIO: Final = Path(asyncio.__file__).parent
_thread: Final = _Thread()
_DOUBTFUL: Final = pytest.StashKey[bool]()
_watch: Watch | None = None


def _code(callback: object) -> CodeType | None:
    for attribute in ("cr_code", "gi_code", "ag_code", "__code__"):
        code = getattr(callback, attribute, None)
        if isinstance(code, CodeType):
            return code
    function = getattr(callback, "__func__", None)
    return function.__code__ if function is not None and hasattr(function, "__code__") else None


# --- what counts as slow: for each audit event, a description of the call, or None when it does not block ---


def _file(args: tuple[Any, ...]) -> str | None:
    path = args[0]
    if isinstance(path, int):
        return None
    text = os.fsdecode(path)
    return None if text.startswith(("/dev/", "/proc/")) else repr(text)


def _first(args: tuple[Any, ...]) -> str | None:
    return str(args[0])


def _connection(args: tuple[Any, ...]) -> str | None:
    connecting, address = args
    blocks = connecting.gettimeout() != 0 and connecting.type != socket.SOCK_DGRAM
    return str(address) if blocks else None


def _host(args: tuple[Any, ...]) -> str | None:
    host = args[0]
    if host is None:
        return None
    try:
        ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host)
    except ValueError:
        return repr(host)
    return None


def _database(args: tuple[Any, ...]) -> str | None:
    return None if args[0] == ":memory:" else repr(args[0])


def _lock(args: tuple[Any, ...]) -> str | None:
    import fcntl  # not on every system; where the event exists, so does the module

    return None if args[1] & (fcntl.LOCK_NB | fcntl.LOCK_UN) else "of a file"


def _nap(args: tuple[Any, ...]) -> str | None:
    return f"({args[0]})" if args[0] > 0 else None


_SLOW: Final[Mapping[str, Callable[[tuple[Any, ...]], str | None]]] = {
    "import": _first,
    "open": _file,
    "os.listdir": _file,
    "os.scandir": _file,
    "os.mkdir": _file,
    "os.remove": _file,
    "os.rename": _file,
    "os.rmdir": _file,
    "os.system": _first,
    "fcntl.flock": _lock,
    "socket.connect": _connection,
    "socket.getaddrinfo": _host,
    "socket.gethostbyname": _host,
    "socket.gethostbyaddr": _host,
    "sqlite3.connect": _database,
    "subprocess.Popen": _first,
    "time.sleep": _nap,
}


# --- the three places that listen; put there once and for all, since an audit hook cannot be taken away ---


def _hear(event: str, args: tuple[Any, ...]) -> None:
    watch = _watch
    if watch is None or event not in _SLOW or _thread.callback is None:
        return
    what = _SLOW[event](args)
    if what is not None:
        watch.announced(event, what, _thread.callback)


def _time_collection(phase: str, _info: dict[str, int]) -> None:
    if phase == "start":
        _thread.collecting_since = time.thread_time()
    else:
        _thread.collected += time.thread_time() - _thread.collecting_since


@functools.cache
def _listen() -> None:
    run = asyncio.Handle._run
    sleep = time.sleep

    def watched_run(handle: asyncio.Handle) -> None:
        watch = _watch
        if watch is None:
            return run(handle)
        callback = handle._callback  # type: ignore[attr-defined]  # private, and the only way to name the culprit
        resumed_at = watch.resumed_at(callback)
        _thread.callback, _thread.collected = callback, 0.0
        started = time.thread_time()
        try:
            return run(handle)
        finally:
            spent = time.thread_time() - started - _thread.collected
            _thread.callback = None
            if spent > _BUDGET:
                watch.burnt(callback, resumed_at, spent)

    def watched_sleep(seconds: float) -> None:
        _hear("time.sleep", (seconds,))
        sleep(seconds)

    asyncio.Handle._run = watched_run  # type: ignore[assignment,method-assign]  # asyncio offers no hook
    if sys.version_info < (3, 13):  # from 3.13 on Python announces it
        time.sleep = watched_sleep  # type: ignore[assignment]  # its parameter has no name in the stubs
    gc.callbacks.append(_time_collection)
    sys.addaudithook(_hear)


# --- pytest ---


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("loop_watcher_packages", "packages whose slow calls are reported", type="args", default=[])
    parser.addini("loop_watcher_imports", "modules that may be imported late", type="args", default=[])


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "loop_may_block(reason): holding up the event loop is right here, and why"
    )
    _listen()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test as pytest does, and once more without the tracer when in doubt."""
    tracer = sys.gettrace()
    if tracer is None:
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if item.stash.get(_DOUBTFUL, False):
        sys.settrace(None)
        try:
            reports = runtestprotocol(item, log=False, nextitem=nextitem)
        finally:
            sys.settrace(tracer)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    global _watch
    exception = item.get_closest_marker("loop_may_block")
    if exception is not None:
        if not (exception.args and str(exception.args[0]).strip()):
            pytest.fail('say why: @pytest.mark.loop_may_block("…")', pytrace=False)
        return (yield)
    root = item.config.rootpath
    watch = Watch(
        root=root,
        packages=tuple(root / package for package in item.config.getini("loop_watcher_packages")),
        imports_allowed=frozenset(item.config.getini("loop_watcher_imports")),
    )
    before, _watch = _watch, watch
    try:
        result = yield
    except BaseException:
        if watch.report():
            item.add_report_section("call", "event loop", watch.report())
        raise
    finally:
        _watch = before
    if watch.report():
        item.stash[_DOUBTFUL] = watch.doubtful
        pytest.fail(watch.report(), pytrace=False)
    return result
