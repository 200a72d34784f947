"""A playground, and a plain bot connected to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from playground import Playground
from tests.doubles.plain_bot import PlainBot, running


@pytest.fixture
async def play() -> AsyncIterator[Playground]:
    playground = await Playground.start()
    yield playground
    await playground.stop()


@pytest.fixture
async def bot(play: Playground) -> AsyncIterator[PlainBot]:
    async with running(PlainBot(), play.api_base, play.gateway.url, play.bot_token) as connected:
        await play.until_connected()
        yield connected
