"""/server export and import: a community's own things out as one archive, and in elsewhere."""

import io
from typing import Any

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.attachments import read_files
from bot.discord_io.moderators import acting, require_moderator
from bot.reports.moving import LARGEST, Arrival, Mistake
from bot.servers.leaving import KEPT_FOR
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from bot.texts.told import told_in
from cogs.server.part import Part

_MISTAKES_SHOWN = 10
_NEVER = discord.AllowedMentions.none()


class MovingPart(Part):
    """A server's belongings as a file."""

    @app_commands.command(name="export")
    @acknowledged()
    async def export(self, interaction: discord.Interaction[Any]) -> None:
        """Hands out the archive, and says what is in it and what is not."""
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        packed, own = await self._services.moving.packed(server_id)
        lessons = len(await self._services.authoring.matching(server_id, "")) if own.lessons else 0
        text = self._say(
            locale,
            "server-moving-exported",
            settings=len(own.settings),
            filters=len(own.filters),
            hidden=len(own.hidden),
            out=len(own.taken_out),
            lessons=lessons,
            questions=len(own.questions),
            challenges=len(own.challenges),
        )
        await interaction.edit_original_response(
            content=joined("\n", [text, self._say(locale, "server-moving-leaving", days=KEPT_FOR.days)]),
            attachments=[discord.File(io.BytesIO(packed), filename=f"tutor-server-{server_id}.zip")],
            allowed_mentions=_NEVER,
        )

    @app_commands.command(name="import")
    @acknowledged()
    async def take_in(self, interaction: discord.Interaction[Any], file: discord.Attachment) -> None:
        """Takes an archive in, or says what is wrong with it and takes nothing."""
        moderator = await acting(interaction)
        locale = await self._client.languages.private(interaction)
        (upload,) = await read_files(
            [file], most=LARGEST, guard=self._services.server_guard, server_id=interaction.guild_id or 0
        )
        arrival = await self._services.moving.take_in(moderator, upload.content)
        text = self._arrived(locale, arrival) if arrival.good else self._refused(locale, arrival)
        await interaction.edit_original_response(
            content=text, view=self._way_back(locale, arrival), allowed_mentions=_NEVER
        )

    def _way_back(self, locale: Locale, arrival: Arrival) -> discord.ui.View | None:
        """The button that takes all of it back, as long as it is the last change."""
        if arrival.change is None:
            return None
        make = self._client.components.button
        return self._client.components.view(
            make(locale, "server-undo-button", "undo.do", arrival.change, style=discord.ButtonStyle.danger)
        )

    def _arrived(self, locale: Locale, arrival: Arrival) -> Released:
        parts = [
            self._say(
                locale,
                "server-moving-taken",
                settings=len(arrival.settings),
                filters=arrival.filters,
                hidden=arrival.hidden,
                out=arrival.taken_out,
                lessons=arrival.lessons,
                published=arrival.published,
                questions=arrival.questions,
                challenges=arrival.challenges,
            )
        ]
        if arrival.left:
            parts.append(self._say(locale, "server-moving-left", count=arrival.left))
        if arrival.flawed:
            parts.append(self._say(locale, "server-moving-flawed", count=arrival.flawed))
        if arrival.stopped:
            parts.append(self._say(locale, "server-moving-stopped", count=arrival.stopped))
        if arrival.not_here:
            named = [self._say(locale, f"server-settings-name-{key}") for key in arrival.not_here]
            parts.append(self._say(locale, "server-moving-not-here", settings=joined(plain(", "), named)))
        if arrival.change is None:
            parts.append(self._say(locale, "server-moving-nothing-new"))
        else:
            parts += [self._say(locale, "server-moving-next"), self._say(locale, "server-moving-way-back")]
        return joined("\n", parts)

    def _refused(self, locale: Locale, arrival: Arrival) -> Released:
        if arrival.refused is not None:
            return self._say(locale, "server-moving-lessons-refused")
        shown = [self._mistake(locale, one) for one in arrival.mistakes[:_MISTAKES_SHOWN]]
        head = self._say(locale, "server-moving-mistakes", count=len(arrival.mistakes))
        return joined("\n", [head, *shown])

    def _mistake(self, locale: Locale, mistake: Mistake) -> Released:
        key = "server-moving-mistake-line" if mistake.line else "server-moving-mistake-file"
        return self._say(
            locale,
            key,
            path=self._quoted(mistake.path),
            line=mistake.line,
            what=told_in(locale, mistake.what, self._services.texts, lambda words: self._quoted(words[:120])),
        )
