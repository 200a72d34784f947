"""What Discord is expected to refuse, as data: for each refusal, what to do and what to tell the person.

Codes are from Discord's published list (developer documentation, "JSON Error Codes"). Nothing here reads or
repeats message content.
"""

import asyncio
from dataclasses import dataclass
from enum import Enum
from typing import Final

import aiohttp
import discord

NETWORK_FAILURES: Final = (discord.HTTPException, aiohttp.ClientError, OSError, asyncio.TimeoutError)
"""Everything that a request to Discord may fail with."""


class Remedy(Enum):
    """What to do about a refusal."""

    WAIT = "wait"
    """Try again later."""
    SKIP = "skip"
    """This one message is gone; leave it and go on with the others."""
    GIVE_UP = "give up"
    """Nothing that is sent this way will arrive any more."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One of Discord's error codes."""

    code: int
    remedy: Remedy
    key: str | None = None
    """The sentence for the person; None when there is nobody or no way left to tell."""


REFUSALS: Final = {
    refusal.code: refusal
    for refusal in (
        Refusal(10003, Remedy.GIVE_UP),  # unknown channel: it was deleted
        Refusal(10004, Remedy.GIVE_UP),  # unknown guild: the bot was removed
        Refusal(10008, Remedy.SKIP),  # unknown message: somebody deleted it
        Refusal(10015, Remedy.GIVE_UP),  # unknown webhook: the interaction's token is over
        Refusal(10062, Remedy.GIVE_UP),  # unknown interaction: not acknowledged within 3 seconds
        Refusal(40060, Remedy.GIVE_UP),  # already acknowledged: another copy of the event was faster
        Refusal(50001, Remedy.GIVE_UP, "common-no-access"),  # missing access
        Refusal(50005, Remedy.SKIP),  # somebody else's message
        Refusal(50007, Remedy.GIVE_UP, "common-no-dm"),  # the person takes no DMs
        Refusal(50013, Remedy.GIVE_UP, "common-no-permission"),  # missing permissions
        Refusal(50027, Remedy.GIVE_UP),  # invalid webhook token: 15 minutes are over
        Refusal(50083, Remedy.GIVE_UP, "common-thread-archived"),  # the thread is archived
        Refusal(160002, Remedy.GIVE_UP, "common-no-permission"),  # no permission to read what is replied to
    )
}
"""Discord's refusals that are expected, by code."""

OVER: Final = frozenset({10015, 10062, 40060, 50027})
"""Refusals after which nothing more can be sent for that interaction."""


def refusal_of(error: BaseException) -> Refusal | None:
    """The expected refusal behind an error, if it is one."""
    return REFUSALS.get(error.code) if isinstance(error, discord.HTTPException) else None


def remedy_for(error: BaseException) -> Remedy:
    """What to do about a failed request."""
    refusal = refusal_of(error)
    if refusal is not None:
        return refusal.remedy
    if isinstance(error, discord.HTTPException):
        return Remedy.WAIT if error.status == 429 or error.status >= 500 else Remedy.GIVE_UP
    return Remedy.WAIT


def wait_before_retry(error: BaseException) -> float:
    """Seconds that Discord asked for in a 429; 0 when it did not."""
    if not isinstance(error, discord.HTTPException):
        return 0.0
    try:
        return float(error.response.headers.get("Retry-After", 0))
    except ValueError:
        return 0.0


def describe(error: BaseException) -> str:
    """An error in one line for the log, without anything a person or a model wrote."""
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__} {error.status} code {error.code}"
    return type(error).__name__
