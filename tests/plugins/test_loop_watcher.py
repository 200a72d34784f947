"""The loop watcher, watched: small projects that hold up the loop, and small ones that do not."""

import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

pytest_plugins = ["pytester"]

TraceFunction = Callable[[FrameType, str, Any], Any]
Run = Callable[..., pytest.RunResult]

BURN = """
import time

def burn(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a test of a project whose package is `product`, as our own tests are run."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # much faster

    def run(product: str, test: str) -> pytest.RunResult:
        pytester.makepyprojecttoml(
            """
            [tool.pytest.ini_options]
            pythonpath = ["."]
            asyncio_mode = "auto"
            asyncio_default_fixture_loop_scope = "function"
            loop_watcher_packages = ["product"]
            loop_watcher_imports = ["product.allowed"]
            """
        )
        package = pytester.mkpydir("product")
        (package / "late.py").touch()
        (package / "allowed.py").touch()
        (package / "work.py").write_text(product, encoding="utf-8")
        pytester.makepyfile(test)
        return pytester.runpytest_inprocess("-p", "pytest_asyncio.plugin", "-p", "tests.plugins.loop_watcher")

    return run


def test_a_callback_that_burns_cpu_fails_its_test_and_is_named(run: Run) -> None:
    result = run(
        BURN + "\nasync def think():\n    burn(0.08)\n",
        "import asyncio\nfrom product.work import think\n\n"
        "async def test_it():\n    await asyncio.create_task(think())\n",
    )
    result.assert_outcomes(failed=1)
    result.stdout.re_match_lines(
        [r".*- \d+ ms of CPU in one go \(allowed: 50\) in coroutine think \(product/work.py:9\)"]
    )


def test_a_plain_callback_that_burns_cpu_is_named_too(run: Run) -> None:
    result = run(
        BURN,
        "import asyncio\nfrom product.work import burn\n\n"
        "async def test_it():\n    asyncio.get_running_loop().call_soon(burn, 0.08)\n    await asyncio.sleep(0)\n",
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*in callback burn (product/work.py:4)*"])


def test_the_report_says_from_which_line_a_coroutine_went_on(run: Run) -> None:
    result = run(
        BURN + "\nimport asyncio\nasync def think():\n    await asyncio.sleep(0)\n    burn(0.08)\n",
        "from product.work import think\n\nasync def test_it():\n    await think()\n",
    )
    result.stdout.fnmatch_lines(["*in coroutine test_it (*), from product/work.py:11 on"])


def test_much_cpu_in_short_pieces_is_fine(run: Run) -> None:
    result = run(
        BURN
        + "\nimport asyncio\nasync def think():\n    for _ in range(8):\n        burn(0.01)\n        await asyncio.sleep(0)\n",
        "from product.work import think\n\nasync def test_it():\n    await think()\n",
    )
    result.assert_outcomes(passed=1)


def test_cpu_burnt_in_another_thread_is_fine(run: Run) -> None:
    result = run(
        BURN,
        "import asyncio\nfrom product.work import burn\n\n"
        "async def test_it():\n    await asyncio.to_thread(burn, 0.08)\n",
    )
    result.assert_outcomes(passed=1)


SLOWED_BY_A_TRACER = """
def step(n):
    n += 1
    n -= 1
    n += 1
    return n

async def think():
    for n in range(240_000):
        step(n)
"""


@pytest.fixture
def traced() -> Iterator[None]:
    def trace(frame: FrameType, event: str, arg: Any) -> TraceFunction:
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    yield
    sys.settrace(before)


@pytest.mark.usefixtures("traced")
def test_what_is_slow_only_under_a_tracer_is_fine(run: Run) -> None:
    result = run(
        SLOWED_BY_A_TRACER,
        "from product.work import think\n\nruns = []\nasync def test_it():\n    runs.append(1)\n"
        "    await think()\n\ndef test_it_ran_twice():\n    assert len(runs) == 2\n",
    )
    result.assert_outcomes(passed=2)


@pytest.mark.usefixtures("traced")
def test_what_is_slow_without_a_tracer_too_fails_once(run: Run) -> None:
    result = run(
        BURN + "\nasync def think():\n    burn(0.08)\n",
        "from product.work import think\n\nasync def test_it():\n    await think()\n",
    )
    result.assert_outcomes(failed=1)


def test_waiting_without_burning_is_fine(run: Run) -> None:
    result = run("", "import asyncio\n\nasync def test_it():\n    await asyncio.sleep(0.08)\n")
    result.assert_outcomes(passed=1)


def test_garbage_collection_is_not_held_against_a_callback(run: Run) -> None:
    result = run(
        "import gc\nclass Node: pass\nkept = []\n"
        "for _ in range(400_000):\n    node = Node(); node.me = node; kept.append(node)\n"
        "async def work():\n    gc.collect()\n",
        "from product.work import work\n\nasync def test_it():\n    await work()\n",
    )
    result.assert_outcomes(passed=1)


BLOCKING = {
    "open *.txt* at product/work.py:*": "open('a.txt', 'w').close()",
    "os.listdir *": "import os; os.listdir('.')",
    "os.mkdir *": "import pathlib; pathlib.Path('d').mkdir()",
    "time.sleep (0.001) *": "import time; time.sleep(0.001)",
    "sqlite3.connect *": "import sqlite3; sqlite3.connect('x.db').close()",
    "subprocess.Popen *": "import subprocess; subprocess.run(['true'])",
    "socket.getaddrinfo 'localhost' *": "import socket; socket.getaddrinfo('localhost', 80)",
    "socket.connect *": "import socket; socket.socket().connect_ex(('127.0.0.1', 1))",
    "import product.late at product/work.py:*": "import product.late",
}


@pytest.mark.parametrize(("said", "statement"), BLOCKING.items())
def test_a_callback_that_asks_for_something_slow_fails_its_test(run: Run, said: str, statement: str) -> None:
    result = run(
        f"import pathlib, socket, sqlite3, subprocess\nasync def work():\n    {statement}\n",
        "from product.work import work\n\nasync def test_it():\n    await work()\n",
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f"*- {said}"])


HARMLESS = {
    "a module that may be late": "import product.allowed",
    "a module that is there already": "import json",
    "the machine's chance": "open('/dev/urandom', 'rb').close()",
    "a connection that does not wait": "s = socket.socket(); s.setblocking(False); s.connect_ex(('127.0.0.1', 1))",
    "an address that is a number": "socket.getaddrinfo('127.0.0.1', 80)",
    "a database in memory": "sqlite3.connect(':memory:').close()",
    "yielding to other threads": "import time; time.sleep(0)",
    "a logged exception": "import logging; logging.getLogger().exception('x', exc_info=ValueError())",
    "a process through asyncio": "await (await asyncio.create_subprocess_exec('true')).wait()",
    "a file in a thread": "await asyncio.to_thread(lambda: open('a.txt', 'w').close())",
    "a connection through asyncio": "s = await asyncio.start_server(print, '127.0.0.1', 0); s.close()",
}


@pytest.mark.parametrize("statement", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_does_not_block_is_left_alone(run: Run, statement: str) -> None:
    result = run(
        f"import asyncio, socket, sqlite3, json\nasync def work():\n    {statement}\n",
        "from product.work import work\n\nasync def test_it():\n    await work()\n",
    )
    result.assert_outcomes(passed=1)


def test_what_the_test_itself_does_is_its_own_business(run: Run) -> None:
    result = run(
        "", "async def test_it(tmp_path):\n    (tmp_path / 'a').write_text('x')\n    import product.late\n"
    )
    result.assert_outcomes(passed=1)


def test_slow_calls_outside_the_loop_are_left_alone(run: Run) -> None:
    result = run(
        "def work():\n    open('a.txt', 'w').close()\n",
        "from product.work import work\n\ndef test_it():\n    work()\n",
    )
    result.assert_outcomes(passed=1)


def test_a_known_exception_passes_when_it_gives_its_reason(run: Run) -> None:
    result = run(
        "async def work():\n    open('a.txt', 'w').close()\n",
        "import pytest\nfrom product.work import work\n\n"
        "@pytest.mark.loop_may_block('nobody else is there yet')\nasync def test_it():\n    await work()\n",
    )
    result.assert_outcomes(passed=1)


def test_a_known_exception_without_a_reason_fails(run: Run) -> None:
    result = run("", "import pytest\n\n@pytest.mark.loop_may_block\nasync def test_it():\n    pass\n")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*say why*"])


def test_a_test_that_fails_anyway_keeps_its_own_failure_and_shows_the_finding_beside_it(run: Run) -> None:
    result = run(
        "async def work():\n    open('a.txt', 'w').close()\n",
        "from product.work import work\n\nasync def test_it():\n    await work()\n    assert 1 == 2\n",
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*assert 1 == 2*", "*event loop*", "*open *a.txt*"])
