"""What an import says of each file and line: understood, skipped, or wrong. Data only; the sentences are in the catalogue.

The values of a remark may hold an author's words and file names: whoever shows them makes them harmless first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.texts.locales import Locale

MOST_REMARKS = 1_000
"""A report keeps this many remarks of one outcome; nobody reads more."""


class Outcome(StrEnum):
    """What became of a file or a line."""

    UNDERSTOOD = "understood"
    SKIPPED = "skipped"
    WRONG = "wrong"
    """One of these, and nothing of the whole import is taken in."""


class Subject(StrEnum):
    """What a remark is about; each has one sentence, `importing-<value>`, with the values named here."""

    # Understood
    LESSON_READ = "lesson-read"  # lesson, sections
    LANGUAGES_PAIRED = "languages-paired"  # lesson, count
    QUESTION_FOUND = "question-found"  # options, answers
    QUESTION_WITHOUT_KEY = "question-without-key"  # options
    OUTLINE_READ = "outline-read"  # count
    CHECKS_READ = "checks-read"  # count
    LINES_REBUILT = "lines-rebuilt"  # count
    HEADINGS_GUESSED = "headings-guessed"  # count
    TITLE_GUESSED = "title-guessed"  # title
    ENCODING_GUESSED = "encoding-guessed"
    NAME_GUESSED = "name-guessed"
    LANGUAGE_DIFFERS = "language-differs"
    CHARACTERS_CLEANED = "characters-cleaned"  # count
    ALERTS_MENDED = "alerts-mended"  # count
    IMAGES_LINKED = "images-linked"  # count
    TRACKING_REMOVED = "tracking-removed"  # count
    ID_TAKEN = "id-taken"  # lesson
    QUARANTINE = "quarantine"  # heading, category
    NOT_FOR_LEARNERS = "not-for-learners"  # heading, category

    # Skipped
    FILE_EMPTY = "file-empty"
    FILE_KIND = "file-kind"
    FILE_ABOUT = "file-about"
    FILE_LANGUAGE = "file-language"
    FILE_TWICE = "file-twice"  # other
    FILE_LINK = "file-link"
    ARCHIVE_INSIDE = "archive-inside"
    HEADING_EMPTY = "heading-empty"  # heading
    COMMENT_DROPPED = "comment-dropped"
    STYLE_DROPPED = "style-dropped"  # count
    FURNITURE_DROPPED = "furniture-dropped"  # count
    LINKS_DROPPED = "links-dropped"  # count
    FRONT_MATTER_BROKEN = "front-matter-broken"
    QUESTION_UNCLEAR = "question-unclear"  # heading

    # Wrong
    NOTHING_THERE = "nothing-there"
    PATH_MISSING = "path-missing"
    CANNOT_READ = "cannot-read"
    FILE_TOO_LARGE = "file-too-large"  # limit (kilobytes)
    ALL_TOO_LARGE = "all-too-large"  # limit (megabytes)
    TOO_MANY_FILES = "too-many-files"  # limit
    TOO_DEEP = "too-deep"  # limit
    TOO_MANY_SECTIONS = "too-many-sections"  # limit
    TOO_DENSE = "too-dense"
    NAME_DANGEROUS = "name-dangerous"
    ARCHIVE_BROKEN = "archive-broken"
    ARCHIVE_LOCKED = "archive-locked"
    ARCHIVE_EXPANDS = "archive-expands"  # limit
    ARCHIVE_METHOD = "archive-method"
    NOT_TEXT = "not-text"
    TWO_OF_ONE = "two-of-one"  # other
    YAML_BROKEN = "yaml-broken"
    OUTLINE_WRONG = "outline-wrong"
    CHECK_WRONG = "check-wrong"  # section

    @property
    def outcome(self) -> Outcome:
        """Whether this was understood, skipped or wrong."""
        if self in _SKIPPED:
            return Outcome.SKIPPED
        return Outcome.WRONG if self in _WRONG else Outcome.UNDERSTOOD


_ALL = tuple(Subject)
_SKIPPED = frozenset(_ALL[_ALL.index(Subject.FILE_EMPTY) : _ALL.index(Subject.NOTHING_THERE)])
_WRONG = frozenset(_ALL[_ALL.index(Subject.NOTHING_THERE) :])


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said of one place."""

    subject: Subject
    path: str
    """As the author named it, from the import's root; empty when the import as a whole is meant."""
    line: int = 0
    """From 1, in the file as it came; 0 when the whole file is meant."""
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def outcome(self) -> Outcome:
        """Whether this was understood, skipped or wrong."""
        return self.subject.outcome


class ImportRefused(Exception):
    """An import, or a part of it, that goes no further, and the one remark that says why."""

    def __init__(self, subject: Subject, path: str, line: int = 0, **values: str | int) -> None:
        self.remark = Remark(subject, path, line, values)
        super().__init__(f"{path}:{line}: {subject}")


class Change(StrEnum):
    """What an import does to a lesson."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class LessonReport:
    """One lesson that came in, or would."""

    lesson_id: str
    title: str
    languages: tuple[Locale, ...]
    """That it is written in, converted ones not counted."""
    sections: int
    """Different sections, over all languages."""
    paired: int
    """Sections that are there in more than one language."""
    questions: int
    """Draft questions, over all languages."""
    change: Change
    version: int
    """The version that holds it, from 1."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All that an import has to say."""

    lessons: tuple[LessonReport, ...]
    remarks: tuple[Remark, ...]
    files: int
    """Files that were read as text."""
    dry_run: bool

    @property
    def refused(self) -> bool:
        """Whether something was wrong, and so nothing was taken in."""
        return any(remark.outcome is Outcome.WRONG for remark in self.remarks)

    def with_outcome(self, outcome: Outcome) -> tuple[Remark, ...]:
        """The remarks of one kind, in the order of the files."""
        return tuple(remark for remark in self.remarks if remark.outcome is outcome)


def in_reading_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """By file and line, each once, at most `MOST_REMARKS` of one outcome."""
    counts = dict.fromkeys(Outcome, 0)
    kept: list[Remark] = []
    seen: set[tuple[object, ...]] = set()
    for remark in sorted(remarks, key=lambda one: (one.path, one.line, _ALL.index(one.subject))):
        key = (remark.subject, remark.path, remark.line, tuple(sorted(remark.values.items())))
        if key in seen or counts[remark.outcome] >= MOST_REMARKS:
            continue
        seen.add(key)
        counts[remark.outcome] += 1
        kept.append(remark)
    return tuple(kept)
