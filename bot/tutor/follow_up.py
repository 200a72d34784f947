"""Whether a question is about what was said just before ("And why is that?"), and not about something new."""

import re
from collections.abc import Sequence

from bot.lessons.values import Evidence, Passage

_SHORT = 60
"""Characters; a longer question mostly says by itself what it is about."""
_LONGEST = 240
"""Characters of a question that may still point back in so many words."""

_POINTS_BACK = re.compile(
    r"\b(?:that|this|it|its|those|these|them|they|example|examples|more|again|mean|means|else|ones?|former|latter)\b"
    r"|^(?:(?:yes|yeah|no|ok|okay|well|oh|hm+|sure|right|i see)[,.!… ]+)*(?:and|but|so|why|how come|really|what about|how about)\b"
    r"|[为為]什[么麼]|[为為]何|[这這那它]|例子|[举舉]例|再|[详詳][细細]|具[體体]|什[么麼]意思|然[后後]|[还還]有|所以|^(?:[嗯哦喔好]的?[，, ]*)?(?:可是|但是?|不过|不過)|^[嗯哦喔好]的?[，, ]*那|第[一二三四五]|前者|[后後]者|另(?:一|外)",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\byou (?:just |have just |'ve just )?(?:said|say|mentioned|explained|wrote|told|described|called)\b"
    r"|\bthe (?:first|second|third|fourth|last|other|previous|former|latter) (?:one|of|point|step|part|example|answer|option|sentence|kind|way)\b"
    r"|\b(?:your|the) (?:last |previous )?(?:answer|example|explanation)\b|\b(?:as|like) above\b"
    r"|你(?:刚才|剛才|刚刚|剛剛|上面|前面)?(?:说的|說的|提到|讲的|講的|举的|舉的)|(?:刚才|剛才|刚刚|剛剛|上面|前面)(?:的|那|说|說|提|讲|講)"
    r"|第[一二三四五](?:个|個|种|種|点|點|步|条|條|句)|上一[个個句条條]|[后後]一[种種个個]|前一[种種个個]",
    re.IGNORECASE,
)
"""Words that name what was said before, however long the question is."""

_EMPTY = re.compile(
    r"\b(?:and|but|so|then|also|please|ok|what|why|how|come|about|is|are|was|does|do|did|can|could|you|i|me|the|a|an|of|in|tell|say|said|explain|give|show"
    r"|first|second|third|fourth|fifth|last|other|previous|former|latter|another|one|ones|two|point|step|part|option|sentence|kind|way|answer"
    r"|that|this|it|its|those|these|them|they|again|more|mean|means|else|further|detail|details|examples?"
    r"|yes|yeah|no|okay|well|oh|hm+|sure|right|see|really|though|for|use|good|just|exactly|actually)\b"
    r"|第[一二三四五几幾]|[个個种種点點步条條句]|上一|[后後]一|前一|另(?:一|外)|前者|[后後]者|[这這那它们們]|[为為]什[么麼]|[为為]何|怎[么麼]|什[么麼]|意思|是|[还還]有|[请請]|[给給]|我|你|能"
    r"|再|[说說讲講]|[举舉]|例子|例|[详詳][细細]|具[體体]|一下|一点|一點|[呢吗嗎吧啊的了]|所以|然[后後]|可是|但是?|不[过過]|[嗯哦喔好那]|有用?|做|用",
    re.IGNORECASE,
)
"""Words that say nothing without what was said before."""

_FIRST = 3
"""Passages of the likelier of two searches that come first."""
_PASSAGES = 5


def points_back(question: str) -> bool:
    """Whether the question can only be understood from the one before it."""
    if len(question) <= _SHORT and _POINTS_BACK.search(question) is not None:
        return True
    return len(question) <= _LONGEST and _SAYS_SO.search(question) is not None


def only_points_back(question: str) -> bool:
    """Whether nothing is left of a question but its pointing back ("And the second one?", "再举个例子")."""
    return points_back(question) and not any(map(str.isalnum, _EMPTY.sub(" ", question)))


def subject_of(before: Sequence[str]) -> str:
    """The question that a question which points back is about: the latest that stands alone, of those given, latest first."""
    return next((question for question in before if not points_back(question)), before[0] if before else "")


def together(alone: Evidence, in_context: Evidence) -> Evidence:
    """What the lessons hold on a question that points back: by itself, and together with the one before it.

    Where they hold enough on both, the passages of both: "And how does it differ from fine-tuning?" needs what *it* is, too.
    """
    if not in_context.enough:
        return alone
    if not alone.enough:
        return in_context
    # Words such as "second" or "example" find something alone, too: what is likelier to be covered comes first.
    first, then = (in_context, alone) if in_context.score >= alone.score else (alone, in_context)
    passages: list[Passage] = list(first.passages[:_FIRST])
    there = {(one.lesson_id, one.section_id) for one in passages}
    for one in (*then.passages, *first.passages[_FIRST:]):
        if len(passages) < _PASSAGES and (one.lesson_id, one.section_id) not in there:
            there.add((one.lesson_id, one.section_id))
            passages.append(one)
    return Evidence(tuple(passages), True, first.score)
