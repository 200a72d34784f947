"""Words in pictures for moderators: in their language where a font draws it, else in English."""

from typing import Final

from bot.explain.drawing import fonts

Label = tuple[str, str]
"""The words as they should stand there, and what stands there where no font draws Chinese."""

_FIRST_WIDE: Final = "\u2e80"


def readable(label: Label) -> str:
    """Which of the two can be drawn here. Slow the first time, as it looks for fonts: never on the event loop."""
    words, otherwise = label
    is_chinese = any(character >= _FIRST_WIDE for character in words)
    return otherwise if is_chinese and not fonts.has_chinese() else words
