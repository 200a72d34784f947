"""Rules and classifier together: a word of alarm counts as much as the text around it makes likely.

Most rules name words that harmful requests share with harmless questions about them; the classifier, which is told
what the rules found, knows the difference better than either alone. Rules that leave no doubt stand by themselves,
and so does every rule about a child. A weaker rule about somebody's life does too, unless the classifier is sure that
the words are quoted, a figure of speech or about a machine.
"""

from collections.abc import Mapping

from bot.safety.classifier import KINDS_OF_HARM, Classifier, Head, Opinion
from bot.safety.findings import Finding, Side
from bot.safety.normalise import Reading
from bot.safety.rules import RuleBook
from bot.safety.verdict import Category

CERTAIN = 0.9
"""Rules with at least this score stand, whatever the classifier thinks."""
_ALWAYS = frozenset({Category.SELF_HARM, Category.MINORS})
"""Of an answer, what rules find of these stands whatever the classifier thinks."""
_SURELY_ANOTHER_THING = 0.12
"""Below this score of the classifier, which knows of the rule, words that a rule takes for distress are not: two in logits
below where distress begins."""
_IN_AN_ANSWER = 1.5
"""How much surer, in logits, the classifier must be of an answer: it learnt from requests, and answers explain."""
_CATEGORY = {Head.OVERRIDE: Category.OVERRIDE, Head.SELF_HARM: Category.SELF_HARM, Head.HATE: Category.HATE}


class Weighing:
    """The detector that listens to the rules and to the classifier. Share one."""

    def __init__(self, rules: RuleBook, classifier: Classifier) -> None:
        self._rules = rules
        self._classifier = classifier

    def findings(self, reading: Reading, side: Side) -> tuple[Finding, ...]:
        """What rules and classifier find together, each category and rule once."""
        return self.weigh(reading, side)[0]

    def weigh(self, reading: Reading, side: Side) -> tuple[tuple[Finding, ...], Mapping[Head, float]]:
        """The findings, and what each head scores when rules that stand by themselves are counted in."""
        if not reading.views[0].text:
            return (), dict.fromkeys(Head, 0.0)
        by_rules = self._rules.findings(reading, side)
        opinion = self._classifier.opinion(reading, by_rules)
        if side is Side.OUTPUT:
            return _in_an_answer(by_rules, opinion)
        findings: list[Finding] = []
        scores = dict(opinion.scores)
        for each in by_rules:
            head = _head(each.category)
            if _stands(each, opinion):
                findings.append(each)
                scores[head] = max(scores[head], each.score)
            else:
                findings.append(Finding(each.category, opinion.scores[head], each.rule))
        return (*findings, *_own(opinion, findings)), scores


def _stands(found: Finding, opinion: Opinion) -> bool:
    """Whether what a rule found in somebody's message counts whatever else the classifier thinks."""
    if found.score >= CERTAIN or found.category is Category.MINORS:
        return True
    return found.category is Category.SELF_HARM and opinion.scores[Head.SELF_HARM] >= _SURELY_ANOTHER_THING


def _own(opinion: Opinion, findings: list[Finding]) -> list[Finding]:
    """What the classifier finds where no rule has the same to say."""
    own = []
    said = {_head(each.category) for each in findings}
    for head, score in opinion.scores.items():
        if head not in said:
            own.append(Finding(_CATEGORY.get(head, opinion.kind_of_harm), score, f"classifier.{head}"))
    return own


def _in_an_answer(
    by_rules: tuple[Finding, ...], opinion: Opinion
) -> tuple[tuple[Finding, ...], Mapping[Head, float]]:
    scores = {head: _less(opinion.scores[head]) for head in (Head.HARM, Head.HATE)}
    scores |= {Head.OVERRIDE: 0.0, Head.SELF_HARM: 0.0}
    own = (
        Finding(opinion.kind_of_harm, scores[Head.HARM], f"classifier.{Head.HARM}"),
        Finding(Category.HATE, scores[Head.HATE], f"classifier.{Head.HATE}"),
    )
    weighed = []
    for each in by_rules:
        head = _head(each.category)
        stands = each.score >= CERTAIN or each.category in _ALWAYS
        weighed.append(each if stands else Finding(each.category, opinion.scores[head], each.rule))
        scores[head] = max(scores[head], weighed[-1].score)
    return (*weighed, *own), scores


def _less(score: float) -> float:
    odds = score / max(1e-9, 1 - score) / 2.718281828**_IN_AN_ANSWER
    return float(odds / (1 + odds))


def _head(category: Category) -> Head:
    if category in KINDS_OF_HARM:
        return Head.HARM
    return {Category.OVERRIDE: Head.OVERRIDE, Category.SELF_HARM: Head.SELF_HARM}.get(category, Head.HARM)
