"""A verdict in words: what was found, how sure, by what, and what was done. Never a word of the text itself."""

from types import MappingProxyType

from bot.safety.policy import Policy
from bot.safety.sentences import KINDS
from bot.safety.verdict import Action, Category, Finding, Kind, Verdict
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released
from bot.texts.locales import Locale

CATEGORIES = MappingProxyType(
    {
        Category.SELF_HARM: "safety-category-self-harm",
        Category.MINORS: "safety-category-minors",
        Category.SEXUAL: "safety-category-sexual",
        Category.HATE: "safety-category-hate",
        Category.HARASSMENT: "safety-category-harassment",
        Category.VIOLENCE: "safety-category-violence",
        Category.ILLEGAL: "safety-category-illegal",
        Category.CYBER: "safety-category-cyber",
        Category.OVERRIDE: "safety-category-override",
        Category.PERSONAL_DATA: "safety-category-personal-data",
        Category.SECRET: "safety-category-secret",
        Category.SEALED: "safety-category-sealed",
    }
)
ACTIONS = MappingProxyType(
    {
        Action.ALLOW: "safety-action-allow",
        Action.REDACT: "safety-action-redact",
        Action.SUPPORT: "safety-action-support",
        Action.AS_DATA: "safety-action-as-data",
        Action.REFUSE: "safety-action-refuse",
        Action.WITHHOLD: "safety-action-withhold",
    }
)

LANGUAGES = MappingProxyType({"en": "safety-language-en", "zh": "safety-language-zh"})
"""The two that rules and thresholds exist for."""


def explained(texts: Texts, locale: Locale, verdict: Verdict, policy: Policy | None = None) -> Released:
    """Why `verdict` is what it is, held to `policy`: a line for what decided and one for all else that was found."""
    if not verdict.findings:
        return texts.say(locale, "safety-why-nothing")
    policy = policy or Policy()
    first, *others = _once_each(verdict.findings)
    said = [
        texts.say(
            locale,
            "safety-why",
            category=texts.say(locale, CATEGORIES[first.category]),
            score=plain(f"{first.score:.2f}"),
            threshold=plain(f"{policy.threshold(first.category):.2f}"),
            finder=_finder(texts, locale, first),
            language=texts.say(locale, LANGUAGES.get(verdict.language, LANGUAGES["en"])),
            action=texts.say(locale, ACTIONS[verdict.action]),
        )
    ]
    if verdict.action is Action.ALLOW and first.category is Category.OVERRIDE:
        said.append(texts.say(locale, "safety-why-exercise"))
    said += [
        texts.say(
            locale,
            "safety-why-also",
            category=texts.say(locale, CATEGORIES[each.category]),
            score=plain(f"{each.score:.2f}"),
            finder=_finder(texts, locale, each),
        )
        for each in others
    ]
    return Released("\n".join(said))


def _finder(texts: Texts, locale: Locale, finding: Finding) -> Released:
    """What noticed it, as somebody reads it who never saw the rules."""
    if finding.rule.startswith("classifier."):
        return texts.say(locale, "safety-found-by-classifier")
    if finding.rule.startswith("hosted."):
        return texts.say(locale, "safety-found-by-provider", rule=plain(finding.rule))
    if finding.category in (Category.PERSONAL_DATA, Category.SECRET):
        return texts.say(locale, "safety-found-by-shape", kind=texts.say(locale, KINDS[Kind(finding.rule)]))
    return texts.say(locale, "safety-found-by-rule", rule=plain(finding.rule))


def _once_each(findings: tuple[Finding, ...]) -> list[Finding]:
    best: dict[Category, Finding] = {}
    for each in findings:
        if each.category not in best or each.score > best[each.category].score:
            best[each.category] = each
    first = findings[0]
    return [first, *(each for each in best.values() if each.category is not first.category)]
