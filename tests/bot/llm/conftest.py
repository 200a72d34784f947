"""A scripted model server for every test of the door."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from tests.doubles.model_desk import Desk, desk
from tests.doubles.model_server import ModelServer

MakeDesk = Callable[..., Desk]


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    """A model server of this test's own."""
    async with ModelServer() as server:
        yield server


@pytest.fixture
async def at_desk(server: ModelServer) -> AsyncIterator[MakeDesk]:
    """Makes doors to the server, and closes them before the server stops."""
    made: list[Desk] = []

    def make(base_url: str | None = None, **options: Any) -> Desk:
        made.append(desk(base_url or server.base_url, **options))
        return made[-1]

    yield make
    for one in made:
        await one.door.close()
