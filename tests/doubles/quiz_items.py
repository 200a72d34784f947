"""The example items of docs/quizzes.md, one of each kind: what the page shows is what the bot takes."""

import re
from pathlib import Path

from bot.lessons.yaml_lines import Lined, load
from bot.quiz.items import Item, Kind
from bot.quiz.reading import read_item

PAGE = Path(__file__).parents[2] / "docs" / "quizzes.md"
_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.DOTALL | re.MULTILINE)
_NAMED = re.compile(r"misconception: ([a-z0-9-]+)")


def documented_items(lesson_id: str = "how-llms-work", section: str = "tokens") -> dict[Kind, Item]:
    """By kind; raises AssertionError for an example that cannot be read."""
    found: dict[Kind, Item] = {}
    for block in _BLOCK.findall(PAGE.read_text("utf-8")):
        data = load(block)
        assert isinstance(data, Lined)
        sentences = dict(data.get("misconceptions", {}))
        sentences |= {name: f"Belief {name}." for name in _NAMED.findall(block) if name not in sentences}
        for entry in data.get("items", [data]):
            complete = {
                "id": f"example-{entry['kind']}",
                "section": section,
                "concepts": ["token"],
                "level": "beginner",
                "hints": ["Think of what was said before."],
                **entry,
            }
            mistakes: list[str] = []
            item = read_item(
                complete, lesson_id, sentences, lambda line, what, seen=mistakes: seen.append(what)
            )
            assert item is not None, mistakes
            found[item.kind] = item
    return found
