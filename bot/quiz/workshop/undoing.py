"""What the record of changes says about questions, and how a change of them is taken back: versions stay."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.quiz import store
from bot.quiz.bank_values import BankPlace, ItemState, NewVersion
from bot.quiz.workshop import store as workshop_store
from bot.servers.acting import AuditEntry, CannotUndo, ChangedSince, Deed, Signature, Step, note
from bot.storage import Connection

_BETWEEN = "/"
MOST_NAMED = 500
"""Questions that one change can name, and so be taken back with."""

Standing = Mapping[str, Any]
"""By lesson and question, the version and the state; None for a question that is not there."""


async def standing(connection: Connection, places: Collection[BankPlace]) -> dict[str, Any]:
    """How questions of a server stand at this moment."""
    found: dict[str, Any] = {_name(place): None for place in places}
    for server in {place.bank_id for place in places}:
        lessons = sorted({place.lesson_id for place in places})
        for entry in await store.entries(connection, {server}, lesson_ids=lessons, states=list(ItemState)):
            if _name(entry.place) in found:
                found[_name(entry.place)] = [entry.version, entry.state.value]
    return found


async def noted(
    connection: Connection, by: Signature, deed: Deed, before: Standing, places: Collection[BankPlace]
) -> None:
    """Record how questions stood and stand, where that differs, in the unit that changed them."""
    after = await standing(connection, places)
    names = [name for name in after if before.get(name) != after[name]][:MOST_NAMED]
    if names:
        lessons = sorted({name.partition(_BETWEEN)[0] for name in names})
        await note(
            connection,
            by,
            deed,
            ", ".join(lessons),
            {name: before.get(name) for name in names},
            {name: after[name] for name in names},
        )


async def question_undoer(entry: AuditEntry, by: Signature) -> Step:
    """What takes a change of questions back, in the unit that records it."""
    before, after = entry.before or {}, entry.after or {}

    async def step(connection: Connection) -> None:
        places = {name: _place(entry.server_id, name) for name in after}
        now = await standing(connection, places.values())
        for name, place in places.items():
            if not await _stands_as(connection, place, now[name], after[name]):
                raise ChangedSince
        for name, place in places.items():
            await _back(connection, place, before.get(name), after[name], by)

    return step


async def _stands_as(connection: Connection, place: BankPlace, now: Any, then: Any) -> bool:
    """Whether a question stands as it stood: taking a later change back makes a new version with the old words."""
    if now is None or then is None or now[1] != then[1]:
        return now is None and then is None
    if now[0] == then[0]:
        return True
    words = [await store.item_texts(connection, place, int(one[0])) for one in (now, then)]
    return words[0] == words[1]


async def _back(connection: Connection, place: BankPlace, was: Any, now: Any, by: Signature) -> None:
    if was is None:
        await store.set_state(connection, place, ItemState.RETIRED)
        return
    version, state = int(was[0]), ItemState(was[1])
    if now is not None and int(now[0]) == version:
        await store.set_state(connection, place, state)
        return
    texts = await store.item_texts(connection, place, version)
    if not texts:
        raise CannotUndo
    position = await workshop_store.next_position(connection, place.bank_id, place.lesson_id)
    new = NewVersion.of(texts, by.user_id)
    await store.put(connection, place, new, state=state, position=position, now=by.at)


def _name(place: BankPlace) -> str:
    return f"{place.lesson_id}{_BETWEEN}{place.item_id}"


def _place(server_id: int, name: str) -> BankPlace:
    lesson_id, _, item_id = name.partition(_BETWEEN)
    return BankPlace(server_id, lesson_id, item_id)
