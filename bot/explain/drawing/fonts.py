"""Fonts found on this machine, and which of them can draw which character.

Without a Chinese font Chinese is not drawn at all; whoever shows the picture then says it in text beside. Latin letters are
always drawn: Pillow brings a font for them.
"""

from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont, ImageFont

    Font = FreeTypeFont | ImageFont

_FOLDERS: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
_CHINESE: Final = (
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansSC-Regular.otf",
    "SourceHanSansSC-Regular.otf",
    "SourceHanSansCN-Regular.otf",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
    "msyh.ttc",
)
_OTHERS: Final = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "Arial Unicode.ttf", "arial.ttf", "seguisym.ttf")
"""For what the Chinese font lacks: other scripts, signs."""
_NO_CHARACTER: Final = "\U0010ffff"
_PROBE: Final = 24


def has_chinese() -> bool:
    """Whether a font that draws Chinese was found."""
    return _first(_CHINESE) is not None


def has_shaping() -> bool:
    """Whether letters that join or run from right to left come out as they are read."""
    from PIL import features

    return bool(features.check("raqm") and features.check("fribidi"))


@lru_cache(maxsize=128)
def chain(size: int, *, shaped: bool = False) -> "tuple[Font, ...]":
    """The fonts to try for a character, the best first, at a size in pixels.

    `shaped`: letters are joined and turned as their script asks. That takes four times as long.
    """
    from PIL import ImageFont

    engine = ImageFont.Layout.RAQM if shaped and has_shaping() else ImageFont.Layout.BASIC
    found = [_first(_CHINESE), *(path for name in _OTHERS if (path := _files().get(name.casefold())))]
    fonts: list[Font] = [
        ImageFont.truetype(str(path), size, layout_engine=engine) for path in found if path is not None
    ]
    return (*fonts, ImageFont.load_default(size))


def runs(text: str, size: int) -> "list[tuple[str, Font]]":
    """The text in stretches that one font draws; what no font draws is drawn by the first, as its empty box."""
    fonts = chain(size, shaped=_needs_shaping(text))
    return [
        ("".join(stretch), fonts[place]) for place, stretch in groupby(text, key=lambda one: _place_of(one))
    ]


def _needs_shaping(text: str) -> bool:
    """Whether there may be letters in it that join, turn or stand upon each other: Hebrew to the scripts of South East Asia."""
    return any("\u0300" <= one <= "\u036f" or "\u0590" <= one <= "\u1cff" or one == "\u200d" for one in text)


@lru_cache(maxsize=8192)
def can_draw(character: str) -> bool:
    """Whether any font has a shape for it."""
    return any(_has(place, character) for place in range(len(chain(_PROBE))))


@lru_cache(maxsize=8192)
def _place_of(character: str) -> int:
    if character.isspace():
        return 0
    return next((place for place in range(len(chain(_PROBE))) if _has(place, character)), 0)


@lru_cache(maxsize=16384)
def _has(place: int, character: str) -> bool:
    font = chain(_PROBE)[place]
    drawn = font.getmask(character)
    return bytes(drawn) != _empty_box(place) and (drawn.size[0] > 0 or character.isspace())


@cache
def _empty_box(place: int) -> bytes:
    return bytes(chain(_PROBE)[place].getmask(_NO_CHARACTER))


@cache
def _first(names: tuple[str, ...]) -> Path | None:
    files = _files()
    return next((files[name.casefold()] for name in names if name.casefold() in files), None)


@cache
def _files() -> dict[str, Path]:
    """Every font file of this machine by its name."""
    wanted = {name.casefold() for name in (*_CHINESE, *_OTHERS)}
    found: dict[str, Path] = {}
    for folder in _FOLDERS:
        root = Path(folder).expanduser()
        if root.is_dir():
            for path in root.rglob("*"):
                if path.name.casefold() in wanted:
                    found.setdefault(path.name.casefold(), path)
    return found
