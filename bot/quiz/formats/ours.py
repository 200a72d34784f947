"""Our own YAML, as `docs/quizzes.md` describes it."""

from collections.abc import Sequence

import yaml

from bot.lessons import yaml_lines
from bot.lessons.yaml_lines import Lined
from bot.quiz.formats.values import Writing
from bot.quiz.items import Item
from bot.quiz.mistakes import Mistake, Wrong
from bot.quiz.writing import mapping_of

MOST_CHARACTERS = 400_000
"""YAML takes its time: so many characters some seconds."""
_DEEPEST = 12
_OPENS = (
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
)
_CLOSES = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)


def read(text: str, found: Writing) -> None:
    """Take in a file with `misconceptions` and `items`."""
    if len(text) > MOST_CHARACTERS:
        found.wrong(0, Mistake.of(Wrong.YAML_TOO_LONG, count=len(text), most=MOST_CHARACTERS))
        return
    _look_ahead(text, found)
    if found.mistakes:
        return
    try:
        whole = yaml_lines.load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        found.wrong(
            mark.line + 1 if mark else 0,
            Mistake.of(Wrong.NOT_YAML, problem=str(getattr(error, "problem", "too deep"))),
        )
        return
    items = whole.get("items") if isinstance(whole, Lined) else None
    if not isinstance(whole, Lined) or not isinstance(items, list):
        found.wrong(1, Mistake.of(Wrong.YAML_ITEMS))
        return
    sentences = whole.get("misconceptions", {})
    if isinstance(sentences, Lined):
        found.misconceptions |= {name: text for name, text in sentences.items() if isinstance(text, str)}
    for entry in items:
        if isinstance(entry, Lined):
            found.add(entry, entry.line)
        else:
            found.wrong(whole.line, Mistake.of(Wrong.YAML_ENTRY))


def write(items: Sequence[Item]) -> str:
    """One file with all items."""
    sentences = {name: text for item in items for name, text in item.misconceptions.items()}
    whole = {
        **({"misconceptions": sentences} if sentences else {}),
        "items": [mapping_of(item) for item in items],
    }
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=110)


def _look_ahead(text: str, found: Writing) -> None:
    """Refuse what would take long to read or grow on the way, before anything is made of it."""
    depth = 0
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            depth += isinstance(token, _OPENS) - isinstance(token, _CLOSES)
            if isinstance(token, yaml.AliasToken):
                line = token.start_mark.line + 1
                found.wrong(line, Mistake.of(Wrong.YAML_ANCHORS))
                return
            if depth > _DEEPEST:
                found.wrong(token.start_mark.line + 1, Mistake.of(Wrong.YAML_DEEP))
                return
    except yaml.MarkedYAMLError as error:
        found.wrong(
            error.problem_mark.line + 1 if error.problem_mark else 0,
            Mistake.of(Wrong.NOT_YAML, problem=str(error.problem)),
        )
    except yaml.YAMLError as error:
        found.wrong(0, Mistake.of(Wrong.NOT_YAML, problem=type(error).__name__))
