"""Question files of other programs, in and out.

Reading never raises for what stands in a file: it gives items and mistakes with their lines, and it is all or nothing for whoever
calls. What a format cannot say of an item travels beside the question, so that nothing is lost on the way out and in again.
Reading and writing take their time: not on the event loop.
"""

from collections.abc import Callable, Mapping, Sequence

from bot.quiz.formats import gift, microsoft, moodle, ours, table
from bot.quiz.formats.values import MOST_BYTES, MOST_ITEMS, Defaults, FileFormat, Taken, Writing
from bot.quiz.items import Item
from bot.quiz.mistakes import Mistake, Wrong
from bot.quiz.reading import read_item

__all__ = ["MOST_BYTES", "MOST_ITEMS", "Defaults", "FileFormat", "Taken", "read", "write"]

_READERS: Mapping[FileFormat, Callable[[str, Writing], None]] = {
    FileFormat.GIFT: gift.read,
    FileFormat.MOODLE: moodle.read,
    FileFormat.JSON: microsoft.read,
    FileFormat.CSV: table.read,
    FileFormat.YAML: ours.read,
}
_WRITERS: Mapping[FileFormat, Callable[[Sequence[Item]], str]] = {
    FileFormat.GIFT: gift.write,
    FileFormat.MOODLE: moodle.write,
    FileFormat.JSON: microsoft.write,
    FileFormat.CSV: table.write,
    FileFormat.YAML: ours.write,
}


def read(data: bytes, file_format: FileFormat, defaults: Defaults) -> Taken:
    """The items of a file and what is wrong with it; `defaults` say what the file does not."""
    found = Writing(defaults)
    if len(data) > MOST_BYTES:
        found.wrong(0, Mistake.of(Wrong.TOO_BIG, count=len(data), most=MOST_BYTES))
        return Taken((), tuple(found.mistakes))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found.wrong(data[: error.start].count(b"\n") + 1, Mistake.of(Wrong.NOT_UTF8))
        return Taken((), tuple(found.mistakes))
    if "\0" in text:
        found.wrong(text[: text.index("\0")].count("\n") + 1, Mistake.of(Wrong.ZERO_CHARACTER))
        return Taken((), tuple(found.mistakes))
    _READERS[file_format](text.replace("\r\n", "\n").replace("\r", "\n"), found)
    return _items(found)


def write(items: Sequence[Item], file_format: FileFormat) -> str:
    """The items as a file. Anki decks are no text and are made by `formats.anki`."""
    return _WRITERS[file_format](items)


def _items(found: Writing) -> Taken:
    if len(found.entries) > MOST_ITEMS:
        found.wrong(0, Mistake.of(Wrong.TOO_MANY, count=len(found.entries), most=MOST_ITEMS))
        return Taken((), tuple(found.mistakes))
    items: list[Item] = []
    for entry in found.entries:
        item = read_item(entry, found.defaults.lesson_id, found.misconceptions, found.wrong)
        if item is None:
            continue
        if any(other.id == item.id for other in items):
            found.wrong(item.line, Mistake.of(Wrong.SECOND_TIME, name=item.id))
        items.append(item)
    if not found.entries and not found.mistakes:
        found.wrong(0, Mistake.of(Wrong.NO_QUESTIONS))
    return Taken(tuple(items), tuple(sorted(found.mistakes)))
