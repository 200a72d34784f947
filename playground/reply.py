"""What a person got: the answer to a command, a button, a form or a message, as it is on their screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.interaction import Interaction
from playground.messages import every_component
from playground.pulse import Pulse
from playground.screen import labels, readable, screen
from playground.state import Channel, Message, User
from playground.wire import SELECTS, ComponentKind, Json
from playground.world import Change

if TYPE_CHECKING:
    from playground.server import Playground

PATIENCE_SECONDS = 30.0
"""How long a test waits for what it wants to see, where it does not say; long, as it may run on a busy machine."""


class NotShown(AssertionError):
    """What was waited for did not appear; the message shows what did."""


class DidNotRespond(AssertionError):
    """ "The application did not respond": no first response within three seconds."""

    def __init__(self, sentence: str, reply: Reply) -> None:
        super().__init__(sentence)
        self.reply = reply


class Reply:
    """The bot's answer, live: each look shows it as it is now."""

    def __init__(
        self,
        play: Playground,
        user: User,
        *,
        interaction: Interaction | None = None,
        source: Message | None = None,
    ) -> None:
        self._play = play
        self.user = user
        self.interaction = interaction
        self.source = source
        """What the person wrote, where the answer is to a message."""

    # ---- what is there

    @property
    def messages(self) -> list[Message]:
        """The messages of the answer that this person sees, oldest first. Deleted ones are gone."""
        if self.interaction is not None:
            found = self.interaction.shown()
        else:
            found = self._answers()
        return [it for it in found if it.seen_by in (None, self.user.id)]

    @property
    def message(self) -> Message:
        """The newest message of the answer."""
        found = self.messages
        if not found:
            raise NotShown(f"{self.user.name} sees no answer yet")
        return found[-1]

    @property
    def text(self) -> str:
        """All words on the screen: contents, text displays and cards of every message, joined by newlines."""
        return "\n".join(words for it in self.messages if (words := readable(it)))

    @property
    def contents(self) -> list[str]:
        """The plain content of each message."""
        return [it.content for it in self.messages]

    @property
    def private(self) -> bool:
        """True when there is an answer and nobody else sees any of it."""
        found = self.messages
        return bool(found) and all(it.private or it.channel.is_dm for it in found)

    @property
    def thinking(self) -> bool:
        """True while a message says that the bot is thinking."""
        return any(it.loading for it in self.messages)

    @property
    def modal(self) -> Json | None:
        """The form that opened instead of a message."""
        return None if self.interaction is None else self.interaction.modal

    @property
    def choices(self) -> list[Json]:
        """Autocomplete's answer."""
        return [] if self.interaction is None else self.interaction.choices or []

    @property
    def acknowledged_in(self) -> float:
        """Seconds from sending the event to the arrival of the first response."""
        if self.interaction is None or self.interaction.acknowledged is None:
            raise NotShown("nothing has been acknowledged")
        return self.interaction.acknowledged - self.interaction.sent

    @property
    def buttons(self) -> list[str]:
        """Labels of all buttons on the screen, in order."""
        return [it for message in self.messages for it in labels(message.components, _BUTTONS)]

    @property
    def selects(self) -> list[str]:
        return [it for message in self.messages for it in labels(message.components, SELECTS)]

    @property
    def components(self) -> list[Json]:
        """All components of all messages, nested ones included."""
        return [it for message in self.messages for it in every_component(message.components)]

    def has_button(self, name: str) -> bool:
        """Whether a button that can be pressed has this label or custom id (or its part before the first colon)."""
        return any(
            matches(it, name) and not it.get("disabled")
            for it in self.components
            if it.get("type") == ComponentKind.BUTTON
        )

    def screen(self) -> str:
        """The answer as the person reads it."""
        return screen(self.messages, self.user, self.modal)

    def __repr__(self) -> str:
        return f"<Reply to {self.user.name}:\n{self.screen()}>"

    # ---- waiting

    async def until(self, condition: Callable[[Reply], object], timeout: float = PATIENCE_SECONDS) -> Reply:
        """Wait until *condition* holds of this reply; NotShown, with the screen, after *timeout* seconds."""
        ends = time.monotonic() + timeout
        pulse = Pulse()

        def listen(change: Change) -> None:
            if self._concerns(change):
                pulse.beat()

        self._play.world.listeners.append(listen)
        try:
            while not condition(self):
                await pulse.wait(min(_GLANCE_SECONDS, ends - time.monotonic()))
                if time.monotonic() >= ends and not condition(self):
                    violations = "".join(f"\n  ! {it}" for it in self._play.violations)
                    raise NotShown(
                        f"not within {timeout:g} s; on {self.user.name}'s screen:\n{self.screen()}{violations}"
                    )
        finally:
            self._play.world.listeners.remove(listen)
        return self

    async def shown(self, timeout: float = PATIENCE_SECONDS) -> Reply:
        """Wait until there is something to read, fill in or press, and nothing is thinking."""
        return await self.until(_is_shown, timeout)

    def _concerns(self, change: Change) -> bool:
        """Whether a change is worth a look. Leaves out what others were answered, which may be a great deal."""
        message, interaction = change.message, self.interaction
        if change.interaction is not None:
            return change.interaction is interaction
        if message is None or interaction is None or message is interaction.original:
            return True
        return message.interaction_id in (None, interaction.id)

    def _answers(self) -> list[Message]:
        """The bot's answers to what this person wrote: there, in its thread, or by direct message."""
        world, source = self._play.world, self.source
        if source is None:
            return []
        places = {source.channel.id: source.channel}
        for place in (world.channels.get(source.id), world.dm_with(self.user)):
            if place is not None:
                places[place.id] = place
        found = []
        for place in places.values():
            for message in reversed(place.messages.values()):
                if message.id < source.id:
                    break
                if self._answers_source(message):
                    found.append(message)
        return sorted(found, key=lambda it: it.id)

    def _answers_source(self, message: Message) -> bool:
        source = self.source
        if source is None or message.author is not self._play.world.bot or message.id < source.id:
            return False
        if message.reply_to is source or message.channel.id == source.id:
            return True
        channel: Channel = message.channel
        return (channel.is_dm and channel.recipient is self.user) or (
            channel is source.channel and channel.is_thread and message.reply_to is None
        )


_GLANCE_SECONDS = 0.25
"""Conditions may also look at things that are not this reply: they are tried this often at least."""

_BUTTONS = frozenset({ComponentKind.BUTTON})


def matches(component: Json, name: str) -> bool:
    """Whether a person (or a test) would call this component *name*."""
    custom_id = str(component.get("custom_id", ""))
    emoji = (component.get("emoji") or {}).get("name")
    shown = (component.get("label"), component.get("placeholder"), emoji)
    return name in shown or name in (custom_id, custom_id.split(":", 1)[0])


def _is_shown(reply: Reply) -> bool:
    return reply.modal is not None or (
        not reply.thinking
        and any(it.content or it.embeds or it.components or it.attachments for it in reply.messages)
    )
