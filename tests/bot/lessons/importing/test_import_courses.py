"""Whole courses taken in: two languages of one lesson, folders and readmes, questions, our own format."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from bot.lessons.importing import Change, Importer, Outcome, Subject, Upload
from bot.lessons.importing.store import stored_lesson
from bot.lessons.library import Library
from bot.lessons.retrieval import Retriever
from bot.storage import Database
from bot.texts.locales import Locale
from tests.bot.lessons.importing.tokens_lesson import CHINESE, ENGLISH, SERVER, take_in

Zipped = Callable[[Mapping[str, str | bytes]], bytes]


async def test_two_languages_become_one_lesson_with_the_same_sections(
    importer: Importer, library: Library, both: list[Upload]
) -> None:
    report = await importer.take_in(both, server_id=SERVER)
    (lesson,) = report.lessons
    assert (lesson.languages, lesson.sections, lesson.paired, lesson.questions) == (
        (Locale.EN, Locale.ZH_CN),
        3,
        3,
        2,
    )
    await library.publish(SERVER, "01-tokens")
    assert (await library.section(SERVER, "01-tokens", "prices", Locale.ZH_CN)).heading == "价格"  # type: ignore[union-attr]  # it is there
    traditional = await library.lesson(SERVER, "01-tokens", Locale.ZH_TW)
    assert traditional is not None and traditional.sections[1].heading == "數一數詞元"


async def test_a_chinese_question_finds_a_lesson_that_came_in_both_languages(
    importer: Importer, library: Library, database: Database, both: list[Upload]
) -> None:
    await importer.take_in(both, server_id=SERVER)
    await library.publish(SERVER, "01-tokens")
    found = await Retriever(database).search("怎么数词元？", server_id=SERVER, locale=Locale.ZH_CN)
    assert (found.passages[0].section_id, found.passages[0].heading) == ("counting-tokens", "数一数词元")


async def test_a_second_language_that_comes_later_joins_the_first(importer: Importer) -> None:
    await take_in(importer, {"01-tokens.md": ENGLISH})
    report = await importer.take_in([Upload("01-tokens.zh.md", CHINESE.encode())], server_id=SERVER)
    (lesson,) = report.lessons
    assert (lesson.change, lesson.version, lesson.paired, lesson.questions) == (Change.CHANGED, 2, 3, 2)


async def test_files_of_two_languages_are_one_lesson_by_their_number(
    importer: Importer, zipped: Zipped
) -> None:
    content = zipped({"en/01-tokens.md": ENGLISH, "zh/01-词元.md": CHINESE})
    (lesson,) = (await importer.take_in([Upload("c.zip", content)], server_id=SERVER)).lessons
    assert (lesson.lesson_id, lesson.paired) == ("01-tokens", 3)


async def test_traditional_chinese_alone_is_found_by_a_simplified_question(
    importer: Importer, library: Library, database: Database
) -> None:
    text = "# 詞元\n\n這個模型讀的是詞元，我們來學習為什麼。\n\n## 數詞元\n\n數詞元時要用工具，這樣才會對。"
    await take_in(importer, {"01-tokens.md": text})
    await library.publish(SERVER, "01-tokens")
    found = await Retriever(database).search("数词元要用什么？", server_id=SERVER, locale=Locale.ZH_TW)
    assert found.passages[0].heading == "數詞元"


async def test_two_different_files_for_one_lesson_in_one_language_are_wrong(
    importer: Importer, zipped: Zipped
) -> None:
    content = zipped(
        {"a/01-tokens.md": ENGLISH, "b/01-tokens.md": "# Other\n\nwords", "c/01-tokens.md": ENGLISH}
    )
    report = await importer.take_in([Upload("c.zip", content)], server_id=SERVER)
    said = {one.subject: one.path for one in report.remarks}
    assert said[Subject.TWO_OF_ONE] == "c.zip/b/01-tokens.md"
    assert said[Subject.FILE_TWICE] == "c.zip/c/01-tokens.md"


async def test_the_readme_above_the_lessons_and_the_licence_are_no_lessons(
    importer: Importer, zipped: Zipped
) -> None:
    files = {"README.md": "# The course\n\nAbout.", "LICENSE.md": "MIT", "CODE_OF_CONDUCT.md": "Be kind."}
    content = zipped({**files, "01-tokens/README.md": ENGLISH, "02-more/README.md": "# More\n\nwords"})
    report = await importer.take_in([Upload("c.zip", content)], server_id=SERVER)
    assert [one.lesson_id for one in report.lessons] == ["01-tokens", "02-more"]
    assert {one.path for one in report.remarks if one.subject is Subject.FILE_ABOUT} == {
        f"c.zip/{f}" for f in files
    }


async def test_each_of_two_courses_in_one_archive_may_have_its_readme(
    importer: Importer, zipped: Zipped
) -> None:
    files = {
        "one/README.md": "# One\n\nAbout.",
        "one/en/01-tokens.md": ENGLISH,
        "two/02-more.md": "# More\n\nwords",
    }
    report = await importer.take_in([Upload("c.zip", zipped(files))], server_id=SERVER)
    assert [one.lesson_id for one in report.lessons] == ["01-tokens", "02-more"]


async def test_the_readme_in_the_folder_of_a_lesson_is_the_lesson(importer: Importer, zipped: Zipped) -> None:
    files = {"01-tokens/README.md": ENGLISH, "01-tokens/translations/cn/README.md": CHINESE}
    (lesson,) = (await importer.take_in([Upload("c.zip", zipped(files))], server_id=SERVER)).lessons
    assert (lesson.lesson_id, lesson.paired) == ("01-tokens", 3)


async def test_questions_are_stored_as_drafts_with_all_that_is_known(
    importer: Importer, database: Database, both: list[Upload]
) -> None:
    await importer.take_in(both, server_id=SERVER)
    found = await database.read(partial(stored_lesson, server_id=SERVER, lesson_id="01-tokens", number=1))
    english, chinese = found.questions
    assert (english.question, english.options, english.answers) == (
        "What do prices count?",
        ("Words", "Tokens"),
        (1,),
    )
    assert (english.language, english.explanation) == (Locale.EN, "because models read tokens.")
    assert (chinese.language, chinese.answers, chinese.line) == (Locale.ZH_CN, (1,), 16)
    assert chinese.path.endswith("zh/01-tokens.md")


async def test_a_course_in_our_own_format_brings_its_outline_and_its_checks(
    importer: Importer, library: Library, tmp_path: Path
) -> None:
    files = {
        "outline.yaml": "lessons:\n  - id: tokens\n    minutes: 9\n    sources: [A book]\n    sections:\n"
        "      - {id: price, concepts: [token], minutes: 4}\n",
        "en/lessons/tokens.md": "---\ntitle: Tokens\nsummary: S\ngoals: [g]\nas_of: 2026-01-31\n---\n\n# Tokens\n\n"
        "## The price {#price}\n\nPaid by token.\n\n### Inside\n\nStays inside.\n",
        "en/checks/tokens.yaml": "price:\n  - question: Paid by what?\n    options: [words, tokens]\n    answer: 1\n"
        "    explain: [no, 'yes']\n    hint: Think.\n".replace("[no,", "['no',"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    report = await importer.take_in_path(tmp_path, server_id=SERVER)
    assert not report.refused, report.remarks
    await library.publish(SERVER, "tokens")
    lesson = await library.lesson(SERVER, "tokens", Locale.EN)
    assert lesson is not None
    assert (lesson.minutes, lesson.sources, lesson.sections[0].concepts) == (9, ("A book",), ("token",))
    assert [section.id for section in lesson.sections] == ["price"]
    found = await library.check(SERVER, "tokens", "price", Locale.EN)
    assert found is not None and found.options == ("words", "tokens")


async def test_a_check_that_is_not_whole_is_wrong_and_names_its_line(
    importer: Importer, zipped: Zipped
) -> None:
    checks = "price:\n  - question: Paid by what?\n    options: [words, tokens]\n    answer: 2\n    explain: [a, b]\n"
    content = zipped({"en/lessons/tokens.md": "# T\n\n## P {#price}\n\nx", "en/checks/tokens.yaml": checks})
    report = await importer.take_in([Upload("c.zip", content)], server_id=SERVER)
    (wrong,) = [one for one in report.remarks if one.outcome is Outcome.WRONG]
    assert (wrong.subject, wrong.line, wrong.values) == (Subject.CHECK_WRONG, 2, {"section": "price"})
