"""Finds and counts the worked examples in a prompt, and tells when they are not all of one shape."""

import re
from dataclasses import dataclass

from bot.practice.structure import lexicon

_INPUTS = re.compile(
    r"^(?:input|question|q|message|text|review|sentence|english|user|customer|problem|word|comment|email|source|ticket|entry|"
    r"输入|问题?|来信|工单|文本|评论|句子|原文|用户|顾客|题目?|词|邮件|留言|英文|中文)$",
    re.IGNORECASE,
)
_OUTPUTS = re.compile(
    r"^(?:output|answer|a|label|tray|category|sentiment|chinese|french|german|assistant|reply|solution|result|translation|summary|class|tag|topic|"
    r"输出|答案?|回答|标签|格子|类别|分类|情感|译文|助手|结果|摘要|回复|中文|英文|法语|类型|主题)$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:example|示例|例子|范例|样例|例)\s*[\d一二三四五]+", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Examples:
    """The worked examples of a prompt."""

    count: int
    lines: frozenset[str]
    """The lines that belong to them."""
    material: tuple[str, ...]
    """Their inputs, and what stands behind such a label without an answer."""
    uneven: str = ""
    """Where one is shaped otherwise than the others; "" when all are alike."""

    def without(self, text: str) -> str:
        """A text without the lines of examples."""
        return "\n".join(line for line in text.split("\n") if line not in self.lines)


def examples_of(text: str) -> Examples:
    """Pairs of labelled lines, arrows, or headings that say *example*."""
    pairs: list[tuple[str, str]] = []
    lines: set[str] = set()
    material: list[str] = []
    unanswered: list[str] = []
    waiting: tuple[str, str] | None = None
    for line in text.split("\n"):
        found = lexicon.LABEL.match(line)
        if found is None:
            continue
        label, rest = found[1].strip(), found[2].strip()
        if _INPUTS.match(label) and (waiting is None or not _OUTPUTS.match(label)):
            if waiting is not None and rest:
                unanswered.append(waiting[1])
            waiting = (label.casefold(), line)
            material.append(rest)
        elif _OUTPUTS.match(label) and waiting is not None:
            if rest:
                pairs.append((waiting[0], label.casefold()))
                lines |= {waiting[1], line}
            waiting = None
    if pairs:
        return Examples(len(pairs), frozenset(lines), tuple(material), _uneven(pairs, unanswered))
    arrows = [found for found in lexicon.ARROW.finditer(text) if found["right"].strip()]
    if len(arrows) >= 2:
        return Examples(
            len(arrows),
            frozenset(found.group() for found in arrows),
            (*material, *(found["left"] for found in arrows)),
        )
    headings = len(_HEADING.findall(text))
    if not headings and lexicon.EXAMPLE_WORD.search(text):
        headings = 1
    return Examples(headings, frozenset(), tuple(material))


def _uneven(pairs: list[tuple[str, str]], unanswered: list[str]) -> str:
    """An example without an answer, or with other labels than most have."""
    if unanswered:
        return unanswered[0]
    usual = max(set(pairs), key=pairs.count)
    odd = [pair for pair in pairs if pair != usual]
    return "" if not odd or len(pairs) < 2 else " / ".join(odd[0])
