"""The release gate: the one place where a model's text becomes text that may be shown.

It must never hand out a character before the piece that holds it was checked.
"""

from dataclasses import dataclass, field

from bot.texts.kinds import ModelText, Released


@dataclass(frozen=True, slots=True)
class GateContext:
    """What the gate must know of the turn whose reply it lets out."""

    allowed_links: frozenset[str] = frozenset()
    """Hosts that the passages of this turn link to, lower-case, as in "learn.microsoft.com"; only these stay links."""
    forbidden: tuple[str, ...] = field(default=(), repr=False)
    """Texts that may not appear even reworded lightly: keys of open questions, hidden cases, a canary."""


class ReleaseGate:
    """One reply on its way out. Not to be used again after `finish` or after `Withheld`."""

    def feed(self, delta: ModelText) -> Released:
        """Take the next piece of the stream; what of the reply may be shown in addition, often "".

        Raises `Withheld` when the reply must not be shown (what was released before is to be withdrawn).
        """
        raise NotImplementedError

    def finish(self) -> Released:
        """The rest, after the check of the whole. Raises `Withheld`."""
        raise NotImplementedError

    @property
    def text(self) -> Released:
        """All that was released so far."""
        raise NotImplementedError
