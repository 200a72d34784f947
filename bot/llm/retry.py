"""How long to wait before the same request is tried again.

Exponential backoff with equal jitter (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog,
2015); what the server asks for with Retry-After is never undercut.
"""

from random import Random

FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0


def wait_before(retry: int, retry_after: float | None, chance: Random) -> float:
    """Seconds to wait before retry number `retry` (1 for the first)."""
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (retry - 1))
    jittered = ceiling * (0.5 + 0.5 * chance.random())
    if retry_after is None:
        return jittered
    return retry_after + 0.25 * ceiling * chance.random()
