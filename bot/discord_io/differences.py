"""Differences between two texts as a person reads them in Discord: gone words struck through, new ones bold."""

from collections.abc import Sequence

import discord

from bot.lessons.authoring.differences import Kind, Run
from bot.safety.guard import Guard
from bot.texts.kinds import Released

_AROUND = 120
"""Characters of unchanged text that stay beside a change."""
_MARK = {Kind.GONE: "~~", Kind.NEW: "**", Kind.SAME: ""}


def in_words(guard: Guard, runs: Sequence[Run]) -> Released:
    """The runs as one text; long stretches that stayed the same are cut out."""
    last = len(runs) - 1
    return guard.quote("".join(_marked(run, place == 0, place == last) for place, run in enumerate(runs)))


def _marked(run: Run, is_first: bool, is_last: bool) -> str:
    text = run.text if run.kind is not Kind.SAME else _shortened(run.text, is_first, is_last)
    mark = _MARK[run.kind]
    lines = [_line(line, mark) for line in text.split("\n")]
    return "\n".join(lines)


def _line(line: str, mark: str) -> str:
    """Marks hold within one line, and not around blanks."""
    words = line.strip()
    if not words:
        return line
    before, _, after = line.partition(words)
    return f"{before}{mark}{discord.utils.escape_markdown(words)}{mark}{after}"


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    if is_first and is_last:
        return text
    head = "" if is_first else text[:_AROUND]
    tail = "" if is_last else text[-_AROUND:]
    if len(head) + len(tail) + 3 >= len(text):
        return text
    return f"{head}…{tail}"
