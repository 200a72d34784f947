"""Looks up prices in a process of its own, because the price list takes 32 MB that the bot would keep for ever.

Run as a script: a JSON question on standard input, a JSON answer on standard output. It needs no network: the
list comes inside the `genai-prices` package, and nothing here asks it to update itself. It imports nothing of
`bot`.
"""

import json
import sys
from decimal import Decimal
from importlib.metadata import version

from genai_prices import Usage, calc_price

_TOKENS = 1000  # below every provider's threshold for long prompts


def _per_token(usage: Usage, model: str, provider_id: str | None, provider_url: str | None) -> Decimal:
    if provider_id is not None:
        total = calc_price(usage, model, provider_id=provider_id).total_price
    else:
        total = calc_price(usage, model, provider_api_url=provider_url).total_price
    return Decimal(total) / _TOKENS


def source() -> str:
    """The list by name and version."""
    return f"genai-prices {version('genai-prices')}"


def prices_of(model: str, provider_id: str | None, provider_url: str | None) -> dict[str, str] | None:
    """US dollars per token today: `prompt`, `cached`, `completion`; None for a model that is not listed."""
    usages = {
        "prompt": Usage(input_tokens=_TOKENS),
        "cached": Usage(input_tokens=_TOKENS, cache_read_tokens=_TOKENS),
        "completion": Usage(output_tokens=_TOKENS),
    }
    try:
        return {
            name: str(_per_token(usage, model, provider_id, provider_url)) for name, usage in usages.items()
        }
    except (LookupError, ValueError):
        return None


def main() -> None:
    """Answer one question: `{"models": [...], "provider_id": …, "provider_url": …}`."""
    question = json.load(sys.stdin)
    provider_id, provider_url = question.get("provider_id"), question.get("provider_url")
    prices = {model: prices_of(model, provider_id, provider_url) for model in question["models"]}
    json.dump({"source": source(), "prices": prices}, sys.stdout)


if __name__ == "__main__":
    main()
