"""Answers still owed: the interactions that show "thinking…" and have got no content yet.

They stand in memory that is mapped to a file, and so outlive the process: noting one is a copy of some hundred bytes
without a call to the system, cheap enough to come before the acknowledgement. What a killed process wrote there the
kernel keeps (a power cut may lose it). Holds Discord's keys only while an answer is owed, and never anybody's words.
"""

import errno
import json
import logging
import mmap
import os
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import discord

from bot.learners.values import DIRECT_MESSAGES
from bot.texts.locales import Locale
from bot.tutor.open_turns import TOKEN_LIFE

_SLOT: Final = 640
"""Bytes for one interaction: two for the length, the rest for JSON; a token has some 220 characters."""

_SLOTS: Final = 1024
_EMPTY: Final = bytes(2)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Owed:
    """One interaction whose person waits."""

    interaction_id: int
    application_id: int
    token: str = field(repr=False)
    token_expires_at: datetime
    server_id: int
    user_id: int
    locale: Locale
    """Discord's setting; the person may have chosen another language."""


class OwedAnswers:
    """The slate. `owe` before a deferral goes out, `paid` as soon as something else answers for the interaction."""

    def __init__(self, memory: mmap.mmap | bytearray | None = None) -> None:
        """Without a memory that outlives the process it forgets everything at its end."""
        self._memory = memory if memory is not None else bytearray(_SLOT * _SLOTS)
        self._slots: dict[int, int] = {}
        self._free: deque[int] = deque()
        self._left: list[Owed] = []
        for slot in range(_SLOTS):
            owed = _read(self._memory[slot * _SLOT : (slot + 1) * _SLOT])
            if owed is None:
                self._free.append(slot)
            else:
                self._slots[owed.interaction_id] = slot
                self._left.append(owed)

    @classmethod
    def open(cls, path: Path) -> "OwedAnswers":
        """The slate in a file, which is made where there is none. Reads and writes files: not for the event loop."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)  # it holds keys
            try:
                _fill(file, _SLOT * _SLOTS)
                return cls(mmap.mmap(file, _SLOT * _SLOTS))
            finally:
                os.close(file)
        except OSError as error:
            _log.warning("what is owed at a crash cannot be kept in %s: %s", path, error.strerror)
            return cls()

    @property
    def left(self) -> tuple[Owed, ...]:
        """What the last process still owed."""
        return tuple(self._left)

    def owe(self, interaction: discord.Interaction) -> None:
        """Note that the person is about to see "thinking…"."""
        if not self._free:
            return
        written = json.dumps(
            (
                interaction.id,
                interaction.application_id,
                interaction.token,
                int((interaction.created_at + TOKEN_LIFE).timestamp()),
                interaction.guild_id or DIRECT_MESSAGES,
                interaction.user.id,
                interaction.locale.value,
            )
        ).encode()
        if len(written) > _SLOT - len(_EMPTY):
            return
        slot = self._free.popleft()
        self._slots[interaction.id] = slot
        start = slot * _SLOT
        # The length last: a process that is killed between the two leaves an empty slot.
        self._memory[start + 2 : start + 2 + len(written)] = written
        self._memory[start : start + 2] = len(written).to_bytes(2, "big")

    def paid(self, interaction_id: int) -> None:
        """Forget an interaction and its token; harmless for one that is not owed."""
        slot = self._slots.pop(interaction_id, None)
        if slot is not None:
            self._memory[slot * _SLOT : (slot + 1) * _SLOT] = bytes(_SLOT)
            self._free.append(slot)

    def close(self) -> None:
        """Let go of the file; what is owed now is left for the next process."""
        self._slots, self._free = {}, deque()
        if isinstance(self._memory, mmap.mmap):
            self._memory.close()


def _fill(file: int, size: int) -> None:
    """Make a new file `size` bytes of zeros. They must be there: a full disk behind mapped memory ends the process."""
    if os.fstat(file).st_size != size:
        os.ftruncate(file, 0)
        if os.write(file, bytes(size)) != size:
            os.ftruncate(file, 0)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _read(slot: bytes | bytearray) -> Owed | None:
    """What a slot holds; None when it is empty or not whole."""
    length = int.from_bytes(slot[:2], "big")
    if length == 0:
        return None
    try:
        interaction_id, application_id, token, expires_at, server_id, user_id, locale = json.loads(
            slot[2 : 2 + length]
        )
        return Owed(
            interaction_id=interaction_id,
            application_id=application_id,
            token=token,
            token_expires_at=datetime.fromtimestamp(expires_at, UTC),
            server_id=server_id,
            user_id=user_id,
            locale=Locale.from_discord(locale),
        )
    except (ValueError, TypeError):
        return None
