"""Where lessons come from, and the bounds that are held before anything is read."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.lessons.importing.archives import read_archive
from bot.lessons.importing.folders import gather_path, gather_uploads
from bot.lessons.importing.limits import DEEPEST, LARGEST_FILE, MOST_ENTRIES, MOST_FILES
from bot.lessons.importing.remarks import ImportRefused, Subject
from bot.lessons.importing.sources import Gathered, Upload

Zipped = Callable[[Mapping[str, str | bytes]], bytes]
LESSON = "# Tokens\n\nA token is a piece of text.\n"


def gathered_from(content: bytes) -> Gathered:
    gathered = Gathered()
    read_archive("course.zip", content, gathered)
    return gathered


def refusal(content: bytes) -> Subject:
    with pytest.raises(ImportRefused) as refused:
        gathered_from(content)
    return refused.value.remark.subject


def packed(*entries: tuple[zipfile.ZipInfo | str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


def test_an_archive_gives_its_text_files_and_says_what_else_it_holds(zipped: Zipped) -> None:
    gathered = gathered_from(
        zipped({"en/01-a.md": LESSON, "en/notes.txt": "x", "en/image.png": b"\x89PNG", "b/inner.zip": b"PK"})
    )
    assert [file.path for file in gathered.files] == ["course.zip/en/01-a.md", "course.zip/en/notes.txt"]
    assert {(remark.subject, remark.path) for remark in gathered.remarks} == {
        (Subject.FILE_KIND, "course.zip/en/image.png"),
        (Subject.ARCHIVE_INSIDE, "course.zip/b/inner.zip"),
    }


def test_a_hundred_pictures_are_one_remark(zipped: Zipped) -> None:
    gathered = gathered_from(zipped({f"images/{n}.png": b"x" for n in range(100)} | {"a.md": LESSON}))
    assert len(gathered.remarks) == 1


@pytest.mark.parametrize(
    "name", ["../out.md", "a/../../out.md", "/etc/out.md", "C:\\out.md", "..\\..\\out.md", "C:/out.md"]
)
def test_a_name_that_leads_out_of_the_archive_is_refused(zipped: Zipped, name: str) -> None:
    assert refusal(zipped({name: LESSON})) is Subject.NAME_DANGEROUS


def test_nothing_is_ever_written_to_disk(
    zipped: Zipped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    gathered_from(zipped({"en/01-a.md": LESSON}))
    assert list(tmp_path.rglob("*")) == []


def test_a_link_in_an_archive_is_not_followed() -> None:
    link = zipfile.ZipInfo("link.md")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    gathered = gathered_from(packed((link, b"/etc/passwd"), ("a.md", LESSON.encode())))
    assert [file.path for file in gathered.files] == ["course.zip/a.md"]
    assert gathered.remarks[0].subject is Subject.FILE_LINK


def test_an_archive_that_expands_too_much_is_refused_before_it_is_unpacked() -> None:
    assert refusal(packed(("a.md", b"a" * (LARGEST_FILE - 1)))) is Subject.ARCHIVE_EXPANDS


def test_an_archive_of_large_files_is_refused_by_what_it_announces() -> None:
    assert refusal(packed(("a.md", b"ab" * LARGEST_FILE))) is Subject.FILE_TOO_LARGE


def test_an_archive_that_lies_about_sizes_is_refused() -> None:
    content = packed(("a.md", os.urandom(50_000).hex().encode()))
    lie = content.replace(struct.pack("<L", 100_000), struct.pack("<L", 10))
    assert lie != content
    assert refusal(lie) is Subject.ARCHIVE_BROKEN


def test_an_archive_of_too_many_files_is_refused_without_opening_it(zipped: Zipped) -> None:
    content = zipped({f"{n}.md": "x" for n in range(MOST_ENTRIES + 1)})
    assert refusal(content) is Subject.TOO_MANY_FILES


def test_an_archive_with_a_list_of_contents_for_giants_is_refused(zipped: Zipped) -> None:
    content = bytearray(zipped({"a.md": LESSON}))
    content[-10:-6] = struct.pack("<L", 100_000_000)  # the size of the list, in the last 22 bytes
    assert refusal(bytes(content)) is Subject.TOO_MANY_FILES


def test_more_text_files_than_a_course_has_are_refused(zipped: Zipped) -> None:
    assert refusal(zipped({f"{n}.md": "x" for n in range(MOST_FILES + 1)})) is Subject.TOO_MANY_FILES


def test_folders_inside_folders_inside_folders_are_refused(zipped: Zipped) -> None:
    assert refusal(zipped({"/".join("d" * DEEPEST) + "/a.md": LESSON})) is Subject.TOO_DEEP


def test_an_archive_with_a_password_is_refused(zipped: Zipped) -> None:
    content = bytearray(zipped({"a.md": LESSON}))
    entry = content.rindex(b"PK\1\2")
    content[entry + 8] |= 1  # the flag in the list of contents
    assert refusal(bytes(content)) is Subject.ARCHIVE_LOCKED


def test_an_archive_packed_in_an_unusual_way_is_refused() -> None:
    assert refusal(packed(("a.md", LESSON.encode()), method=zipfile.ZIP_LZMA)) is Subject.ARCHIVE_METHOD


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"not an archive", b"PK\5\6" + b"\0" * 18, b"PK\5\6" + b"\xff" * 18]
)
def test_what_is_no_archive_is_refused_in_words(content: bytes) -> None:
    try:
        gathered = gathered_from(content)
    except ImportRefused as refused:
        assert refused.remark.subject in (Subject.ARCHIVE_BROKEN, Subject.TOO_MANY_FILES)
    else:
        assert gathered.files == []


def test_a_chinese_name_from_an_old_archive_is_read(zipped: Zipped) -> None:
    placeholder = "X" * 10 + ".md"
    content = zipped({placeholder: LESSON})
    name = "提示词工程.md".encode("gb18030")
    gathered = gathered_from(content.replace(placeholder.encode(), name))
    assert gathered.files[0].path.startswith("course.zip/提示词工程.md")
    assert gathered.remarks[0].subject is Subject.NAME_GUESSED


def test_a_name_that_hides_characters_is_shown_without_them(zipped: Zipped) -> None:
    (file,) = gathered_from(zipped({"a\u202edm.\x1b[31m.md": LESSON})).files
    assert "\u202e" not in file.path and "\x1b" not in file.path


def test_a_folder_is_read_without_what_is_hidden_or_linked(tmp_path: Path) -> None:
    (tmp_path / "course" / ".git").mkdir(parents=True)
    (tmp_path / "course" / ".git" / "x.md").write_text(LESSON)
    (tmp_path / "course" / "01-a.md").write_text(LESSON)
    (tmp_path / "secret.md").write_text("# Secret\n\ntext")
    (tmp_path / "course" / "link.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "course" / "up").symlink_to(tmp_path)
    gathered = Gathered()
    gather_path(tmp_path / "course", gathered)
    assert [file.path for file in gathered.files] == ["01-a.md"]
    assert {remark.subject for remark in gathered.remarks} == {Subject.FILE_LINK}


def test_a_pipe_in_a_folder_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "a.md").write_text(LESSON)
    gathered = Gathered()
    gather_path(tmp_path, gathered)
    assert [file.path for file in gathered.files] == ["a.md"]


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as refused:
        gather_path(tmp_path / "none", Gathered())
    assert refused.value.remark.subject is Subject.PATH_MISSING


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as stream:
        stream.truncate(10 * 1024**3)  # a hole of ten gigabytes
    with pytest.raises(ImportRefused) as refused:
        gather_path(tmp_path, Gathered())
    assert refused.value.remark.subject is Subject.FILE_TOO_LARGE


def test_uploads_may_be_texts_and_archives_together(zipped: Zipped) -> None:
    gathered = Gathered()
    gather_uploads([Upload("a.md", LESSON.encode()), Upload("b.zip", zipped({"c.md": LESSON}))], gathered)
    assert [file.path for file in gathered.files] == ["a.md", "b.zip/c.md"]


def test_an_uploads_name_leads_nowhere() -> None:
    gathered = Gathered()
    gather_uploads([Upload("../../etc/a.md", LESSON.encode())], gathered)
    assert gathered.files[0].path == "a.md"
