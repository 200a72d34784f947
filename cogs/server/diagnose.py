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
    findings = [
        *await client.services.diagnosis.findings(Payer(key.in_server, key.user_id)),
        Finding(Looked.INTENTS, Health.GOOD, {"reads": int(interaction.client.intents.message_content)}),
        _permissions(client, interaction, locale),
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


def _permissions(client: Face, interaction: discord.Interaction[Any], locale: Locale) -> Finding:
    missing = [name for name in NEEDED if not getattr(interaction.app_permissions, name)]
    if not missing:
        return Finding(Looked.PERMISSIONS, Health.GOOD)
    names = [client.services.texts.say(locale, f"diagnose-permission-{name}") for name in missing]
    return Finding(Looked.PERMISSIONS, Health.BROKEN, {"missing": joined(_SEPARATORS[locale], names)})
