"""The house that random moderators work in: whole, without Discord; and what must hold after each of their steps."""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Final, TypeVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from bot.app import App
from bot.lessons.importing.remarks import ImportRefused
from bot.safety import Guard
from bot.servers.acting import AuditEntry, Deed, Signature
from bot.servers.filters import ServerFilters
from bot.servers.settings import ServerSettings, Snapshot
from bot.servers.settings.kinds import Amount, Choice, Kind, Marks, WholeNumber
from bot.servers.settings.registry import MODERATOR_ROLES, REGISTRY
from bot.settings import Settings
from bot.texts.catalogue import Texts
from bot.texts.errors import PersonError
from tests.doubles.moderating.meaning import Meaning, audit, differing, meant, rows

SERVERS: Final = (610_000_000_000_000_001, 610_000_000_000_000_002)
ANN, BEA, CID = PEOPLE = (710_000_000_000_000_011, 710_000_000_000_000_012, 710_000_000_000_000_013)
MANAGES: Final = {(ANN, SERVERS[0]), (ANN, SERVERS[1]), (CID, SERVERS[1])}
"""Whom Discord itself lets manage which server; Bea has only what is lent to her role, and so has Cid in the first."""
ROLES: Final = {BEA: 810_000_000_000_000_021, CID: 810_000_000_000_000_022}
USUAL: Final = {"learner_tokens_per_day": 20_000, "server_tokens_per_day": 200_000, "retention_days": 90}
LOWERED: Final = {"learner_tokens_per_day": 500, "server_tokens_per_day": 4_000, "retention_days": 14}
"""What the operator may bring the ceilings down to, between two starts."""

servers = st.sampled_from(SERVERS)
people = st.sampled_from((ANN, *PEOPLE))
places = st.integers(0, 5)
"""Which of the things that are there, counted round."""

_texts, _guard = cache(Texts), cache(Guard)
"""Read once; they never change."""


@dataclass(slots=True)
class Remembered:
    """What the machine keeps of one server to judge by."""

    before: dict[int, Meaning] = field(default_factory=dict)
    """By the number of a change, what the server meant before it; for several that belong together, before all of them."""


_Action = TypeVar("_Action", bound=Callable[..., None])
_ACTIONS: dict[str, dict[str, st.SearchStrategy[Any]]] = {}
_DRAWN: list[str] = []
"""The names of all actions, those that come often more than once."""


def action(*, often: int = 1, **options: st.SearchStrategy[Any]) -> Callable[[_Action], _Action]:
    """Declare what somebody may do. One rule draws from all: hypothesis leaves whole rules out of most of its runs."""

    def mark(method: _Action) -> _Action:
        _ACTIONS[method.__name__] = options
        _DRAWN.extend([method.__name__] * often)
        return method

    return mark


class House(RuleBasedStateMachine):
    """The machine without its actions. `taught` must be set to a database file with the course before it runs."""

    taught: Path
    done: ClassVar[Counter[str]] = Counter()
    """What was really done, over all runs."""

    @initialize()
    def open(self) -> None:
        self._folder = Path(tempfile.mkdtemp())
        shutil.copyfile(self.taught, self._folder / "tutor.db")
        self._loop = asyncio.new_event_loop()
        self._of = {server: Remembered() for server in SERVERS}
        self._archives: list[tuple[int, bytes, Meaning]] = []
        self._gone: set[int] = set()
        self._ceilings, self._starts = USUAL, 0
        self._run(self._start())

    @rule(what=st.deferred(lambda: st.sampled_from(_DRAWN)), data=st.data())
    def somebody_acts(self, what: str, data: st.DataObject) -> None:
        options = data.draw(st.fixed_dictionaries(_ACTIONS[what]), label=what)
        getattr(self, what)(**options)

    def teardown(self) -> None:
        if hasattr(self, "_app"):
            self._run(self._app.close())
            self._loop.close()
            shutil.rmtree(self._folder)

    async def _start(self) -> None:
        values: dict[str, Any] = {
            "_env_file": None,
            "data_dir": self._folder,
            "database_url": f"sqlite+aiosqlite:///{self._folder / 'tutor.db'}",
            "cost_ceiling_per_month": Decimal(10 if self._ceilings is USUAL else 2),
            **self._ceilings,
        }
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("bot.opening.ground.Texts", _texts)
            patch.setattr("bot.opening.ground.Guard", _guard)
            self._app = await App.open(Settings(**values))
        self._s = self._app.services

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)

    async def _meant(self, server: int) -> Meaning:
        return await meant(self._app, server)

    def _rows(self, server: int) -> dict[str, list[tuple[Any, ...]]]:
        return rows(self._folder / "tutor.db", server)

    async def _audit(self, server: int) -> tuple[AuditEntry, ...]:
        return await audit(self._app, server)

    # ---- one step

    async def _act(
        self, person: int, server: int, action: Callable[[], Awaitable[Any]], *, together: bool = False
    ) -> bool:
        """Do something as somebody, and hold everything to what must hold; whether anything was changed.

        `together`: one action that makes several changes, which belong together.
        """
        if not await self._may(person, server):
            return False
        (other,) = set(SERVERS) - {server}
        before, there, was = await self._meant(server), self._rows(other), await self._audit(server)
        refused: Exception | None = None
        try:
            await action()
        except (PersonError, ImportRefused) as error:
            refused = error
        after, now = await self._meant(server), await self._audit(server)
        new = now[: len(now) - len(was)]
        assert self._rows(other) == there, "what is done in one server shows in another"
        assert now[len(new) :] == was, "the record was rewritten"
        changed = before != after
        if refused is not None:
            assert not changed and not new, f"refused ({refused!r}) and yet changed"
        if not together:
            assert len(new) == int(changed), f"{len(new)} lines for {differing(before, after)}: {new}"
        assert changed <= bool(new)
        for entry in new:
            await self._judge(entry, person, server)
        if new:
            self._of[server].before[new[0].number] = before
            self._gone.discard(person)
        await self._hold(server)
        self.done["refused" if refused else "nothing" if not changed else new[0].action] += 1
        return changed

    async def _judge(self, entry: AuditEntry, person: int, server: int) -> None:
        """A line says who, where, and what was before and after."""
        marks = await self._s.auditing.people(entry)
        assert marks == {entry.actor: person} and entry.server_id == server
        assert entry.before != entry.after, entry
        assert entry.action in set(Deed)

    async def _hold(self, server: int) -> None:
        """What holds of a server after every step."""
        s, operator = self._s, self._app.settings
        said = await s.server_settings.get(server)
        fresh = await ServerSettings(self._app.database, s.clock, s.ids, s.guard, operator).get(server)
        assert (said.version, said.values, dict(said.data)) == (fresh.version, fresh.values, dict(fresh.data))
        policy = await ServerFilters(self._app.database, s.clock, s.ids).policy(server)
        assert (await s.filters.policy(server)).to_data() == policy.to_data()
        for setting in REGISTRY:
            _within(setting.kind, said[setting], operator)
        for person in self._gone:
            assert not (await s.personal.export(person)).tables
            for place in SERVERS:
                found = [name for name, kept in (self._rows(place)).items() if str(person) in str(kept)]
                assert found == [], f"an erased person is still in {found}"

    async def _may(self, person: int, server: int) -> bool:
        """Whether somebody may do anything at this moment, as a command would decide it."""
        if (person, server) in MANAGES:
            return True
        here: Snapshot = await self._s.server_settings.get(server)
        return ROLES[person] in here[MODERATOR_ROLES]

    def _by(self, person: int, server: int) -> Signature:
        return Signature(server, person, self._s.ids.new(), self._s.clock.now())


def _within(kind: Kind[Any], value: Any, operator: Settings) -> None:
    match kind:
        case WholeNumber(least=least, most=most):
            assert least <= value <= most(operator)
        case Amount(most=ceiling):
            assert 0 <= value <= ceiling(operator)
        case Choice(options=options):
            assert value in options(operator)
        case Marks(most=marks):
            assert len(value) <= marks
