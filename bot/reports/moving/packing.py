"""The archive itself: belongings into bytes and back. Pure, and slow enough for a thread.

Inside: `server.json` (settings, policy, what is published), `lessons.zip` (what lesson import takes), `questions/<lesson>.<language>.yaml`
(what question import takes) and `challenges/<id>.yaml` (what a challenge is written as). What comes back in was in anybody's hands: every size
is bounded before it is unpacked, and nothing but the files named here is read.
"""

import io
import json
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.quiz import formats
from bot.quiz.bank_values import ItemState
from bot.quiz.items import Item
from bot.reports.moving.belongings import Belongings, MovedChallenge, MovedQuestion
from bot.texts.errors import PersonError
from bot.texts.locales import Locale

LARGEST: Final = 8 * 1024 * 1024
"""Bytes of an archive: Discord takes files of ten megabytes."""
_LARGEST_INSIDE: Final = {"server.json": 512 * 1024, "lessons.zip": 6 * 1024 * 1024}
_LARGEST_FILE: Final = 1_000_000
_LARGEST_IN_ALL: Final = 24 * 1024 * 1024
_MOST_FILES: Final = 2_000
MOST_MISTAKES: Final = 20
"""Mistakes of an archive that are kept; nobody mends more at once."""

_FORMAT: Final = "generative-ai-tutor-server"
_VERSION: Final = 1
_ABOUT: Final = "server.json"
_LESSONS: Final = "lessons.zip"
_QUESTIONS: Final = re.compile(r"questions/([a-z0-9][a-z0-9-]{0,63})\.(en|zh-CN|zh-TW)\.yaml")
_CHALLENGE: Final = re.compile(r"challenges/([a-z0-9][a-z0-9-]{0,63})\.yaml")
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file: the same belongings make the same archive."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with an archive: the file inside, its line (0 for all of it), and what, in English for who edits such files."""

    path: str
    line: int
    what: str


class ArchiveTooLarge(PersonError):
    """The archive, or what comes out of it, is larger than is taken here."""

    key = "server-moving-too-large"


class NotAnArchive(PersonError):
    """What was handed in is no archive of a server."""

    key = "server-moving-no-archive"


class ArchiveTooNew(PersonError):
    """The archive was made by a later version of the tutor."""

    key = "server-moving-too-new"


class Mistaken(Exception):
    """The archive holds files with mistakes; the first that were found."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(mistakes[0].what)
        self.mistakes = tuple(mistakes[:MOST_MISTAKES])


def pack(own: Belongings) -> bytes:
    """The archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _files(own):
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpack(data: bytes) -> Belongings:
    """What an archive holds. Raises `NotAnArchive`, `ArchiveTooLarge`, `ArchiveTooNew`, `Mistaken`."""
    files = _read(data)
    about = _about(files.pop(_ABOUT, None))
    mistakes: list[Mistake] = []
    questions = _questions(files, about, mistakes)
    challenges = tuple(
        MovedChallenge(found[1], text, found[1] in _names(about, "published_challenges"))
        for path, content in sorted(files.items())
        if (found := _CHALLENGE.fullmatch(path)) and (text := _text(path, content, mistakes)) is not None
    )
    if mistakes:
        raise Mistaken(mistakes)
    return Belongings(
        settings=_mapping(about, "settings"),
        filters=_mapping(about, "filters"),
        hidden=tuple(sorted(_names(about, "hidden_lessons"))),
        lessons=files.get(_LESSONS),
        published=_names(about, "published_lessons"),
        questions=questions,
        taken_out=tuple(sorted(_pairs(about, "course_questions_taken_out"))),
        challenges=challenges,
    )


def _files(own: Belongings) -> Iterator[tuple[str, bytes]]:
    about = {
        "format": _FORMAT,
        "version": _VERSION,
        "settings": dict(own.settings),
        "filters": dict(own.filters),
        "hidden_lessons": sorted(own.hidden),
        "published_lessons": sorted(own.published),
        "questions": {f"{one.lesson_id}/{one.item_id}": one.state.value for one in own.questions},
        "course_questions_taken_out": sorted("/".join(one) for one in own.taken_out),
        "published_challenges": sorted(one.id for one in own.challenges if one.published),
    }
    yield _ABOUT, json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True).encode()
    if own.lessons is not None:
        yield _LESSONS, own.lessons
    sheets: defaultdict[tuple[str, Locale], list[Item]] = defaultdict(list)
    for one in own.questions:
        for language, item in one.texts.items():
            sheets[one.lesson_id, language].append(item)
    for (lesson_id, language), items in sorted(sheets.items()):
        yield (
            f"questions/{lesson_id}.{language.value}.yaml",
            formats.write(items, formats.FileFormat.YAML).encode(),
        )
    for challenge in own.challenges:
        yield f"challenges/{challenge.id}.yaml", challenge.text.encode()


def _read(data: bytes) -> dict[str, bytes]:
    """The files of an archive that are known here, each within its bound."""
    if len(data) > LARGEST:
        raise ArchiveTooLarge(limit=LARGEST // 1024**2)
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_FILES:
                raise NotAnArchive
            for entry in entries:
                if _is_known(entry.filename):
                    files[entry.filename] = _content(archive, entry)
            if sum(map(len, files.values())) > _LARGEST_IN_ALL:
                raise ArchiveTooLarge(limit=_LARGEST_IN_ALL // 1024**2)
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError,
        NotImplementedError, RuntimeError, IndexError, OverflowError,
    ):  # all that `zipfile` is known to raise for a broken or locked archive  # fmt: skip
        raise NotAnArchive from None
    return files


def _is_known(path: str) -> bool:
    return (
        path in (_ABOUT, _LESSONS)
        or _QUESTIONS.fullmatch(path) is not None
        or _CHALLENGE.fullmatch(path) is not None
    )


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    most = _LARGEST_INSIDE.get(entry.filename, _LARGEST_FILE)
    with archive.open(entry) as opened:
        content = opened.read(most + 1)  # whatever the archive says of its size
    if len(content) > most:
        raise ArchiveTooLarge(limit=LARGEST // 1024**2)
    return content


def _about(content: bytes | None) -> Mapping[str, Any]:
    if content is None:
        raise NotAnArchive
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        raise NotAnArchive from None
    if not isinstance(read, dict) or read.get("format") != _FORMAT:
        raise NotAnArchive
    if read.get("version") != _VERSION:
        raise ArchiveTooNew
    return read


def _questions(
    files: Mapping[str, bytes], about: Mapping[str, Any], mistakes: list[Mistake]
) -> tuple[MovedQuestion, ...]:
    states = _mapping(about, "questions")
    found: defaultdict[tuple[str, str], dict[Locale, Item]] = defaultdict(dict)
    for path, content in sorted(files.items()):
        if sheet := _QUESTIONS.fullmatch(path):
            lesson_id, language = sheet[1], Locale(sheet[2])
            defaults = formats.Defaults(lesson_id, "", (lesson_id,))
            taken = formats.read(content, formats.FileFormat.YAML, defaults)
            mistakes += [Mistake(path, one.line, one.what) for one in taken.mistakes]
            for item in taken.items:
                found[lesson_id, item.id][language] = item
    return tuple(
        MovedQuestion(lesson_id, item_id, _state(states.get(f"{lesson_id}/{item_id}")), texts)
        for (lesson_id, item_id), texts in found.items()
    )


def _state(value: object) -> ItemState:
    return next((one for one in ItemState if one.value == value), ItemState.DRAFT)


def _text(path: str, content: bytes, mistakes: list[Mistake]) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mistakes.append(Mistake(path, 0, "not UTF-8 text"))
        return None


def _mapping(about: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = about.get(name)
    return value if isinstance(value, dict) else {}


def _pairs(about: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    for one in _names(about, name):
        lesson_id, between, item_id = one.partition("/")
        if between:
            yield lesson_id, item_id


def _names(about: Mapping[str, Any], name: str) -> frozenset[str]:
    value: Sequence[object] = about.get(name) or ()
    return frozenset(one for one in value if isinstance(one, str)) if isinstance(value, list) else frozenset()
