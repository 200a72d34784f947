"""Who added the tutor to a server, as far as Discord lets it know."""

import discord

_LOOKED_THROUGH = 5


async def inviter(guild: discord.Guild, me: discord.Member) -> int | None:
    """The id of whoever added the tutor (`me`); None where it may not look into the server's record, or that does not say."""
    if not me.guild_permissions.view_audit_log:  # Discord counts what it has to refuse
        return None
    try:
        async for entry in guild.audit_logs(limit=_LOOKED_THROUGH, action=discord.AuditLogAction.bot_add):
            if entry.target is not None and entry.target.id == me.id:
                return entry.user_id
    except (discord.Forbidden, discord.NotFound):  # it may no longer
        return None
    return None
