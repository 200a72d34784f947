"""Ways to read an output, so that what differs in writing alone does not count. Pure; never shown."""

import re
import unicodedata

from bot.lessons.traditional import to_simplified

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_BLANKS = re.compile(r"\s+")
_UNITS = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff]+(?:['’.-][^\W_\u3400-\u9fff]+)*"
)
_OUTER = " \t\r\n\"'“”‘’「」『』《》`*_.,;:!?。，；：！？、()（）[]【】<>-–—#"
_ABBREVIATIONS = re.compile(r"\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|Prof|vs|approx|No|St)\.", re.IGNORECASE)
_FOLD = re.compile(r"(?<=[，。；：、！？）”」]) (?=[\u4e00-\u9fff“「（])")
_SENTENCE = re.compile(r"[^.!?。！？…\n]*[^\W_][^.!?。！？…\n]*(?:[.!?。！？…]+[\"'”’」』)）]*|\n|$)")


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _HAN.search(text) is not None


def folded(text: str) -> str:
    """Compatibility forms, case, script of Chinese and runs of blanks folded."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if has_han(plain):
        plain = to_simplified(plain)
    return _BLANKS.sub(" ", plain).strip()


def bare(text: str) -> str:
    """Folded, without the marks and blanks around it."""
    return folded(text).strip(_OUTER)


def squeezed(text: str) -> str:
    """Folded, letters and digits alone."""
    return "".join(character for character in folded(text) if character.isalnum())


def words_of(text: str) -> tuple[str, ...]:
    """Words; every Chinese character is one."""
    return tuple(_UNITS.findall(unicodedata.normalize("NFKC", text)))


def sentences_of(text: str) -> tuple[str, ...]:
    """Sentences: what ends with a mark or a line. Points in numbers and common abbreviations end none."""
    shielded = _ABBREVIATIONS.sub(lambda found: found.group().replace(".", "·"), text)
    shielded = re.sub(r"(?<=\w)\.(?=\w)", "·", shielded)
    return tuple(found.group().strip() for found in _SENTENCE.finditer(shielded))


def holds(text: str, part: str) -> bool:
    """Whether a part stands in a text; Latin parts as whole words, Chinese anywhere. Both are folded here."""
    whole, wanted = folded(text), folded(part)
    if not wanted:
        return False
    if has_han(wanted):
        return wanted.replace(" ", "") in whole.replace(" ", "")
    before = r"(?<![^\W_])" if wanted[0].isalnum() else ""
    after = r"(?![^\W_])" if wanted[-1].isalnum() else ""
    return re.search(before + re.escape(wanted) + after, _spaced(whole)) is not None


def _spaced(text: str) -> str:
    """Chinese characters set apart from the Latin words beside them, which are words of their own."""
    return _HAN.sub(lambda found: f" {found.group()} ", text) if has_han(text) else text


def unfolded(text: str) -> str:
    """Chinese prose without the blanks that folded lines of a YAML file leave between its sentences."""
    return _FOLD.sub("", text)
