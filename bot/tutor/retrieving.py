"""What the lessons hold on a turn's question."""

from bot.lessons.retrieval import Retriever
from bot.lessons.values import Evidence
from bot.memory.facts.rules import asked_in
from bot.tutor.citing import numbered
from bot.tutor.follow_up import only_points_back, points_back, subject_of, together
from bot.tutor.hinting import Hints
from bot.tutor.markup import without_markup
from bot.tutor.recalling import last_questions
from bot.tutor.values import Mode, PassageSeen
from bot.tutor.work import Work


class Retrieving:
    """Looks a turn's question up."""

    def __init__(self, retriever: Retriever, hints: Hints) -> None:
        self._retriever = retriever
        self._hints = hints

    async def look_up(self, work: Work) -> Evidence:
        """Note the passages on the question; on one that points back, together with the one before it."""
        ladder = work.ladder if work.ask.mode is Mode.HINT and self._hints.goes_on(work) else None
        # A try is about the question that it tries to answer.
        question = without_markup(asked_in(ladder.question if ladder else work.verdict.text))
        before = [] if ladder else last_questions(work.memory)
        last = without_markup(asked_in(subject_of(before))) if points_back(question) else ""
        if last and only_points_back(question):
            evidence = await self._search(work, last)  # "second" would find what lasts seconds
        else:
            evidence = await self._search(work, question)
            if last:
                evidence = together(evidence, await self._search(work, f"{last} {question}"))
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

    async def _search(self, work: Work, question: str) -> Evidence:
        return await self._retriever.search(
            question,
            server_id=work.ask.key.server_id,
            locale=work.language,
            lesson_id=work.ask.lesson_id,
        )
