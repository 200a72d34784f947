"""What a learner asks to have remembered or forgotten, and whether they ask what is remembered, by rules.

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

SENTENCE = re.compile(r"(?:[^.!?。！？;；\n]|\.(?=[^\s\u3400-\u9fff]))+[.!?。！？;；]*")
"""A sentence of a message, with what ends it; "v1.5" is no end."""
_REQUESTS = (
    r"(?:explain|tell me|show me|give me|describe|compare|summari[sz]e|help me|teach me|quiz me|define|walk me)\b"
    "|[请請]?(?:解释|解釋|告诉我|告訴我|讲讲|講講|讲一下|講一下|说说|說說|介绍|介紹|比较一下|比較一下|总结|總結|举个?例|舉個?例|帮我|幫我|教我)"
    "|用.{1,8}(?:解释|解釋|说明|說明|讲|講)"
)
_QUESTIONS = (
    r"(?:what|how|why|which|can|could|would|should|is|are|do|does)\b"
    "|请问|請問|怎[么麼]|什[么麼]|为什[么麼]|為什[么麼]|如何|能不能|能否|可以|那"
)
TURNS_TO_ASKING = re.compile(
    rf"[,，、]\s*(?:(?:and|so|but|then|now|also)\s+|然后|然後|再)?(?={_QUESTIONS}|{_REQUESTS})|\s+(?:and|then)\s+(?:then\s+)?(?={_REQUESTS})",
    re.IGNORECASE,
)
"""Where a sentence goes on from saying something to asking for something ("I'm a nurse, what is a token?")."""
_REQUEST = re.compile(
    "^(?:(?:and|so|but|then|now|also|ok|please|hey|还有|還有|另外|然后|然後|那么?|对了|對了|顺便|順便)[,， ]*)*"
    rf"(?:{_QUESTIONS}|{_REQUESTS}|(?:where|when|who)\b)",
    re.IGNORECASE,
)

_PLEASE = r"^(?:(?:please|can you|could you|would you|hey|tutor|ok|and)[, ]+)*"
_ZH_PLEASE = "^(?:请|請|麻烦|麻煩|帮我|幫我|你|老师|老師|能不能|可以|，|,| )*"

_REMEMBER = (
    re.compile(
        _PLEASE + r"(?:remember|note|keep in mind|don['’]?t forget|memori[sz]e)(?:\s+that\s+|\s*[:,]\s*|\s+(?=(?:i|i['’]m|my|we)\b))(?P<what>.+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(_ZH_PLEASE + "(?:记住|記住|记得(?=我)|記得(?=我)|记一下|記一下|记下来|記下來|记下|記下)[：:，, ]*(?P<what>.+)", re.DOTALL),
)  # fmt: skip
_REMEMBER_IT = (
    re.compile(_PLEASE + r"(?:remember|note|keep in mind|memori[sz]e|don['’]?t forget)(?: (?:this|that|it|these))(?:,? please)?$", re.IGNORECASE),
    re.compile(_ZH_PLEASE + "(?:把)?(?:[这這]个|[这這]個|[这這]些|[这這]一?[点點条條]|它)?(?:记住|記住|记一下|記一下|记下来|記下來|记下|記下)(?:[这這][个個]|[这這]些|[这這]一?[点點条條]|它)?吧?$"),
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

_KNOW = r"(?:remember|know|recall|have (?:stored|saved|noted|kept|remembered|learned|learnt))"
_SHOW = (
    re.compile(
        _PLEASE + rf"(?:(?:tell|show) me\s+)?(?:what|which (?:things|facts)|how much)\s+(?:else\s+)?(?:do you\s+|have you\s+|you\s+|you['’]ve\s+)(?:still\s+|already\s+)?"
        rf"(?:{_KNOW}|stored|saved|noted|kept|remembered|learned|learnt)(?:\s+so far)?\s+(?:about|of|on|from)\s+(?:me|myself)(?:\s+(?:here|so far|now|already))*$",
        re.IGNORECASE,
    ),
    re.compile(
        _PLEASE + r"do you (?:still |even )?(?:remember|know)\s+(?:me|who i am|my name|(?:anything|something) (?:about|of) me|(?:that )?i(?:['’]m| am)\b.{1,80})$",
        re.IGNORECASE,
    ),
    re.compile(
        _PLEASE + r"(?:(?:(?:tell|show|remind) me |summari[sz]e )?what (?:have |did )?(?:we|i) (?:already |just )?(?:talk(?:ed)? about|discuss(?:ed)?|ask(?:ed)?(?: you)?)"
        r"|what (?:was|were|is) my (?:first|last|previous|earlier) questions?)(?:\s+(?:so far|before|earlier|today|last time|here))*$",
        re.IGNORECASE,
    ),
    re.compile(
        _PLEASE + r"(?:(?:show|tell) me |what(?:['’]s| is) in )(?:your memory|your notes|my memory|everything you (?:know|remember))(?:\s+(?:about|of|on) me)?$",
        re.IGNORECASE,
    ),
    re.compile(
        f"{_ZH_PLEASE}(?:告诉我|告訴我|说说|說說)?你?(?:都|还|還|现在|現在)*(?:记得|記得|记住了?|記住了?|记了|記了|知道|了解|瞭解|存了|保存了)"
        "(?:关于|關於|有关|有關)?我(?:的)?(?:些|哪些|什[么麼]|多少|是[谁誰]|叫什[么麼](?:名字)?|的名字|(?:哪|什[么麼])些?(?:事情?|信息|資訊|资料|資料))*[吗嗎呢啊]?$"
    ),
    re.compile(
        f"{_ZH_PLEASE}(?:总结|總結)?(?:一下)?(?:我们|我們)(?:之前|以前|刚才|剛才|都|今天)*(?:聊|谈|談|说|說)(?:过|過|了)(?:的|些|哪些|什[么麼])?(?:内容|內容|东西|東西)?[吗嗎呢啊]?$"
        f"|{_ZH_PLEASE}我(?:之前|以前|刚才|剛才|都|已经|已經)*(?:问|問)(?:过|過|了)(?:你)?(?:些|哪些|什[么麼])(?:问题|問題)?[呢啊]?$"
        f"|{_ZH_PLEASE}我的?(?:第一|上一?|最[后後]一?)[个個]?(?:问题|問題)是什[么麼][呢啊]?$"
    ),
    re.compile(
        f"{_ZH_PLEASE}(?:关于|關於|有关|有關|对|對)(?:于|於)?我[，, ]?你?(?:都|还|還|现在|現在)*(?:记得|記得|记住了?|記住了?|记了|記了|知道|有什[么麼]印象|了解|瞭解|存了)"
        "(?:些|哪些|什[么麼]|多少|(?:哪|什[么麼])些?(?:事情?|信息|資訊|资料|資料))*[吗嗎呢啊]?$"
    ),
    re.compile("^(?:请问|請問)?[你我]的(?:记忆|記憶)(?:里|裡|中)?(?:都|还|還)?有(?:我的)?(?:些|哪些|什[么麼]|我)+[吗嗎呢啊]?$"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remember:
    """This is to be remembered."""

    what: str
    """"" where it is only pointed at ("Remember this")."""


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What was said about this is to be forgotten."""

    what: str


class ForgetWhole(Enum):
    """What is to be forgotten without saying what it is about."""

    LAST = auto()
    """The last question with its answer."""
    ALL = auto()


class Show(Enum):
    """What is to be shown."""

    ALL = auto()
    """All that is remembered of the learner."""


Wish = Remember | Forgetting | ForgetWhole | Show
"""What a learner can ask of their memory."""


def wish_in(message: str) -> Wish | None:
    """Whether the whole message asks to remember or to forget something, or what is remembered."""
    said = message.strip()
    if any(pattern.search(said.strip(f"{_END}?？")) for pattern in _SHOW):
        return Show.ALL
    if _ASKS.search(said):
        return None
    bare = said.strip(_END)
    if any(pattern.search(bare) for pattern in _FORGET_ALL):
        return ForgetWhole.ALL
    if any(pattern.search(bare) for pattern in _FORGET_LAST):
        return ForgetWhole.LAST
    what = _what(said, _FORGET)
    if what:
        return None if _goes_on_asking(said) else Forgetting(what)
    if any(pattern.search(bare) for pattern in _REMEMBER_IT):
        return Remember("")
    what = _what(said, _REMEMBER)
    return Remember(what) if what and not _goes_on_asking(said) else None


def _goes_on_asking(said: str) -> bool:
    """Whether a message that begins with a wish asks for something after it."""
    first, *others = SENTENCE.findall(said) or [said]
    return len(_pieces(first)) > 1 or any(map(asks, others))


@dataclass(frozen=True, slots=True)
class Parted:
    """A message that asks for more than one thing."""

    forget: tuple["Forgetting | ForgetWhole", ...]
    """What is to be forgotten."""
    asked: str
    """The rest: what it asks besides, also to have remembered."""


def parted(message: str) -> Parted | None:
    """What a message asks to have forgotten beside a question or a request ("Forget that I'm a nurse. What is a token?").

    None where it asks nothing else, or has nothing forgotten.
    """
    forget: list[Forgetting | ForgetWhole] = []
    asked: list[str] = []
    for sentence in SENTENCE.findall(message):
        first, *rest = _pieces(sentence)
        wish = wish_in(first)
        # "Forget about Python, what is RAG?" means never mind: it takes nothing away.
        if isinstance(wish, ForgetWhole) or (isinstance(wish, Forgetting) and _OF_ONESELF.search(first)):
            forget.append(wish)
            asked += rest
        else:
            asked.append(sentence)
    text = " ".join(" ".join(asked).split())
    return Parted(tuple(forget), text) if forget and asks(text) else None


def asks(text: str) -> bool:
    """Whether a text asks or requests anything."""
    return any(_ASKS.search(one) or _REQUEST.search(one.strip()) for one in SENTENCE.findall(text))


def _pieces(sentence: str) -> list[str]:
    """A sentence before and from where it turns to asking."""
    bare = sentence.strip()
    pieces = TURNS_TO_ASKING.split(bare, maxsplit=1)
    if len(pieces) == 1 and _ASKS.search(bare) and not _REQUEST.search(bare):
        return re.split(r"[,，]\s*(?=[^,，]*$)", bare, maxsplit=1)
    return pieces


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
