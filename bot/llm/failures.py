"""What went wrong with one try, read from whatever the SDK raised.

An SDK exception holds the request, with the key and every message, so none of them leaves this module: it is
turned into a `Failure`, which holds only what the next decision needs.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from bot.llm.errors import BudgetScope, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import openai

_AGAIN = frozenset(
    {
        Reason.RATE_LIMITED,
        Reason.SERVER_ERROR,
        Reason.CONNECTION_LOST,
        Reason.TRUNCATED,
        Reason.BROKEN_REPLY,
    }
)
_OTHER_MODEL = _AGAIN | {
    Reason.TIMED_OUT,
    Reason.OUT_OF_QUOTA,
    Reason.NO_MODEL,
    Reason.BAD_REQUEST,
    Reason.CIRCUIT_OPEN,
    Reason.UNSUPPORTED,
}
_AGAINST_SERVER = frozenset(
    {
        Reason.SERVER_ERROR,
        Reason.CONNECTION_LOST,
        Reason.TRUNCATED,
        Reason.BROKEN_REPLY,
        Reason.TIMED_OUT,
    }
)
_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_NEEDED = frozenset({"model", "messages", "input"})
_FILTER_CODES = frozenset({"content_filter", "content_policy_violation"})


@dataclass(eq=False)
class Failure(Exception):
    """One failed try. `retry_after` is in seconds; `parameter` is the one that the server would not take."""

    reason: Reason
    retry_after: float | None = None
    parameter: str | None = None
    scope: BudgetScope | None = None
    why: str = ""
    """What moderators said about a pause."""

    @property
    def worth_retrying(self) -> bool:
        """Whether the same request to the same model may do better in a moment."""
        return self.reason in _AGAIN

    @property
    def worth_another_model(self) -> bool:
        """Whether the fallback model may do better."""
        return self.reason in _OTHER_MODEL

    @property
    def speaks_against_server(self) -> bool:
        """Whether the circuit breaker counts it."""
        return self.reason in _AGAINST_SERVER


def read_failure(error: Exception, sent: Collection[str], now: "datetime") -> Failure:
    """Turn an exception of one try into data. `sent` are the names of the parameters that went out.

    Exceptions that are nobody's failure but a mistake in our code are raised again.
    """
    import httpx2
    import openai

    if isinstance(error, Failure):
        return error
    if isinstance(error, (TimeoutError, openai.APITimeoutError, httpx2.TimeoutException)):
        return Failure(Reason.TIMED_OUT)
    if isinstance(error, openai.APIStatusError):
        return _from_status(error, sent, now)
    if isinstance(error, openai.APIResponseValidationError):
        return Failure(Reason.BROKEN_REPLY)
    if isinstance(error, (openai.APIConnectionError, httpx2.HTTPError, OSError)):
        return Failure(Reason.CONNECTION_LOST)
    if isinstance(error, openai.APIError):  # an error object inside a stream
        return Failure(_coded(error) or Reason.SERVER_ERROR)
    if isinstance(error, (json.JSONDecodeError, UnicodeDecodeError)):
        return Failure(Reason.BROKEN_REPLY)
    raise error


def _coded(error: "openai.APIError") -> Reason | None:
    codes = {error.code, error.type}
    if codes & _QUOTA_CODES:
        return Reason.OUT_OF_QUOTA
    if codes & _FILTER_CODES:
        return Reason.REFUSED
    if "rate_limit_exceeded" in codes:
        return Reason.RATE_LIMITED
    return None


def _from_status(error: "openai.APIStatusError", sent: Collection[str], now: "datetime") -> Failure:
    status = error.status_code
    retry_after = _retry_after(error.response.headers, now)
    known = _coded(error)
    if known is Reason.OUT_OF_QUOTA or status == 402:
        return Failure(Reason.OUT_OF_QUOTA)
    if known is Reason.REFUSED:
        return Failure(Reason.REFUSED)
    if status == 429 or known is Reason.RATE_LIMITED:
        return Failure(Reason.RATE_LIMITED, retry_after)
    if status in (408, 409) or status >= 500:
        return Failure(Reason.SERVER_ERROR, retry_after)
    if status in (401, 403, 404):
        return Failure(Reason.NO_MODEL)
    return Failure(Reason.BAD_REQUEST, parameter=_named_parameter(error, sent))


def _named_parameter(error: "openai.APIStatusError", sent: Collection[str]) -> str | None:
    """The parameter that a 400 or 422 complains about, if it is one that we sent."""
    if error.param is not None:
        root = error.param.split(".")[0].split("[")[0]
        return root if root in sent else None
    words = str(error.body if error.body is not None else error.message)
    named = [name for name in sent if name in words and name not in _NEEDED]
    return max(named, key=len, default=None)  # `max_completion_tokens` before a shorter name inside it


def _retry_after(headers: "Mapping[str, str]", now: "datetime") -> float | None:
    """Seconds to wait, from `retry-after-ms` or `Retry-After` (RFC 9110, section 10.2.3: seconds or a date)."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name)
        if value is None:
            continue
        try:
            return max(0.0, float(value) * scale)
        except ValueError:
            pass
        try:
            return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
        except (ValueError, TypeError):
            continue
    return None
