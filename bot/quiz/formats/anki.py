"""Questions as an Anki deck: the stem in front, the answer with its reason behind.

Imports genanki on first use (16 MB) and writes a file, so never on the event loop. A card keeps its identity from export to export,
so Anki updates it and keeps what its learner has scheduled.
"""

import hashlib
import html
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Ordering, OwnWords, Short
from bot.quiz.writing import plain_number

_MODEL = 1_607_392_319
"""Anki knows our kind of note by this number; never change it."""


def deck_of(items: Sequence[Item], title: str, labels: tuple[str, str]) -> bytes:
    """An `.apkg` of the items; `title` names the deck, `labels` say “true” and “false” in its language."""
    import genanki  # type: ignore[import-untyped]  # the package carries no types

    model = genanki.Model(
        _MODEL,
        "Generative AI question",
        fields=[{"name": "Question"}, {"name": "Answer"}],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Question}}",
                "afmt": '{{FrontSide}}<hr id="answer">{{Answer}}',
            }
        ],
    )
    deck = genanki.Deck(_number(title), title)
    for item in items:
        deck.add_note(
            genanki.Note(
                model=model,
                fields=[_front(item), _back(item, labels)],
                guid=genanki.guid_for(item.lesson_id, item.id),
                tags=[item.lesson_id, *(concept.replace(" ", "-") for concept in item.concepts)],
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(path))
        return path.read_bytes()


def _number(title: str) -> int:
    """The deck's own number, the same for the same title."""
    return int.from_bytes(hashlib.blake2b(title.encode(), digest_size=4).digest(), "big") | (1 << 31)


def _front(item: Item) -> str:
    match item.task:
        case Choice() if item.kind is not Kind.TRUE_FALSE:
            lines = [option.text for option in item.task.options]
        case Ordering():
            lines = sorted(item.task.steps)
        case Matching():
            lines = [*(pair.left for pair in item.task.pairs), "—", *sorted(item.task.rights)]
        case _:
            lines = []
    return _html(item.stem) + (_list(lines) if lines else "")


def _back(item: Item, labels: tuple[str, str]) -> str:
    task = item.task
    match task:
        case Choice() if item.kind is Kind.TRUE_FALSE:
            right = 0 if task.options[0].right else 1
            return _with_reason(labels[right], task.options[right].why)
        case Choice():
            return "".join(_with_reason(one.text, one.why) for one in task.options if one.right)
        case Ordering():
            return _list(task.steps, ordered=True) + _html(item.why)
        case Matching():
            return _list([f"{pair.left} → {pair.right}" for pair in task.pairs]) + _html(item.why)
        case Numeric():
            return _with_reason(f"{plain_number(task.answer)} {task.unit}".strip(), item.why)
        case Short():
            return _with_reason(task.accepted[0], item.why)
        case OwnWords():
            return _list([point.text for point in task.points]) + _html(task.example)


def _with_reason(answer: str, why: str) -> str:
    return f"<p><b>{_html(answer)}</b><br>{_html(why)}</p>"


def _list(lines: Sequence[str], *, ordered: bool = False) -> str:
    name = "ol" if ordered else "ul"
    return f"<{name}>{''.join(f'<li>{_html(line)}</li>' for line in lines)}</{name}>"


def _html(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
