"""First responses without an echo.

discord.py asks Discord to send the whole message back with every first response, and makes an object of it with all its parts.
Nothing here looks at that, and it takes as long as the response itself.
"""

from typing import Any

import aiohttp
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context


class TerseAdapter(AsyncWebhookAdapter):
    """discord.py's way to Discord's webhooks, with first responses that are answered by nothing but their success."""

    async def create_interaction_response(
        self,
        interaction_id: int,
        token: str,
        *,
        session: aiohttp.ClientSession,
        proxy: str | None = None,
        proxy_auth: aiohttp.BasicAuth | None = None,
        params: MultipartParameters,
    ) -> Any:
        """Send a first response; gives what discord.py would read of an echo."""
        route = Route(
            "POST",
            "/interactions/{webhook_id}/{webhook_token}/callback",
            webhook_id=interaction_id,
            webhook_token=token,
        )
        sending: dict[str, Any] = {"payload": params.payload}
        if params.files:
            sending = {"files": params.files, "multipart": params.multipart}
        await self.request(route, session=session, proxy=proxy, proxy_auth=proxy_auth, **sending)
        return {"interaction": {"id": str(interaction_id)}}


def use_terse_responses() -> None:
    """Let discord.py respond so, in this task and in all that it begins from now on."""
    async_context.set(TerseAdapter())  # type: ignore[no-untyped-call]  # discord.py names no types there
