"""A lesson on tokens in two languages as somebody else wrote it, and how it is taken in."""

from collections.abc import Mapping, Sequence
from functools import partial

from bot.lessons.importing import Importer, ImportReport, Upload
from bot.lessons.importing.store import stored_lesson
from bot.lessons.values import Lesson
from bot.storage import Database

SERVER, OTHER_SERVER = 71, 72

ENGLISH = """# Tokens

A model reads tokens, not letters.

## Counting tokens

Use `tiktoken` to count them. It takes 2 lines.

## Prices

- GPT-4 costs 30 dollars
- GPT-3.5 costs 2 dollars

## Knowledge check

What do prices count?

1. Words
1. Tokens

A: 2, because models read tokens.
"""
CHINESE = """# 词元

模型读的是词元，不是字母。

## 数一数词元

用 `tiktoken` 来数，只要 2 行。

## 价格

- GPT-4 要 30 美元
- GPT-3.5 要 2 美元

## 知识检查

价格按什么算？

1. 字数
2. 词元

正确答案：2、因为模型读的是词元。
"""
BOTH = {"en/01-tokens.md": ENGLISH, "zh/01-tokens.md": CHINESE}


async def take_in(
    importer: Importer, files: Mapping[str, str], *, server_id: int = SERVER, dry_run: bool = False
) -> ImportReport:
    uploads = [Upload(name, text.encode()) for name, text in files.items()]
    return await importer.take_in(uploads, server_id=server_id, dry_run=dry_run)


def titles(lessons: Sequence[Lesson]) -> list[str]:
    return [lesson.title for lesson in lessons]


async def stored(database: Database, lesson_id: str, number: int, server_id: int = SERVER) -> object:
    return await database.read(
        partial(stored_lesson, server_id=server_id, lesson_id=lesson_id, number=number)
    )
