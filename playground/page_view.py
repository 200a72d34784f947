"""The playground as one person sees it, in the words of the page's API. Only looks; changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import payloads, permissions
from playground.interaction import Interaction
from playground.slash import visible
from playground.state import Channel, Message
from playground.wire import Json, Permission, ResponseKind
from playground.world import Change, What

if TYPE_CHECKING:
    from playground.people import Person
    from playground.server import Playground


class View:
    """What the page is told."""

    def __init__(self, play: Playground) -> None:
        self._play = play

    def state(self, person: Person | None) -> Json:
        """Everything but messages: people, the bot, places, commands."""
        world = self._play.world
        return {
            "person": None if person is None else self.about(person),
            "people": [self.about(it) for it in self._play.people.values()],
            "bot": {
                **payloads.user(world.bot),
                "name": world.bot.name,
                "online": self._play.gateway.online,
                "given_up": self._play.controls.given_up(),
            },
            "guilds": [] if person is None else self._guilds(person),
            "dm": None if person is None else self._channel(person, person.dms),
            "commands": {} if person is None else self._commands(person),
            "turns": [] if person is None else self._play.turns.ids_of(person.id),
        }

    def messages(self, person: Person, channel: Channel, before: int | None, limit: int) -> Json:
        """The last *limit* messages of a channel, before the one with that id, oldest first."""
        seen = [it for it in channel.messages.values() if person.sees(it) and (not before or it.id < before)]
        return {"messages": [self.message(person, it) for it in seen[-limit:]], "more": len(seen) > limit}

    def about(self, person: Person) -> Json:
        """One person, with where they are a moderator."""
        return {
            "id": str(person.id),
            "name": person.name,
            "locale": person.user.locale,
            "accepts_dms": person.user.accepts_dms,
            "guilds": {
                str(it.id): {
                    "moderator": bool(permissions.in_guild(it, person.user) & Permission.MANAGE_GUILD)
                }
                for it in self._play.world.guilds.values()
                if person.id in it.members
            },
        }

    def _guilds(self, person: Person) -> list[Json]:
        return [
            {
                "id": str(guild.id),
                "name": guild.name,
                "locale": guild.locale,
                "channels": [self._channel(person, it) for it in guild.channels.values() if person.finds(it)],
                "roles": [payloads.role(it) for it in guild.roles.values()],
                "members": [payloads.user(it.user) for it in guild.members.values()],
            }
            for guild in self._play.world.guilds.values()
            if person.id in guild.members
        ]

    def _channel(self, person: Person, channel: Channel) -> Json:
        return {**payloads.channel(channel), "may_write": person.may_write(channel)}

    def _commands(self, person: Person) -> Json:
        places: Json = {
            str(guild.id): [it for it in self._play.commands(guild) if visible(it, person.user, guild)]
            for guild in self._play.world.guilds.values()
            if person.id in guild.members
        }
        places["dm"] = [it for it in self._play.commands() if visible(it, person.user, None)]
        return places

    def message(self, person: Person, message: Message) -> Json:
        """Discord's message, and what the page wants to know besides."""
        return {
            **payloads.message(message, self._play.world.bot),
            "private": message.private,
            "loading": message.loading,
            "rings": person.id in message.notified,
            "versions": len(message.edits),
        }

    def event(self, person: Person, change: Change) -> Json | None:
        """The change as this person may know it; None for nothing."""
        message, interaction, channel = change.message, change.interaction, change.channel
        if change.what is What.DELETE and message is not None:
            gone = {"id": str(message.id), "channel_id": str(message.channel.id)}
            return gone if person.could_see(message) else None
        if message is not None:
            return {"message": self.message(person, message)} if person.sees(message) else None
        if interaction is not None:
            return acknowledgement(interaction) if interaction.user is person.user else None
        if channel is not None:
            if not person.finds(channel):
                return None
            seen: Json = {"channel": self._channel(person, channel)}
            return seen if change.user is None else {**seen, "user": payloads.user(change.user)}
        if change.what is What.BOT:
            return {"online": self._play.gateway.online}
        return {}


def acknowledgement(interaction: Interaction) -> Json:
    """How and when the bot answered first."""
    about: Json = {"interaction": str(interaction.id), "name": interaction.name}
    if interaction.response is not None and interaction.acknowledged is not None:
        about["response"] = ResponseKind(interaction.response).name.lower()
        about["milliseconds"] = round((interaction.acknowledged - interaction.sent) * 1000, 1)
    if interaction.modal is not None:
        about["modal"] = interaction.modal
    if interaction.choices is not None:
        about["choices"] = interaction.choices
    return about
