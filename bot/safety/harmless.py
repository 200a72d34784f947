"""Takes the teeth out of text that Discord would act on: mentions, invites, links in disguise, hidden characters.

It changes what Discord does with a text, never what a reader learns from it. Code keeps its characters, apart from
mentions and invites.
"""

import re
from urllib.parse import urlsplit

from bot.safety.hidden import without_hidden

BREAK = "\u200b"
"""Put after the "@" of a mention: Discord then shows it as text. (U+200B, as discord.py's `escape_mentions` does.)"""

_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d{5,})", re.IGNORECASE)
_INVITE = re.compile(
    r"(?:https?://)?(?:www\.)?(discord(?:app)?\.com/invite|discord\.(?:gg|me|io|li)|dsc\.gg|invite\.gg)/+[^\s<>()`]*",
    re.IGNORECASE,
)
_URL_END = "()\\s\u3400-\u9fff<>`\"'|\\\\^{}（），。、；：！？「」『』【】《》“”‘’"
_URL = re.compile(
    rf"(?:https?|discord|steam|ftp)://[^{_URL_END}]*(?:\([^{_URL_END}]*\)[^{_URL_END}]*)*", re.IGNORECASE
)
_MASKED = re.compile(
    r"!?\[([^\[\]\n]{0,300})\]\(\s*<?((?:https?|discord|steam|ftp)://[^\s<>()]+)>?(?:\s+[^)\n]{0,200})?\)",
    re.I,
)
_TICKS = re.compile("`+")


def harmless(text: str) -> str:
    """`text` without hidden characters, live mentions and invites. Linear; the same when done twice."""
    seen = without_hidden(text).text
    return _MENTION.sub(f"@{BREAK}", _INVITE.sub(lambda found: f"{found.group(1)}\u2026", seen))


class LinkFilter:
    """Shows the true target of each link of one reply, and leaves only allowed ones live.

    Takes the reply piece by piece; remembers whether a piece begins in code.
    """

    def __init__(self, allowed_hosts: frozenset[str]) -> None:
        self._allowed = frozenset(host.lower().removeprefix("www.") for host in allowed_hosts)
        self._fenced = False
        self._open_tick = False
        self._last = ""

    def pass_on(self, piece: str) -> str:
        """`piece` with links of other hosts shown without their scheme, in code marks: Discord makes no link of it."""
        shown = "".join(text if code else self._prose(text) for text, code in self._parts(piece))
        if self._last == "]" and shown.startswith("("):
            shown = f" {shown}"
        self._last = shown[-1:] or self._last
        return shown

    def _parts(self, piece: str) -> list[tuple[str, bool]]:
        """`piece` in stretches of prose and code."""
        parts: list[tuple[str, bool]] = []
        runs = list(_TICKS.finditer(piece))
        start = index = 0
        while index < len(runs):
            run = runs[index]
            index += 1
            if len(run.group()) >= 3:
                edge = run.end() if self._fenced else run.start()
                parts.append((piece[start:edge], self._fenced))
                self._fenced = not self._fenced
                start = edge
            elif not self._fenced and not self._ticked(piece[: run.start()]):
                close = next((at for at in range(index, len(runs)) if runs[at].group() == run.group()), None)
                if close is not None and "\n" not in piece[run.start() : runs[close].start()]:
                    parts += [
                        (piece[start : run.start()], False),
                        (piece[run.start() : runs[close].end()], True),
                    ]
                    start = runs[close].end()
                    index = close + 1
        parts.append((piece[start:], self._fenced))
        line = piece.rpartition("\n")[2]
        ticks = line.count("`") % 2 == 1
        self._open_tick = ticks if "\n" in piece else ticks != self._open_tick
        return parts

    def _ticked(self, before: str) -> bool:
        """Whether a code mark of an earlier piece is still open on this line, so that marks here cannot be trusted."""
        return self._open_tick and "\n" not in before

    def _prose(self, text: str) -> str:
        if "://" not in text and "](" not in text:
            return text
        text = _MASKED.sub(lambda found: f"{found.group(1)} ({found.group(2)})", text)
        text = _URL.sub(self._shown, text).replace("](", "] (")
        while any(not self._live(found.group()) for found in _URL.finditer(text)):
            text = _URL.sub(
                lambda found: (
                    found.group() if self._live(found.group()) else found.group().replace("://", ": //", 1)
                ),
                text,
            )
        return text

    def _shown(self, found: re.Match[str]) -> str:
        address = found.group()
        if self._live(address):
            return address
        bare = address.rstrip(".,;:!?)]*_~")
        tail = address[len(bare) :]
        plain = bare.partition("://")[2]
        return f"`{plain}`{tail}" if plain else tail

    def _live(self, address: str) -> bool:
        try:
            parts = urlsplit(address.rstrip(".,;:!?)]*_~"))
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return False
        return parts.scheme.lower() in ("http", "https") and host in self._allowed and "@" not in parts.netloc
