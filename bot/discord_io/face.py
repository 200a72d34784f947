"""What a cog may use of the client: cogs lie below the client in the house and never import it."""

from typing import TYPE_CHECKING, Any, Protocol

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.components import Components
from bot.discord_io.errors import ErrorHandler
from bot.discord_io.locale import Languages
from bot.discord_io.router import Router
from bot.texts.catalogue import Texts

if TYPE_CHECKING:  # types for the cogs; nothing here calls a room
    from bot.discord_io.desk import Desk
    from bot.services import Services


class Face(Protocol):
    """The client as its cogs see it."""

    texts: Texts
    languages: Languages
    components: Components
    router: Router
    errors: ErrorHandler
    acknowledgements: Acknowledgements
    services: "Services"
    desk: "Desk"

    @property
    def tree(self) -> app_commands.CommandTree[Any]:
        """Where message menus are added; commands of a cog come by themselves."""
        ...

    @property
    def user(self) -> discord.ClientUser | None:
        """The tutor itself; None before the login."""
        ...

    def is_addressed(self, message: discord.Message) -> bool:
        """Whether a person's message is for the tutor: a DM, a mention, or a reply that pings it."""
        ...

    def may_go_on(self, message: discord.Message) -> bool:
        """Whether a message may go on with a conversation in a thread that the tutor opened, where it may read those."""
        ...

    def get_partial_messageable(self, id: int, *, guild_id: int | None = None) -> discord.PartialMessageable:
        """A channel to write in, by its id; asks nobody whether it exists."""
        ...

    async def create_dm(self, user: discord.abc.Snowflake) -> discord.DMChannel:
        """The direct messages with a person."""
        ...

    async def add_cog(self, cog: commands.Cog, /, **options: Any) -> None:
        """Take in a cog with its commands, listeners and routes."""
        ...
