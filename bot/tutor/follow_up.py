"""Whether a short question is about what was said just before ("And why is that?"), and not about something new."""

import re
from collections.abc import Sequence

_LONGEST = 60
"""Characters; a longer question says by itself what it is about."""

_POINTS_BACK = re.compile(
    r"\b(?:that|this|it|its|those|these|them|they|example|examples|more|again|mean|means|else|ones?|former|latter)\b"
    r"|^(?:and|but|so|why|how come|really|what about|how about)\b"
    r"|[为為]什[么麼]|[为為]何|[这這那它]|例子|[举舉]例|再|[详詳][细細]|具[体體]|什[么麼]意思|然[后後]|[还還]有|所以|第[一二三四五]|前者|[后後]者|另(?:一|外)",
    re.IGNORECASE,
)


def points_back(question: str) -> bool:
    """Whether the question can only be understood from the one before it."""
    return len(question) <= _LONGEST and _POINTS_BACK.search(question) is not None


def subject_of(before: Sequence[str]) -> str:
    """The question that a question which points back is about: the latest that stands alone, of those given, latest first."""
    return next((question for question in before if not points_back(question)), before[0] if before else "")
