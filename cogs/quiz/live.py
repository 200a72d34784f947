"""/quiz live: a round that a channel takes together. Everybody answers by button; nobody sees what the others press.

A press is acknowledged first, kept, and then answered privately. What the channel is shown is `bot/discord_io/live_stage.py`.
"""

import asyncio
from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.face import Face
from bot.discord_io.live_cards import LiveCards
from bot.discord_io.live_stage import LiveStage
from bot.discord_io.moderators import moderates, settings_here
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.speaking import require_public_place
from bot.quiz.live.scores import standings
from bot.quiz.live.values import (
    ROUNDS,
    SECONDS,
    TEAMS,
    USUAL_ROUNDS,
    USUAL_SECONDS,
    MayNotWrite,
    NotHere,
    NotJoined,
    Player,
    QuietHours,
    Scoring,
    ServersOnly,
    YouMayNotWrite,
)
from bot.servers.settings.registry import QUIET_FROM, QUIET_UNTIL, TIME_ZONE
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_CHANNELS: Final = frozenset(
    {
        discord.ChannelType.text,
        discord.ChannelType.news,
        discord.ChannelType.public_thread,
        discord.ChannelType.private_thread,
        discord.ChannelType.news_thread,
    }
)


class LivePart(app_commands.Group):
    """The command and the buttons."""

    def __init__(self, client: Face) -> None:
        super().__init__(name="live", description="…")  # what people read is in commands.ftl
        self._client = client
        self._services = client.services
        self._rounds = client.services.live
        self._say = client.services.texts.say
        self._cards = LiveCards(
            client.services.texts, client.components, client.services.guard, client.services.library
        )
        self.stage = LiveStage(client, self._cards, client.services.clock)

    @app_commands.command(name="live")
    @app_commands.choices(scoring=[app_commands.Choice(name=one.value, value=one.value) for one in Scoring])
    @acknowledged()
    async def live(
        self,
        interaction: discord.Interaction[Any],
        lesson: str | None = None,
        rounds: app_commands.Range[int, ROUNDS[0], ROUNDS[-1]] = USUAL_ROUNDS,
        seconds: app_commands.Range[int, SECONDS[0], SECONDS[-1]] = USUAL_SECONDS,
        scoring: str = Scoring.ACCURACY.value,
        teams: app_commands.Range[int, TEAMS[0], TEAMS[-1]] | None = None,
    ) -> None:
        """Begins a round in this channel."""
        server_id, channel_id = _place_of(interaction)
        await require_public_place(interaction)
        await self._require_no_quiet(interaction)
        one = await self._rounds.begin(
            server_id=server_id,
            channel_id=channel_id,
            host_id=interaction.user.id,
            language=await self._client.languages.public(interaction),
            lesson_id=lesson,
            length=rounds,
            seconds=seconds,
            scoring=Scoring(scoring),
            teams=teams or 0,
        )
        await self.stage.open(one)
        locale = await self._client.languages.private(interaction)
        text = self._say(locale, "live-begun")
        if one.length < rounds:
            text = joined("\n", [text, self._say(locale, "quiz-shorter", count=one.length)])
        await interaction.edit_original_response(
            content=text,
            view=self._client.components.view(
                self._client.components.button(
                    locale, "live-button-start", "live.start", one.id, style=discord.ButtonStyle.primary
                ),
                self._client.components.button(locale, "live-button-stop", "live.stop", one.id),
            ),
        )

    @live.autocomplete("lesson")
    async def lesson_choices(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Lessons of this server by what was typed."""
        return await self._client.desk.lesson_choices(interaction, typed)

    @route("live.join")
    @acknowledged(First.PRIVATE)
    async def join(self, interaction: discord.Interaction, round_id: str) -> None:
        """Takes somebody in."""
        locale = await self._client.languages.private(interaction)
        _, player, is_new = await self._rounds.join(
            round_id, interaction.user.id, interaction.user.display_name
        )
        parts = [self._joined(locale, player)]
        if is_new and not (await self._services.learners.get(key_of(interaction))).has_agreed:
            parts.append(self._say(locale, "live-what-is-kept"))
        await interaction.edit_original_response(
            content=joined("\n", parts),
            view=self._client.components.view(
                self._client.components.button(locale, "live-button-leave", "live.leave", round_id)
            ),
        )

    @route("live.leave")
    @acknowledged(First.UPDATE)
    async def leave(self, interaction: discord.Interaction, round_id: str) -> None:
        """Takes somebody out, with their answers."""
        locale = await self._client.languages.private(interaction)
        await self._rounds.leave(round_id, interaction.user.id)
        self.stage.call(round_id)
        await interaction.edit_original_response(content=self._say(locale, "live-left"), view=None)

    @route("live.pick")
    @acknowledged(First.PRIVATE)
    async def pick(self, interaction: discord.Interaction, round_id: str, number: int, line: int) -> None:
        """An answer, by the line of the message."""
        locale = await self._client.languages.private(interaction)
        try:
            taken = await self._rounds.answer(
                round_id, number, interaction.user.id, line, _millis(interaction)
            )
        except NotJoined as error:
            await interaction.edit_original_response(
                content=self._say(locale, error.key),
                view=self._client.components.view(
                    self._client.components.button(
                        locale,
                        "live-button-join",
                        "live.join",
                        round_id,
                        style=discord.ButtonStyle.primary,
                    )
                ),
            )
            return
        if taken.everybody:
            self.stage.call(round_id)
        key = "live-taken" if taken.is_new else "live-taken-before"
        option = self._cards.option_name(locale, taken.asked, taken.line)
        await interaction.edit_original_response(content=self._say(locale, key, option=option))

    @route("live.start")
    @acknowledged(First.PRIVATE)
    async def start(self, interaction: discord.Interaction, round_id: str) -> None:
        """Waits for nobody else."""
        locale = await self._client.languages.private(interaction)
        one = await self._rounds.start_now(
            round_id, interaction.user.id, moderates=await moderates(interaction)
        )
        self.stage.call(round_id)
        key = "live-starting" if one.players else "live-starting-empty"
        await interaction.edit_original_response(content=self._say(locale, key))

    @route("live.stop")
    @acknowledged(First.PRIVATE)
    async def stop(self, interaction: discord.Interaction, round_id: str) -> None:
        """Ends a round early."""
        locale = await self._client.languages.private(interaction)
        await self._rounds.stop(round_id, interaction.user.id, moderates=await moderates(interaction))
        self.stage.call(round_id)
        await interaction.edit_original_response(content=self._say(locale, "live-stopped"))

    @route("live.mine")
    @acknowledged(First.PRIVATE)
    async def mine(self, interaction: discord.Interaction, round_id: str) -> None:
        """Where somebody stands, for them alone. Raises `RoundOver` where the round was erased."""
        locale = await self._client.languages.private(interaction)
        one = await self._rounds.see(round_id)
        found = standings(await self._rounds.tally(round_id), one.scoring, one.seconds)
        own = next((line for line in found if line.player.user_id == interaction.user.id), None)
        if own is None:
            text = self._say(locale, "live-mine-none")
        else:
            text = self._say(
                locale,
                "live-mine",
                place=own.place,
                players=len(found),
                right=own.right,
                all=one.number,
                score=self._cards.score(locale, one.scoring, own),
            )
        await interaction.edit_original_response(content=text)

    async def _require_no_quiet(self, interaction: discord.Interaction[Any]) -> None:
        """Raises `QuietHours` where moderators want no round at this time of day."""
        here = await settings_here(interaction)
        if await asyncio.to_thread(here.is_quiet, self._services.clock.now()):  # may read a time zone's file
            start, end = here[QUIET_FROM] or 0, here[QUIET_UNTIL] or 0
            raise QuietHours(start=_time(start), end=_time(end), zone=plain(here[TIME_ZONE]))

    def _joined(self, locale: Locale, player: Player) -> Released:
        if not player.team:
            return self._say(locale, "live-joined")
        return self._say(locale, "live-joined-team", team=self._cards.team_name(locale, player.team))


def _place_of(interaction: discord.Interaction[Any]) -> tuple[int, int]:
    """Server and channel. Raises `ServersOnly`, `NotHere`, `YouMayNotWrite`, `MayNotWrite`."""
    channel = interaction.channel
    if interaction.guild_id is None:
        raise ServersOnly
    if channel is None or channel.type not in _CHANNELS:
        raise NotHere
    is_thread = isinstance(channel, discord.Thread)
    wanted = "send_messages_in_threads" if is_thread else "send_messages"
    if not getattr(interaction.permissions, wanted):
        raise YouMayNotWrite
    own = interaction.app_permissions
    if not (own.view_channel and getattr(own, wanted) and own.embed_links):
        raise MayNotWrite
    return interaction.guild_id, channel.id


def _time(minute: int) -> Released:
    return plain(f"{minute // 60:02}:{minute % 60:02}")


def _millis(interaction: discord.Interaction) -> int:
    """Milliseconds from the question to the press, both by Discord's clock."""
    if interaction.message is None:
        return 0
    return round((interaction.created_at - interaction.message.created_at).total_seconds() * 1000)
