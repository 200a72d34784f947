"""Reported replies and what moderators decide about them.

A moderator sees the reported reply and what reporters attached: never who they are, who had asked, what was asked, or
anything else of the conversation. Somebody's distress is never among the cases.
"""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import LearnerKey
from bot.memory import store as memory_store
from bot.memory.memory import Memory
from bot.memory.values import Outcome, Turn
from bot.quiz.bank_values import ItemState
from bot.quiz.workshop.undoing import decide as decide_about_question
from bot.reports.review import store
from bot.reports.review.store import Case, Notice
from bot.reports.review.suspects import place_behind
from bot.reports.review.values import (
    REMARK_LENGTH,
    CaseGone,
    CaseTaken,
    Decided,
    Kind,
    NoticeKind,
    Queue,
    Reported,
    State,
)
from bot.safety import Action, Guard, Purpose
from bot.servers.acting import Deed, Signature, actor_of, note
from bot.storage import Connection, Database
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from bot.tutor.citing import cited
from bot.tutor.composing import Composer
from bot.tutor.shown import store as shown_store

CLAIMED_FOR = timedelta(minutes=30)
"""How long a claim keeps a case from other moderators."""


class Review:
    """The queue of reported replies, one for the whole process."""

    def __init__(
        self, database: Database, clock: Clock, ids: Ids, guard: Guard, texts: Texts, memory: Memory
    ) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._guard = guard
        self._texts = texts
        self._memory = memory
        self._composer = Composer(texts, guard)

    async def report_turn(self, reporter: LearnerKey, turn: Turn, remark: str) -> tuple[Reported, str]:
        """Put an answer before the moderators of the server it was given in; what became of it, and the case's id.

        `remark` has passed the filters.
        """
        trace = turn.trace
        refused = turn.outcome is Outcome.REFUSED
        case = Case(
            id=self._ids.new(),
            server_id=reporter.server_id,
            subject=turn.id,
            kind=(Kind.REFUSAL if refused else Kind.ANSWER).value,
            reply=turn.answer,
            opened_at=self._clock.now(),
            user_id=turn.key.user_id,
            locale=turn.locale.value,
        )
        if refused:
            case = replace(
                case,
                category=str(trace.get("input_category", "")),
                rule=str(trace.get("input_rule", "")),
                score=float(str(trace.get("input_score", 0.0))),
            )
        return await self._report(reporter, case, remark)

    async def report_message(
        self,
        reporter: LearnerKey,
        *,
        message_id: int,
        channel_id: int | None,
        author_id: int,
        content: str,
        kind: Kind = Kind.MESSAGE,
    ) -> tuple[Reported, str]:
        """Put a message before the moderators. Personal data and secrets are taken out of it; distress is not kept.

        `channel_id`: where moderators can look at it; None for what only one person sees.
        """
        verdict = self._guard.check_input(content, purpose=Purpose.MATERIAL)
        support = [self._texts.say(locale, "safety-support") for locale in Locale]
        if verdict.action is Action.SUPPORT or any(said in content for said in support):
            return Reported.CRISIS, ""
        case = Case(
            id=self._ids.new(),
            server_id=reporter.server_id,
            subject=f"m{message_id}",
            kind=kind.value,
            reply=verdict.text,
            opened_at=self._clock.now(),
            user_id=author_id,
            channel_id=channel_id,
            message_id=None if channel_id is None else message_id,
        )
        return await self._report(reporter, case, "")

    async def turn_behind(self, message_id: int) -> str | None:
        """The id of the turn whose answer a message carries."""
        return await self._database.read(lambda connection: shown_store.turn_behind(connection, message_id))

    async def remark(self, reporter: LearnerKey, case_id: str, remark: str) -> None:
        """Add what a reporter wants to say. Raises `CaseGone`."""
        report_id, now = self._ids.new(), self._clock.now()

        async def unit(connection: Connection) -> None:
            case = await store.load(connection, reporter.server_id, case_id)
            if case is None:
                raise CaseGone
            await store.add_report(
                connection, report_id, case, reporter.user_id, remark=remark[:REMARK_LENGTH], now=now
            )

        await self._database.write(unit)

    async def queue(self, server_id: int, moderator: int) -> Queue:
        """What waits for this moderator, oldest first."""
        after, mark = self._clock.now() - CLAIMED_FOR, self._ids.new()

        async def unit(connection: Connection) -> Queue:
            actor = await actor_of(connection, server_id, moderator, new=mark)
            return Queue(
                await store.waiting(connection, server_id, actor=actor, claims_after=after),
                await store.claimed_elsewhere(connection, server_id, actor=actor, claims_after=after),
            )

        return await self._database.write(unit)

    async def undecided(self, server_id: int) -> int:
        """How many cases of a server nobody has decided yet, whoever looks at them."""
        return await self._database.read(partial(store.undecided, server_id=server_id))

    async def claim(self, server_id: int, moderator: int, case_id: str) -> Case:
        """Take a case, so that nobody else decides it. Raises `CaseGone`, `CaseTaken`."""
        mark, now = self._ids.new(), self._clock.now()

        async def unit(connection: Connection) -> Case:
            actor = await actor_of(connection, server_id, moderator, new=mark)
            case = await store.load(connection, server_id, case_id)
            if case is None or case.state not in (State.OPEN, State.CLAIMED):
                raise CaseGone
            if not await store.claim(connection, case_id, actor, now=now, claims_after=now - CLAIMED_FOR):
                raise CaseTaken
            return case

        return await self._database.write(unit)

    async def decide(self, server_id: int, moderator: int, case_id: str, state: State) -> Decided:
        """Uphold or dismiss a case. An answer that a report is right about is taken back; a question is asked no more here.

        Raises `CaseGone`, `CaseTaken`.
        """
        return await self._decide(server_id, moderator, case_id, state, None)

    async def correct(self, server_id: int, moderator: int, case_id: str, correction: Released) -> Decided:
        """Put the right answer in the place of a wrong one. Raises `CaseGone`, `CaseTaken`."""
        return await self._decide(server_id, moderator, case_id, State.CORRECTED, correction)

    async def case(self, server_id: int, case_id: str) -> Case:
        """One case. Raises `CaseGone`."""
        case = await self._database.read(lambda connection: store.load(connection, server_id, case_id))
        if case is None:
            raise CaseGone
        return case

    async def question_of(self, server_id: int, case_id: str) -> Turn | None:
        """The turn behind a case, for teaching the search; never to be shown to a moderator."""
        case = await self.case(server_id, case_id)
        return await self._memory.turn(case.subject)

    async def notices_for(self, user_id: int) -> tuple[Notice, ...]:
        """What somebody is to be told."""
        return await self._database.read(lambda connection: store.notices_for(connection, user_id))

    async def told(self, notices: tuple[Notice, ...]) -> None:
        """They were told."""
        numbers = tuple(notice.number for notice in notices)
        await self._database.write(lambda connection: store.drop_notices(connection, numbers))

    async def people_with_notices(self) -> frozenset[int]:
        """Everybody for whom a notice waits."""
        return await self._database.read(store.people_with_notices)

    async def wants_messages(self, user_id: int) -> bool:
        """Whether somebody wants such news by direct message."""
        return await self._database.read(lambda connection: store.wants_messages(connection, user_id))

    async def wish(self, user_id: int, *, wanted: bool) -> None:
        """Keep or take back that somebody wants such news by direct message."""
        now = self._clock.now()
        await self._database.write(lambda connection: store.wish(connection, user_id, now, wanted=wanted))

    async def drop_old(self, retention: timedelta) -> None:
        """Remove cases and news that were kept long enough, and where forgotten answers stood."""
        before = self._clock.now() - retention

        async def unit(connection: Connection) -> None:
            await store.drop_old(connection, before=before)
            await shown_store.drop_forgotten(connection, memory_store.remembered_ids())

        await self._database.write(unit)

    async def _report(self, reporter: LearnerKey, new: Case, remark: str) -> tuple[Reported, str]:
        report_id, now = self._ids.new(), self._clock.now()

        async def unit(connection: Connection) -> tuple[Reported, str]:
            case = await store.open_case(connection, new)
            if case.state == State.CORRECTED:
                await store.reopen(connection, case.id, new.reply, now)
            elif case.state in (State.UPHELD, State.DISMISSED):
                return Reported.DECIDED, case.id
            is_new = await store.add_report(
                connection, report_id, case, reporter.user_id, remark=remark[:REMARK_LENGTH], now=now
            )
            return Reported.NEW if is_new else Reported.BEFORE, case.id

        return await self._database.write(unit)

    async def _decide(
        self, server_id: int, moderator: int, case_id: str, state: State, correction: Released | None
    ) -> Decided:
        case = await self.case(server_id, case_id)
        turn = None
        if case.kind == Kind.ANSWER and state is not State.DISMISSED:
            turn = self._rewritten(await self._memory.turn(case.subject), correction)
        entry = self._memory.entry(turn) if turn is not None else None
        now = self._clock.now()
        by = Signature(server_id, moderator, self._ids.new(), now)

        async def unit(connection: Connection) -> Decided:
            actor = await by.mark(connection)
            taken = await store.claim(connection, case_id, actor, now=now, claims_after=now - CLAIMED_FOR)
            if not taken:
                current = await store.load(connection, server_id, case_id)
                raise CaseGone if current is None or current.state != State.CLAIMED else CaseTaken
            await store.decide(connection, case_id, actor, state.value, correction=correction, now=now)
            after = {"state": state.value, "correction": correction or ""}
            await note(connection, by, Deed(f"queue.{state}"), case_id, {"state": case.state}, after)
            if case.kind == Kind.QUESTION and state is State.UPHELD:
                place = await place_behind(connection, server_id, case.subject)
                if place is not None:
                    await decide_about_question(connection, by, place, ItemState.RETIRED)
            shown = await shown_store.shown_in(connection, case.subject) if turn is not None else ()
            if turn is not None:
                await memory_store.replace_answer(connection, turn, entry)
            told = await self._leave_notices(connection, case, state, turn, in_sight=bool(shown))
            return Decided(case, turn, shown, told)

        return await self._database.write(unit)

    async def _leave_notices(
        self, connection: Connection, case: Case, state: State, turn: Turn | None, *, in_sight: bool
    ) -> tuple[int, ...]:
        """News for whoever had asked, where the answer cannot be changed in place, and for the reporters."""
        now = self._clock.now()
        news: dict[int, tuple[NoticeKind, str]] = dict.fromkeys(
            await store.reporters(connection, case.id),
            (NoticeKind.DISMISSED if state is State.DISMISSED else NoticeKind.UPHELD, ""),
        )
        if turn is not None and not in_sight:
            kind = NoticeKind.CORRECTED if state is State.CORRECTED else NoticeKind.WITHDRAWN
            news[turn.key.user_id] = (kind, turn.answer if state is State.CORRECTED else "")
        for user_id, (kind, text) in news.items():
            await store.add_notice(connection, case.server_id, user_id, kind.value, text, now)
        return tuple(news)

    def _rewritten(self, turn: Turn | None, correction: Released | None) -> Turn | None:
        """The turn with the moderators' words in the place of the model's; a taken-back one returns into no prompt."""
        if turn is None:
            return None
        if correction is None:
            text = self._texts.say(turn.locale, "review-taken-back")
            return replace(turn, answer=text, outcome=Outcome.WITHHELD, citations=())
        citations = cited(correction, turn.citations)
        sources = [self._composer.sources(turn.locale, citations)] if citations else []
        footer = joined("\n", [*sources, self._texts.say(turn.locale, "review-corrected-footer")])
        outcome = (
            Outcome.ANSWERED if turn.outcome is Outcome.WITHHELD else turn.outcome
        )  # it was taken back before
        return replace(
            turn, answer=joined("\n\n", [correction, footer]), outcome=outcome, citations=citations
        )
