"""The catalogue as the tutor uses it: taken in with the course, kept in the database, read once when somebody first asks."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.explain.concepts import MODEL_PREFIX
from bot.explain.models import store
from bot.explain.models.reading import digest, read_catalogue
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
from bot.lessons.tokens import normalise
from bot.storage import Database
from bot.texts.locales import Locale

MOST_CHOICES = 25
_LONGEST_TYPED = 100


class Catalogue:
    """Every model that the course knows."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._models: Mapping[str, Model] | None = None

    async def has_course(self, path: Path) -> bool:
        """Whether the course at `path`, as it is now, is the one that was taken in."""
        return await asyncio.to_thread(digest, path) == await self._database.read(store.digest_of)

    async def load_course(self, path: Path) -> bool:
        """Take in the catalogue of the course at `path`; True when it differed from what was loaded before.

        All or nothing, and quick when nothing has changed. Raises `CourseMistakes` with every mistake found.
        """
        found = await asyncio.to_thread(digest, path)
        if found == await self._database.read(store.digest_of):
            return False
        models = await asyncio.to_thread(read_catalogue, path)
        entries = [_written(model) for model in models]
        now = self._clock.now()
        await self._database.write(partial(store.replace_all, entries=entries, digest=found, now=now))
        self._models = None
        return True

    async def all(self) -> Mapping[str, Model]:
        """Every model by its id, in the catalogue's order."""
        if self._models is None:
            entries = await self._database.read(store.entries)
            self._models = {entry["id"]: _read(entry) for entry in entries}
        return self._models

    async def get(self, model_id: str) -> Model | None:
        """The model with this id."""
        return (await self.all()).get(model_id)

    async def find(self, typed: str) -> Model | None:
        """The model that was named by its id or by any of its names."""
        wanted = _folded(typed)
        return next((one for one in (await self.all()).values() if wanted in _names(one)), None)

    async def matching(self, typed: str) -> tuple[Model, ...]:
        """The models of which a name begins with, then contains, what was typed."""
        wanted = _folded(typed)
        everything = (await self.all()).values()
        begins = [one for one in everything if any(name.startswith(wanted) for name in _names(one))]
        contains = [
            one
            for one in everything
            if one not in begins and any(wanted in name for name in (*_names(one), _folded(one.provider)))
        ]
        return (*begins, *contains)

    async def nearest(self, typed: str, most: int) -> tuple[Model, ...]:
        """The models whose names look most like what was typed, the nearest first."""
        wanted = _folded(typed)
        return tuple(
            sorted((await self.all()).values(), key=lambda one: _likeness(wanted, one), reverse=True)[:most]
        )


def _folded(typed: str) -> str:
    """One form for names: neither case nor spaces and hyphens matter."""
    return "".join(one for one in normalise(typed[:_LONGEST_TYPED]) if one.isalnum() or one == ".")


def _names(model: Model) -> tuple[str, ...]:
    concept = (model.concept or "").removeprefix(MODEL_PREFIX)
    return tuple(_folded(one) for one in (model.name, model.id, concept, *model.also) if one)


def _likeness(wanted: str, model: Model) -> float:
    return max(SequenceMatcher(None, wanted, name).ratio() for name in _names(model))


def _written(model: Model) -> dict[str, Any]:
    """A model as it is stored: JSON, its sources once each."""
    facts = {name: value for name, value in asdict(model.facts).items() if value not in (None, ())}
    return {
        "id": model.id,
        "name": model.name,
        "provider": model.provider,
        "also": model.also,
        "concept": model.concept,
        "tasks": model.tasks,
        "facts": facts,
        "from": {fact: source.id for fact, source in model.sources.items()},
        "described": [source.id for source in model.described],
        "sources": [
            {"id": one.id, "title": one.title, "url": one.url, "day": one.day.isoformat()}
            for one in model.all_sources
        ],
        "listed": asdict(model.listed) if model.listed is not None else None,
        "words": {locale.value: asdict(words) for locale, words in model.words.items()},
    }


def _read(entry: Mapping[str, Any]) -> Model:
    sources = {
        one["id"]: Source(one["id"], one["title"], one["url"], date.fromisoformat(one["day"]))
        for one in entry["sources"]
    }
    return Model(
        id=entry["id"],
        name=entry["name"],
        provider=entry["provider"],
        also=tuple(entry["also"]),
        concept=entry["concept"],
        tasks=tuple(map(Task, entry["tasks"])),
        facts=_facts(entry["facts"]),
        sources={fact: sources[source_id] for fact, source_id in entry["from"].items()},
        described=tuple(sources[one] for one in entry["described"]),
        listed=Listed(**entry["listed"]) if entry["listed"] is not None else None,
        words={Locale(locale): Words(**words) for locale, words in entry["words"].items()},
    )


def _facts(told: Mapping[str, Any]) -> Facts:
    values = dict(told)
    for name, kind in (
        ("state", State),
        ("architecture", Architecture),
        ("tuning", Tuning),
        ("access", Access),
    ):
        if name in values:
            values[name] = kind(values[name])
    for name in ("reads", "writes"):
        values[name] = tuple(map(Medium, values.get(name, ())))
    return Facts(**values)
