"""What gives the answer away to somebody who knows nothing: length, wording, grammar, the answer itself in the stem."""

import re
from collections.abc import Iterator

from bot.lessons.tokens import chinese_words, english_stems
from bot.quiz.folding import folded, stands_in
from bot.quiz.items import Choice, Item, Kind, Numeric, Short
from bot.quiz.lint.findings import Code, Finding, Part, Place
from bot.quiz.lint.parts import HAN, prose, worded_choice
from bot.quiz.reading import number_from

LONGEST = 1.4
"""A key with more than so many times the characters of the longest distractor stands out."""
_LONGER_LATIN, _LONGER_CHINESE = 12, 5
"""… and is longer by so many characters at least."""

_ALL = re.compile(
    r"^\W*(?:all|none|both|neither|any|each|some|two|either)\s+(?:of\s+)?(?:the\s+)?(?:above|these|those|them|options|answers|previous|others?|other\s+(?:options|answers))"
    r"(?:\s+(?:options|answers|choices|statements|are\b.*|is\b.*|apply|applies|apart\b.*))?\s*(?:$|[.,;:])"
    r"|\b(?:of\s+)?the\s+above\b|\b(?:all|none|both|neither|any|each)\s+above\b|\b(?:all|none|both|neither)\s+of\s+the\s+(?:options|answers|other|choices)"
    r"|\ball\s+(?:\w+\s+)?(?:are|answers\s+are|options\s+are)\s+(?:correct|right|true)$|\bnone\s+(?:is|are)\s+(?:correct|right|true)$"
    r"|(?<![\w-])\(?(?-i:[A-H])\)?\s*(?:and|or|&|\+|,)\s*\(?(?-i:[A-H])\)?(?!\w)|\bboth\s+are\s+(?:right|correct|true)|\bneither\s+is\s+(?:right|correct|true)"
    r"|\b(?:everything|nothing|all|none|any)\b.*\b(?:above|below|listed|mentioned)\W*$|^\W*(?:they|these|those)\s+(?:are|is)\s+(?:all|both)\b|^\W*all\s+(?:correct|right|true)\W*$"
    r"|\bnot\s+listed\b|\bno\s+correct\s+(?:answer|option)|\bmore\s+than\s+one\s+(?:of|answer|option)"
    r"|(?:以上|上述|前述)(?:\S{0,4})(?:都|皆|均|全|所有|选项|各项|答案)|前面?(?:的|[几两三四各])?(?:项|个选项|选项|答案)(?:都|皆|均|全)|^\W*(?:\S{0,3})(?:都|全部|全|均|皆)(?:不|是)?(?:正确|对|错|错误|不对|不是|可以)\W*$"
    r"|^\W*(?:其他|其余)(?:选项|答案)?(?:都|皆|均|全)|所有(?:选项|答案|说法)(?:都|皆|均)|(?<![A-Za-z])[A-H]\s*(?:和|与|及|、|以及|或)\s*[A-H](?![A-Za-z])|^\W*(?:两者|二者|两项)(?:都|皆|均)(?:对|正确|错|是|不是)?\W*$|没有(?:一个|一项)?(?:正确|对的)(?:答案|选项)?$",
    re.IGNORECASE,
)
_NEGATIVE_ENGLISH = re.compile(
    r"\b(?:which|what|who|whom|all)\b[^.?!:;]*?"
    r"(?:\b(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|must|may)\s+(?:\w+\s+){0,6}?not\b"
    r"|\b(?:is|are|was|were|do|does|did|could|should|would|has|have|must)n['’]t\b|\b(?:can['’]t|cannot|won['’]t)\b|\bexcept\b|\bincorrect\b|\bleast\b(?![\s-]+to[\s-]+most)|\bnever\b"
    r"|\b(?:is|are)\s+(?:\w+\s+){0,2}?(?:false|wrong|untrue)\b(?!\s+(?:in|on|here))|\b(?:false|wrong|untrue)\s+(?:statement|claim|answer|option|sentence)s?\b)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\bexcept\b|\ball\s+but\s+one\b", re.IGNORECASE)
_NEGATIVE_CHINESE = re.compile(
    r"(?:哪|下列|以下|下面|(?<!为)什么|谁|何者)[^。？?！；]*?(?:不是|不属于|不正确|不对|错误的|有误|不包括|不包含|不能|不会|不需要|不应|不适合|不可(?![少缺])|不恰当|不合理|没有|并非|最不|除外)"
    r"|(?:不适合|不属于|不包括|不包含|不需要|不应该?|不能|不会|不可以|并非|不是|[看查认分得]不[出到])[^的。？?！；，,]{0,8}(?:哪|什么)"
    r"|除了?[^。？?！；，,]*?(?:以外|之外|外)?[，,]?(?:其他|其余|下列|以下|下面|都)|(?:说法|选项|做法|描述|陈述)(?:不正确|错误|有误|不对)"
)
_ASIDE = re.compile(
    r"\b(?:when|if|because|since|although|while|once|unless)\b[^,.?!;:]*|\bwhat(?:['’]s|\s+is|\s+went)\s+wrong\b",
    re.IGNORECASE,
)
"""What may be negative and yet not be what the question asks for: a condition, and “what is wrong?”."""
_CAPITALS = re.compile(r"\*\*[^*]+\*\*|__[^_]+__|\b(?:NOT|EXCEPT|LEAST|NEVER|FALSE|WRONG|INCORRECT)\b")
_ABSOLUTE = re.compile(
    r"\b(?:always|never|completely|impossible|guarantee[sd]?|entirely|absolutely|totally|nobody|no one|nothing|everyone|everything|100\s?%|in every case|without exception|under no circumstances)(?!\w)"
    r"|一定|永远|绝对|必然|完全|从不|从来|毫无|任何|百分之百|100\s?%|总是|所有人|绝不|必定|彻底",
    re.IGNORECASE,
)
_ARTICLE_END = re.compile(r"\b(a|an)\s*[_…. :：—–-]*$", re.IGNORECASE)
_PLURAL_END = re.compile(r"\b(are|were|these|called the)\s*[_…. :：—–-]*$", re.IGNORECASE)
_SINGULAR_END = re.compile(r"\b(is|was|is called|this)\s*[_…. :：—–-]*$", re.IGNORECASE)
_SHAPES = re.compile(
    r"(?P<to>to\s+\w+)|(?P<because>because\b)|(?P<by>by\s+\w+ing\b)|(?P<gerund>[a-z]{2,}ing\b)|(?P<if>if\b)|(?P<when>when\b)"
    r"|(?P<yes>yes[,.;:—])|(?P<no>no[,.;:—])"
    r"|(?P<yinwei>因为|由于)|(?P<tongguo>通过)|(?P<weile>为了)|(?P<shi>是(?!否))|(?P<bu>不是)",
    re.IGNORECASE,
)
_LINKS = frozenset({"to", "because", "by", "yinwei", "tongguo", "weile"})
"""Shapes that answer “what for?”, “why?” and “how?”: where the key alone has one, it alone goes on from the question."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def cue_findings(item: Item) -> Iterator[Finding]:
    """Everything by which the key of a question can be told without knowing anything."""
    yield from _negation(item)
    choice = worded_choice(item)
    if choice is None:
        yield from _typed_answers(item)
        return
    key = [option.text for option in choice.options if option.right]
    others = [option.text for option in choice.options if not option.right]
    for number, option in enumerate(choice.options, 1):
        if _ALL.search(option.text):
            yield Finding(Code.ALL_OF_THE_ABOVE, Place(Part.OPTION, number), option.text)
    if not key or not others:
        return
    yield from _given_away(item, key, others)
    yield from _length(choice, key, others)
    yield from _echoes(item, choice, key, others)
    yield from _absolutes(key, others)
    yield from _grammar(item, choice)


def _negation(item: Item) -> Iterator[Finding]:
    if item.kind in (Kind.TRUE_FALSE, Kind.ORDERING, Kind.MATCHING, Kind.NUMERIC):
        return
    stem = _ASIDE.sub("—", _CAPITALS.sub("—", prose(item.stem)))
    found = _NEGATIVE_ENGLISH.search(stem) or _EXCEPT.search(stem) or _NEGATIVE_CHINESE.search(stem)
    if found:
        yield Finding(Code.NEGATIVE_STEM, Place(Part.STEM), found.group().strip())


def _typed_answers(item: Item) -> Iterator[Finding]:
    """The answer that is to be typed stands in the stem or in a hint."""
    match item.task:
        case Short():
            for answer in item.task.accepted:
                if stands_in(answer, item.stem):
                    yield Finding(Code.ANSWER_IN_STEM, Place(Part.STEM), answer)
                    break
            for number, hint in enumerate(item.hints, 1):
                found = next((one for one in item.task.accepted if stands_in(one, hint)), None)
                if found:
                    yield Finding(Code.ANSWER_IN_HINT, Place(Part.HINT, number), found)
        case Numeric():
            in_stem = {number_from(one.replace(",", "")) for one in _NUMBER.findall(item.stem)}
            for number, hint in enumerate(item.hints, 1):
                for written in _NUMBER.findall(hint):
                    value = number_from(written.replace(",", ""))
                    if value == abs(item.task.answer) and value not in in_stem:
                        yield Finding(Code.ANSWER_IN_HINT, Place(Part.HINT, number), written)
                        break
        case _:
            return


def _given_away(item: Item, key: list[str], others: list[str]) -> Iterator[Finding]:
    """The key stands in the stem or a hint, and no distractor does."""
    for right in key:
        if not _is_telling(right):
            continue
        if stands_in(right, item.stem) and not any(stands_in(one, item.stem) for one in others):
            yield Finding(Code.ANSWER_IN_STEM, Place(Part.STEM), right)
        for number, hint in enumerate(item.hints, 1):
            if stands_in(right, hint) and not any(stands_in(one, hint) for one in others):
                yield Finding(Code.ANSWER_IN_HINT, Place(Part.HINT, number), right)


def _is_telling(text: str) -> bool:
    """Long enough to be recognised; one letter or digit stands in any text."""
    return len(folded(text)) >= (2 if HAN.search(text) else 3)


def _length(choice: Choice, key: list[str], others: list[str]) -> Iterator[Finding]:
    longest = max(map(len, others))
    least = min(map(len, key))  # where several are right, all of them stand out
    margin = _LONGER_CHINESE if any(map(HAN.search, key)) else _LONGER_LATIN
    if least > longest * LONGEST and least - longest >= margin:
        number = next(number for number, option in enumerate(choice.options, 1) if option.right)
        yield Finding(Code.LONGEST_KEY, Place(Part.OPTION, number), choice.options[number - 1].text)


def _echoes(item: Item, choice: Choice, key: list[str], others: list[str]) -> Iterator[Finding]:
    """Words of the stem that come back in the key alone, and make up much of it."""
    if item.kind is not Kind.SINGLE:
        return
    stem, right = _content(item.stem), _content(key[0])
    elsewhere = set().union(*map(_content, others))
    shared = (stem & right) - elsewhere
    if len(shared) >= 2 and len(shared) * 2 >= len(right):
        number = min(choice.key) + 1
        yield Finding(Code.WORD_IN_STEM, Place(Part.OPTION, number), ", ".join(_as_written(shared, key[0])))


def _content(text: str) -> set[str]:
    found = set(english_stems(text))
    if HAN.search(text):
        found |= {word for word in chinese_words(text) if len(word) > 1}
    return {word for word in found if len(word) > 2 or HAN.search(word)}


def _as_written(stems: set[str], text: str) -> list[str]:
    """The words of a text that have these stems; Chinese words are their own."""
    words = re.findall(r"[^\W_]+", text)
    latin = [word for word in words if set(english_stems(word)) & stems]
    return [*latin, *sorted(stem for stem in stems if HAN.search(stem))]


def _absolutes(key: list[str], others: list[str]) -> Iterator[Finding]:
    sure = [found for one in others if (found := _ABSOLUTE.search(one))]
    if len(sure) >= 2 and len(sure) * 3 > len(others) * 2 and not any(_ABSOLUTE.search(one) for one in key):
        yield Finding(Code.ABSOLUTE_WORDS, Place(Part.ITEM), ", ".join(found.group() for found in sure))


def _grammar(item: Item, choice: Choice) -> Iterator[Finding]:
    """The sentence that begins in the stem goes on in the key alone, or the key alone has another shape."""
    key, others = choice.key, set(range(len(choice.options))) - choice.key
    texts = [option.text for option in choice.options]
    place = Place(Part.OPTION, min(key) + 1)
    stem = item.stem.rstrip("?？.。 ")
    article = _ARTICLE_END.search(stem)
    if article:
        fits = [_sounds(text) == article[1].casefold() for text in texts]
        if not all(fits):
            misfit = fits.index(False)
            yield Finding(Code.GRAMMAR, Place(Part.OPTION, misfit + 1), f"{article[1]} {texts[misfit]}")
            return
    for end, is_plural in ((_PLURAL_END, True), (_SINGULAR_END, False)):
        if end.search(stem) and len(key) == 1:
            plural = [_is_plural(text) for text in texts]
            if plural[min(key)] is is_plural and all(plural[one] is not is_plural for one in others):
                yield Finding(Code.GRAMMAR, place, texts[min(key)])
                return
    for shape in (_first_words, _ending, _begins_small):
        shapes = [shape(text) for text in texts]
        of_key, of_others = {shapes[one] for one in key}, {shapes[one] for one in others}
        if shape is not _ending and "" in of_key | of_others and of_others != {"to"} and not of_key <= _LINKS:
            continue  # only a shape that all distractors have tells them from the key, or a link from the question to it
        if len(of_key) == len(of_others) == 1 and of_key != of_others and len(others) >= 2:
            yield Finding(Code.GRAMMAR, place, texts[min(key)])
            return


def _sounds(text: str) -> str:
    """The article that a word would take, by its first letter; an acronym by its letter's name."""
    first = re.search(r"\w+", text)
    if first is None:
        return ""
    word = first.group()
    if word.isupper() and len(word) > 1:
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    if re.match(r"(?:hour|honest|heir|honou?r)", word, re.IGNORECASE):
        return "an"
    if re.match(r"(?:uni(?!n|m)|use|usu|eu|one|ubiq|uti)", word, re.IGNORECASE):
        return "a"
    return "an" if word[0].casefold() in "aeiou" else "a"


def _is_plural(text: str) -> bool:
    words = re.findall(r"[A-Za-z]+", text)
    last = words[-1].casefold() if words else ""
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _first_words(text: str) -> str:
    found = _SHAPES.match(text.lstrip("*_“\"'"))
    return (found.lastgroup or "") if found else ""


def _ending(text: str) -> str:
    last = text.rstrip()[-1:]
    return last if last and last in ".。!！;；" else ""


def _begins_small(text: str) -> str:
    first = text[:1]
    return "small" if first.islower() else "capital" if first.isupper() else ""
