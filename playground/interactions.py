"""Interactions as Discord runs them: made by a person, answered by the bot within its deadlines.

The deadlines and the one-response rule live here; the shape of the answers is checked in ``rules``.
Source: Discord's reference, "Interactions → Receiving and Responding".
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from playground import errors, payloads, permissions
from playground.gateway import Gateway
from playground.interaction import RESPONSE_SECONDS, TOKEN_SECONDS, Interaction
from playground.messages import Messages, body_is_empty
from playground.routing import Upload
from playground.state import Channel, Message, User
from playground.wire import InteractionKind, Json, MessageFlag, MessageKind, ResponseKind
from playground.world import Change, What, World

ATTACHMENT_LIMIT = 10 * 1024 * 1024
"""Bytes of one file. Source: Discord, "Uploading Files"."""

_KEPT = 5_000
"""Interactions remembered, at least, before those with dead tokens are forgotten."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person did."""

    kind: InteractionKind
    user: User
    channel: Channel
    name: str
    data: Json
    message: Message | None = None
    opener: Interaction | None = None


class Interactions:
    """Creates interactions and applies what the bot answers."""

    def __init__(self, world: World, gateway: Gateway, messages: Messages) -> None:
        self._world = world
        self._gateway = gateway
        self._messages = messages
        self.response_seconds = RESPONSE_SECONDS
        self.token_seconds = TOKEN_SECONDS
        self._forget_at = _KEPT

    # ---- from a person to the bot

    def create(self, asked: Asked) -> Interaction:
        """Make an interaction and send its event."""
        if len(self._world.interactions) > self._forget_at:
            self._forget_dead()
            self._forget_at = max(_KEPT, 2 * len(self._world.interactions))
        interaction = Interaction(
            self._world.snowflakes.next(),
            secrets.token_urlsafe(96),
            asked.kind,
            asked.user,
            asked.channel,
            asked.name,
            asked.data,
            self._world.clock.time(),
            {},
            message=asked.message,
            from_modal_opener=asked.opener,
        )
        interaction.event = self._event(interaction)
        self._world.interactions[interaction.id] = interaction
        self._world.by_token[interaction.token] = interaction
        interaction.sent = time.perf_counter()
        self.send(interaction)
        return interaction

    def send(self, interaction: Interaction) -> None:
        """Hand the event to the gateway; a second time when Discord would deliver it twice."""
        guild = interaction.channel.guild
        self._gateway.dispatch(
            "INTERACTION_CREATE", interaction.event, guild_id=None if guild is None else guild.id
        )

    def _event(self, interaction: Interaction) -> Json:
        channel, user, bot = interaction.channel, interaction.user, self._world.bot
        owners = {"0": "0"} if channel.guild is None else {"0": str(channel.guild.id)}
        event: Json = {
            "id": str(interaction.id),
            "application_id": str(bot.id),
            "type": int(interaction.kind),
            "token": interaction.token,
            "version": 1,
            "data": interaction.data,
            "channel_id": str(channel.id),
            "channel": payloads.channel(channel),
            "locale": user.locale,
            "app_permissions": str(permissions.in_channel(channel, bot)),
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": owners,
            "attachment_size_limit": ATTACHMENT_LIMIT,
        }
        if channel.guild is None:
            event["user"] = payloads.user(user)
            event["context"] = 1
        else:
            guild = channel.guild
            allowed = str(permissions.in_channel(channel, user))
            event["channel"]["permissions"] = allowed
            event["guild_id"] = str(guild.id)
            event["guild"] = {"id": str(guild.id), "locale": guild.locale, "features": []}
            event["guild_locale"] = guild.locale
            event["member"] = {**payloads.member(guild.members[user.id]), "permissions": allowed}
            event["context"] = 0
        if interaction.message is not None and interaction.kind is not InteractionKind.COMMAND:
            message = interaction.message
            event["message"] = payloads.message(message, bot)
        return event

    def _forget_dead(self) -> None:
        oldest = self._world.clock.time() - self.token_seconds
        for interaction in [it for it in self._world.interactions.values() if it.created < oldest]:
            del self._world.interactions[interaction.id]
            del self._world.by_token[interaction.token]

    # ---- the first response

    def awaiting_response(self, interaction_id: int, token: str) -> Interaction:
        """The interaction a callback is for, or Discord's refusal: 10062 too late, 40060 twice."""
        interaction = self._world.interactions.get(interaction_id)
        if interaction is None or not secrets.compare_digest(interaction.token, token):
            raise errors.unknown_interaction()
        if interaction.response is not None:
            raise errors.already_acknowledged()
        if self._world.clock.time() - interaction.created > self.response_seconds:
            interaction.missed = True
            interaction.pulse.beat()
            raise errors.unknown_interaction()
        return interaction

    def respond(
        self, interaction: Interaction, kind: ResponseKind, data: Json, uploads: list[Upload], arrived: float
    ) -> None:
        """Apply a first response whose shape has been checked."""
        if kind in (ResponseKind.MESSAGE, ResponseKind.DEFERRED_MESSAGE):
            loading = kind is ResponseKind.DEFERRED_MESSAGE
            if not loading and body_is_empty(data, uploads):
                raise errors.empty_message()
            private = bool((data.get("flags") or 0) & MessageFlag.PRIVATE)
            interaction.original = self._write(interaction, data, uploads, private=private, loading=loading)
        elif kind in (ResponseKind.UPDATE, ResponseKind.DEFERRED_UPDATE):
            interaction.original = interaction.message
            if kind is ResponseKind.UPDATE and interaction.message is not None:
                attachments = self._messages.attachments_after_edit(interaction.message, data, uploads)
                self._messages.edit(interaction.message, data, attachments)
        elif kind is ResponseKind.MODAL:
            interaction.modal = data
        else:
            interaction.choices = data.get("choices") or []
        interaction.response = kind
        interaction.acknowledged = arrived
        self._world.tell(Change(_ACKNOWLEDGEMENT.get(kind, What.ACKNOWLEDGED), interaction=interaction))
        interaction.pulse.beat()

    # ---- afterwards, by token

    def by_token(self, application_id: str, token: str) -> Interaction:
        """The interaction of a webhook path, or 50027 when its fifteen minutes are over."""
        interaction = self._world.by_token.get(token)
        if interaction is None or application_id != str(self._world.bot.id):
            raise errors.unknown_webhook()
        if self._world.clock.time() - interaction.created > self.token_seconds:
            raise errors.dead_token()
        if interaction.response is None:
            raise errors.unknown_webhook()
        return interaction

    def message_of(self, interaction: Interaction, which: str) -> Message:
        """A message that this token may read, edit or delete."""
        if which == "@original":
            message = interaction.original
        else:
            message = self._world.messages.get(int(which)) if which.isdigit() else None
            mine = (interaction.original, *interaction.followups)
            if message is not None and not any(message is it for it in mine):
                message = None
        if message is None or message.deleted_at is not None:
            raise errors.unknown_message()
        return message

    def follow_up(self, interaction: Interaction, body: Json, uploads: list[Upload]) -> Message:
        """A further message; right after a deferral it fills the deferred one, whose privacy it keeps."""
        if body_is_empty(body, uploads):
            raise errors.empty_message()
        original = interaction.original
        if original is not None and original.loading and original.deleted_at is None:
            self.edit(interaction, original, body, uploads)
            return original
        private = bool((body.get("flags") or 0) & MessageFlag.PRIVATE)
        message = self._write(interaction, body, uploads, private=private, loading=False)
        interaction.followups.append(message)
        interaction.pulse.beat()
        return message

    def edit(self, interaction: Interaction, message: Message, body: Json, uploads: list[Upload]) -> None:
        attachments = self._messages.attachments_after_edit(message, body, uploads)
        self._messages.edit(message, body, attachments)
        interaction.pulse.beat()

    def delete(self, interaction: Interaction, message: Message) -> None:
        self._messages.delete(message)
        interaction.pulse.beat()

    def _write(
        self, interaction: Interaction, body: Json, uploads: list[Upload], *, private: bool, loading: bool
    ) -> Message:
        source = interaction.message
        kind, reply_to = MessageKind.CHAT_COMMAND, None
        if interaction.kind is InteractionKind.COMMAND:
            if interaction.data.get("type") != 1:
                kind = MessageKind.MENU_COMMAND
        elif source is not None:
            kind, reply_to = MessageKind.REPLY, source
        attachments = self._messages.take_uploads(interaction.channel, body, uploads)
        return self._messages.write(
            interaction.channel,
            self._world.bot,
            body,
            attachments=attachments,
            kind=kind,
            reply_to=reply_to,
            seen_by=interaction.user.id if private else None,
            loading=loading,
            interaction_id=interaction.id,
            interaction_metadata=self._metadata(interaction),
        )

    def _metadata(self, interaction: Interaction) -> Json:
        metadata: Json = {
            "id": str(interaction.id),
            "type": int(interaction.kind),
            "user": payloads.user(interaction.user),
            "authorizing_integration_owners": interaction.event["authorizing_integration_owners"],
        }
        if interaction.kind is InteractionKind.COMMAND:
            metadata["name"] = interaction.name
            metadata["command_type"] = interaction.data.get("type", 1)
        elif interaction.kind is InteractionKind.COMPONENT and interaction.message is not None:
            metadata["interacted_message_id"] = str(interaction.message.id)
        elif interaction.from_modal_opener is not None:
            metadata["triggering_interaction_metadata"] = self._metadata(interaction.from_modal_opener)
        return metadata


_ACKNOWLEDGEMENT = {ResponseKind.MODAL: What.MODAL, ResponseKind.AUTOCOMPLETE: What.CHOICES}
