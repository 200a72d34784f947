"""How a scripted model server's answer to a chat request goes over the wire: as a stream or whole, faults included."""

import asyncio
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.doubles.model_faults import MIDWAY, Fault, Step
from tests.doubles.model_pieces import count_tokens


@dataclass
class Recorded:
    """One request as it arrived. `left` is set when the client closed the connection before the end."""

    path: str
    body: dict[str, Any]
    headers: Mapping[str, str]
    left: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def model(self) -> str:
        return str(self.body.get("model", ""))

    @property
    def last_message(self) -> str:
        messages = self.body.get("messages") or [{}]
        return str(messages[-1].get("content", ""))


class ChatReplies:
    """The part of a model server that writes replies; tests set how by its attributes."""

    def __init__(self) -> None:
        self.slice_bytes: int | None = None
        """When set, streams are written in slices of so many bytes, wherever that cuts a character."""
        self.first_piece_after = 0.0
        """Seconds that a stream is silent before its first piece."""
        self.whole_reply_after = 0.0
        """Seconds that a reply without streaming takes."""
        self.gives_usage = True
        self.gives_logprobs = True
        self.on_chunk: Callable[[Recorded], None] = lambda request: None
        """Called for every piece of a streamed answer, before it is sent."""
        self._go_on = asyncio.Semaphore(0)

    def go_on(self, pieces: int = 1) -> None:
        """Let a held answer send so many further pieces."""
        for _ in range(pieces):
            self._go_on.release()

    async def _stream(
        self, request: web.Request, recorded: Recorded, step: Step, pieces: Sequence[str], finish: str
    ) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        head = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": recorded.model,
        }

        async def send(raw: str) -> None:
            data = f"data: {raw}\n\n".encode()
            size = self.slice_bytes or len(data)
            for start in range(0, len(data), size):
                await response.write(data[start : start + size])
                if start % 64 == 63:
                    await asyncio.sleep(0)

        async def event(
            delta: Mapping[str, object], reason: str | None = None, logprobs: object = None
        ) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": reason, "logprobs": logprobs}
            await send(json.dumps({**head, "choices": [choice]}, ensure_ascii=False))

        await event({"role": "assistant", "content": ""})
        await asyncio.sleep(self.first_piece_after)
        for number, piece in enumerate(pieces):
            if number >= step.after_chunks and step.fault in MIDWAY:
                break
            if number and step.pause is None:
                await self._go_on.acquire()
            elif step.pause or step.fault is Fault.SLOW:
                await asyncio.sleep(step.pause or 0.05)
            self.on_chunk(recorded)
            key = "refusal" if step.fault is Fault.REFUSAL else "content"
            await event({key: piece}, logprobs=self._logprobs(recorded, piece))
        if step.fault is Fault.STALL_MIDWAY:
            await asyncio.Event().wait()
        if step.fault is Fault.RESET:
            assert request.transport is not None
            request.transport.abort()
            return response
        if step.fault is Fault.BROKEN_JSON:
            await send('{"id": "chatcmpl-1", "choices": [{"delta": {"conte')
        if step.fault is Fault.ERROR_MIDWAY:
            await send(json.dumps({"error": {"message": "upstream failed", "type": "server_error"}}))
        if step.fault not in MIDWAY:
            await event({}, finish)
            options = recorded.body.get("stream_options") or {}
            if options.get("include_usage") and self.gives_usage:
                await send(json.dumps({**head, "choices": [], "usage": _usage(recorded, pieces)}))
        if step.fault is not Fault.TRUNCATED:
            await send("[DONE]")
        await response.write_eof()
        return response

    async def _whole(
        self, request: web.Request, recorded: Recorded, step: Step, pieces: Sequence[str], finish: str
    ) -> web.Response:
        text = "".join(pieces)
        await asyncio.sleep(self.whole_reply_after)
        if step.fault is Fault.RESET:
            assert request.transport is not None
            request.transport.abort()
        if step.fault is Fault.STALL_MIDWAY:
            await asyncio.Event().wait()
        if step.fault is Fault.BROKEN_JSON:
            return web.Response(text='{"id": "chatcmpl-1", "choi', content_type="application/json")
        refused = step.fault is Fault.REFUSAL
        message = {
            "role": "assistant",
            "content": None if refused else text,
            "refusal": text if refused else None,
        }
        entries = [self._logprobs(recorded, piece) for piece in pieces]
        content = [entry for part in entries if part for entry in part["content"]]
        choice = {
            "index": 0,
            "message": message,
            "finish_reason": None if step.fault is Fault.TRUNCATED else finish,
            "logprobs": {"content": content} if content else None,
        }
        body = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": recorded.model,
            "choices": [choice],
        }
        if self.gives_usage:
            body["usage"] = _usage(recorded, pieces)
        return web.json_response(body)

    def _logprobs(self, recorded: Recorded, piece: str) -> dict[str, list[dict[str, Any]]] | None:
        if not recorded.body.get("logprobs") or not self.gives_logprobs:
            return None
        count = int(recorded.body.get("top_logprobs") or 0)
        shares = [0.5**rank for rank in range(1, count + 1)]
        top = [
            {"token": piece if rank == 0 else f"{piece}{rank}", "logprob": math.log(share), "bytes": None}
            for rank, share in enumerate(shares)
        ]
        own = {"token": piece, "logprob": math.log(0.5), "bytes": list(piece.encode()), "top_logprobs": top}
        return {"content": [own]}


def _usage(recorded: Recorded, pieces: Sequence[str]) -> dict[str, int]:
    prompt = sum(count_tokens(str(message.get("content", ""))) for message in recorded.body["messages"])
    return {
        "prompt_tokens": prompt,
        "completion_tokens": len(pieces),
        "total_tokens": prompt + len(pieces),
    }
