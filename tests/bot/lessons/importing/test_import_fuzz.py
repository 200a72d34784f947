"""Whatever comes in: a sentence, never a traceback, and nothing that the rest of the room cannot handle."""

import io
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lessons.chunks import chunks
from bot.lessons.importing.archives import read_archive
from bot.lessons.importing.assembling import ImportedLesson, assemble
from bot.lessons.importing.lesson_file import Reading
from bot.lessons.importing.merging import StoredLesson, merge
from bot.lessons.importing.remarks import Change, ImportRefused, Outcome
from bot.lessons.importing.sources import Gathered, SourceFile
from bot.lessons.show import show

MARKS = st.sampled_from(
    "#  |##  |### 标题 {#a}|> |[!NOTE] > |- |1. |A: 2 and 3|答：|Knowledge check|知识检查|```|`|~~~|<!--|-->|<script>|</script>"
    '|![|](|)|[|]|---|***|&amp;|?WT.mc_id=x|https://a.example/b|../c/README.md#d|;">|serif;visibility: visible;">|\u200b|\ufeff'
    "|\t|    |词元|模型预测下一个词。|word|Another sentence.|\x00|👩\u200d💻|{#a}|title: [|==".split("|")
    + ["|", "\n", "\n\n", "\r\n"] * 4
)
MARKDOWN = st.lists(MARKS, max_size=80).map("".join)
PATHS = st.sampled_from(
    [
        "a.md",
        "01-a.md",
        "en/01-a.md",
        "zh/01-a.md",
        "README.md",
        "en/checks/01-a.yaml",
        "outline.yaml",
        "zh/questions/01-a.yaml",
    ]
)
YAML = st.lists(
    st.sampled_from(
        "lessons:~  - id: 01-a~    sections:~      - {id: a, minutes: 2}~a:~  question: x~questions:~  - question: q"
        "~    options: [a, b]~    answers: [0]~    answer: 0~    explain: [a, b]~&a [x]~*a~{~]~!!python/object:os.system~? "
        "~- - -~1: 2~2026-13-45~\t".split("~")
    ),
    max_size=20,
).map("\n".join)


def lessons_of(*files: SourceFile) -> tuple[tuple[ImportedLesson, ...], Reading]:
    reading = Reading()
    return assemble(files, None, reading), reading


@given(st.binary(max_size=400), PATHS)
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused_in_words(content: bytes, path: str) -> None:
    _, reading = lessons_of(SourceFile(path, content))
    assert reading.remarks


@given(MARKDOWN, MARKDOWN, YAML)
@settings(max_examples=250, deadline=None)
def test_any_markdown_gives_lessons_that_can_be_stored_shown_and_cut(
    first: str, second: str, data: str
) -> None:
    lessons, reading = lessons_of(
        SourceFile("en/01-a.md", first.encode("utf-8", "surrogatepass")),
        SourceFile("zh/01-a.md", second.encode("utf-8", "surrogatepass")),
        SourceFile("en/checks/01-a.yaml", data.encode()),
        SourceFile("outline.yaml", data.encode()),
        SourceFile("zh/questions/01-a.yaml", data.encode()),
    )
    assert reading.remarks
    for lesson in lessons:
        merged = merge(lesson, lesson.lesson_id, None)
        ids = [plan.id for plan in merged.lesson.plan]
        assert len(ids) == len(set(ids)) and all(0 < len(one) <= 64 for one in ids)
        for text in merged.lesson.texts.values():
            assert text.title and text.sections and set(text.sections) <= set(ids)
            for section in text.sections.values():
                assert section.heading and section.markdown.strip()
                show(section.markdown)
                assert chunks(section.markdown, 600)
        for question in merged.questions:
            assert question.answers is None or set(question.answers) <= set(range(len(question.options)))
        again = merge(lesson, lesson.lesson_id, StoredLesson(1, merged.lesson, merged.questions))
        assert again.change is Change.UNCHANGED


@given(st.lists(st.tuples(st.text(max_size=30), st.binary(max_size=200)), max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_any_archive_is_read_or_refused(entries: list[tuple[str, bytes]], data: st.DataObject) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(f"x{name.encode('utf-8', 'replace').decode()}.md".replace("\0", ""), content)
    content = bytearray(made.getvalue())
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    gathered = Gathered()
    try:
        read_archive("c.zip", bytes(content), gathered)
    except ImportRefused as refused:
        assert refused.remark.outcome is Outcome.WRONG
    assert all(".." not in Path(file.path).parts for file in gathered.files)


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_called_an_archive_are_refused_or_empty(content: bytes) -> None:
    gathered = Gathered()
    try:
        read_archive("c.zip", b"PK\3\4" + content + b"PK\5\6" + content[:18].ljust(18, b"\0"), gathered)
    except ImportRefused:
        pass
    assert gathered.files == []
