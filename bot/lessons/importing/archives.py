"""Reads the text files of a .zip without unpacking it anywhere, held to every bound before a byte is unpacked.

Nothing that an archive says of itself is believed: sizes are checked again while reading.
"""

import io
import stat
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from bot.lessons.importing.limits import (
    EXPANSION_COUNTS_FROM,
    LARGEST_ARCHIVE,
    LARGEST_DIRECTORY,
    MOST_ENTRIES,
    MOST_EXPANSION,
)
from bot.lessons.importing.remarks import ImportRefused, Subject
from bot.lessons.importing.sources import Gathered, is_skipped_folder, safe_path

# "End of central directory" (APPNOTE.TXT 4.3.16) and the locator of its 64-bit form (4.3.15).
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\5\6"
_LONGEST_COMMENT = 65_535
_LOCATOR_SIZE = 20
_LOCATOR_SIGNATURE = b"PK\6\7"

_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
_MADE_ON_UNIX = 3


def read_archive(name: str, content: bytes, gathered: Gathered) -> None:
    """Add the archive's text files, their paths below the archive's own name. Raises `ImportRefused`."""
    if len(content) > LARGEST_ARCHIVE:
        raise ImportRefused(Subject.ALL_TOO_LARGE, name, limit=LARGEST_ARCHIVE // 1024**2)
    _check_directory(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise ImportRefused(Subject.TOO_MANY_FILES, name, limit=MOST_ENTRIES)
            for entry in sorted(entries, key=lambda one: one.filename):
                _read_entry(name, archive, entry, gathered)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error) as error:
        raise ImportRefused(Subject.ARCHIVE_BROKEN, name) from error
    except (NotImplementedError, RuntimeError, IndexError, OverflowError) as error:
        raise ImportRefused(Subject.ARCHIVE_BROKEN, name) from error


def _check_directory(name: str, content: bytes) -> None:
    """The list of contents is read at once by `zipfile`, so its size is checked first, at the same place."""
    tail = content[-(_END.size + _LONGEST_COMMENT) :]
    place = tail.rfind(_END_SIGNATURE)
    if place < 0 or len(tail) - place < _END.size:
        raise ImportRefused(Subject.ARCHIVE_BROKEN, name)
    entries, size = _END.unpack_from(tail, place)[4:6]
    start = len(content) - len(tail) + place
    large = content[max(start - _LOCATOR_SIZE, 0) : start].startswith(_LOCATOR_SIGNATURE)
    if large or size > LARGEST_DIRECTORY or entries > MOST_ENTRIES:
        raise ImportRefused(Subject.TOO_MANY_FILES, name, limit=MOST_ENTRIES)


def _read_entry(
    archive_name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, gathered: Gathered
) -> None:
    inside = safe_path(_name(entry))
    path = f"{archive_name}/{inside}"
    if entry.is_dir() or any(is_skipped_folder(part) for part in PurePosixPath(inside).parts[:-1]):
        return
    if inside.rsplit("/", 1)[-1].startswith("._"):  # what macOS adds
        return
    if entry.create_system == _MADE_ON_UNIX and stat.S_ISLNK(entry.external_attr >> 16):
        gathered.skip(Subject.FILE_LINK, path)
        return
    if not gathered.admit(path, entry.file_size):
        return
    if entry.flag_bits & _ENCRYPTED:
        raise ImportRefused(Subject.ARCHIVE_LOCKED, path)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ImportRefused(Subject.ARCHIVE_METHOD, path)
    if (
        entry.file_size > EXPANSION_COUNTS_FROM
        and entry.file_size > max(entry.compress_size, 1) * MOST_EXPANSION
    ):
        raise ImportRefused(Subject.ARCHIVE_EXPANDS, path, limit=MOST_EXPANSION)
    if not entry.flag_bits & _NAME_IS_UTF8 and not entry.filename.isascii():
        gathered.skip(Subject.NAME_GUESSED, path)
    with archive.open(entry) as stream:
        # Never more than was announced and admitted; `zipfile` then finds the wrong checksum.
        gathered.add(path, stream.read(entry.file_size + 1))


def _name(entry: zipfile.ZipInfo) -> str:
    """The name, where it was not written as UTF-8: what `zipfile` read as IBM's code page is UTF-8 or Chinese."""
    if entry.flag_bits & _NAME_IS_UTF8 or entry.filename.isascii():
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return entry.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return entry.filename
