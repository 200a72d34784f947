"""Pictures of progress hold everything that they are given, in its proportion."""

import io

import pytest
from PIL import Image

from bot.explain.drawing.paper import GREEN, WARM
from bot.reports.pictures import Bar, Panel, draw_forecast, draw_progress

LESSONS = [("How models work", 0.5, 0.25), ("提示工程基础", 0.0, None)]


def picture(*panels: Panel) -> Image.Image:
    png = draw_progress("你的进度", ["🔥 4 days in a row"], ("Read", "掌握"), LESSONS, panels)
    return Image.open(io.BytesIO(png)).convert("RGB")


def pixels(image: Image.Image, colour: str) -> int:
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    counts = image.getcolors(maxcolors=100_000) or []
    return sum(
        count
        for count, found in counts
        if isinstance(found, tuple) and all(abs(a - b) < 12 for a, b in zip(found, wanted, strict=True))
    )


def panel(*shares: float | None) -> Panel:
    return Panel("How sure", tuple(Bar("Certain", share, "1/2") for share in shares))


def test_bars_of_a_panel_are_as_long_as_their_share() -> None:
    whole, half = pixels(picture(panel(1.0)), WARM), pixels(picture(panel(0.5)), WARM)
    assert half == pytest.approx(whole / 2, rel=0.05)
    assert pixels(picture(panel(0.0, None)), WARM) == 0


def test_what_is_not_known_yet_has_an_empty_bar_and_panels_make_the_picture_longer() -> None:
    alone = picture()
    assert 0 < pixels(alone, GREEN) < pixels(picture(panel(0.5)), WARM)
    assert alone.height < picture(panel(0.5)).height < picture(panel(0.5), panel(0.5, 0.2, 0.1)).height


def test_a_forecast_has_a_bar_for_each_day_and_todays_in_another_colour() -> None:
    days = [f"11/{day}" for day in range(1, 15)]
    some = Image.open(io.BytesIO(draw_forecast("14 cards", days, [3] + [1] * 13))).convert("RGB")
    none = Image.open(io.BytesIO(draw_forecast("13 cards", days, [0] + [1] * 13))).convert("RGB")
    assert pixels(some, WARM) > 0 == pixels(none, WARM)
