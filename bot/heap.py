"""The C library's heap in a process that runs for months: one for all threads, and nothing of what is free held back."""

import ctypes

_M_ARENA_MAX = -8
"""glibc's malloc.h."""


def share_heap() -> None:
    """Let all threads take memory from one heap; to be called before the first of them is started.

    glibc gives each a heap of its own, and each keeps what was freed in it: 4 MB of a tutor with ten threads that wait for
    one another anyway. Nothing happens with another C library.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Give the system what is free in the heap; for when something large is over, such as the start.

    glibc does so by itself at the end of its heap alone, and what a start leaves free lies between what stays: 3 to 6 MB of
    the tutor's. Takes some ten milliseconds. Nothing happens with another C library.
    """
    malloc_trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if malloc_trim is not None:
        malloc_trim(0)
