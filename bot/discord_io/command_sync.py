"""Tells Discord which commands there are, only when they changed.

Every start would otherwise spend one of a day's few hundred command updates, and discord.py sleeps inside the
request when they are used up: so this runs beside the bot, never before it.
"""

import asyncio
import hashlib
import json
import logging
from typing import Any, Final, Protocol

import discord

from bot.discord_io.command_texts import command_payloads
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.texts.catalogue import Texts

_log = logging.getLogger(__name__)

TIME_LIMIT: Final = 120.0
"""Seconds; a rate limit that lasts longer is left for the next start."""


class CommandHashes(Protocol):
    """Where the hash of the commands that Discord knows is kept between starts."""

    async def get(self) -> str | None:
        """The hash that was set last; None before the first time."""
        ...

    async def set(self, value: str) -> None:
        """Keep a hash."""
        ...


class ForgottenHashes:
    """Keeps the hash for the life of the process: every start tells Discord again."""

    def __init__(self) -> None:
        self._value: str | None = None

    async def get(self) -> str | None:
        """The hash set in this process."""
        return self._value

    async def set(self, value: str) -> None:
        """Keep it until the process ends."""
        self._value = value


async def sync_commands(client: discord.Client, tree: Any, texts: Texts, hashes: CommandHashes) -> bool:
    """Bring Discord's commands up to date; whether it did. Never raises for Discord's part."""
    application_id = client.application_id
    if application_id is None:
        raise RuntimeError("commands can be told to Discord only after the login")
    payloads = await command_payloads(tree, texts)
    digest = fingerprint(application_id, payloads)
    if await hashes.get() == digest:
        return False
    try:
        async with asyncio.timeout(TIME_LIMIT):
            await client.http.bulk_upsert_global_commands(application_id, payload=payloads)
    except NETWORK_FAILURES as error:
        _log.error("the commands did not reach Discord, the next start tries again: %s", describe(error))
        return False
    await hashes.set(digest)
    _log.info("told Discord about %d commands", len(payloads))
    return True


def fingerprint(application_id: int, payloads: list[dict[str, Any]]) -> str:
    """A hash of everything Discord is told; another application starts from nothing, so its id counts."""
    text = json.dumps([application_id, payloads], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
