"""The catalogue as the tutor uses it: taken in with the course, kept in the database, read once when somebody first asks."""

import asyncio
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.explain.concepts import MODEL_PREFIX
from bot.explain.models import store
from bot.explain.models.entries import read, written
from bot.explain.models.reading import digest, read_catalogue
from bot.explain.models.values import Model
from bot.lessons.tokens import normalise
from bot.storage import Database

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
        entries = [written(model) for model in models]
        now = self._clock.now()
        await self._database.write(partial(store.replace_all, entries=entries, digest=found, now=now))
        self._models = None
        return True

    async def all(self) -> Mapping[str, Model]:
        """Every model by its id, in the catalogue's order."""
        if self._models is None:
            entries = await self._database.read(store.entries)
            self._models = {entry["id"]: read(entry) for entry in entries}
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
