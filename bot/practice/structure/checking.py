"""Takes a prompt apart and says what is wrong with its build. Pure; the order of findings is that of `Fault`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.lessons.traditional import to_simplified
from bot.llm.estimate import estimate_tokens
from bot.practice.folding import has_han
from bot.practice.structure import lexicon
from bot.practice.structure.asking import Asked, asked_in
from bot.practice.structure.contradictions import contradictions
from bot.practice.structure.examples import Examples, examples_of
from bot.practice.structure.values import Family, Fault, Finding, Part, Structure
from bot.practice.structure.zones import Zones, code_free, is_cue, zones_of

LONGEST = 4000
"""Characters that are read; what follows is counted and not looked at."""
_EXCERPT = 60
_ORDER = {fault: place for place, fault in enumerate(Fault)}
_LABELLED = re.compile(r"[:：>」”\"'`]\s*$|^\s*$")
_MOST_VAGUE = 3
_FORMS = frozenset({Part.FORMAT, Part.EXAMPLES, Part.CUE})
"""Each of them says what the answer looks like."""


def check_structure(prompt: str, *, slots: frozenset[str] | None = None) -> Structure:
    """Parts and faults of a prompt. `slots`: the placeholders that will be filled, where they are known."""
    written = prompt[:LONGEST]
    text = to_simplified(written) if has_han(written) else written  # the words are known in one script
    zones = zones_of(text)
    shots = examples_of(text)
    placeholders = tuple(dict.fromkeys(found.group() for found in _slots(text)))
    said = shots.without(zones.said)
    asked = asked_in(said)
    parts = frozenset(_parts(text, said, zones, shots, placeholders, asked))
    findings = list(_faults(text, said, zones, shots, parts, asked))
    if slots is not None:
        findings += [Finding(Fault.UNKNOWN_SLOT, one) for one in placeholders if _name(one) not in slots]
    findings.sort(key=lambda one: _ORDER[one.fault])
    further = {family: tuple(_minded_by(family, said, parts)) for family in Family}
    if text != written:
        placeholders = tuple(_as_written(one, text, written) for one in placeholders)
        findings = _all_as_written(findings, text, written)
        further = {family: tuple(_all_as_written(its, text, written)) for family, its in further.items()}
    return Structure(
        parts,
        placeholders,
        zones.delimiters,
        shots.count,
        estimate_tokens(prompt),
        tuple(findings),
        further,
        asked.asks and not asked.leaves_form_open and not parts & _FORMS,
    )


def _all_as_written(findings: Iterable[Finding], text: str, written: str) -> list[Finding]:
    return [replace(one, words=_as_written(one.words, text, written)) for one in findings]


def _as_written(words: str, text: str, written: str) -> str:
    """Words of the simplified text as the learner wrote them; both scripts have a character for a character."""
    at = text.find(words)
    return written[at : at + len(words)] if at >= 0 and len(text) == len(written) else words


def _slots(text: str) -> Iterator[re.Match[str]]:
    closed = set(re.findall(r"</([\w\u4e00-\u9fff]+)>", text))
    for found in lexicon.SLOT.finditer(text):
        is_form = found[4] and any(
            sign in found[4] for sign in "的或和"
        )  # says what goes there, names no slot
        if found[4] not in closed and not is_form and not lexicon.UNFILLED.fullmatch(found.group()):
            yield found


def _name(placeholder: str) -> str:
    return placeholder.strip("${}<> ")


def _parts(
    text: str, said: str, zones: Zones, shots: Examples, placeholders: tuple[str, ...], asked: Asked
) -> Iterator[Part]:
    if lexicon.ROLE.search(said):
        yield Part.ROLE
    if asked.asks:
        yield Part.INSTRUCTION
    if lexicon.CONTEXT.search(said):
        yield Part.CONTEXT
    if placeholders or zones.material or lexicon.CONTENT.search(text):
        yield Part.CONTENT
    if shots.count:
        yield Part.EXAMPLES
    if lexicon.FORMAT.search(said):
        yield Part.FORMAT
    if is_cue(text):
        yield Part.CUE


def _faults(
    text: str, said: str, zones: Zones, shots: Examples, parts: frozenset[Part], asked: Asked
) -> Iterator[Finding]:
    if (
        not parts & {Part.INSTRUCTION, Part.CUE} and shots.count < 2
    ):  # what ends where the answer begins asks as well
        yield Finding(Fault.NO_INSTRUCTION)
    for piece in (*zones.material, *shots.material):
        if found := lexicon.OVERRIDE.search(piece):
            yield Finding(Fault.INSTRUCTION_IN_DATA, _around(piece, found))
            break
    for one, other in contradictions(said):
        yield Finding(Fault.CONTRADICTION, f"{_short(one, 28)} ↔ {_short(other, 28)}")
        break
    if zones.unbalanced:
        yield Finding(Fault.UNBALANCED, " ".join(dict.fromkeys(zones.unbalanced))[:_EXCERPT])
    if found := lexicon.UNFILLED.search(code_free(text)):
        yield Finding(Fault.UNFILLED, _short(found.group()))
    if shots.uneven:
        yield Finding(Fault.UNEVEN_EXAMPLES, _short(shots.uneven))
    if not zones.unbalanced:  # an opened mark sets apart as well; that it is not closed has been said
        yield from _not_apart(text, zones)
    vague = dict.fromkeys(found.group().strip() for found in lexicon.VAGUE.finditer(said))
    if vague:
        yield Finding(Fault.VAGUE, _short(", ".join(list(vague)[:_MOST_VAGUE])))
    if asked.leaves_form_open and not parts & _FORMS:
        yield Finding(Fault.NO_FORMAT)


def _minded_by(family: Family, said: str, parts: frozenset[Part]) -> Iterator[Finding]:
    """What is wrong besides where this kind of model reads the prompt."""
    if family is Family.BASE and Part.CUE not in parts:
        yield Finding(Fault.NO_CUE)
    if family is Family.REASONING and (found := lexicon.STEPS.search(said)):
        yield Finding(Fault.STEPS_FOR_REASONER, _short(found.group()))


def _not_apart(text: str, zones: Zones) -> Iterator[Finding]:
    """A placeholder for whole texts that runs on in a sentence of the instruction."""
    for found in _slots(text):
        if any(found.group() in piece for piece in zones.material):
            continue
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        end = text.find("\n", found.end())
        after = text[found.end() : end if end >= 0 else len(text)].strip(" .。!！?？\"”」'*")
        is_text = re.search(
            r"input|text|article|message|mail|document|review|content|order|question|report|notes|passage|paragraph|transcript|comment|post|ticket|essay|story|letter|"
            r"sentence|code|description|输入|文本|文章|来信|邮件|内容|评论|原文|订单|问题|报告|笔记|文档|材料|段落|句子|留言|帖子|代码|文稿|作文|故事|来稿",
            found.group(),
        )
        runs_in = not _LABELLED.search(before) or bool(after)
        if is_text and runs_in:
            yield Finding(Fault.CONTENT_NOT_APART, _short(before[-30:] + found.group()))
            return


def _around(text: str, found: re.Match[str]) -> str:
    return _short(text[found.start() : found.start() + _EXCERPT])


def _short(text: str, most: int = _EXCERPT) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= most else one_line[: most - 1] + "…"
