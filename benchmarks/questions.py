"""The questions about the built-in course in `data/`, with the sections that answer them.

`refusal_{en,zh}.jsonl` are questions that learners may ask, some of which the course does not cover (`section` is null);
`questions_{en,zh}.jsonl` come from the authors of the lessons. A section is `lesson#section`, or where the line
names its `lesson` the section alone; `also` holds further ones that answer as well.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "zh")
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class CourseQuestion:
    """A question, and where the built-in course answers it."""

    text: str
    right: frozenset[str]
    """Sections as `lesson#section`; empty where the course does not cover the question."""

    @property
    def is_covered(self) -> bool:
        """Whether the course answers it at all."""
        return bool(self.right)


def course_questions(language: str) -> tuple[CourseQuestion, ...]:
    """All questions of one language."""
    lines = [
        line
        for name in ("refusal", "questions")
        for line in (_DATA / f"{name}_{language}.jsonl").read_text("utf-8").splitlines()
    ]
    return tuple(_question(json.loads(line)) for line in lines)


def _question(row: dict[str, Any]) -> CourseQuestion:
    if row["section"] is None:
        return CourseQuestion(row["question"], frozenset())
    lesson = row.get("lesson") or row["section"].split("#")[0]
    named = [row["section"], *row.get("also", ())]
    return CourseQuestion(
        row["question"], frozenset(one if "#" in one else f"{lesson}#{one}" for one in named)
    )
