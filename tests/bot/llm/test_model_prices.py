"""Prices come from a dated list, offline; what is not listed has no price."""

import asyncio
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.llm import pricing
from bot.llm.endpoint import Azure, Endpoint
from bot.llm.pricing import Price, PriceBook
from bot.llm.values import Usage
from tests.doubles.model_desk import StillClock

OPENAI = Endpoint(api_key="k")


async def test_a_listed_model_has_a_price_with_its_day_and_source() -> None:
    price = await PriceBook(OPENAI, StillClock()).price("gpt-4o-mini")
    assert price is not None
    assert Decimal(0) < price.cached < price.prompt < price.completion < Decimal("0.001")
    assert price.as_of == date(2026, 3, 1)
    assert price.source.startswith("genai-prices ")


async def test_azure_has_prices_of_its_own_list() -> None:
    endpoint = Endpoint(api_key="k", azure=Azure("https://unit.openai.azure.com", "2024-10-21"))
    assert await PriceBook(endpoint, StillClock()).price("gpt-4o-mini") is not None


async def test_an_unknown_model_has_no_price() -> None:
    assert await PriceBook(OPENAI, StillClock()).price("a-model-nobody-lists") is None


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:11434/v1", "http://ollama:11434/v1", "http://192.168.1.4/v1", "http://[::1]/v1"]
)
async def test_a_server_of_ones_own_is_not_looked_up(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pricing, "_SCRIPT", Path("no-such-script.py"))
    assert await PriceBook(Endpoint(base_url=url), StillClock()).price("gpt-4o-mini") is None


async def test_a_price_is_looked_up_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = StillClock()
    book = PriceBook(OPENAI, clock)
    await book.look_up(["gpt-4o-mini", "a-model-nobody-lists"])
    script = pricing._SCRIPT
    monkeypatch.setattr(pricing, "_SCRIPT", Path("no-such-script.py"))
    assert await book.price("gpt-4o-mini") is not None
    assert await book.price("a-model-nobody-lists") is None
    monkeypatch.setattr(pricing, "_SCRIPT", script)
    clock.seconds += 86_400
    price = await book.price("gpt-4o-mini")
    assert price is not None
    assert price.as_of == date(2026, 3, 2)


async def test_a_price_list_that_fails_leaves_calls_unpriced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pricing, "_SCRIPT", Path("no-such-script.py"))
    assert await PriceBook(OPENAI, StillClock()).price("gpt-4o-mini") is None


async def test_the_bot_itself_never_loads_the_list() -> None:
    script = "import sys, bot.llm.door; print('genai_prices' in sys.modules, 'openai' in sys.modules, 'numpy' in sys.modules)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[3]
    )
    output, _ = await process.communicate()
    assert output.split() == [b"False", b"False", b"False"]


def test_cached_tokens_cost_what_cached_tokens_cost() -> None:
    price = Price(Decimal(10), Decimal(1), Decimal(100), date(2026, 3, 1), "a test")
    assert price.of(Usage(prompt_tokens=5, completion_tokens=2, cached_tokens=3)) == Decimal(20 + 3 + 200)
