"""Sections of one text found again in another."""

from bot.lessons.importing.aligning import align
from bot.lessons.importing.reading import ReadSection

ENGLISH = (
    ("Tokens", 1, "What a model reads. " * 10),
    ("Key terms", 2, "Words that you need. " * 4),
    ("Counting", 2, "Use `tiktoken`:\n\n```python\nimport tiktoken\n```\n\nIt takes 2 lines."),
    ("Prices", 2, "- GPT-4 costs 30 dollars\n- GPT-3.5 costs 2 dollars\n"),
    ("Chinese text", 3, "Chinese takes more tokens. " * 8),
    ("Next", 2, "Go on."),
)
CHINESE = (
    ("词元", 1, "模型读的是什么，要先说清楚。" * 8),
    ("数词元", 2, "用 `tiktoken`：\n\n```python\nimport tiktoken\n```\n\n只要 2 行。"),
    ("价格", 2, "- GPT-4 要 30 美元\n- GPT-3.5 要 2 美元\n"),
    ("中文", 3, "中文要用更多的词元。" * 10),
    ("下一课", 2, "继续。"),
)


def sections(*rows: tuple[str, int, str]) -> tuple[ReadSection, ...]:
    return tuple(ReadSection(heading, level, text, 0) for heading, level, text in rows)


def test_two_languages_are_aligned_though_one_lacks_a_section() -> None:
    pairs = align(sections(*ENGLISH), sections(*CHINESE))
    assert pairs == ((0, 0), (2, 1), (3, 2), (4, 3), (5, 4))


def test_equal_texts_are_aligned_one_to_one() -> None:
    assert align(sections(*ENGLISH), sections(*ENGLISH)) == tuple((n, n) for n in range(6))


def test_a_section_put_in_between_pairs_with_nothing() -> None:
    longer = (*ENGLISH[:3], ("New", 2, "Something new about audio. " * 9), *ENGLISH[3:])
    assert align(sections(*ENGLISH), sections(*longer)) == ((0, 0), (1, 1), (2, 2), (3, 4), (4, 5), (5, 6))


def test_nothing_aligns_with_nothing() -> None:
    assert align((), sections(*CHINESE)) == ()
