"""Pictures for a reply: drawn beside the bot; where that cannot be, the words that stand beside them must do."""

import io
from collections.abc import Callable
from typing import ParamSpec

import discord

from bot.explain.studio import Studio
from bot.explain.workshop import Busy, Unable
from bot.texts.kinds import Released

P = ParamSpec("P")

_ALT = 1000


async def drawn(
    studio: Studio, name: str, alt: Released, draw: Callable[P, bytes], *args: P.args, **kwargs: P.kwargs
) -> list[discord.File]:
    """The picture that `draw` gives as a file `name` with its words for whoever cannot see it; none where it failed."""
    try:
        png = await studio.made(draw, *args, **kwargs)
    except (Busy, Unable, TimeoutError):
        return []
    return [discord.File(io.BytesIO(png), filename=name, description=alt[:_ALT])]
