"""What random moderators do with whole servers, and what becomes of whole people and of the whole house."""

from typing import Final

from hypothesis import strategies as st

from bot.quiz.bank_values import ItemState
from bot.servers.settings import Moderator
from tests.doubles.moderating.house import (
    LOWERED,
    MANAGES,
    PEOPLE,
    SERVERS,
    USUAL,
    House,
    action,
    people,
    places,
    servers,
)
from tests.doubles.moderating.meaning import living

_STARTS: Final = 2
"""How often a run may start the house anew, which takes long."""


class MovesAndErases(House):
    """Exports, imports, erasures, starts."""

    @action(server=servers)
    def exports(self, server: int) -> None:
        before = self._rows(server)
        data, _ = self._run(self._s.moving.packed(server))
        assert self._rows(server) == before
        for person in PEOPLE:
            assert str(person).encode() not in data
        self._archives = [*self._archives[-2:], (server, data, self._run(self._meant(server)))]

    @action(person=people, server=servers, place=places)
    def imports(self, person: int, server: int, place: int) -> None:
        if not self._archives:
            return
        _, data, there = self._archives[place % len(self._archives)]

        async def take() -> None:
            moderator = Moderator(server, person, manages=(person, server) in MANAGES)
            arrival = await self._s.moving.take_in(moderator, data)
            assert arrival.good, arrival

        if not self._run(self._may(person, server)):
            return
        before = self._run(self._meant(server))
        self._run(self._act(person, server, take, together=True))
        after = self._run(self._meant(server))
        assert set(living(before)["lessons"]) <= set(living(after)["lessons"])
        stands = {one for one, (state, _) in before["questions"].items() if state == ItemState.PUBLISHED}
        assert all(after["questions"][one][0] == ItemState.PUBLISHED for one in stands)
        assert set(there["hidden"]) <= set(after["hidden"])
        assert {*before["questions"], *there["questions"]} == set(after["questions"])
        assert {*before["challenges"], *living(there)["challenges"]} == set(after["challenges"])

    @action(person=people)
    def erases_what_is_kept_of_them(self, person: int) -> None:
        meant = [self._run(self._meant(server)) for server in SERVERS]
        was = [self._run(self._audit(server)) for server in SERVERS]
        self._run(self._s.personal.erase(person))
        assert meant == [self._run(self._meant(server)) for server in SERVERS]
        assert was == [self._run(self._audit(server)) for server in SERVERS]
        self._gone.add(person)
        self._run(self._hold(SERVERS[0]))
        self.done["erased"] += 1

    @action(lower=st.booleans())
    def the_operator_starts_it_anew(self, lower: bool) -> None:
        if self._starts >= _STARTS:
            return
        self._starts += 1
        was = [self._run(self._audit(server)) for server in SERVERS]
        meant = [self._run(self._meant(server)) for server in SERVERS]
        self._run(self._app.close())
        self._ceilings = LOWERED if lower else USUAL
        self._run(self._start())
        assert was == [self._run(self._audit(server)) for server in SERVERS]
        assert meant == [self._run(self._meant(server)) for server in SERVERS]
        for server in SERVERS:
            self._run(self._hold(server))
        self.done["started anew"] += 1
