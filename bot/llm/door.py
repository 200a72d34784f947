"""The one door to models: every call of every room goes through here, and comes out answered or as a `ModelError`.

It never shows or stores what a model wrote, never logs a message, and never touches the network before the
first call. The `openai` package is imported in a thread.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, TypeVar

from bot.clock import Clock
from bot.ids import Ids
from bot.llm.attempt import Attempt, GiveWay, Limits, give_way_to_all
from bot.llm.breaker import Breaker, Circuit
from bot.llm.capabilities import Capabilities, CapabilityStore, CapabilityTable
from bot.llm.endpoint import Endpoint
from bot.llm.errors import ModelError, Reason
from bot.llm.estimate import estimate_tokens
from bot.llm.failures import Failure
from bot.llm.json_reply import NotJson, ask_to_repair, check, read_json, refuse_unknown
from bot.llm.ledger import Budget, CallLog, Ledger
from bot.llm.persistence import Persistence
from bot.llm.pricing import Price, PriceBook, Prices
from bot.llm.sdk import connect
from bot.llm.single import answer_at_once
from bot.llm.stream import Opened, StreamedReply
from bot.llm.trial import Trial
from bot.llm.values import (
    HOUSE,
    ChatRequest,
    Completion,
    Finish,
    JsonCompletion,
    Payer,
    TokenLogprobs,
    Usage,
)
from bot.llm.vectors import batches, read_scores, read_vectors
from bot.llm.wire import Shape, chat_body, read_usage
from bot.texts.kinds import ModelText
from bot.witness import Facts, Step, confidential, note

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from openai import AsyncOpenAI

_log = logging.getLogger(__name__)
T = TypeVar("T")

Preferred = Callable[[Payer], Awaitable[str | None]]

MOST_LOGPROBS = 20
"""Hosted APIs give no more alternatives than this for a token."""


class ModelDoor:
    """One endpoint's models. Made once, closed once; safe for any number of calls at the same time."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        budget: Budget,
        calls: CallLog,
        clock: Clock,
        ids: Ids,
        chance: Random,
        learnt: CapabilityStore | None = None,
        prices: Prices | None = None,
        give_way: GiveWay = give_way_to_all,
        preferred: Preferred | None = None,
    ) -> None:
        """Without `learnt`, what a server teaches is forgotten at the end; without `prices`, the price list is used.

        `preferred` names the chat model that a payer's server chose, where it chose one.

        Raises ValueError when the endpoint's capability overrides are not understood."""
        self._endpoint = endpoint
        self._clock = clock
        self._prices = prices if prices is not None else PriceBook(endpoint, clock)
        self._table = CapabilityTable(endpoint, learnt)
        self._ledger = Ledger(budget, calls, self._prices, clock, ids, self._spawn)
        self._persistence = Persistence(self._table, clock, chance, endpoint.max_tries)
        self._attempts: set[Attempt] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._client: AsyncOpenAI | None = None
        self._warming: asyncio.Task[None] | None = None
        self._closed = False
        self._give_way = give_way
        self._preferred = preferred

    # --- what is there ---

    @property
    def available(self) -> bool:
        """Whether a chat model is set up at all; False leads to quoting mode at once."""
        return not self._closed and self._endpoint.reachable and self._endpoint.chat_model is not None

    @property
    def can_embed(self) -> bool:
        """Whether an embedding model is set up."""
        return not self._closed and self._endpoint.reachable and self._endpoint.embedding_model is not None

    @property
    def can_moderate(self) -> bool:
        """Whether a moderation model is set up."""
        return not self._closed and self._endpoint.reachable and self._endpoint.moderation_model is not None

    @property
    def models(self) -> tuple[str, ...]:
        """The chat models that may be asked for, the default first."""
        named = (self._endpoint.chat_model, *self._endpoint.models_allowed, self._endpoint.fallback_model)
        return tuple(dict.fromkeys(name for name in named if name))

    def capabilities(self, model: str) -> Capabilities:
        """What is known of a model's abilities now."""
        return self._table.of(model)

    def circuit(self, model: str) -> Circuit:
        """Whether a model is being left alone; for diagnosis."""
        return self._persistence.breaker(model).state

    async def price(self, model: str) -> Price | None:
        """What a model costs today, with its source; None when no price is known."""
        return await self._prices.price(model)

    # --- life ---

    async def warm_up(self) -> None:
        """Import the SDK in a thread, look prices up and load what was learnt; the first call would wait for it."""
        if self._warming is None:
            self._warming = asyncio.create_task(self._warm_up())
        warming = self._warming
        try:
            await asyncio.shield(warming)
        finally:
            if warming.done() and self._client is None and self._warming is warming:
                self._warming = None  # it failed: the next call tries again

    async def _warm_up(self) -> None:
        names = (*self.models, self._endpoint.embedding_model, self._endpoint.moderation_model)
        await asyncio.gather(
            self._prices.look_up(name for name in names if name),
            self._table.load(),
        )
        self._client = await asyncio.to_thread(connect, self._endpoint)

    async def close(self) -> None:
        """End what is still open, wait until all has settled, close the connections."""
        self._closed = True
        if self._warming is not None:
            await asyncio.gather(self._warming, return_exceptions=True)
        await asyncio.gather(*(attempt.end() for attempt in self._attempts), return_exceptions=True)
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._client is not None:
            await self._client.close()

    def stop(self, server_id: int, why: str = "") -> int:
        """End every chat call of a Discord server that is under way, each with PAUSED; gives how many there were.

        `why` is the sentence of the moderators who paused it.
        """
        open_ones = [one for one in self._attempts if one.payer.server_id == server_id and not one.ended]
        for attempt in open_ones:
            attempt.stop(why)
        return len(open_ones)

    def _spawn(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(_nothing(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # --- chat ---

    def stream(self, request: ChatRequest) -> StreamedReply:
        """A reply delta by delta. Nothing is sent before the first delta is asked for; use it with `async with`."""

        async def begin() -> Opened:
            async def first(model: str, row: Capabilities, breaker: Breaker, limits: Limits) -> Opened:
                attempt = await self._open(request, Shape(), model, row, breaker, limits)
                piece = await attempt.read()
                assert piece is not None  # an empty answer is a failure
                return attempt, piece

            return await self._chat(request, first)

        return StreamedReply(begin)

    async def complete(self, request: ChatRequest) -> Completion:
        """A whole reply; a broken one is tried again. Raises `ModelError`."""
        completion, _ = await self._whole(request, Shape())
        return completion

    async def complete_json(self, request: ChatRequest, schema: Mapping[str, object]) -> object:
        """A JSON value that satisfies `schema` (the subset of `json_reply`); of `json_reply`, the value alone."""
        return (await self.json_reply(request, schema)).value

    async def json_reply(self, request: ChatRequest, schema: Mapping[str, object]) -> JsonCompletion:
        """A JSON value that satisfies `schema`, and what it took. Raises `ModelError`.

        A reply that does not satisfy it is sent back once for repair; after that it is BROKEN_REPLY, or LENGTH when it
        was cut short. Strings in the value are model text that nobody has checked.
        """
        refuse_unknown(schema)  # a mistake of ours: say so before anything is sent
        completion, _ = await self._whole(request, Shape(schema=schema))
        complaints, value = _read_checked(completion.text, schema)
        usage, cost = completion.usage, completion.cost
        if complaints:
            messages = ask_to_repair(request.messages, completion.text.unchecked, complaints)
            completion, _ = await self._whole(replace(request, messages=messages), Shape(schema=schema))
            complaints, value = _read_checked(completion.text, schema)
            usage += completion.usage
            cost = None if cost is None or completion.cost is None else cost + completion.cost
        if complaints:
            raise ModelError(Reason.LENGTH if completion.finish is Finish.LENGTH else Reason.BROKEN_REPLY)
        return JsonCompletion(value, usage, completion.model, cost)

    async def logprobs(self, request: ChatRequest, top: int = MOST_LOGPROBS) -> tuple[TokenLogprobs, ...]:
        """Each token of a reply with its `top` (1 to 20) likeliest candidates. Raises `ModelError`.

        UNSUPPORTED when the model does not give them.
        """
        if not 1 <= top <= MOST_LOGPROBS:
            raise ValueError("top must be from 1 to 20")
        completion, tokens = await self._whole(request, Shape(top=top))
        if not tokens:
            row = replace(self._table.of(completion.model), logprobs=False)
            await self._table.learn(completion.model, row)
            raise ModelError(Reason.UNSUPPORTED)
        return tokens

    async def _whole(
        self, request: ChatRequest, shape: Shape
    ) -> tuple[Completion, tuple[TokenLogprobs, ...]]:
        async def collect(
            model: str, row: Capabilities, breaker: Breaker, limits: Limits
        ) -> tuple[Completion, tuple[TokenLogprobs, ...]]:
            attempt = await self._open(request, shape, model, row, breaker, limits)
            texts: list[str] = []
            tokens: list[TokenLogprobs] = []
            while (piece := await attempt.read()) is not None:
                texts.append(piece.text)
                tokens.extend(piece.logprobs)
            assert attempt.finish is not None
            text = ModelText("".join(texts))
            trial = attempt.trial
            return Completion(text, trial.usage, model, attempt.finish, trial.cost), tuple(tokens)

        return await self._spoken(lambda: self._chat(request, collect))

    async def _open(
        self,
        request: ChatRequest,
        shape: Shape,
        model: str,
        row: Capabilities,
        breaker: Breaker,
        limits: Limits,
    ) -> Attempt:
        await self._give_way()  # counting a prompt takes milliseconds
        body = chat_body(request, model, row, shape, self._endpoint)
        trial = Trial(self._ledger, breaker, self._clock, self._spawn)
        attempt = Attempt(trial, request, model, row, body, limits, self._give_way)
        self._attempts = {one for one in self._attempts if not one.ended} | {attempt}
        await attempt.start(await self._connected())
        return attempt

    async def _chat(
        self,
        request: ChatRequest,
        run: Callable[[str, Capabilities, Breaker, Limits], Awaitable[T]],
    ) -> T:
        try:
            if not self.available:
                raise Failure(Reason.NO_MODEL)
            note(Step.PROMPT, lambda: _facts(request))
            preferred = None if request.model or not self._preferred else await self._preferred(request.payer)
            first = request.model or preferred or self._endpoint.chat_model
            if first is None:
                raise Failure(Reason.NO_MODEL)
            if not self._endpoint.allows(first):
                raise Failure(Reason.NOT_ALLOWED)
            return await self._persist((first, self._endpoint.fallback_model), run)
        except Failure as failure:
            reason = failure.reason
            note(Step.FAILURE, lambda: {"purpose": request.purpose, "reason": reason})
            raise

    # --- vectors and moderation ---

    async def embed(self, texts: Sequence[str], payer: Payer) -> "npt.NDArray[np.float32]":
        """One vector a row, in the order of `texts`, as the model gives them (not normalised). Raises `ModelError`."""
        import numpy as np

        model = self._endpoint.embedding_model
        if model is None or not self.can_embed:
            raise ModelError(Reason.NO_MODEL)
        parts: list[npt.NDArray[np.float32]] = []
        for batch in batches(texts):
            parts.append(await self._spoken(lambda batch=batch: self._embed(batch, payer, model)))  # type: ignore[misc]  # mypy cannot infer a lambda's default
        if not parts:
            return np.zeros((0, 0), dtype=np.float32)
        if len({part.shape[1] for part in parts}) != 1:
            raise ModelError(Reason.BROKEN_REPLY)
        return np.concatenate(parts)

    async def _embed(self, batch: Sequence[str], payer: Payer, model: str) -> "npt.NDArray[np.float32]":
        tokens = sum(estimate_tokens(text) for text in batch)

        async def run(
            model: str, row: Capabilities, breaker: Breaker, limits: Limits
        ) -> "npt.NDArray[np.float32]":
            client = await self._connected()
            body: dict[str, object] = {"model": model, "input": list(batch)}
            body["encoding_format"] = "base64" if row.base64_embeddings else "float"

            async def send() -> "tuple[npt.NDArray[np.float32], Usage | None]":
                answer = await client.embeddings.create(**body)  # type: ignore[arg-type]  # built by name
                return read_vectors(answer, len(batch)), read_usage(getattr(answer, "usage", None))

            trial = Trial(self._ledger, breaker, self._clock, self._spawn)
            return await answer_at_once(trial, (payer, "embed", model), tokens, limits, tuple(body), send)

        return await self._persist((model,), run)

    async def moderate(self, text: str, payer: Payer = HOUSE) -> Mapping[str, float]:
        """The provider's own categories with a score from 0 to 1 each. Raises `ModelError`; never retried long."""
        model = self._endpoint.moderation_model
        if model is None or not self.can_moderate:
            raise ModelError(Reason.NO_MODEL)
        tokens = estimate_tokens(text)

        async def run(model: str, row: Capabilities, breaker: Breaker, limits: Limits) -> Mapping[str, float]:
            client = await self._connected()

            async def send() -> tuple[Mapping[str, float], Usage | None]:
                answer = await client.moderations.create(model=model, input=text)
                return read_scores(answer), None

            trial = Trial(self._ledger, breaker, self._clock, self._spawn)
            whom = (payer, "moderate", model)
            return await answer_at_once(trial, whom, tokens, limits, ("model", "input"), send)

        return await self._spoken(lambda: self._persist((model,), run))

    # --- common ---

    async def _persist(
        self,
        models: Iterable[str | None],
        run: Callable[[str, Capabilities, Breaker, Limits], Awaitable[T]],
    ) -> T:
        await self._connected()
        deadline = asyncio.get_running_loop().time() + self._endpoint.timeout
        limits = Limits(deadline, self._endpoint.silence)

        async def one(model: str, row: Capabilities, breaker: Breaker) -> T:
            return await run(model, row, breaker, limits)

        return await self._persistence.run(dict.fromkeys(name for name in models if name), one, deadline)

    async def _spoken(self, work: Callable[[], Awaitable[T]]) -> T:
        """Turn a `Failure` into the `ModelError` that other rooms know, with nothing of its past."""
        try:
            return await work()
        except Failure as failure:
            error = ModelError(failure.reason, failure.scope, failure.why)
        raise error

    async def _connected(self) -> "AsyncOpenAI":
        if self._client is None:
            await self.warm_up()
        assert self._client is not None
        return self._client


async def _nothing(work: Coroutine[object, object, None]) -> None:
    await work


def _read_checked(text: ModelText, schema: Mapping[str, object]) -> tuple[tuple[str, ...], object]:
    try:
        value = read_json(text.unchecked)
    except NotJson:
        return ("it is not JSON",), None
    return check(value, schema), value


def _facts(request: ChatRequest) -> Facts:
    """What a model is to be asked, word for word."""
    told = () if confidential() else request.messages
    messages = [{"role": message.role.value, "content": message.content} for message in told]
    return {"purpose": request.purpose, "messages": messages}
