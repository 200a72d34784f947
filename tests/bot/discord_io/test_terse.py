"""First responses are sent as discord.py sends them, but without asking for the whole message back."""

import io
from typing import Any

import discord
import pytest
from discord.http import Route
from discord.webhook.async_ import interaction_message_response_params

from bot.discord_io.terse import TerseAdapter


class Recording(TerseAdapter):
    """Sends nothing, and keeps what would have been sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[Route, dict[str, Any]]] = []

    async def request(self, route: Route, session: Any, **rest: Any) -> Any:
        self.sent.append((route, rest))
        return ""


@pytest.mark.parametrize("with_file", [False, True])
async def test_no_echo_of_a_first_response_is_asked_for(with_file: bool) -> None:
    adapter = Recording()
    params = interaction_message_response_params(
        type=discord.InteractionResponseType.channel_message.value,
        content="one",
        **({"file": discord.File(io.BytesIO(b"one"), "one.txt")} if with_file else {}),
    )
    answered: Any = await adapter.create_interaction_response(7, "key", session=None, params=params)  # type: ignore[arg-type]  # nothing is sent
    ((route, rest),) = adapter.sent
    assert (route.method, route.url.endswith("/interactions/7/key/callback")) == ("POST", True)
    assert "params" not in rest
    assert bool(rest.get("multipart")) is with_file and bool(rest.get("payload")) is not with_file
    assert answered["interaction"]["id"] == "7"
