"""From findings to one decision: what each category leads to, and what no setting can lower.

It decides and nothing else; it never looks at a text for harm itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.safety.personal_data import Found, take_out
from bot.safety.verdict import Action, Category, Finding, Purpose, Side, Verdict

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

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, object]]) -> "Policy":
        """The policy that `to_data` wrote. Raises `ValueError` for what is no category, action or threshold."""
        settings = {}
        for name, entry in data.items():
            action = entry.get("action")
            threshold = float(str(entry.get("threshold", DEFAULT_THRESHOLD)))
            if not 0 <= threshold <= 1:
                raise ValueError(f"{name}: {threshold} is not between 0 and 1")
            settings[Category(name)] = Setting(threshold, None if action is None else Action(str(action)))
        return cls(settings)

    def to_data(self) -> dict[str, dict[str, object]]:
        """The policy as JSON can hold it; what no server can lower is left out."""
        return {
            category.value: {"threshold": each.threshold, "action": each.action and each.action.value}
            for category, each in self.settings.items()
            if category not in FLOORS
        }

    def decide(
        self,
        seen: str,
        language: str,
        findings: Iterable[Finding],
        personal: tuple[Found, ...],
        side: Side,
        purpose: Purpose = Purpose.QUESTION,
    ) -> Verdict:
        """The one verdict on a text. `personal` lists what of `seen` is personal data or secret.

        In an exercise an attempt to override is found and changes nothing; everything else counts as always.
        """
        taken = tuple(each for each in personal if self._action(each.category, side) is Action.REDACT)
        text = take_out(seen, taken)
        redactions = tuple(seen[each.start : each.end] for each in taken)
        kinds = tuple(dict.fromkeys(each.kind for each in taken))
        reached = [finding for finding in findings if finding.score >= self._threshold(finding.category)]
        reached += [Finding(each.category, 1.0, each.kind.value) for each in taken]
        reached.sort(
            key=lambda finding: (
                self._urgency(finding, side, purpose),
                finding.category is not Category.MINORS,  # a child counts before how sure anything else is
                -finding.score,
            )
        )
        if not reached or self._done(reached[0], side, purpose) is Action.ALLOW:
            return Verdict(Action.ALLOW, None, 0.0, None, language, text=text, findings=tuple(reached))
        gravest = reached[0]
        return Verdict(
            self._done(gravest, side, purpose),
            gravest.category,
            gravest.score,
            gravest.rule,
            language,
            redactions,
            kinds,
            text,
            tuple(reached),
        )

    def threshold(self, category: Category) -> float:
        """From which score on a finding of `category` counts."""
        return self._threshold(category)

    def usual_action(self, category: Category, side: Side) -> Action:
        """What is done where no server says otherwise."""
        return (_INPUT if side is Side.INPUT else _OUTPUT)[category]

    def _done(self, finding: Finding, side: Side, purpose: Purpose) -> Action:
        if purpose is Purpose.EXERCISE and finding.category is Category.OVERRIDE:
            return Action.ALLOW
        return self._action(finding.category, side)

    def _urgency(self, finding: Finding, side: Side, purpose: Purpose) -> int:
        return _URGENCY.index(self._done(finding, side, purpose))

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
