"""Tells Discord which commands there are, only when they changed.

Every start would otherwise spend one of a day's few hundred command updates, and discord.py sleeps inside the
request when they are used up: so this runs beside the bot, never before it.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

import discord

from bot.discord_io.command_texts import command_payloads
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.texts.catalogue import Texts

_log = logging.getLogger(__name__)

TIME_LIMIT: Final = 120.0
"""Seconds; a rate limit that lasts longer is left for the next start."""


class CommandHashes(Protocol):
    """Where the hash of the commands that Discord knows, and what it calls them, is kept between starts."""

    async def get(self) -> str | None:
        """The hash that was set last; None before the first time."""
        ...

    async def set(self, value: str) -> None:
        """Keep a hash."""
        ...

    async def command_ids(self) -> Mapping[str, int]:
        """The ids that were kept last; empty before the first time."""
        ...

    async def keep_command_ids(self, ids: Mapping[str, int]) -> None:
        """Keep Discord's ids by the whole names of the commands."""
        ...


class ForgottenHashes:
    """Keeps the hash for the life of the process: every start tells Discord again."""

    def __init__(self) -> None:
        self._value: str | None = None
        self._ids: Mapping[str, int] = {}

    async def get(self) -> str | None:
        """The hash set in this process."""
        return self._value

    async def set(self, value: str) -> None:
        """Keep it until the process ends."""
        self._value = value

    async def command_ids(self) -> Mapping[str, int]:
        """The ids kept in this process."""
        return self._ids

    async def keep_command_ids(self, ids: Mapping[str, int]) -> None:
        """Keep them until the process ends."""
        self._ids = ids


async def sync_commands(client: discord.Client, tree: Any, texts: Texts, hashes: CommandHashes) -> bool:
    """Bring Discord's commands up to date, and let sentences name them by Discord's ids; whether it told Discord anything.

    Never raises for Discord's part.
    """
    application_id = client.application_id
    if application_id is None:
        raise RuntimeError("commands can be told to Discord only after the login")
    payloads = await command_payloads(tree, texts)
    digest = fingerprint(application_id, payloads)
    known = await hashes.command_ids()
    texts.commands.learn(known)
    if known and await hashes.get() == digest:
        return False
    try:
        async with asyncio.timeout(TIME_LIMIT):
            told = await client.http.bulk_upsert_global_commands(application_id, payload=payloads)
    except NETWORK_FAILURES as error:
        _log.error("the commands did not reach Discord, the next start tries again: %s", describe(error))
        return False
    ids = dict(_ids_in(told))
    await hashes.keep_command_ids(ids)
    await hashes.set(digest)
    texts.commands.learn(ids)
    _log.info("told Discord about %d commands", len(payloads))
    return True


def fingerprint(application_id: int, payloads: list[dict[str, Any]]) -> str:
    """A hash of everything Discord is told; another application starts from nothing, so its id counts."""
    text = json.dumps([application_id, payloads], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


_SLASH, _SUBCOMMAND, _GROUP = 1, 1, 2
"""Discord's numbers ("Application Command Types", "Application Command Option Type")."""


def _ids_in(told: Sequence[Any]) -> Iterator[tuple[str, int]]:
    """Every command that can be used, by its whole name; a subcommand has the id of its command."""
    for command in told:
        if command.get("type", _SLASH) == _SLASH:
            for name in _whole_names(command):
                yield name, int(command["id"])


def _whole_names(node: Mapping[str, Any]) -> Iterator[str]:
    below = [one for one in node.get("options", ()) if one["type"] in (_SUBCOMMAND, _GROUP)]
    if not below:
        yield node["name"]
    for one in below:
        for name in _whole_names(one):
            yield f"{node['name']} {name}"
