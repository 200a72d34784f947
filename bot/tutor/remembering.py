"""Beside the turns: every few of them, a model sums up what a learner asked, and proposes facts in the learner's own words.

No reply ever waits for it, and it may fail at any time: the memory works without it. It is given the learner's words alone, never a
tutor's reply or another learner's turn; what it proposes must stand in those words letter for letter, and is used only once the learner
has kept it.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping

from bot.clock import Clock
from bot.learners import store as learner_store
from bot.learners.values import LearnerKey
from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError
from bot.llm.values import ChatMessage, ChatRequest, Payer, Role
from bot.memory import store as memory_store
from bot.memory.facts.facts import Facts
from bot.memory.facts.rules import Said
from bot.memory.facts.values import FactKind, Source
from bot.memory.summaries import store as summaries_store
from bot.memory.summaries.store import Summary
from bot.memory.values import Outcome, Turn
from bot.memory.window import start_of
from bot.safety import Action, Guard, Withheld
from bot.storage import Connection, Database
from bot.texts.kinds import ModelText
from bot.tutor.explaining import LANGUAGES
from bot.tutor.prompts import Prompt
from bot.tutor.recalling import fenced
from bot.tutor.values import Mode

log = logging.getLogger(__name__)

EVERY = 8
"""Answered questions of a learner between two summaries."""
LONGEST = 300
"""Tokens of a model's notes."""

_LOOKED_AT = 12
_SUMMARY_LENGTH = 400
_MOST_PROPOSED = 2
_MOST_COUNTED = 10_000
_KINDS = [kind.value for kind in FactKind if kind is not FactKind.NOTE]
_SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "summary": {"type": "string"},
        "facts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"kind": {"type": "string", "enum": _KINDS}, "quote": {"type": "string"}},
                "required": ["kind", "quote"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["summary", "facts"],
    "additionalProperties": False,
}


class Remembering:
    """Sums up in the background."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        door: ModelDoor,
        prompts: Mapping[str, Prompt],
        guard: Guard,
        facts: Facts,
    ) -> None:
        self._database = database
        self._clock = clock
        self._door = door
        self._prompts = prompts
        self._guard = guard
        self._facts = facts
        self._since: Counter[LearnerKey] = Counter()
        self._running: set[asyncio.Task[None]] = set()

    def after(self, turn: Turn) -> None:
        """A turn was stored. Returns at once."""
        if turn.outcome is not Outcome.ANSWERED or turn.trace.get("mode") != Mode.EXPLAIN:
            return
        if len(self._since) > _MOST_COUNTED:
            self._since.clear()
        self._since[turn.key] += 1
        if self._since[turn.key] < EVERY or not self._door.available:
            return
        del self._since[turn.key]
        task = asyncio.create_task(self._try_to_sum_up(turn), name="remembering")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def settled(self) -> None:
        """Wait until nothing is being summed up."""
        if self._running:
            await asyncio.wait(self._running)

    async def close(self) -> None:
        """Let go of what is being summed up."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _try_to_sum_up(self, turn: Turn) -> None:
        try:
            await self._sum_up(turn)
        except (ModelError, Withheld):
            pass  # the next ones will be told of these questions too
        except Exception:  # logged; the next answers sum these questions up as well
            log.exception("a learner's questions could not be summed up")

    async def _sum_up(self, last: Turn) -> None:
        key = last.key

        async def look(connection: Connection) -> tuple[tuple[Turn, ...], Summary | None]:
            turns = await memory_store.latest(connection, key, limit=_LOOKED_AT)
            return turns, await summaries_store.of(connection, key)

        turns, before = await self._database.read(look)
        said = "\n".join(turn.question for turn in turns if turn.question)
        system = self._prompts["remember"].render(language=LANGUAGES[last.locale])
        user = self._prompts["remember-words"].render(
            summary=fenced(before.text) if before else "", questions=fenced(said)
        )
        messages = (ChatMessage(Role.SYSTEM, system), ChatMessage(Role.USER, user))
        request = ChatRequest(messages, Payer(key.in_server, key.user_id), "remember", LONGEST)
        found = await self._door.complete_json(request, _SCHEMA)
        if not isinstance(found, Mapping):
            return
        summary = await self._guard.released(ModelText(str(found["summary"])))
        text = start_of(summary.strip(), _SUMMARY_LENGTH)
        proposed = self._facts.found(await self._proposed(found["facts"], said), last.id, Source.PROPOSED)

        async def keep(connection: Connection) -> None:
            learner = await learner_store.load(connection, key)
            if learner.paused or await memory_store.load(connection, last.id) is None:
                return  # meanwhile the learner wanted nothing kept, or had it forgotten
            await summaries_store.put(connection, key, Summary(text, last.place, self._clock.now()))
            await self._facts.keep(connection, key, proposed)

        await self._database.write(keep)

    async def _proposed(self, facts: object, said: str) -> list[Said]:
        """Those that the learner really wrote, and that hold nothing that is not kept."""
        if not isinstance(facts, list):
            return []
        quotes = [(FactKind(fact["kind"]), str(fact["quote"]).strip()) for fact in facts[:_MOST_PROPOSED]]
        return [
            Said(kind, quote)
            for kind, quote in quotes
            if len(quote) > 3
            and quote in said
            and self._guard.check_input(quote).action is Action.ALLOW
            and await self._guard.may_be_shown(ModelText(quote))
        ]
