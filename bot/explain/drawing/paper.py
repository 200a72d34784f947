"""A sheet to draw on: colours that read on light and dark screens, text in any script, wrapped lines, boxes, arrows."""

import io
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from bot.explain.drawing import fonts

WIDTH: Final = 880
"""Pixels: a phone shows it at a little under half, so letters of 30 are as large there as those around."""
MARGIN: Final = 36
"""Pixels left free on every side."""

PAPER: Final = "#F7F8FC"
"""The ground of every picture: light, so that it reads the same in Discord's dark mode."""
INK: Final = "#1B2033"
"""Text and outlines."""
FAINT: Final = "#5A6480"
"""What stands back."""
LINE: Final = "#C3CADB"
"""Borders."""
ACCENT: Final = "#3F51D9"
"""What matters now."""
WARM: Final = "#A8431A"
"""A second tone; what it says stands in the box as well."""
GREEN: Final = "#1E8A5F"
"""A third tone."""
PASTELS: Final = ("#CFE3FF", "#FFE0B8", "#CDEFD6", "#F6D1E6", "#E0D6FF", "#FFF0A8")
"""Six fills that INK reads on, and that differ for the colour-blind in lightness as well."""

Point = tuple[float, float]
"""Across and down, in pixels."""


class Paper:
    """One picture. Coordinates are pixels from the top left."""

    def __init__(self, height: int, width: int = WIDTH) -> None:
        from PIL import Image, ImageDraw

        self._image = Image.new("RGB", (width, height), PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self.width, self.height = width, height
        self._draw.rectangle((0, 0, width - 1, height - 1), outline=LINE, width=2)

    def png(self, height: int | None = None) -> bytes:
        """The picture, cut to `height` where less was needed than there is."""
        from PIL import Image, ImageDraw

        image = self._image
        if height is not None and height < self.height:
            image = image.crop((0, 0, self.width, height))
            ImageDraw.Draw(image).rectangle((0, 0, self.width - 1, height - 1), outline=LINE, width=2)
        out = io.BytesIO()
        image.quantize(96, method=Image.Quantize.FASTOCTREE).save(out, "PNG", compress_level=6)
        return out.getvalue()

    def text(
        self, at: Point, words: str, size: int, colour: str = INK, *, anchor: str = "ls", bold: bool = False
    ) -> None:
        """One line; `anchor` as Pillow's: l, m, r across, and s for its base line, m for its middle."""
        across, down = anchor[0], anchor[1]
        width = line_width(words, size)
        x = at[0] - (width if across == "r" else width / 2 if across == "m" else 0)
        y = at[1] + (size * 0.36 if down == "m" else 0)
        stretches = fonts.runs(words, size)
        for number, (stretch, font) in enumerate(stretches, 1):
            self._draw.text(
                (x, y), stretch, fill=colour, font=font, anchor="ls", stroke_width=0 if not bold else 0.6
            )
            if number < len(stretches):  # measuring takes as long as drawing
                x += font.getlength(stretch)

    def paragraph(
        self, at: Point, words: str, size: int, width: float, colour: str = INK, *, centred: bool = False
    ) -> float:
        """Lines within `width`, the first one's top at `at`; gives the y below the last."""
        x, y = at
        for line in wrapped(words, size, width):
            y += size * 1.35
            place = (x + width / 2, y - size * 0.3) if centred else (x, y - size * 0.3)
            self.text(place, line, size, colour, anchor="ms" if centred else "ls")
        return y

    def box(
        self,
        corners: tuple[float, float, float, float],
        fill: str | None = None,
        outline: str | None = None,
        *,
        radius: int = 12,
        line: int = 3,
    ) -> None:
        """A rounded box: left, top, right, bottom."""
        self._draw.rounded_rectangle(corners, radius, fill=fill, outline=outline, width=line)

    def rule(self, start: Point, end: Point, colour: str = LINE, line: float = 3) -> None:
        """A straight line."""
        self._draw.line((start, end), fill=colour, width=max(1, round(line)))

    def arrow(self, start: Point, end: Point, colour: str = FAINT, line: float = 4) -> None:
        """A line with a head at its end."""
        angle = math.atan2(end[1] - start[1], end[0] - start[0])
        head = 10 + line * 1.5
        neck = (end[0] - head * 0.8 * math.cos(angle), end[1] - head * 0.8 * math.sin(angle))
        self._draw.line((start, neck), fill=colour, width=max(1, round(line)))
        wings = [
            (end[0] - head * math.cos(angle + turn), end[1] - head * math.sin(angle + turn))
            for turn in (-0.45, 0.45)
        ]
        self._draw.polygon([end, *wings], fill=colour)

    def dot(self, at: Point, radius: float, fill: str, outline: str = PAPER) -> None:
        """A filled circle."""
        x, y = at
        self._draw.ellipse(
            (x - radius, y - radius, x + radius, y + radius), fill=fill, outline=outline, width=3
        )


@lru_cache(maxsize=4096)
def line_width(words: str, size: int) -> float:
    """Pixels that a line takes."""
    return sum(font.getlength(stretch) for stretch, font in fonts.runs(words, size))


def wrapped(words: str, size: int, width: float) -> list[str]:
    """The words in lines of at most `width`: between words, and between any two Chinese characters."""
    found: list[str] = []
    for paragraph in words.splitlines() or [""]:
        line = ""
        for piece in _pieces(paragraph):
            if line and line_width(line + piece.rstrip(), size) > width and piece.strip() not in _NEVER_FIRST:
                kept = line.rstrip()
                while len(kept) > 1 and kept[-1] in _NEVER_LAST:
                    kept = kept[:-1]
                found.append(kept.rstrip())
                line = line.rstrip()[len(kept) :]
            line += piece if line else piece.lstrip()
            while line_width(line, size) > width * 1.05 and len(line) > 1:
                cut = _fitting(line, size, width)
                while cut > 1 and (line[cut] in _NEVER_FIRST or line[cut - 1] in _NEVER_LAST):
                    cut -= 1
                found.append(line[:cut])
                line = line[cut:]
        found.append(line.rstrip())
    return found


def shortened(words: str, size: int, width: float) -> str:
    """The words, cut with an ellipsis where they are wider."""
    if line_width(words, size) <= width:
        return words
    return words[: max(1, _fitting(words, size, width - size))] + "…"


_NEVER_LAST = frozenset("（「『【《“‘([{")
_NEVER_FIRST = frozenset("，。、；：！？）」』】》”’,.;:!?)]}%…")


def _pieces(text: str) -> Sequence[str]:
    pieces: list[str] = []
    for character in text:
        wide = "\u2e80" <= character <= "\uffef"
        if (
            pieces
            and not wide
            and not pieces[-1].endswith(" ")
            and not "\u2e80" <= pieces[-1][-1] <= "\uffef"
        ):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _fitting(text: str, size: int, width: float) -> int:
    """How many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if line_width(text[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return low
