"""What this installation of the tutor remembers of itself between starts."""

import json
import secrets
from collections.abc import Mapping

from bot.servers import store
from bot.storage import Connection, Database

_COMMANDS = "commands"
_COMMAND_IDS = "command_ids"
_SALT = "salt"


class Installation:
    """A few values, each under its name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def salt(self) -> str:
        """A secret of this installation, made at its first start; it turns people's ids into pseudonyms."""

        async def unit(connection: Connection) -> str:
            known = await store.fact(connection, _SALT)
            if known is None:
                known = secrets.token_hex(16)
                await store.set_fact(connection, _SALT, known)
            return known

        return await self._database.write(unit)

    async def get(self) -> str | None:
        """The hash of the commands that Discord was told last."""
        return await self._database.read(lambda connection: store.fact(connection, _COMMANDS))

    async def set(self, value: str) -> None:
        """Remember the hash of the commands that Discord knows now."""
        await self._database.write(lambda connection: store.set_fact(connection, _COMMANDS, value))

    async def command_ids(self) -> Mapping[str, int]:
        """What Discord calls our commands, by their whole names; empty before it was told of them."""
        kept = await self._database.read(lambda connection: store.fact(connection, _COMMAND_IDS))
        return json.loads(kept) if kept else {}

    async def keep_command_ids(self, ids: Mapping[str, int]) -> None:
        """Remember what Discord calls our commands."""
        kept = json.dumps(ids)
        await self._database.write(lambda connection: store.set_fact(connection, _COMMAND_IDS, kept))
