"""What a learner asks to have remembered or forgotten, by rules.

Only the words of one message of one learner ever come in here. What merely speaks of forgetting ("忘记密码怎么办", "Never mind, forget it")
is no wish: a wish that was not meant takes something away.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from bot.memory.facts.values import FACT_LENGTH

_ASKS = re.compile(r"[?？]\s*$|[吗嗎呢][?？。.!！]*\s*$")
_IS_A_QUESTION = re.compile(r"怎[么麼]|什[么麼]|如何|[为為]何|[吗嗎]|哪[里裡个個些]|多少")
_OF_ONESELF = re.compile(r"\b(?:i|my|me|mine|we|our|us)\b|我", re.IGNORECASE)
_END = " \t\n.。!！,，;；"

_PLEASE = r"^(?:(?:please|can you|could you|would you|hey|tutor|ok|and)[, ]+)*"
_ZH_PLEASE = "^(?:请|請|麻烦|麻煩|帮我|幫我|你|老师|老師|能不能|可以|，|,| )*"

_REMEMBER = (
    re.compile(
        _PLEASE + r"(?:remember|note|keep in mind|don['’]?t forget|memori[sz]e)(?:\s+that\s+|\s*[:,]\s*|\s+(?=(?:i|i['’]m|my|we)\b))(?P<what>.+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(_ZH_PLEASE + "(?:记住|記住|记得(?=我)|記得(?=我)|记一下|記一下|记下来|記下來|记下|記下)[：:，, ]*(?P<what>.+)", re.DOTALL),
)  # fmt: skip
_FORGET = (
    re.compile(
        _PLEASE + r"(?:forget|don['’]?t remember|stop remembering|unlearn)(?:\s+(?:that|about)\s+|\s*[:,]\s*|\s+(?=(?:i|i['’]m|my|what i)\b))(?P<what>.+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(_ZH_PLEASE + "(?:忘掉|忘记|忘記|别记|別記|不要记|不要記|别再记|別再記)(?:住)?[：:，, ]*(?P<what>.+)", re.DOTALL),
)  # fmt: skip

_FORGET_ZH = "(?:忘掉|忘记|忘記|忘了|清空|清除|删掉|刪掉|删除|刪除)"
_MEMORY_ZH = "(?:(?:关于|關於)?(?:你|我)的?)?(?:一切|所有|全部|记忆|記憶)"
_FORGET_ALL = (
    re.compile(
        _PLEASE + r"(?:forget|delete|erase|clear|wipe)\s+(?:everything|all|me|(?:all )?my (?:data|history|memory|questions)|your memory)"
        r"(?:\s+(?:about me|of me|you (?:know|remember|have)(?: (?:about|of) me)?|i(?:['’]ve)? (?:said|told you|asked|wrote)(?: you)?"
        r"|we (?:said|talked about)|here|now|please))*$",
        re.IGNORECASE,
    ),
    re.compile(f"{_ZH_PLEASE}{_FORGET_ZH}(?:{_MEMORY_ZH}.{{0,8}}|我)$"),
    re.compile(f"{_ZH_PLEASE}把(?:{_MEMORY_ZH}.{{0,8}}?|我)(?:都|全)?{_FORGET_ZH}吧?$"),
)  # fmt: skip
_FORGET_LAST = (
    re.compile(
        _PLEASE + r"(?:forget|delete|erase)\s+(?:what i(?:['’]ve)? just (?:said|asked|wrote|told you)|(?:my|the|our) last (?:question|message|answer|turn))$",
        re.IGNORECASE,
    ),
    re.compile(
        f"{_ZH_PLEASE}{_FORGET_ZH}我?(?:刚才|剛才|刚刚|剛剛|上一?[个個條条句]|最[后後]一?[个個條条句])我?(?:说|說|问|問)?的?"
        "(?:话|話|问题|問題|内容|內容|那句|消息|訊息)?$"
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remember:
    """This is to be remembered."""

    what: str


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What was said about this is to be forgotten."""

    what: str


class ForgetWhole(Enum):
    """What is to be forgotten without saying what it is about."""

    LAST = auto()
    """The last question with its answer."""
    ALL = auto()


Wish = Remember | Forgetting | ForgetWhole


def wish_in(message: str) -> Wish | None:
    """Whether the whole message asks to remember or to forget something."""
    said = message.strip()
    if _ASKS.search(said):
        return None
    bare = said.strip(_END)
    if any(pattern.search(bare) for pattern in _FORGET_ALL):
        return ForgetWhole.ALL
    if any(pattern.search(bare) for pattern in _FORGET_LAST):
        return ForgetWhole.LAST
    what = _what(said, _FORGET)
    if what:
        return Forgetting(what)
    what = _what(said, _REMEMBER)
    return Remember(what) if what else None


def to_be_remembered(sentence: str) -> str:
    """What a sentence among others asks to have remembered of its writer ("Note that tokens are short" asks nothing); else ""."""
    what = "" if _ASKS.search(sentence) else _what(sentence.strip(), _REMEMBER)
    return what if _OF_ONESELF.search(what) else ""


def _what(said: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    for pattern in patterns:
        if match := pattern.search(said):
            what = match["what"].strip(_END)[:FACT_LENGTH]
            return "" if _IS_A_QUESTION.search(what) else what
    return ""
