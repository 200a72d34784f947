"""Which stretches of a prompt are material, set apart from what is said to the model, and whether marks come in pairs."""

import re
from dataclasses import dataclass

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*$", re.MULTILINE)
_CUE = re.compile(r"(?:[:：]|[\-–—=]>|→|(?:^|\n)[ \t]*1[.)]|\{|\[)\s*$")
_TRIPLE = re.compile(r'"""|\'\'\'')
_TAG = re.compile(r"<(/?)([A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,30})>")
_SAID_IN = re.compile(
    r"(?:\w+_)?(?:instructions?|task|rules?|role|persona|goals?|objective|formats?|output(?:_format)?|constraints?|requirements?|guidelines|steps|system|prompt)"
    r"|任务|要求|指令|规则|角色|目标|格式|输出|输出格式|约束|限制|步骤|注意(?:事项)?",
    re.IGNORECASE,
)
"""Tags in which the author speaks to the model: what stands there is no material."""
_HASHES = re.compile(r"^[ \t]*(#{3,}|={3,}|-{3,}|\*{3,})[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"“([^”]{25,})”|「([^」]{12,})」|\"([^\"\n]{25,})\"")
_LIST_MARK = re.compile(r"^[ \t]*[\w一二三四五六七八九十]{1,3}[)）]", re.MULTILINE)
_NUMBERED = re.compile(r"(?<!\w)(?:\d{1,2}|[A-Za-z一二三四五六七八九十])$")
"""Before a bracket that closes nothing: "1) tea, 2) milk"."""
_FACES = re.compile(r"(?<!\S)[:;=]-?[()\[\]]")
_INCHES = re.compile(r"(?<=\d)\"")
_PAIRS = {"{": "}", "[": "]", "(": ")", "（": "）", "【": "】", "「": "」", "『": "』", "《": "》", "“": "”"}
_CLOSERS = {close: opener for opener, close in _PAIRS.items()}


@dataclass(frozen=True, slots=True)
class Zones:
    """A prompt cut into what is said to the model and what is material."""

    said: str
    """The prompt with every zone replaced by blank lines."""
    material: tuple[str, ...]
    delimiters: tuple[str, ...]
    unbalanced: tuple[str, ...]
    """Marks that lack their partner."""


def zones_of(prompt: str) -> Zones:
    """Cut a prompt. Zones never nest: the outermost counts."""
    spans: list[tuple[int, int]] = []
    delimiters: list[str] = []
    unbalanced: list[str] = []
    _marks(prompt, _FENCE, "```", spans, delimiters, unbalanced)
    _marks(prompt, _TRIPLE, '"""', spans, delimiters, unbalanced)
    _tags(prompt, spans, delimiters, unbalanced)
    rules = [found for found in _HASHES.finditer(prompt) if not _inside(found.start(), spans)]
    if len(rules) >= 2:
        delimiters.append(rules[0][1])
        spans.append(
            (rules[0].end(), rules[-1].start()) if len(rules) == 2 else (rules[-2].end(), rules[-1].start())
        )
    for found in _QUOTED.finditer(prompt):
        if not _inside(found.start(), spans):
            spans.append(found.span())
            delimiters.append(found.group()[0] + found.group()[-1])
    spans.sort()
    said, kept = [], 0
    for start, end in spans:
        if start >= kept:
            said += [prompt[kept:start], "\n\n"]
            kept = end
    said.append(prompt[kept:])
    outside = "".join(said)
    unbalanced += _brackets(re.sub(r"[\[{]\s*$", "", code_free(prompt)))
    return Zones(
        outside,
        tuple(prompt[start:end] for start, end in spans),
        tuple(dict.fromkeys(delimiters)),
        tuple(unbalanced),
    )


def is_cue(prompt: str) -> bool:
    """Whether a prompt ends where the answer begins: "Answer:", an arrow, the first number, a bracket or fence just opened."""
    fences = list(_FENCE.finditer(prompt))
    is_open = len(fences) % 2 == 1 and not prompt[fences[-1].end() :].strip()
    return is_open or _CUE.search(prompt.rstrip()) is not None


def _marks(
    prompt: str,
    mark: re.Pattern[str],
    name: str,
    spans: list[tuple[int, int]],
    delimiters: list[str],
    unbalanced: list[str],
) -> None:
    found = [one for one in mark.finditer(prompt) if not _inside(one.start(), spans)]
    for opening, closing in zip(found[::2], found[1::2], strict=False):
        spans.append((opening.start(), closing.end()))
    if found:
        delimiters.append(name)
    if len(found) % 2 and prompt[found[-1].end() :].strip():  # one that ends the prompt is a cue: go on here
        unbalanced.append(found[-1].group().strip())


def _tags(prompt: str, spans: list[tuple[int, int]], delimiters: list[str], unbalanced: list[str]) -> None:
    """A tag that is closed sets apart. One that is not is a placeholder within a line and a fault on its own line."""
    open_tags: list[re.Match[str]] = []
    for found in _TAG.finditer(prompt):
        if _inside(found.start(), spans):
            continue
        if not found[1]:
            open_tags.append(found)
            continue
        partner = next((one for one in reversed(open_tags) if one[2] == found[2]), None)
        if partner is None:
            unbalanced.append(found.group())
            continue
        between = open_tags[open_tags.index(partner) + 1 :]
        open_tags = open_tags[: open_tags.index(partner)]
        unbalanced += [one.group() for one in between if _alone(prompt, one)]
        if not _SAID_IN.fullmatch(found[2]):
            spans[:] = [span for span in spans if not partner.start() <= span[0] < found.end()]
            spans.append((partner.start(), found.end()))
        delimiters.append(f"<{found[2]}>")
    unbalanced += [one.group() for one in open_tags if _alone(prompt, one)]


def _alone(prompt: str, tag: re.Match[str]) -> bool:
    """Whether a tag begins its line and more than itself stands behind or below it."""
    line = prompt.rfind("\n", 0, tag.start()) + 1
    return not prompt[line : tag.start()].strip()


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def code_free(prompt: str) -> str:
    """The prompt without fenced code, where brackets may stand as they like."""
    found = list(_FENCE.finditer(prompt))
    for opening, closing in reversed(list(zip(found[::2], found[1::2], strict=False))):
        prompt = prompt[: opening.start()] + prompt[closing.end() :]
    return prompt


def _brackets(text: str) -> list[str]:
    text = _FACES.sub("", _LIST_MARK.sub("", _TRIPLE.sub("", text)))
    text = re.sub(r"(?<=[=-])>|\\[{}\[\]()\"]", "", text)
    stack: list[str] = []
    lost: list[str] = []
    for at, character in enumerate(text):
        if character in _PAIRS:
            stack.append(character)
        elif character in _CLOSERS:
            if _CLOSERS[character] in stack:
                while (top := stack.pop()) != _CLOSERS[character]:
                    lost.append(top)
            elif not (character in ")）" and _NUMBERED.search(text, max(0, at - 4), at)):
                lost.append(character)
    lost += stack
    if _INCHES.sub("", text).count('"') % 2 and text.count('"') % 2:
        lost.append('"')
    return lost[:3]
