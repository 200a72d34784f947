"""A door to the scripted model server with a budget, a call log and a clock that a test can look into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from bot.ids import RandomIds
from bot.llm.capabilities import CapabilityStore
from bot.llm.door import ModelDoor
from bot.llm.endpoint import Endpoint
from bot.llm.errors import BudgetScope, OverBudget
from bot.llm.ledger import CallRecord
from bot.llm.pricing import Prices
from bot.llm.values import ChatMessage, ChatRequest, Payer, Role, Usage

ADA = Payer(server_id=1, learner_id=101)
MO = Payer(server_id=1, learner_id=202)


class StillClock:
    """Stands still until something sleeps on it or a test moves it; sleeping takes no real time."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime(2026, 3, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


@dataclass
class OpenBudget:
    """Lets calls through up to a limit of tokens that are reserved or used, and remembers everything."""

    limit: int | None = None
    reserved: dict[str, tuple[Payer, int, Decimal]] = field(default_factory=dict)
    settled: list[tuple[Payer, Usage, Decimal]] = field(default_factory=list)
    most_at_once: int = 0
    refusal: Exception | None = None

    async def reserve(self, payer: Payer, tokens: int, cost: Decimal) -> str:
        if self.refusal is not None:
            raise self.refusal
        if self.limit is not None and self.taken() + tokens > self.limit:
            raise OverBudget(BudgetScope.LEARNER)
        name = f"reservation-{len(self.reserved) + len(self.settled)}"
        self.reserved[name] = (payer, tokens, cost)
        self.most_at_once = max(self.most_at_once, self.taken())
        return name

    async def settle(self, reservation: str, usage: Usage, cost: Decimal) -> None:
        payer, _, _ = self.reserved.pop(reservation)
        self.settled.append((payer, usage, cost))

    def taken(self) -> int:
        """Tokens reserved and used."""
        return sum(tokens for _, tokens, _ in self.reserved.values()) + sum(
            usage.total for _, usage, _ in self.settled
        )

    def used_by(self, payer: Payer) -> int:
        """Tokens that one payer has really used."""
        return sum(usage.total for one, usage, _ in self.settled if one == payer)


@dataclass
class CallList:
    """Every call that was written down."""

    rows: list[CallRecord] = field(default_factory=list)

    async def record(self, call: CallRecord) -> None:
        self.rows.append(call)

    @property
    def outcomes(self) -> list[str]:
        """How the calls ended, in the order in which they ended."""
        return [row.outcome for row in self.rows]


@dataclass
class Desk:
    """The door and what stands around it."""

    door: ModelDoor
    budget: OpenBudget
    calls: CallList
    clock: StillClock


def desk(
    base_url: str | None,
    *,
    limit: int | None = None,
    learnt: CapabilityStore | None = None,
    api_key: str | None = "sk-test-secret",
    chat_model: str | None = "test-model",
    fallback_model: str | None = None,
    models_allowed: tuple[str, ...] = (),
    timeout: float = 30.0,
    first_token_timeout: float = 20.0,
    capabilities: Mapping[str, Mapping[str, object]] | None = None,
    identity_salt: str = "",
    prices: Prices | None = None,
) -> Desk:
    """A door to `base_url`; close it at the end."""
    endpoint = Endpoint(
        api_key=api_key,
        base_url=base_url,
        chat_model=chat_model,
        fallback_model=fallback_model,
        embedding_model="test-embedding",
        moderation_model="test-moderation",
        models_allowed=models_allowed,
        timeout=timeout,
        first_token_timeout=first_token_timeout,
        capabilities=capabilities or {},
        identity_salt=identity_salt,
    )
    budget, calls, clock = OpenBudget(limit), CallList(), StillClock()
    door = ModelDoor(
        endpoint,
        budget=budget,
        calls=calls,
        clock=clock,
        ids=RandomIds(),
        chance=Random(7),
        learnt=learnt,
        prices=prices,
    )
    return Desk(door, budget, calls, clock)


def question(
    text: str = "What is a token?",
    *,
    payer: Payer = ADA,
    max_tokens: int = 200,
    model: str | None = None,
    temperature: float | None = None,
) -> ChatRequest:
    """A plain question."""
    messages = (ChatMessage(Role.SYSTEM, "You are a tutor."), ChatMessage(Role.USER, text))
    return ChatRequest(messages, payer, "answer", max_tokens, temperature, model)
