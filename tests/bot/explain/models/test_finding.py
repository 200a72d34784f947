"""Finding models: filters, prices, what comes nearest when nothing fits; names as people type them."""

import asyncio
from decimal import Decimal

import pytest

from bot.app import COURSE
from bot.clock import SystemClock
from bot.explain.models.catalogue import Catalogue
from bot.explain.models.finding import MOST_NEAREST, Wish, find
from bot.explain.models.reading import read_catalogue
from bot.explain.models.values import Access, State, Task
from bot.llm.pricing import Price
from bot.storage import Database

CHEAP = Price(Decimal("1e-7"), Decimal(0), Decimal("5e-7"), SystemClock().now().date(), "list")
DEAR = Price(Decimal("1e-5"), Decimal(0), Decimal("5e-5"), SystemClock().now().date(), "list")


@pytest.fixture
async def catalogue(taught_database: Database) -> Catalogue:
    return Catalogue(taught_database, SystemClock())


async def test_without_a_wish_everything_is_found_and_what_has_ended_comes_last(catalogue) -> None:
    models = tuple((await catalogue.all()).values())
    found = find(models, Wish(), {})
    assert found.fits and len(found.models) == len(models)
    ended = [one.facts.state is State.RETIRED for one in found.models]
    assert ended == sorted(ended)


async def test_every_filter_holds_for_everything_that_is_found(catalogue) -> None:
    models = tuple((await catalogue.all()).values())
    for one in find(models, Wish(Task.SPEECH, Access.PERMISSIVE, "openai"), {}).models:
        assert Task.SPEECH in one.tasks and one.facts.access is Access.PERMISSIVE and one.provider == "OpenAI"


async def test_a_highest_price_leaves_out_what_is_dearer_and_counts_what_has_no_price(catalogue) -> None:
    models = tuple((await catalogue.all()).values())
    prices = {"gpt-6-luna": CHEAP, "gpt-6.1-sol": DEAR, "gpt-4": CHEAP}
    found = find(models, Wish(max_price=Decimal(1)), prices)
    assert [one.id for one in found.models] == ["gpt-6-luna"]  # GPT-4 can no longer be bought
    assert found.unpriced == len(models) - len(prices)


async def test_where_nothing_fits_the_nearest_are_named(catalogue) -> None:
    models = tuple((await catalogue.all()).values())
    found = find(models, Wish(Task.IMAGES, Access.PROPRIETARY, "mistral"), {})
    assert not found.fits and len(found.models) == MOST_NEAREST
    assert all(Task.IMAGES in one.tasks for one in found.models[:3])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("GPT 4o", "gpt-4o"),
        ("gpt-4o-2024-08-06", "gpt-4o"),
        ("LLAMA２", "llama-2"),
        ("dall-e-3", "dall-e"),
        ("小羊驼", "vicuna"),
        ("通义千问", "qwen3.8-27b"),
    ],
)
async def test_a_model_is_found_by_any_of_its_names_however_it_is_written(catalogue, typed, found) -> None:
    model = await catalogue.find(typed)
    assert model is not None and model.id == found


async def test_a_name_that_nobody_has_leads_to_the_most_alike(catalogue) -> None:
    assert await catalogue.find("vicunna") is None
    assert (await catalogue.nearest("vicunna", 3))[0].id == "vicuna"


async def test_what_is_stored_reads_back_as_it_was_written(catalogue) -> None:
    written = await asyncio.to_thread(read_catalogue, COURSE)
    assert tuple((await catalogue.all()).values()) == written
    assert not await catalogue.load_course(COURSE)
