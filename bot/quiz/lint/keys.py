"""Whether there is one right answer, and whether each answer is explained and by the right words."""

import re
from collections.abc import Iterator

from bot.quiz.folding import folded, stands_in
from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Short
from bot.quiz.lint.findings import Code, Finding, Part, Place
from bot.quiz.lint.parts import HAN
from bot.quiz.reading import number_from

_SAYS_NOTHING = re.compile(
    r"(?:(?:this|that|it|the answer|the option)\s+(?:is\s+)?)?(?:not\s+)?"
    r"(?:correct|right|wrong|incorrect|true|false|yes|no|good|bad|n/?a|todo|tbd)(?:\s+(?:answer|option|choice))?"
    r"|(?:see|as|explained)\s+(?:above|below|before|there|the (?:section|lesson|text))(?:\s+above)?|because|obviously|(?:同上|见(?:上|下)(?:文|面)?|见小节|显然|如上(?:所述)?)"
    r"|(?:这|此|该)?(?:选项|答案|说法)?(?:是)?(?:正确|错误|不正确|对|错|不对|是|否|略|无|见上文)(?:的)?(?:选项|答案)?",
    re.IGNORECASE,
)
_BEGINS_WRONG = re.compile(
    r"^\W*(?:wrong|incorrect|not (?:correct|right|true)|false|this is (?:wrong|incorrect|false|not (?:right|correct|true))"
    r"|no[,.:;!—–-]|(?:错误|不正确|不对|错)(?:[，。！：；,]|$)|(?:这|此|该)(?:个|选项|答案|说法)*(?:是)?(?:错误|不正确|不对|错)的?(?:[，。！；：]|$))",
    re.IGNORECASE,
)
_BEGINS_RIGHT = re.compile(
    r"^\W*(?:correct\b(?!ing|ion)|right[,.:;!—–-]|exactly\b|yes[,.:;!—–-]|true[,.:;!—–-]|this is (?:the )?(?:correct|right|true)\b"
    r"|正确(?!率|性|地|的是|答案|做法)|对[，。！：,]|没错|(?:这|此|该)(?:个|选项|答案|说法)*(?:是)?(?:正确|对)的?(?:[，。！；：]|$))",
    re.IGNORECASE,
)
_NAMES_LETTER = re.compile(
    r"(?:\b(?i:answer|option|choice|key|alternative)s?\b(?:\s+(?:is|are|was|should be|would be))?\s*[:：=(]?\s*[(\"“]?(?P<after>[A-H])\b(?!['’]\w| [a-z])"
    r"|(?<![\w])\(?(?P<before>[A-H])\)?\s+(?:is|was)\s+(?:the\s+)?(?:correct|right|true|answer|wrong|incorrect|false)"
    r"|(?:答案|选项|正解|选择|应选|故选|所以选|因此选|选)\s*(?:是|为|应为|应该是|：|:)?\s*[（(“]?(?P<chinese>[A-H])(?![A-Za-z])"
    r"|(?<![A-Za-z])(?P<item>[A-H])\s*(?:项|选项)?\s*(?:是|才是|为)?\s*(?:正确|对的|错误|错的))"
)
_RIGHT_ANSWER_IS = re.compile(
    r"(?:(?:right|correct|true|proper)\s+(?:answer|option|choice|number|value|term|word|one)|(?:the\s+)?answer)\s*(?:is|are|was|=|:|should be|would be)\s*(?P<english>[^.;!?\n]+)"
    r"|(?:正确(?:的)?(?:答案|选项|说法|数字|做法|是)|答案|应该?选|应为)\s*(?:应该是|应是|应为|是|为|：|:|=)?\s*(?P<chinese>[^。；！？\n]+)",
    re.IGNORECASE,
)
_STATEMENT_IS_TRUE = re.compile(
    r"\b(?:statement|claim|sentence|this|that|it)\s+is\s+(?:indeed\s+|quite\s+)?(?:true|correct|right)\b|^\W*(?:true|correct|right)[,.:;!—–-]"
    r"|(?:说法|陈述|这句话|这|此话)(?:确实)?(?:是)?(?:正确|对)的|^(?:正确|对)[，。！：]",
    re.IGNORECASE,
)
_STATEMENT_IS_FALSE = re.compile(
    r"\b(?:statement|claim|sentence|this|that|it)\s+is\s+(?:indeed\s+|quite\s+)?(?:false|wrong|incorrect|untrue|not true|not correct)\b|^\W*(?:false|wrong|incorrect)[,.:;!—–-]"
    r"|(?:说法|陈述|这句话|这|此话)(?:确实)?(?:是)?(?:错误|不正确|不对|错)的|^(?:错误|不正确|不对|错)[，。！：]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_LETTERS = "ABCDEFGH"
_LEAST_WORDS, _LEAST_CHARACTERS = 2, 4
"""Fewer words (in Chinese, characters) explain nothing."""


def key_findings(item: Item) -> Iterator[Finding]:
    """Number of keys, options without text, options that are the same."""
    if not isinstance(item.task, Choice):
        return
    options = item.task.options
    whole = Place(Part.ITEM)
    if not item.task.key:
        yield Finding(Code.NO_KEY, whole)
    if item.kind is Kind.SINGLE and len(item.task.key) > 1:
        yield Finding(Code.TWO_KEYS, whole)
    if len(options) < 2:
        yield Finding(Code.TOO_FEW_OPTIONS, whole)
    elif item.kind is Kind.MULTIPLE and len(item.task.key) == len(options):
        yield Finding(Code.NO_DISTRACTOR, whole)
    if item.kind is Kind.TRUE_FALSE:
        return
    seen: dict[str, int] = {}
    for number, option in enumerate(options, 1):
        form = _distinct(option.text)
        if not option.text.strip(" .…-–—_?？。、"):
            yield Finding(Code.EMPTY_OPTION, Place(Part.OPTION, number))
        elif form in seen:
            yield Finding(Code.DUPLICATE_OPTIONS, Place(Part.OPTION, number), option.text)
        seen.setdefault(form, number)


def explanation_findings(item: Item) -> Iterator[Finding]:
    """Explanations that are missing or say nothing."""
    task = item.task
    if isinstance(task, Choice):
        for number, option in enumerate(task.options, 1):
            if _says_nothing(option.why) or (option.text and folded(option.why) == folded(option.text)):
                yield Finding(Code.NO_EXPLANATION, Place(Part.EXPLANATION, number))
        return
    if isinstance(task, Matching) and not any(_says_nothing(pair.why) for pair in task.pairs):
        return
    if _says_nothing(item.why):
        yield Finding(Code.NO_EXPLANATION, Place(Part.EXPLANATION))
    if isinstance(task, Numeric | Short):
        for number, why in enumerate([trap.why for trap in task.traps], 1):
            if _says_nothing(why):
                yield Finding(Code.NO_EXPLANATION, Place(Part.EXPLANATION, number))


def wrong_key_findings(item: Item) -> Iterator[Finding]:
    """Explanations that contradict the key, or name an answer by a letter although options are shuffled."""
    task = item.task
    match task:
        case Choice():
            for number, option in enumerate(task.options, 1):
                yield from _contradictions(item, task, number, option.right, option.why)
        case Numeric():
            for written in _named_right(item.why):
                numbers = [number_from(one.replace(",", "")) for one in _NUMBER.findall(written)]
                far = [one for one in numbers if one is not None and abs(one - task.answer) > task.margin]
                if numbers and len(far) == len(numbers):
                    yield Finding(Code.WRONG_KEY_NAMED, Place(Part.EXPLANATION), written.strip())
        case Short():
            wrong = [answer for trap in task.traps for answer in trap.answers]
            for written in _named_right(item.why):
                named_wrong = any(stands_in(one, written) for one in wrong)
                if named_wrong and not any(stands_in(one, written) for one in task.accepted):
                    yield Finding(Code.WRONG_KEY_NAMED, Place(Part.EXPLANATION), written.strip())
        case _:
            return


def misconception_findings(item: Item) -> Iterator[Finding]:
    """Distractors with nothing that somebody may believe behind them."""
    if isinstance(item.task, Choice):
        for number, option in enumerate(item.task.options, 1):
            if not option.right and option.misconception is None:
                yield Finding(Code.NO_MISCONCEPTION, Place(Part.OPTION, number), option.text)


def _contradictions(item: Item, task: Choice, number: int, right: bool, why: str) -> Iterator[Finding]:
    place = Place(Part.EXPLANATION, number)
    if item.kind is Kind.TRUE_FALSE:
        says_true, says_false = _STATEMENT_IS_TRUE.search(why), _STATEMENT_IS_FALSE.search(why)
        is_true = task.options[0].right
        contradicts = says_false if is_true else says_true
        if contradicts and not (says_true and says_false):
            yield Finding(Code.WRONG_KEY_NAMED, place, contradicts.group().strip())
        return
    begins = _BEGINS_WRONG.search(why) if right else _BEGINS_RIGHT.search(why)
    if begins:
        yield Finding(Code.WRONG_KEY_NAMED, place, begins.group().strip())
        return
    for written in _named_right(why):
        wrong = [option.text for option in task.options if not option.right and _names(option.text, written)]
        if wrong and not any(option.right and _names(option.text, written) for option in task.options):
            yield Finding(Code.WRONG_KEY_NAMED, place, written.strip())
            return
    letter = _NAMES_LETTER.search(why)
    if letter:
        named = next(one for one in letter.groups() if one)
        at = _LETTERS.index(named)
        calls_wrong = re.search(r"wrong|incorrect|false|错", letter.group())
        fits = at < len(task.options) and task.options[at].right is (calls_wrong is None)
        yield Finding(Code.LETTER_NAMED if fits else Code.WRONG_KEY_NAMED, place, letter.group().strip())


def _named_right(why: str) -> list[str]:
    """What an explanation calls the right answer."""
    return [found["english"] or found["chinese"] for found in _RIGHT_ANSWER_IS.finditer(why)]


def _names(option: str, written: str) -> bool:
    """Whether the words name the option: it stands in them, or its beginning does."""
    wanted, there = folded(option), folded(written)
    return bool(wanted) and (wanted in there or (len(there) >= 8 and wanted.startswith(there)))


def _says_nothing(why: str) -> bool:
    bare = why.strip().strip(".!。！")
    if not bare or _SAYS_NOTHING.fullmatch(bare):
        return True
    if HAN.search(bare):
        return len(folded(bare)) < _LEAST_CHARACTERS
    return len(bare.split()) < _LEAST_WORDS


def _distinct(text: str) -> str:
    """What tells options apart: as answers are compared, but with the marks that make code different."""
    return (
        folded(text)
        if re.fullmatch(r"[\w\s.,;:!?'’\"“”。，；：！？、()（）-]*", text)
        and not re.search(r"\d[.,-]\d|(?<!\w)-\d", text)
        else "".join(text.casefold().split())
    )
