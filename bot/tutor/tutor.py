"""One learner turn: filter, recall, retrieve, render, stream, release, store.

Nothing is yielded as an `Answer` before it is in the database, and nothing of a model's text is yielded at all
before the release gate let it out. No transaction is open while a model writes.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from bot.clock import Clock
from bot.lessons.retrieval import Retriever
from bot.lessons.values import Evidence, Passage
from bot.llm import store as model_store
from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError, Reason
from bot.llm.values import ChatMessage, ChatRequest, Finish, Payer
from bot.memory import store as memory_store
from bot.memory.memory import Memory, Recollection
from bot.memory.values import Citation, Outcome, Turn
from bot.safety import Action, GateContext, Guard, ReleaseGate, Verdict, Withheld
from bot.storage import Connection, Database
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.language import language_of
from bot.texts.locales import Locale
from bot.tutor import store
from bot.tutor.citing import cited, keep_known_marks, numbered
from bot.tutor.composing import QUOTED_PASSAGES, Composer
from bot.tutor.explaining import NOT_IN_COURSE, explain_messages
from bot.tutor.follow_up import points_back
from bot.tutor.markup import without_markup
from bot.tutor.observing import TurnObserver, TurnReport, Unobserved
from bot.tutor.prompts import Prompt
from bot.tutor.recalling import last_questions
from bot.tutor.values import Accepted, Answer, Ask, PassageSeen, Progress, Stage, Trace, TurnEvent

_MARKER_ROOM = 40
"""Characters held back at the start of a reply, until it is clear that it is not the *not in the course* marker."""

_BURST = 16
"""Pieces of a reply that may be worked on before other learners get their turn."""


@dataclass(frozen=True, slots=True)
class Budgets:
    """How much of a model a turn may use, in tokens."""

    memory: int = 1200
    output: int = 1200


@dataclass(slots=True)
class _Work:
    """What a turn has found out so far."""

    ask: Ask
    language: Locale
    verdict: Verdict
    trace: Trace
    clock: Clock
    began_at: datetime
    last_noted: float
    memory: Recollection = field(default_factory=Recollection)
    notes: tuple[Released, ...] = ()
    """What is said above the answer; nothing above one for all to see."""
    passages: tuple[Passage, ...] = ()
    citations: tuple[Citation, ...] = ()
    messages: tuple[ChatMessage, ...] = ()
    cut_at_limit: bool = False

    def note(self, stage: str) -> None:
        """Write down how long the stage that ends now has taken."""
        now = self.clock.monotonic()
        self.trace.stages.append(Stage(stage, round((now - self.last_noted) * 1000)))
        self.last_noted = now


class _NotInCourse(Exception):
    """The model found no answer in the passages."""


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
        observer: TurnObserver | None = None,
    ) -> None:
        """Nobody watches the turns unless there is an `observer`."""
        self._database = database
        self._clock = clock
        self._guard = guard
        self._memory = memory
        self._retriever = retriever
        self._door = door
        self._prompts = prompts
        self._compose = Composer(texts, guard)
        self._budgets = budgets
        self._observer = observer or Unobserved()

    async def answer(self, ask: Ask) -> AsyncIterator[TurnEvent]:
        """Answer one question: `Accepted` once it passed the filters, `Progress` while it is written, an `Answer`.

        The turn must stand in the book of open turns. The last event is an `Answer`, whatever fails outside our own database.
        """
        work = self._begin(ask)
        if not work.verdict.goes_on:
            yield await self._decline(work)
            return
        notes = self._compose.notes(work.language, work.verdict)
        if not ask.shared:
            work.notes = notes
        yield Accepted(self._guard.quote(work.verdict.text), notes)
        await self._recall(work)
        evidence = await self._retrieve(work)
        if not evidence.enough:
            yield await self._not_in_course(work)
            return
        if not self._door.available:
            yield await self._quote(work, ModelError(Reason.NO_MODEL))
            return
        gate = self._guard.gate(GateContext())
        try:
            async for progress in self._stream(work, gate):
                yield progress
        except _NotInCourse:
            work.note("model")
            yield await self._not_in_course(work)
        except Withheld as withheld:
            work.note("model")
            yield await self._withhold(work, withheld)
        except ModelError as error:
            work.note("model")
            yield await self._quote(work, error)
        else:
            yield await self._answered(work, gate.text)

    def _begin(self, ask: Ask) -> _Work:
        started = self._clock.monotonic()
        verdict = self._guard.check_input(ask.question)
        work = _Work(
            ask=ask,
            language=language_of(ask.question, preferred=ask.locale),
            verdict=verdict,
            trace=Trace(
                input_action=verdict.action.value,
                input_category=verdict.category.value if verdict.category else "",
                lesson_id=ask.lesson_id or "",
            ),
            clock=self._clock,
            began_at=self._clock.now(),
            last_noted=started,
        )
        work.note("filter")
        return work

    async def _recall(self, work: _Work) -> None:
        """What the learner's memory holds; for an answer for all to see, only what all have seen in this conversation."""
        ask, tokens = work.ask, self._budgets.memory
        if ask.shared:
            work.memory = await self._memory.recall_shared(ask.key, ask.conversation_id, tokens=tokens)
        else:
            question = without_markup(work.verdict.text)
            work.memory = await self._memory.recall(ask.key, ask.conversation_id, question, tokens=tokens)
        work.trace.remembered_turns = work.memory.turns
        work.note("recall")

    async def _retrieve(self, work: _Work) -> Evidence:
        """What the lessons hold on the question; on one that points back, together with the one before it."""
        question = without_markup(work.verdict.text)
        evidence = await self._search(work, question)
        before = last_questions(work.memory)
        if not evidence.enough and before and points_back(question) and self._door.available:
            last = without_markup(before[0])
            in_context = await self._search(work, f"{last} {question}")
            evidence = in_context if in_context.enough else evidence
        work.passages = evidence.passages
        work.citations = numbered(evidence.passages)
        work.trace.evidence = round(evidence.score, 3)
        work.trace.enough = evidence.enough
        work.trace.passages = [
            PassageSeen(passage.lesson_id, passage.section_id, passage.heading, round(passage.score, 3))
            for passage in evidence.passages
        ]
        work.note("retrieve")
        return evidence

    async def _search(self, work: _Work, question: str) -> Evidence:
        return await self._retriever.search(
            question,
            server_id=work.ask.key.server_id,
            locale=work.language,
            lesson_id=work.ask.lesson_id,
        )

    async def _stream(self, work: _Work, gate: ReleaseGate) -> AsyncIterator[Progress]:
        """The reply as it grows. Raises `ModelError`, `Withheld` or `_NotInCourse`."""
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
            payer=Payer(work.ask.key.in_server, work.ask.key.user_id),
            purpose="explain",
            max_tokens=self._budgets.output,
        )
        work.trace.prompt = self._prompts["explain"].name
        async with self._door.stream(request) as reply:
            received = 0
            async for delta in reply:
                received += 1
                if received % _BURST == 0:
                    await asyncio.sleep(
                        0
                    )  # what has arrived already comes without a pause: let others in between
                if not gate.feed(delta):
                    continue
                _refuse_marker(gate.text)
                if len(gate.text) > _MARKER_ROOM:
                    body = keep_known_marks(gate.text, work.citations)
                    yield Progress(self._compose.under_way(body, notes=work.notes))
            gate.finish()
        _refuse_marker(gate.text)
        work.cut_at_limit = reply.finish is Finish.LENGTH
        work.trace.model = reply.model or ""
        work.trace.prompt_tokens = reply.usage.prompt_tokens
        work.trace.completion_tokens = reply.usage.completion_tokens
        work.trace.cost_usd = "" if reply.cost is None else f"{reply.cost:.6f}"
        work.note("model")

    async def _answered(self, work: _Work, released: Released) -> Answer:
        body = keep_known_marks(released, work.citations)
        text = self._compose.answered(
            work.language,
            body,
            cited(body, work.citations),
            notes=work.notes,
            cut_at_limit=work.cut_at_limit,
        )
        return await self._end(work, Outcome.ANSWERED, text, body=body)

    async def _quote(self, work: _Work, error: ModelError) -> Answer:
        work.trace.quoting_because = error.reason.value
        text = self._compose.quoted(work.language, work.passages, error, notes=work.notes)
        work.citations = work.citations[:QUOTED_PASSAGES]
        return await self._end(work, Outcome.QUOTED, text)

    async def _not_in_course(self, work: _Work) -> Answer:
        text = self._compose.not_in_course(
            work.language, work.passages, score=work.trace.evidence, notes=work.notes
        )
        work.citations = ()
        return await self._end(work, Outcome.NOT_IN_COURSE, text)

    async def _withhold(self, work: _Work, withheld: Withheld) -> Answer:
        category = withheld.verdict.category
        work.trace.output_category = category.value if category else ""
        text = self._compose.withheld(work.language, work.passages, notes=work.notes)
        work.citations = work.citations[:1]
        return await self._end(work, Outcome.WITHHELD, text)

    async def _decline(self, work: _Work) -> Answer:
        supported = work.verdict.action is Action.SUPPORT
        text = self._compose.declined(work.language, work.verdict)
        return await self._end(work, Outcome.SUPPORTED if supported else Outcome.REFUSED, text)

    async def _end(
        self, work: _Work, outcome: Outcome, text: Released, *, body: Released | None = None
    ) -> Answer:
        """Remember the turn, then give it out.

        Of a refused question only that it was refused is kept; of a crisis, nothing at all.
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

        async def unit(connection: Connection) -> bool:
            # A learner who erased everything meanwhile has closed the turn: then nothing is kept of it either.
            if await store.mark_remembered(connection, turn.id):
                await memory_store.add(connection, turn, entry)
                return True
            await model_store.drop_calls_of(connection, ask.key.user_id, since=work.began_at)
            return False

        stored = outcome is not Outcome.SUPPORTED and await self._database.write(unit)
        work.note("store")
        self._observer.turn_ended(
            TurnReport(turn, stored, work.verdict, work.passages, work.messages, work.trace)
        )
        return Answer(text, turn)


def _refuse_marker(body: Released) -> None:
    if body.lstrip(" *`\n").startswith(NOT_IN_COURSE):
        raise _NotInCourse
