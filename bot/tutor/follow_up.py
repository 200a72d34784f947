"""Whether a short question is about what was said just before ("And why is that?"), and not about something new."""

import re

_LONGEST = 60
"""Characters; a longer question says by itself what it is about."""

_POINTS_BACK = re.compile(
    r"\b(?:that|this|it|its|those|these|them|they|example|examples|more|again|mean|means|else)\b"
    r"|^(?:and|but|so|why|how come|really)\b"
    r"|[为為]什[么麼]|[为為]何|[这這那它]|例子|[举舉]例|再|[详詳][细細]|具[体體]|什[么麼]意思|然[后後]|[还還]有|所以",
    re.IGNORECASE,
)


def points_back(question: str) -> bool:
    """Whether the question can only be understood from the one before it."""
    return len(question) <= _LONGEST and _POINTS_BACK.search(question) is not None
