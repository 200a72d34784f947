"""Pictures for a reply: drawn beside the bot; where that cannot be, or files are refused, the words that stand beside them must do."""

import io
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, cast

import discord

from bot.discord_io.components import View
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


async def show_drawn(
    interaction: discord.Interaction,
    files: Sequence[discord.File],
    *,
    content: Released | None = None,
    embed: discord.Embed | None = None,
    view: View | None = None,
) -> None:
    """Put words and their picture, which the embed shows where there is one, in the place of "thinking…"; where files are refused the words."""
    if embed is not None and files:
        embed.set_image(url=f"attachment://{files[0].filename}")
    try:
        await interaction.edit_original_response(
            content=content, embed=embed, attachments=files, view=cast(Any, view)
        )
    except discord.Forbidden:
        if not files:
            raise
        if embed is not None:
            embed.set_image(url=None)
        await interaction.edit_original_response(content=content, embed=embed, view=cast(Any, view))
