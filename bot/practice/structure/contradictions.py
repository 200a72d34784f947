"""Demands of one prompt that no answer can meet together. Only what is said to the model is read, not the material."""

import re
from collections.abc import Iterator

_NUMBERS = {
    **dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)),
    **dict(zip("一二三四五六七八九十", range(1, 11), strict=True)),
    "两": 2,
    "a": 1,
    "single": 1,
}
_N = r"(?P<n>\d+|one|two|three|four|five|six|seven|eight|nine|ten|[一二两三四五六七八九十]|a single|a)"
_UNIT = r"(?P<unit>words?|sentences?|lines?|paragraphs?|points?|bullets?|bullet points?|items?|names?|examples?|questions?|ideas?|characters?|个?字|句话?|行|段|条|点|个要点)"
_MODIFIER = r"(?:[- ]?(?:short|single|full|complete|clear|simple|brief|long))*"
_MOST = re.compile(
    rf"(?:at most|no more than|not more than|up to|under|below|fewer than|less than|max(?:imum)?(?: of)?|within|不超过|最多|少于|控制在|至多)\s*{_N}{_MODIFIER}[- ]?\s*{_UNIT}"
    rf"|(?P<n2>\d+|[一二两三四五六七八九十])\s*(?P<unit2>个?字|句话?|行|段|条)(?:以内|之内|以下)",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"(?:at least|no fewer than|no less than|not less than|min(?:imum)?(?: of)?|more than|over|不少于|至少|不低于|超过)(?<!不超过)\s*{_N}{_MODIFIER}[- ]?\s*{_UNIT}"
    rf"|(?P<n2>\d+|[一二两三四五六七八九十])\s*(?P<unit2>个?字|句话?|行|段|条)(?:以上)",
    re.IGNORECASE,
)
_EXACT = re.compile(
    rf"(?:exactly|(?:in|with|using|write|give|as)|用|写|分|正好|恰好|给出|列出|分成)\s*{_N}{_MODIFIER}[- ]?\s*{_UNIT}(?!以内|之内|以上|以下)",
    re.IGNORECASE,
)
_LANGUAGES = {
    "english": "en",
    "chinese": "zh",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "japanese": "ja",
    "英文": "en",
    "英语": "en",
    "中文": "zh",
    "汉语": "zh",
    "法语": "fr",
    "德语": "de",
    "西班牙语": "es",
    "日语": "ja",
    "日文": "ja",
}
_IN_LANGUAGE = re.compile(
    r"\b(?:answer|reply|respond|write|speak|output)(?:(?!\bnot\b)[^.\n]){0,40}? in (?P<a>english|chinese|french|german|spanish|japanese)\b"
    r"|(?:用|以)(?P<b>英文|英语|中文|汉语|法语|德语|西班牙语|日语|日文)(?:来)?(?:回答|回复|作答|输出|写|撰写|说明|解释)"
    r"|(?:回答|回复|输出|答案)(?:必须|要|请|应该?)?(?:使用|用|是|为)(?P<c>英文|英语|中文|汉语|法语|德语|西班牙语|日语|日文)",
    re.IGNORECASE,
)
_AS_FORMAT = re.compile(
    r"\b(?:answer|reply|respond|return|output|give|format|present|write)[^.\n]{0,40}?\b(?:as|in|with)\s+(?:valid |an? |one |the )*"
    r"(?P<a>json|csv|xml|yaml|table|bulleted list|bullet points|numbered list|plain text|prose|html)\b"
    r"|(?:用|以|输出为?|按|返回)\s*(?P<b>JSON|CSV|XML|YAML|HTML|表格|列表|纯文本|散文)(?:的?(?:格式|形式))?",
    re.IGNORECASE,
)

_NOT = r"(?:no|not|without|avoid|don't|do not|never|不要|不用|不必|不得|别|不|无需|禁止|避免)"
_OPPOSITES = tuple(
    (re.compile(left, re.IGNORECASE), re.compile(right, re.IGNORECASE))
    for left, right in (
        (
            r"\b(?:nothing else|no explanations?|without (?:any )?explanations?|do not explain|don't explain|only the (?:label|number|word|name|answer|letter|result)|"
            r"(?:a |one )single word|one word)\b|只(?:回答|输出|写|给出?|返回)(?:结果|答案|数字|标签|一个词|名称|名字)|不(?:要|用|必|需要?)(?:任何)?(?:解释|说明)",
            rf"(?<!{'not '})(?<!don't )(?<!without )\b(?:explain (?:your|why|how|in|each|the)|give (?:your |the |two |three )?reasons|show your (?:work|reasoning|working)|justify|"
            r"think step by step|describe your)\b|(?<!不要)(?<!不用)(?<!不必)(?<!不需要)(?<!无需)(?:解释(?:理由|原因|为什么|一下|你)|说明(?:理由|原因|为什么)|给出(?:理由|原因|推理)|写出(?:推理|思考|理由)|详细解释)",
        ),
        (
            r"\b(?:be brief|briefly|be concise|concise(?:ly)?|keep it short|as short as possible|very short|in one sentence|a single sentence|one short (?:sentence|paragraph)|"
            r"(?:under|at most|no more than|within) [1-5]?\d words)\b|简短|简洁|简明|一句话|越短越好|言简意赅",
            r"\b(?:in (?:great |full |much |as much )?detail|be (?:exhaustive|thorough|comprehensive)|exhaustive(?:ly)?|comprehensive(?:ly)?|at length|as long as possible|leave nothing out|every detail|long and detailed)\b|详细|详尽|全面深入|越长越好|面面俱到|长篇|巨细无遗",
        ),
        (
            r"\b(?:formal (?:tone|style|language|register)|formally|in a formal|be formal|formal (?:letter|e-?mail|note|speech|reply|report|text|invitation|apology))\b|(?<!不)(?<!非)正式(?:的)?(?:语气|口吻|风格|书面|语言)|(?:语气|口吻|风格)(?:要|应|保持)?正式|书面语",
            r"\b(?:casual(?:ly)?|informal(?:ly)?|slang|chatty|like a friend|colloquial)\b|口语化?|随意|俏皮|网络用语|像朋友一样|轻松活泼",
        ),
    )
)
_TOPICS = tuple(
    (
        re.compile(
            rf"(?:{_NOT})(?:\s+(?:any|use|using|include|including|add|write|put|of|with))*\s*(?:任何|使用|用|加|出现|包含)?\s*(?:{topic})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?P<b>(?:use|include|add|with|using|put|give|write|in|as|用|使用|加上?|包含|插入|配上?|列成|做成)\s*(?:an?|some|one|two|three|many|lots of|plenty of|at least \w+|\d+|一些|一个|几个|适当的|大量)?\s*(?:{topic}))",
            re.IGNORECASE,
        ),
    )
    for topic in (
        r"emojis?|表情(?:符号)?",
        r"headings?|(?:小)?标题",
        r"bullet(?:s| points| list)?|bulleted lists?|lists?|(?:项目)?列表|分点|要点符号",
        r"tables?|表格",
        r"quot(?:es|ations?)|引用|引文",
        r"examples?|例子|示例",
        r"jargon|technical terms|专业术语|术语",
        r"humou?r|jokes?|笑话|幽默",
        r"code|代码",
        r"rhymes?|押韵",
        r"exclamation marks?|感叹号",
    )
)


def contradictions(said: str) -> Iterator[tuple[str, str]]:
    """Pairs of places that contradict each other."""
    yield from _lengths(said)
    for pattern, names in ((_IN_LANGUAGE, _LANGUAGES), (_AS_FORMAT, {})):
        seen: dict[str, str] = {}
        for found in pattern.finditer(said):
            name = next(filter(None, found.groups())).casefold()
            seen.setdefault(names.get(name, name), found.group())
        if len(seen) > 1:
            first, second, *_ = seen.values()
            yield first, second
    for left, right in _OPPOSITES:
        one, other = left.search(said), right.search(said)
        if one and other:
            yield one.group(), other.group()
    for negative, positive in _TOPICS:
        refused = negative.search(said)
        if refused is None:
            continue
        wanted = next(
            (
                found
                for found in positive.finditer(said)
                if not (refused.start() <= found.start() < refused.end() or _negated(said, found.start()))
            ),
            None,
        )
        if wanted:
            yield refused.group(), wanted.group()


def _negated(said: str, at: int) -> bool:
    return re.search(rf"(?:{_NOT})\s*(?:\w+\s+)?$", said[max(0, at - 16) : at], re.IGNORECASE) is not None


def _lengths(said: str) -> Iterator[tuple[str, str]]:
    most, least, exact = (_bounds(pattern, said) for pattern in (_MOST, _LEAST, _EXACT))
    for low, unit, its_words in least:
        for high, other, words in most:
            if unit == other and low > high:
                yield its_words, words
    for number, unit, words in exact:
        for high, other, its_words in most:
            if unit == other and number > high:
                yield words, its_words
        for low, other, its_words in least:
            if unit == other and number < low:
                yield words, its_words


def _bounds(pattern: re.Pattern[str], said: str) -> list[tuple[int, str, str]]:
    found = []
    for one in pattern.finditer(said):
        named = one.groupdict()
        written = (named.get("n") or named.get("n2") or "").casefold()
        unit = (named.get("unit") or named.get("unit2") or "").casefold()
        number = int(written) if written.isdigit() else _NUMBERS.get(written.split()[-1], 0)
        found.append((number, unit.removeprefix("个").removesuffix("话").rstrip("s"), one.group()))
    return found
