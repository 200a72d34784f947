"""What a learner is told about a verdict, in their language.

It says what was done and what to do next, never which words did it.
"""

from types import MappingProxyType

from bot.safety.verdict import Action, Category, Kind, Verdict
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale

REFUSALS = MappingProxyType(
    {
        Category.MINORS: "safety-refuse-minors",
        Category.SEXUAL: "safety-refuse-sexual",
        Category.HATE: "safety-refuse-hate",
        Category.HARASSMENT: "safety-refuse-harassment",
        Category.VIOLENCE: "safety-refuse-violence",
        Category.ILLEGAL: "safety-refuse-illegal",
        Category.CYBER: "safety-refuse-cyber",
    }
)
KINDS = MappingProxyType(
    {
        Kind.EMAIL: "safety-kind-email",
        Kind.PHONE: "safety-kind-phone",
        Kind.CARD: "safety-kind-card",
        Kind.IBAN: "safety-kind-iban",
        Kind.RESIDENT_ID: "safety-kind-resident-id",
        Kind.SSN: "safety-kind-ssn",
        Kind.PASSPORT: "safety-kind-passport",
        Kind.IP_ADDRESS: "safety-kind-ip-address",
        Kind.API_KEY: "safety-kind-api-key",
        Kind.TOKEN: "safety-kind-token",
        Kind.PRIVATE_KEY: "safety-kind-private-key",
        Kind.PASSWORD: "safety-kind-password",
    }
)
_TO_BE_CHANGED = frozenset({Kind.API_KEY, Kind.TOKEN, Kind.PRIVATE_KEY, Kind.PASSWORD})


def in_words(texts: Texts, locale: Locale, verdict: Verdict) -> Released:
    """What to tell the learner about `verdict`: its answer where the turn ends, a note beside it where it goes on.

    "" when there is nothing to say.
    """
    said = [removed(texts, locale, verdict.kinds)] if verdict.kinds else []
    if verdict.action is Action.SUPPORT:
        said = [texts.say(locale, "safety-support")]
    elif verdict.action is Action.AS_DATA:
        said.append(texts.say(locale, "safety-as-data"))
    elif verdict.action is Action.WITHHOLD:
        said = [texts.say(locale, "safety-withheld")]
    elif verdict.action is Action.REFUSE:
        key = REFUSALS.get(verdict.category) if verdict.category is not None else None
        if key is not None:
            said.append(texts.say(locale, key))
        if verdict.category is not Category.MINORS:
            said.append(texts.say(locale, "safety-wrong"))
    return Released("\n".join(said))


def removed(texts: Texts, locale: Locale, kinds: tuple[Kind, ...]) -> Released:
    """The note of what was taken out of a message. `kinds` must not be empty."""
    what = texts.say(locale, KINDS[kinds[0]])
    for kind in kinds[1:]:
        what = texts.say(locale, "safety-kind-and", first=what, second=texts.say(locale, KINDS[kind]))
    note = texts.say(locale, "safety-removed", what=what)
    if _TO_BE_CHANGED.isdisjoint(kinds):
        return note
    return Released(f"{note}\n{texts.say(locale, 'safety-change-secret')}")
