"""What a server's settings say about model calls: whether any may be made, and by which model."""

from collections.abc import Callable
from decimal import Decimal

from bot.llm.door import ModelDoor
from bot.llm.errors import Paused
from bot.llm.ledger import Budget
from bot.llm.values import Payer, Usage
from bot.servers.settings.registry import PAUSE_REASON, PAUSED
from bot.servers.settings.settings import ServerSettings
from bot.servers.settings.snapshot import Snapshot


class PausableBudget:
    """A budget that refuses every call of a server whose moderators paused the model."""

    def __init__(self, budget: Budget, settings: ServerSettings) -> None:
        self._budget = budget
        self._settings = settings

    async def reserve(self, payer: Payer, tokens: int, cost: Decimal) -> str:
        """Set aside what a call may use. Raises `Paused`, and what the budget raises."""
        if payer.server_id is not None:
            here = await self._settings.get(payer.server_id)
            if here[PAUSED]:
                raise Paused(here[PAUSE_REASON])
        return await self._budget.reserve(payer, tokens, cost)

    async def settle(self, reservation: str, usage: Usage, cost: Decimal) -> None:
        """Count what the call really used."""
        await self._budget.settle(reservation, usage, cost)


class ChosenModels:
    """The chat model that each server's moderators chose."""

    def __init__(self, settings: ServerSettings) -> None:
        self._settings = settings

    async def __call__(self, payer: Payer) -> str | None:
        """The model for this payer's server; None for the operator's."""
        return None if payer.server_id is None else (await self._settings.get(payer.server_id)).model


def stop_when_paused(door: ModelDoor) -> Callable[[Snapshot], None]:
    """What to call after each change of settings: it ends the calls under way of a server that is paused."""

    def stop(here: Snapshot) -> None:
        if here[PAUSED]:
            door.stop(here.server_id, here[PAUSE_REASON])

    return stop
