"""An Anki deck holds every question, in any script, and a second export updates the first."""

import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

from bot.quiz.formats.anki import deck_of
from bot.quiz.items import Item
from tests.doubles.quiz_items import documented_items

ITEMS = list(documented_items().values())


def notes(deck: bytes, folder: Path) -> dict[str, str]:
    """Fields of the deck's notes by their identity."""
    with zipfile.ZipFile(BytesIO(deck)) as archive:
        archive.extract("collection.anki2", folder)
    connection = sqlite3.connect(folder / "collection.anki2")
    try:
        return dict(connection.execute("SELECT guid, flds FROM notes"))
    finally:
        connection.close()


def test_every_kind_becomes_a_card_that_keeps_its_identity(tmp_path: Path) -> None:
    first = notes(deck_of(ITEMS, "Tokens", ("True", "False")), tmp_path)
    assert len(first) == len(ITEMS)
    changed = {name: getattr(ITEMS[0], name) for name in Item.__slots__} | {"stem": "词元是什么？<script>"}
    second = notes(deck_of([Item(**changed)], "Tokens", ("对", "不对")), tmp_path)
    ((identity, fields),) = second.items()
    assert identity in first and "词元是什么？&lt;script&gt;" in fields


def test_the_answer_stands_behind(tmp_path: Path) -> None:
    for fields in notes(deck_of(ITEMS, "Tokens", ("True", "False")), tmp_path).values():
        front, back = fields.split("\x1f")
        assert front and back and "<b>False</b>" not in front
