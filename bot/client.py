"""The Discord client: finds the cogs, keeps the connection, hands everything that arrives to its room.

Holds no tutoring of its own and no state that a restart would lose. It needs no privileged intent, mentions
nobody and keeps neither messages nor members in memory.
"""

import asyncio
import importlib
import logging
import pkgutil
import sys
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket

from bot.discord_io.acknowledge import Acknowledgements, first_response_of
from bot.discord_io.command_sync import CommandHashes, sync_commands
from bot.discord_io.components import Components
from bot.discord_io.errors import ErrorHandler
from bot.discord_io.failures import OVER
from bot.discord_io.hearing import Hearing
from bot.discord_io.locale import LanguageChoices, Languages
from bot.discord_io.once import SeenOnce
from bot.discord_io.router import Router
from bot.discord_io.terse import use_terse_responses
from bot.discord_io.traces import trace_without_content
from bot.discord_io.unheard import hear_less
from bot.ids import Ids
from bot.safety import InDistress
from bot.storage.errors import StorageError
from bot.texts.catalogue import Texts
from bot.texts.errors import PersonError
from bot.witness import Deed, Witness

if TYPE_CHECKING:  # the client only passes them on
    from bot.discord_io.desk import Desk
    from bot.services import Services

_log = logging.getLogger(__name__)

_REDELIVERED: Final = "redelivered"


class BrokenCog(RuntimeError):
    """A cog cannot be loaded. Its message names the cog and what is wrong."""


class IntentRefused(RuntimeError):
    """Discord does not grant an intent that the settings ask for. Its message says what to do."""


class LoginRefused(RuntimeError):
    """Discord does not take the token. Its message says what to do."""


class TutorTree(app_commands.CommandTree["TutorClient"]):
    """Slash commands and message menus: acknowledged first, handled once, every failure answered."""

    async def interaction_check(self, interaction: discord.Interaction["TutorClient"]) -> bool:
        """Runs before everything else of a command: nothing may be done here before the acknowledgement."""
        if _REDELIVERED in interaction.extras:
            return False
        command = interaction.command
        if interaction.type is discord.InteractionType.autocomplete or command is None:
            return True
        first = first_response_of(command.callback)
        try:
            if first is not None:
                await self.client.acknowledgements.defer(interaction, first)
            if self.client.hearing is not None:
                self.client.hearing.listen(interaction, command)
            if self.client.admit is not None:
                await self.client.admit(interaction, command.qualified_name)
        except (
            PersonError,
            InDistress,
            StorageError,
            discord.HTTPException,
            aiohttp.ClientError,
            OSError,
        ) as error:
            await self.client.errors.handle(interaction, error)
            return False
        return True

    async def on_error(
        self, interaction: discord.Interaction["TutorClient"], error: app_commands.AppCommandError
    ) -> None:
        """The one place where a command's failure ends."""
        await self.client.errors.handle(interaction, error)
        self.client.acknowledgements.owed.paid(interaction.id)

    async def _call(self, interaction: discord.Interaction["TutorClient"]) -> None:
        """discord.py swallows a failed autocomplete and the person would wait: answer with no choices."""
        with self.client.watching(interaction):
            await super()._call(interaction)
        if _REDELIVERED not in interaction.extras:
            self.client.acknowledgements.owed.paid(interaction.id)
        if (
            interaction.type is discord.InteractionType.autocomplete
            and _REDELIVERED not in interaction.extras
        ):
            if self.client.acknowledgements.is_waiting(interaction.id):
                await self.client.errors.no_choices(interaction)
        await self.client.after(interaction)


class _LateAutocomplete(logging.Filter):
    """Keeps discord.py from logging a traceback each time somebody types on before the choices are there."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is worth a line."""
        error = record.exc_info[1] if record.exc_info else None
        return not (isinstance(error, discord.HTTPException) and error.code in OVER)


_LATE_AUTOCOMPLETE: Final = _LateAutocomplete()


class TutorClient(commands.Bot):
    """The bot as Discord knows it."""

    services: "Services"
    """Everything a cog may use; set before the login."""
    desk: "Desk"
    """What cogs share on Discord's side; set before the login."""

    admit: Callable[[discord.Interaction, str], Awaitable[None]] | None = None
    """Called before a command or route of this name runs, once it was acknowledged; raises what stands in the way."""

    hearing: Hearing | None = None
    """Listens to what is typed into a command, before anything stands in the way of it."""

    tell_news: Callable[[discord.Interaction], Awaitable[None]] | None = None
    """Called after each interaction was answered; never raises."""

    witness: Witness | None = None
    """Watches what comes of each interaction; nobody does where the tutor talks to Discord."""

    def __init__(
        self,
        *,
        texts: Texts,
        ids: Ids,
        choices: LanguageChoices,
        hashes: CommandHashes,
        acknowledgements: Acknowledgements | None = None,
        cogs: str = "cogs",
        api_base: str | None = None,
        reads_messages: bool = False,
    ) -> None:
        """`cogs` is the package whose modules are loaded; `api_base` another Discord than the real one.

        `reads_messages` says that the operator was granted the message-content intent.
        """
        self.texts = texts
        self.languages = Languages(choices)
        self.errors = ErrorHandler(texts, self.languages, ids)
        self.acknowledgements = acknowledgements or Acknowledgements()
        self.router = Router(self.acknowledgements, self.errors, self._admit)
        self.components = Components(texts, self.router)
        self.opened = asyncio.Event()
        """Set when the connection stands and commands can arrive."""
        self.synced = asyncio.Event()
        """Set when Discord's commands are up to date, or cannot be brought up to date in this run."""
        self._hashes = hashes
        self._cog_package = cogs
        self._api_base = api_base
        self._seen = SeenOnce()
        logging.getLogger("discord.app_commands.tree").addFilter(_LATE_AUTOCOMPLETE)
        self._sync: asyncio.Task[None] | None = None
        super().__init__(
            command_prefix=commands.when_mentioned,  # text commands do not exist; `on_message` does not look
            help_command=None,
            tree_cls=TutorTree,
            intents=discord.Intents(
                guilds=True, guild_messages=True, dm_messages=True, message_content=reads_messages
            ),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            http_trace=self.acknowledgements.trace(),
        )
        hear_less(self._connection.parsers)

    async def setup_hook(self) -> None:
        """After the login, before the connection: find Discord's gateway, load the cogs, tell the commands.

        Raises `BrokenCog`.
        """
        if self._api_base is not None:
            _, gateway, _ = await self.http.get_bot_gateway()
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
        await self.load_cogs()
        self._sync = asyncio.create_task(self._tell_commands(), name="command-sync")

    async def login(self, token: str) -> None:
        """Raises `LoginRefused`."""
        if self._api_base is not None:
            discord.http.Route.BASE = self._api_base.rstrip("/")
        try:
            await super().login(token)
        except discord.LoginFailure as error:
            raise LoginRefused(
                "Discord does not know this DISCORD_TOKEN: copy it anew from the page “Bot” of your application"
            ) from error

    async def load_cogs(self) -> None:
        """Load every module of the cogs' folder that has no underscore in front. Raises `BrokenCog`."""
        for name in await asyncio.to_thread(_modules_in, self._cog_package):
            try:
                await asyncio.to_thread(importlib.import_module, name)  # what it needs is read off the loop
                await self.load_extension(name)
            except Exception as error:  # whatever its code does; a start must end in words
                cause = error.__cause__ or error
                raise BrokenCog(f"the cog {name} cannot be loaded: {cause}") from cause

    async def add_cog(self, cog: commands.Cog, /, **options: Any) -> None:
        """Take in a cog with its commands, listeners and routes."""
        await super().add_cog(cog, **options)
        self.router.collect(cog)

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Every event passes here first, before any task for it runs; an interaction is let through once."""
        if event_name == "interaction":
            interaction: discord.Interaction = args[0]
            if not self._seen.is_new(interaction.id):
                interaction.extras[_REDELIVERED] = True
                return
            self.acknowledgements.arrived(interaction.id)
            if self._is_command(interaction):
                return  # the command tree has it already
        super().dispatch(event_name, *args, **kwargs)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """A pressed button, a choice in a select, a submitted modal."""
        with self.watching(interaction):
            await self.router.dispatch(interaction)
        await self.after(interaction)

    def watching(self, interaction: discord.Interaction) -> AbstractContextManager[None]:
        """What is done in here is an account of this interaction, where somebody watches."""
        choosing = interaction.type is discord.InteractionType.autocomplete
        if self.witness is None or choosing or _REDELIVERED in interaction.extras:
            return nullcontext()
        return self.witness.watching(
            Deed(interaction.id, interaction.user.id, interaction.guild_id or 0, interaction.channel_id or 0)
        )

    async def _admit(self, interaction: discord.Interaction, name: str) -> None:
        if self.admit is not None:
            await self.admit(interaction, name)

    async def after(self, interaction: discord.Interaction) -> None:
        """Whatever waits for the person, once they were answered."""
        if self.tell_news is not None and _REDELIVERED not in interaction.extras:
            await self.tell_news(interaction)

    async def on_message(self, message: discord.Message, /) -> None:
        """Text commands do not exist; what people say to the tutor is for a cog's listener."""

    async def on_connect(self) -> None:
        """The connection stands; discord.py's own `ready` comes seconds later and says nothing more."""
        self.opened.set()

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """A listener failed: whoever spoke to the tutor is answered, the rest is a line in the log."""
        error = sys.exc_info()[1]
        if error is None:
            return
        message = args[0] if args and isinstance(args[0], discord.Message) else None
        if message is not None and (self.is_addressed(message) or self.may_go_on(message)):
            await self.errors.handle_message(message, error)
        else:
            self.errors.handle_event(event_method, error)

    def servers(self) -> frozenset[int] | None:
        """The ids of all servers that the tutor is in; None while Discord has not told them all."""
        if self.shard_count not in (None, 1) or not self.is_ready():
            return None
        return frozenset(guild.id for guild in self.guilds)

    def is_addressed(self, message: discord.Message) -> bool:
        """Whether a person's message is for the tutor: a DM, a mention, or a reply that pings it."""
        if message.author.bot or self.user is None:
            return False
        return message.guild is None or any(user.id == self.user.id for user in message.mentions)

    def may_go_on(self, message: discord.Message) -> bool:
        """Whether a message may go on with a conversation in a thread that the tutor opened, where it may read those.

        Its writer must have talked with the tutor there; what mentions others is for them.
        """
        thread, said = message.channel, message.mentions or message.role_mentions or message.mention_everyone
        return (
            self.intents.message_content
            and isinstance(thread, discord.Thread)
            and self.user is not None
            and thread.owner_id == self.user.id
            and not message.author.bot
            and not message.is_system()
            and not said
        )

    async def connect(self, *, reconnect: bool = True) -> None:
        """Raises `IntentRefused`."""
        use_terse_responses()  # interactions are handled in tasks that the connection begins
        try:
            await super().connect(reconnect=reconnect)
        except discord.PrivilegedIntentsRequired as error:
            raise IntentRefused(
                "Discord does not let your bot read messages: switch on “Message Content Intent” on the page “Bot” of your"
                " application, or take MESSAGE_CONTENT out of the settings"
            ) from error

    async def close(self) -> None:
        """Leave Discord; open work is finished by the rooms before."""
        if self._sync is not None:
            self._sync.cancel()
        await super().close()

    async def _tell_commands(self) -> None:
        try:
            await sync_commands(self, self.tree, self.texts, self._hashes)
        except Exception as error:  # beside the bot: it must not end unseen
            _log.error("the commands could not be told to Discord\n%s", trace_without_content(error))
        finally:
            self.synced.set()

    @staticmethod
    def _is_command(interaction: discord.Interaction) -> bool:
        return interaction.type in (
            discord.InteractionType.application_command,
            discord.InteractionType.autocomplete,
        )


def _modules_in(package: str) -> list[str]:
    """The names of a package's modules, without those that begin with an underscore."""
    path = importlib.import_module(package).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_"))
    return [f"{package}.{name}" for name in names]
