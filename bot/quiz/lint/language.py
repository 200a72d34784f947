"""Whether a text was written by a person in the item's language: scripts, marks, debris of machine translation."""

import re
from collections.abc import Iterator

from bot.lessons.traditional import to_simplified
from bot.quiz.items import Item
from bot.quiz.lint.findings import Code, Finding
from bot.quiz.lint.parts import HAN, PlacedText, prose, texts_of, without_code
from bot.texts.locales import Locale

_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_CHINESE_MARKS = re.compile(r"[，。？！；：、（）【】《》]")
_FULL_WIDTH = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_LOOK_ALIKE = re.compile(
    r"\w*(?:[a-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][a-z])\w*", re.IGNORECASE
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]{2,}")
_ENGLISH_RUN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*){4,}")
_SMALL_ENGLISH = re.compile(
    r"(?<=[\u3400-\u9fff])\s*\b(?:the|is|are|of|and|or|to|with|for|by|which|that|not|from|this|because|when|will|can|does|did|was|were|has|have|it|they|we|you)\b\s*(?=[\u3400-\u9fffA-Za-z])"
)
_HALF_WIDTH = re.compile(
    r"[\u3400-\u9fff]\s?[,?!;:](?=\s|[\u3400-\u9fff]|$)|[\u3400-\u9fff]\.(?=\s|$|[\u3400-\u9fff])"
)
_SPACED = re.compile(r"[\u3400-\u9fff] [\u3400-\u9fff] [\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]{2,}")

_TAGS = re.compile(
    r"</?(?:br|p|b|i|em|strong|span|div|g|x|ph|bpt|ept|mrk|font|td|tr|li|ul|a)\b[^>]*/?>|&(?:nbsp|quot|amp|lt|gt|#\d+|#x[\da-f]+|rsquo|ldquo|rdquo);"
    r"|\{\{?\s*\d+\s*\}?\}|%(?:\d\$)?[sd]\b|__\w*PH\w*__|\[\[\d+\]\]|【\d+】|⟦.*?⟧|\bX{3,}\b|\b(?:TODO|FIXME|TBD)\b|lorem ipsum|\\n|\\u[\da-f]{4}",
    re.IGNORECASE,
)
_MOJIBAKE = re.compile(r"\ufffd|â€[™œ\x9d“”¢]|Ã[©¨¤¶¼±]|Â[ \xa0°]|ï¼[Œš]|锟斤拷|烫烫|é—®|ä¸[­­\x80-\xbf]")
_TALK = re.compile(
    r"\bas an ai\b[^.]{0,20}\bmodel\b[^.]{0,8}\b(?:i|,)|\b(?:here(?:['’]s| is) (?:the|a|your) (?:translation|translated)|translated (?:text|version)|translation:|note from (?:the )?translator|machine[- ]translated)"
    r"|作为(?:一个|一名)?(?:人工智能|AI)(?:语言模型|助手|模型)[，,]|以下是(?:翻译|译文)|翻译(?:如下|结果)|^译文?[：:]|译者注|机器翻译[：:]|\(译\)|（译）|\[译\]|【译】",
    re.IGNORECASE,
)
_DOUBLED_ENGLISH = re.compile(r"\b([a-z]{2,})\s+\1\b", re.IGNORECASE)
_DOUBLES = frozenset("had that very is ha bla bye no tick knock".split())
_DOUBLED_CHINESE = re.compile(
    r"([\u3400-\u9fff]{2,6})\1|(?<!真)的的|了了|是是|在在|和和|地地(?!道)|[，。？！；：、]{2,}(?<!……)"
)
_REDUPLICATED = frozenset(
    {"讨论", "研究", "考虑", "尝试", "想象", "哈哈", "常常", "慢慢", "打扫", "学习", "休息", "检查", "试试"}
)
_SPACE_BEFORE_MARK = re.compile(
    r"[A-Za-z)] +[,;:?!](?=\s|$)|[A-Za-z)] +\.(?=\s[A-Z]|$)|,,|;;|\?\?|(?<!\.)\.\.(?!\.)"
)
_ENGLISH_WORDS = re.compile(
    r"\b(?:word elements?|hint words?|cue words?|prompt words?|prompt project(?:ion)?|large(?:-scale)? language big model|big language models?|the big models?|artificial intelligent"
    r"|illusion phenomenon|fine[- ]adjustments?|intensive learning|vectori[sz]ation of words is|knowledge distill\b|(?:is|are|was) (?:is|are|was)|can able to|the following which|which one of following|according to the above text|in the the"
    r"|(?:informations|knowledges|datas|softwares|researches shows|trainings data|outputed|inputed|splitted)|please to \w+|how to do\?$|what is it mean|does (?:\w+ )?(?:means|uses|makes|gives|has|does|is)\b|does (?:works|helps|needs|takes|gets|learns|tells|says|shows|happens|comes|keeps)\b|did (?:\w+ )?(?:meant|used|made|gave|had))\b",
    re.IGNORECASE,
)
_CHINESE_WORDS = re.compile(
    r"变形金刚|代币|即时工程|及时工程|迅速工程|快速工程|提示的工程|大的语言模型|大型的语言模型|训练有素的数据|火车数据|列车集|列车数据|培训数据集?|精调谐|微调谐|罚款调整|罚款调优|上下文窗户|语境窗户"
    r"|令牌化器|词语元素|象征化|标记物|变压器|抹布(?:系统|技术|模型)|美洲驼模型|思想链条|思维的链|链的思想|幻视|神经的网络|深深的学习|矢量的数据库|嵌入物|温度计参数|顶部\s?-?[pP]|贪心的解码|注意机构|注意头脑"
    r"|被[^，。；]{1,12}所被|对于[^，。；]{1,10}来说的话是|它是(?:被|由)[^，。；]{1,14}的是|一个的|这个的|当[^，。；]{2,20}的时候时|们的们|通过使用了的|是被[^，。；]{1,10}的。?$|以下哪(?:个|项)一个|下列的哪|哪一个的是"
)


def language_findings(item: Item, locale: Locale) -> Iterator[Finding]:
    """Mixed scripts and debris, text by text: one finding of each code for one text."""
    for placed in texts_of(item):
        if not placed.text:
            continue
        found = _chinese_script(placed.text, locale) if locale.is_chinese else _english_script(placed.text)
        if found:
            yield Finding(Code.MIXED_SCRIPT, placed.place, found)
        found = _debris(placed, locale)
        if found:
            yield Finding(Code.MACHINE_TRANSLATION, placed.place, found)


def _english_script(text: str) -> str:
    bare = re.sub(r"\([^)]*\)", " ", prose(text))
    return _first((_HAN_RUN, _KANA, _CHINESE_MARKS, _FULL_WIDTH, _LOOK_ALIKE, _CYRILLIC), bare)


def _chinese_script(text: str, locale: Locale) -> str:
    bare = re.sub(r"[（(][^）)]*[）)]", "；", prose(text))
    found = _first(
        (_ENGLISH_RUN, _SMALL_ENGLISH, _HALF_WIDTH, _FULL_WIDTH, _LOOK_ALIKE, _CYRILLIC, _KANA), bare
    )
    if found or locale is not Locale.ZH_CN:
        return found
    if len(bare) > 12 and not HAN.search(text) and len(re.findall(r"[A-Za-z]{2,}", bare)) >= 4:
        return text
    for ours, simplified in zip(bare, to_simplified(bare), strict=False):
        if ours != simplified:
            return ours
    return ""


def _debris(placed: PlacedText, locale: Locale) -> str:
    text = without_code(placed.text)
    found = _first((_TAGS, _MOJIBAKE, _TALK), text)
    if found:
        return found
    if locale.is_chinese:
        found = _first((_SPACED, _CHINESE_WORDS), text)
        if found:
            return found
        doubled = _DOUBLED_CHINESE.search(prose(placed.text))
        return doubled.group() if doubled and not _is_natural(doubled[1] or "") else ""
    bare = prose(placed.text)
    doubled_words = [it.group() for it in _DOUBLED_ENGLISH.finditer(bare) if it[1].casefold() not in _DOUBLES]
    return doubled_words[0] if doubled_words else _first((_SPACE_BEFORE_MARK, _ENGLISH_WORDS), bare)


def _is_natural(doubled: str) -> bool:
    """Whether Chinese doubles it: 一行一行, 整页整页, 练着练着, 讨论讨论."""
    return (
        doubled in _REDUPLICATED
        or doubled.startswith(("一", "整", "每"))
        or doubled.endswith(("着", "来", "去"))
    )


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> str:
    for pattern in patterns:
        if found := pattern.search(text):
            return found.group().strip() or found.group()
    return ""
