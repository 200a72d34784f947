"""How questions do in a server, and which of them somebody should look at. Every function is a step of a unit of work."""

import hashlib
from dataclasses import dataclass

from bot.lessons.values import BUILT_IN, READING_ORDER
from bot.quiz import store
from bot.quiz.bank_values import BankPlace, ItemState
from bot.quiz.items import Choice, Item
from bot.quiz.workshop import store as workshop_store
from bot.quiz.workshop.statistics import ENOUGH, ItemStatistics, Suspicion, statistics, suspicions
from bot.storage import Connection
from bot.texts.locales import Locale

_ALARMING = frozenset({Suspicion.TOO_HARD, Suspicion.TOO_EASY, Suspicion.WRONG_KEY})


@dataclass(frozen=True, slots=True)
class Watched:
    """How one question does here."""

    place: BankPlace
    item: Item
    found: ItemStatistics
    reasons: tuple[Suspicion, ...]

    @property
    def is_alarming(self) -> bool:
        """Whether a moderator should be asked about it: its key may be wrong, or it measures nothing.

        A share of right answers out of range, a wrong option before the right one, or that those who know the rest do worse on it.
        """
        tells = self.found.discrimination
        misleads = tells is not None and tells < 0 and self.found.answers >= ENOUGH
        return misleads or not _ALARMING.isdisjoint(self.reasons)


def name_of(place: BankPlace) -> str:
    """A short name for a question of any bank, the same always."""
    whole = f"{place.bank_id}/{place.lesson_id}/{place.item_id}"
    return hashlib.blake2b(whole.encode(), digest_size=8).hexdigest()


async def watched(
    connection: Connection, server_id: int, locale: Locale, lesson_id: str | None = None
) -> list[Watched]:
    """How questions do in a server, by first answers of its learners."""
    found = statistics(await workshop_store.first_answers(connection, server_id))
    rows = []
    for place, one in found.items():
        if lesson_id is None or place.lesson_id == lesson_id:
            texts = await store.item_texts(connection, place)
            item = next((texts[it] for it in READING_ORDER[locale] if it in texts), None)
            if item is not None:
                rows.append(Watched(place, item, one, _reasons(one, item)))
    return rows


async def asked_by_name(connection: Connection, server_id: int, name: str) -> BankPlace | None:
    """The question of that name that the server's learners are asked; None where there is none (any more)."""
    for entry in await store.entries(connection, {BUILT_IN, server_id}, states=(ItemState.PUBLISHED,)):
        if name_of(entry.place) == name:
            return entry.place
    return None


def _reasons(found: ItemStatistics, item: Item) -> tuple[Suspicion, ...]:
    task = item.task
    if isinstance(task, Choice):
        return suspicions(found, task.key, len(task.options))
    return suspicions(found, frozenset(), 0)
