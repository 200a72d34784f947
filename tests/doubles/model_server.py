"""A model server that speaks OpenAI's API on loopback and does what a test tells it, faults included.

In a test: `async with ModelServer() as server`, then point an endpoint's `base_url` at `server.base_url`.
For a bot in a process of its own: `python -m tests.doubles.model_server --port 0 --script steps.json`; the first
line it prints is the base URL. A script is JSON such as
`{"answer": "Default text.", "steps": [{"say": "Hello."}, {"fault": "stall", "times": 2}]}`.

Steps are used up one per chat request, in order; with none left, `server.answer(request)` makes the text.
"""

import argparse
import asyncio
import base64
import json
import struct
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from tests.doubles.model_faults import FINISHES, Fault, Step, early_fault, error
from tests.doubles.model_pieces import DIMENSIONS, count_tokens, embed, split
from tests.doubles.model_replies import ChatReplies, Recorded

__all__ = ["Fault", "ModelServer", "Recorded", "Step", "count_tokens", "embed", "split"]

Answer = Callable[[Recorded], str]


def echo(request: Recorded) -> str:
    """The default answer: says back what was asked last."""
    return f"You asked: {request.last_message}"


class ModelServer(ChatReplies):
    """The scripted server. Everything it was asked is in `requests`, in order of arrival."""

    def __init__(self, answer: Answer = echo) -> None:
        super().__init__()
        self.answer = answer
        self.requests: list[Recorded] = []
        self.refused_parameters: set[str] = set()
        """Chat parameters answered with a 400 that names them."""
        self.moderation_scores: Callable[[str], Mapping[str, float]] = lambda text: {}
        self.models: list[str] = ["test-model", "test-fallback", "test-embedding", "test-moderation"]
        self.faulty_models: dict[str, Fault] = {}
        """Models that always fail in this way, whatever the steps say."""
        self.pace = 0.0
        """Seconds before every piece of an answer that no step describes."""
        self._steps: deque[Step] = deque()
        self._arrived = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self._port = 0

    # --- scripting ---

    def say(self, text: str) -> None:
        """Answer the next chat request with this text."""
        self._steps.append(Step(text=text))

    def say_slowly(self, pieces: Sequence[str], pause: float | None = 0.02) -> None:
        """Stream the next answer in exactly these pieces; `pause` None waits for `go_on()` between them."""
        self._steps.append(Step(pieces=pieces, pause=pause))

    def fault(
        self,
        fault: Fault,
        times: int = 1,
        *,
        text: str | None = None,
        after_chunks: int = 2,
        retry_after: str | None = None,
    ) -> None:
        """Let the next `times` chat requests go wrong in this way."""
        for _ in range(times):
            self._steps.append(
                Step(text=text, fault=fault, after_chunks=after_chunks, retry_after=retry_after, pause=0.0)
            )

    @property
    def chats(self) -> list[Recorded]:
        """The chat requests among `requests`."""
        return [request for request in self.requests if request.path.endswith("/chat/completions")]

    async def arrived(self, count: int = 1) -> None:
        """Wait until so many requests have come in, counted from the start."""
        async with self._arrived:
            await self._arrived.wait_for(lambda: len(self.requests) >= count)

    # --- life ---

    @property
    def base_url(self) -> str:
        """What goes into `OPENAI_BASE_URL`."""
        return f"http://127.0.0.1:{self._port}/v1"

    async def start(self, port: int = 0) -> Self:
        app = web.Application()
        for prefix in ("/v1", "/openai/v1", "/openai/deployments/{deployment}"):  # the last two are Azure's
            app.router.add_post(f"{prefix}/chat/completions", self._chat)
            app.router.add_post(f"{prefix}/embeddings", self._embeddings)
        app.router.add_post("/v1/moderations", self._moderations)
        app.router.add_get("/v1/models", self._models)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    # --- answers ---

    async def _record(self, request: web.Request) -> Recorded:
        recorded = Recorded(request.path, await request.json(), request.headers.copy())
        if "deployment" in request.match_info:
            recorded.body.setdefault("model", request.match_info["deployment"])
        async with self._arrived:
            self.requests.append(recorded)
            self._arrived.notify_all()
        return recorded

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        recorded = await self._record(request)
        try:
            return await self._answer_chat(request, recorded)
        except (asyncio.CancelledError, ConnectionError):
            recorded.left.set()
            raise
        finally:
            recorded.done.set()

    async def _answer_chat(self, request: web.Request, recorded: Recorded) -> web.StreamResponse:
        for name in sorted(self.refused_parameters):
            if name in recorded.body:
                return error(400, f"Unsupported parameter: '{name}' is not supported.", param=name)
        if recorded.model in self.faulty_models:
            step = Step(fault=self.faulty_models[recorded.model])
        else:
            step = self._steps.popleft() if self._steps else Step(pause=self.pace)
        early = await early_fault(step)
        if early is not None:
            return early
        pieces, finish = self._pieces(recorded, step)
        if recorded.body.get("stream"):
            return await self._stream(request, recorded, step, pieces, finish)
        return await self._whole(request, recorded, step, pieces, finish)

    def _pieces(self, recorded: Recorded, step: Step) -> tuple[list[str], str]:
        if step.fault is Fault.EMPTY:
            return [], "stop"
        if step.fault is Fault.REFUSAL:
            return [step.text or "I can't help with that."], "stop"
        text = step.text if step.text is not None else "".join(step.pieces or ()) or self.answer(recorded)
        limit = recorded.body.get("max_completion_tokens") or recorded.body.get("max_tokens")
        if step.fault is Fault.IGNORES_LIMIT:
            text = (text + " and on and on") * (2 + 4 * int(limit or 100) // max(1, count_tokens(text)))
            return split(text), "stop"
        pieces = list(step.pieces) if step.pieces is not None else split(text)
        finish = FINISHES.get(step.fault, "stop")
        if limit is not None and len(pieces) > int(limit):
            return pieces[: int(limit)], "length"
        return pieces, finish

    async def _embeddings(self, request: web.Request) -> web.Response:
        recorded = await self._record(request)
        if recorded.model in self.faulty_models:
            early = await early_fault(Step(fault=self.faulty_models[recorded.model]))
            if early is not None:
                return early
        given = recorded.body["input"]
        texts = [given] if isinstance(given, str) else given
        data = []
        for index, text in enumerate(texts):
            vector: object = embed(text)
            if recorded.body.get("encoding_format") == "base64":
                vector = base64.b64encode(struct.pack(f"<{DIMENSIONS}f", *embed(text))).decode()
            data.append({"object": "embedding", "index": index, "embedding": vector})
        tokens = sum(count_tokens(text) for text in texts)
        usage = {"prompt_tokens": tokens, "total_tokens": tokens}
        return web.json_response({"object": "list", "data": data, "model": recorded.model, "usage": usage})

    async def _moderations(self, request: web.Request) -> web.Response:
        recorded = await self._record(request)
        if recorded.model in self.faulty_models:
            early = await early_fault(Step(fault=self.faulty_models[recorded.model]))
            if early is not None:
                return early
        scores = {"harassment": 0.0, "self-harm": 0.0, "violence": 0.0}
        scores.update(self.moderation_scores(str(recorded.body["input"])))
        flags = {name: score >= 0.5 for name, score in scores.items()}
        result = {"flagged": any(flags.values()), "categories": flags, "category_scores": scores}
        return web.json_response({"id": "modr-1", "model": recorded.model, "results": [result]})

    async def _models(self, request: web.Request) -> web.Response:
        data = [{"id": name, "object": "model", "created": 1, "owned_by": "test"} for name in self.models]
        return web.json_response({"object": "list", "data": data})


def _load(server: ModelServer, script: Mapping[str, Any]) -> None:
    if "answer" in script:
        fixed = str(script["answer"])
        server.answer = lambda request: fixed
    for step in script.get("steps", ()):
        for _ in range(int(step.get("times", 1))):
            server._steps.append(
                Step(
                    text=step.get("say"),
                    pieces=step.get("pieces"),
                    pause=float(step.get("pause", 0.0)),
                    fault=Fault(step["fault"]) if "fault" in step else None,
                    after_chunks=int(step.get("after_chunks", 2)),
                    retry_after=step.get("retry_after"),
                )
            )


async def _serve(port: int, script: Mapping[str, Any]) -> None:
    server = ModelServer()
    _load(server, script)
    await server.start(port)
    print(server.base_url, flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        await server.stop()


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="A scripted model server on loopback.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--script", type=Path, help="a JSON file with an `answer` and `steps`")
    options = parser.parse_args()
    script = json.loads(options.script.read_text(encoding="utf-8")) if options.script else {}
    try:
        asyncio.run(_serve(options.port, script))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
