"""The scripted model server is what other tests stand on, so it is checked here with a plain HTTP client."""

import asyncio
import json
import sys
from pathlib import Path

import aiohttp

from tests.doubles.model_server import ModelServer, split

ROOT = Path(__file__).parents[2]


async def test_it_serves_a_script_as_a_process_of_its_own(tmp_path: Path) -> None:
    script = tmp_path / "steps.json"
    steps = {"answer": "默认回答。", "steps": [{"say": "Hello."}, {"fault": "server_error", "times": 2}]}
    script.write_text(json.dumps(steps), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.doubles.model_server", "--script", str(script)),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        address = (await process.stdout.readline()).decode().strip()
        seen = []
        async with aiohttp.ClientSession() as client:
            for _ in range(4):
                body = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
                async with client.post(f"{address}/chat/completions", json=body) as response:
                    answer = await response.json()
                    seen.append(
                        answer["choices"][0]["message"]["content"] if response.ok else response.status
                    )
        assert seen == ["Hello.", 500, 500, "默认回答。"]
    finally:
        process.terminate()
        await process.wait()


async def test_the_default_answer_is_a_function_of_the_request() -> None:
    async with ModelServer(answer=lambda request: request.last_message.upper()) as server:
        body = {"model": "m", "messages": [{"role": "user", "content": "quote this"}]}
        async with (
            aiohttp.ClientSession() as client,
            client.post(f"{server.base_url}/chat/completions", json=body) as response,
        ):
            answer = await response.json()
        assert answer["choices"][0]["message"]["content"] == "QUOTE THIS"
        assert answer["usage"]["completion_tokens"] == 2


def test_pieces_join_to_the_text() -> None:
    for text in ("", " ", "a  b\n\nc ", "词元是 token。", "\n"):
        assert "".join(split(text)) == text
