"""How a section that a moderator named for a question is taken back: what was named before holds again, or nothing."""

from bot.lessons.links import store
from bot.servers.acting import AuditEntry, CannotUndo, ChangedSince, Signature, Step
from bot.storage import Connection


async def link_undoer(entry: AuditEntry, by: Signature) -> Step:
    """What takes it back, in the unit that records it."""
    was, is_now = ((side or {}).get("section") for side in (entry.before, entry.after))

    async def step(connection: Connection) -> None:
        linked = await store.section_of(connection, entry.server_id, entry.subject)
        if linked is None:  # whoever had asked erased their data
            raise CannotUndo
        if "#".join(linked) != is_now:
            raise ChangedSince
        if was is None:
            await store.remove(connection, entry.subject)
        else:
            lesson, _, section = str(was).partition("#")
            await store.move(connection, entry.subject, (lesson, section))

    return step
