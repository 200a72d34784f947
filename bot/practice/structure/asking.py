"""Whether a prompt asks for anything, and whether what it asks for brings a form of answer along.

By how sentences are built rather than by what they say: an order begins with a verb that nobody is the subject of, a
question with its word or ends with its mark, a wish names who wishes, and a bare "three facts" is an order without a verb.
What tells (has a subject) or names (a heading, a label before material) asks for nothing. Where neither can be seen the
prompt has the benefit of the doubt: an order that is overlooked is a false alarm, which teaches learners to ignore all others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.practice.folding import has_han
from bot.practice.structure import lexicon
from bot.practice.structure.asking_chinese import chinese_request
from bot.practice.structure.requests import Request
from bot.practice.structure.verbs import DOUBTFUL, OPEN, SURE

_SENTENCE = re.compile(r"(?<=[.!?;。！？；…．])[\"”')\]]*\s*|\n+|\s[–—]\s")
_LABELLED = re.compile(
    r"^[\s#>*\-•·\d.)(\[\]]*(?P<label>[A-Za-z\u4e00-\u9fff][\w '/&-]{0,30}?)\s*\d{0,2}\]?\**\s*[:：]\**\s*(?P<rest>.*)$"
)
_MANY = 3
"""So many sentences that tell make a document of what does not clearly ask."""
_MARKERS = re.compile(r"^(?:[\s#>*\-•·–—\"“”'`(\[]+|\(?\d{1,2}[.)](?=\s)|[a-z][.)]\s)+")


class _Label(Enum):
    ORDER = auto()
    """What stands behind it is what is wanted."""
    MATERIAL = auto()
    """What stands behind it is for the model to work on."""
    OTHER = auto()


_ORDER_LABELS = re.compile(
    r"(?:your |the |my )?(?:task|objective|goal|aim|instructions?|request|job|prompt|command|assignment|deliverables?|exercise|requirements?|"
    r"(?:expected |desired |answer |output |response )?(?:output|response|result|answer format|format)|what (?:i need|to do)|to ?do)"
    r"|任务|目标|目的|要求|指令|需求|请求|作业|输出|输出格式|格式|题目要求|提问|工作",
    re.IGNORECASE,
)
_MATERIAL_LABELS = re.compile(
    r"(?:the )?(?:input|text|message|mail|e-?mail|letter|note|notes|comment|review|tweet|post|ticket|customer|user|client|guest|reader|visitor|"
    r"patient|word|words|sentence|paragraph|passage|passages|article|document|source|data|table|code|transcript|dialogue|chat|title|headline|"
    r"topic|subject|product|name|names|dish|item|items|price|prices|facts?|context|background|situation|audience|style|tone|idea|story|abstract|"
    r"report|order|complaint|example|claim|statement|problem|recipe|menu|list|plan|contract|clause|offer|entries|material|materials|[a-d])"
    r"|输入|文本|文字|文章|原文|来信|邮件|信|留言|评论|帖子|工单|顾客|客户|用户|客人|读者|词|词语|单词|句子|段落|文档|资料|材料|数据|表格|代码|文字稿|对话|标题|"
    r"主题|话题|产品|商品|名称|姓名|菜品|价格|价目表|事实|背景|情况|受众|对象|风格|语气|想法|故事|摘要|报告|订单|投诉|客訴|活动|例子|示例|说法|话|题目|食谱|菜谱|菜单|合同|条款|[甲乙丙丁]",
    re.IGNORECASE,
)

_FILLERS = re.compile(
    r"(?:(?:please|pls|plz|kindly|hey|hi|hello|there|ok|okay|now|then|next|first|second|third|finally|lastly|afterwards|also|and|or|but|so|"
    r"just|only|simply|always|never|again|instead|otherwise|still|therefore|maybe|do not|don't|dont|dear [a-z]+|so kind as to|be so kind(?: as)? to|"
    r"carefully|briefly|(?:[a-z]{3,}ly)(?<!reply)(?<!apply)(?<!supply)(?<!multiply)(?<!comply))\b[\s,:]*)+"
)
_BEFORE = re.compile(
    r"(?:if|when|whenever|once|unless|until|while|where|for|in|on|with|without|within|using|based on|given|from|as|at|by|before|after|to|"
    r"considering|according to|following|like|under|between|because|since|during|out of|of|among|imagine|suppose|assuming|taking|having|"
    r"except|besides|starting|acting|via|per|about|regarding|concerning|inspired by|written)\b[^,;:]{1,160}[,:]\s*"
)
_WISH = re.compile(
    r"\b(?:i|we) (?:want|need|would (?:like|love)|wish|am looking for|are looking for|require|expect|ask)\b|\b(?:i|we)['’]d (?:like|love)\b|"
    r"\b(?:looking for|would be (?:great|nice|good|helpful|lovely)|(?:need|want) (?:a|an|some|to|help)|help (?:me|us)\b|let['’]?s\b|let us\b|"
    r"tell me|(?:can|could|will|would) (?:you|u)\b|you(?:['’]ll| will| must| should| shall| need to| have to| are to| are asked)|"
    r"your (?:\w+ )?(?:task|job|goal|mission|assignment|work|duty)\b|would appreciate|(?:is|are) (?:needed|wanted|required|asked|requested)|up to you|(?:should|must|needs? to|ha(?:s|ve) to) be [a-z]+)"
)
_DUTY = re.compile(
    r"\b(?:answers?|outputs?|repl(?:y|ies)|responses?|results?|texts?|summar(?:y|ies)|translations?|lists?|tables?|essays?|stor(?:y|ies)|e-?mails?|"
    r"letters?|poems?|minutes|code|function|title|it|they|each \w+|every \w+|everything|all \w+)\b[^.]{0,30}?\b(?:should|must|needs? to|ha(?:s|ve) to|shall|is to|are to)\b"
)
_YOU_DO = re.compile(r"\byou (?:only |always |never |then |also |just )?([a-z]+)")
_QUESTION = re.compile(
    r"(?:what|whats|what's|who|whom|whose|which|how|hows|why|where|when|is|are|was|were|do|does|did|can|could|would|should|shall|will|am i|"
    r"has|have|isn't|aren't|don't|doesn't)\s+\S"
)
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|a (?:hundred|dozen|few|couple)|several|some|no)"
_VERBLESS = re.compile(rf"{_COUNT}(?:[- ][\w'’-]+)+")
_THINGS = re.compile(
    r"(?:e-?mail|letter|poem|story|essay|summary|list|table|slogan|title|caption|tweet|post|script|recipe|outline|quiz|joke|song|lyrics|haiku|"
    r"limerick|sonnet|speech|description|bio|biography|code|function|query|regex|headline|advert(?:isement)?|article|blog|paragraph|dialogue|menu|"
    r"logo|names?|ideas?|tips|examples?|synonyms?|translation|jokes|questions|reasons|ways|steps|facts|pros and cons|differences?|meaning|"
    r"definition|overview|explanation|comparison|plan|schedule|itinerary|checklist|flashcards|template|press release|cover letter|resume|cv)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|had|have|did|does|will|would|'s|[a-z]{3,}ed|went|came|said|got|made|took|lost|won|opens?|costs?|works?|never|needs?)\b"
)
_SUBJECTS = re.compile(
    r"(?:i|i'm|i've|i’m|we|we're|he|she|it|it's|they|there|here|many|most|nobody|someone|"
    r"everyone|dear|hello|hi|regards|thanks)\b"
)
_NAMED = re.compile(r"(?:this|that|these|those|my|our|his|her|its|their|the)\b")
_OBJECT_NEXT = re.compile(
    r"(?:an?|the|this|that|these|those|my|our|your|his|her|its|their|me|us|it|them|him|each|every|all|any|both|no|some|only|as|to|in|with|"
    r"whether|if|how|what|why|which|who|whose|where|when|up|out|down|off|over|through|together|between|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|\d+\S*|\{\S*|<\S*|[\"“'`]\S*)$"
)
_NOUN_NEXT = frozenset(
    "of from by is are was were has had and or at written about for on – - : | = will can".split()
)
_NO_ORDER = frozenset(
    "about above after again against because before behind below beside beyond despite except inside into near since than though "
    "through toward under unlike until upon versus while with within without yesterday today tomorrow perhaps maybe here there "
    "not nor yet both either neither such much more less least best good great dear yes none never ever even".split()
)
_ENDINGS = re.compile(r"(?:[^s]s|ed|ing|tion|ness|ity|ous|ful|ive|al|ic|er|or|ist|ism)$")
_TELLING = frozenset(("tell", "talk", "speak", "teach", "present"))
_ABOUT = re.compile(r"\b(?:about|what|how|why|of|on)\b")
_WORD = re.compile(r"[a-z][a-z'’-]*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a prompt asks for."""

    asks: bool
    leaves_form_open: bool
    """Whether its first request has no form of answer of its own: *explain*, *discuss*; a translation or a poem has one."""


def asked_in(said: str) -> Asked:
    """What is asked in the part of a prompt that is said to the model, its material taken out."""
    found: list[Request | None] = []
    for sentence, is_behind_label in _sentences(said):
        request = chinese_request(sentence) if has_han(sentence) else _english_request(sentence)
        found.append(None if is_behind_label and request is Request.MAYBE else request)
    first = next((one for one in found if one is not None and one is not Request.MAYBE), None)
    is_a_document = found.count(None) >= _MANY
    asks = first is not None or (Request.MAYBE in found and not is_a_document)
    return Asked(asks, first is Request.OPEN)


def _sentences(said: str) -> Iterator[tuple[str, bool]]:
    """Sentences and lines, without what a label says is material; and whether a label that says nothing stood before it."""
    for piece in _SENTENCE.split(said):
        if not piece or not piece.strip():
            continue
        found = _LABELLED.match(piece)
        if found is None or _is_order(found["label"]):
            yield piece.strip(), False
            continue
        kind, rest = _kind(found["label"]), found["rest"].strip()
        if kind is _Label.ORDER and rest and not re.fullmatch(r"[{<\[].*[}>\]]", rest):
            yield f"请{rest}" if has_han(rest) else f"I want {rest}", False
        elif kind is _Label.OTHER and rest:
            yield rest, True


def _kind(label: str) -> _Label:
    bare = label.strip()
    if _ORDER_LABELS.fullmatch(bare):
        return _Label.ORDER
    return _Label.MATERIAL if _MATERIAL_LABELS.fullmatch(bare) else _Label.OTHER


def _is_order(label: str) -> bool:
    """Whether what stands before a colon is an order itself, as in "Translate to Polish: …"."""
    words = label.split()
    if has_han(label):
        return chinese_request(label) is not None
    if words[0].casefold() in DOUBTFUL:
        return len(words) > 1 and words[1].casefold() not in _NOUN_NEXT
    return words[0].casefold() in SURE or len(words) > 3


def _english_request(sentence: str) -> Request | None:
    text = _MARKERS.sub("", sentence.casefold().replace("’", "'"))
    if not _WORD.search(text):
        return None
    bare = text
    for _ in range(3):  # "Now, in ten words and without jargon, please explain …"
        shorter = _BEFORE.sub("", _FILLERS.sub("", bare, count=1) if _FILLERS.match(bare) else bare, count=1)
        shorter = shorter if _BEFORE.match(bare) or _FILLERS.match(bare) else bare
        if shorter == bare or not shorter:
            break
        bare = shorter
    if (order := _order(bare)) is not None:
        return order
    if (splice := _later_order(text)) is not None:
        return splice
    if _WISH.search(text) or _DUTY.search(text):
        return _by_verbs(text)
    if text.rstrip(" \"”')").endswith("?") or _QUESTION.match(bare):
        return Request.WITH_FORM
    if any(found[1] in SURE for found in _YOU_DO.finditer(text)):
        return Request.WITH_FORM
    if text.rstrip("* ").endswith((":", "：")) or sentence.lstrip().startswith(("#", "|")):
        return None
    if _VERBLESS.match(bare) and not _FINITE.search(bare):
        return Request.MAYBE
    return None if _tells(bare, sentence) else Request.MAYBE


def _order(bare: str) -> Request | None:
    """Whether a clause begins with a verb that nobody is the subject of."""
    words = bare.split()
    found = _WORD.match(words[0]) if words else None
    if found is None:
        return None
    first, is_alone = found.group(), len(words) == 1 or words[0] != found.group()
    follower = "" if len(words) == 1 else words[1].strip(",.;!?*")
    if first in SURE:
        return _form_of(first, bare)
    if first in DOUBTFUL:
        if is_alone or follower in _NOUN_NEXT or words[1] in _NOUN_NEXT:
            return None
        return _form_of(first, bare)
    if (
        first in _NO_ORDER
        or is_alone
        or len(first) < 3
        or _ENDINGS.search(first)
        or _SUBJECTS.match(bare)
        or _NAMED.match(bare)
    ):
        return None
    return Request.WITH_FORM if _OBJECT_NEXT.match(follower) else None


def _later_order(text: str) -> Request | None:
    """An order behind a comma or a colon: "I have two cats, suggest names"."""
    for found in re.finditer(
        r"([,:;]|\bthen\b|\band\b)\s+(?:please |then |and |so |just |only )*([a-z]+)\s+(\S+)", text
    ):
        follower = found[3].strip(",.;")
        is_order = (
            follower not in ("and", "or") if found[1] == "," else _OBJECT_NEXT.match(follower) is not None
        )
        if found[2] in SURE and is_order:
            return _form_of(found[2], text[found.end() :])
    return None


def _by_verbs(text: str) -> Request:
    """A wish has the form of what is wished: the first word of an order in it."""
    for found in _WORD.finditer(text):
        word = found.group()
        if word in OPEN and (form := _form_of(word, text)) is Request.OPEN:
            return form
        if word in SURE and word not in ("help", "like", "need", "want", "let", "try", "act", "give", "get"):
            return Request.WITH_FORM
    return Request.WITH_FORM


def _form_of(verb: str, rest: str) -> Request:
    if verb in _TELLING:
        about = _ABOUT.search(rest)
        if about is None or _THINGS.search(
            rest[: about.start()]
        ):  # "tell me a joke about …" names what is wanted
            return Request.WITH_FORM
    return Request.OPEN if verb in OPEN else Request.WITH_FORM


def _tells(bare: str, sentence: str) -> bool:
    """Whether a clause has a subject, or names something and asks for nothing."""
    words = bare.split()
    if (
        _THINGS.search(" ".join(words[:4]))
        and not _FINITE.search(bare)
        and not _SUBJECTS.match(bare)
        and not _NAMED.match(bare)
    ):
        return False
    if _SUBJECTS.match(bare) or _FINITE.search(bare) or len(words) < 3:
        return True
    if lexicon.FORMAT.search(
        sentence
    ):  # what is named together with its form is wanted: "The recipe, in two paragraphs"
        return False
    is_named = re.match(r"[a-z'-]+(?: [a-z'-]+){0,3} (?:of|from|by|at|in|for) ", bare) is not None
    return is_named or _NAMED.match(bare) is not None or _is_data(bare, sentence)


def _is_data(bare: str, sentence: str) -> bool:
    """Whether a line is mostly figures, or a heading in capitals, or one of a table."""
    digits = sum(character.isdigit() for character in sentence)
    is_row = "," in bare and " " not in bare
    return is_row or sentence.istitle() or digits * 4 > len(sentence)
