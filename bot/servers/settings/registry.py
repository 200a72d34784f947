"""Every setting that moderators can make, as data: panel, command, export, documentation and diagnosis follow from it.

A setting joins with one entry here, its name and help in `server-settings.ftl` of each language, and `make settings`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from bot.servers.settings.kinds import (
    CHANNELS,
    ONE_CHANNEL,
    ROLES,
    Amount,
    Choice,
    Kind,
    TimeOfDay,
    WholeNumber,
    Words,
    YesNo,
    Zone,
)
from bot.settings import Settings
from bot.texts.locales import Locale

T = TypeVar("T")

AUTOMATIC: Final = "auto"
"""As a choice: whatever Discord's own setting, or the operator, says."""


class Group(StrEnum):
    """What belongs together in the panel."""

    SPEAKING = "speaking"
    PEOPLE = "people"
    MODELS = "models"
    KEEPING = "keeping"
    LIVE = "live"

    @property
    def title_key(self) -> str:
        """Id of its title."""
        return f"server-settings-group-{self.value}"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting."""

    key: str
    group: Group
    kind: Kind[T]
    default: Callable[[Settings], T]
    """What holds where a server set nothing."""
    managers_only: bool = False
    """Whether it takes Discord's own right to manage the server: who was given power by it cannot give power on."""
    ceiling: str = ""
    """The operator's setting that bounds it, as `.env` names it."""
    consequence_key: str = ""
    """Id of what follows from it, where one line of help cannot say enough; "" for most."""

    @property
    def name_key(self) -> str:
        """Id of its name."""
        return f"server-settings-name-{self.key}"

    @property
    def help_key(self) -> str:
        """Id of its line of help."""
        return f"server-settings-help-{self.key}"


def _always(value: T) -> Callable[[Settings], T]:
    return lambda operator: value


def _no_marks(operator: Settings) -> frozenset[int]:
    return frozenset()


def _models(operator: Settings) -> tuple[str, ...]:
    named = (operator.chat_model, *operator.models_allowed)
    return (AUTOMATIC, *dict.fromkeys(name for name in named if name))


LANGUAGE: Final = Setting(
    "language",
    Group.SPEAKING,
    Choice(_always((AUTOMATIC, *Locale)), AUTOMATIC),
    _always(AUTOMATIC),
)
CHANNELS_ALLOWED: Final = Setting("channels_allowed", Group.SPEAKING, CHANNELS, _no_marks)
CHANNELS_DENIED: Final = Setting("channels_denied", Group.SPEAKING, CHANNELS, _no_marks)
THREAD_HOURS: Final = Setting(
    "thread_hours", Group.SPEAKING, Choice(_always(("1", "24", "72", "168")), "24"), _always("24")
)
THREAD_LOCK: Final = Setting("thread_lock", Group.SPEAKING, YesNo(), _always(False))
NEWS_CHANNEL: Final = Setting("news_channel", Group.SPEAKING, ONE_CHANNEL, _no_marks)
"""Where moderators read what they should know; may hold none."""

LEARNER_ROLES: Final = Setting("learner_roles", Group.PEOPLE, ROLES, _no_marks, managers_only=True)
AUTHOR_ROLES: Final = Setting("author_roles", Group.PEOPLE, ROLES, _no_marks, managers_only=True)
REVIEWER_ROLES: Final = Setting("reviewer_roles", Group.PEOPLE, ROLES, _no_marks, managers_only=True)
MODERATOR_ROLES: Final = Setting("moderator_roles", Group.PEOPLE, ROLES, _no_marks, managers_only=True)
CRISIS_CHANNEL: Final = Setting(
    "crisis_channel",
    Group.PEOPLE,
    ONE_CHANNEL,
    _no_marks,
    managers_only=True,
    consequence_key="server-settings-crisis-consequence",
)
"""Where the people read whom somebody in distress may ask for; may hold none, and then nobody is ever told."""

MODEL: Final = Setting(
    "model", Group.MODELS, Choice(_models, AUTOMATIC), _always(AUTOMATIC), ceiling="MODELS_ALLOWED"
)
LEARNER_TOKENS: Final = Setting(
    "learner_tokens_per_day",
    Group.MODELS,
    WholeNumber(0, lambda operator: operator.learner_tokens_per_day),
    lambda operator: operator.learner_tokens_per_day,
    ceiling="LEARNER_TOKENS_PER_DAY",
)
SERVER_TOKENS: Final = Setting(
    "server_tokens_per_day",
    Group.MODELS,
    WholeNumber(0, lambda operator: operator.server_tokens_per_day),
    lambda operator: operator.server_tokens_per_day,
    ceiling="SERVER_TOKENS_PER_DAY",
)
COST: Final = Setting(
    "cost_per_month",
    Group.MODELS,
    Amount(lambda operator: operator.cost_ceiling_per_month),
    lambda operator: Decimal(operator.cost_ceiling_per_month),
    ceiling="COST_CEILING_PER_MONTH",
)
LEARNER_COST: Final = Setting(
    "learner_cost_per_month",
    Group.MODELS,
    Amount(lambda operator: operator.cost_ceiling_per_month),
    lambda operator: Decimal(operator.cost_ceiling_per_month),
)
PAUSED: Final = Setting("paused", Group.MODELS, YesNo(), _always(False))
PAUSE_REASON: Final = Setting("pause_reason", Group.MODELS, Words(200), _always(""))

TURNS_DAYS: Final = Setting(
    "turns_days",
    Group.KEEPING,
    WholeNumber(1, lambda operator: operator.retention_days),
    lambda operator: operator.retention_days,
    ceiling="RETENTION_DAYS",
)
ATTEMPTS_DAYS: Final = Setting(
    "attempts_days",
    Group.KEEPING,
    WholeNumber(1, lambda operator: operator.retention_days),
    lambda operator: operator.retention_days,
    ceiling="RETENTION_DAYS",
)

QUIET_FROM: Final = Setting("quiet_from", Group.LIVE, TimeOfDay(), _always(None))
QUIET_UNTIL: Final = Setting("quiet_until", Group.LIVE, TimeOfDay(), _always(None))
TIME_ZONE: Final = Setting("time_zone", Group.LIVE, Zone(), _always("UTC"))

REGISTRY: Final[tuple[Setting[Any], ...]] = (
    LANGUAGE,
    CHANNELS_ALLOWED,
    CHANNELS_DENIED,
    THREAD_HOURS,
    THREAD_LOCK,
    NEWS_CHANNEL,
    LEARNER_ROLES,
    AUTHOR_ROLES,
    REVIEWER_ROLES,
    MODERATOR_ROLES,
    CRISIS_CHANNEL,
    MODEL,
    LEARNER_TOKENS,
    LEARNER_COST,
    SERVER_TOKENS,
    COST,
    PAUSED,
    PAUSE_REASON,
    TURNS_DAYS,
    ATTEMPTS_DAYS,
    QUIET_FROM,
    QUIET_UNTIL,
    TIME_ZONE,
)
"""In the order in which they are shown."""

BY_KEY: Final = {setting.key: setting for setting in REGISTRY}
