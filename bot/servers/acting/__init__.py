"""Who changed what of a server: moderators under a mark of their own, and the record of their changes."""

from bot.servers.acting.store import AuditEntry, actor_of, moderators, record

__all__ = ["AuditEntry", "actor_of", "moderators", "record"]
