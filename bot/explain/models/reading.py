"""Reads the catalogue of a course: `models.yaml`, and `<language>/models.yaml` with the words.

Nothing is half read: either every model comes back, or `CourseMistakes` with every mistake in it. The format is described in
`docs/model-catalogue.md`. Slow (it parses every file): run it in a process.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bot.explain.models.values import (
    Access,
    Architecture,
    Facts,
    Listed,
    Medium,
    Model,
    Source,
    State,
    Task,
    Tuning,
    Words,
)
from bot.lessons.careful_files import CarefulFiles
from bot.lessons.course_files import LANGUAGES, corrections
from bot.lessons.mistakes import CourseMistakes
from bot.lessons.traditional import ToTraditional
from bot.lessons.yaml_lines import Lined
from bot.texts.locales import Locale

LONGEST_NAME = 60
LONGEST_WORDS = 400
LONGEST_QUESTION = 90
"""Characters."""

_READING_VERSION = "1"
"""Part of the digest: raise it when the same files are to be taken in anew."""
_FILE = "models.yaml"
_CONCEPTS = "concepts.yaml"
_FIELDS = frozenset({"name", "provider", "also", "concept", "facts", "described", "price"})
_SOURCE_FIELDS = (frozenset({"title", "url", "day"}), frozenset({"title", "day"}))
"""Our own judgement has no address."""
_WORDS = ("use", "strengths", "limits", "now", "try")
_WHEN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
VOCABULARIES = ("o200k", "cl100k")
_E = TypeVar("_E", bound=StrEnum)


def digest(root: Path) -> str:
    """What changes when the catalogue does: SHA-256, in hexadecimal. Fast; raises `OSError`."""
    sum_of_all = hashlib.sha256(_READING_VERSION.encode())
    named = (_FILE, "terms.yaml", *(f"{language.value}/{_FILE}" for language in LANGUAGES))
    for name in named:
        path = root / name
        content = path.read_bytes() if path.exists() else b""
        sum_of_all.update(f"\0{name}\0{len(content)}\0".encode())
        sum_of_all.update(content)
    return sum_of_all.hexdigest()


def read_catalogue(root: Path) -> tuple[Model, ...]:
    """Every model of the course in `root`, in three languages. Raises `CourseMistakes`."""
    files = CarefulFiles(root)
    models = _Reader(files, ToTraditional(corrections(root))).models()
    if files.mistakes:
        raise CourseMistakes(files.mistakes)
    return models


class _Reader:
    """Goes through the files once; what is wrong is noted on the way."""

    def __init__(self, files: CarefulFiles, to_traditional: ToTraditional) -> None:
        self._files = files
        self._to_traditional = to_traditional
        self._concepts = set(files.mapping_file(_CONCEPTS))
        self._sources: dict[str, Source] = {}

    def models(self) -> tuple[Model, ...]:
        written = self._files.mapping_file(_FILE)
        self._sources = self._read_sources(written)
        entries = written.get("models")
        if not isinstance(entries, Lined):
            self._wrong(0, "`models` must hold one mapping for each model")
            entries = Lined()
        words = {language: self._read_words(language, entries) for language in LANGUAGES}
        used: set[str] = set()
        found = []
        for model_id, entry in entries.items():
            if not isinstance(entry, Lined):
                self._wrong(entries.line, f"{model_id} must be written as a mapping")
                continue
            model = self._model(
                model_id, entry, {language: words[language].get(model_id) for language in words}
            )
            used |= {source.id for source in model.all_sources}
            found.append(model)
        for idle in sorted(set(self._sources) - used):
            self._wrong(0, f"no model has the source {idle}")
        return tuple(found)

    def _wrong(self, line: int, what: str) -> None:
        self._files.wrong(_FILE, line, what)

    def _read_sources(self, written: Lined) -> dict[str, Source]:
        entries = written.get("sources")
        found: dict[str, Source] = {}
        for source_id, entry in (entries if isinstance(entries, Lined) else Lined()).items():
            if not isinstance(entry, Lined) or set(entry) not in _SOURCE_FIELDS:
                line = entry.line if isinstance(entry, Lined) else 0
                self._wrong(line, f"{source_id}: a source has `title`, `day` and mostly `url`")
                continue
            url, day = str(entry.get("url", "")), entry["day"]
            if "url" in entry and not url.startswith("https://"):
                self._wrong(entry.line, f"{source_id}: `url` must begin with https://")
            if not isinstance(day, date):
                self._wrong(entry.line, f"{source_id}: `day` must be a day such as 2026-11-22")
                day = date.min
            found[source_id] = Source(source_id, self._files.text(_FILE, entry, "title"), url, day)
        return found

    def _read_words(self, language: Locale, entries: Lined) -> Mapping[str, Words]:
        where = f"{language.value}/{_FILE}"
        found: dict[str, Words] = {}
        for model_id, entry in self._files.mapping_file(where).items():
            if not isinstance(entry, Lined):
                self._files.wrong(where, 0, f"{model_id} must be written as a mapping")
                continue
            if model_id not in entries:
                self._files.wrong(where, entry.line, f"{model_id} is no model of {_FILE}")
            for stranger in sorted(set(entry) - set(_WORDS)):
                self._files.wrong(where, entry.line, f"{model_id}: nothing is called `{stranger}` here")
            said = [self._files.text(where, entry, name) for name in _WORDS]
            for name, text in zip(_WORDS, said, strict=True):
                longest = LONGEST_QUESTION if name == "try" else LONGEST_WORDS
                if len(text) > longest:
                    told = f"{model_id}: `{name}` has {len(text)} characters, at most {longest}"
                    self._files.wrong(where, entry.line, told)
            found[model_id] = Words(*said)
        for missing in [one for one in entries if one not in found]:
            self._files.wrong(where, 0, f"the words about {missing} are missing")
        return found

    def _model(self, model_id: str, entry: Lined, words: Mapping[Locale, Words | None]) -> Model:
        for stranger in sorted(set(entry) - _FIELDS):
            self._wrong(entry.line, f"{model_id}: a model has no `{stranger}`")
        name = self._files.text(_FILE, entry, "name")
        if len(name) > LONGEST_NAME:
            self._wrong(entry.line, f"{model_id}: `name` has at most {LONGEST_NAME} characters")
        concept = entry.get("concept")
        if concept is not None and concept not in self._concepts:
            self._wrong(entry.line, f"{model_id}: {concept} is no concept of {_CONCEPTS}")
        facts, tasks, sources = self._facts(model_id, entry)
        described = self._files.texts(_FILE, entry, "described")
        if not described:
            self._wrong(entry.line, f"{model_id}: `described` must name the sources of the words")
        return Model(
            id=model_id,
            name=name,
            provider=self._files.text(_FILE, entry, "provider"),
            also=self._files.texts(_FILE, entry, "also"),
            concept=concept,
            tasks=tasks,
            facts=facts,
            sources=sources,
            described=tuple(
                source for one in described if (source := self._source(model_id, entry, one)) is not None
            ),
            listed=self._price(model_id, entry),
            words=self._in_three(words),
        )

    def _in_three(self, words: Mapping[Locale, Words | None]) -> Mapping[Locale, Words]:
        found = {language: said for language, said in words.items() if said is not None}
        if (simplified := found.get(Locale.ZH_CN)) is not None:
            say = self._to_traditional.prose
            found[Locale.ZH_TW] = Words(*(say(getattr(simplified, one.name)) for one in fields(Words)))
        return found

    def _source(self, model_id: str, entry: Lined, source_id: str) -> Source | None:
        if source_id not in self._sources:
            self._wrong(entry.line, f"{model_id}: there is no source {source_id}")
        return self._sources.get(source_id)

    def _price(self, model_id: str, entry: Lined) -> Listed | None:
        price = entry.get("price")
        if price is None:
            return None
        if not isinstance(price, Lined) or set(price) != {"api", "seller", "model"}:
            self._wrong(entry.line, f"{model_id}: `price` has `api`, `seller` and `model`")
            return None
        return Listed(*(self._files.text(_FILE, price, name) for name in ("api", "seller", "model")))

    def _facts(self, model_id: str, entry: Lined) -> tuple[Facts, tuple[Task, ...], Mapping[str, Source]]:
        values: dict[str, Any] = {}
        sources: dict[str, Source] = {}
        given = entry.get("facts")
        if not isinstance(given, Lined):
            self._wrong(entry.line, f"{model_id}: `facts` must hold facts by their source")
            given = Lined()
        for source_id, told in given.items():
            source = self._source(model_id, entry, source_id)
            if source is None or not isinstance(told, Lined):
                continue
            for name, value in told.items():
                read = _READERS.get(name)
                if read is None:
                    self._wrong(told.line, f"{model_id}: there is no fact `{name}`")
                elif name in values:
                    self._wrong(told.line, f"{model_id}: `{name}` is told by two sources")
                elif (fact := read(value)) is None:
                    self._wrong(told.line, f"{model_id}: `{name}` cannot be {value!r}; {_MEANT[name]}")
                else:
                    values[name], sources[name] = fact, source
        tasks: tuple[Task, ...] = values.pop("tasks", ())
        if not tasks:
            self._wrong(entry.line, f"{model_id}: `tasks` must name what it is for")
        return Facts(**values), tasks, sources


def _when(value: object) -> str | None:
    written = value.isoformat() if isinstance(value, date) else str(value)
    return written if _WHEN.fullmatch(written) else None


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_NAME else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _vocabulary(value: object) -> str | None:
    return str(value) if value in VOCABULARIES else None


def _one_of(kind: type[_E]) -> Callable[[object], _E | None]:
    return lambda value: kind(str(value)) if value in list(kind) else None


def _some_of(kind: type[_E]) -> Callable[[object], tuple[_E, ...] | None]:
    known = list(kind)

    def read(value: object) -> tuple[_E, ...] | None:
        if not isinstance(value, list) or not value or any(one not in known for one in value):
            return None
        return tuple(map(kind, value))

    return read


_READERS: Mapping[str, Callable[[object], object]] = {
    "state": _one_of(State),
    "released": _when,
    "ends": _when,
    "cutoff": _when,
    "architecture": _one_of(Architecture),
    "tuning": _one_of(Tuning),
    "access": _one_of(Access),
    "licence": _text,
    "parameters": _text,
    "reads": _some_of(Medium),
    "writes": _some_of(Medium),
    "tasks": _some_of(Task),
    "context": _count,
    "vocabulary": _vocabulary,
}
_A_DAY = "write a year, a month or a day such as 2026-11-22"
_A_NAME = f"write a text of at most {LONGEST_NAME} characters"
_MEANT: Mapping[str, str] = {
    "state": f"write one of {', '.join(State)}",
    "released": _A_DAY,
    "ends": _A_DAY,
    "cutoff": _A_DAY,
    "architecture": f"write one of {', '.join(Architecture)}",
    "tuning": f"write one of {', '.join(Tuning)}",
    "access": f"write one of {', '.join(Access)}",
    "licence": _A_NAME,
    "parameters": _A_NAME,
    "reads": f"write a list of {', '.join(Medium)}",
    "writes": f"write a list of {', '.join(Medium)}",
    "tasks": f"write a list of {', '.join(Task)}",
    "context": "write a number of tokens",
    "vocabulary": f"write one of {', '.join(VOCABULARIES)}",
}
