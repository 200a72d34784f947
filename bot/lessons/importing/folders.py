"""Finds the text files of a folder on this machine. It follows no link and leaves the folder never."""

import os
from pathlib import Path

from bot.lessons.importing.archives import read_archive
from bot.lessons.importing.limits import DEEPEST, LARGEST_ARCHIVE, LARGEST_FILE, MOST_ENTRIES
from bot.lessons.importing.remarks import ImportRefused, Subject
from bot.lessons.importing.sources import ARCHIVE_ENDINGS, Gathered, Upload, is_skipped_folder, printable


def gather_path(path: Path, gathered: Gathered) -> None:
    """Add the text files of a file, an archive or a folder. Raises `ImportRefused`."""
    name = printable(path.name or str(path))
    try:
        if path.is_dir():
            _Walk(path, gathered).folder(path, depth=0)
        elif path.is_file():
            _file(path, name, gathered)
        else:
            raise ImportRefused(Subject.PATH_MISSING, printable(str(path)))
    except OSError as error:
        raise ImportRefused(Subject.CANNOT_READ, printable(error.filename or name)) from error


def gather_uploads(uploads: list[Upload], gathered: Gathered) -> None:
    """Add the text files of uploads, archives among them. Raises `ImportRefused`."""
    for upload in uploads:
        # An upload's name is only a name: whatever stands before the last slash is not ours to follow.
        name = printable(upload.name.replace("\\", "/").rsplit("/", 1)[-1])[:200] or "upload"
        if Path(name).suffix.lower() in ARCHIVE_ENDINGS:
            read_archive(name, upload.content, gathered)
        elif gathered.admit(name, len(upload.content)):
            gathered.add(name, upload.content)


class _Walk:
    """One walk through a folder."""

    def __init__(self, root: Path, gathered: Gathered) -> None:
        self._root = root
        self._gathered = gathered
        self._entries = 0

    def folder(self, path: Path, depth: int) -> None:
        if depth > DEEPEST:
            raise ImportRefused(Subject.TOO_DEEP, self._name(path), limit=DEEPEST)
        folders: list[Path] = []
        files: list[Path] = []
        with os.scandir(path) as entries:
            for entry in entries:
                self._entries += 1
                if self._entries > MOST_ENTRIES:
                    raise ImportRefused(Subject.TOO_MANY_FILES, self._name(path), limit=MOST_ENTRIES)
                found = Path(entry.path)
                if entry.is_symlink():
                    self._gathered.skip(Subject.FILE_LINK, self._name(found))
                elif entry.is_dir(follow_symlinks=False):
                    if not is_skipped_folder(entry.name):
                        folders.append(found)
                elif entry.is_file(follow_symlinks=False):  # no pipes, no devices
                    files.append(found)
        for one in sorted(files):
            _file(one, self._name(one), self._gathered)
        for one in sorted(folders):
            self.folder(one, depth + 1)

    def _name(self, path: Path) -> str:
        return printable(path.relative_to(self._root).as_posix())


def _file(path: Path, name: str, gathered: Gathered) -> None:
    size = path.stat().st_size
    if path.suffix.lower() in ARCHIVE_ENDINGS and "/" not in name:
        if size > LARGEST_ARCHIVE:
            raise ImportRefused(Subject.ALL_TOO_LARGE, name, limit=LARGEST_ARCHIVE // 1024**2)
        read_archive(name, path.read_bytes(), gathered)
    elif gathered.admit(name, size):
        with path.open("rb") as stream:  # a file may have grown since
            gathered.add(name, stream.read(LARGEST_FILE + 1))
