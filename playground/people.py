"""People: what somebody with Discord's client can do, in the words of a test."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from playground import fields, permissions
from playground.interactions import Asked
from playground.messages import every_component
from playground.presence import Presence
from playground.reply import DidNotRespond, Reply, matches
from playground.screen import label_of
from playground.slash import (
    File,
    NotPossible,
    Typed,
    find_menu,
    require_visible,
    type_command,
    use_on_message,
    use_on_person,
)
from playground.state import Attachment, Channel, Message
from playground.wire import (
    SELECTS,
    ChannelKind,
    CommandKind,
    ComponentKind,
    InteractionKind,
    Json,
    MessageKind,
    Permission,
)


class Person(Presence):
    """Somebody at the screen. Made with ``play.person("Ada")``."""

    # ---- commands

    async def slash(
        self,
        command: str,
        *,
        channel: Channel | None = None,
        dm: bool = False,
        hidden: bool = False,
        options: dict[str, Any] | None = None,
        **named: Any,
    ) -> Reply:
        """Type ``/command`` with its options, by their English names; returns once it is acknowledged.

        *options* holds those whose names are taken here. *hidden* uses a command that Discord would not offer.
        """
        place = self._place(channel, dm)
        typed = self._type(command, {**(options or {}), **named}, place, hidden=hidden)
        return await self._do(InteractionKind.COMMAND, typed.name, typed.data, place)

    async def autocomplete(
        self,
        command: str,
        *,
        channel: Channel | None = None,
        dm: bool = False,
        hidden: bool = False,
        options: dict[str, Any] | None = None,
        **named: Any,
    ) -> list[str]:
        """The names offered while typing the last option named."""
        found = await self.choices(command, channel=channel, dm=dm, hidden=hidden, options=options, **named)
        return [it["name"] for it in found]

    async def choices(
        self,
        command: str,
        *,
        channel: Channel | None = None,
        dm: bool = False,
        hidden: bool = False,
        options: dict[str, Any] | None = None,
        **named: Any,
    ) -> list[Json]:
        """As ``autocomplete``, with names and values."""
        place = self._place(channel, dm)
        values = {**(options or {}), **named}
        typed = self._type(command, values, place, hidden=hidden, focused=list(values)[-1])
        reply = await self._do(InteractionKind.AUTOCOMPLETE, typed.name, typed.data, place)
        return reply.choices

    async def menu(self, name: str, target: Message | Person) -> Reply:
        """Use a context menu of a message or a person."""
        kind = CommandKind.MESSAGE if isinstance(target, Message) else CommandKind.USER
        place = target.channel if isinstance(target, Message) else self._place(None, False)
        command = find_menu(self.play.commands(place.guild), kind, name)
        require_visible(command, self.user, place.guild)
        if isinstance(target, Message):
            if not self.sees(target):
                raise NotPossible(f"{self.name} does not see that message")
            data = use_on_message(command, target, self.play.world.bot)
        else:
            data = use_on_person(command, target.user, place.guild)
        return await self._do(InteractionKind.COMMAND, command["name"], data, place)

    # ---- components and forms

    async def press(self, where: Reply | Message, name: str) -> Reply:
        """Press the button with this label, emoji or custom id (or the custom id's part before a colon)."""
        message, button = self._find(where, name, frozenset({ComponentKind.BUTTON}), "button")
        if "custom_id" not in button:
            raise NotPossible(f"“{name}” is a link; it sends nothing to the bot")
        data = {"component_type": 2, "custom_id": button["custom_id"], "id": button["id"]}
        return await self._do(InteractionKind.COMPONENT, data["custom_id"], data, message.channel, message)

    async def choose(self, where: Reply | Message, name: str, *chosen: Any) -> Reply:
        """Pick in the select with this placeholder or custom id; an only select may also be named by ``""``."""
        message, select = self._find(where, name, SELECTS, "select")
        data: Json = {
            "component_type": select["type"],
            "custom_id": select["custom_id"],
            "id": select["id"],
        }
        resolved: Json = {}
        data["values"] = fields.choose(select, list(chosen), resolved, message.channel.guild)
        if resolved:
            data["resolved"] = resolved
        return await self._do(InteractionKind.COMPONENT, data["custom_id"], data, message.channel, message)

    async def submit(self, form: Reply, values: dict[str, Any] | None = None) -> Reply:
        """Send the form that *form* opened; *values* by label or custom id."""
        opener = form.interaction
        if opener is None or opener.modal is None:
            raise NotPossible(f"no form is open; on {self.name}'s screen:\n{form.screen()}")
        data = fields.submit(opener.modal, values or {}, opener.channel.guild, self._keeper(opener.channel))
        asked = Asked(
            InteractionKind.MODAL_SUBMIT,
            self.user,
            opener.channel,
            data["custom_id"],
            data,
            opener.message,
            opener,
        )
        return await self._acknowledged(asked)

    # ---- messages

    async def say(
        self,
        text: str,
        *,
        channel: Channel | None = None,
        files: Sequence[File | Attachment] = (),
        reply_to: Message | None = None,
        ping: bool = True,
    ) -> Message:
        """Write in a channel (the default one, unless told)."""
        place = channel or self._place(None, False)
        if not self.may_write(place):
            raise NotPossible(f"{self.name} may not write in #{place.name}")
        allowed = {"parse": ["users", "roles", "everyone"], "replied_user": ping}
        return self.play.messages.write(
            place,
            self.user,
            {"content": text, "allowed_mentions": allowed},
            attachments=[it if isinstance(it, Attachment) else self._keeper(place)(it) for it in files],
            kind=MessageKind.DEFAULT if reply_to is None else MessageKind.REPLY,
            reply_to=reply_to,
        )

    def open_thread(
        self, name: str, *, channel: Channel | None = None, about: Message | None = None
    ) -> Channel:
        """Start a public thread in a channel, or from the message it is *about*."""
        parent = about.channel if about is not None else channel or self._place(None, False)
        if not permissions.in_channel(parent, self.user) & Permission.CREATE_PUBLIC_THREADS:
            raise NotPossible(f"{self.name} may not start threads in #{parent.name}")
        identity = None if about is None else about.id
        thread = self.play.world.add_thread(parent, name, self.user, ChannelKind.PUBLIC_THREAD, identity)
        if about is not None:
            about.thread = thread
        self.play.announce_channel("THREAD_CREATE", thread)
        return thread

    async def mention(
        self, text: str, *, channel: Channel | None = None, files: Sequence[File] = ()
    ) -> Reply:
        """Write to the bot by mentioning it. The reply fills as the bot answers: ``await reply.until(…)``."""
        return self._reply_to(
            await self.say(f"<@{self.play.world.bot.id}> {text}", channel=channel, files=files)
        )

    async def reply(self, to: Reply | Message, text: str, *, ping: bool = True) -> Reply:
        """Answer a message; *ping* is the client's "@ on"."""
        message = to.message if isinstance(to, Reply) else to
        if message.private:
            raise NotPossible("Discord does not let anybody reply to a private reply")
        return self._reply_to(await self.say(text, channel=message.channel, reply_to=message, ping=ping))

    async def dm(self, text: str, *, files: Sequence[File] = ()) -> Reply:
        """Write to the bot directly."""
        return self._reply_to(await self.say(text, channel=self.dms, files=files))

    def is_typing(self, channel: Channel | None = None) -> None:
        """Let the bot and the others know that this person types."""
        self.play.announce_typing(channel or self._place(None, False), self.user)

    async def edit(self, message: Message, text: str) -> None:
        """Change an own message."""
        if message.author is not self.user:
            raise NotPossible("only own messages can be edited")
        self.play.messages.edit(message, {"content": text})

    async def delete(self, message: Message) -> None:
        """Delete an own message."""
        if message.author is not self.user:
            raise NotPossible("only own messages can be deleted")
        self.play.messages.delete(message)

    async def react(self, message: Message, emoji: str) -> None:
        """Add a reaction."""
        self.play.messages.react(message, self.user, emoji)

    # ---- how it is done

    def _place(self, channel: Channel | None, dm: bool) -> Channel:
        if dm:
            return self.dms
        if channel is not None:
            return channel
        if self.user.id not in self.guild.members:
            raise NotPossible(f"{self.name} is in no server; use dm=True")
        return next(it for it in self.guild.channels.values() if not it.is_thread)

    def _keeper(self, place: Channel) -> Any:
        def keep(file: File) -> Attachment:
            return self.play.world.add_attachment(place, file.name, file.data, file.content_type)

        return keep

    def _type(
        self,
        command: str,
        values: dict[str, Any],
        place: Channel,
        *,
        hidden: bool,
        focused: str | None = None,
    ) -> Typed:
        if place.guild is not None and not (
            permissions.in_channel(place, self.user) & Permission.USE_APPLICATION_COMMANDS
        ):
            raise NotPossible(f"{self.name} may not use commands in #{place.name}")
        return type_command(
            self.play.commands(place.guild),
            command,
            values,
            user=self.user,
            guild=place.guild,
            keep=self._keeper(place),
            focused=focused,
            hidden=hidden,
        )

    def _find(
        self, where: Reply | Message, name: str, kinds: frozenset[ComponentKind], word: str
    ) -> tuple[Message, Json]:
        messages = where.messages if isinstance(where, Reply) else [where]
        offered: list[Json] = []
        for message in reversed(messages):
            if not self.sees(message):
                raise NotPossible(f"{self.name} does not see that message")
            for component in every_component(message.components):
                if component.get("type") not in kinds:
                    continue
                offered.append(component)
                if matches(component, name):
                    if component.get("disabled"):
                        raise NotPossible(f"the {word} “{name}” is disabled")
                    return message, component
            if name == "" and len(offered) == 1:
                return message, offered[0]
        listed = ", ".join(f"{label_of(it)} ({it.get('custom_id', 'link')})" for it in offered) or "none"
        shown = where.screen() if isinstance(where, Reply) else where.content
        raise NotPossible(f"no {word} {name!r}; there are: {listed}. On {self.name}'s screen:\n{shown}")

    def _reply_to(self, source: Message) -> Reply:
        return Reply(self.play, self.user, source=source)

    async def _do(
        self, kind: InteractionKind, name: str, data: Json, place: Channel, message: Message | None = None
    ) -> Reply:
        return await self._acknowledged(Asked(kind, self.user, place, name, data, message))

    async def _acknowledged(self, asked: Asked) -> Reply:
        """Make the interaction and wait for its first response, as long as Discord's client does."""
        interaction = self.play.interactions.create(asked)
        reply = Reply(self.play, self.user, interaction=interaction)
        limit = self.play.interactions.response_seconds
        ends = time.monotonic() + limit
        while interaction.response is None:
            waited = await interaction.pulse.wait(ends - time.monotonic())
            if interaction.response is None and (interaction.missed or not waited):
                why = "" if self.play.gateway.online else " (no bot is connected)"
                sentence = f"{asked.name}: the application did not respond within {limit:g} s{why}"
                raise DidNotRespond(sentence, reply)
        return reply
