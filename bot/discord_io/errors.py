"""What a person hears when something fails while they wait, and what we keep of it.

Never repeats or logs what a person or a model wrote: a traceback is kept without the exceptions' own words.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp
import discord
from discord import app_commands

from bot.discord_io.components import View
from bot.discord_io.failures import OVER, describe, refusal_of
from bot.discord_io.locale import Languages
from bot.discord_io.traces import trace_without_content
from bot.ids import Ids
from bot.llm.errors import ModelError
from bot.safety import InDistress, Verdict
from bot.storage.errors import StorageError
from bot.texts.catalogue import Texts, plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released
from bot.texts.locales import Locale

_log = logging.getLogger(__name__)

_INCIDENT_LENGTH: Final = 6

COMMAND_REFUSALS: Final[tuple[tuple[type[app_commands.AppCommandError], str], ...]] = (
    (app_commands.NoPrivateMessage, "common-server-only"),
    (app_commands.MissingPermissions, "common-moderators-only"),
    (app_commands.BotMissingPermissions, "common-no-permission"),
    (app_commands.CommandOnCooldown, "common-too-fast"),
    (app_commands.CheckFailure, "common-moderators-only"),
    (app_commands.CommandNotFound, "common-command-old"),
    (app_commands.CommandSignatureMismatch, "common-command-old"),
    (app_commands.TransformerError, "common-option-not-understood"),
)
"""What discord.py refuses before a command runs, and the sentence for it; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """The sentence for an error."""

    key: str
    values: Mapping[str, Released | float] = field(default_factory=dict)


class ErrorHandler:
    """Answers whatever failed, once, in the person's language. The first that applies counts:

    1. The interaction is over (10062, 10015, 50027), another copy answered it (40060) or the connection is
       closed: nothing is tried again.
    2. Autocomplete has no room for sentences: it gets no choices.
    3. Somebody in distress (`InDistress`) gets support, privately; no log knows of it.
    4. A `PersonError` is the person's to mend: its sentence, privately.
    5. What discord.py refuses before a command runs (`COMMAND_REFUSALS`): the table's sentence, privately.
    6. What a room of ours says of itself (`ModelError`, `StorageError`): its own sentence, and a log line.
    7. What Discord refuses us (`failures.REFUSALS`): the table's sentence, privately, where it has one.
    8. Discord could not be reached: a line in the log, and one try to say so.
    9. Anything else is ours: an incident number, its traceback in the log without content, and a sentence
       with that number for the person.
    """

    answer_distress: Callable[[discord.Interaction, Verdict], Awaitable[None]] | None = None
    """Gives support to whoever wrote what was decided about; set before the login."""

    def __init__(self, texts: Texts, languages: Languages, ids: Ids) -> None:
        self._texts = texts
        self._languages = languages
        self._ids = ids

    async def handle(self, interaction: discord.Interaction, error: BaseException) -> None:
        """Answer a failed command, component, modal or autocomplete. Never raises."""
        error = _cause(error)
        if _is_over(error) or interaction.client.is_closed():
            _log.info("an interaction was over before it was answered: %s", describe(error))
            return
        if isinstance(error, InDistress) and self.answer_distress is not None:
            await _quietly(self.answer_distress(interaction, error.verdict))
            return
        answer = self._answer(error, _place(interaction))
        if interaction.type is discord.InteractionType.autocomplete:
            await self.no_choices(interaction)
        elif answer is not None:
            locale = await self._languages.private(interaction)
            await _quietly(tell(interaction, self._texts.say(locale, answer.key, **answer.values)))

    async def no_choices(self, interaction: discord.Interaction) -> None:
        """Answer an autocomplete with nothing to choose from, unless it is answered. Never raises."""
        if not interaction.response.is_done():
            await _quietly(interaction.response.autocomplete([]))

    async def handle_message(self, message: discord.Message, error: BaseException) -> None:
        """Answer a mention, reply or DM whose turn failed, as a reply to it. Never raises."""
        error = _cause(error)
        answer = self._answer(error, f"message in guild {message.guild.id if message.guild else 'DM'}")
        if answer is not None:
            locale = await self._languages.of_message(message)
            text = self._texts.say(locale, answer.key, **answer.values)
            await _quietly(message.reply(text, mention_author=False))

    def handle_event(self, event: str, error: BaseException) -> None:
        """Keep a record of a failed event that nobody waits for."""
        self._answer(_cause(error), f"event {event}")

    def sentence(self, locale: Locale, error: Exception) -> Released:
        """The sentence for an error, for a reply that has begun; logs what is ours to mend."""
        answer = self._answer(_cause(error), "a reply that had begun") or _Answer(
            "common-discord-unreachable"
        )
        return self._texts.say(locale, answer.key, **answer.values)

    def _answer(self, error: BaseException, where: str) -> _Answer | None:
        if isinstance(error, PersonError):
            return _Answer(error.key, error.values)
        for kind, key in COMMAND_REFUSALS:
            if isinstance(error, kind):
                seconds = getattr(error, "retry_after", None)
                return _Answer(key, {} if seconds is None else {"seconds": round(seconds) or 1})
        if isinstance(error, ModelError | StorageError):
            _log.warning("%s (%s) at %s", type(error).__name__, error.key, where)
            return _Answer(error.key)
        refusal = refusal_of(error)
        if refusal is not None:
            _log.warning("Discord refused (%s) at %s", describe(error), where)
            return _Answer(refusal.key) if refusal.key else None
        if isinstance(error, discord.DiscordServerError | aiohttp.ClientError):
            _log.warning("Discord could not be reached (%s) at %s", describe(error), where)
            return _Answer("common-discord-unreachable")
        incident = self._ids.new()[:_INCIDENT_LENGTH]
        _log.error("incident %s at %s\n%s", incident, where, trace_without_content(error))
        return _Answer("common-incident", {"incident": plain(incident)})


def _cause(error: BaseException) -> BaseException:
    """What really happened, out of discord.py's wrapping."""
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    if isinstance(error, app_commands.TransformerError) and isinstance(error.__cause__, PersonError):
        return error.__cause__
    return error


def _is_over(error: BaseException) -> bool:
    return isinstance(error, discord.HTTPException) and error.code in OVER


def _place(interaction: discord.Interaction) -> str:
    """Where it happened, in names of ours only: a command, or a route without its arguments."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data: Any = interaction.data or {}
    custom_id = str(data.get("custom_id", ""))
    return f"{interaction.type.name} {custom_id.partition(':')[0]}"


async def tell(interaction: discord.Interaction, text: Released, view: View | None = None) -> None:
    """Tell whoever an interaction is from, privately, wherever it stands by now."""
    buttons: Any = discord.utils.MISSING if view is None else view
    if interaction.response.is_done():
        await interaction.followup.send(text, view=buttons, ephemeral=True)
    else:
        await interaction.response.send_message(text, view=buttons, ephemeral=True)


async def _quietly(sending: Awaitable[object]) -> None:
    """Send; when even that fails, leave it at a line in the log."""
    try:
        await sending
    except Exception as error:  # whoever calls has a failure to deal with already
        _log.warning("a person could not be told of an error: %s", describe(error))
