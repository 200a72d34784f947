"""A request that is answered at once and whole, such as embeddings and moderation: one frame, no stream."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import TypeVar

from bot.llm.attempt import Limits
from bot.llm.failures import Failure
from bot.llm.ledger import CANCELLED
from bot.llm.trial import Trial
from bot.llm.values import Finish, Payer, Usage

T = TypeVar("T")


async def answer_at_once(
    trial: Trial,
    whom: tuple[Payer, str, str],
    tokens: int,
    limits: Limits,
    sent: Collection[str],
    send: Callable[[], Awaitable[tuple[T, Usage | None]]],
) -> T:
    """Reserve for `tokens`, send, settle. `whom` is payer, purpose and model; `sent` the parameters' names.

    `send` gives the answer with the usage that the server told, if it did. Raises `Failure`.
    """
    estimate = Usage(prompt_tokens=tokens, estimated=True)
    await trial.begin(*whom, estimate)
    failure: Failure | None = None
    try:
        async with asyncio.timeout_at(limits.deadline):
            value, usage = await send()
    except asyncio.CancelledError:
        await trial.end(CANCELLED)
        raise
    except Exception as error:  # as a `Failure`, raised below without its context
        failure = await trial.fail(error, sent)
    if failure is not None:
        raise failure
    trial.sign_of_life()
    await trial.end(Finish.STOP.value, usage or estimate)
    return value
