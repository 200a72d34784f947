"""Reads the catalogue of a course: `models.yaml`, and `<language>/models.yaml` with the words.

Nothing is half read: either every model comes back, or `CourseMistakes` with every mistake in it. The format is described in
`docs/model-catalogue.md`. Slow (it parses every file): run it in a process.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from bot.explain.models.facts import FORMS, LONGEST_NAME
from bot.explain.models.values import Facts, Listed, Model, Source, Task, Words
from bot.lessons.careful_files import CarefulFiles
from bot.lessons.course_files import LANGUAGES, corrections
from bot.lessons.mistakes import CourseMistakes
from bot.lessons.traditional import ToTraditional
from bot.lessons.yaml_lines import Lined
from bot.texts.locales import Locale

LONGEST_WORDS = 400
"""Characters of one text of a card; a field of Discord's has 1,024."""
LONGEST_QUESTION = 90
"""Characters."""

_READING_VERSION = "2"
"""Part of the digest: raise it when the same files are to be taken in anew."""
_FILE = "models.yaml"
_CONCEPTS = "concepts.yaml"
_FIELDS = frozenset({"name", "provider", "also", "concept", "facts", "described", "price"})
_SOURCE_FIELDS = (frozenset({"title", "url", "day"}), frozenset({"title", "day"}))
"""Our own judgement has no address."""
_THIRD_PARTY = "third-party"
_WORDS = ("use", "strengths", "limits", "now", "try")


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
            if not isinstance(entry, Lined) or set(entry) - {_THIRD_PARTY} not in _SOURCE_FIELDS:
                line = entry.line if isinstance(entry, Lined) else 0
                self._wrong(line, f"{source_id}: a source has `title`, `day` and mostly `url`")
                continue
            url, day = str(entry.get("url", "")), entry["day"]
            if "url" in entry and not url.startswith("https://"):
                self._wrong(entry.line, f"{source_id}: `url` must begin with https://")
            if not isinstance(day, date):
                self._wrong(entry.line, f"{source_id}: `day` must be a day such as 2026-11-22")
                day = date.min
            is_third = entry.get(_THIRD_PARTY, False)
            if not isinstance(is_third, bool):
                self._wrong(entry.line, f"{source_id}: `{_THIRD_PARTY}` must be true or false")
                is_third = False
            title = self._files.text(_FILE, entry, "title")
            found[source_id] = Source(source_id, title, url, day, is_third)
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
                form = FORMS.get(name)
                if form is None:
                    self._wrong(told.line, f"{model_id}: there is no fact `{name}`")
                elif name in values:
                    self._wrong(told.line, f"{model_id}: `{name}` is told by two sources")
                elif (fact := form.read(value)) is None:
                    self._wrong(told.line, f"{model_id}: `{name}` cannot be {value!r}; {form.meant}")
                else:
                    values[name], sources[name] = fact, source
        tasks: tuple[Task, ...] = values.pop("tasks", ())
        if not tasks:
            self._wrong(entry.line, f"{model_id}: `tasks` must name what it is for")
        return Facts(**values), tasks, sources
