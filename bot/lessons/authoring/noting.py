"""What authoring leaves in the record of changes, in the units that make them."""

from bot.lessons.authoring import store
from bot.lessons.authoring.undoing import state_of
from bot.lessons.authoring.values import OwnLesson
from bot.servers.acting import Deed, Signature, note
from bot.storage import Connection


async def noted(connection: Connection, *, by: Signature, deed: Deed, before: OwnLesson) -> None:
    """Record how a lesson stood and how it stands now, where that differs."""
    found = await store.own_lessons(connection, by.server_id, before.id)
    was, now = state_of(before), state_of(found[0]) if found else {}
    names = [name for name in was if was[name] != now.get(name)]
    if names:
        await note(
            connection,
            by,
            deed,
            before.id,
            {name: was[name] for name in names},
            {name: now.get(name) for name in names},
        )
