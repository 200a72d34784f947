"""From one file to a lesson in sections."""

import pytest

from bot.lessons.importing.lesson_file import Reading, read_lesson_file
from bot.lessons.importing.limits import MOST_SECTIONS
from bot.lessons.importing.reading import ReadText
from bot.lessons.importing.remarks import ImportRefused, Subject
from bot.lessons.importing.sources import SourceFile
from bot.texts.locales import Locale

PROSE = "A model reads tokens and predicts the one that comes next, again and again. "


def read(
    text: str, path: str = "en/01-tokens.md", language: Locale | None = None
) -> tuple[ReadText, Reading]:
    reading = Reading()
    made = read_lesson_file(SourceFile(path, text.encode()), language, reading)
    assert made is not None
    return made, reading


def subjects(reading: Reading) -> set[Subject]:
    return {remark.subject for remark in reading.remarks}


def test_every_heading_is_a_section_and_the_first_is_the_title() -> None:
    made, _ = read(f"# Tokens\n\nIntro.\n\n## Why\n\n{PROSE}\n\n### Prices\n\nPaid by token.\n")
    assert made.title == "Tokens"
    assert [(one.heading, one.level, one.line) for one in made.sections] == [
        ("Tokens", 1, 1),
        ("Why", 2, 5),
        ("Prices", 3, 9),
    ]


def test_what_looks_like_a_heading_in_code_is_none() -> None:
    made, _ = read("# A\n\ntext\n\n```python\n# import\n## not\n```\n\n    # nor this\n\n## B\n\ntext")
    assert [one.heading for one in made.sections] == ["A", "B"]
    assert "# import" in made.sections[0].markdown


def test_a_banner_above_the_title_belongs_to_its_section() -> None:
    made, _ = read("[![B](b.png)](https://a.example)\n\n# Life cycle\n\ntext")
    assert [one.heading for one in made.sections] == ["Life cycle"]
    assert made.sections[0].markdown.startswith("[🖼️ B](https://a.example)")


def test_a_file_without_a_title_is_called_by_its_name_and_that_is_said() -> None:
    made, reading = read("Banner.\n\n## Introduction\n\ntext", "en/17-ai-agents.md")
    assert made.title == "AI agents"
    assert [one.heading for one in made.sections] == ["AI agents", "Introduction"]
    assert Subject.TITLE_GUESSED in subjects(reading)


def test_front_matter_gives_title_summary_goals_and_date() -> None:
    made, _ = read(
        "---\ntitle: Tokens\nsummary: Short.\ngoals: [count, price]\nas_of: 2026-01-31\n---\n\n# X\n\ntext"
    )
    assert (made.title, made.summary, made.goals, str(made.as_of)) == (
        "Tokens",
        "Short.",
        ("count", "price"),
        "2026-01-31",
    )
    assert made.sections[0].line == 8


def test_front_matter_that_is_not_yaml_is_passed_over_and_said() -> None:
    made, reading = read("---\ntitle: [unclosed: {\n---\n\n# X\n\ntext")
    assert made.title == "X"
    assert Subject.FRONT_MATTER_BROKEN in subjects(reading)


def test_a_heading_without_text_lists_what_is_below_it() -> None:
    made, _ = read("# A\n\ntext\n\n## Options\n\n### One\n\na\n\n### Two\n\nb")
    assert made.sections[1].markdown == "- One\n- Two"


def test_a_heading_with_nothing_below_it_is_left_out_and_said() -> None:
    made, reading = read("# A\n\ntext\n\n## Nothing\n")
    assert [one.heading for one in made.sections] == ["A"]
    assert [(one.line, one.values) for one in reading.remarks if one.subject is Subject.HEADING_EMPTY] == [
        (5, {"heading": "Nothing"})
    ]


def test_sections_that_are_named_keep_deeper_headings_inside() -> None:
    made, _ = read("# A\n\n## B {#first}\n\ntext\n\n### C\n\nmore\n\n## D {#second}\n\nend")
    assert [(one.given_id, one.heading) for one in made.sections] == [("first", "B"), ("second", "D")]
    assert "### C" in made.sections[0].markdown


def test_goals_are_read_from_their_section_where_the_front_matter_has_none() -> None:
    made, _ = read(
        "# A\n\ntext\n\n## Learning Goals\n\nYou can:\n\n- **count** tokens\n- [price](https://p.example) them"
    )
    assert made.goals == ("count tokens", "price them")


def test_a_knowledge_check_leaves_the_text_and_becomes_questions_with_their_lines() -> None:
    made, reading = read("# A\n\ntext\n\n## Knowledge check\n\nWhich?\n\n1. a\n2. b\n\nA: 2\n\n## End\n\nbye")
    assert [one.heading for one in made.sections] == ["A", "End"]
    (question,) = made.questions
    assert (question.heading, question.line, question.answers, question.section_id) == (
        "Knowledge check",
        7,
        (1,),
        None,
    )
    assert "A: 2" not in "".join(one.markdown for one in made.sections)
    assert Subject.QUESTION_FOUND in subjects(reading)


def test_a_knowledge_check_without_questions_stays_and_is_said() -> None:
    made, reading = read("# A\n\ntext\n\n## Knowledge check\n\nSee the [quiz](https://q.example).")
    assert [one.heading for one in made.sections] == ["A", "Knowledge check"]
    assert Subject.QUESTION_UNCLEAR in subjects(reading)


def test_lines_are_those_of_the_file_whatever_was_taken_out() -> None:
    made, _ = read(
        "---\ntitle: T\n---\n<!--\nmeta\n-->\n# A\r\n\r\n> [!NOTE] > note\r\n\r\n## B\r\n\r\ntext".replace(
            "\r", ""
        )
    )
    assert [one.line for one in made.sections] == [7, 11]


@pytest.mark.parametrize("text", ["", "\n\n", "<!-- only a comment -->", "\ufeff \u200b"])
def test_a_file_with_nothing_to_read_is_skipped(text: str) -> None:
    reading = Reading()
    assert read_lesson_file(SourceFile("a.md", text.encode()), None, reading) is None
    assert Subject.FILE_EMPTY in subjects(reading)


def test_the_words_decide_the_language_and_a_difference_is_said() -> None:
    made, reading = read(f"# Tokens\n\n{PROSE * 3}", "zh/01-tokens.md")
    assert made.language is Locale.EN
    assert Subject.LANGUAGE_DIFFERS in subjects(reading)


def test_chinese_with_many_english_terms_is_chinese() -> None:
    text = (
        "# 词元\n\n使用 `tiktoken` 计算 token 数量，GPT 模型按 token 收费，English 和中文的 token 数量不同。"
    )
    assert read(text, "a.md")[0].language is Locale.ZH_CN


def test_traditional_chinese_is_known_by_its_characters() -> None:
    text = "# 詞元\n\n這個模型會把文字切成詞元，學習時也是這樣。我們來看看為什麼。"
    assert read(text, "a.md")[0].language is Locale.ZH_TW


@pytest.mark.parametrize(
    "text",
    [
        "# Jetons\n\n" + "Le modèle lit des jetons et il prédit les mots qui suivent dans une phrase. " * 8,
        "# トークン\n\nモデルはテキストをトークンに分けて、次のトークンを予測します。これを何度も繰り返します。",
        "# Токены\n\nМодель делит текст на токены и предсказывает следующий токен снова и снова.",
    ],
)
def test_a_lesson_in_another_language_is_skipped(text: str) -> None:
    reading = Reading()
    assert read_lesson_file(SourceFile("a.md", text.encode()), None, reading) is None
    assert Subject.FILE_LANGUAGE in subjects(reading)


def test_the_person_may_say_the_language() -> None:
    assert read("# A\n\nOK", language=Locale.ZH_CN)[0].language is Locale.ZH_CN


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "*a_ " * 40_000, "- a\n" * 40_000, "`a" * 60_000, "![[](" * 40_000]
)
def test_more_marks_than_words_are_refused(text: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(text)
    assert refused.value.remark.subject is Subject.TOO_DENSE


def test_a_lesson_of_too_many_sections_is_refused() -> None:
    with pytest.raises(ImportRefused) as refused:
        read(f"# A\n\n{PROSE}\n\n" * (MOST_SECTIONS + 1))
    assert refused.value.remark.subject is Subject.TOO_MANY_SECTIONS
