"""What an explainer showed somebody, for its buttons: in the database, so that they work after a restart.

Of somebody who has not agreed, or who has paused remembering, nothing is stored: their showings stay in this process for a while.
"""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any

from bot.clock import Clock
from bot.explain import store
from bot.ids import Ids
from bot.learners.values import Learner, LearnerKey
from bot.storage import Database

MOST_IN_MEMORY = 200
"""Showings kept in the process for those of whom nothing is stored."""


class Showings:
    """Showings by id; each belongs to one learner."""

    def __init__(self, database: Database, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._unstored: OrderedDict[str, tuple[LearnerKey, StrEnum, dict[str, Any]]] = OrderedDict()

    async def keep(self, learner: Learner, kind: StrEnum, content: Mapping[str, object]) -> str:
        """Keep what is needed to show it again; gives its id. `content` must be JSON."""
        showing_id = self._ids.new()
        if learner.has_agreed and not learner.paused:
            await self._database.write(
                partial(
                    store.keep_showing,
                    showing_id=showing_id,
                    learner=learner.key,
                    kind=kind.value,
                    content=content,
                    now=self._clock.now(),
                )
            )
        else:
            self._unstored[showing_id] = (learner.key, kind, dict(content))
            while len(self._unstored) > MOST_IN_MEMORY:
                self._unstored.popitem(last=False)
        return showing_id

    async def get(self, key: LearnerKey, showing_id: str, kind: StrEnum) -> dict[str, Any] | None:
        """What was kept under this id for this learner; None when it is gone."""
        if showing_id in self._unstored:
            owner, of_kind, content = self._unstored[showing_id]
            return content if (owner, of_kind) == (key, kind) else None
        return await self._database.read(
            partial(store.showing, showing_id=showing_id, learner=key, kind=kind.value)
        )

    async def forget_before(self, before: datetime) -> int:
        """Remove what is older; how much it was."""
        return await self._database.write(partial(store.forget_before, before=before))
