"""A learner's cards as a file to take along. Slow for decks: not on the event loop."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.quiz.formats.anki import deck_of
from bot.quiz.items import Item
from bot.quiz.reviews.values import Card

_FORMULA = ("=", "+", "-", "@", "\t")


class CardFormat(StrEnum):
    """Files that cards go out in."""

    JSON = "json"
    CSV = "csv"
    APKG = "apkg"
    """A deck for Anki."""


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A card with its question in the learner's language."""

    card: Card
    item: Item


def file_of(known: Sequence[KnownItem], wanted: CardFormat, title: str, labels: tuple[str, str]) -> bytes:
    """The cards as a file; `title` names a deck, `labels` say “true” and “false”."""
    match wanted:
        case CardFormat.APKG:
            return deck_of([one.item for one in known], title, labels)
        case CardFormat.JSON:
            return json.dumps([_row(one) for one in known], ensure_ascii=False, indent=2).encode()
        case CardFormat.CSV:
            out = io.StringIO()
            rows = [_row(one) for one in known]
            writer = csv.DictWriter(out, list(rows[0]) if rows else [])
            writer.writeheader()
            writer.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
            return out.getvalue().encode("utf-8-sig")  # as spreadsheets know UTF-8


def _row(one: KnownItem) -> dict[str, str | int | float]:
    card = one.card
    return {
        "lesson": card.place.lesson_id,
        "item": card.place.item_id,
        "question": one.item.stem,
        "due": card.due_at.isoformat(),
        "reviewed": card.reviewed_at.isoformat(),
        "stability_days": round(card.stability, 3),
        "difficulty": round(card.difficulty, 3),
        "reviews": card.reviews,
        "lapses": card.lapses,
    }


def _safe(value: str | float) -> str | float:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
