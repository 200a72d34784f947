"""The reports that moderators ask for, put together once: coverage, insights, lesson plans."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.clock import Clock
from bot.explain.book import ConceptBook
from bot.ids import Ids
from bot.lessons.retrieval import Retriever
from bot.llm.door import ModelDoor
from bot.reports.coverage import CoverageReports
from bot.reports.insights import InsightReports
from bot.reports.plans.plans import Plans
from bot.safety import Guard
from bot.storage import Database
from bot.texts.catalogue import Texts
from bot.tutor.prompts import Prompt


@dataclass(frozen=True, slots=True)
class ModeratorReports:
    """What looks across the rooms for those who teach and moderate."""

    coverage: CoverageReports
    insights: InsightReports
    plans: Plans

    @classmethod
    def over(
        cls,
        database: Database,
        clock: Clock,
        ids: Ids,
        book: ConceptBook,
        retriever: Retriever,
        texts: Texts,
        guard: Guard,
        door: ModelDoor,
        prompts: Mapping[str, Prompt],
    ) -> Self:
        """All of them over one database."""
        plans = Plans(
            database,
            clock,
            ids,
            book=book,
            retriever=retriever,
            texts=texts,
            guard=guard,
            door=door,
            prompt=prompts["plan-opening"],
        )
        return cls(CoverageReports(database), InsightReports(database, clock), plans)
