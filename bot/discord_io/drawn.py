"""Pictures for a reply: drawn beside the bot; where that cannot be, or files are refused, the words that stand beside them must do."""

import io
from collections.abc import Callable, Sequence
from functools import partial
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
    bare = alt.replace("**", "").replace("-# ", "")  # nobody renders what stands there
    return [discord.File(io.BytesIO(png), filename=name, description=bare[:_ALT])]


async def show_drawn(
    interaction: discord.Interaction,
    files: Sequence[discord.File],
    *,
    content: Released | None = None,
    embeds: Sequence[discord.Embed] = (),
    view: View | None = None,
) -> None:
    """Put words and their pictures in the place of "thinking…"; where files are refused the words.

    An embed shows what its image names among `files`.
    """
    show = partial(interaction.edit_original_response, content=content, view=cast(Any, view))
    try:
        await show(embeds=embeds, attachments=files)
    except discord.Forbidden:
        if not files:
            raise
        await show(embeds=[embed.set_image(url=None) for embed in embeds])


def with_picture(embed: discord.Embed, files: Sequence[discord.File]) -> discord.Embed:
    """An embed that shows the first of `files`, if there is one."""
    return embed.set_image(url=f"attachment://{files[0].filename}") if files else embed
