"""A learner's explanation in their own words, held against the lessons: what is right, what is missing, what is mistaken."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.lessons.library import Library
from bot.lessons.values import Section
from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError
from bot.llm.values import ChatMessage, ChatRequest, Role
from bot.memory.values import Citation, Outcome
from bot.safety import GateContext, Guard, Withheld
from bot.texts.catalogue import Texts
from bot.texts.kinds import ModelText, Released, joined
from bot.tutor.composing import Composer
from bot.tutor.explaining import LANGUAGES, LEVELS, numbered_passages
from bot.tutor.misconceptions import SECTION, Misconception, denies, held_in, named_in
from bot.tutor.prompts import Prompt, names_of
from bot.tutor.recalling import fenced
from bot.tutor.replies import HelpGiven, count_call
from bot.tutor.sealing import Sealing
from bot.tutor.work import Work

LONGEST = 400
"""Tokens of a comparison."""

SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "right": {"type": "array", "items": {"type": "string"}},
        "missing": {"type": "array", "items": {"type": "string"}},
        "named": {"type": "integer"},
        "misconception": {"type": "string"},
    },
    "required": ["right", "missing", "named", "misconception"],
    "additionalProperties": False,
}
"""What a model is to answer: what of the learner's own words is right, what is missing, and which misconception they look like."""

_MOST = 3
_CODE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_STRESSED = re.compile(r"\*\*(.{2,60}?)\*\*")
_SENTENCE = re.compile(r"(?:[^.。!！?？\n]|\.(?=\S))+[.。!！?？]?")
_SAYS = re.compile(r".{12,200}[.。]", re.DOTALL)
"""A sentence that tells something, and is short enough to be a point."""


class Checking:
    """Compares a learner's words with what the lessons say."""

    def __init__(
        self,
        *,
        door: ModelDoor,
        prompts: Mapping[str, Prompt],
        guard: Guard,
        texts: Texts,
        library: Library,
        composer: Composer,
        sealing: Sealing,
        terms: Callable[[str], Sequence[str]],
    ) -> None:
        self._door = door
        self._prompts = prompts
        self._guard = guard
        self._texts = texts
        self._library = library
        self._compose = composer
        self._sealing = sealing
        self._terms = terms

    async def compare(self, work: Work) -> HelpGiven:
        """Right, missing, mistaken, with the sections to read; by a model where there is one, else by words alone."""
        section = await self._library.section(
            work.ask.key.server_id, work.passages[0].lesson_id, SECTION, work.language
        )
        known = named_in(section.markdown) if section else ()
        body, shown = await self._by_model(work, known)
        by_ai = body is not None and not self._sealing.tells(work, body)
        if body is None or not by_ai:
            body, shown = self._by_words(work, known)
        work.citations = work.citations[:2]
        if shown is not None and section is not None:
            work.citations = (*work.citations[:1], _citation(work, section))
        sources = self._compose.sources(work.language, work.citations)
        if by_ai:
            sources = joined("\n", [sources, self._compose.made_by_ai(work.language)])
        text = joined("\n\n", [*work.notes, body, sources])
        return HelpGiven(Outcome.ANSWERED, text)

    async def _by_model(
        self, work: Work, known: Sequence[Misconception]
    ) -> tuple[Released | None, Misconception | None]:
        if not self._door.available:
            return None, None
        system = self._prompts["check"].render(
            language=LANGUAGES[work.language], level=LEVELS[work.ask.level]
        )
        user = self._prompts["check-words"].render(
            passages=numbered_passages(work.passages[:3]),
            misconceptions="\n".join(f"{at}. {fenced(one.belief)}" for at, one in enumerate(known, start=1)),
            words=fenced(work.verdict.text),
        )
        work.messages = (ChatMessage(Role.SYSTEM, system), ChatMessage(Role.USER, user))
        try:
            reply = await self._door.json_reply(
                ChatRequest(work.messages, work.payer, "check", LONGEST), SCHEMA
            )
            count_call(work.trace, names_of(self._prompts, "check", "check-words"), reply)
            if isinstance(reply.value, Mapping):
                shown = _numbered(reply.value.get("named"), known)
                body = self._in_words(work, reply.value, shown)
                await work.screening.heard(body or Released(""))
                return body, shown
        except ModelError as error:
            work.trace.quoting_because = error.reason.value
        except Withheld as withheld:
            work.screening.withheld(withheld)
            work.trace.output_category = withheld.verdict.category.value if withheld.verdict.category else ""
        return None, None

    def _in_words(
        self, work: Work, found: Mapping[str, object], shown: Misconception | None
    ) -> Released | None:
        right = self._released(work, found.get("right"))
        missing = self._released(work, found.get("missing"))
        mistaken = [*self._named(work, shown), *self._released(work, [found.get("misconception")])]
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
            self._guard.release(ModelText(line), context, work.ask.policy)
            for line in lines[:_MOST]
            if isinstance(line, str) and line.strip()
        ]

    def _named(self, work: Work, shown: Misconception | None) -> list[Released]:
        """The misconception in the lesson's own words, and what is true instead."""
        if shown is None or self._sealing.tells(work, f"{shown.belief}\n{shown.correction}"):
            return []
        belief, correction = self._guard.quote(shown.belief), self._guard.quote(shown.correction)
        return [self._texts.say(work.language, "comparing-named", belief=belief, correction=correction)]

    def _by_words(self, work: Work, known: Sequence[Misconception]) -> tuple[Released, Misconception | None]:
        """Without a model: which points of the best section the learner's words touch, and which not."""
        said = set(self._terms(work.verdict.text))
        touched: list[Released] = []
        left: list[Released] = []
        for point in points_of(work.passages[0].text):
            terms = set(self._terms(point))
            if terms and not self._sealing.tells(work, point):
                speaks = 2 * len(terms & said) >= len(terms) and denies(point) == denies(work.verdict.text)
                (touched if speaks else left).append(self._guard.quote(point))
        shown = held_in(work.verdict.text, known, self._terms)
        parts = [
            self._list(work, "comparing-touched", touched[:_MOST]),
            self._list(work, "comparing-left", left[:_MOST]),
            self._list(work, "comparing-mistaken", self._named(work, shown)),
            self._texts.say(work.language, "comparing-by-words"),
        ]
        return joined("\n\n", [part for part in parts if part]), shown

    def _list(self, work: Work, key: str, lines: Sequence[Released]) -> Released:
        if not lines:
            return Released("")
        said = [self._texts.say(work.language, "comparing-line", line=line) for line in lines]
        return joined("\n", [self._texts.say(work.language, key), *said])


def _numbered(number: object, known: Sequence[Misconception]) -> Misconception | None:
    return known[number - 1] if isinstance(number, int) and 0 < number <= len(known) else None


def _citation(work: Work, section: Section) -> Citation:
    return Citation(2, section.lesson_id, section.id, work.passages[0].lesson_title, section.heading)


def points_of(text: str) -> list[str]:
    """What a passage stresses, else what it says sentence by sentence; code says nothing of the kind."""
    text = _LINK.sub(r"\1", _CODE.sub("", text))
    stressed = [one.strip(" .。") for one in _STRESSED.findall(text)]
    whole = (found[0].strip() for found in _SENTENCE.finditer(_STRESSED.sub(r"\1", text)))
    sentences = [one for one in whole if _SAYS.fullmatch(one)]
    return list(dict.fromkeys(stressed if len(stressed) >= _MOST - 1 else sentences))
