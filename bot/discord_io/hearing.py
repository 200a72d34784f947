"""Hears distress in whatever a learner types into a command, also where a name was asked for: a topic, a lesson, a time.

What takes a learner's own words is looked at again by whoever reads them, by the policy of their server. Support is given by every policy.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import discord
from discord import app_commands

from bot.safety import Action, Guard, InDistress

_LONGEST = 6000
"""What Discord lets anybody type into one option (https://discord.com/developers/docs/interactions/application-commands)."""

Command = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu


class Hearing:
    """Listens before a command runs. Share one."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def listen(self, interaction: discord.Interaction[Any], command: Command) -> None:
        """Raises `InDistress` where an option speaks of distress; what moderators type speaks for a server, not of themselves."""
        if _is_moderators(command):
            return
        data = cast(Mapping[str, Any], interaction.data or {})
        for typed in _typed(data.get("options", ())):
            verdict = self._guard.check_input(typed[:_LONGEST])
            if verdict.action is Action.SUPPORT:
                raise InDistress(verdict)


def _is_moderators(command: Command) -> bool:
    root = command.root_parent if isinstance(command, app_commands.Command) else None
    return (root or command).default_permissions is not None


def _typed(options: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for option in options:
        if isinstance(option.get("value"), str):
            yield option["value"]
        yield from _typed(option.get("options", ()))
