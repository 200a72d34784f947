"""Questions as a table: CSV with a heading, one question in a row."""

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from bot.quiz.formats.values import Writing, with_all
from bot.quiz.items import MOST_HINTS, MOST_OPTIONS, Choice, Item, Kind
from bot.quiz.mistakes import Mistake, Wrong

_OPTIONS = [f"option {number}" for number in range(1, MOST_OPTIONS + 1)]
_REASONS = [f"why {number}" for number in range(1, MOST_OPTIONS + 1)]
_HINTS = [f"hint {number}" for number in range(1, MOST_HINTS + 1)]
COLUMNS = [
    "id",
    "kind",
    "section",
    "concepts",
    "level",
    "stem",
    "right",
    *_OPTIONS,
    *_REASONS,
    "why",
    *_HINTS,
    "tutor",
]
_HEAD = ",".join(COLUMNS) + "\n"
_LONGEST_CELL = 20_000
_FORMULA = ("=", "+", "-", "@", "\t")


def read(text: str, found: Writing) -> None:
    """Take in a table; the columns may stand in any order, and only `stem`, `right` and options are needed."""
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        heading = [name.strip().casefold() for name in next(rows, [])]
        if "stem" not in heading:
            found.wrong(1, Mistake.of(Wrong.CSV_HEADING, names=", ".join(COLUMNS[:9])))
            return
        for name in heading:
            if name and name not in COLUMNS:
                found.wrong(1, Mistake.of(Wrong.CSV_COLUMN, name=repr(name)))
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                cells = {name: _plain(cell) for name, cell in zip(heading, row, strict=False) if cell.strip()}
                if len(row) > len(heading):
                    found.wrong(line, Mistake.of(Wrong.CSV_CELLS, count=len(row), most=len(heading)))
                found.add(_entry(cells, line, found), line, cells.get("tutor"))
            line = rows.line_num + 1
    except csv.Error as error:
        found.wrong(rows.line_num, Mistake.of(Wrong.NOT_CSV, problem=str(error)))


def write(items: Sequence[Item]) -> str:
    """A table with all items."""
    return _HEAD + "".join(with_all(item, _written, _read_one) for item in items)


def _read_one(written: str, found: Writing) -> None:
    read(_HEAD + written, found)


def _written(item: Item, rest: str) -> str:
    out = io.StringIO(newline="")
    cells = _cells(item) | {"tutor": rest}
    csv.writer(out, lineterminator="\n").writerow([_safe(cells.get(name, "")) for name in COLUMNS])
    return out.getvalue()


def _cells(item: Item) -> dict[str, str]:
    cells = {
        "id": item.id,
        "kind": item.kind.value,
        "section": item.section_id,
        "concepts": " ".join(item.concepts),
        "level": item.level.value,
        "stem": item.stem,
        "why": item.why,
        **dict(zip(_HINTS, item.hints, strict=False)),
    }
    if isinstance(item.task, Choice) and item.kind is not Kind.TRUE_FALSE:
        cells |= dict(zip(_OPTIONS, [option.text for option in item.task.options], strict=False))
        cells |= dict(zip(_REASONS, [option.why for option in item.task.options], strict=False))
        cells["right"] = " ".join(str(at + 1) for at in sorted(item.task.key))
    return cells


def _entry(cells: dict[str, str], line: int, found: Writing) -> dict[str, Any]:
    entry: dict[str, Any] = {
        name: cells[name] for name in ("id", "kind", "section", "level", "stem", "why") if cells.get(name)
    }
    if cells.get("concepts"):
        entry["concepts"] = re.split(r"[\s,;]+", cells["concepts"].strip())
    hints = [cells[name] for name in _HINTS if cells.get(name)]
    if hints:
        entry["hints"] = hints
    options = [
        {"text": cells[text], **({"why": cells[why]} if cells.get(why) else {})}
        for text, why in zip(_OPTIONS, _REASONS, strict=True)
        if cells.get(text)
    ]
    right = re.findall(r"\d+|[a-h]", cells.get("right", "").casefold())
    for one in right:
        at = int(one) - 1 if one.isdigit() else "abcdefgh".index(one)
        if 0 <= at < len(options):
            options[at] = {"text": options[at]["text"], "right": True, **options[at]}  # type: ignore[dict-item]  # a mark, not a text
        else:
            found.wrong(line, Mistake.of(Wrong.CSV_RIGHT, name=one, count=len(options)))
    if options:
        entry["options"] = options
        entry.setdefault("kind", (Kind.MULTIPLE if len(right) > 1 else Kind.SINGLE).value)
    return entry


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:2] in (*_FORMULA, "'") else cell
