"""Who changed what of a server: moderators under a mark of their own, and the record of their changes."""

from bot.servers.acting.deeds import Deed
from bot.servers.acting.noting import Signature, note
from bot.servers.acting.store import AuditEntry, Wanted, actor_of, moderators, record

__all__ = ["AuditEntry", "Deed", "Signature", "Wanted", "actor_of", "moderators", "note", "record"]
