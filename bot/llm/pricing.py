"""What a model costs, with the date and source of the price. An unknown model has no price; it is never guessed.

Prices are looked up by `price_list.py` in a short-lived process and kept for a day, because they change by
date.
"""

import asyncio
import json
import logging
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from ipaddress import ip_address
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from bot.clock import Clock
from bot.llm.endpoint import Endpoint, Provider
from bot.llm.values import Usage

_log = logging.getLogger(__name__)
_SCRIPT = Path(__file__).with_name("price_list.py")
_LOOKUP_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per token, as listed by `source` for the day `as_of`.

    Surcharges for very long prompts and rates by hour of day are left out.
    """

    prompt: Decimal
    cached: Decimal
    completion: Decimal
    as_of: date
    source: str

    def of(self, usage: Usage) -> Decimal:
        """What this usage costs, in US dollars."""
        cached = min(usage.cached_tokens, usage.prompt_tokens)
        return (
            self.prompt * (usage.prompt_tokens - cached)
            + self.cached * cached
            + self.completion * usage.completion_tokens
        )


class Prices(Protocol):
    """Where prices come from."""

    async def price(self, model: str) -> Price | None:
        """The model's price today; None when no price is known for it."""
        ...

    async def look_up(self, models: Iterable[str]) -> None:
        """Look these models up ahead of the first call."""
        ...


class PriceBook:
    """The prices of one endpoint's models, from the price list."""

    def __init__(self, endpoint: Endpoint, clock: Clock) -> None:
        self._endpoint = endpoint
        self._clock = clock
        self._known: dict[str, Price | None] = {}
        self._day: date | None = None
        self._asking = asyncio.Lock()

    async def price(self, model: str) -> Price | None:
        """The model's price today; None when no price is known for it."""
        today = self._clock.now().date()
        if self._day != today or model not in self._known:
            await self.look_up([model])
        return self._known.get(model)

    async def look_up(self, models: Iterable[str]) -> None:
        """Look up these models and, once a day, all that were asked for before."""
        async with self._asking:
            today = self._clock.now().date()
            wanted = set(models)
            if self._day != today:
                wanted |= set(self._known)
            else:
                wanted -= set(self._known)
            if wanted:
                found = await self._ask(sorted(wanted), today)
                self._known.update(found)
            self._day = today

    async def _ask(self, models: list[str], today: date) -> dict[str, Price | None]:
        question: dict[str, object] = {"models": models}
        match self._endpoint.provider:
            case Provider.COMPATIBLE if _is_private(self._endpoint.base_url):
                return dict.fromkeys(models)  # nobody lists a price for a server of one's own
            case Provider.COMPATIBLE:
                question["provider_url"] = self._endpoint.base_url
            case provider:
                question["provider_id"] = provider.value
        nothing: dict[str, Price | None] = dict.fromkeys(models)
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", str(_SCRIPT)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
        except OSError:
            _log.warning("the price list could not be started; calls go unpriced today")
            return nothing
        try:
            async with asyncio.timeout(_LOOKUP_SECONDS):
                output, _ = await process.communicate(json.dumps(question).encode())
            answer = json.loads(output)
        except (TimeoutError, ValueError):
            _log.warning("the price list gave no answer; calls go unpriced today")
            return nothing
        finally:
            if process.returncode is None:
                process.kill()
        return {model: _read(row, today, answer["source"]) for model, row in answer["prices"].items()}


def _is_private(url: str | None) -> bool:
    host = (urlsplit(url).hostname if url else None) or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal"))


def _read(row: dict[str, str] | None, today: date, source: str) -> Price | None:
    if row is None:
        return None
    return Price(
        prompt=Decimal(row["prompt"]),
        cached=Decimal(row["cached"]),
        completion=Decimal(row["completion"]),
        as_of=today,
        source=source,
    )
