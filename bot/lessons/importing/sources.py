"""What comes in: uploads with their names, and the text files found in them. Nothing is ever unpacked to disk."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.lessons.importing.limits import DEEPEST, LARGEST_FILE, LARGEST_TOTAL, LONGEST_NAME, MOST_FILES
from bot.lessons.importing.remarks import ImportRefused, Remark, Subject

TEXT_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".txt", ".text"})
DATA_ENDINGS = frozenset({".yaml", ".yml"})
ARCHIVE_ENDINGS = frozenset({".zip"})
OTHER_ARCHIVES = frozenset({".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst"})
SKIPPED_FOLDERS = frozenset(
    {".git", ".github", ".vscode", ".idea", "node_modules", "__pycache__", "__MACOSX"}
)

_DRIVE = re.compile(r"^[A-Za-z]:")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as somebody handed it over."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file of an import."""

    path: str
    """From the import's root, with `/`; safe to show in a terminal, never used to open anything."""
    content: bytes = field(repr=False)


class Gathered:
    """The files of an import as they are found, held to the bounds, and what was passed over."""

    def __init__(self) -> None:
        self.files: list[SourceFile] = []
        self.remarks: list[Remark] = []
        self._total = 0
        self._kinds_seen: set[tuple[str, str]] = set()

    def admit(self, path: str, size: int) -> bool:
        """Whether a file of this name and announced size is to be read. Raises `ImportRefused`."""
        ending = PurePosixPath(path).suffix.lower()
        if ending not in TEXT_ENDINGS | DATA_ENDINGS:
            self._pass_over(path, ending)
            return False
        if ending in DATA_ENDINGS and not _is_course_data(path):
            self._pass_over(path, ending)
            return False
        if len(self.files) >= MOST_FILES:
            raise ImportRefused(Subject.TOO_MANY_FILES, path, limit=MOST_FILES)
        if size > LARGEST_FILE:
            raise ImportRefused(Subject.FILE_TOO_LARGE, path, limit=LARGEST_FILE // 1024)
        if self._total + size > LARGEST_TOTAL:
            raise ImportRefused(Subject.ALL_TOO_LARGE, path, limit=LARGEST_TOTAL // 1024**2)
        return True

    def add(self, path: str, content: bytes) -> None:
        """Keep a file that was admitted. Raises `ImportRefused` when it is larger than was announced."""
        self.admit(path, len(content))
        self._total += len(content)
        self.files.append(SourceFile(path, content))

    def skip(self, subject: Subject, path: str) -> None:
        """Say that something was passed over."""
        self.remarks.append(Remark(subject, path))

    def _pass_over(self, path: str, ending: str) -> None:
        """Say so once for each kind of file in a folder: a course has hundreds of pictures."""
        kind = (str(PurePosixPath(path).parent), ending)
        if kind not in self._kinds_seen:
            self._kinds_seen.add(kind)
            archive = ending in ARCHIVE_ENDINGS | OTHER_ARCHIVES
            self.skip(Subject.ARCHIVE_INSIDE if archive else Subject.FILE_KIND, path)


def safe_path(name: str) -> str:
    """A path from an archive or an upload, checked; raises `ImportRefused` for one that wants out of its folder."""
    shown = printable(name)
    if len(name) > LONGEST_NAME or "\0" in name:
        raise ImportRefused(Subject.NAME_DANGEROUS, shown[:80])
    slashed = name.replace("\\", "/")
    parts = [part for part in slashed.split("/") if part not in ("", ".")]
    if slashed.startswith("/") or _DRIVE.match(slashed) or ".." in parts or not parts:
        raise ImportRefused(Subject.NAME_DANGEROUS, shown[:80])
    if len(parts) > DEEPEST:
        raise ImportRefused(Subject.TOO_DEEP, shown[:80], limit=DEEPEST)
    return printable("/".join(parts))


def printable(name: str) -> str:
    """A name without characters that hide or turn other characters, or that no terminal can print."""
    return _UNPRINTABLE.sub("\ufffd", name)


def is_skipped_folder(name: str) -> bool:
    """Whether a folder holds what is never a lesson."""
    return name in SKIPPED_FOLDERS or (name.startswith(".") and name not in (".", ".."))


def _is_course_data(path: str) -> bool:
    where = PurePosixPath(path)
    return where.stem == "outline" or where.parent.name in ("checks", "questions")
