"""Three people who moderate two servers at random, in the whole house without Discord, and what must hold after each step.

What a server *means* is what its people would say stands there: words, states and values, not the numbers of versions, which only grow.
"""

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
from sqlalchemy import select

from bot.app import App
from bot.lessons import versions
from bot.lessons.authoring import State
from bot.lessons.authoring.forms import Answers, Overtaken
from bot.lessons.authoring.values import Subject
from bot.lessons.importing.remarks import ImportRefused
from bot.practice import store as challenge_store
from bot.practice.authoring import Mistaken
from bot.practice.values import ChallengePlace, ChallengeState
from bot.quiz import formats
from bot.quiz.bank_values import ItemState
from bot.safety import Action, Category, Guard
from bot.servers.acting import AuditEntry, CannotUndo, Deed, NothingToUndo, NotTheLast, Signature, Wanted
from bot.servers.acting import store as acting_store
from bot.servers.filters import ServerFilters
from bot.servers.settings import Moderator, ServerSettings, Snapshot
from bot.servers.settings.kinds import Amount, Choice, Kind, Marks, WholeNumber
from bot.servers.settings.registry import BY_KEY, MODERATOR_ROLES, REGISTRY
from bot.servers.settings.settings import RESUMING, ManagersOnly, pausing
from bot.settings import Settings
from bot.storage import Connection
from bot.storage.rooms import all_tables
from bot.texts.catalogue import Texts
from bot.texts.errors import PersonError
from bot.texts.locales import Locale
from cogs.teach.challenge import _TEMPLATE

SERVERS: Final = (610_000_000_000_000_001, 610_000_000_000_000_002)
ANN, BEA, CID = PEOPLE = (710_000_000_000_000_011, 710_000_000_000_000_012, 710_000_000_000_000_013)
MANAGES: Final = {(ANN, SERVERS[0]), (ANN, SERVERS[1]), (CID, SERVERS[1])}
"""Whom Discord itself lets manage which server; Bea has only what is lent to her role, and so has Cid in the first."""
ROLES: Final = {BEA: 810_000_000_000_000_021, CID: 810_000_000_000_000_022}
LESSON: Final = "how-llms-work"
SHARED: Final = (LESSON, "embeddings-and-search")
USUAL: Final = {"learner_tokens_per_day": 20_000, "server_tokens_per_day": 200_000, "retention_days": 90}
LOWERED: Final = {"learner_tokens_per_day": 500, "server_tokens_per_day": 4_000, "retention_days": 14}
"""What the operator may bring the ceilings down to, between two starts."""
QUESTION: Final = (
    "::stripes:: What has stripes? {{=a zebra#It has them. ~a lion#{} ~a fish#Few have them.}}\n"
)
WORDS: Final = ("0", "1", "7", "30", "400", "4000", "0.5", "12.50", "yes", "no", "none", "auto", "zh-TW", "24",
                "22:30", "Asia/Taipei", "考试期间", "9" * 30, f"<#{'9' * 18}>", f"<@&{'8' * 18}>", "")  # fmt: skip
"""What is typed for a setting, whether it fits or not."""

servers = st.sampled_from(SERVERS)
people = st.sampled_from((ANN, *PEOPLE))
places = st.integers(0, 5)
"""Which of the things that are there, counted round."""
texts = st.sampled_from(
    ("Stripes are found first.", "Spots are found last.", "检索先找到段落。", "斑点留到最后。")
)

_GONE: Final = "deleted"
_STARTS: Final = 2
"""How often a run may start the house anew, which takes long."""

Meaning = dict[str, Any]

_texts, _guard = cache(Texts), cache(Guard)
"""Read once; they never change."""


@dataclass(slots=True)
class Remembered:
    """What the machine keeps of one server to judge by."""

    before: dict[int, Meaning | None] = field(default_factory=dict)
    """By the number of a change, what the server meant before it; None where one action made several changes."""
    taken_back: set[int] = field(default_factory=set)


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


class ModeratorsAtWork(RuleBasedStateMachine):
    """The machine. `taught` must be set to a database file with the course before it runs."""

    taught: Path
    done: ClassVar[Counter[str]] = Counter()
    """What was really done, over all runs."""

    # ---- the house

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
            patch.setattr("bot.app.Texts", _texts)
            patch.setattr("bot.app.Guard", _guard)
            self._app = await App.open(Settings(**values))
        self._s = self._app.services

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)

    # ---- what there is

    async def _meant(self, server: int) -> Meaning:
        """What stands in a server, as its people would say."""
        s = self._s
        hidden = await s.authoring.shared_matching(server, "", hidden=True)
        lessons: dict[str, Any] = {}
        for own in await s.authoring.matching(server, "", *State):
            words = [await self._words(server, own.id, number) for number in (own.newest, own.published)]
            lessons[own.id] = (_GONE if own.state is State.DELETED else "", words, own.publish_at)
        questions = await s.questions.all(server, Locale.EN, list(ItemState))
        return {
            "settings": dict((await s.server_settings.get(server)).data),
            "filters": (await s.filters.policy(server)).to_data(),
            "hidden": sorted(one.id for one in hidden),
            "lessons": lessons,
            "questions": {one.place.item_id: (one.state, repr(one.item)) for one in questions},
            "challenges": await self._app.database.read(
                lambda connection: self._challenges(connection, server)
            ),
        }

    async def _words(self, server: int, lesson_id: str, number: int | None) -> str | None:
        if number is None:
            return None
        found = await self._app.database.read(
            lambda connection: versions.version(
                connection, server_id=server, lesson_id=lesson_id, number=number
            )
        )
        return repr({code: found.lesson.texts[code] for code in sorted(found.lesson.texts)})

    @staticmethod
    async def _challenges(connection: Connection, server: int) -> dict[str, Any]:
        table, found = challenge_store.challenges, dict[str, Any]()
        for row in await connection.execute(select(table).where(table.c.server_id == server)):
            place = ChallengePlace(server, row.challenge_id)
            number = row.published if row.state == ChallengeState.PUBLISHED.value else None
            seen = number and await challenge_store.version_of(connection, place, number)
            newest = await challenge_store.version_of(connection, place, row.version)
            found[row.challenge_id] = (row.state, repr(seen), repr(newest))
        return found

    async def _rows(self, server: int) -> dict[str, list[str]]:
        """Every row that is kept for a server."""

        async def unit(connection: Connection) -> dict[str, list[str]]:
            found = {}
            for table in all_tables().sorted_tables:
                if "server_id" in table.c:
                    rows = await connection.execute(select(table).where(table.c.server_id == server))
                    found[table.name] = sorted(map(repr, rows.all()))
            return found

        return await self._app.database.read(unit)

    async def _audit(self, server: int) -> tuple[AuditEntry, ...]:
        """The record of a server, newest first."""
        return await self._app.database.read(
            lambda connection: acting_store.entries(connection, server, Wanted(), most=100_000)
        )

    # ---- one step

    async def _act(
        self, person: int, server: int, action: Callable[[], Awaitable[Any]], *, many: bool = False
    ) -> bool:
        """Do something as somebody, and hold everything to what must hold; whether anything was changed.

        `many`: one action that makes several changes.
        """
        if not await self._may(person, server):
            return False
        (other,) = set(SERVERS) - {server}
        before, there, was = await self._meant(server), await self._rows(other), await self._audit(server)
        refused: Exception | None = None
        try:
            await action()
        except (PersonError, ImportRefused) as error:
            refused = error
        after, now = await self._meant(server), await self._audit(server)
        new = now[: len(now) - len(was)]
        assert await self._rows(other) == there, "what is done in one server shows in another"
        assert now[len(new) :] == was, "the record was rewritten"
        changed = before != after
        if refused is not None:
            assert not changed and not new, f"refused ({refused!r}) and yet changed"
        if not many:
            assert len(new) == int(changed), f"{len(new)} lines for {_differing(before, after)}: {new}"
        assert changed <= bool(new)
        for entry in new:
            await self._judge(entry, person, server)
            self._of[server].before[entry.number] = None if many else before
        if new:
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
                found = [name for name, rows in (await self._rows(place)).items() if str(person) in str(rows)]
                assert found == [], f"an erased person is still in {found}"

    async def _may(self, person: int, server: int) -> bool:
        """Whether somebody may do anything at this moment, as a command would decide it."""
        if (person, server) in MANAGES:
            return True
        here: Snapshot = await self._s.server_settings.get(server)
        return ROLES[person] in here[MODERATOR_ROLES]

    def _by(self, person: int, server: int) -> Signature:
        return Signature(server, person, self._s.ids.new(), self._s.clock.now())

    # ---- settings and filters

    async def _set(self, person: int, server: int, wanted: dict[str, str | None], deed: Deed) -> None:
        moderator = Moderator(server, person, manages=(person, server) in MANAGES)
        lends = any(BY_KEY[key].managers_only for key in wanted)
        try:
            await self._s.server_settings.change(moderator, wanted, deed)
        except ManagersOnly:
            assert lends and not moderator.manages
            raise
        assert moderator.manages or not lends, "power that was lent was handed on"

    @action(person=people, server=servers, key=st.sampled_from(sorted(BY_KEY)), words=st.sampled_from(WORDS))
    def sets_something(self, person: int, server: int, key: str, words: str) -> None:
        wanted = {key: words or None}
        self._run(self._act(person, server, lambda: self._set(person, server, wanted, Deed.SETTINGS_SET)))

    @action(person=people, server=servers, days=st.integers(0, 120), tokens=st.integers(0, 250_000))
    def walks_through_the_setup(self, person: int, server: int, days: int, tokens: int) -> None:
        wanted = {"turns_days": str(days), "attempts_days": str(days), "server_tokens_per_day": str(tokens)}
        self._run(self._act(person, server, lambda: self._set(person, server, wanted, Deed.SETUP_WALKED)))

    @action(person=people, server=servers, reason=st.sampled_from(("", "考试期间", "Back on Monday")))
    def pauses(self, person: int, server: int, reason: str) -> None:
        wanted = dict(pausing(reason or None))
        self._run(self._act(person, server, lambda: self._set(person, server, wanted, Deed.PAUSED)))

    @action(person=people, server=servers)
    def resumes(self, person: int, server: int) -> None:
        self._run(self._act(person, server, lambda: self._set(person, server, dict(RESUMING), Deed.RESUMED)))

    @action(person=people, server=servers, helper=st.sampled_from(sorted(ROLES)), lent=st.booleans())
    def lends_power_to_a_role_or_takes_it_away(
        self, person: int, server: int, helper: int, lent: bool
    ) -> None:
        words = {MODERATOR_ROLES.key: f"<@&{ROLES[helper]}>" if lent else None}
        changed = self._run(
            self._act(person, server, lambda: self._set(person, server, words, Deed.SETTINGS_SET))
        )
        if changed and (helper, server) not in MANAGES:
            assert self._run(self._may(helper, server)) is lent

    @action(
        person=people,
        server=servers,
        category=st.sampled_from(list(Category)),
        threshold=st.sampled_from((None, 0.2, 0.5, 0.9)),
        action=st.sampled_from((None, Action.ALLOW, Action.REFUSE, Action.AS_DATA, Action.REDACT)),
    )
    def changes_a_filter(
        self, person: int, server: int, category: Category, threshold: float | None, action: Action | None
    ) -> None:
        self._run(
            self._act(
                person,
                server,
                lambda: self._s.filters.set(server, person, category, threshold=threshold, action=action),
            )
        )

    # ---- lessons

    async def _lesson(self, server: int, place: int, *states: State) -> str:
        """One of the server's own lessons; a shared one where it has none."""
        own = await self._s.authoring.matching(server, "", *states)
        return own[place % len(own)].id if own else LESSON

    @action(
        person=people, server=servers, title=st.sampled_from(("Zebrafish", "斑马鱼", "Lions")), text=texts
    )
    def begins_a_lesson(self, person: int, server: int, title: str, text: str) -> None:
        async def begin() -> None:
            if len(await self._s.authoring.matching(server, "", *State)) < 4:
                answers = Answers(title=title, heading="Basics", boxes=(text,))
                await self._s.authoring.writing.begin(server, person, Locale.EN, answers)

        self._run(self._act(person, server, begin))

    @action(person=people, server=servers, place=places, text=texts)
    def rewrites_a_section(self, person: int, server: int, place: int, text: str) -> None:
        async def rewrite() -> None:
            writing = self._s.authoring.writing
            lesson = await self._lesson(server, place)
            form = await writing.open(server, person, lesson, Locale.EN, Subject.SECTION, "basics")
            done = await writing.hand_in(
                server, person, form.edit.id, Answers(heading="Basics", boxes=(text,))
            )
            assert not isinstance(done, Overtaken)

        self._run(self._act(person, server, rewrite))

    @action(
        person=people,
        server=servers,
        place=places,
        what=st.sampled_from(("publish", "publish", "unpublish", "delete", "restore", "roll_back")),
        shared=st.booleans(),
    )
    def changes_what_learners_see(
        self, person: int, server: int, place: int, what: str, shared: bool
    ) -> None:
        async def change() -> None:
            authoring, by = self._s.authoring, self._by(person, server)
            lesson = SHARED[place % 2] if shared else await self._lesson(server, place, *State)
            match what:
                case "publish":
                    await authoring.publish(server, lesson, by)
                case "unpublish":
                    await authoring.unpublish(server, lesson, by)
                case "delete":
                    await authoring.delete(server, lesson, by)
                case "restore":
                    await authoring.restore(server, lesson, by)
                case _:
                    await authoring.roll_back(server, person, lesson, 1)

        self._run(self._act(person, server, change))

    # ---- questions and challenges

    @action(person=people, server=servers, why=st.sampled_from(("It has none.", "It is one colour.", "")))
    def takes_a_question_in(self, person: int, server: int, why: str) -> None:
        async def take() -> None:
            lesson = await self._s.questions.lesson(server, LESSON, Locale.EN)
            taken = await self._s.questions.take_in(
                server,
                lesson,
                QUESTION.format(why).encode(),
                formats.FileFormat.GIFT,
                Locale.EN,
                person,
            )
            assert taken.mistakes == ()

        self._run(self._act(person, server, take))

    @action(person=people, server=servers, answer=st.integers(1, 3))
    def writes_a_question(self, person: int, server: int, answer: int) -> None:
        async def write() -> None:
            questions = self._s.questions
            lesson = await questions.lesson(server, LESSON, Locale.EN)
            known = [
                one
                for one in await questions.all(server, Locale.EN, list(ItemState))
                if one.item.stem.startswith("How many")
            ]
            entry = {
                "kind": "numeric",
                "stem": "How many stripes has a lion?",
                "answer": answer,
                "tolerance": 0,
                "why": "Count them.",
                "hints": ["Look."],
            }
            before = known[0] if known else None
            written, mistakes = await questions.write(server, lesson, entry, Locale.EN, person, before)
            assert written is not None, mistakes

        self._run(self._act(person, server, write))

    @action(person=people, server=servers, place=places, state=st.sampled_from(list(ItemState)))
    def publishes_or_retires_a_question(self, person: int, server: int, place: int, state: ItemState) -> None:
        async def change() -> None:
            known = await self._s.questions.all(server, Locale.EN, list(ItemState))
            if known:
                await self._s.questions.set_state(known[place % len(known)], state, self._by(person, server))

        self._run(self._act(person, server, change))

    @action(
        person=people, server=servers, title=st.sampled_from(("What it is called", "Another name", "名字"))
    )
    def writes_a_challenge(self, person: int, server: int, title: str) -> None:
        async def write() -> None:
            text = _TEMPLATE.replace("What it is called", title)
            assert not isinstance(await self._s.challenges.keep(server, person, text), Mistaken)

        self._run(self._act(person, server, write))

    @action(person=people, server=servers, publish=st.booleans())
    def publishes_or_retires_a_challenge(self, person: int, server: int, publish: bool) -> None:
        async def change() -> None:
            by, challenges = self._by(person, server), self._s.challenges
            if publish:
                await challenges.publish(server, "my-challenge", Locale.EN, by)
            else:
                await challenges.retire(server, "my-challenge", by)

        self._run(self._act(person, server, change))

    # ---- the way back

    @action(often=5, person=people, second=people, server=servers)
    def takes_the_last_change_back(self, person: int, second: int, server: int) -> None:
        self._run(self._take_back(person, second, server))

    async def _take_back(self, person: int, second: int, server: int) -> None:
        """Two people press at once; one of them takes it back."""
        if not await self._may(person, server):
            return
        (other,) = set(SERVERS) - {server}
        memory, there = self._of[server], await self._rows(other)
        was, meant = await self._audit(server), await self._meant(server)
        try:
            last = await self._s.undo.last(server)
        except NothingToUndo:
            assert {one.number for one in was if one.action != Deed.UNDONE} <= memory.taken_back
            return
        if last.can is None:
            return
        number = last.can.number
        assert number not in memory.taken_back
        tries = [self._s.undo.take_back(server, one, number) for one in (person, second)]
        results = await asyncio.gather(*tries, return_exceptions=True)
        done = [one for one in results if not isinstance(one, BaseException)]
        after, now = await self._meant(server), await self._audit(server)
        assert await self._rows(other) == there
        assert len(done) <= 1 and len(now) == len(was) + len(done)
        if not done:
            assert after == meant
            assert self._excused(was, number), results
            self.done["undo refused"] += 1
            return
        memory.taken_back.add(number)
        undone = now[0]
        assert (undone.before, undone.after) == (last.can.after, last.can.before)
        assert undone.action == Deed.UNDONE
        self._gone -= {person, second}
        wanted = memory.before.get(number)
        since = [one for one in was if one.number > number and one.number not in memory.taken_back]
        if wanted is not None and all(one.action == Deed.UNDONE for one in since):
            was_there, is_there = _living(wanted), _living(after)
            assert is_there == was_there, f"{last.can}: {_differing(was_there, is_there)}"
            self.done["undo to what was before"] += 1
        with pytest.raises((NotTheLast, NothingToUndo, CannotUndo)):
            await self._s.undo.take_back(server, person, number)
        assert await self._meant(server) == after
        await self._hold(server)
        self.done["undo"] += 1

    def _excused(self, was: tuple[AuditEntry, ...], number: int) -> bool:
        """Whether a change may refuse to be taken back: only after an import, which cannot be taken back itself."""
        entry = next(one for one in was if one.number == number)
        return any(memory is None for memory in self._of[entry.server_id].before.values())

    # ---- whole servers, whole people, the whole house

    @action(server=servers)
    def exports(self, server: int) -> None:
        before = self._run(self._rows(server))
        data, _ = self._run(self._s.moving.packed(server))
        assert self._run(self._rows(server)) == before
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
        self._run(self._act(person, server, take, many=True))
        after = self._run(self._meant(server))
        assert set(_living(before)["lessons"]) <= set(_living(after)["lessons"])
        assert set(there["hidden"]) <= set(after["hidden"])
        assert {*before["questions"], *there["questions"]} == set(after["questions"])
        assert {*before["challenges"], *_living(there)["challenges"]} == set(after["challenges"])

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


def _within(kind: Kind[Any], value: Any, operator: Settings) -> None:
    match kind:
        case WholeNumber(least=least, most=most):
            assert least <= value <= most(operator)
        case Amount(most=ceiling):
            assert 0 <= value <= ceiling(operator)
        case Choice(options=options):
            assert value in options(operator)
        case Marks():
            assert len(value) <= 25


def _living(meaning: Meaning) -> Meaning:
    """Without what was deleted or retired: that is what becomes of something new when it is taken back."""
    return {
        name: {key: value for key, value in there.items() if value[0] not in (_GONE, "retired")}
        if name in ("lessons", "questions", "challenges")
        else there
        for name, there in meaning.items()
    }


def _differing(before: Meaning, after: Meaning) -> dict[str, Any]:
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}
