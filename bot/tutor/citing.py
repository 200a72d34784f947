"""From the numbers that a model writes to the sections they stand for."""

import re
from collections.abc import Sequence

from bot.lessons.values import Passage
from bot.memory.values import Citation
from bot.texts.kinds import Released

_MARK = re.compile(r"\s?\[(\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)\]")
_CODE = re.compile(r"(```.*?(?:```|\Z)|`[^`\n]*`)", re.DOTALL)


def numbered(passages: Sequence[Passage]) -> tuple[Citation, ...]:
    """Every passage as a citation, numbered as the prompt numbers them."""
    return tuple(
        Citation(number, passage.lesson_id, passage.section_id, passage.lesson_title, passage.heading)
        for number, passage in enumerate(passages, start=1)
    )


def keep_known_marks(text: Released, citations: Sequence[Citation]) -> Released:
    """The text without marks such as `[7]` that stand for no passage. Code is left as it is.

    It only takes marks away, so what was released stays released.
    """
    known = {citation.number for citation in citations}

    def mend(found: re.Match[str]) -> str:
        numbers = [int(number) for number in re.findall(r"\d+", found[1])]
        kept = [number for number in dict.fromkeys(numbers) if number in known]
        return "".join(f" [{number}]" for number in kept)

    return Released(
        "".join(part if at % 2 else _MARK.sub(mend, part) for at, part in enumerate(_CODE.split(text)))
    )


def cited(text: str, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations whose marks occur in the text outside code, in order of their numbers."""
    prose = "".join(part for at, part in enumerate(_CODE.split(text)) if at % 2 == 0)
    numbers = {int(number) for found in _MARK.findall(prose) for number in re.findall(r"\d+", found)}
    return tuple(citation for citation in citations if citation.number in numbers)
