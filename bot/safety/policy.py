"""From findings to one decision: what each category leads to, and what no setting can lower.

It decides and nothing else; it never looks at a text for harm itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.safety.findings import Finding, Side
from bot.safety.personal_data import Found, take_out
from bot.safety.verdict import Action, Category, Verdict

FLOORS = frozenset({Category.SELF_HARM, Category.MINORS, Category.SECRET, Category.SEALED})
"""Categories whose action and threshold hold whatever a server sets."""

DEFAULT_THRESHOLD = 0.5

_INPUT = MappingProxyType(
    {
        **dict.fromkeys(Category, Action.REFUSE),
        Category.SELF_HARM: Action.SUPPORT,
        Category.OVERRIDE: Action.AS_DATA,
        Category.PERSONAL_DATA: Action.REDACT,
        Category.SECRET: Action.REDACT,
    }
)
_OUTPUT = MappingProxyType(
    {
        **dict.fromkeys(Category, Action.WITHHOLD),
        Category.OVERRIDE: Action.ALLOW,
        Category.PERSONAL_DATA: Action.REDACT,
        Category.SECRET: Action.REDACT,
    }
)
_URGENCY = (Action.SUPPORT, Action.WITHHOLD, Action.REFUSE, Action.AS_DATA, Action.REDACT, Action.ALLOW)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a server wants for one category."""

    threshold: float = DEFAULT_THRESHOLD
    """Findings below it are let by; 0 to 1."""
    action: Action | None = None
    """Instead of the usual action on the way in; None keeps the usual one."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The content policy that a text is held to."""

    settings: Mapping[Category, Setting] = field(default_factory=dict)
    """Only where a server differs from the defaults. Those for `FLOORS` are passed over."""

    def decide(
        self, seen: str, language: str, findings: Iterable[Finding], personal: tuple[Found, ...], side: Side
    ) -> Verdict:
        """The one verdict on a text. `personal` lists what of `seen` is personal data or secret."""
        taken = tuple(each for each in personal if self._action(each.category, side) is Action.REDACT)
        text = take_out(seen, taken)
        redactions = tuple(seen[each.start : each.end] for each in taken)
        kinds = tuple(dict.fromkeys(each.kind for each in taken))
        candidates = [
            finding
            for finding in findings
            if finding.score >= self._threshold(finding.category)
            and self._action(finding.category, side) is not Action.ALLOW
        ]
        candidates += [Finding(each.category, 1.0, each.kind.value) for each in taken]
        if not candidates:
            return Verdict(Action.ALLOW, None, 0.0, None, language, text=text)
        gravest = min(
            candidates,
            key=lambda finding: (_URGENCY.index(self._action(finding.category, side)), -finding.score),
        )
        action = self._action(gravest.category, side)
        return Verdict(
            action, gravest.category, gravest.score, gravest.rule, language, redactions, kinds, text
        )

    def _threshold(self, category: Category) -> float:
        setting = self.settings.get(category)
        return DEFAULT_THRESHOLD if setting is None or category in FLOORS else setting.threshold

    def _action(self, category: Category, side: Side) -> Action:
        usual = (_INPUT if side is Side.INPUT else _OUTPUT)[category]
        setting = self.settings.get(category)
        if setting is None or setting.action is None or category in FLOORS:
            return usual
        if side is Side.OUTPUT:
            return Action.ALLOW if setting.action is Action.ALLOW else usual
        return setting.action
