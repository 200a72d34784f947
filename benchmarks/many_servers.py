"""How long a search takes where many servers keep lessons of their own in one database, beside plain FTS5.

    python -m benchmarks.many_servers [--servers 200] [--lessons 30] [--searches 600]

Every server gets lessons of its own: those of the built-in course under other names, in English in every other server
and in Chinese in the rest. Each question is asked in a server drawn by lot, so that most searches meet a server whose lessons were not
looked at for a while. Searches are warmed up as the tutor does it when it starts. Plain FTS5 searches one table of all sections, with the server as a column. CPU times are those of this process;
memory is what it holds more after the searches than after the first one.
"""

import argparse
import asyncio
import gc
import random
import re
import sqlite3
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.questions import LANGUAGES, course_questions
from benchmarks.retrieval import COURSE, Watch, open_library
from bot.lessons import index, versions
from bot.lessons.course import CourseLesson
from bot.lessons.course_files import read_course
from bot.lessons.prepare import PreparedChunk, PreparedLesson, prepare_lesson
from bot.lessons.retrieval import Retriever
from bot.lessons.values import BUILT_IN
from bot.storage import Connection, Database
from bot.texts.locales import Locale

FIRST_SERVER = 100_000
_GARBAGE_TURN = (5_000, 10, 10)
"""As the tutor sets it when it starts, where it also keeps out of every later turn what stays (`bot/serving.py`)."""
_STAND_IN = 99_999
"""The server that lessons are prepared for once; its number in their terms is replaced."""


def own_lessons(count: int, language: Locale) -> list[PreparedLesson]:
    """So many lessons in one language, ready for the server `_STAND_IN`."""
    lessons = read_course(COURSE).lessons
    made: list[CourseLesson] = []
    for number in range(count):
        lesson = lessons[number % len(lessons)]
        made.append(
            replace(lesson, id=f"own-{number}", requires=(), texts={language: lesson.texts[language]})
        )
    return [prepare_lesson(lesson, {}, _STAND_IN) for lesson in made]


def of_server(lessons: Sequence[PreparedLesson], server: int) -> list[PreparedLesson]:
    """The same lessons for another server."""

    def terms(written: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            one
            if one in (index.NAME_END, index.HEADING_END)
            else f"{server}{one.removeprefix(str(_STAND_IN))}"
            for one in written
        )

    def chunk(one: PreparedChunk) -> PreparedChunk:
        return replace(one, heading_terms=terms(one.heading_terms), body_terms=terms(one.body_terms))

    return [replace(lesson, chunks=tuple(map(chunk, lesson.chunks))) for lesson in lessons]


async def fill(database: Database, plain: sqlite3.Connection, servers: int, count: int) -> int:
    """Publish lessons in so many servers, here and in the plain table; how many sections there are."""
    by_language = [own_lessons(count, language) for language in (Locale.EN, Locale.ZH_CN)]
    plain.execute("CREATE VIRTUAL TABLE sections USING fts5(server UNINDEXED, heading, body)")
    sections = 0
    for server in range(FIRST_SERVER, FIRST_SERVER + servers):
        prepared = of_server(by_language[server % 2], server)

        async def unit(
            connection: Connection,
            server: int = server,
            prepared: list[PreparedLesson] = prepared,
        ) -> None:
            await versions.replace_course(
                connection, server, prepared, digest="benchmark", now=datetime.now(UTC)
            )

        await database.write(unit)
        rows = [
            (server, text.heading, text.markdown)
            for lesson in prepared
            for written in lesson.lesson.texts.values()
            for text in written.sections.values()
        ]
        plain.executemany("INSERT INTO sections VALUES (?, ?, ?)", rows)
        sections += len(rows)
    return sections


def plain_search(plain: sqlite3.Connection, question: str, server: int) -> None:
    """The ten best sections of a server, by FTS5 alone."""
    words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
    plain.execute(
        "SELECT rowid FROM sections WHERE sections MATCH ? AND server = ? ORDER BY bm25(sections) LIMIT 10",
        (words or '""', server),
    ).fetchall()


def resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say."""
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text("ascii")) if status.exists() else None
    return int(found.group(1)) * 1024 if found else 0


def told(name: str, times: Sequence[tuple[float, float]]) -> str:
    """One line of figures, in milliseconds: of the clock on the wall, and of this process at work."""

    def spread(ordered: list[float]) -> str:
        return f"p50 {statistics.median(ordered):7.2f} ms  p95 {ordered[int(len(ordered) * 0.95)]:7.2f} ms"

    wall, cpu = (sorted(column) for column in zip(*times, strict=True))
    return f"{name:14}{spread(wall)}   CPU {spread(cpu)}"


async def measure(servers: int, count: int, searches: int) -> None:
    """Fill a database, search it both ways, print the figures."""
    chance = random.Random(7)
    questions = [one.text for language in LANGUAGES for one in course_questions(language)]
    asked = [(chance.choice(questions), FIRST_SERVER + chance.randrange(servers)) for _ in range(searches)]
    with tempfile.TemporaryDirectory() as folder:
        plain = sqlite3.connect(Path(folder) / "plain.db")
        database = await open_library(read_course(COURSE), Path(folder))
        sections = await fill(database, plain, servers, count)
        plain.commit()
        print(f"{servers} servers with {count} lessons each, {sections} sections, {searches} searches")
        retriever = Retriever(database)
        await retriever.warm_up()
        await retriever.find(asked[0][0], server_id=BUILT_IN)
        gc.set_threshold(*_GARBAGE_TURN)
        gc.freeze()
        held = resident()
        ours = []
        for question, server in asked:
            watch = Watch()
            await retriever.find(question, server_id=server)
            ours.append(watch.read())
        print(told("this project", ours))
        more = resident() - held
        print(f"{'':14}memory for what searches remember: {more / 1e6:.0f} MB")
        theirs = []
        for question, server in asked:
            watch = Watch()
            plain_search(plain, question, server)
            theirs.append(watch.read())
        print(told("plain FTS5", theirs))
        await database.close()
        plain.close()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure searches among the lessons of many servers.")
    parser.add_argument("--servers", type=int, default=200)
    parser.add_argument("--lessons", type=int, default=30)
    parser.add_argument("--searches", type=int, default=600)
    given = parser.parse_args()
    asyncio.run(measure(given.servers, given.lessons, given.searches))


if __name__ == "__main__":
    main()
