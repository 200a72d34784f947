"""From bytes to text."""

import pytest

from bot.lessons.importing.decoding import decode
from bot.lessons.importing.remarks import ImportRefused, Subject

CHINESE = "# 提示工程\n\n提示工程是设计提示词的方法，让模型给出更好的回答。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_or_without_its_mark_is_read(encoding: str) -> None:
    read = decode("a.md", CHINESE.encode(encoding))
    assert read.text == CHINESE
    assert not read.encoding_was_guessed


def test_chinese_in_its_national_encoding_is_read_and_said() -> None:
    read = decode("a.md", CHINESE.encode("gb18030"))
    assert read.text == CHINESE
    assert read.encoding_was_guessed


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        "Grüße aus Köln, schöne Straße".encode("latin-1"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00",
        b"\0" * 90,
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(ImportRefused) as refused:
        decode("a.md", content)
    assert refused.value.remark.subject is Subject.NOT_TEXT


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one_kind(line_end: str) -> None:
    assert decode("a.md", f"# A{line_end}{line_end}b".encode()).text == "# A\n\nb"


def test_invisible_characters_go_and_are_counted() -> None:
    read = decode("a.md", "a\u200bb\u2060c\ufeffd\u202ee\U000e0041 f\u00a0g\x1b[0m".encode())
    assert read.text == "abcde f g[0m"
    assert read.cleaned == 6


def test_a_joined_emoji_stays_whole() -> None:
    family = "👩\u200d💻 ❤️"
    assert decode("a.md", family.encode()).text == family
