"""A process with many threads has one heap of the C library, not one for each."""

import subprocess
import sys

import pytest

_COUNT_HEAPS = """
import ctypes, sys, threading
from bot.heap import share_heap
if sys.argv[1] == "shared":
    share_heap()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
together = threading.Barrier(4)
def take():
    together.wait()
    for _ in range(1000):
        libc.malloc(1000)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


def _heaps(how: str) -> int:
    ran = subprocess.run(
        [sys.executable, "-c", _COUNT_HEAPS, how], capture_output=True, text=True, check=True
    )
    return ran.stdout.count("<heap nr=")


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc has a heap for each thread")
def test_threads_take_memory_from_one_heap() -> None:
    assert _heaps("apart") > 1, "nothing would be gained here"
    assert _heaps("shared") == 1


_LEAVE_HOLES = """
import ctypes
from pathlib import Path
from bot.heap import give_back
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1])
blocks = []
for _ in range(2_000):
    blocks.append(libc.malloc(16_000))
    ctypes.memset(ctypes.c_void_p(blocks[-1]), 1, 16_000)
    libc.malloc(100)
for block in blocks:
    libc.free(ctypes.c_void_p(block))
before = resident()
give_back()
print(before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc holds free memory back between what stays")
def test_what_is_free_between_what_stays_is_given_back() -> None:
    ran = subprocess.run([sys.executable, "-c", _LEAVE_HOLES], capture_output=True, text=True, check=True)
    assert int(ran.stdout) > 3_000, "pages, of eight thousand that were free"
