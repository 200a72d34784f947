"""Reads the questions of a course from its folder: the questions files, and the check of every section.

Nothing is half read: either all items come back, or `CourseMistakes` with every mistake in it. The format is described in
`docs/quizzes.md`. Slow (it parses every file): run it in a process.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.learners.values import Level
from bot.lessons.careful_files import CarefulFiles
from bot.lessons.mistakes import CourseMistakes
from bot.lessons.yaml_lines import Lined
from bot.quiz.items import OPTIONS, Choice, Item, Kind, Option, structure
from bot.quiz.reading import SENTENCE, read_item
from bot.texts.locales import Locale

LANGUAGES = (Locale.EN, Locale.ZH_CN)
"""What every built-in item is written in."""
CHECK_PREFIX = "check-"
"""How the id of an item begins that is the check of a section."""

_READING_VERSION = "1"
"""Part of the digest: raise it when the same files are to be taken in anew."""


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """What a question may refer to in one lesson."""

    id: str
    sections: Mapping[str, tuple[str, ...]]
    """Concept ids of each section, in the outline's order."""


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item in every language in which it was written, and the file of each."""

    id: str
    lesson_id: str
    texts: Mapping[Locale, Item]
    files: Mapping[Locale, str]

    @property
    def is_check(self) -> bool:
        """Whether it is the short question at the end of a section."""
        return self.id.startswith(CHECK_PREFIX)


def digest(root: Path) -> str:
    """What changes when any question, section or concept does: SHA-256, in hexadecimal. Fast; raises `OSError`."""
    sum_of_all = hashlib.sha256(_READING_VERSION.encode())
    named = [root / name for name in ("outline.yaml", "concepts.yaml", "terms.yaml")]
    for path in [*named, *sorted(root.glob("*/questions/*.yaml")), *sorted(root.glob("*/checks/*.yaml"))]:
        content = path.read_bytes() if path.exists() else b""
        sum_of_all.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        sum_of_all.update(content)
    return sum_of_all.hexdigest()


def read_questions(root: Path) -> tuple[WrittenItem, ...]:
    """All items of the lessons that the outline names. Raises `CourseMistakes`."""
    files = CarefulFiles(root)
    found = _Questions(files).all()
    if files.mistakes:
        raise CourseMistakes(files.mistakes)
    return found


class _Questions:
    """Goes through the files once; what is wrong is noted on the way."""

    def __init__(self, files: CarefulFiles) -> None:
        self._files = files
        self._concepts = set(files.mapping_file("concepts.yaml"))

    def all(self) -> tuple[WrittenItem, ...]:
        plans = self._plans()
        known = {plan.id for plan in plans}
        for language in LANGUAGES:
            folder = self._files.root / language.value / "questions"
            for path in sorted(folder.glob("*.yaml")):
                if path.stem not in known:
                    where = path.relative_to(self._files.root).as_posix()
                    self._files.wrong(where, 0, f"the outline has no lesson {path.stem}")
        return tuple(item for plan in plans for item in self._of_lesson(plan))

    def _plans(self) -> list[LessonPlan]:
        entries = self._files.mapping_file("outline.yaml").get("lessons", [])
        return [
            LessonPlan(
                str(entry.get("id")),
                {str(one.get("id")): tuple(one.get("concepts", ())) for one in entry.get("sections", [])},
            )
            for entry in (entries if isinstance(entries, list) else [])
            if isinstance(entry, Lined)
        ]

    def _of_lesson(self, plan: LessonPlan) -> list[WrittenItem]:
        own = {
            language: self._questions(plan, language)
            for language in LANGUAGES
            if (self._files.root / self._where(plan, language)).exists()
        }
        for language in LANGUAGES:
            if own and language not in own:
                self._files.wrong(
                    self._where(plan, language), 0, "this file is missing: items need both languages"
                )
        checks = {language: self._checks(plan, language) for language in LANGUAGES}
        written = [
            *self._joined(plan, own, "questions"),
            *self._joined(plan, checks, "checks"),
        ]
        return written

    def _where(self, plan: LessonPlan, language: Locale, kind: str = "questions") -> str:
        return f"{language.value}/{kind}/{plan.id}.yaml"

    def _joined(
        self, plan: LessonPlan, by_language: Mapping[Locale, Mapping[str, Item]], kind: str
    ) -> list[WrittenItem]:
        """The items in all languages; what the languages do not have in common is a mistake."""
        if any(language not in by_language for language in LANGUAGES):
            return []
        first, *others = LANGUAGES
        for other in others:
            where = self._where(plan, other, kind)
            for missing in [id for id in by_language[first] if id not in by_language[other]]:
                self._files.wrong(where, 0, f"the item {missing} of {first.value} is missing")
            for item_id, item in by_language[other].items():
                twin = by_language[first].get(item_id)
                if twin is None:
                    self._files.wrong(where, item.line, f"{first.value} has no item {item_id}")
                    continue
                theirs, ours = structure(twin), structure(item)
                for name in theirs.keys() | ours.keys():
                    if theirs.get(name) != ours.get(name):
                        self._files.wrong(
                            where,
                            item.line,
                            f"{item_id}: {name} must be as in {first.value}: {theirs.get(name)!r}, not {ours.get(name)!r}",
                        )
        return [
            WrittenItem(
                item_id,
                plan.id,
                {language: by_language[language][item_id] for language in LANGUAGES},
                {language: self._where(plan, language, kind) for language in LANGUAGES},
            )
            for item_id in by_language[first]
            if all(item_id in by_language[language] for language in LANGUAGES)
        ]

    def _questions(self, plan: LessonPlan, language: Locale) -> Mapping[str, Item]:
        where = self._where(plan, language)
        whole = self._files.mapping_file(where)
        for name in whole.keys() - {"misconceptions", "items"}:
            self._files.wrong(
                where, 1, f"`{name}` means nothing here; a file holds `misconceptions` and `items`"
            )
        sentences = self._sentences(where, whole)
        found: dict[str, Item] = {}
        entries = whole.get("items")
        if not isinstance(entries, list) or not all(isinstance(entry, Lined) for entry in entries):
            self._files.wrong(where, 1, "`items` must be a list of items")
            return {}
        for entry in entries:
            item = read_item(
                entry, plan.id, sentences, lambda line, what: self._files.wrong(where, line, what)
            )
            if item is None:
                continue
            if item.id in found:
                self._files.wrong(where, item.line, f"the item {item.id} stands here a second time")
            if item.id.startswith(CHECK_PREFIX):
                self._files.wrong(
                    where, item.line, f"{item.id}: ids that begin with {CHECK_PREFIX} are taken"
                )
            if item.section_id not in plan.sections:
                self._files.wrong(where, item.line, f"{item.id}: {plan.id} has no section {item.section_id}")
            if isinstance(item.task, Choice) and item.kind is not Kind.TRUE_FALSE:
                if len(item.task.options) not in OPTIONS:
                    self._files.wrong(
                        where, item.line, f"{item.id}: write {OPTIONS[0]} to {OPTIONS[-1]} options"
                    )
            for concept in item.concepts:
                if self._concepts and concept not in self._concepts:
                    self._files.wrong(
                        where, item.line, f"{item.id}: {concept} is no concept of concepts.yaml"
                    )
            found[item.id] = item
        return found

    def _sentences(self, where: str, whole: Mapping[str, Any]) -> Mapping[str, str]:
        written = whole.get("misconceptions", {})
        if not isinstance(written, Mapping):
            self._files.wrong(where, 1, "`misconceptions` must hold `id: sentence` lines")
            return {}
        for name, sentence in written.items():
            if not isinstance(sentence, str) or not 0 < len(sentence.strip()) <= SENTENCE:
                line = getattr(written, "line", 1)
                self._files.wrong(where, line, f"{name}: give one sentence of at most {SENTENCE} characters")
        return {name: str(sentence).strip() for name, sentence in written.items()}

    def _checks(self, plan: LessonPlan, language: Locale) -> Mapping[str, Item]:
        """The checks of the sections; what is wrong with one is said where lessons are read, so it is passed over here."""
        where = self._where(plan, language, "checks")
        if not (self._files.root / where).exists():
            return {}
        found: dict[str, Item] = {}
        for section_id, entries in self._files.mapping_file(where).items():
            entry = entries[0] if isinstance(entries, list) and entries else entries
            item = _item_of_check(entry, plan, section_id) if isinstance(entry, Lined) else None
            if item is not None:
                found[item.id] = item
        return found


def _item_of_check(entry: Lined, plan: LessonPlan, section_id: str) -> Item | None:
    options, explain = entry.get("options"), entry.get("explain")
    if section_id not in plan.sections or not isinstance(options, list) or not isinstance(explain, list):
        return None
    if len(options) != len(explain):
        return None
    return Item(
        id=CHECK_PREFIX + section_id,
        kind=Kind.SINGLE,
        lesson_id=plan.id,
        section_id=section_id,
        concepts=plan.sections[section_id],
        level=Level.BEGINNER,
        stem=str(entry.get("question")),
        task=Choice(
            tuple(
                Option(str(text), right=number == entry.get("answer"), why=str(why))
                for number, (text, why) in enumerate(zip(options, explain, strict=True))
            )
        ),
        hints=(str(entry.get("hint")),),
        line=entry.line,
    )
