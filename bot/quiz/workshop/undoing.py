"""What the record of changes says about questions, and how a change of them is taken back: versions stay.

A server's moderators decide about its own questions, and about those of the course for their server alone.
"""

from collections.abc import Collection, Mapping
from typing import Any

from bot.lessons.values import BUILT_IN
from bot.quiz import store
from bot.quiz.bank_values import BankPlace, ItemState, NewVersion
from bot.quiz.workshop import store as workshop_store
from bot.servers.acting import AuditEntry, CannotUndo, ChangedSince, Deed, Signature, Step, note
from bot.storage import Connection

_BETWEEN = "/"
_COURSE = "course:"
"""Stands before the name of a question of the course: a server's own may have the same lesson and id."""
ANY_VERSION = 0
"""Of a question of the course: its words are not the moderators' to change."""
MOST_NAMED = 500
"""Questions that one change can name, and so be taken back with."""

Standing = Mapping[str, Any]
"""By the names of questions, the version and the state; None for a question that is not there."""


async def standing(
    connection: Connection, places: Collection[BankPlace], here: int | None = None
) -> dict[str, Any]:
    """How questions stand at this moment; `here` is the server, where there are some of the course among them."""
    found: dict[str, Any] = {record_name(place): None for place in places}
    lessons = sorted({place.lesson_id for place in places})
    for bank in {place.bank_id for place in places} - {BUILT_IN}:
        for entry in await store.entries(connection, {bank}, lesson_ids=lessons, states=list(ItemState)):
            if record_name(entry.place) in found:
                found[record_name(entry.place)] = [entry.version, entry.state.value]
    out = await workshop_store.taken_out(connection, here) if here is not None else frozenset()
    for place in places:
        if place.bank_id == BUILT_IN:
            state = ItemState.RETIRED if place in out else ItemState.PUBLISHED
            found[record_name(place)] = [ANY_VERSION, state.value]
    return found


async def decide(connection: Connection, by: Signature, place: BankPlace, state: ItemState) -> bool:
    """Ask a question from now on in the moderator's server, or no more, and record it; False where there is none."""
    deed = Deed.QUESTION_PUBLISHED if state is ItemState.PUBLISHED else Deed.QUESTION_RETIRED
    before = await standing(connection, [place], by.server_id)
    changed = await workshop_store.set_asked(connection, by.server_id, place, state, by.at)
    await noted(connection, by, deed, before, [place])
    return changed


async def noted(
    connection: Connection, by: Signature, deed: Deed, before: Standing, places: Collection[BankPlace]
) -> None:
    """Record how questions stood and stand, where that differs, in the unit that changed them."""
    after = await standing(connection, places, by.server_id)
    names = [name for name in after if before.get(name) != after[name]][:MOST_NAMED]
    if names:
        lessons = sorted({_place(by.server_id, name).lesson_id for name in names})
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
        now = await standing(connection, places.values(), entry.server_id)
        for name, place in places.items():
            if not await _stands_as(connection, place, now[name], after[name]):
                raise ChangedSince
        for name, place in places.items():
            await _back(connection, place, before.get(name), after[name], by)

    return step


def record_name(place: BankPlace) -> str:
    """What the record calls a question: its lesson and id."""
    name = f"{place.lesson_id}{_BETWEEN}{place.item_id}"
    return f"{_COURSE}{name}" if place.bank_id == BUILT_IN else name


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
        await workshop_store.set_asked(connection, by.server_id, place, state, by.at)
        return
    texts = await store.item_texts(connection, place, version)
    if not texts:
        raise CannotUndo
    position = await workshop_store.next_position(connection, place.bank_id, place.lesson_id)
    new = NewVersion.of(texts, by.user_id)
    await store.put(connection, place, new, state=state, position=position, now=by.at)


def _place(server_id: int, name: str) -> BankPlace:
    bank_id = BUILT_IN if name.startswith(_COURSE) else server_id
    lesson_id, _, item_id = name.removeprefix(_COURSE).partition(_BETWEEN)
    return BankPlace(bank_id, lesson_id, item_id)
