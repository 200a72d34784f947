"""A live round as the rest of the house sees it: where it stands, what is open, who plays."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.quiz.bank_values import BankPlace
from bot.quiz.items import Item, Kind
from bot.texts.errors import PersonError
from bot.texts.locales import Locale

ROUNDS = range(1, 21)
"""Questions in a round."""
USUAL_ROUNDS = 5
SECONDS = range(10, 121)
"""Seconds for one question."""
USUAL_SECONDS = 20
TEAMS = range(2, 5)
KINDS = frozenset({Kind.SINGLE, Kind.TRUE_FALSE})
"""What can be answered by pressing one button."""
NAME_LENGTH = 32
"""Characters of a player's name, as Discord allows them."""


class Scoring(StrEnum):
    """What a right answer is worth. A wrong one is worth nothing, however quick."""

    ACCURACY = "accuracy"
    """One point; time only decides between people with as many."""
    SPEED = "speed"
    """1,000 points at once, falling to 500 at the end of the time."""


class Phase(StrEnum):
    """Where a round stands."""

    LOBBY = "lobby"
    """People join."""
    ASKING = "asking"
    """A question is open."""
    TOLD = "told"
    """Its answer is shown."""
    ENDED = "ended"
    STOPPED = "stopped"
    """Ended early, by somebody or because the tutor was away too long."""
    EMPTY = "empty"
    """Nobody joined."""
    LOST = "lost"
    """The channel takes no more messages: it was deleted, or the tutor may not write there any more."""

    @property
    def is_over(self) -> bool:
        """Whether nothing is asked any more."""
        return self in (Phase.ENDED, Phase.STOPPED, Phase.EMPTY, Phase.LOST)


class Task(StrEnum):
    """What is to be done in the channel now. Each is one call to Discord and one note that it was done."""

    OPEN = "open"
    """Show who may join."""
    ASK = "ask"
    """Show the question."""
    TELL = "tell"
    """Show its answer."""
    WRAP_UP = "wrap-up"
    """Show how it ended."""
    WAIT = "wait"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things take that nobody chooses."""

    lobby: timedelta = timedelta(seconds=45)
    """For joining; whoever began the round may start earlier."""
    pause: timedelta = timedelta(seconds=8)
    """For reading an answer."""
    grace: timedelta = timedelta(seconds=1)
    """After the end of a question, for presses that are under way."""
    stale: timedelta = timedelta(minutes=10)
    """A round that nobody conducted for so long is ended: those who played have gone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a round."""

    number: int
    """From 1."""
    place: BankPlace
    version: int
    item: Item
    order: tuple[int, ...]
    """Options as the message shows them, the same for everybody: line n shows option `order[n]`."""
    message_id: int | None
    """None until it is certain that the question stands in the channel."""


@dataclass(frozen=True, slots=True)
class Round:
    """One live round."""

    id: str
    server_id: int
    channel_id: int
    host_id: int | None = field(repr=False)
    """Who began it; None when they have erased themselves."""
    lessons: tuple[str, ...]
    language: Locale
    scoring: Scoring
    teams: int
    """How many; 0 where everybody plays for themselves."""
    length: int
    """Questions."""
    seconds: int
    seed: int
    phase: Phase
    number: int
    """Of the question that is open or was told last; 0 in the lobby."""
    due_at: datetime
    """When the phase ends, by our clock."""
    is_told: bool
    """Whether the answer of question `number` is shown."""
    is_done: bool
    """Whether its end is shown."""
    lobby_id: int | None
    """The message with the button to join."""
    started_at: datetime
    players: int
    answers: int
    """Answers to question `number`."""
    asked: Asked | None
    """Question `number`."""

    @property
    def time(self) -> timedelta:
        """For one question."""
        return timedelta(seconds=self.seconds)

    @property
    def task(self) -> Task:
        """What is to be done in the channel now; the same after a restart, until it is noted as done."""
        if self.phase.is_over:
            return Task.DONE if self.is_done else Task.WRAP_UP
        if self.lobby_id is None:
            return Task.OPEN
        if self.phase is Phase.ASKING and self.asked is not None and self.asked.message_id is None:
            return Task.ASK
        if self.phase is Phase.TOLD and not self.is_told:
            return Task.TELL
        return Task.WAIT


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays."""

    user_id: int
    name: str = field(repr=False)
    """As Discord showed it when they joined: a person's own words."""
    team: int
    """From 1; 0 without teams."""


@dataclass(frozen=True, slots=True)
class LiveAnswer:
    """One player's answer to one question."""

    number: int
    user_id: int
    chosen: int
    """The option, by its place in the item."""
    is_right: bool
    millis: int
    """Milliseconds from the question to the press, by Discord's clock."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a press."""

    asked: Asked
    line: int
    """The line of the message that counts for this player."""
    is_new: bool
    """False where they had answered before: the first answer counts."""
    everybody: bool
    """Whether all players have answered now."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How a question was answered, and how things stand."""

    counts: tuple[int, ...]
    """Answers by option, in the order of the item."""
    players: tuple[Player, ...] = field(repr=False)
    answers: tuple[LiveAnswer, ...] = field(repr=False)
    """All of the round so far."""


class ServersOnly(PersonError):
    """Live rounds are for channels of servers."""

    key = "live-servers-only"


class NotHere(PersonError):
    """The channel is none that people write in together."""

    key = "live-not-here"


class MayNotWrite(PersonError):
    """The tutor lacks a permission in this channel."""

    key = "live-may-not-write"


class YouMayNotWrite(PersonError):
    """The person may not write in this channel, and so may not let the tutor write for them."""

    key = "live-you-may-not-write"


class QuietHours(PersonError):
    """Moderators want no round to begin at this time of day."""

    key = "live-quiet"


class RoundRunning(PersonError):
    """There is a round in this channel already."""

    key = "live-running"


class NothingToAsk(PersonError):
    """The lessons have no question that one button can answer."""

    key = "live-nothing-to-ask"


class NotYourRound(PersonError):
    """Only whoever began a round, and moderators, may start it early or stop it."""

    key = "live-not-yours"


class RoundOver(PersonError):
    """The round has ended, or was erased."""

    key = "live-over"


class TooLate(PersonError):
    """The question is not open any more."""

    key = "live-too-late"


class NotJoined(PersonError):
    """Whoever pressed does not play in this round."""

    key = "live-not-joined"
