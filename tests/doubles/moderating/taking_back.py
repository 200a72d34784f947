"""How random moderators take changes back, each once and exactly."""

import asyncio

import pytest

from bot.servers.acting import Deed, NothingToUndo, NotTheLast
from tests.doubles.moderating.house import SERVERS, House, action, people, servers
from tests.doubles.moderating.meaning import differing, living, taken_back


class TakesBack(House):
    """The way back."""

    @action(often=5, person=people, second=people, server=servers)
    def takes_the_last_change_back(self, person: int, second: int, server: int) -> None:
        self._run(self._take_back(person, second, server))

    async def _take_back(self, person: int, second: int, server: int) -> None:
        """Two people press at once; one of them takes it back."""
        if not await self._may(person, server):
            return
        (other,) = set(SERVERS) - {server}
        there, was = self._rows(other), await self._audit(server)
        back_before = await taken_back(self._app, server)
        try:
            last = await self._s.undo.last(server)
        except NothingToUndo:
            assert {one.number for one in was if one.action != Deed.UNDONE} <= back_before
            return
        assert last.can == last.change, "nothing that is done here is done for ever"
        number = last.change.number
        assert number not in back_before
        tries = [self._s.undo.take_back(server, one, number) for one in (person, second)]
        results = await asyncio.gather(*tries, return_exceptions=True)
        done = [one for one in results if not isinstance(one, BaseException)]
        after, now = await self._meant(server), await self._audit(server)
        assert self._rows(other) == there
        assert len(done) == 1 and len(now) == len(was) + 1, results
        assert number in await taken_back(self._app, server)
        undone = now[0]
        assert (undone.before, undone.after) == (last.change.after, last.change.before)
        assert undone.action == Deed.UNDONE
        self._gone -= {person, second}
        was_there, is_there = living(self._of[server].before[number]), living(after)
        assert is_there == was_there, f"{last.change}: {differing(was_there, is_there)}"
        self.done["undo of an import"] += last.change.action == Deed.SERVER_IMPORTED
        with pytest.raises((NotTheLast, NothingToUndo)):
            await self._s.undo.take_back(server, person, number)
        assert await self._meant(server) == after
        await self._hold(server)
        self.done["undo"] += 1
