"""What this installation of the tutor remembers of itself between starts."""

import secrets

from bot.servers import store
from bot.storage import Connection, Database

_COMMANDS = "commands"
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
