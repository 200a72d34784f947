"""Practising: every step is one unit of work, and what has run is kept case by case.

A step that comes late or twice gets the sheet as it stands. A run goes on without anybody watching; after a restart it is
taken up again, and only the cases that had not run are asked for. A provider's failure counts as no attempt.
"""

import asyncio
import json
import logging
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import LearnerKey
from bot.llm.errors import ModelError
from bot.llm.estimate import estimate_tokens
from bot.practice import sheets
from bot.practice.attempts import store
from bot.practice.bank import Bank
from bot.practice.challenges import Challenge, Kind
from bot.practice.errors import AliasTaken, NoAttemptsLeft, NoModel, PartTwice, PromptTooLong, StillRunning
from bot.practice.picking import Picked, mark, names_a_part_twice
from bot.practice.recordings import RECORDED, fingerprint, recorded_name, results_of
from bot.practice.running import CaseRun, Runner
from bot.practice.sheets import NoChallenge, NoHint
from bot.practice.values import Attempt, ChallengePlace, Entry, Rank, Sheet, State
from bot.storage import Connection, Database
from bot.texts.locales import Locale

log = logging.getLogger(__name__)

PATIENCE = 1800.0
"""Seconds that one attempt may take, its waiting included."""
HISTORY, BOARD = 50, 10


class Practice:
    """Challenges and attempts by learner."""

    def __init__(self, database: Database, bank: Bank, runner: Runner, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._runner = runner
        self._clock = clock
        self._ids = ids
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._news: dict[str, asyncio.Event] = {}
        self.bank = bank
        self.closing = False

    @property
    def has_model(self) -> bool:
        """Whether prompts can run."""
        return self._runner.model is not None

    # Looking

    async def challenges(
        self, key: LearnerKey, locale: Locale, technique: str | None = None
    ) -> tuple[tuple[Entry, bool | None], ...]:
        """The published challenges here; whether each is solved, None for one that was not begun."""
        entries = await self.bank.entries(key.server_id, locale)
        solved = await self._database.read(lambda connection: store.solved(connection, key))
        return tuple((one, solved.get(one.place)) for one in entries if technique in (None, one.technique))

    async def place_of(self, key: LearnerKey, challenge_id: str, locale: Locale) -> ChallengePlace:
        """Where a challenge stands, the server's own before the built-in. Raises `NoChallenge`."""
        for entry in await self.bank.entries(key.server_id, locale):
            if entry.place.challenge_id == challenge_id:
                return entry.place
        raise NoChallenge

    async def next_place(self, key: LearnerKey, locale: Locale, technique: str | None) -> ChallengePlace:
        """The challenge to go on with: one that was begun, or else a new one. Raises `NoChallenge`."""
        known = await self.challenges(key, locale, technique)
        if not known:
            raise NoChallenge
        open_ones = [one for one in known if not one[1] and (self.has_model or one[0].kind is not Kind.RUN)]
        return min(open_ones or known, key=lambda one: one[1] is None)[0].place

    async def open(self, key: LearnerKey, locale: Locale, place: ChallengePlace) -> Sheet:
        """A challenge as the learner has it now, an attempt that is running with it. Raises `NoChallenge`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Sheet:
            under_way = await store.own(connection, key, place, states=(State.RUNNING,), limit=1)
            return await sheets.sheet(connection, key, place, locale, now, next(iter(under_way), None))

        return self._going_on(await self._database.read(unit))

    async def see(self, key: LearnerKey, locale: Locale, attempt_id: str) -> Sheet:
        """An attempt as it stands; one that was interrupted goes on. Raises `AttemptGone`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Sheet:
            attempt = await sheets.own(connection, key, attempt_id)
            return await sheets.sheet(connection, key, attempt.place, locale, now, attempt)

        return self._going_on(await self._database.read(unit))

    async def history(self, key: LearnerKey) -> tuple[Attempt, ...]:
        """The learner's last attempts here, the newest first."""
        return await self._database.read(lambda connection: store.own(connection, key, limit=HISTORY))

    async def last_prompt(self, key: LearnerKey, place: ChallengePlace) -> str | None:
        """What the learner ran last at a challenge."""
        newest = await self._database.read(lambda connection: store.own(connection, key, place, limit=1))
        return newest[0].prompt if newest else None

    # Trying

    async def keep_draft(self, key: LearnerKey, place: ChallengePlace, prompt: str) -> None:
        """Keep what was written, so that the form opens with it."""

        async def unit(connection: Connection) -> None:
            progress = await store.get_progress(connection, key, place)
            await store.set_progress(connection, key, place, replace(progress, draft=prompt))

        await self._database.write(unit)

    async def submit(self, key: LearnerKey, locale: Locale, place: ChallengePlace, prompt: str) -> Sheet:
        """Begin to run a prompt; the same prompt as before comes back with the same score.

        Raises `NoChallenge`, `PromptTooLong`, `NoAttemptsLeft`, `StillRunning`, `NoModel`. The draft is kept in any case.
        """
        now = self._clock.now()
        new_id = self._ids.new()
        await self.keep_draft(key, place, prompt)
        policy = await self._runner.policy(key.server_id)

        async def unit(connection: Connection) -> Sheet:
            sheet = await sheets.sheet(connection, key, place, locale, now, None)
            challenge = sheet.challenge
            tokens = estimate_tokens(prompt)
            if tokens > challenge.budget.tokens or len(prompt) > challenge.budget.characters:
                raise PromptTooLong(
                    tokens=tokens, most=challenge.budget.tokens, characters=challenge.budget.characters
                )
            recorded = recorded_name(challenge, prompt) if not self.has_model else None
            model = self._runner.model or (RECORDED if recorded else None)
            if model is None:
                raise NoModel
            attempt = Attempt(
                id=new_id,
                key=key,
                place=place,
                version=sheet.version,
                number=await store.next_number(connection, key, place),
                language=locale,
                model=model,
                fingerprint=fingerprint(place, sheet.version, locale, model, prompt),
                prompt=prompt,
                prompt_tokens=tokens,
                started_at=now,
            )
            twin = await store.same(connection, attempt.fingerprint)
            if twin is not None and twin.key == key:
                return await sheets.sheet(connection, key, place, locale, now, twin)
            if sheet.left_today < 1:
                raise NoAttemptsLeft(most=challenge.budget.attempts)
            if await store.running(connection, key):
                raise StillRunning
            if twin is not None:
                attempt = replace(attempt, results=self._runner.reviewed(twin.results, policy))
            elif recorded is not None:
                attempt = replace(attempt, results=results_of(challenge, recorded))
            await store.add(connection, attempt)
            if attempt.results:
                attempt = await sheets.finish(connection, challenge, attempt, now)
            return await sheets.sheet(connection, key, place, locale, now, attempt)

        return self._going_on(await self._database.write(unit))

    async def answer(self, key: LearnerKey, locale: Locale, place: ChallengePlace, picked: Picked) -> Sheet:
        """Answer a challenge that needs no model. Raises `NoChallenge`, `PartTwice` or `NoAttemptsLeft`."""
        now = self._clock.now()
        new_id = self._ids.new()
        words = json.dumps({name: list(chosen) for name, chosen in sorted(picked.items())})

        async def unit(connection: Connection) -> Sheet:
            sheet = await sheets.sheet(connection, key, place, locale, now, None)
            if sheet.challenge.kind is Kind.RUN:
                raise NoChallenge
            if names_a_part_twice(sheet.challenge, picked):
                raise PartTwice
            if sheet.left_today < 1:
                raise NoAttemptsLeft(most=sheet.challenge.budget.attempts)
            marked = mark(sheet.challenge, picked)
            attempt = Attempt(
                id=new_id,
                key=key,
                place=place,
                version=sheet.version,
                number=await store.next_number(connection, key, place),
                language=locale,
                model="",
                fingerprint=fingerprint(place, sheet.version, locale, "", words),
                prompt=words,
                state=State.DONE,
                share=marked.share,
                hidden_share=marked.share,
                passed=marked.passed,
                started_at=now,
                ended_at=now,
            )
            await store.add(connection, attempt)
            if marked.passed:
                await sheets.solve(connection, attempt, now)
            return await sheets.sheet(connection, key, place, locale, now, attempt)

        return await self._database.write(unit)

    async def cancel(self, key: LearnerKey, locale: Locale, attempt_id: str) -> Sheet:
        """Stop a run; it counts as no attempt. Raises `AttemptGone`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Sheet:
            attempt = await sheets.own(connection, key, attempt_id)
            if not attempt.is_over:
                attempt = replace(attempt, state=State.CANCELLED, ended_at=now)
                await store.save(connection, attempt)
            return await sheets.sheet(connection, key, attempt.place, locale, now, attempt)

        sheet = await self._database.write(unit)
        task = self._tasks.get(attempt_id)
        if task is not None:
            task.cancel()
        self._tell(attempt_id)
        return sheet

    async def hint(self, key: LearnerKey, locale: Locale, place: ChallengePlace) -> Sheet:
        """The next hint, once the prompt has changed since the last one. Raises `NoHint`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Sheet:
            sheet = await sheets.sheet(connection, key, place, locale, now, None)
            if not sheet.hint_is_open:
                raise NoHint
            newest = await store.own(connection, key, place, limit=1)
            progress = replace(
                sheet.progress,
                hints=sheet.progress.hints + 1,
                hint_after=newest[0].fingerprint if newest else "",
            )
            await store.set_progress(connection, key, place, progress)
            again = await sheets.sheet(connection, key, place, locale, now, next(iter(newest), None))
            return replace(again, fresh_hint=progress.hints - 1)

        return await self._database.write(unit)

    async def give_up(self, key: LearnerKey, locale: Locale, place: ChallengePlace) -> Sheet:
        """Open the solution; later attempts count on no board. Raises `NoChallenge`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Sheet:
            progress = await store.get_progress(connection, key, place)
            if progress.is_open:
                await store.set_progress(connection, key, place, replace(progress, gave_up_at=now))
            return await sheets.sheet(connection, key, place, locale, now, None)

        return await self._database.write(unit)

    # The board

    async def board(self, key: LearnerKey, place: ChallengePlace | None) -> tuple[Rank, ...]:
        """The best of who joined, on one challenge or on all."""
        return await self._database.read(lambda connection: store.ranks(connection, key, place, BOARD))

    async def alias(self, key: LearnerKey) -> str | None:
        """The learner's name on the board; None for who has not joined."""
        return await self._database.read(lambda connection: store.alias_of(connection, key))

    async def set_alias(self, key: LearnerKey, alias: str | None) -> None:
        """Join the board under a name, or leave it with None. Raises `AliasTaken`."""
        now = self._clock.now()
        if not await self._database.write(lambda connection: store.set_alias(connection, key, alias, now)):
            raise AliasTaken

    # Running

    async def resume_all(self) -> None:
        """Go on with what the last process left open."""
        for attempt in await self._database.read(lambda connection: store.running(connection)):
            self._start(attempt)

    async def news(self, attempt_id: str, patience: float) -> None:
        """Wait until a case more has run, or the attempt is over; at most `patience` seconds."""
        event = self._news.get(attempt_id)
        if event is not None and not self.closing:
            try:
                async with asyncio.timeout(patience):
                    await event.wait()
            except TimeoutError:
                return

    async def close(self) -> None:
        """Let go of what is running; the next process goes on with it."""
        self.closing = True
        for event in self._news.values():
            event.set()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def forget_before(self, moment: datetime, server_id: int | None = None) -> int:
        """Remove attempts that began before a moment, of one server where it is named; how many."""
        return await self._database.write(
            lambda connection: store.forget_before(connection, moment, server_id)
        )

    def _going_on(self, sheet: Sheet) -> Sheet:
        if sheet.attempt is not None and not sheet.attempt.is_over:
            self._start(sheet.attempt)
        return sheet

    def _start(self, attempt: Attempt) -> None:
        if attempt.id in self._tasks or self.closing:
            return
        self._news[attempt.id] = asyncio.Event()
        task = asyncio.create_task(self._run(attempt), name="attempt")
        self._tasks[attempt.id] = task
        task.add_done_callback(lambda _: self._ended(attempt.id))

    def _ended(self, attempt_id: str) -> None:
        self._tasks.pop(attempt_id, None)
        self._tell(attempt_id, last=True)

    def _tell(self, attempt_id: str, *, last: bool = False) -> None:
        """Wake who waits; whoever comes later waits for the next news."""
        event = self._news.pop(attempt_id, None)
        if event is not None:
            event.set()
            if not last:
                self._news[attempt_id] = asyncio.Event()

    async def _run(self, seen: Attempt) -> None:
        attempt = await self._database.read(lambda connection: store.load(connection, seen.id))
        if attempt is None or attempt.is_over:  # it ended while somebody was looking
            return
        try:
            challenge = await self.bank.challenge(attempt.place, attempt.version, attempt.language)
            if challenge is None:
                await self._fail(attempt.id, NoChallenge.key)
                return
            async with asyncio.timeout(PATIENCE):
                await self._runner.run(challenge, attempt, lambda run: self._keep(challenge, attempt.id, run))
        except ModelError as error:
            await self._fail(attempt.id, error.key)
        except TimeoutError:
            await self._fail(attempt.id, "practice-took-too-long")
        except Exception:  # logged; the learner is told, and it costs no attempt
            log.exception("an attempt broke")
            await self._fail(attempt.id, "practice-broke")

    async def _keep(self, challenge: Challenge, attempt_id: str, run: CaseRun) -> bool:
        now = self._clock.now()

        async def unit(connection: Connection) -> bool:
            attempt = await store.load(connection, attempt_id)
            if attempt is None or attempt.is_over:
                return False
            cost = None if run.cost is None else (attempt.cost or Decimal(0)) + run.cost
            attempt = replace(
                attempt,
                results={**attempt.results, run.case_id: run.result},
                tokens=attempt.tokens + run.tokens,
                cost=cost,
            )
            if len(attempt.results) == len(challenge.cases):
                await sheets.finish(connection, challenge, attempt, now)
            else:
                await store.save(connection, attempt)
            return True

        is_open = await self._database.write(unit)
        self._tell(attempt_id)
        return is_open

    async def _fail(self, attempt_id: str, key: str) -> None:
        now = self._clock.now()

        async def unit(connection: Connection) -> None:
            attempt = await store.load(connection, attempt_id)
            if attempt is not None and not attempt.is_over:
                failed = replace(attempt, state=State.FAILED, failure=key, ended_at=now)
                await store.save(connection, failed)

        await self._database.write(unit)
