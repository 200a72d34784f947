"""The search asks the model's door for vectors, and goes on without them."""

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import pytest

from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError, Reason
from bot.llm.values import HOUSE
from bot.model_doors import DoorEmbedder


class Door:
    """A door that embeds, fails, or has no model for it."""

    def __init__(self, *, can_embed: bool = True, error: Exception | None = None) -> None:
        self.can_embed = can_embed
        self.error = error
        self.payers: list[Any] = []

    async def embed(self, texts: Sequence[str], payer: Any) -> Any:
        self.payers.append(payer)
        if self.error:
            raise self.error
        return np.ones((len(texts), 2), dtype=np.float32)


def embedding(door: Door) -> DoorEmbedder:
    return DoorEmbedder(cast(ModelDoor, door), "vectors-1")


async def test_vectors_come_from_the_door_and_the_house_pays() -> None:
    door = Door()
    made = await embedding(door).embed(["a", "b"])
    assert made is not None
    assert made.shape == (2, 2)
    assert door.payers == [HOUSE]


@pytest.mark.parametrize(
    "door", [Door(can_embed=False), Door(error=ModelError(Reason.RATE_LIMITED)), Door(error=TimeoutError())]
)
async def test_without_an_answer_there_are_no_vectors_and_no_error(door: Door) -> None:
    assert await embedding(door).embed(["a"]) is None
