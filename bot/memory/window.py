"""The last turns of a conversation as they return into a prompt: cut in blocks, and short.

A window that slides by one each turn changes the start of every prompt, and the provider's prompt cache never hits;
cut in blocks, the start stays the same for several turns.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.memory.values import TEACHING, Outcome, Turn
from bot.texts.kinds import Released

BLOCK = 6
"""Turns are dropped from the window this many at a time."""

LEAST = 2
"""Turns that the window holds at least, where there are so many, beside the last one."""

LONGEST = BLOCK + LEAST
"""Turns that have to be looked at for a window, the last one included."""

_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_HAN = re.compile(f"[{_FIRST_HAN}-{_LAST_HAN}]")
_SMALL_PRINT = re.compile(r"^-# .*$\n?|\s\[\d{1,2}(?:, ?\d{1,2})*\]", re.MULTILINE)
_SAYS_MORE = 2.2
"""What a Chinese character says, in Latin ones; about as many tokens as that, too."""


def cut_in_blocks(turns: Sequence[Turn], *, fits: Callable[[Sequence[Turn]], bool]) -> tuple[Turn, ...]:
    """The newest of `turns`, oldest first, from the start of a block on; as many of them as fit.

    Blocks are counted by the turns' places, so that what is forgotten moves nothing.
    """
    if not turns:
        return ()
    first = max(0, turns[-1].place - 1 - LEAST) // BLOCK * BLOCK + 1
    window = [turn for turn in turns if turn.place >= first]
    while window and not fits(window):
        window = window[1:]
    return tuple(turn for turn in window if turn.outcome in TEACHING)


def shortened(turn: Turn, *, question: int, answer: int) -> Turn:
    """A turn with the start of its question and of its answer, about so many Latin characters of each.

    Small print goes: its sources are numbered for that answer alone. Where passages were quoted instead of an answer, all of it
    goes: that there was no model then is nothing for a prompt, and the passages are not the tutor's words.
    """
    said = "" if turn.outcome is Outcome.QUOTED else _SMALL_PRINT.sub("", turn.answer).strip()
    return replace(turn, question=start_of(turn.question, question), answer=Released(start_of(said, answer)))


def start_of(text: str, length: int) -> str:
    """The start of a text, about so many Latin characters long, with an ellipsis where it goes on."""
    start = text[:length]
    if not _HAN.search(start):
        return text if len(text) <= length else start.rstrip() + "…"
    room = float(length)
    for at, character in enumerate(start):
        room -= _SAYS_MORE if _FIRST_HAN <= character <= _LAST_HAN else 1
        if room < 0:
            return text[:at].rstrip() + "…"
    return text
