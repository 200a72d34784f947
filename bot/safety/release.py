"""The release gate: the one place where a model's text becomes text that may be shown.

It must never hand out a character before the piece that holds it was checked, in the light of what stood before it.
"""

import re
from dataclasses import dataclass, field

from bot.safety.findings import Finding, Side
from bot.safety.harmless import LinkFilter, harmless
from bot.safety.hidden import without_hidden
from bot.safety.pieces import Pieces
from bot.safety.pipeline import Pipeline, facts_of
from bot.safety.policy import Policy
from bot.safety.sealed import Sealed
from bot.safety.verdict import Action, Category, Verdict, Withheld
from bot.texts.kinds import ModelText, Released
from bot.witness import Step, note

_TAIL = 300
"""Characters before a piece that are read with it, so that what is split over sentences is found."""


@dataclass(frozen=True, slots=True)
class GateContext:
    """What the gate must know of the turn whose reply it lets out."""

    allowed_links: frozenset[str] = frozenset()
    """Hosts that the passages of this turn link to, as in "learn.microsoft.com"; only these stay links."""
    forbidden: tuple[str, ...] = field(default=(), repr=False)
    """Texts that may not appear even reworded lightly: keys of open questions, hidden cases, a canary."""


_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_SENTENCE = re.compile(r"[^。！？!?.\n]*(?:[。！？!?.\n]+|\Z)")
_WORTH_A_LOOK = 12
"""Characters below which the sentences of one language are not looked at by themselves."""


class ReleaseGate:
    """One reply on its way out. Not to be used again after `finish` or after `Withheld`."""

    def __init__(self, pipeline: Pipeline, context: GateContext, policy: Policy | None = None) -> None:
        self._pipeline = pipeline
        self._policy = policy or pipeline.policy
        self._pieces = Pieces()
        self._links = LinkFilter(context.allowed_links)
        self._sealed = Sealed(context.forbidden, pipeline.normaliser)
        self._checked = ""
        self._released: list[str] = []
        self._closed = False

    def feed(self, delta: ModelText) -> Released:
        """Take the next piece of the stream; what of the reply may be shown in addition, often "".

        Raises `Withheld` when the reply must not be shown (what was released before is to be withdrawn).
        """
        self._stay_open()
        before = len(self._released)
        self._pieces.take(delta.unchecked)
        while (piece := self._pieces.next()) is not None:
            self._let_out(piece)
        return Released("".join(self._released[before:]))

    def finish(self) -> Released:
        """The rest, after the check of the whole. Raises `Withheld`."""
        self._stay_open()
        rest = self._pieces.rest()
        verdict = self._check(self._checked + rest)
        before = len(self._released)
        if rest:
            self._let_out(rest)
        self._close(verdict)
        return Released("".join(self._released[before:]))

    @property
    def text(self) -> Released:
        """All that was released so far; to be withdrawn if `Withheld` was raised."""
        return Released("".join(self._released))

    def _close(self, verdict: Verdict) -> None:
        """Nothing goes out any more; whoever watches is told how much did, and why not the rest."""
        self._closed = True
        if pieces := len(self._released) + (verdict.action is Action.WITHHOLD):
            note(Step.FILTER, lambda: {**facts_of(Side.OUTPUT, verdict), "pieces": pieces})

    def _stay_open(self) -> None:
        if self._closed:
            raise RuntimeError("this gate is closed: every reply needs a gate of its own")

    def _let_out(self, piece: str) -> None:
        self._check(self._checked[-_TAIL:] + piece)
        self._checked += piece
        seen = without_hidden(piece).text
        personal = self._pipeline.personal_data.find(seen, spare_examples=True)
        kept = self._policy.decide(seen, "", (), personal, Side.OUTPUT).text
        self._released.append(harmless(self._links.pass_on(harmless(kept))))

    def _check(self, text: str) -> Verdict:
        """Look at a text, and where whole sentences of it are in another language than the rest, at each language's alone.

        A score is that of the language that most of the text is in: harm in the other would be lost in it. Gives the verdict
        on the text as one.
        """
        verdict = self._check_part(text)
        for part in _by_language(text):
            self._check_part(part)
        return verdict

    def _check_part(self, text: str) -> Verdict:
        reading = self._pipeline.normaliser.read(text)
        findings = list(self._pipeline.weighing.findings(reading, Side.OUTPUT))
        for detector in self._pipeline.further:
            findings.extend(detector.findings(reading, Side.OUTPUT))
        if self._sealed.appears_in(reading.seen):
            findings.append(Finding(Category.SEALED, 1.0, "sealed"))
        verdict = self._policy.decide("", reading.language, findings, (), Side.OUTPUT)
        if verdict.action is Action.WITHHOLD:
            self._close(verdict)
            raise Withheld(verdict)
        return verdict


def _by_language(text: str) -> tuple[str, ...]:
    """The sentences of each language where a text has some of both, and nothing where it has not."""
    if _HAN.search(text) is None:
        return ()
    chinese: list[str] = []
    latin: list[str] = []
    for sentence in _SENTENCE.findall(text):
        han = len(_HAN.findall(sentence))
        (chinese if 3 * han >= len(sentence.strip()) else latin).append(sentence)
    parts = tuple("".join(each) for each in (chinese, latin))
    return parts if all(len(part.strip()) >= _WORTH_A_LOOK for part in parts) else ()
