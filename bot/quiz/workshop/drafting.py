"""Drafts by a model: what it writes is read strictly, linted, solved blind with and without the question, and never published from here.

A question that other runs of the model do not answer by its key has a doubtful key; one whose key they find among the options
without the question gives itself away. Both are dropped. Options are shuffled for every run, since models favour places.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from bot.lessons.values import Lesson, Section
from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError
from bot.llm.values import ChatMessage, ChatRequest, Payer, Role
from bot.quiz.items import Choice, Item, words_of
from bot.quiz.lint import lint, stands_in_the_way
from bot.quiz.reading import read_item
from bot.quiz.workshop import cloze
from bot.safety import Guard
from bot.texts.kinds import ModelText
from bot.texts.locales import Locale

RUNS: Final = 3
"""How often a draft is solved blind, each with and without its question."""
_NAMES = {Locale.EN: "English", Locale.ZH_CN: "Simplified Chinese", Locale.ZH_TW: "Traditional Chinese"}
_TEXT: Final = {"type": "string"}
_DRAFTS: Final[Mapping[str, object]] = {
    "type": "object",
    "properties": {
        "questions": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "stem": _TEXT,
                    "options": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"text": _TEXT, "right": {"type": "boolean"}, "why": _TEXT},
                            "required": ["text", "right", "why"],
                            "additionalProperties": False,
                        },
                    },
                    "hint": _TEXT,
                },
                "required": ["stem", "options", "hint"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["questions"],
    "additionalProperties": False,
}
_CHOICE: Final[Mapping[str, object]] = {
    "type": "object",
    "properties": {"letter": _TEXT},
    "required": ["letter"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of a request for drafts."""

    items: tuple[Item, ...]
    dropped: int
    """Drafts that were broken, flawed, doubtful, given away by their options, or nearly there already; 0 and no items: nothing came at all."""
    by_model: bool


class Drafting:
    """Makes drafts; keeps nothing."""

    def __init__(self, door: ModelDoor, guard: Guard, prompt: Any, chance: Random) -> None:
        """`prompt`: the template `question-drafts`."""
        self._door = door
        self._guard = guard
        self._prompt = prompt
        self._chance = chance

    async def draft(
        self, lesson: Lesson, count: int, known: Sequence[str], new_id: Any, payer: Payer
    ) -> Drafted:
        """At most `count` drafts of a lesson; by its text alone where no model can be reached.

        `known`: stems that are there already. `new_id` gives a fresh id.
        """
        if self._door.available:
            try:
                return await self._by_model(lesson, count, known, new_id, payer)
            except ModelError:
                pass  # the lesson's own text still gives drafts
        return await asyncio.to_thread(self._from_text, lesson, count, known, new_id)

    def _from_text(self, lesson: Lesson, count: int, known: Sequence[str], new_id: Any) -> Drafted:
        items: list[Item] = []
        stems, dropped = list(known), 0
        for section, entry in cloze.drafts(lesson):
            item = self._item(entry, section, lesson, new_id())
            if item is None or cloze.is_near(item.stem, stems, 0.8):
                dropped += 1
                continue
            items.append(item)
            stems.append(item.stem)
            if len(items) == count:
                break
        return Drafted(tuple(items), dropped, by_model=False)

    async def _by_model(
        self, lesson: Lesson, count: int, known: Sequence[str], new_id: Any, payer: Payer
    ) -> Drafted:
        """Raises `ModelError` where the model goes before it has given one draft."""
        items: list[Item] = []
        stems, dropped = list(known), 0
        sections = list(lesson.sections)
        self._chance.shuffle(sections)
        share = max(1, -(-count // max(1, len(sections))))
        try:
            for section in sections:
                if len(items) >= count:
                    break
                for entry in await self._asked(section, lesson, min(share, count - len(items)), payer):
                    item = await asyncio.to_thread(self._item, entry, section, lesson, new_id())
                    if item is None or cloze.is_near(item.stem, stems) or not await self._passes(item, payer):
                        dropped += 1
                    elif len(items) < count:
                        items.append(item)
                        stems.append(item.stem)
        except ModelError:
            if not items:
                raise
        return Drafted(tuple(items), dropped, by_model=True)

    async def _asked(
        self, section: Section, lesson: Lesson, count: int, payer: Payer
    ) -> list[dict[str, Any]]:
        words = self._prompt.render(
            language=_NAMES[lesson.language],
            count=str(count),
            heading=f"{lesson.title} · {section.heading}",
            text=section.markdown,
        )
        request = ChatRequest(
            (ChatMessage(Role.USER, words),),
            payer,
            "question-drafts",
            max_tokens=700 * count,
            temperature=0.7,
        )
        found: Any = await self._door.complete_json(request, _DRAFTS)
        return [
            {"kind": "single", "stem": one["stem"], "options": one["options"], "hints": [one["hint"]]}
            for one in found["questions"]
        ]

    def _item(self, entry: Mapping[str, Any], section: Section, lesson: Lesson, item_id: str) -> Item | None:
        """The draft as an item; None where it is none, is flawed, or the filters stop its text."""
        whole = {
            "id": item_id,
            "section": section.id,
            "concepts": list(section.concepts) or [lesson.id],
            "level": "beginner",
            **entry,
        }
        item = read_item(whole, lesson.id, {}, lambda line, what: None)
        if item is None or stands_in_the_way(lint(item, lesson.language)):
            return None
        return item if self._guard.check_output(ModelText(words_of(item))).goes_on else None

    async def _passes(self, item: Item, payer: Payer) -> bool:
        """Whether a model's draft may be shown, heard by a hosted moderation too, and holds."""
        words = ModelText(words_of(item))
        return await self._guard.may_be_shown(words) and await self._holds(item, payer)

    async def _holds(self, item: Item, payer: Payer) -> bool:
        """Whether others find the key with the question, and do not find it without."""
        with_stem = [await self._solves(item, payer, blind=False) for _ in range(RUNS)]
        if sum(with_stem) * 2 <= RUNS:
            return False
        without = [await self._solves(item, payer, blind=True) for _ in range(RUNS)]
        return sum(without) < RUNS

    async def _solves(self, item: Item, payer: Payer, *, blind: bool) -> bool:
        assert isinstance(item.task, Choice)
        order = list(range(len(item.task.options)))
        self._chance.shuffle(order)
        lines = [f"{'ABCDEFGH'[line]}) {item.task.options[at].text}" for line, at in enumerate(order)]
        stem = "(The question is hidden. Which option is most likely the right one?)" if blind else item.stem
        words = "\n".join([stem, *lines, 'Give back JSON: {"letter": "…"}'])
        request = ChatRequest(
            (ChatMessage(Role.USER, words),), payer, "question-check", max_tokens=30, temperature=0.7
        )
        found: Any = await self._door.complete_json(request, _CHOICE)
        at = "ABCDEFGH".find(str(found["letter"]).strip()[:1].upper())
        return 0 <= at < len(order) and item.task.options[order[at]].right
