"""How well questions find their sections, and how fast, beside the database's own full-text search and bm25s.

    python -m benchmarks.retrieval --corpus DIR [DIR …] --questions FILE --out FILE

`DIR` holds plain Markdown lessons (see `corpus.py`); `FILE` of questions holds one JSON object a line: `question`, and where the
answer is known `sec_id`, `alt_ids` and `answerable`. Writes one JSON object a question: `question`, `ranked` (up to ten of
`lesson`, `section`, `score`, best first), `refused`, `evidence` (the probability that decides it), `ms`.
"""

import argparse
import asyncio
import json
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.corpus import name_of, names_of, read_corpus
from bot.lessons import tokens, versions
from bot.lessons.bilingual import learn_words
from bot.lessons.commonmark import words_of
from bot.lessons.course import Course
from bot.lessons.course_files import read_course
from bot.lessons.prepare import prepare_lesson
from bot.lessons.retrieval import ENOUGH, Retriever
from bot.lessons.tokens import question_tokens
from bot.lessons.values import BUILT_IN
from bot.storage import Database
from bot.storage.migrate import migrating
from bot.storage.rooms import all_tables
from bot.texts.locales import Locale

COURSE = Path(__file__).parent.parent / "course"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one way of searching gave for one question."""

    ranked: list[tuple[str, str, float]]
    """Lesson, section, score."""
    evidence: float
    ms: float
    cpu_ms: float
    """Of this process: what a machine that does other work at the same time still measures rightly."""


class Watch:
    """Measures from where it is made."""

    def __init__(self) -> None:
        self._began = (time.perf_counter(), time.process_time())

    def read(self) -> tuple[float, float]:
        """Milliseconds since: of the clock on the wall, and of this process at work."""
        now = (time.perf_counter(), time.process_time())
        return (now[0] - self._began[0]) * 1000, (now[1] - self._began[1]) * 1000


async def open_library(course: Course, folder: Path) -> Database:
    """A new database in `folder` with this course published in it, and the words that the built-in one teaches."""
    path = folder / "retrieval.db"
    with migrating(path) as connection:
        all_tables().create_all(connection)
    database = await Database.open(f"sqlite+aiosqlite:///{path}")
    # As in production, words of one language are known in the other from the built-in course, whatever is
    # searched; not a word of what is measured goes into that table.
    await _publish(database, read_course(COURSE))
    await learn_words(database)
    await _publish(database, course)
    return database


async def _publish(database: Database, course: Course) -> None:
    prepared = [prepare_lesson(lesson, course.concepts, BUILT_IN) for lesson in course.lessons]
    await database.write(
        lambda connection: versions.replace_course(
            connection, BUILT_IN, prepared, digest="benchmark", now=datetime.now(UTC)
        )
    )


async def ours(database: Database, questions: Sequence[str]) -> list[Answer]:
    """Our retriever, warmed up as the tutor does it when it starts, one question at a time."""
    retriever = Retriever(database)
    await retriever.warm_up()
    answers = []
    for question in questions:
        watch = Watch()
        found = await retriever.find(question, server_id=BUILT_IN)
        times = watch.read()
        is_chinese = question_tokens(question).is_chinese
        ranked = [
            (name_of(key.lesson_id), name, score)
            for key, score in found.ranked
            for name in names_of(key.section_id, is_chinese=is_chinese)
        ]
        answers.append(Answer(ranked[:10], found.probability, *times))
    return answers


def plain_fts5(course: Course, questions: Sequence[str]) -> list[Answer]:
    """SQLite's FTS5 with its default tokenizer and BM25 over heading and text of each section."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE sections USING fts5(lesson UNINDEXED, id UNINDEXED, heading, body)"
    )
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?)",
        [
            (name_of(lesson.id), _name(section, language), text.heading, text.markdown)
            for lesson in course.lessons
            for language, written in lesson.texts.items()
            for section, text in written.sections.items()
        ],
    )
    answers = []
    for question in questions:
        watch = Watch()
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        rows = connection.execute(
            "SELECT lesson, id, -bm25(sections) FROM sections WHERE sections MATCH ? ORDER BY 3 DESC LIMIT 10",
            (words or '""',),
        ).fetchall()
        answers.append(Answer(rows, float(bool(rows)), *watch.read()))
    return answers


def plain_bm25s(course: Course, questions: Sequence[str]) -> list[Answer]:
    """bm25s (k1 1.5, b 0.75) over heading and text of each section as one bag of our own tokens."""
    import bm25s  # type: ignore[import-untyped]  # the package carries no types

    names: list[tuple[str, str]] = []
    bags: list[list[str]] = []
    for lesson in course.lessons:
        for language, written in lesson.texts.items():
            cut = tokens.chinese_words if language.is_chinese else tokens.english_stems
            for section, text in written.sections.items():
                names.append((name_of(lesson.id), _name(section, language)))
                bags.append(cut(words_of(f"{text.heading}\n\n{text.markdown}")))
    engine = bm25s.BM25()
    engine.index(bags, show_progress=False)
    answers = []
    for question in questions:
        watch = Watch()
        asked = tokens.question_tokens(question)
        found, scores = engine.retrieve(
            [list(dict.fromkeys((*asked.stems, *asked.words)))], k=min(10, len(bags)), show_progress=False
        )
        ranked = [
            (*names[place], float(score))
            for place, score in zip(found[0], scores[0], strict=True)
            if score > 0
        ]
        answers.append(Answer(ranked, float(bool(ranked)), *watch.read()))
    return answers


def _name(section: str, language: Locale) -> str:
    return names_of(section, is_chinese=language.is_chinese)[0]


def figures(rows: Sequence[dict[str, Any]], answers: Sequence[Answer], *, threshold: float) -> str:
    """One line: recall, mean reciprocal rank, refusal, time."""
    ranks: list[int] = []
    kept = refused = good = bad = 0
    for row, answer in zip(rows, answers, strict=True):
        if row.get("answerable", True):
            right = {row.get("sec_id"), *row.get("alt_ids", ())}
            places = [place for place, (_, section, _) in enumerate(answer.ranked, 1) if section in right]
            ranks.append(places[0] if places else 0)
            good += 1
            kept += answer.evidence >= threshold
        else:
            bad += 1
            refused += answer.evidence < threshold

    def recall(depth: int) -> float:
        return sum(0 < rank <= depth for rank in ranks) / max(good, 1)

    apart = _area_under_curve(rows, answers)
    mrr = sum(1 / rank for rank in ranks if rank) / max(good, 1)
    times = sorted(answer.ms for answer in answers)
    cpu = sorted(answer.cpu_ms for answer in answers)
    return (
        f"recall@1 {recall(1):.2f}  @3 {recall(3):.2f}  @5 {recall(5):.2f}  MRR {mrr:.3f}  "
        f"good kept {kept}/{good}  off-course refused {refused}/{bad}  AUC {apart:.2f}  "
        f"p50 {statistics.median(times):.2f} ms  p95 {times[int(len(times) * 0.95)]:.2f} ms  "
        f"CPU p95 {cpu[int(len(cpu) * 0.95)]:.2f} ms"
    )


def _area_under_curve(rows: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> float:
    """Probability that a covered question has more evidence than one that is not."""
    pairs = [
        (good.evidence > bad.evidence) + 0.5 * (good.evidence == bad.evidence)
        for covered, good in zip(rows, answers, strict=True)
        if covered.get("answerable", True)
        for other, bad in zip(rows, answers, strict=True)
        if not other.get("answerable", True)
    ]
    return statistics.mean(pairs) if pairs else float("nan")


def write_out(path: Path, rows: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> None:
    """One JSON line a question."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        for row, answer in zip(rows, answers, strict=True):
            line = {
                "question": row["question"],
                "ranked": [
                    {"lesson": lesson, "section": section, "score": round(score, 4)}
                    for lesson, section, score in answer.ranked
                ],
                "refused": answer.evidence < ENOUGH,
                "evidence": round(answer.evidence, 4),
                "ms": round(answer.ms, 3),
            }
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


async def measure(course: Course, rows: Sequence[dict[str, Any]], out: Path | None) -> None:
    """Search for every question both ways, print the figures, write the answers."""
    asked = [row["question"] for row in rows]
    sections = sum(len(lesson.plan) for lesson in course.lessons)
    print(f"{len(course.lessons)} lessons, {sections} sections, {len(rows)} questions")
    with tempfile.TemporaryDirectory() as folder:
        database = await open_library(course, Path(folder))
        found = await ours(database, asked)
        await database.close()
    baselines: dict[str, Callable[[Course, Sequence[str]], list[Answer]]] = {
        "plain FTS5": plain_fts5,
        "bm25s": plain_bm25s,
    }
    print(f"{'this project':14}{figures(rows, found, threshold=ENOUGH)}")
    for name, search in baselines.items():
        print(f"{name:14}{figures(rows, search(course, asked), threshold=ENOUGH)}")
    if out is not None:
        write_out(out, rows, found)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure retrieval.")
    parser.add_argument("--corpus", nargs="+", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    lines = given.questions.read_text("utf-8-sig").split("\n")
    rows = [json.loads(line) for line in lines if line.strip()]
    asyncio.run(measure(read_corpus(given.corpus), rows, given.out))


if __name__ == "__main__":
    main()
