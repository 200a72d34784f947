"""The word table in the database, and the texts in two languages that it is learnt from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, String, and_, bindparam, cast, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.bilingual.learning import Translation
from bot.lessons.store import courses, lessons, sections, texts, words
from bot.lessons.values import BUILT_IN
from bot.texts.locales import Locale

TextPair = tuple[str, str]
"""The same in English and in Chinese, as Markdown."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """For tokens of one language those of the other that stand for them: in three arrays, since it has thousands."""

    tokens: npt.NDArray[np.bytes_]
    """In UTF-8, ascending."""
    ends: npt.NDArray[np.int32]
    """For each token the end of its part of `others`, which begins where that of the token before it ends."""
    others: bytes
    """For each token others and how often each stands for it, 0 to 1, in UTF-8 with tabs between them."""

    @classmethod
    def of(cls, written: str) -> "WordTable":
        """From a line for each token: itself, and others as in `others`, with tabs between them."""
        lines = [line.partition(b"\t") for line in sorted(written.encode().splitlines())]
        return cls(
            np.array([token for token, _, _ in lines], dtype=np.bytes_),
            np.cumsum([len(others) for _, _, others in lines], dtype=np.int32),
            b"".join(others for _, _, others in lines),
        )

    def get(self, token: str) -> Mapping[str, float] | None:
        """What stands for a token, the likeliest first; None where the table does not have it."""
        word = token.encode()
        if not len(self.tokens) or len(word) > self.tokens.itemsize:
            return None
        row = int(np.searchsorted(self.tokens, np.array(word, dtype=self.tokens.dtype)))
        if row == len(self.tokens) or self.tokens[row] != word:
            return None
        others = self.others[self.ends[row - 1] if row else 0 : self.ends[row]].decode().split("\t")
        found = ((other, float(share)) for other, share in map(str.split, others))
        return dict(sorted(found, key=lambda one: (-one[1], one[0])))


Translations = Mapping[Locale, WordTable]
"""What is known of the tokens of each language."""


@dataclass(frozen=True, slots=True)
class Learnable:
    """A course to learn words from."""

    digest: str
    pairs: tuple[TextPair, ...]


async def has_changed(connection: AsyncConnection, server_id: int) -> bool:
    """Whether there is a course whose words have not been learnt."""
    return await _new_digest(connection, server_id) is not None


async def _new_digest(connection: AsyncConnection, server_id: int) -> str | None:
    row = (
        await connection.execute(
            select(courses.c.digest, courses.c.words_from).where(courses.c.server_id == server_id)
        )
    ).first()
    return None if row is None or row.digest == row.words_from else str(row.digest)


async def to_learn(connection: AsyncConnection, server_id: int) -> Learnable | None:
    """The texts of a course in both languages, or None where its words are learnt already."""
    digest = await _new_digest(connection, server_id)
    if digest is None:
        return None
    published = and_(
        lessons.c.server_id == server_id,
        lessons.c.published_version.is_not(None),
    )
    found: dict[tuple[str, ...], dict[str, list[str]]] = {}

    def of(table: Any) -> Any:
        return and_(
            published,
            table.c.server_id == lessons.c.server_id,
            table.c.lesson_id == lessons.c.lesson_id,
            table.c.version == lessons.c.published_version,
            table.c.language.in_([Locale.EN.value, Locale.ZH_CN.value]),
        )

    for one in await connection.execute(select(texts).join(lessons, of(texts))):
        found.setdefault((one.lesson_id,), {})[one.language] = [one.title, one.summary, *one.goals]
    for one in await connection.execute(select(sections).join(lessons, of(sections))):
        check: Mapping[str, Any] = one.check_item or {}
        found.setdefault((one.lesson_id, one.section_id), {})[one.language] = [
            one.heading,
            check.get("question", ""),
            *check.get("options", ()),
            *check.get("explain", ()),
            check.get("hint", ""),
        ]
        found.setdefault((one.lesson_id, one.section_id, "text"), {})[one.language] = one.markdown.split(
            "\n\n"
        )
    return Learnable(digest, tuple(_pairs(found.values())))


async def keep(
    connection: AsyncConnection,
    server_id: int,
    digest: str,
    learnt: Mapping[Locale, Sequence[Translation]],
) -> None:
    """Replace the table by what was learnt from the course with this digest."""
    await connection.execute(delete(words))
    rows = [
        {"language": language.value, "token": one.token, "other": one.other, "share": one.share}
        for language, table in learnt.items()
        for one in table
    ]
    if rows:
        await connection.execute(insert(words), rows)
    await connection.execute(
        update(courses).where(courses.c.server_id == server_id).values(words_from=digest)
    )


def learnt_from() -> ColumnElement[str | None]:
    """The digest of the course that the table was learnt from: another one whenever the table is."""
    return select(courses.c.words_from).where(courses.c.server_id == BUILT_IN).scalar_subquery()


_OTHER = words.c.other + " " + cast(words.c.share, String)
_LINES = (
    select((words.c.token + "\t" + func.aggregate_strings(_OTHER, "\t")).label("line"))
    .where(words.c.language == bindparam("written_in"))
    .group_by(words.c.token)
    .subquery()
)
_TABLE = select(func.aggregate_strings(_LINES.c.line, "\n"))


async def translations(connection: AsyncConnection) -> Translations:
    """The whole table, half a megabyte: it is read once and kept.

    The database puts it together: as many thousand rows it would take ten times the memory for a moment.
    """
    found: dict[Locale, WordTable] = {}
    for language in (Locale.EN, Locale.ZH_CN):
        written: str | None = await connection.scalar(_TABLE, {"written_in": language.value})
        found[language] = WordTable.of(written or "")
    return found


def _pairs(found: Iterable[Mapping[str, Sequence[str]]]) -> Iterable[TextPair]:
    """Texts of the same place; where one language has more pieces than the other, nothing says which is which."""
    for by_language in found:
        english, chinese = by_language.get(Locale.EN.value, ()), by_language.get(Locale.ZH_CN.value, ())
        if len(english) == len(chinese):
            yield from zip(english, chinese, strict=True)
