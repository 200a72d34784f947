"""Files that people hand in: read from Discord alone, and never larger than was allowed before.

No address is ever taken from a person: what is read is what Discord itself says was attached to an interaction.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import discord

from bot.lessons.importing import Upload
from bot.safety import Purpose
from bot.servers.filters import ServerGuard
from bot.texts.errors import PersonError

_NAMELESS = "file"


class FilesTooLarge(PersonError):
    """All files together are larger than is taken here."""

    key = "teach-lesson-files-too-large"


class FileGone(PersonError):
    """Discord no longer has a file that was handed in."""

    key = "teach-lesson-file-gone"


def attached(interaction: discord.Interaction, field: str) -> tuple[discord.Attachment, ...]:
    """The files handed in with a field of a form, as discord.py knows them."""
    data: Any = interaction.data or {}
    known = data.get("resolved", {}).get("attachments", {})
    wanted = [
        one
        for label in data.get("components", ())
        if (inside := label.get("component", {})).get("custom_id") == field
        for one in inside.get("values", ())
    ]
    state = interaction._state
    return tuple(discord.Attachment(data=known[one], state=state) for one in wanted if one in known)


async def read_files(
    files: Sequence[discord.Attachment], *, most: int, guard: ServerGuard, server_id: int
) -> tuple[Upload, ...]:
    """The files' contents, at most `most` bytes in all, under names that passed the server's filters.

    Raises `FilesTooLarge` before anything is read, or `FileGone`.
    """
    if sum(file.size for file in files) > most:
        raise FilesTooLarge(limit=most // 1024**2)
    read: list[Upload] = []
    for file in files:
        try:
            content = await file.read()
        except discord.HTTPException as error:
            raise FileGone from error
        if len(content) > file.size:  # not what Discord said it was
            raise FilesTooLarge(limit=most // 1024**2)
        read.append(Upload(await _filtered(file.filename, guard, server_id), content))
    return tuple(read)


async def _filtered(name: str, guard: ServerGuard, server_id: int) -> str:
    """A file's name as it may be told and kept; its ending stays, as it says what the file is."""
    ending = PurePath(name).suffix
    verdict = await guard.check(server_id, name.removesuffix(ending), Purpose.MATERIAL)
    return f"{verdict.text if verdict.goes_on else _NAMELESS}{ending}"
