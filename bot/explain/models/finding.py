"""Which models fit what somebody looks for; pure rules."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.explain.models.prices import MILLION
from bot.explain.models.values import Access, Model, State, Task
from bot.llm.pricing import Price

MOST_NEAREST = 5
"""Names offered where nothing fits."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for; None for what does not matter to them."""

    task: Task | None = None
    access: Access | None = None
    provider: str | None = None
    """A name or a part of one."""
    named: frozenset[str] | None = None
    """Ids of the models that are called as was typed."""
    max_price: Decimal | None = None
    """US dollars for a million tokens of input, at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """Models for a wish."""

    models: tuple[Model, ...]
    """Those that fit; where none does, those that come nearest."""
    fits: bool
    unpriced: int
    """Models that fit but for a price that is not known."""


def find(models: Sequence[Model], wish: Wish, prices: Mapping[str, Price]) -> Found:
    """The models that fit, in the catalogue's order, those that one can no longer get last; or the nearest."""
    fitting = [one for one in models if not _missed(one, wish, prices)]
    unpriced = sum(_missed(one, wish, prices) == {"max_price"} and one.id not in prices for one in models)
    if fitting:
        return Found(tuple(sorted(fitting, key=_is_gone)), True, unpriced)
    ranked = sorted(models, key=lambda one: (_misses(one, wish, prices), _is_gone(one)))
    return Found(tuple(ranked[:MOST_NEAREST]), False, unpriced)


def _is_gone(model: Model) -> bool:
    return model.facts.state is State.RETIRED


def _misses(model: Model, wish: Wish, prices: Mapping[str, Price]) -> int:
    """How far off it is: a wrong name counts most, as somebody who types one has it in mind."""
    missed = _missed(model, wish, prices)
    return len(missed) + 3 * ("named" in missed)


def _missed(model: Model, wish: Wish, prices: Mapping[str, Price]) -> Collection[str]:
    """The parts of the wish that it does not meet."""
    found = set()
    if wish.task is not None and wish.task not in model.tasks:
        found.add("task")
    if wish.access is not None and model.facts.access is not wish.access:
        found.add("access")
    if wish.provider is not None and wish.provider.casefold() not in model.provider.casefold():
        found.add("provider")
    if wish.named is not None and model.id not in wish.named:
        found.add("named")
    if wish.max_price is not None:
        price = prices.get(model.id)
        if price is None or price.prompt * MILLION > wish.max_price or _is_gone(model):
            found.add("max_price")
    return found
