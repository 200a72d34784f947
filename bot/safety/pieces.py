"""Cuts a stream of text into the pieces that are checked and released one by one.

Where it cuts depends on the text alone, never on how the text arrived: any split into deltas gives the same pieces.
"""

import re

_SOFT_FROM, _SOFT = 200, 400
"""Characters after which a sentence without an end is cut at a gap between words."""
_HARD = 2000
"""Characters after which text without any gap is cut in any case, and a gap put in."""
_KEY_HARD = 4000
_LEAST = 40
"""Bytes of UTF-8 below which no piece ends (40 Latin letters, 13 Chinese ones): a check costs the same for less."""
_END = re.compile("\n|[.!?]+[\"'”’»)*_]*(?=\\s)|[。！？…]+[\"'”’」』》）)*_]*(?=[^。！？…\"'”’」』》）)*_])")
_GAP = re.compile("\\s(?=\\S)|[\u3400-\u9fff，、；：](?=[\u3400-\u9fff])")
_LAST_WORD = re.compile(r"(?:^|[\s(\[“\"'])([^\s(\[“\"']{1,12})\.$")
_ABBREVIATIONS = frozenset(
    "e.g i.e etc vs cf al approx dr mr mrs ms prof fig figs eq no nos vol pp ch sec jan feb mar apr jun jul aug sep"
    " sept oct nov dec st inc ltd co corp dept est min max avg u.s u.k a.m p.m ph.d".split()
)


class Pieces:
    """One text on its way through. `fenced` speaks of the next piece: whether it begins inside a code fence."""

    def __init__(self) -> None:
        self.fenced = False
        self._waiting = ""

    def take(self, delta: str) -> None:
        """Add what arrived."""
        self._waiting += delta

    def next(self) -> str | None:
        """The next whole piece, or None when more text is needed to know where it ends."""
        limit = _HARD if self.fenced else _SOFT
        if _key_open(self._waiting[:limit]):
            limit = _KEY_HARD
        for found in _END.finditer(self._waiting, 0, limit + 1):
            if found.end() <= limit and self._ends(found):
                return self._cut(found.end(), "")
        if len(self._waiting) <= limit:
            return None
        if limit == _SOFT:
            return self._cut_softly()
        return self._cut(limit, "\n" if self.fenced else " ")

    def rest(self) -> str:
        """What is left when the text has ended. Call `next` until it gives None first."""
        return self._cut(len(self._waiting), "")

    def _cut_softly(self) -> str | None:
        gaps = [
            found.end()
            for found in _GAP.finditer(self._waiting, _SOFT_FROM)
            if self._parts_words(found.end())
        ]
        early = [place for place in gaps if place <= _SOFT - 1]
        if early:
            return self._cut(early[-1], "")
        late = [place for place in gaps if place <= _HARD - 1]
        if late:
            return self._cut(late[0], "")
        return self._cut(_HARD, " ") if len(self._waiting) > _HARD else None

    def _cut(self, place: int, gap: str) -> str:
        piece, self._waiting = self._waiting[:place] + gap, self._waiting[place:]
        if piece.count("```") % 2:
            self.fenced = not self.fenced
        return piece

    def _parts_words(self, place: int) -> bool:
        before, after = self._waiting[max(0, place - 2) : place].rstrip(), self._waiting[place : place + 1]
        return not (before[-1:].isdigit() and after.isdigit())

    def _ends(self, found: re.Match[str]) -> bool:
        so_far = self._waiting[: found.end()]
        if _key_open(so_far) or len(so_far.encode("utf-8", "ignore")) < _LEAST:
            return False
        if found.group() == "\n":
            return True
        ticks = so_far.count("`") + (3 if self.fenced else 0)
        return ticks % 2 == 0 and not (found.group() == "." and _abbreviates(so_far))


def _abbreviates(so_far: str) -> bool:
    last = _LAST_WORD.search(so_far, max(0, len(so_far) - 16))
    if last is None:
        return False
    word = last.group(1).lower()
    numbers_a_list = word.isdigit() and so_far[: last.start(1)].strip() == ""
    return word in _ABBREVIATIONS or numbers_a_list or (len(word) == 1 and word.isalpha() and word != "i")


def _key_open(text: str) -> bool:
    begin = text.rfind("-----BEGIN")
    return begin >= 0 and "PRIVATE KEY" in text[begin:] and "-----END" not in text[begin:]
