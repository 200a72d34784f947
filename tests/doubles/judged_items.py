"""Questions that were written to judge the lint by, sound ones and flawed ones, before anybody knew what it would say of them.

One block each in `tests/bot/quiz/judged`, a blank line between: `! flaw`, `? the question`, answers as in the moderators' form
(`* right | why`, `- wrong | why`), `~ a hint`.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.quiz.items import Item, Kind
from bot.quiz.lint import Code
from bot.quiz.reading import read_item
from bot.quiz.workshop.forms import entry_from
from bot.texts.locales import Locale

_FOLDER = Path(__file__).parents[1] / "bot" / "quiz" / "judged"
_PLACED = {"section": "basics", "concepts": ["token"], "level": "beginner", "kind": Kind.SINGLE.value}


def judged(name: str, locale: Locale) -> Iterator[tuple[Code | None, Item]]:
    """The questions of a file (`sound`, `flawed`), each with the flaw that it was given."""
    blocks = (_FOLDER / f"{name}_{locale.value}.txt").read_text("utf-8").strip().split("\n\n")
    for number, block in enumerate(blocks):
        lines: dict[str, list[str]] = {}
        for line in block.splitlines():
            lines.setdefault("*" if line[0] in "*-" else line[0], []).append(line)
        stem, hints = (" ".join(one[1:].strip() for one in lines[mark]) for mark in "?~")
        entry = {**entry_from(stem, "\n".join(lines["*"]), hints), **_PLACED, "id": f"{name}-{number}"}
        item = read_item(entry, "lesson", {}, lambda line, what: None)
        assert item is not None, block
        yield (Code(lines["!"][0][1:].strip()) if "!" in lines else None), item
