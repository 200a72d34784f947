"""What the record of changes says about challenges, and how a change of them is taken back: versions stay."""

from collections.abc import Mapping
from typing import Any

from bot.practice import store
from bot.practice.store import NewVersion
from bot.practice.values import ChallengePlace, ChallengeState
from bot.servers.acting import AuditEntry, CannotUndo, ChangedSince, Deed, Signature, Step, note
from bot.storage import Connection


async def noted(
    connection: Connection,
    by: Signature,
    deed: Deed,
    before: dict[str, Any] | None,
    place: ChallengePlace,
) -> None:
    """Record how a challenge stood and stands, where that differs, in the unit that changed it."""
    after = await store.standing(connection, place)
    if before != after:
        await note(connection, by, deed, place.challenge_id, before, after)


async def challenge_undoer(entry: AuditEntry, by: Signature) -> Step:
    """What takes a change of a challenge back, in the unit that records it."""
    before, after = entry.before, entry.after

    async def step(connection: Connection) -> None:
        place = ChallengePlace(entry.server_id, entry.subject)
        if not await _stands_as(connection, place, await store.standing(connection, place), after):
            raise ChangedSince
        if before is None:
            await store.set_state(connection, place, ChallengeState.RETIRED)
            return
        if after is not None and before["version"] != after["version"]:
            earlier = await store.version_of(connection, place, int(before["version"]))
            if earlier is None:
                raise CannotUndo
            new = NewVersion(*earlier, by.user_id)
            await store.put(connection, place, new, publish=False, position=0, now=by.at)
        await store.put_back(connection, place, ChallengeState(before["state"]), before["published"])

    return step


async def _stands_as(
    connection: Connection, place: ChallengePlace, now: dict[str, Any] | None, then: Mapping[str, Any] | None
) -> bool:
    """Whether a challenge stands as it stood: taking a later change back makes a new version with the old words."""
    if now is None or then is None:
        return now is None and then is None
    if now["state"] != then["state"]:
        return False
    for name in ("version", "published"):
        if now[name] == then[name]:
            continue
        if now[name] is None or then[name] is None:
            return False
        words = [await store.version_of(connection, place, int(one[name])) for one in (now, then)]
        if words[0] != words[1]:
            return False
    return True
