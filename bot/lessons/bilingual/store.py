"""The word table in the database, and the texts in two languages that it is learnt from."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.bilingual.learning import Translation
from bot.lessons.store import courses, lessons, sections, texts, words
from bot.lessons.values import BUILT_IN
from bot.texts.locales import Locale

TextPair = tuple[str, str]
"""The same in English and in Chinese, as Markdown."""


Translations = Mapping[Locale, Mapping[str, Mapping[str, float]]]
"""For tokens of a language those of the other that stand for them, with how often they do."""


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


async def translations(connection: AsyncConnection) -> Translations:
    """The whole table: some 3 MB, so it is read once and kept."""
    rows = await connection.execute(select(words.c.language, words.c.token, words.c.other, words.c.share))
    found: dict[Locale, dict[str, dict[str, float]]] = {Locale.EN: {}, Locale.ZH_CN: {}}
    for language, token, other, share in rows:
        found[Locale(language)].setdefault(token, {})[sys.intern(other)] = share
    return found


def _pairs(found: Iterable[Mapping[str, Sequence[str]]]) -> Iterable[TextPair]:
    """Texts of the same place; where one language has more pieces than the other, nothing says which is which."""
    for by_language in found:
        english, chinese = by_language.get(Locale.EN.value, ()), by_language.get(Locale.ZH_CN.value, ())
        if len(english) == len(chinese):
            yield from zip(english, chinese, strict=True)
