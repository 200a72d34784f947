"""What a challenge itself gives out is nobody's secret: it is put back where the filters took it for a learner's own.

Pure. Only words of the challenge come back; whatever else was taken out stays out.
"""

import re
from dataclasses import replace

from bot.practice.challenges import Challenge
from bot.safety import Action, Category, Kind, Verdict

_PLACE = re.compile(r"\[(?:" + "|".join(re.escape(kind) for kind in Kind) + r")\]")
_OUTER = " \t\r\n.,;:!?\"'`*()<>。，；：！？“”「」（）《》"


def with_fiction(verdict: Verdict, challenge: Challenge) -> Verdict:
    """The verdict on a prompt for `challenge`, with the passwords and numbers in place that its texts hand out."""
    places = list(_PLACE.finditer(verdict.text))
    if not verdict.redactions or len(places) != len(verdict.redactions):
        return verdict
    told = "\n".join([challenge.goal, *challenge.rules, *challenge.prompts.values()])
    is_told = [bool(one.strip(_OUTER)) and one.strip(_OUTER) in told for one in verdict.redactions]
    text, end = "", 0
    for place, taken, comes_back in zip(places, verdict.redactions, is_told, strict=True):
        text += verdict.text[end : place.start()] + (taken if comes_back else place.group())
        end = place.end()
    left = tuple(
        taken for taken, comes_back in zip(verdict.redactions, is_told, strict=True) if not comes_back
    )
    whole = replace(verdict, text=text + verdict.text[end:], redactions=left)
    if left:
        return whole
    if verdict.action is not Action.REDACT:
        return replace(whole, kinds=())
    lesson = tuple(each for each in verdict.findings if each.category is Category.OVERRIDE)
    return replace(whole, kinds=(), action=Action.ALLOW, category=None, score=0.0, rule=None, findings=lesson)
