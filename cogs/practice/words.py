"""What a check asks of an output, in words: for cases that a learner sees. Hidden cases are never put into words."""

from collections.abc import Sequence

from bot.practice.assertions import (
    Assertion,
    Contains,
    CountIs,
    Equals,
    FieldIs,
    IsJson,
    IsSimilar,
    KeepsSecret,
    LabelsAre,
    LanguageIs,
    Matches,
    NumberIs,
    QuotesAreReal,
)
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_LONGEST = 160
_UNBOUNDED = 0


class CheckWords:
    """Says checks in one language."""

    def __init__(self, texts: Texts, guard: Guard) -> None:
        self._say = texts.say
        self._quote = guard.quote

    def of(self, locale: Locale, assertion: Assertion) -> Released:
        """One check."""
        if assertion.told:
            return self._quote(assertion.told)
        said = self._plain(locale, assertion)
        return self._say(locale, "practice-expect-not", what=said) if assertion.negated else said

    def _plain(self, locale: Locale, assertion: Assertion) -> Released:
        say, test = self._say, assertion.test
        match test:
            case Equals():
                return say(locale, "practice-expect-equals", text=self._list(test.texts[:3]))
            case Contains():
                if test.needs_all:
                    return say(locale, "practice-expect-all", text=self._list(test.texts))
                return say(locale, "practice-expect-any", text=self._list(test.texts))
            case Matches():
                return say(locale, "practice-expect-matches", text=self._list([test.pattern]))
            case IsJson():
                if test.schema is None:
                    return say(locale, "practice-expect-json")
                return say(locale, "practice-expect-schema")
            case FieldIs():
                return say(
                    locale,
                    "practice-expect-field",
                    path=self._list([test.path]),
                    text=self._list([_json(test.expected)]),
                )
            case NumberIs():
                return say(locale, "practice-expect-number", text=self._list([f"{test.value:g}"]))
            case LabelsAre():
                return say(locale, "practice-expect-labels", text=self._list(test.labels))
            case CountIs():
                return say(
                    locale,
                    "practice-expect-count",
                    unit=say(locale, f"practice-unit-{test.unit}"),
                    least=test.least,
                    most=_UNBOUNDED if test.most is None else test.most,
                )
            case LanguageIs():
                if test.language == "zh":
                    return say(locale, "practice-expect-chinese")
                return say(locale, "practice-expect-english")
            case QuotesAreReal():
                return say(locale, "practice-expect-quotes")
            case KeepsSecret():
                return say(locale, "practice-expect-secret")
            case IsSimilar():
                return say(locale, "practice-expect-similar", percent=round(test.least * 100))

    def _list(self, texts: Sequence[str]) -> Released:
        cut = [text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…" for text in texts]
        return joined(" · ", [self._quote(f"`{text.replace('`', 'ˋ')}`") for text in cut])


def _json(value: str | float | bool | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else f"{value:g}"
