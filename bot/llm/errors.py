"""Why no model answered, as data. Nothing here may hold a key, an address or a word of a message.

Every reason has a sentence in `bot/texts/*/model.ftl`; callers that meet a `ModelError` go on in quoting
mode.
"""

from enum import StrEnum


class Reason(StrEnum):
    """Why a call ended without a usable answer. The sentence's key is `model-<value>`."""

    NO_MODEL = "no-model"
    """No key, no model, or the endpoint does not know it; only the operator can help."""
    NOT_ALLOWED = "not-allowed"
    """The operator does not allow the model that was asked for."""
    UNSUPPORTED = "unsupported"
    """The model cannot do what was asked, such as log-probabilities."""
    RATE_LIMITED = "rate-limited"
    OUT_OF_QUOTA = "out-of-quota"
    """The operator's account with the provider has nothing left."""
    SERVER_ERROR = "server-error"
    TIMED_OUT = "timed-out"
    CONNECTION_LOST = "connection-lost"
    TRUNCATED = "truncated"
    """The reply ended without saying why: part of an answer."""
    BROKEN_REPLY = "broken-reply"
    """Not JSON, not the schema, empty, or not the shape that the API promises."""
    REFUSED = "refused"
    """The model or the provider's content filter would not answer."""
    LENGTH = "length"
    """The limit was reached before there was anything usable."""
    BAD_REQUEST = "bad-request"
    """The server does not accept the request, for instance because the prompt is too long for it."""
    CIRCUIT_OPEN = "circuit-open"
    """The model failed several times lately and is left alone for a while."""
    OVER_BUDGET = "over-budget"
    PAUSED = "paused"
    """Moderators have stopped model calls on this server."""


class BudgetScope(StrEnum):
    """Whose limit is used up. The sentence's key is `model-over-budget-<value>`."""

    LEARNER = "learner"
    """Their tokens of a day."""
    LEARNER_MONTH = "learner-month"
    """Their cost of a month."""
    SERVER = "server"
    """Its tokens of a day."""
    SERVER_MONTH = "server-month"
    """Its cost of a month."""
    CEILING = "ceiling"


class OverBudget(Exception):
    """Raised by a `Budget` when a reservation does not fit."""

    def __init__(self, scope: BudgetScope) -> None:
        super().__init__(scope.value)
        self.scope = scope


class Paused(Exception):
    """Raised by a `Budget` when model calls are stopped on the payer's server; `why` is the moderators' sentence."""

    def __init__(self, why: str = "") -> None:
        super().__init__("paused")
        self.why = why


class ModelError(Exception):
    """No usable answer from any model. `reason` says why; `key` names the sentence to say."""

    def __init__(self, reason: Reason, scope: BudgetScope | None = None, why: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.scope = scope
        self.why = why
        """With PAUSED: why, in the moderators' words, where they gave any."""

    @property
    def key(self) -> str:
        """The id of the localised sentence for this error."""
        if self.reason is Reason.OVER_BUDGET and self.scope is not None:
            return f"model-over-budget-{self.scope.value}"
        return f"model-{self.reason.value}"
