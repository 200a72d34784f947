"""Lesson plans of a server: drawn, kept, edited, taken along.

Who teaches has the last word: every sentence can be edited. A model may word the opening and nothing else, and its words
pass the gate; without a model a plan is as complete.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Final

from bot.clock import Clock
from bot.explain.book import ConceptBook
from bot.ids import Ids
from bot.lessons import reading_store
from bot.lessons.library import folded
from bot.lessons.retrieval import Retriever
from bot.lessons.values import BUILT_IN, READING_ORDER, Check, Lesson, Passage
from bot.llm.door import ModelDoor
from bot.llm.values import ChatMessage, ChatRequest, Payer, Role
from bot.practice import store as challenge_store
from bot.reports.plans import store
from bot.reports.plans.rules import Audience, Outline, Place, Step, outline
from bot.reports.plans.store import Plan
from bot.reports.plans.writing import Material, written
from bot.safety import Guard, Purpose
from bot.storage import Connection, Database
from bot.texts.catalogue import Texts
from bot.texts.errors import PersonError
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from bot.tutor.prompts import Prompt

KEPT_FOR: Final = timedelta(days=180)
"""How long a plan waits that nobody touches."""
LONGEST: Final = 10_500
"""Characters of a plan: what one form takes."""
_SEARCHED: Final = 12
_FITS: Final = 0.5
"""Score of a section, beside the best one's, from which on it is about the topic."""
_NEAR: Final = 0.2
"""How likely the lessons cover a topic, from which on it is worth naming what comes nearest."""
_OPENING: Final = 160
"""Tokens of a worded opening."""
_LANGUAGES: Final = {
    Locale.EN: "English",
    Locale.ZH_CN: "Simplified Chinese",
    Locale.ZH_TW: "Traditional Chinese as written in Taiwan",
}
_AUDIENCES: Final = {
    Audience.NEWCOMERS: "people new to AI",
    Audience.BEGINNERS: "beginners",
    Audience.PRACTITIONERS: "people who build with AI",
}


class PlanGone(PersonError):
    """There is no such plan here any more."""

    key = "plan-gone"


class PlanChanged(PersonError):
    """Somebody else changed the plan meanwhile."""

    key = "plan-changed"


class WordsRefused(PersonError):
    """The filters would not let these words through."""

    key = "plan-words-refused"


class TooLong(PersonError):
    """A plan that no form can hold."""

    key = "plan-too-long"


@dataclass(frozen=True, slots=True)
class NotCovered:
    """The lessons here do not cover the topic; what comes nearest, if anything does."""

    topic: str
    nearest: tuple[Passage, ...]
    concepts: tuple[str, ...]


class Plans:
    """One for the whole process."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        ids: Ids,
        *,
        book: ConceptBook,
        retriever: Retriever,
        texts: Texts,
        guard: Guard,
        door: ModelDoor,
        prompt: Prompt,
    ) -> None:
        """`prompt`: the template `plan-opening`."""
        self._database = database
        self._clock = clock
        self._ids = ids
        self._book = book
        self._retriever = retriever
        self._texts = texts
        self._guard = guard
        self._door = door
        self._prompt = prompt

    @property
    def can_word(self) -> bool:
        """Whether a model is there to word an opening."""
        return self._door.available

    async def draw(
        self, server_id: int, user_id: int, topic: str, audience: Audience, minutes: int, locale: Locale
    ) -> Plan | NotCovered:
        """Draw a plan on a topic and keep it. `topic` has passed the filters."""
        lessons = await self._database.read(
            partial(reading_store.published, server_id=server_id, locale=locale)
        )
        fitting, missing = await self._fitting(server_id, topic, lessons, locale)
        if missing is not None:
            return missing
        material = await self._material(server_id, lessons, locale, fitting)
        drawn = outline(
            lessons,
            fitting,
            minutes,
            audience,
            checked=material.checks.keys(),
            practised=bool(material.challenges),
        )
        text = written(self._texts, locale, topic, drawn, material)
        if len(text) > LONGEST:
            text = written(self._texts, locale, topic, drawn, replace(material, checks={}), briefly=True)
        plan = Plan(
            id=self._ids.new(),
            server_id=server_id,
            author_id=user_id,
            language=locale.value,
            title=self._texts.say(locale, "plan-title", topic=self._guard.quote(topic))[: store.TITLE_LENGTH],
            outline={"topic": topic, "audience": audience.value, "minutes": minutes, "taught": drawn.taught},
            markdown=text[:LONGEST],
            version=1,
            changed_at=self._clock.now(),
        )
        await self._database.write(partial(store.add, plan=plan))
        return plan

    async def get(self, server_id: int, plan_id: str) -> Plan:
        """A plan of this server. Raises `PlanGone`."""
        plan = await self._database.read(partial(store.load, server_id=server_id, plan_id=plan_id))
        if plan is None:
            raise PlanGone
        return plan

    async def edit(self, server_id: int, plan_id: str, version: int, title: str, markdown: str) -> Plan:
        """Put a moderator's words in place of version `version`.

        Raises `PlanGone`, `PlanChanged` where that is not the newest, `WordsRefused`, `TooLong`.
        """
        if len(markdown) > LONGEST:
            raise TooLong(most=LONGEST)
        verdict = self._guard.check_input(f"{title}\n\n{markdown}", purpose=Purpose.MATERIAL)
        if not verdict.goes_on:
            raise WordsRefused
        return await self._change(await self.get(server_id, plan_id), version, title, markdown)

    async def word_opening(self, payer: Payer, server_id: int, plan_id: str, version: int) -> Plan:
        """Let a model word how the lesson begins. Raises `ModelError`, `Withheld`, `PlanGone`, `PlanChanged`."""
        plan = await self.get(server_id, plan_id)
        locale = Locale(plan.language)
        headings = [str(section) for _, section in plan.outline.get("taught", ())]
        words = self._prompt.render(
            language=_LANGUAGES[locale],
            audience=_AUDIENCES[Audience(plan.outline["audience"])],
            topic=str(plan.outline["topic"]),
            sections="\n".join(f"- {heading}" for heading in headings[:10]),
        )
        reply = await self._door.complete(
            ChatRequest((ChatMessage(Role.USER, words),), payer, "plan", _OPENING)
        )
        opening = await self._guard.released(reply.text)
        mark = self._texts.say(locale, "plan-opening-by-ai")
        return await self._change(plan, version, plan.title, with_opening(plan.markdown, opening, mark))

    async def drop_old(self) -> None:
        """Remove plans that nobody has touched for long."""
        before = self._clock.now() - KEPT_FOR
        await self._database.write(partial(store.drop_old, before=before))

    async def _change(self, plan: Plan, version: int, title: str, markdown: str) -> Plan:
        now = self._clock.now()
        known = replace(plan, version=version)
        changed = partial(store.change, plan=known, title=title, markdown=markdown[:LONGEST], now=now)
        if not await self._database.write(changed):
            raise PlanChanged
        return await self.get(plan.server_id, plan.id)

    async def _fitting(
        self, server_id: int, topic: str, lessons: Sequence[Lesson], locale: Locale
    ) -> tuple[tuple[Place, ...], NotCovered | None]:
        """The sections on a topic, the best first: by the name of a lesson or a concept, then by what they say."""
        there = {(lesson.id, section.id) for lesson in lessons for section in lesson.sections}
        concept = await self._book.find(topic)
        named = [place for place in concept.sections if place in there] if concept else []
        lesson = await self._lesson_called(topic, server_id, lessons)
        if lesson is not None:
            named += [(lesson.id, section.id) for section in lesson.sections]
        evidence = await self._retriever.search(topic, server_id=server_id, locale=locale, limit=_SEARCHED)
        found = [
            (passage.lesson_id, passage.section_id) for passage in evidence.passages if passage.score >= _FITS
        ]
        if named or evidence.enough:
            fitting = tuple(place for place in dict.fromkeys([*named, *found]) if place in there)
            if fitting:
                return fitting, None
        near = evidence.passages[:3] if evidence.score >= _NEAR else ()
        concepts = await self._book.taught_in([(one.lesson_id, one.section_id) for one in near])
        return (), NotCovered(topic, tuple(near), tuple(one.names[locale] for one in concepts[:3]))

    async def _lesson_called(self, topic: str, server_id: int, lessons: Sequence[Lesson]) -> Lesson | None:
        async def unit(connection: Connection) -> str | None:
            wanted = folded(topic)  # here, in the reader's thread: it may load a dictionary
            titles = await reading_store.titles(connection, server_id)
            return next((one for one, _, title in titles if wanted in (one, folded(title))), None)

        lesson_id = await self._database.read(unit)
        return next((lesson for lesson in lessons if lesson.id == lesson_id), None)

    async def _material(
        self, server_id: int, lessons: Sequence[Lesson], locale: Locale, fitting: Sequence[Place]
    ) -> Material:
        """The words of the lessons that a plan on these sections may need."""
        near = {lesson_id for lesson_id, _ in fitting}
        wanted = [lesson for lesson in lessons if lesson.id in near]
        concepts = {one for lesson in wanted for section in lesson.sections for one in section.concepts
                    if (lesson.id, section.id) in fitting[:6]}  # fmt: skip

        async def unit(connection: Connection) -> tuple[Mapping[Place, Check], tuple[str, ...]]:
            checks = {}
            for lesson in wanted:
                for section in lesson.sections:
                    check = await reading_store.check_of(connection, server_id, lesson.id, section.id, locale)
                    if check is not None:
                        checks[lesson.id, section.id] = check
            entries = await challenge_store.entries(connection, {BUILT_IN, server_id}, READING_ORDER[locale])
            titles = tuple(entry.title for entry in entries if entry.technique in concepts)
            return checks, titles

        checks, challenges = await self._database.read(unit)
        return Material({lesson.id: lesson for lesson in lessons}, checks, challenges[:3], self._guard.quote)


def with_opening(markdown: str, opening: Released, mark: Released) -> str:
    """The plan with a worded opening below its title, in place of an earlier one; `mark` stands below it."""
    lines = markdown.splitlines()
    if str(mark) in lines:
        end = lines.index(str(mark))
        start = end
        while start and lines[start - 1].startswith(">"):
            start -= 1
        del lines[start : end + 1]
    at = next((place + 1 for place, line in enumerate(lines) if line.startswith("# ")), 0)
    quoted = [f"> {line}".rstrip() for line in opening.strip().splitlines()]
    return "\n".join([*lines[:at], "", *quoted, str(mark), *lines[at:]])


__all__ = ["NotCovered", "Outline", "Plan", "Plans", "Step"]
