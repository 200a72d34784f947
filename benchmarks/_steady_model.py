"""A model server that streams the same answer to everybody, word by word, and takes next to no CPU for it.

A benchmark of the bot must not measure its model's server: every piece is one prepared line, and one timer serves all
streams. 0.2 s to the first token, 60 tokens a second. Prints its base URL and serves until the process is ended.
"""

import asyncio
import json
import re

FIRST_TOKEN_SECONDS = 0.2
TOKENS_PER_SECOND = 60.0

ANSWER = " ".join(
    [
        "A token is a piece of text that a model reads as one unit, often a word or a part of one [1].",
        "Before a model reads anything, a tokenizer cuts the text into such pieces and gives each a number [1].",
        "Common words are one token; rare ones fall into several, and so do many names [2].",
        "That is why a price is counted in tokens and not in words, and why a limit is, too [2].",
        "What the model writes comes out in the same pieces: it chooses the next token, adds it, and begins again [1].",
        "For English, three quarters of a word for each token is a fair guess; for Chinese it is about one character.",
    ]
)


def _event(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
    head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "steady"}
    return _chunk(f"data: {json.dumps({**head, 'choices': [choice]})}\n\n".encode())


def _chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
PIECES = [_event({"role": "assistant", "content": ""})] + [
    _event({"content": word}) for word in re.findall(r"\s*\S+", ANSWER)
]
END = _event({}, "stop") + _chunk(b"data: [DONE]\n\n") + b"0\r\n\r\n"


class _Stream(asyncio.Protocol):
    """One connection; the requests on it come one after the other."""

    def __init__(self, streaming: "dict[_Stream, tuple[float, int]]") -> None:
        self._streaming = streaming
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        if found and len(body) >= (int(length.group(1)) if length else 0):
            self._received = b""
            self.transport.write(HEAD)
            loop = asyncio.get_running_loop()
            self._streaming[self] = (loop.time() + FIRST_TOKEN_SECONDS, 0)

    def connection_lost(self, error: Exception | None) -> None:
        self._streaming.pop(self, None)


async def _serve() -> None:
    streaming: dict[_Stream, tuple[float, int]] = {}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Stream(streaming), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    while True:
        await asyncio.sleep(0.25 / TOKENS_PER_SECOND)
        now = loop.time()
        for stream, (due, sent) in list(streaming.items()):
            if now < due:
                continue
            stream.transport.write(PIECES[sent])
            if sent + 1 < len(PIECES):
                streaming[stream] = (due + 1 / TOKENS_PER_SECOND, sent + 1)
            else:
                stream.transport.write(END)
                del streaming[stream]


if __name__ == "__main__":
    asyncio.run(_serve())
