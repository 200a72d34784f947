"""Each server's content policy: read for every turn, changed by moderators, every version kept.

It stores decisions of the filters and never a text. What no server may lower is said, not passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from bot.clock import Clock
from bot.ids import Ids
from bot.safety import FLOORS, Action, Category, Decision, Policy, Setting
from bot.servers.acting import AuditEntry, ChangedSince, Deed, Signature, Step, note
from bot.servers.filters import store
from bot.servers.filters.store import HitCount
from bot.storage import Connection, Database
from bot.texts.errors import PersonError

FRESH = 60.0
"""Seconds after which a policy is read anew: another process may have changed it."""

HITS_KEPT_FOR = timedelta(days=90)

_USUAL = MappingProxyType(
    {
        Category.OVERRIDE: (Action.AS_DATA, Action.ALLOW, Action.REFUSE),
        Category.PERSONAL_DATA: (Action.REDACT, Action.ALLOW),
    }
)


class FloorHolds(PersonError):
    """A moderator wants to change what no server can lower."""

    key = "server-filters-floor"


class NotForThis(PersonError):
    """The action does not exist for this category."""

    key = "server-filters-no-such-action"


@dataclass(frozen=True, slots=True)
class Changed:
    """A category before and after a moderator's change."""

    before: Setting
    after: Setting


def choices_for(category: Category) -> tuple[Action, ...]:
    """The actions that a server may choose for a category, the usual one first; none for a floor."""
    if category in FLOORS:
        return ()
    return _USUAL.get(category, (Action.REFUSE, Action.AS_DATA, Action.ALLOW))


def changed(policy: Policy, category: Category, threshold: float | None, action: Action | None) -> Policy:
    """The policy with another setting for one category; None leaves a part as it is.

    Raises `FloorHolds`, `NotForThis`.
    """
    if category in FLOORS:
        raise FloorHolds
    if action is not None and action not in choices_for(category):
        raise NotForThis
    old = policy.settings.get(category, Setting())
    usual = choices_for(category)[0]
    chosen = old.action if action is None else (None if action is usual else action)
    new = Setting(old.threshold if threshold is None else threshold, chosen)
    settings = {each: setting for each, setting in policy.settings.items() if each is not category}
    if new != Setting():
        settings[category] = new
    return Policy(settings)


class ServerFilters:
    """Policies by server, and the log of what the filters did."""

    def __init__(self, database: Database, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._known: dict[int, tuple[float, Policy]] = {}

    async def policy(self, server_id: int) -> Policy:
        """The policy that texts written in this server are held to; 0 is direct messages, which have the usual one.

        Remembered for `FRESH` seconds, so that a turn seldom waits for it.
        """
        if server_id == 0:
            return _USUAL_POLICY
        known = self._known.get(server_id)
        now = self._clock.monotonic()
        if known is not None and now - known[0] < FRESH:
            return known[1]
        stored = await self._database.read(lambda connection: store.newest(connection, server_id))
        policy = Policy.from_data(stored.data)
        self._known[server_id] = (now, policy)
        return policy

    async def set(
        self,
        server_id: int,
        user_id: int,
        category: Category,
        *,
        threshold: float | None = None,
        action: Action | None = None,
    ) -> Changed:
        """Change one category, as a new version with a record of who did it. Raises `FloorHolds`, `NotForThis`."""
        by = Signature(server_id, user_id, self._ids.new(), self._clock.now())

        async def unit(connection: Connection) -> tuple[Policy, Changed]:
            stored = await store.newest(connection, server_id)
            before = Policy.from_data(stored.data)
            after = changed(before, category, threshold, action)
            if after.to_data() == before.to_data():
                kept = before.settings.get(category, Setting())
                return before, Changed(kept, kept)
            mark = await by.mark(connection)
            await store.add_version(
                connection, server_id, stored.version + 1, after.to_data(), actor=mark, now=by.at
            )
            old_data, new_data = (_as_data(each, category) for each in (before, after))
            await note(connection, by, Deed.FILTERS_SET, category.value, old_data, new_data)
            old, new = (each.settings.get(category, Setting()) for each in (before, after))
            return after, Changed(old, new)

        policy, change = await self._database.write(unit)
        self._known[server_id] = (self._clock.monotonic(), policy)
        return change

    async def undoer(self, entry: AuditEntry, by: Signature) -> Step:
        """How a change of the policy is taken back; call `refresh` afterwards."""
        category = Category(entry.subject)

        async def step(connection: Connection) -> None:
            stored = await store.newest(connection, entry.server_id)
            policy = Policy.from_data(stored.data)
            if _as_data(policy, category) != (entry.after or {}):
                raise ChangedSince
            data = {name: kept for name, kept in policy.to_data().items() if name != category.value}
            if entry.before:
                data[category.value] = dict(entry.before)
            mark = await by.mark(connection)
            await store.add_version(
                connection, entry.server_id, stored.version + 1, data, actor=mark, now=by.at
            )

        return step

    async def refresh(self, server_id: int) -> None:
        """Read a server's policy anew next time."""
        self._known.pop(server_id, None)

    async def note(self, server_id: int, *decisions: Decision) -> None:
        """Keep decisions that belong to no turn."""
        now = self._clock.now()
        await self._database.write(lambda connection: store.add_hits(connection, server_id, decisions, now))

    async def hits(self, server_id: int, *, days: int) -> tuple[HitCount, ...]:
        """What the filters did in the last days, by what decided."""
        since = self._clock.now() - timedelta(days=days)
        return await self._database.read(lambda connection: store.hit_counts(connection, server_id, since))

    async def drop_old(self) -> None:
        """Remove decisions that were kept long enough."""
        before = self._clock.now() - HITS_KEPT_FOR
        await self._database.write(lambda connection: store.drop_hits(connection, before=before))


def _as_data(policy: Policy, category: Category) -> Mapping[str, object]:
    return policy.to_data().get(category.value, {})


_USUAL_POLICY = Policy()
