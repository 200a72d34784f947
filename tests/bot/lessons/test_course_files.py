"""Reading a course from its folder, and saying what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.lessons.course_files import digest, read_course
from bot.lessons.mistakes import CourseMistakes
from bot.texts.locales import Locale

BUILT_IN_COURSE = Path(__file__).parents[3] / "course"
SECTIONS = ("basics", "worked-example", "misconceptions")
CHECK = """\
{section}:
  question: "{question}"
  options: [one, two, three, four]
  answer: 2
  explain: [wrong, wrong, right, wrong]
  hint: count
"""


def lesson_text(language: str) -> str:
    words = "word " * 160 if language == "en" else "字" * 300
    parts = "\n\n".join(f"## Heading {section} {{#{section}}}\n\n{words}" for section in SECTIONS)
    return (
        "---\ntitle: Title\nsummary: Short\ngoals:\n  - know it\nas_of: 2026-01-31\n---\n\n"
        f"# Title\n\n{parts}\n"
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with a course of one lesson without a mistake."""
    root = tmp_path / "course"
    for language in ("en", "zh-CN"):
        for folder in ("lessons", "checks"):
            (root / language / folder).mkdir(parents=True)
        (root / language / "lessons" / "first.md").write_text(lesson_text(language), "utf-8")
        checks = "".join(CHECK.format(section=section, question=f"Why {section}?") for section in SECTIONS)
        (root / language / "checks" / "first.yaml").write_text(checks, "utf-8")
    sections = "".join(f"      - {{id: {section}, concepts: [token], minutes: 2}}\n" for section in SECTIONS)
    (root / "outline.yaml").write_text(
        f"lessons:\n  - id: first\n    requires: []\n    minutes: 6\n    sections:\n{sections}    sources: [x]\n",
        "utf-8",
    )
    (root / "concepts.yaml").write_text("token: {en: Token, zh-CN: 词元}\n", "utf-8")
    (root / "terms.yaml").write_text("資訊: 訊息\n", "utf-8")
    return root


def mistakes(root: Path) -> list[str]:
    with pytest.raises(CourseMistakes) as caught:
        read_course(root)
    return [str(mistake) for mistake in caught.value.mistakes]


def change(root: Path, where: str, edit: Callable[[str], str]) -> None:
    path = root / where
    path.write_text(edit(path.read_text("utf-8")), "utf-8")


def test_the_built_in_course_has_no_mistake() -> None:
    assert read_course(BUILT_IN_COURSE).lessons


def test_a_lesson_is_read_whole_in_both_languages(course: Path) -> None:
    (lesson,) = read_course(course).lessons
    assert set(lesson.texts) == {Locale.EN, Locale.ZH_CN}
    section = lesson.texts[Locale.EN].sections["basics"]
    assert section.heading == "Heading basics"
    assert section.markdown.startswith("word")
    assert section.check is not None
    assert section.check.answer == 2


def test_every_mistake_is_told_at_once_with_its_file_and_line(course: Path) -> None:
    change(course, "en/lessons/first.md", lambda text: text.replace("{#basics}", "{#other}"))
    change(course, "zh-CN/checks/first.yaml", lambda text: text.replace("answer: 2", "answer: 7", 1))
    (course / "terms.yaml").write_text("资讯: [a, b]\n", "utf-8")
    told = mistakes(course)
    assert "en/lessons/first.md:11: other is not in the outline" in told
    assert "en/lessons/first.md: the section basics of the outline is missing" in told
    assert any(line.startswith("zh-CN/checks/first.yaml:2: `answer`") for line in told)
    assert any(line.startswith("terms.yaml") for line in told)


@pytest.mark.parametrize(
    ("where", "old", "new", "told"),
    [
        ("outline.yaml", "concepts: [token]", "concepts: [tokn]", "tokn is no concept"),
        ("outline.yaml", "requires: []", "requires: [zeroth]", "requires zeroth"),
        ("outline.yaml", "minutes: 6", "minutes: soon", "`minutes` must be a whole number"),
        ("outline.yaml", "lessons:", "lessons: [", "not YAML"),
        ("en/lessons/first.md", "# Title", "# Another", "write the title once"),
        ("en/lessons/first.md", "as_of: 2026-01-31", "as_of: soon", "`as_of` must be a day"),
        ("en/lessons/first.md", "word " * 20, "", "a section has 150 to 500"),
        ("en/lessons/first.md", "word word", "[word](lesson:none)", "lesson:none links to a lesson"),
        ("en/lessons/first.md", "word word", "[word](lesson:first#none)", "links to a section"),
        ("zh-CN/lessons/first.md", " {#basics}", "", "give “Heading basics” an id"),
        ("en/checks/first.yaml", "[one, two, three, four]", "[one, two, two, four]", "4 different options"),
        (
            "en/checks/first.yaml",
            "explain: [wrong, wrong, right, wrong]",
            "explain: [wrong]",
            "explains each",
        ),
        ("en/checks/first.yaml", "basics:", "basis:", "first has no section basis"),
        ("concepts.yaml", "zh-CN: 词元", "fr: jeton", "give a name"),
    ],
)
def test_a_mistake_is_told_in_words(course: Path, where: str, old: str, new: str, told: str) -> None:
    change(course, where, lambda text: text.replace(old, new, 1))
    assert any(told in line for line in mistakes(course))


def test_a_missing_language_is_a_mistake(course: Path) -> None:
    (course / "zh-CN" / "lessons" / "first.md").unlink()
    assert "zh-CN/lessons/first.md: this file is missing" in mistakes(course)


def test_a_file_that_is_not_text_is_a_mistake_and_no_traceback(course: Path) -> None:
    (course / "en" / "lessons" / "first.md").write_bytes(b"\xff\xfe\x00\x80")
    assert any("cannot be read as UTF-8" in line for line in mistakes(course))


def test_a_lesson_that_the_outline_does_not_name_is_not_part_of_the_course(course: Path) -> None:
    (course / "en" / "lessons" / "unfinished.md").write_text("# Unfinished", "utf-8")
    assert [lesson.id for lesson in read_course(course).lessons] == ["first"]


def test_the_digest_changes_with_any_file_and_with_nothing_else(course: Path) -> None:
    before = digest(course)
    assert digest(course) == before
    (course / "notes.txt").write_text("x")
    assert digest(course) == before
    change(course, "zh-CN/checks/first.yaml", lambda text: text + "# comment\n")
    assert digest(course) != before


def test_windows_line_ends_and_a_byte_order_mark_are_read(course: Path) -> None:
    path = course / "en" / "lessons" / "first.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_course(course).lessons[0].texts[Locale.EN].title == "Title"
