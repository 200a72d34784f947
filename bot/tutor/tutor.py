"""One learner turn: filter, recall, retrieve, render, stream, release, store.

Nothing is yielded as an `Answer` before it is in the database, and nothing of a model's text is yielded at all
before the release gate let it out. No transaction is open while a model writes.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from bot.clock import Clock
from bot.lessons.library import Library
from bot.lessons.retrieval import Retriever
from bot.llm import store as model_store
from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError, Reason
from bot.llm.values import ChatRequest, Finish
from bot.memory import store as memory_store
from bot.memory.facts.facts import Facts
from bot.memory.facts.wishes import Parted, parted, wish_in
from bot.memory.memory import Memory
from bot.memory.values import Outcome, Turn
from bot.quiz.attempts.sealing import OpenItem
from bot.safety import Action, Category, GateContext, Guard, ReleaseGate, Withheld
from bot.servers.filters import store as filters_store
from bot.servers.quota import starts_afresh
from bot.storage import Connection, Database, Unit
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.tutor import screened, store
from bot.tutor.checking import Checking
from bot.tutor.checks import Checks
from bot.tutor.citing import cited, keep_known_marks, numbered
from bot.tutor.composing import QUOTED_PASSAGES, Composer
from bot.tutor.explaining import NotInCourse, explain_messages, refuse_marker
from bot.tutor.grounding import hosts_of
from bot.tutor.hinting import Hints, climbed
from bot.tutor.ladder import Move, Rung
from bot.tutor.markup import without_markup
from bot.tutor.noting import Noting, said_by
from bot.tutor.observing import TurnObserver, TurnReport, Unobserved
from bot.tutor.prompts import Prompt, names_of
from bot.tutor.remembering import Remembering
from bot.tutor.replies import HelpGiven
from bot.tutor.retrieving import Retrieving
from bot.tutor.sealing import OpenQuestions, Sealing, none_open
from bot.tutor.stopping import Stopping
from bot.tutor.store import Ladder
from bot.tutor.values import Accepted, Answer, Ask, Mode, Progress, TurnEvent
from bot.tutor.work import Work

_MARKER_ROOM = 40
"""Characters held back at the start of a reply, until it is clear that it is not the *not in the course* marker."""

_BURST = 16
"""Pieces of a reply that may be worked on before other learners get their turn."""


@dataclass(frozen=True, slots=True)
class Budgets:
    """How much of a model a turn may use, in tokens."""

    memory: int = 1200
    output: int = 1200


class Tutor:
    """Answers questions from the lessons."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        guard: Guard,
        memory: Memory,
        retriever: Retriever,
        door: ModelDoor,
        prompts: Mapping[str, Prompt],
        texts: Texts,
        budgets: Budgets,
        library: Library,
        facts: Facts,
        terms: Callable[[str], Sequence[str]],
        remembering: Remembering | None = None,
        open_questions: OpenQuestions | None = None,
        salt: str = "",
        observer: TurnObserver | None = None,
    ) -> None:
        """Nobody watches the turns unless there is an `observer`; `terms` cuts texts into words that tell something.

        `salt` keeps the marks of what the filters found from being guessed.
        """
        self._salt = salt
        self._database = database
        self._clock = clock
        self._guard = guard
        self._memory = memory
        self._door = door
        self._prompts = prompts
        self._compose = Composer(texts, guard)
        self._budgets = budgets
        self._observer = observer or Unobserved()
        self._open_in = open_questions.open_in if open_questions else none_open
        self._facts = facts
        self.remembering = remembering
        self._checks = Checks(library, clock)
        self._sealing = Sealing(self._checks, terms)
        self._noting = Noting(facts, memory, texts, guard)
        self._hints = Hints(
            door=door, prompts=prompts, guard=guard, texts=texts, checks=self._checks, terms=terms
        )
        self._retrieving = Retrieving(retriever, self._hints)
        self._checking = Checking(
            door=door,
            prompts=prompts,
            guard=guard,
            texts=texts,
            library=library,
            composer=self._compose,
            sealing=self._sealing,
            terms=terms,
        )

    async def answer(self, ask: Ask, stopping: Stopping | None = None) -> AsyncIterator[TurnEvent]:
        """Answer one question: `Accepted` once it passed the filters, `Progress` while it is written, an `Answer`.

        The turn must stand in the book of open turns. The last event is an `Answer`, whatever fails outside our own database.
        """
        async with self._guard.screening(ask.policy) as screening:
            async for event in self._turn(screened.begin(ask, screening, self._clock), stopping):
                yield event

    async def _turn(self, work: Work, stopping: Stopping | None) -> AsyncIterator[TurnEvent]:
        work.stopping = stopping or work.stopping
        ask, wish = work.ask, wish_in(work.verdict.text) or parted(work.verdict.text)
        # What all will see, or what is done without a model, waits for a hosted moderation; the rest goes on beside it.
        if not work.verdict.goes_on or ((ask.shared or wish) and not await screened.goes_on(work)):
            yield await self._decline(work)
            return
        notes = self._compose.notes(work.language, screened.as_told(work))
        if isinstance(wish, Parted):
            notes, wish = (*notes, *await self._noting.forget_beside(work, wish)), None
        work.notes = () if ask.shared else (*notes, *self._noting.beside(work))
        quote = self._guard.quote_for_all if ask.shared else self._guard.quote
        yield Accepted(quote(work.verdict.text), notes)
        if wish:
            yield await self._given(work, await self._noting.fulfil(work, wish))
            return
        await self._recall(work)
        if unasked := self._hints.unasked(work):
            yield await self._given(work, unasked)
            return
        evidence = await self._retrieving.look_up(work)
        if not await screened.goes_on(work):
            yield await self._decline(work)
            return
        if not evidence.enough and not (ask.mode is Mode.HINT and work.ladder and work.passages):
            yield await self._not_in_course(work, is_elsewhere=evidence.is_elsewhere)
            return
        await self._sealing.seal(work)
        if self._sealing.puts_open_question(work):
            yield await self._hold_back(work)
            return
        if ask.mode is Mode.CHECK:
            yield await self._given(work, await self._checking.compare(work))
            return
        if ask.mode is Mode.HINT:
            taken = self._hints.step(work)
            if taken.move is Move.BEGIN:
                work.ladder = taken.ladder
                await self._sealing.seal(work)
            if taken.rung is not Rung.EXPLAINED:
                yield await self._given(work, await self._hints.give(work, taken))
                return
            work.ladder = taken.ladder
            await self._sealing.seal(work, with_ladder=False)
            work.trace.rung = Rung.EXPLAINED.value
        async for event in self._explained(work):
            yield event

    async def _explained(self, work: Work) -> AsyncIterator[TurnEvent]:
        """The answer as a model writes it; what the lessons say in its place where none does."""
        if not self._door.available:
            yield await self._quote(work, ModelError(Reason.NO_MODEL))
            return
        gate = work.screening.gate(GateContext(hosts_of(work.passages), work.sealed))
        try:
            async for progress in self._stream(work, gate):
                yield progress
        except NotInCourse:
            work.note("model")
            yield await self._not_in_course(work)
        except Withheld as withheld:
            work.note("model")
            work.screening.withheld(withheld)
            sealed = withheld.verdict.category is Category.SEALED
            yield await (self._hold_back(work) if sealed else self._withhold(work, withheld))
        except ModelError as error:
            work.note("model")
            yield await self._quote(work, error)
        else:
            if self._sealing.tells(work, gate.text):
                yield await self._hold_back(work)
            else:
                yield await self._answered(work, gate.text)

    async def _recall(self, work: Work) -> None:
        """What the learner's memory holds; for an answer for all to see, only what all have seen in this conversation."""
        ask, tokens = work.ask, self._budgets.memory

        async def also(connection: Connection) -> tuple[Ladder | None, tuple[OpenItem, ...]]:
            ladder = await store.ladder(connection, ask.key, ask.conversation_id)
            return ladder, await self._open_in(connection, ask.key)

        if ask.shared:
            work.memory, beside = await self._memory.recall_shared(
                ask.key, ask.conversation_id, tokens=tokens, also=also
            )
        else:
            question = without_markup(work.verdict.text)
            work.memory, beside = await self._memory.recall(
                ask.key, ask.conversation_id, question, tokens=tokens, also=also, locale=work.language
            )
        work.ladder, work.open_items = beside
        work.note("recall")

    async def _stream(self, work: Work, gate: ReleaseGate) -> AsyncIterator[Progress]:
        """The reply as it grows. Raises `ModelError`, `Withheld` or `NotInCourse`."""
        work.messages = explain_messages(
            self._prompts,
            work.ask,
            work.verdict.text,
            language=work.language,
            passages=work.passages,
            memory=work.memory,
        )
        request = ChatRequest(
            messages=work.messages,
            payer=work.payer,
            purpose="explain",
            max_tokens=self._budgets.output,
        )
        work.trace.prompt = names_of(self._prompts, "explain", "explain-question")
        work.trace.remembered_turns = work.memory.turns
        work.trace.remembered_facts = len(work.memory.facts)
        async with self._door.stream(request) as reply:
            received = 0
            with work.stopping.while_writing():
                async for delta in reply:
                    received += 1
                    if received % _BURST == 0:  # what is there comes without a pause: let others in
                        await asyncio.sleep(0)
                    if not gate.feed(delta):
                        continue
                    refuse_marker(gate.text)
                    if len(gate.text) > _MARKER_ROOM and not work.guarded:
                        body = keep_known_marks(gate.text, work.citations)
                        yield Progress(self._compose.under_way(body, notes=work.notes))
            if not work.stopping.asked:
                gate.finish()
        refuse_marker(gate.text)
        work.cut_at_limit = reply.finish is Finish.LENGTH
        work.trace.model = reply.model or ""
        work.trace.prompt_tokens = reply.usage.prompt_tokens
        work.trace.completion_tokens = reply.usage.completion_tokens
        work.trace.cost_usd = "" if reply.cost is None else f"{reply.cost:.6f}"
        await work.screening.heard(gate.text)
        work.note("model")

    async def _answered(self, work: Work, released: Released) -> Answer:
        marked = self._compose.grounded(work, keep_known_marks(released, work.citations))
        body = marked.text
        sections = cited(body, work.citations)
        text = self._compose.answered(
            work.language,
            body,
            sections,
            notes=work.notes,
            cut_at_limit=work.cut_at_limit,
            has_own_words=marked.has_own_words,
            stopped=work.stopping.asked,
            closing="" if work.stopping.asked else await self._checks.closing(work, sections),
        )
        return await self._given(work, HelpGiven(Outcome.ANSWERED, text, body, climbed(work)))

    async def _given(self, work: Work, help_given: HelpGiven) -> Answer:
        if not help_given.keeps_question:
            work.verdict = replace(work.verdict, text="")
        return await self._end(
            work, help_given.outcome, help_given.text, body=help_given.body, also=help_given.also
        )

    async def _quote(self, work: Work, error: ModelError) -> Answer:
        work.trace.quoting_because = error.reason.value
        passages = self._sealing.harmless(work)
        if not passages:
            return await self._hold_back(work)
        until = starts_afresh(error.scope, self._clock.now()) if error.scope else None
        text = self._compose.quoted(work.language, passages, error, notes=work.notes, until=until)
        work.citations = numbered(passages)[:QUOTED_PASSAGES]
        # What stands in the lessons is all there is to climb to, where no model will ever say it otherwise.
        also = climbed(work) if error.reason is Reason.NO_MODEL else None
        return await self._end(work, Outcome.QUOTED, text, also=also)

    async def _not_in_course(self, work: Work, *, is_elsewhere: bool = False) -> Answer:
        score, work.citations = work.trace.evidence, ()
        if is_elsewhere:
            text = self._compose.off_topic(work.language, notes=work.notes)
            return await self._end(work, Outcome.OFF_TOPIC, text)
        text = self._compose.not_in_course(work.language, work.passages, score=score, notes=work.notes)
        return await self._end(work, Outcome.NOT_IN_COURSE, text)

    async def _withhold(self, work: Work, withheld: Withheld) -> Answer:
        category = withheld.verdict.category
        work.trace.output_category = category.value if category else ""
        passages = self._sealing.harmless(work)
        text = self._compose.withheld(work.language, passages, notes=work.notes)
        work.citations = numbered(passages)[:1]
        return await self._end(work, Outcome.WITHHELD, text)

    async def _hold_back(self, work: Work) -> Answer:
        """Nothing is explained that would answer what the learner still works on; where it stands may be said."""
        work.trace.output_category = Category.SEALED.value
        work.citations = work.citations[:1]
        text = self._compose.held_back(work.language, work.passages, notes=work.notes)
        return await self._end(work, Outcome.WITHHELD, text)

    async def _decline(self, work: Work) -> Answer:
        supported = work.verdict.action is Action.SUPPORT
        text = self._compose.declined(work.language, work.verdict)
        return await self._end(work, Outcome.SUPPORTED if supported else Outcome.REFUSED, text)

    async def _end(
        self,
        work: Work,
        outcome: Outcome,
        text: Released,
        *,
        body: Released | None = None,
        also: Unit[None] | None = None,
    ) -> Answer:
        """Remember the turn, then give it out.

        Of a refused question only that it was refused is kept; of a crisis, nothing at all; nor of anything while
        the learner's memory is paused.
        """
        ask = work.ask
        kept = outcome not in (Outcome.REFUSED, Outcome.SUPPORTED)
        citations = cited(body, work.citations) if body is not None else work.citations
        turn = Turn(
            id=ask.turn_id,
            key=ask.key,
            conversation_id=ask.conversation_id,
            asked_at=self._clock.now(),
            locale=work.language,
            question=work.verdict.text if kept else "",
            answer=text,
            outcome=outcome,
            citations=citations,
            shared=ask.shared and kept,
            trace=asdict(work.trace),
        )

        entry = self._memory.entry(turn)
        decisions = work.screening.decisions(self._salt)
        note_only = outcome is Outcome.NOTED  # the note alone is kept: it must go when it is removed
        facts = self._facts.found(said_by(outcome, turn.question), turn.id)

        async def unit(connection: Connection) -> bool:
            # A learner who erased everything meanwhile has closed the turn: then nothing is kept of it either.
            if await store.mark_remembered(connection, turn.id):
                if not note_only:
                    await memory_store.add(connection, turn, entry)
                await self._facts.keep(connection, ask.key, facts)
                if also is not None:
                    await also(connection)
                await filters_store.add_hits(connection, ask.key.server_id, decisions, turn.asked_at)
                return True
            await model_store.drop_calls_of(connection, ask.key.user_id, since=work.began_at)
            return False

        to_store = outcome is not Outcome.SUPPORTED and not ask.paused
        stored = to_store and await self._database.write(unit)
        work.note("store")
        if stored and not note_only:
            self._memory.after(turn)
            if self.remembering is not None:
                self.remembering.after(turn)
        self._observer.turn_ended(
            TurnReport(turn, stored, work.verdict, work.passages, work.messages, work.trace)
        )
        return Answer(text, turn, remembered=stored or not ask.paused)
