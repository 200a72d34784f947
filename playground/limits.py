"""Discord's rate limits: buckets per route and major parameter, fifty a second in all, bans for the stubborn.

Windows are fixed, as Discord's headers describe them: the first request opens one, and it refills when it ends.
Source: Discord's reference, "Rate Limits"; the figures per route are what bots observe.
"""

from __future__ import annotations

import hashlib
import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from playground.clock import PlayClock
from playground.routing import Route
from playground.wire import Json

GLOBAL_PER_SECOND = 50
INVALID_PER_TEN_MINUTES = 10_000


@dataclass(frozen=True, slots=True)
class Rule:
    """So many requests in so many seconds, counted apart for each value of *by*."""

    requests: int
    seconds: float
    by: tuple[str, ...]


_MESSAGE = "/channels/{channel_id}/messages/{message_id}"
_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
_HOOK_MESSAGE = ("webhook_id", "webhook_token", "message_id")

ROUTE_RULES: Mapping[str, Rule] = {
    "POST /channels/{channel_id}/messages": Rule(5, 5, ("channel_id",)),
    f"PATCH {_MESSAGE}": Rule(5, 5, ("channel_id", "message_id")),
    f"DELETE {_MESSAGE}": Rule(5, 1, ("channel_id",)),
    f"PUT {_MESSAGE}/reactions/{{emoji_name}}/@me": Rule(1, 0.25, ("channel_id",)),
    "POST /channels/{channel_id}/typing": Rule(5, 5, ("channel_id",)),
    "POST /channels/{channel_id}/threads": Rule(50, 300, ("channel_id",)),
    f"POST {_MESSAGE}/threads": Rule(50, 300, ("channel_id",)),
    "POST /users/@me/channels": Rule(10, 10, ()),
    f"POST {_HOOK}": Rule(5, 2, ("webhook_id", "webhook_token")),
    f"PATCH {_HOOK}/messages/@original": Rule(5, 5, _HOOK_MESSAGE),
    f"PATCH {_HOOK}/messages/{{message_id}}": Rule(5, 5, _HOOK_MESSAGE),
}

_EXEMPT = ("/interactions/", "/webhooks/")


class RateLimited(Exception):
    """The request comes too soon: becomes a 429."""

    def __init__(self, retry_after: float, *, scope: str, bucket: str = "") -> None:
        super().__init__(f"rate limited for {retry_after:.3f} s ({scope})")
        self.retry_after = retry_after
        self.scope = scope
        self.bucket = bucket

    @property
    def banned(self) -> bool:
        """True for Cloudflare's ban, which carries no ``Via`` and no JSON."""
        return self.scope == "ban"

    def body(self) -> Json:
        return {
            "message": "You are being rate limited.",
            "retry_after": round(self.retry_after, 3),
            "global": self.scope == "global",
        }

    def headers(self) -> dict[str, str]:
        if self.banned:
            return {"Retry-After": str(math.ceil(self.retry_after))}
        headers = {
            "Via": "1.1 playground",
            "Retry-After": str(math.ceil(self.retry_after)),
            "X-RateLimit-Scope": self.scope,
        }
        if self.scope == "global":
            headers["X-RateLimit-Global"] = "true"
        else:
            headers["X-RateLimit-Bucket"] = self.bucket
            headers["X-RateLimit-Remaining"] = "0"
            headers["X-RateLimit-Reset-After"] = f"{self.retry_after:.3f}"
        return headers


@dataclass(slots=True)
class _Window:
    ends: float
    used: int


class Limits:
    """Counts requests. Set ``enforced`` to False where a test wants no limits."""

    def __init__(self, clock: PlayClock) -> None:
        self._clock = clock
        self.enforced = True
        self.rules: dict[str, Rule] = dict(ROUTE_RULES)
        self.global_per_second = GLOBAL_PER_SECOND
        self.invalid_per_ten_minutes = INVALID_PER_TEN_MINUTES
        self._windows: dict[tuple[str, ...], _Window] = {}
        self._second = _Window(0.0, 0)
        self._invalid: deque[float] = deque()
        self._bucket_names: dict[str, str] = {}

    def take(self, route: Route, params: Mapping[str, str]) -> dict[str, str]:
        """Count one request; its X-RateLimit headers, or RateLimited."""
        if not self.enforced:
            return {}
        now = self._clock.time()
        self._refuse_banned(now)
        if not route.template.startswith(_EXEMPT):
            second = self._second
            if now >= second.ends:
                second.ends, second.used = now + 1, 0
            if second.used >= self.global_per_second:
                raise RateLimited(second.ends - now, scope="global")
            second.used += 1
        rule = self.rules.get(route.name)
        if rule is None:
            return {}
        key = (route.name, *[params.get(name, "@original") for name in rule.by])
        window = self._windows.get(key)
        if window is None or now >= window.ends:
            if len(self._windows) > 5000:
                self._windows = {k: w for k, w in self._windows.items() if w.ends > now}
            window = self._windows[key] = _Window(now + rule.seconds, 0)
        left = window.ends - now
        bucket = self.bucket(route.name)
        if window.used >= rule.requests:
            raise RateLimited(left, scope="user", bucket=bucket)
        window.used += 1
        return {
            "X-RateLimit-Limit": str(rule.requests),
            "X-RateLimit-Remaining": str(rule.requests - window.used),
            "X-RateLimit-Reset": f"{window.ends:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": bucket,
        }

    def count_invalid(self) -> None:
        """Remember a 401, 403 or 429: ten thousand of them in ten minutes ban the address."""
        self._invalid.append(self._clock.time())

    def bucket(self, route_name: str) -> str:
        name = self._bucket_names.get(route_name)
        if name is None:
            name = hashlib.sha256(route_name.encode()).hexdigest()[:32]
            self._bucket_names[route_name] = name
        return name

    def _refuse_banned(self, now: float) -> None:
        while self._invalid and self._invalid[0] < now - 600:
            self._invalid.popleft()
        if len(self._invalid) >= self.invalid_per_ten_minutes:
            raise RateLimited(self._invalid[0] + 600 - now, scope="ban")
