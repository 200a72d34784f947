"""Questions that do badly come into the moderators' queue by themselves, each once: whoever decided to keep one is not asked again."""

from functools import partial

from bot.clock import Clock
from bot.ids import Ids
from bot.quiz.bank_values import BankPlace, ItemState
from bot.quiz.store import entries
from bot.quiz.workshop import store as workshop_store
from bot.quiz.workshop import watching
from bot.quiz.workshop.watching import Watched, name_of
from bot.reports.review import store
from bot.reports.review.store import Case
from bot.reports.review.values import Kind
from bot.storage import Connection, Database
from bot.texts.locales import Locale

_SUBJECT = "q"
"""Stands before a question's name, as turns and messages have other subjects."""


class SuspectQuestions:
    """Looks at how questions do."""

    def __init__(self, database: Database, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    async def look(self, server_id: int) -> int:
        """Put questions of a server that came to be suspected into its queue; how many there are in all."""

        async def alarming(connection: Connection) -> list[Watched]:
            asked = {entry.place for entry in await entries(connection, {0, server_id})}
            found = await watching.watched(connection, server_id, Locale.EN)
            return [one for one in found if one.is_alarming and one.place in asked]

        suspects = await self._database.read(alarming)
        if suspects:
            new = [self._case(server_id, one) for one in suspects]
            await self._database.write(partial(_open, new=new))
        return len(suspects)

    async def look_everywhere(self) -> None:
        """The same in every server in which questions were answered."""
        for server_id in await self._database.read(workshop_store.servers_with_answers):
            await self.look(server_id)

    async def seen(self, server_id: int, subject: str, locale: Locale) -> Watched | None:
        """The question that a case is about, with its figures of this moment; None where it is not asked any more."""

        async def unit(connection: Connection) -> Watched | None:
            place = await place_behind(connection, server_id, subject)
            if place is None:
                return None
            found = await watching.watched(connection, server_id, locale, place.lesson_id)
            return next((one for one in found if one.place == place), None)

        return await self._database.read(unit)

    async def drafts(self, server_id: int) -> int:
        """How many drafts of questions wait for a moderator in a server."""

        async def unit(connection: Connection) -> int:
            return len(await entries(connection, {server_id}, states=(ItemState.DRAFT,)))

        return await self._database.read(unit)

    def _case(self, server_id: int, one: Watched) -> Case:
        return Case(
            id=self._ids.new(),
            server_id=server_id,
            subject=f"{_SUBJECT}{name_of(one.place)}",
            kind=Kind.QUESTION.value,
            reply=one.item.stem,
            opened_at=self._clock.now(),
        )


async def place_behind(connection: Connection, server_id: int, subject: str) -> BankPlace | None:
    """Where the question of a case stands; None where it is not asked any more. Part of somebody else's unit of work."""
    return await watching.asked_by_name(connection, server_id, subject.removeprefix(_SUBJECT))


async def _open(connection: Connection, new: list[Case]) -> None:
    for case in new:
        await store.open_case(connection, case)
