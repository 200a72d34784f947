"""/server diagnose: whether everything works."""

from typing import Any

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.llm.values import Payer
from bot.reports.diagnosis import Finding, Health
from bot.reports.diagnosis import Part as Looked
from bot.servers.settings import Snapshot
from bot.servers.settings.registry import CHANNELS_ALLOWED, NEWS_CHANNEL, THREAD_LOCK
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.part import Part

NEEDED = (
    "view_channel",
    "send_messages",
    "create_public_threads",
    "send_messages_in_threads",
    "embed_links",
    "attach_files",
    "read_message_history",
)
"""What the bot needs in a channel where it answers."""
LOCKING = ("manage_threads",)
"""What it needs beside that where its threads are to be locked."""
_MOST_PLACES = 6

_SEPARATORS = {Locale.EN: ", ", Locale.ZH_CN: "、", Locale.ZH_TW: "、"}


class DiagnosePart(Part):
    """Looks at every part."""

    @app_commands.command(name="diagnose")
    @acknowledged()
    async def diagnose(self, interaction: discord.Interaction[Any]) -> None:
        """Looks at every part and says what to do about those that are not well."""
        locale = await self._client.languages.private(interaction)
        await interaction.edit_original_response(
            content=await findings_in_words(self._client, interaction, locale)
        )


async def findings_in_words(client: Face, interaction: discord.Interaction[Any], locale: Locale) -> Released:
    """How everything is, part by part, with what is to be done."""
    key, say = key_of(interaction), client.services.texts.say
    here = await client.services.server_settings.get(key.server_id)
    findings = [
        *await client.services.diagnosis.findings(Payer(key.in_server, key.user_id)),
        Finding(Looked.INTENTS, Health.GOOD, {"reads": int(interaction.client.intents.message_content)}),
        *_permissions(client, interaction, here, locale),
    ]
    healths = {finding.health for finding in findings}
    if Health.BROKEN in healths:
        summary = say(locale, "diagnose-something")
    elif Health.LIMITED in healths:
        summary = say(locale, "diagnose-limited")
    else:
        summary = say(locale, "diagnose-all-good")
    lines = [say(locale, "diagnose-title")]
    for finding in findings:
        because = say(locale, finding.because) if finding.because else Released("")
        lines.append(joined(" ", [say(locale, finding.key, **finding.values), because]))
    return joined("\n\n", [joined("\n", lines), summary])


def _permissions(
    client: Face, interaction: discord.Interaction[Any], here: Snapshot, locale: Locale
) -> list[Finding]:
    """What the bot lacks in this channel, and in the others that the settings name."""
    needed = (*NEEDED, *LOCKING) if here[THREAD_LOCK] else NEEDED

    def lacking(held: discord.Permissions) -> Released | None:
        names = [
            client.services.texts.say(locale, f"diagnose-permission-{name}")
            for name in needed
            if not getattr(held, name)
        ]
        return joined(_SEPARATORS[locale], names) if names else None

    missing = lacking(interaction.app_permissions)
    found = [
        Finding(Looked.PERMISSIONS, Health.GOOD)
        if missing is None
        else Finding(Looked.PERMISSIONS, Health.BROKEN, {"missing": missing})
    ]
    guild = interaction.guild
    if guild is None:
        return found
    named = {*here[CHANNELS_ALLOWED], *here[NEWS_CHANNEL]} - {interaction.channel_id}
    for channel_id in sorted(named):
        channel = guild.get_channel(channel_id)
        missing = None if channel is None else lacking(channel.permissions_for(guild.me))
        if channel is not None and missing is not None:
            values = {"channel": plain(channel.mention), "missing": missing}
            found.append(Finding(Looked.CHANNELS, Health.BROKEN, values))
    return found[:_MOST_PLACES]
