"""A learner's explanation in their own words, held against the lessons: what is right, what is missing, what is mistaken."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError
from bot.llm.values import ChatMessage, ChatRequest, Role
from bot.memory.values import Outcome
from bot.safety import GateContext, Guard, Withheld
from bot.texts.catalogue import Texts
from bot.texts.kinds import ModelText, Released, joined
from bot.tutor.composing import Composer
from bot.tutor.explaining import LANGUAGES, LEVELS, numbered_passages
from bot.tutor.prompts import Prompt
from bot.tutor.recalling import fenced
from bot.tutor.replies import HelpGiven
from bot.tutor.sealing import Sealing
from bot.tutor.work import Work

LONGEST = 400
"""Tokens of a comparison."""

SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "right": {"type": "array", "items": {"type": "string"}},
        "missing": {"type": "array", "items": {"type": "string"}},
        "misconception": {"type": "string"},
    },
    "required": ["right", "missing", "misconception"],
    "additionalProperties": False,
}

_MOST = 3
_POINT = re.compile(r"\*\*(.{2,60}?)\*\*|[^.。!！?？\n]{12,200}[.。]")


class Checking:
    """Compares a learner's words with what the lessons say."""

    def __init__(
        self,
        *,
        door: ModelDoor,
        prompts: Mapping[str, Prompt],
        guard: Guard,
        texts: Texts,
        composer: Composer,
        sealing: Sealing,
        terms: Callable[[str], Sequence[str]],
    ) -> None:
        self._door = door
        self._prompts = prompts
        self._guard = guard
        self._texts = texts
        self._compose = composer
        self._sealing = sealing
        self._terms = terms

    async def compare(self, work: Work) -> HelpGiven:
        """Right, missing, mistaken, with the sections to read; by a model where there is one, else by words alone."""
        body = await self._by_model(work)
        by_ai = body is not None and not self._sealing.tells(work, body)
        if body is None or not by_ai:
            body = self._by_words(work)
        sources = self._compose.sources(work.language, work.citations[:2])
        if by_ai:
            sources = joined("\n", [sources, self._compose.made_by_ai(work.language)])
        work.citations = work.citations[:2]
        text = joined("\n\n", [*work.notes, body, sources])
        return HelpGiven(Outcome.ANSWERED, text)

    async def _by_model(self, work: Work) -> Released | None:
        if not self._door.available:
            return None
        system = self._prompts["check"].render(
            language=LANGUAGES[work.language], level=LEVELS[work.ask.level]
        )
        user = self._prompts["check-words"].render(
            passages=numbered_passages(work.passages[:3]), words=fenced(work.verdict.text)
        )
        work.messages = (ChatMessage(Role.SYSTEM, system), ChatMessage(Role.USER, user))
        work.trace.prompt = self._prompts["check"].name
        try:
            found = await self._door.complete_json(
                ChatRequest(work.messages, work.payer, "check", LONGEST), SCHEMA
            )
            return self._in_words(work, found)
        except ModelError as error:
            work.trace.quoting_because = error.reason.value
        except Withheld as withheld:
            work.trace.output_category = withheld.verdict.category.value if withheld.verdict.category else ""
        return None

    def _in_words(self, work: Work, found: object) -> Released | None:
        if not isinstance(found, Mapping):
            return None
        right = self._released(work, found.get("right"))
        missing = self._released(work, found.get("missing"))
        mistaken = self._released(work, [found.get("misconception")])
        parts = [
            self._list(work, "comparing-right", right),
            self._list(work, "comparing-missing", missing),
            self._list(work, "comparing-mistaken", mistaken),
        ]
        if not any(parts):
            return None
        if right and not missing and not mistaken:
            parts.append(self._texts.say(work.language, "comparing-complete"))
        return joined("\n\n", [part for part in parts if part])

    def _released(self, work: Work, lines: object) -> list[Released]:
        """Each line through the gate. Raises `Withheld`."""
        if not isinstance(lines, list | tuple):
            return []
        context = GateContext(forbidden=work.sealed)
        return [
            self._guard.release(ModelText(line), context)
            for line in lines[:_MOST]
            if isinstance(line, str) and line.strip()
        ]

    def _by_words(self, work: Work) -> Released:
        """Without a model: which points of the best section the learner's words touch, and which not."""
        said = set(self._terms(work.verdict.text))
        touched: list[Released] = []
        left: list[Released] = []
        for point in _points(work.passages[0].text):
            terms = set(self._terms(point))
            if terms and not self._sealing.tells(work, point):
                (touched if 2 * len(terms & said) >= len(terms) else left).append(self._guard.quote(point))
        parts = [
            self._list(work, "comparing-touched", touched[:_MOST]),
            self._list(work, "comparing-left", left[:_MOST]),
            self._texts.say(work.language, "comparing-by-words"),
        ]
        return joined("\n\n", [part for part in parts if part])

    def _list(self, work: Work, key: str, lines: Sequence[Released]) -> Released:
        if not lines:
            return Released("")
        said = [self._texts.say(work.language, "comparing-line", line=line) for line in lines]
        return joined("\n", [self._texts.say(work.language, key), *said])


def _points(text: str) -> list[str]:
    """What a passage stresses, else what it says sentence by sentence."""
    found = [match[1] or match[0].strip() for match in _POINT.finditer(text)]
    bold = [match[1] for match in _POINT.finditer(text) if match[1]]
    return list(dict.fromkeys(bold if len(bold) >= _MOST - 1 else found))
