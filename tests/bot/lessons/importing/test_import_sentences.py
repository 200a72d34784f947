"""The report in words, and the command that prints it."""

import inspect
import re
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.lessons.importing import Change, ImportReport, LessonReport, Remark, Subject, remarks
from bot.lessons.importing.sentences import ReportWords
from bot.safety.guard import Guard
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale

LESSON = "# Tokens\n\nA model reads tokens.\n\n## Prices\n\nPaid by token.\n"
VALUES = {"category": "override", "count": 2, "limit": 5, "options": 3, "answers": "1, 3", "sections": 4}


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


def words(texts: Texts, guard: Guard, locale: Locale) -> ReportWords:
    return ReportWords(texts, locale, guard.quote)


def declared_values() -> dict[str, dict[str, str | int]]:
    """Which values each subject has, as its declaration says behind it."""
    source = inspect.getsource(remarks.Subject)
    rows = re.findall(r'^    [A-Z_]+ = "([a-z-]+)"(?:  # ([a-z, ()]+))?$', source, re.MULTILINE)
    return {
        subject: {
            name: VALUES.get(name, f"some {name}")
            for name in re.findall(r"[a-z]+", re.sub(r"\(.*\)", "", said))
        }
        for subject, said in rows
    }


@pytest.mark.parametrize("locale", list(Locale))
def test_every_subject_has_its_sentence_with_the_values_it_declares(
    texts: Texts, guard: Guard, locale: Locale
) -> None:
    declared = declared_values()
    assert set(declared) == set(Subject)
    for subject in Subject:
        said = words(texts, guard, locale).remark(Remark(subject, "en/a.md", 3, declared[subject]))
        assert "en/a.md" in said and "3" in said


@pytest.mark.parametrize("locale", list(Locale))
def test_a_report_is_summed_up_in_each_language(texts: Texts, guard: Guard, locale: Locale) -> None:
    lessons = tuple(
        LessonReport("a", "词元 Tokens", (Locale.EN, Locale.ZH_CN), 3, 3, 1, change, 2) for change in Change
    )
    said = words(texts, guard, locale)
    for lesson in lessons:
        assert "Tokens" in said.lesson(lesson)
    done = said.summary(ImportReport(lessons, (), 4, dry_run=False))
    would = said.summary(ImportReport(lessons, (), 4, dry_run=True))
    refused = said.summary(ImportReport((), (Remark(Subject.NOTHING_THERE, ""),), 0, dry_run=False))
    assert len({done, would, refused}) == 3


def test_a_line_number_is_written_without_separators(texts: Texts, guard: Guard) -> None:
    said = words(texts, guard, Locale.EN).remark(Remark(Subject.COMMENT_DROPPED, "a.md", 1234))
    assert "line 1234" in said


def test_a_strangers_words_do_nothing_in_a_report(texts: Texts, guard: Guard) -> None:
    remark = Remark(
        Subject.TITLE_GUESSED, "@everyone.md", 0, {"title": "@here discord.gg/abc \u202e\x1b[31m"}
    )
    said = words(texts, guard, Locale.EN).remark(remark)
    assert not {"\u202e", "\x1b"} & set(said)
    assert "@everyone" not in said and "@here" not in said


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/tutor.db")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "01-tokens.md").write_text(LESSON)
    return tmp_path / "course"


pytestmark = pytest.mark.loop_may_block("nobody waits for anything else at the command line")


def test_the_command_prints_what_it_did(operator: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(operator), "--server", "5"]) == 0
    said = capsys.readouterr().out
    assert "01-tokens.md: read as “Tokens”, 2 sections." in said
    assert "One lesson from one file: 1 new, 0 changed, 0 unchanged." in said
    assert main(["import", str(operator), "--server", "5"]) == 0
    assert "Nothing new: the lesson from this file is here already" in capsys.readouterr().out


def test_the_command_says_which_lesson_it_did_not_publish_and_publishes_the_others(
    operator: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = "sk-proj-" + "Ab3dEf6hIj9kLm2n" * 2
    (operator / "02-keys.md").write_text(f"# Keys\n\n## Setup\n\nUse `{key}`.\n")
    assert main(["import", str(operator), "--server", "5", "--publish"]) == 1
    said = capsys.readouterr().out
    assert "“Keys” was not published: in “Setup”" in said and "“Tokens” was not published" not in said
    (operator / "02-keys.md").write_text("# Keys\n\n## Setup\n\nUse `YOUR_API_KEY`.\n")
    assert main(["import", str(operator), "--server", "5", "--publish"]) == 0


def test_the_command_only_looks_where_it_is_asked_to(
    operator: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(operator), "--dry-run"]) == 0
    assert "Nothing was stored." in capsys.readouterr().out
    assert main(["import", str(operator), "--dry-run"]) == 0
    assert "1 new" in capsys.readouterr().out


def test_the_command_fails_where_something_is_wrong(
    operator: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (operator / "02-broken.md").write_bytes(b"\xff\xfe\x00\xd8")
    assert main(["import", str(operator)]) == 1
    said = capsys.readouterr().out
    assert "02-broken.md: this is not text" in said
    assert "Nothing was taken in." in said
    assert main(["import", str(operator / "nowhere")]) == 1
