"""What a learner's own words say of themselves, by rules.

Only the words of one message of one learner ever come in here: never a tutor's reply, never what was recalled. A
sentence that asks says nothing of its asker.
"""

import re
from dataclasses import dataclass

from bot.memory.facts.values import FACT_LENGTH, FactKind
from bot.memory.facts.wishes import SENTENCE, TURNS_TO_ASKING, to_be_remembered

_MOST = 3
"""Facts that are taken from one message."""

_ASKS = re.compile(r"[?？]\s*$|[吗嗎呢][?？。.!！]*\s*$")
_LEAD = r"^(?:(?:hi|hello|hey|well|so|and|but|btw|by the way|also|you know|actually|my background|你好|另外|对了|對了|其实|其實|顺便说一下)[,，:： ]+)*"
_I_AM = r"i(?:['’]m| am)"

_RULES: tuple[tuple[FactKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(_LEAD + f"(?P<fact>{pattern})", re.IGNORECASE))
    for kind, pattern in (
        (FactKind.HARD, rf"{_I_AM} (?:still |always |really |often )?(?:confused|stuck|struggling|lost|bad at)\b.{{3,}}"),
        (FactKind.HARD, r"i (?:always |often |keep |still )+(?:confus\w+|mix\w*|forget\w*|struggl\w+)\b.{3,}"),
        (FactKind.HARD, r"i (?:struggle with|find .{3,} (?:hard|difficult|confusing))\b.*"),
        (FactKind.HARD, r"我(?:总是|總是|老是|一直|经常|經常|还是|還是)?(?:分不清|搞不[懂清]|弄不[懂清]|记不住|記不住|弄混|混淆).{2,}"),
        (FactKind.GOAL, rf"(?:{_I_AM} (?:trying|planning|preparing|hoping) to|i (?:want|plan|hope|need|intend|would like|'d like)(?:ed)? to) (?!know|ask|understand|see|hear|say|talk).{{4,}}"),
        (FactKind.GOAL, r"my goal is .{4,}"),
        (FactKind.GOAL, r"我(?:的目标是|的目標是|想要?|打算|希望|准备|準備|计划|計劃)(?:做|开发|開發|搭建|写|寫|成为|成為|考|转行|轉行|学会|學會|建|参加|參加).{2,}"),
        (FactKind.ROLE, rf"{_I_AM} (?:a|an|the) (?!bit|little|lot|big fan|huge fan|moment|fan)[a-z].{{2,}}"),
        (FactKind.ROLE, rf"(?:{_I_AM} studying|i (?:study|teach|work (?:as|at|in|for))) .{{3,}}"),
        (FactKind.ROLE, r"我(?:是(?:一[名个個位]|[名个個位]|做|教|学|學)|在.{1,20}(?:工作|上班|读书|讀書|上学|上學)|教).{1,}"),
        (FactKind.ROLE, r"我是[^，。,.!！?？不]{0,10}(?:[师師士员員生者家工长長]|经理|經理|总监|總監|教授|教练|教練|律师|妈妈|媽媽|爸爸|新手|小白)(?:[，,].*)?[。.!！]*$"),
        (FactKind.TOOL, rf"(?:{_I_AM} using|i (?:mostly |mainly |usually |always )?(?:use|work with|code in|program in|run my .{{3,}} on)) .{{2,}}"),
        (FactKind.TOOL, r"我(?:平时|平時|现在|現在|一般|主要|一直)?(?:在)?(?:用的是|使用|用)(?!什么|什麼|不).{2,}"),
        (FactKind.KNOWN, r"i (?:already (?:know|understand|use)|(?:have )?(?:already )?(?:learned|learnt|studied) (?:about )?).{3,}"),
        (FactKind.KNOWN, r"我(?:已经|已經|早就)?(?:会|會|学过|學過|懂|熟悉|了解过|了解過)(?!不).{2,}"),
        (FactKind.LIKING, r"i (?:prefer|like it (?:best|better) when|learn best|would rather|'d rather) .{3,}"),
        (FactKind.LIKING, r"please (?:always|never|from now on) .{4,}"),
        (FactKind.LIKING, r"(?:我(?:更|比较|比較|最)喜[欢歡]|请(?:以后|每次|总是|一直)|請(?:以後|每次|總是|一直)|以后请|以後請).{2,}"),
    )
)  # fmt: skip

_END = " \t\n.。!！,，;；"


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a message says of who wrote it."""

    kind: FactKind
    text: str


def said_in(message: str) -> tuple[Said, ...]:
    """What the learner says of themselves in a message, one fact a sentence, in their own words.

    A sentence that asks to have something remembered, beside others, gives a note.
    """
    found = (_said(_statement(sentence)) for sentence in SENTENCE.findall(message))
    return tuple([one for one in found if one is not None][:_MOST])


def asked_in(message: str) -> str:
    """The message without what the learner says of themselves, as it is looked up; all of it where it asks nothing else."""
    left: list[str] = []
    for sentence in SENTENCE.findall(message):
        _, *asks = TURNS_TO_ASKING.split(sentence.strip(), maxsplit=1)
        left += [sentence] if _said(_statement(sentence)) is None else asks
    asked = " ".join(" ".join(left).split())
    return asked if any(character.isalnum() for character in asked) else message


def notes_in(message: str) -> tuple[Said, ...]:
    """Of what the learner says, only what they ask to have remembered."""
    return tuple(one for one in said_in(message) if one.kind is FactKind.NOTE)


def _statement(sentence: str) -> str:
    """What a sentence states before it asks ("I'm a nurse, what is a token?"); "" where it only asks."""
    parts = TURNS_TO_ASKING.split(sentence.strip(), maxsplit=1)
    return "" if len(parts) == 1 and _ASKS.search(sentence) else parts[0]


def _said(statement: str) -> Said | None:
    if what := to_be_remembered(statement):
        return Said(FactKind.NOTE, what)
    for kind, rule in _RULES:
        if match := rule.search(statement):
            return Said(kind, match["fact"].strip(_END)[:FACT_LENGTH])
    return None
