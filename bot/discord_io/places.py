"""Where a reply's messages go: the interaction it answers, or the channel of the message it answers.

Interactions come first wherever there is one: their messages do not wait in the channel's rate limit. Nothing
sent from here mentions anybody.
"""

from collections.abc import Sequence
from typing import Any, Final, Protocol, cast

import discord

from bot.discord_io.components import View
from bot.texts.kinds import Released

_NOBODY: Final = discord.AllowedMentions.none()
_ORIGINAL: Final = cast(int, "@original")
"""Discord's name for the message in the deferral's place, used as an id."""

_LEAVES_A_PLACE: Final = (
    discord.InteractionResponseType.deferred_channel_message,
    discord.InteractionResponseType.deferred_message_update,
)
_NONCE_LIMIT: Final = 25

Channel = (
    discord.TextChannel
    | discord.Thread
    | discord.DMChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.PartialMessageable
)


class Place(Protocol):
    """Makes, edits and deletes one reply's messages. Raises discord.py's and aiohttp's errors as they are."""

    async def send(self, part: int, content: str, view: View | None, files: Sequence[discord.File]) -> int:
        """Make message number `part` (from 0) and return its id."""
        ...

    async def edit(
        self, message_id: int, content: str, view: View | None, files: Sequence[discord.File]
    ) -> None:
        """Put new content into one of the reply's messages."""
        ...

    async def delete(self, message_id: int) -> None:
        """Take one of the reply's messages back."""
        ...


class PrivatePlace:
    """Private replies to an interaction that was deferred: the first takes the deferral's place.

    After a deferral that shows nothing, that place is the message with the button, which must be private itself.
    """

    def __init__(self, webhook: discord.Webhook, *, follows: bool = False) -> None:
        """`follows` says that the deferral's place is taken, so the first part is a follow-up as well."""
        self._webhook = webhook
        self._follows = follows

    @classmethod
    def of(cls, interaction: discord.Interaction) -> "PrivatePlace":
        """The place for a private reply to an interaction that has been acknowledged."""
        return cls(interaction.followup, follows=interaction.response.type not in _LEAVES_A_PLACE)

    @classmethod
    def stored(cls, client: discord.Client, application_id: int, token: str) -> "PrivatePlace":
        """The same place again after a restart, while the interaction's token lives (15 minutes)."""
        return cls(_follow_up_webhook(client, application_id, token))

    async def is_thinking(self) -> bool:
        """Whether the deferral's place still shows "thinking…". Asks Discord."""
        message = await self._webhook.fetch_message(_ORIGINAL)
        return message.flags.loading

    async def send(self, part: int, content: str, view: View | None, files: Sequence[discord.File]) -> int:
        if part == 0 and not self._follows:
            return await _edit_webhook(self._webhook, _ORIGINAL, content, view, files)
        return await _follow_up(self._webhook, content, view, files, private=True)

    async def edit(
        self, message_id: int, content: str, view: View | None, files: Sequence[discord.File]
    ) -> None:
        await _edit_webhook(self._webhook, message_id, content, view, files)

    async def delete(self, message_id: int) -> None:
        await self._webhook.delete_message(message_id)


class SharedPlace:
    """Public replies to an interaction that was deferred privately.

    The deferral's place is taken by a private notice first, since a follow-up right after a deferral would go
    into it and be private too.
    """

    def __init__(self, webhook: discord.Webhook, notice: Released | None) -> None:
        """`notice` is None when the deferral's place has been taken already."""
        self._webhook = webhook
        self._notice = notice

    @classmethod
    def of(cls, interaction: discord.Interaction, notice: Released) -> "SharedPlace":
        """The place for a public reply; `notice` tells the person, privately, where the answer is."""
        deferred = discord.InteractionResponseType.deferred_channel_message
        return cls(interaction.followup, notice if interaction.response.type is deferred else None)

    @classmethod
    def stored(
        cls, client: discord.Client, application_id: int, token: str, notice: Released | None = None
    ) -> "SharedPlace":
        """The same place again after a restart, while the interaction's token lives (15 minutes).

        `notice` is needed unless it is certain that the deferral's place has been taken; saying it twice is
        harmless.
        """
        return cls(_follow_up_webhook(client, application_id, token), notice)

    async def send(self, part: int, content: str, view: View | None, files: Sequence[discord.File]) -> int:
        if self._notice is not None:
            await _edit_webhook(self._webhook, _ORIGINAL, self._notice, None, ())
            self._notice = None
        return await _follow_up(self._webhook, content, view, files, private=False)

    async def edit(
        self, message_id: int, content: str, view: View | None, files: Sequence[discord.File]
    ) -> None:
        await _edit_webhook(self._webhook, message_id, content, view, files)

    async def delete(self, message_id: int) -> None:
        await self._webhook.delete_message(message_id)


class ChannelPlace:
    """Messages in a channel or DM, the first as a reply: for what people say without an interaction.

    Each message carries a nonce that Discord enforces for some minutes, so that sending it again (after a
    lost answer, or after a crash) does not make it twice.
    """

    def __init__(
        self, channel: Channel, nonce: str, reference: discord.MessageReference | None = None
    ) -> None:
        """`nonce` is the turn's id: the same turn sends the same nonces. At most 22 characters."""
        if len(nonce) > _NONCE_LIMIT - 3:
            raise ValueError("a nonce has at most 22 characters")
        self._channel = channel
        self._nonce = nonce
        self._reference = reference

    @classmethod
    def of(cls, message: discord.Message, nonce: str) -> "ChannelPlace":
        """The place for the answer to a message; it need not exist any more."""
        reference = discord.MessageReference(
            message_id=message.id,
            channel_id=message.channel.id,
            guild_id=message.guild.id if message.guild else None,
            fail_if_not_exists=False,
        )
        return cls(cast(Channel, message.channel), nonce, reference)

    @classmethod
    def stored(cls, client: discord.Client, channel_id: int, message_id: int, nonce: str) -> "ChannelPlace":
        """The same place again after a restart: what the last process sent is found by its nonce, not sent twice."""
        reference = discord.MessageReference(
            message_id=message_id, channel_id=channel_id, fail_if_not_exists=False
        )
        return cls(client.get_partial_messageable(channel_id), nonce, reference)

    async def send(self, part: int, content: str, view: View | None, files: Sequence[discord.File]) -> int:
        message = await self._channel.send(
            content,
            files=list(files),
            view=cast(discord.ui.View, view or discord.utils.MISSING),
            nonce=f"{self._nonce}-{part}",
            reference=cast(discord.MessageReference, self._reference if part == 0 else None),
            mention_author=False,
            allowed_mentions=_NOBODY,
        )
        if message.content != content:  # it was there already, from before a crash or a lost answer
            await self.edit(message.id, content, view, files)
        return message.id

    async def edit(
        self, message_id: int, content: str, view: View | None, files: Sequence[discord.File]
    ) -> None:
        await self._channel.get_partial_message(message_id).edit(
            content=content,
            view=cast(discord.ui.View, view or discord.utils.MISSING),
            attachments=list(files) if files else discord.utils.MISSING,
            allowed_mentions=_NOBODY,
        )

    async def delete(self, message_id: int) -> None:
        await self._channel.get_partial_message(message_id).delete()


async def replies_in_channel(
    client: discord.Client, channel_id: int, interaction_id: int, *, among: int = 100
) -> tuple[int, ...] | None:
    """The public messages that answer an interaction, oldest first, among a channel's newest `among` messages.

    None when the channel cannot be read. For finding out, after a crash, which messages exist.
    """
    channel = client.get_partial_messageable(channel_id)
    try:
        newest = [message async for message in channel.history(limit=among)]
    except discord.HTTPException:
        return None
    return tuple(
        message.id
        for message in reversed(newest)
        if message.interaction_metadata is not None and message.interaction_metadata.id == interaction_id
    )


def _follow_up_webhook(client: discord.Client, application_id: int, token: str) -> discord.Webhook:
    """What `interaction.followup` was in the process that got the interaction.

    A `Webhook.partial` refuses to send buttons (ValueError), as it cannot be asked to handle them.
    """
    data: Any = {"id": application_id, "type": discord.WebhookType.application.value, "token": token}
    return discord.Webhook.from_state(data, client._connection)


async def _edit_webhook(
    webhook: discord.Webhook, message_id: int, content: str, view: View | None, files: Sequence[discord.File]
) -> int:
    # What takes a deferral's place also takes the buttons off the message that may stand there.
    message = await webhook.edit_message(
        message_id,
        content=content,
        view=cast(discord.ui.View, view or (None if message_id is _ORIGINAL else discord.utils.MISSING)),
        attachments=list(files) if files else discord.utils.MISSING,
        allowed_mentions=_NOBODY,
    )
    return message.id


async def _follow_up(
    webhook: discord.Webhook, content: str, view: View | None, files: Sequence[discord.File], *, private: bool
) -> int:
    message = await webhook.send(
        content,
        view=cast(discord.ui.View, view or discord.utils.MISSING),
        files=list(files),
        ephemeral=private,
        allowed_mentions=_NOBODY,
        wait=True,
    )
    return message.id
