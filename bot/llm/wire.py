"""Requests as the Chat Completions API wants them, and its answers as pieces, streamed or whole.

Everything is read defensively: compatible servers leave out fields that OpenAI always sends.
"""

import math
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.llm.capabilities import Capabilities, JsonMode, TokenLimit
from bot.llm.endpoint import Endpoint
from bot.llm.errors import Reason
from bot.llm.estimate import MESSAGE_OVERHEAD, estimate_tokens
from bot.llm.failures import Failure
from bot.llm.json_reply import instruct, is_strict
from bot.llm.sdk import safety_identifier
from bot.llm.values import ChatMessage, ChatRequest, TokenChance, TokenLogprobs, Usage
from bot.texts.kinds import ModelText

if TYPE_CHECKING:
    from openai import AsyncOpenAI

REASONING_ROOM = 2048
"""Tokens that a reasoning model may think beyond the visible answer."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What kind of answer is wanted: text, JSON by a schema, or text with the `top` likeliest tokens (1 to 20)."""

    schema: Mapping[str, object] | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer. Several fields may come together, or none."""

    text: str = ""
    refusal: bool = False
    finish: str | None = None
    usage: Usage | None = None
    logprobs: tuple[TokenLogprobs, ...] = ()


def chat_body(
    request: ChatRequest, model: str, row: Capabilities, shape: Shape, endpoint: Endpoint
) -> dict[str, Any]:
    """The request's parameters, the same for the same request each time, so that prompt caches hold.

    Raises `Failure` UNSUPPORTED when the model cannot do what is asked.
    """
    messages = request.messages
    if shape.schema is not None and row.json is not JsonMode.SCHEMA:
        messages = instruct(messages, shape.schema)
    body: dict[str, Any] = {"model": model, "messages": [_message(message) for message in messages]}
    if row.token_limit is not TokenLimit.NONE:
        body[row.token_limit.value] = room(request.max_tokens, row)
    if request.temperature is not None and row.temperature:
        body["temperature"] = request.temperature
    if request.top_p is not None and row.temperature:
        body["top_p"] = request.top_p
    if shape.schema is not None and row.json is JsonMode.SCHEMA:
        schema = {"name": "reply", "schema": dict(shape.schema), "strict": is_strict(shape.schema)}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif shape.schema is not None and row.json is JsonMode.OBJECT:
        body["response_format"] = {"type": "json_object"}
    if shape.top is not None:
        if not row.logprobs:
            raise Failure(Reason.UNSUPPORTED)
        body["logprobs"] = True
        body["top_logprobs"] = shape.top
    if row.streaming:
        body["stream"] = True
        if row.stream_usage:
            body["stream_options"] = {"include_usage": True}
    if row.safety_identifier and endpoint.identity_salt and request.payer.learner_id:
        body["safety_identifier"] = safety_identifier(request.payer.learner_id, endpoint.identity_salt)
    return body


def room(max_tokens: int, row: Capabilities) -> int:
    """Tokens that the model may write in all, thinking included."""
    return max_tokens + (REASONING_ROOM if row.reasoning else 0)


def prompt_tokens(body: Mapping[str, Any]) -> int:
    """Estimated tokens of a request's messages and schema."""
    total = sum(estimate_tokens(message["content"]) + MESSAGE_OVERHEAD for message in body["messages"])
    if "json_schema" in body.get("response_format", {}):
        total += estimate_tokens(str(body["response_format"]["json_schema"]))
    return total


def _message(message: ChatMessage) -> dict[str, str]:
    return {"role": message.role.value, "content": message.content}


class Pieces:
    """An answer on its way. Closing it closes the connection, and with it the server's work."""

    def __init__(self, answer: Any) -> None:
        self._answer = answer
        self._streamed = isinstance(answer, AsyncIterator)
        self._given = False

    async def next(self) -> Piece | None:
        """The next piece; None at the end. Raises what the SDK raises, and `Failure` for what is no answer."""
        if not self._streamed:
            if self._given:
                return None
            self._given = True
            return _piece(self._answer, "message")
        try:
            chunk = await anext(self._answer)
        except StopAsyncIteration:
            return None
        except (ValueError, TypeError, AttributeError, LookupError):
            broken = True
        else:
            broken = False
        if broken:
            raise Failure(Reason.BROKEN_REPLY)
        return _piece(chunk, "delta")

    async def close(self) -> None:
        """Close the connection if it is still open."""
        if self._streamed:
            await self._answer.close()


async def send_chat(client: "AsyncOpenAI", body: Mapping[str, Any]) -> Pieces:
    """Send one chat request. Raises what the SDK raises."""
    if not body.get("stream"):
        return Pieces(await client.chat.completions.create(**body))
    from openai import AsyncStream  # loaded long ago, with the client

    # As plain JSON: making the SDK's own type of each chunk takes a third of a whole turn's CPU.
    chunks = AsyncStream[object]
    return Pieces(
        await client.post("/chat/completions", body=body, cast_to=object, stream=True, stream_cls=chunks)
    )


def _piece(answer: Any, part: str) -> Piece:
    usage = read_usage(_field(answer, "usage"))
    choices = _field(answer, "choices")
    if not isinstance(choices, list) or not choices:
        return Piece(usage=usage)  # the last chunk of a stream, and Azure's first
    choice = choices[0]
    said = _field(choice, part)
    text = _field(said, "content")
    finish = _field(choice, "finish_reason")
    return Piece(
        text=text if isinstance(text, str) else "",
        refusal=bool(_field(said, "refusal")),
        finish=finish if isinstance(finish, str) else None,
        usage=usage,
        logprobs=_logprobs(_field(choice, "logprobs")),
    )


def read_usage(usage: Any) -> Usage | None:
    """Usage as the server tells it; None when it does not."""
    prompt = _field(usage, "prompt_tokens")
    if not isinstance(prompt, int):
        return None
    completion = _field(usage, "completion_tokens")
    cached = _field(_field(usage, "prompt_tokens_details"), "cached_tokens")
    return Usage(
        prompt_tokens=prompt,
        completion_tokens=completion if isinstance(completion, int) else 0,
        cached_tokens=cached if isinstance(cached, int) else 0,
    )


def _logprobs(logprobs: Any) -> tuple[TokenLogprobs, ...]:
    content = _field(logprobs, "content")
    if not isinstance(content, list):
        return ()
    entries = []
    for entry in content:
        chance = _chance(entry)
        if chance is None:
            continue
        top = [_chance(other) for other in _field(entry, "top_logprobs") or ()]
        raw = _field(entry, "bytes")
        entries.append(
            TokenLogprobs(
                token=chance.token,
                logprob=chance.logprob,
                top=tuple(sorted((one for one in top if one), key=lambda one: -one.logprob)),
                raw=bytes(raw) if isinstance(raw, list) else None,
            )
        )
    return tuple(entries)


def _chance(entry: Any) -> TokenChance | None:
    token, logprob = _field(entry, "token"), _field(entry, "logprob")
    if not isinstance(token, str) or not isinstance(logprob, (int, float)) or not math.isfinite(logprob):
        return None
    return TokenChance(ModelText(token), float(logprob))


def _field(value: Any, name: str) -> Any:
    """A field of the SDK's own type or of plain JSON; None where it is missing."""
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)
