"""What was exported comes in again unchanged."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lessons.importing import Change, Importer, Upload
from bot.lessons.importing.assembling import assemble
from bot.lessons.importing.exporting import course_files, export_archive
from bot.lessons.importing.lesson_file import Reading
from bot.lessons.importing.merging import StoredLesson, merge
from bot.lessons.importing.sources import SourceFile
from bot.storage import Database

SERVER, OTHER_SERVER = 71, 72
ENGLISH = """# C# & *Tokens* {x}

[![Banner](https://a.example/b.png)](https://a.example/v)

A model reads tokens. Learning goals follow.

## Learning goals

- count **tokens**
- pay for them

### Use `tiktoken` <b>now</b>

> [!NOTE] > Two lines are enough.

```python
# not a heading
```

| a | b |
| --- | --- |
| 1 | 2 |

## Knowledge check

Which of `a` and "b": is right?

1. no
2. 0.7

A: 2, because: it is.
"""
CHINESE = "# 词元\n\n模型读的是词元。\n\n## 学习目标\n\n- 数词元\n\n### 使用 `tiktoken`\n\n两行就够了。\n"
WORD = st.sampled_from(
    [
        *(
            "# a\n\n",
            "## b *c* [d](e.md)\n\n",
            "### 词元\n\n",
            "text `code` ",
            "- x\n",
            "> q\n",
            "\n",
            "***\n\n",
        ),
        *("```\nz\n```\n\n", "| a |\n| - |\n", "![p](https://p.example/x.png)\n\n", "模型预测下一个词。\n\n"),
        "## Knowledge check\n\nq?\n\n1. a\n2. b\n\nA: 1\n\n",
    ]
)


async def test_an_export_taken_in_elsewhere_and_here_is_the_same(
    importer: Importer, database: Database
) -> None:
    uploads = [Upload("01-tokens.md", ENGLISH.encode()), Upload("01-tokens.zh.md", CHINESE.encode())]
    before = await importer.take_in(uploads, server_id=SERVER)
    content = await database.read(partial(export_archive, server_id=SERVER, lesson_ids=["01-tokens"]))
    assert content is not None
    here = await importer.take_in([Upload("export.zip", content)], server_id=SERVER)
    assert [one.change for one in here.lessons] == [Change.UNCHANGED], here.remarks
    there = await importer.take_in([Upload("export.zip", content)], server_id=OTHER_SERVER)
    assert (there.lessons[0].sections, there.lessons[0].questions) == (before.lessons[0].sections, 1)
    again = await database.read(partial(export_archive, server_id=OTHER_SERVER, lesson_ids=["01-tokens"]))
    assert again == content


async def test_there_is_nothing_to_export_of_another_server(importer: Importer, database: Database) -> None:
    await importer.take_in([Upload("01-tokens.md", ENGLISH.encode())], server_id=SERVER)
    unit = partial(export_archive, server_id=OTHER_SERVER, lesson_ids=["01-tokens"])
    assert await database.read(unit) is None


@pytest.mark.parametrize("name", ["security.md", "guide-en.md", "readme-first.md"])
async def test_the_id_is_kept_whatever_the_lesson_is_called(
    importer: Importer, database: Database, name: str
) -> None:
    (lesson,) = (await importer.take_in([Upload(name, ENGLISH.encode())], server_id=SERVER)).lessons
    content = await database.read(partial(export_archive, server_id=SERVER, lesson_ids=[lesson.lesson_id]))
    assert content is not None
    report = await importer.take_in([Upload("export.zip", content)], server_id=SERVER)
    assert [(one.lesson_id, one.change) for one in report.lessons] == [(lesson.lesson_id, Change.UNCHANGED)]


@given(st.lists(WORD, min_size=1, max_size=14).map("".join))
@settings(max_examples=300, deadline=None)
def test_what_any_text_became_comes_in_again_as_it_is(text: str) -> None:
    for lesson in assemble([SourceFile("en/a.md", text.encode())], None, Reading()):
        merged = merge(lesson, "a", None)
        stored = StoredLesson(1, merged.lesson, merged.questions)
        files = [SourceFile(path, made.encode()) for path, made in course_files([stored]).items()]
        reading = Reading()
        (again,) = assemble(files, None, reading)
        assert again.lesson_id == "a"
        second = merge(again, "a", stored)
        assert second.lesson == stored.lesson
        assert second.change is Change.UNCHANGED
