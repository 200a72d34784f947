"""What servers allow and what they pay, and the door to models that is held to both."""

from dataclasses import dataclass

from bot.llm.door import ModelDoor
from bot.llm.store import ModelRecords
from bot.model_doors import DoorEmbedder, endpoint_from
from bot.opening.ground import Ground
from bot.safety import HostedModeration
from bot.servers.filters import ServerFilters, ServerGuard
from bot.servers.quota import Quota
from bot.servers.settings import ServerSettings
from bot.servers.settings.spending import ChosenModels, PausableBudget, stop_when_paused
from bot.servers.warnings import Warnings


@dataclass(frozen=True, slots=True)
class Servers:
    """What moderators set, and what is counted against it."""

    settings: ServerSettings
    filters: ServerFilters
    guard: ServerGuard
    warnings: Warnings
    quota: Quota


@dataclass(frozen=True, slots=True)
class Models:
    """The one door to every model."""

    door: ModelDoor
    records: ModelRecords
    embedder: DoorEmbedder | None
    """Nearness in meaning; None where the operator named no model for it, and words alone decide."""


def open_servers(ground: Ground) -> Servers:
    """Settings, content policy and budget of each server."""
    database, clock, ids = ground.database, ground.clock, ground.ids
    filters = ServerFilters(database, clock, ids)
    warnings = Warnings(database, clock)
    return Servers(
        settings=ServerSettings(database, clock, ids, ground.guard, ground.settings),
        filters=filters,
        guard=ServerGuard(ground.guard, filters, ground.salt),
        warnings=warnings,
        quota=Quota.within(ground.settings, database, clock, ids, salt=ground.salt, warn=warnings.arose),
    )


def open_models(ground: Ground, servers: Servers) -> Models:
    """The door; the filters may ask it too, and a server that is paused finds it shut at once. Raises `SettingsError`."""
    records = ModelRecords(ground.database, ground.clock)
    door = ModelDoor(
        endpoint_from(ground.settings, salt=ground.salt),
        budget=PausableBudget(servers.quota, servers.settings),
        calls=records,
        clock=ground.clock,
        ids=ground.ids,
        chance=ground.chance,
        learnt=records,
        give_way=ground.acknowledgements.settled,
        preferred=ChosenModels(servers.settings),
    )
    servers.settings.watch(stop_when_paused(door))
    ground.guard.moderation = HostedModeration(door) if door.can_moderate else None
    named = ground.settings.embedding_model
    return Models(door, records, DoorEmbedder(door, named) if named else None)
