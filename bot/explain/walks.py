"""Walks: a thing explained in pictures, step by step, each step one idea. Read from `walks/*.yaml` of the course.

Reading parses YAML and converts Chinese: run it in the workshop.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.lessons.careful_files import CarefulFiles
from bot.lessons.course_files import LANGUAGES, corrections
from bot.lessons.mistakes import CourseMistakes
from bot.lessons.traditional import ToTraditional
from bot.lessons.yaml_lines import Lined
from bot.texts.locales import Locale

COLUMNS = 4
"""Columns of a walk's picture."""
ROWS = 5
"""Rows of a walk's picture."""
FEWEST_STEPS, MOST_STEPS = 3, 8
_FOLDER = "walks"
_FIELDS = frozenset({"title", "concepts", "section", "question", "boxes", "steps"})


class Tone(StrEnum):
    """How a box looks."""

    PLAIN = "plain"
    ACCENT = "accent"
    WARM = "warm"
    GREEN = "green"
    FAINT = "faint"


Said = Mapping[Locale, str]
"""A text in every language."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something in the picture."""

    column: int
    row: int
    wide: int
    """Columns that it takes."""
    tone: Tone
    text: Said


@dataclass(frozen=True, slots=True)
class Step:
    """One picture, one idea."""

    say: Said
    show: tuple[str, ...]
    light: frozenset[str]
    """Ids of the boxes that the step is about."""
    arrows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """A thing in steps."""

    id: str
    title: Said
    concepts: tuple[str, ...]
    lesson_id: str
    section_id: str
    question: Said
    boxes: Mapping[str, Box]
    steps: tuple[Step, ...]


def read_walk(root: Path, walk_id: str) -> Walk:
    """One walk of the course in `root`, in three languages. Raises `CourseMistakes`."""
    return {walk.id: walk for walk in read_walks(root)}[walk_id]


def read_walks(root: Path) -> tuple[Walk, ...]:
    """All walks. Raises `CourseMistakes` with every mistake in them."""
    files = CarefulFiles(root)
    to_traditional = ToTraditional(corrections(root))
    reader = _Reader(files, to_traditional)
    walks = tuple(reader.walk(path.stem) for path in sorted((root / _FOLDER).glob("*.yaml")))
    if files.mistakes:
        raise CourseMistakes(files.mistakes)
    return walks


class _Reader:
    """Reads one file after another; what is wrong is noted on the way."""

    def __init__(self, files: CarefulFiles, to_traditional: ToTraditional) -> None:
        self._files = files
        self._to_traditional = to_traditional
        self._concepts = set(files.mapping_file("concepts.yaml"))
        lessons = files.mapping_file("outline.yaml").get("lessons")
        self._sections = {
            f"{lesson.get('id')}/{section.get('id')}"
            for lesson in (lessons if isinstance(lessons, list) else [])
            for section in (lesson.get("sections") or [])
        }

    def walk(self, walk_id: str) -> Walk:
        where = f"{_FOLDER}/{walk_id}.yaml"
        entry = self._files.mapping_file(where)
        for stranger in sorted(set(entry) - _FIELDS):
            self._files.wrong(where, entry.line, f"a walk has no `{stranger}`")
        concepts = self._files.texts(where, entry, "concepts")
        for one in concepts:
            if one not in self._concepts:
                self._files.wrong(where, entry.line, f"{one} is no concept of concepts.yaml")
        section = str(entry.get("section"))
        if section not in self._sections:
            self._files.wrong(where, entry.line, f"the outline has no section {section}")
        lesson_id, _, section_id = section.partition("/")
        boxes = self._boxes(where, entry)
        return Walk(
            walk_id,
            self._said(where, entry, "title"),
            concepts,
            lesson_id,
            section_id,
            self._said(where, entry, "question"),
            boxes,
            self._steps(where, entry, boxes),
        )

    def _boxes(self, where: str, entry: Lined) -> Mapping[str, Box]:
        found: dict[str, Box] = {}
        written = entry.get("boxes")
        for name, box in (written if isinstance(written, Lined) else Lined()).items():
            if not isinstance(box, Lined):
                self._files.wrong(where, entry.line, f"{name}: a box must be a mapping")
                continue
            at, wide, tone = box.get("at"), box.get("wide", 1), box.get("tone", Tone.PLAIN.value)
            inside = (
                isinstance(at, list)
                and len(at) == 2
                and all(isinstance(one, int) for one in at)
                and isinstance(wide, int)
                and 0 <= at[0]
                and 1 <= wide <= COLUMNS - at[0]
                and 0 <= at[1] < ROWS
            )
            if not inside or at is None:
                told = f"{name}: `at` is column (of {COLUMNS}) and row (of {ROWS}) from 0; `wide` must fit"
                self._files.wrong(where, box.line, told)
                at, wide = [0, 0], 1
            if tone not in list(Tone):
                self._files.wrong(where, box.line, f"{name}: `tone` is one of {', '.join(Tone)}")
                tone = Tone.PLAIN
            found[name] = Box(at[0], at[1], wide, Tone(tone), self._said(where, box, "text"))
        return found

    def _steps(self, where: str, entry: Lined, boxes: Mapping[str, Box]) -> tuple[Step, ...]:
        written = entry.get("steps")
        steps = [one for one in (written if isinstance(written, list) else []) if isinstance(one, Lined)]
        if not FEWEST_STEPS <= len(steps) <= MOST_STEPS:
            self._files.wrong(where, entry.line, f"a walk has {FEWEST_STEPS} to {MOST_STEPS} steps")
        return tuple(self._step(where, step, boxes) for step in steps)

    def _step(self, where: str, step: Lined, boxes: Mapping[str, Box]) -> Step:
        show = self._files.texts(where, step, "show")
        light = self._files.texts(where, step, "light")
        arrows = [arrow.partition(">") for arrow in self._files.texts(where, step, "arrows")]
        for one in show:
            if one not in boxes:
                self._files.wrong(where, step.line, f"there is no box {one}")
        for one in (*light, *(end for start, _, end in arrows), *(start for start, _, _ in arrows)):
            if one not in show:
                self._files.wrong(where, step.line, f"the step does not show {one}")
        places = [boxes[one] for one in show if one in boxes]
        for number, place in enumerate(places):
            if any(_overlap(place, other) for other in places[:number]):
                self._files.wrong(where, step.line, f"{show[number]} lies upon another box")
        return Step(
            self._said(where, step, "say"),
            show,
            frozenset(light),
            tuple((start, end) for start, _, end in arrows),
        )

    def _said(self, where: str, entry: Lined, name: str) -> Said:
        said = entry.get(name)
        if not isinstance(said, Lined):
            self._files.wrong(where, entry.line, f"`{name}` needs a text as `en` and one as `zh-CN`")
            return dict.fromkeys(Locale, "")
        texts = {language: self._files.text(where, said, language.value) for language in LANGUAGES}
        return {**texts, Locale.ZH_TW: self._to_traditional.prose(texts[Locale.ZH_CN])}


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.row == other.row
        and one.column < other.column + other.wide
        and other.column < one.column + one.wide
    )
