"""Hints: the ladder decides which, a model words it, and what would give the answer away is not shown.

A hint is short, so it is not streamed: it is checked whole before a character of it is seen. Without a model, or in the place
of a hint that says too much, code gives the hint from the lesson itself.
"""

from collections.abc import Mapping
from functools import partial

from bot.learners.values import LearnerKey
from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError
from bot.llm.values import ChatMessage, ChatRequest, Role
from bot.memory.values import Outcome
from bot.safety import GateContext, Guard, Withheld
from bot.storage import Connection, Unit
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, joined
from bot.tutor import store
from bot.tutor.checks import Checks
from bot.tutor.explaining import LANGUAGES, LEVELS, numbered_passages
from bot.tutor.follow_up import only_points_back, points_back
from bot.tutor.ladder import Move, Rung, Step, asks_nothing, begs, gives_away, stands, step
from bot.tutor.prompts import Prompt, names_of
from bot.tutor.recalling import fenced, last_questions
from bot.tutor.replies import HelpGiven, count_call
from bot.tutor.terms import Terms
from bot.tutor.values import Mode
from bot.tutor.work import Work

LONGEST = 160
"""Tokens of a hint."""

_SUBJECT = 3
"""Passages whose words make a try one about the subject."""

_TASKS = {
    Rung.RESTATE: "Say in simpler words what the question asks for, so that the learner sees what kind of answer it wants.",
    Rung.POINTER: "Name the one idea of the passages that the learner should look at, without saying what follows from it.",
    Rung.NARROWED: "Break the question down: ask only for its first step.",
    Rung.SIBLING: "Work through a similar but different example to its end, so that the learner can do the same here.",
}


class Hints:
    """Gives one hint after the other."""

    def __init__(
        self,
        *,
        door: ModelDoor,
        prompts: Mapping[str, Prompt],
        guard: Guard,
        texts: Texts,
        checks: Checks,
        terms: Terms,
    ) -> None:
        self._door = door
        self._prompts = prompts
        self._guard = guard
        self._texts = texts
        self._checks = checks
        self._terms = terms

    def goes_on(self, work: Work) -> bool:
        """Whether this message belongs to the ladder of its conversation."""
        return stands(work.ladder, work.verdict.text, now=work.clock.now(), terms=self._terms)

    def unasked(self, work: Work) -> HelpGiven | None:
        """What to write first, for whose message names nothing to answer, to hint at or to compare; else None."""
        mode, said = work.ask.mode, work.verdict.text
        if mode is Mode.HINT and self.goes_on(work):
            return None
        if only_points_back(said) and not last_questions(work.memory):
            key = "ask-points-at-nothing"
        elif mode is Mode.EXPLAIN or not asks_nothing(said) or (points_back(said) and not begs(said)):
            return None
        else:
            key = "hint-ask-first" if mode is Mode.HINT else "comparing-try-first"
        first = self._texts.say(work.language, key)
        return HelpGiven(Outcome.OFF_TOPIC, joined("\n\n", [*work.notes, first]))

    def step(self, work: Work) -> Step:
        """Where this message leads on the ladder of its conversation."""
        first = work.passages[0] if work.passages else None
        return step(
            work.ladder,
            work.verdict.text,
            before=last_questions(work.memory),
            subject="\n".join(passage.text for passage in work.passages[:_SUBJECT]),
            place=(first.lesson_id, first.section_id) if first else ("", ""),
            now=work.clock.now(),
            terms=self._terms,
        )

    async def give(self, work: Work, taken: Step) -> HelpGiven:
        """The hint of the rung that was reached; for a message that only begs, what to do for one."""
        work.trace.rung = taken.rung.value
        work.trace.move = taken.move.value
        language = work.language
        say = self._texts.say
        by_ai = False
        also = partial(_keep, key=work.ask.key, conversation_id=work.ask.conversation_id, step=taken)
        if taken.move is Move.STAY:
            body = say(language, "hint-try-first")
        else:
            worded = await self._worded(work, taken)
            body = worded or await self._by_code(work, taken)
            by_ai = bool(worded)
        footer = say(language, "hint-step", rung=taken.rung.value, last=Rung.EXPLAINED.value)
        if by_ai:
            footer = joined("\n", [footer, say(language, "ask-made-by-ai")])
        text = joined("\n\n", [*work.notes, body, footer])
        return HelpGiven(Outcome.ANSWERED, text, also=also)

    async def _worded(self, work: Work, taken: Step) -> Released | None:
        """The hint in a model's words; None where there is no model, or where it would say too much."""
        if not self._door.available:
            return None
        system = self._prompts["hint"].render(
            language=LANGUAGES[work.language], level=LEVELS[work.ask.level], task=_TASKS[taken.rung]
        )
        user = self._prompts["hint-question"].render(
            passages=numbered_passages(work.passages),
            question=fenced(taken.ladder.question),
            attempt=fenced(work.verdict.text) if taken.move is Move.UP else "",
        )
        work.messages = (ChatMessage(Role.SYSTEM, system), ChatMessage(Role.USER, user))
        try:
            reply = await self._door.complete(ChatRequest(work.messages, work.payer, "hint", LONGEST))
            count_call(work.trace, names_of(self._prompts, "hint", "hint-question"), reply)
            hint = await work.screening.release(reply.text, GateContext(forbidden=work.sealed))
        except ModelError as error:
            work.trace.quoting_because = error.reason.value
            return None
        except Withheld as withheld:
            work.screening.withheld(withheld)
            work.trace.output_category = withheld.verdict.category.value if withheld.verdict.category else ""
            return None
        if gives_away(hint, work.sealed, taken.ladder.question, self._terms):
            work.trace.output_category = "sealed"
            return None
        return hint

    async def _by_code(self, work: Work, taken: Step) -> Released:
        """The hint from the lesson itself, which never says the answer."""
        say, language, ladder = self._texts.say, work.language, taken.ladder
        first = next((one for one in work.passages if one.section_id == ladder.section_id), work.passages[0])
        where = {
            "lesson": self._guard.quote(first.lesson_title),
            "section": self._guard.quote(first.heading),
        }
        match taken.rung:
            case Rung.RESTATE:
                return say(language, "hint-restate", **where)
            case Rung.POINTER:
                return say(language, "hint-pointer", **where)
            case Rung.NARROWED:
                check = await self._checks.of(
                    work.ask.key.server_id, ladder.lesson_id, ladder.section_id, language
                )
                if check is not None and not gives_away(
                    check.hint, work.sealed, ladder.question, self._terms
                ):
                    return say(language, "hint-narrowed", hint=self._guard.quote(check.hint))
                return say(language, "hint-narrowed-plain", **where)
            case _:
                return say(language, "hint-sibling", lesson=where["lesson"])


def climbed(work: Work) -> Unit[None] | None:
    """Takes the ladder away with a turn that explained at its end; None for a turn that stood on none."""
    if work.trace.rung != Rung.EXPLAINED:
        return None
    return partial(store.put_ladder, key=work.ask.key, conversation_id=work.ask.conversation_id, ladder=None)


async def _keep(connection: Connection, *, key: LearnerKey, conversation_id: int, step: Step) -> None:
    await store.put_ladder(connection, key, conversation_id, step.ladder)
