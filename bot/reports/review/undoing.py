"""How a decision of the moderators is taken back: the case waits once more, with what reporters said.

What was shown in place of an answer stays until the case is decided anew, and *Correct* begins with the answer as it first was. A question
that a decision took out stands in the record as a change of its own, and is asked again when that is taken back.
"""

from bot.reports.review import store
from bot.servers.acting import AuditEntry, CannotUndo, ChangedSince, Signature, Step
from bot.storage import Connection


async def case_undoer(entry: AuditEntry, by: Signature) -> Step:
    """What takes a decision back, in the unit that records it."""
    decided = (entry.after or {}).get("state")

    async def step(connection: Connection) -> None:
        case = await store.load(connection, entry.server_id, entry.subject)
        if case is None:  # whoever had asked erased their data
            raise CannotUndo
        if case.state != decided:
            raise ChangedSince
        await store.wait_again(connection, case.id)

    return step
