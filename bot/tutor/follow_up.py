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

_AGAIN = re.compile(
    r"\bi (?:really |still |just )*(?:don['’]?t|do not|didn['’]?t|did not|can['’]?t|cannot) (?:really |quite |fully )*(?:understand|get|follow)\b"
    r"|\bi(?:['’]?m| am) (?:\w+ ){0,2}(?:confused|lost)\b|\b(?:not|isn['’]?t) (?:really |very |quite )*clear\b|\bunclear\b"
    r"|\bsimpler\b|\bmore simply\b|\b(?:simple|plain) (?:words|terms|english)\b|\beasier\b|\bother words\b|\bdifferently\b|\banother way\b"
    r"|\b(?:rephrase|reword|repeat|elaborate|continue|slower|go on|keep going)\b|\btoo (?:hard|difficult|complicated|complex|fast|long)\b"
    r"|^(?:yes|yep|yeah|no|nope)\W*$"
    r"|[没沒不]太?(?:[听聽看搞弄])?(?:懂|明白|理解|清楚)|[简簡][单單]|通俗|[换換][个個种種]?(?:[说說]法|方式)|重[复複]|[继繼][续續]|接[着著]|往下"
    r"|太(?:[难難快长長]|[复複][杂雜])|慢一?[点點些]|^(?:是的?|[对對]的?|不是|不[对對]|[没沒][错錯])\W*$",
    re.IGNORECASE,
)
"""Saying that the answer was not understood, or wishing it otherwise; a subject of one's own may stand beside it."""
_AGAIN_WORDS = re.compile(
    r"\b(?:don['’]?t|do not|didn['’]?t|did not|can['’]?t|cannot|isn['’]?t|i['’]?m|it['’]?s|that['’]?s|still|quite|fully|totally|completely|very|bit|little"
    r"|understand|get|follow|am|confused|lost|not|clear|unclear|simpler|simple|simply|plain|easier|terms?|words?|english|with|put|make|using|try"
    r"|rephrase|reword|repeat|elaborate|continue|slower|go|on|keep|going|differently|too|hard|difficult|complicated|complex|fast|long|yep|nope|once|at|all|sorry|huh)\b"
    r"|[一没沒不太听聽看搞弄懂更些遍次用话話快慢难難长長换換对對帮幫呀嘛]|明白|理解|清楚|[简簡][单單]|通俗|易懂|[说說]法|方式|重[复複]|[继繼][续續]|接[着著]|往下|[复複][杂雜]"
    r"|[还還]是|完全|真的|有[点點]|可以|麻[烦煩]|大白|[没沒][错錯]",
    re.IGNORECASE,
)

_EMPTY = re.compile(
    r"\b(?:and|but|so|then|also|please|ok|what|why|how|come|about|is|are|was|does|do|did|can|could|you|i|me|the|a|an|of|in|tell|say|said|explain|give|show"
    r"|first|second|third|fourth|fifth|last|other|previous|former|latter|another|one|ones|two|point|step|part|option|sentence|kind|way|answer"
    r"|that|this|it|its|those|these|them|they|again|more|mean|means|else|further|detail|details|examples?"
    r"|yes|yeah|no|okay|well|oh|hm+|sure|right|see|really|though|for|use|good|just|exactly|actually)\b"
    r"|第[一二三四五几幾]|[个個种種点點步条條句]|上一|[后後]一|前一|另(?:一|外)|前者|[后後]者|[这這那它们們]|到底|究竟|[为為]什[么麼]|[为為]何|怎[么麼]|什[么麼]|意思|是|[还還]有|[请請]|[给給]|我|你|能"
    r"|再|[说說讲講]|[举舉]|例子|例|[详詳][细細]|具[體体]|一下|一点|一點|[呢吗嗎吧啊的了]|所以|然[后後]|可是|但是?|不[过過]|[嗯哦喔好那]|有用?|做|用",
    re.IGNORECASE,
)
"""Words that say nothing without what was said before."""

_FIRST = 3
"""Passages of the likelier of two searches that come first."""
_PASSAGES = 5


def points_back(question: str) -> bool:
    """Whether the question can only be understood from the one before it."""
    if len(question) <= _SHORT and (_POINTS_BACK.search(question) is not None or asks_again(question)):
        return True
    return len(question) <= _LONGEST and _SAYS_SO.search(question) is not None


def only_points_back(question: str) -> bool:
    """Whether nothing is left of a question but its pointing back ("And the second one?", "再举个例子", "I don't understand")."""
    return points_back(question) and (asks_again(question) or says_nothing(question))


def asks_again(question: str) -> bool:
    """Whether the learner only says that they did not understand, or wants the same otherwise ("说简单点"), or nods."""
    return _AGAIN.search(question) is not None and says_nothing(_AGAIN_WORDS.sub(" ", question))


def says_nothing(question: str) -> bool:
    """Whether all words of a question are such as say nothing without what was said before ("到底是什么？")."""
    return not any(map(str.isalnum, _EMPTY.sub(" ", question)))


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
