"""Questions find their sections, in every language, in their own server only."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from benchmarks.questions import LANGUAGES, course_questions
from bot.lessons import search_store
from bot.lessons.course import CourseLesson
from bot.lessons.places import Places
from bot.lessons.retrieval import ENOUGH, Retriever
from bot.lessons.vectors import embed_lessons
from bot.storage import Database
from bot.texts.locales import Locale

ROOT = Path(__file__).parents[3]


@pytest.fixture
async def retriever(
    database: Database, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> Retriever:
    await publish(models_lesson, prompts_lesson)
    return Retriever(database)


async def first(retriever: Retriever, question: str, locale: Locale, server_id: int = 0) -> tuple[str, str]:
    evidence = await retriever.search(question, server_id=server_id, locale=locale)
    return evidence.passages[0].section_id, evidence.passages[0].text


@pytest.mark.parametrize("question", ["What is a token?", "什么是词元？", "為什麼模型會產生幻覺？"])
async def test_after_warming_up_a_search_of_the_shared_course_reads_no_word_and_finds_the_same(
    retriever: Retriever, database: Database, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    cold = await retriever.find(question, server_id=0)
    warm = Retriever(database)
    await warm.warm_up()
    looked_up: list[str] = []

    async def occurrences(connection: Any, terms: Sequence[str], *rest: Any) -> dict[str, Places]:
        looked_up.extend(terms)
        return await read(connection, terms, *rest)

    read = search_store.occurrences
    monkeypatch.setattr(search_store, "occurrences", occurrences)
    assert await warm.find(question, server_id=0) == cold
    assert looked_up == []


async def test_what_was_read_before_is_not_used_once_a_lesson_changed(
    database: Database, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> None:
    await publish(models_lesson)
    retriever = Retriever(database)
    await retriever.warm_up()

    async def enough() -> bool:
        return (await retriever.search("What are delimiters?", server_id=0, locale=Locale.EN)).enough

    assert not await enough()
    await publish(models_lesson, prompts_lesson)
    assert await enough()
    await retriever.warm_up()
    assert await enough()
    await publish(models_lesson)
    assert not await enough()


async def test_after_warming_up_servers_find_their_own_lessons_beside_the_shared_course(
    retriever: Retriever, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    for server_id, word in ((5, "zebra"), (6, "okapi")):
        sections = [(word, (word.title(), word), (f"The {word} counts tokens.", word))]
        await publish(write_lesson("mascot", ("Mascot", "吉祥物"), sections), server_id=server_id)
    await retriever.warm_up()
    for server_id, own, other in ((5, "zebra", "okapi"), (6, "okapi", "zebra"), (5, "zebra", "okapi")):
        assert (await first(retriever, own, Locale.EN, server_id))[0] == own
        assert (await first(retriever, "What is a token?", Locale.EN, server_id))[0] == "tokens"
        evidence = await retriever.search(other, server_id=server_id, locale=Locale.EN)
        assert other not in {passage.section_id for passage in evidence.passages}


async def test_where_no_course_is_loaded_there_is_nothing_to_warm_up(
    database: Database, publish: Any, models_lesson: CourseLesson
) -> None:
    retriever = Retriever(database)
    await retriever.warm_up()
    await publish(models_lesson)
    assert await first(retriever, "What is a token?", Locale.EN) == await first(
        Retriever(database), "What is a token?", Locale.EN
    )


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("What is a token?", "tokens"),
        ("why do models hallucinate", "fabrication"),
        ("delimiter", "delimiters"),
        ("什么是词元？", "tokens"),
        ("模型为什么会编造事实？", "fabrication"),
        ("什麼是分隔符？", "delimiters"),
        ("為什麼模型會產生幻覺？", "fabrication"),
        ("what does the Chinese word 幻觉 mean in lessons about models", "fabrication"),
        ("few-shot 示例怎么写", "examples"),
    ],
)
async def test_a_question_finds_its_section(retriever: Retriever, question: str, section: str) -> None:
    assert (await first(retriever, question, Locale.EN))[0] == section


@pytest.mark.parametrize(
    ("locale", "words"),
    [(Locale.EN, "tokenizer cuts"), (Locale.ZH_CN, "分词器"), (Locale.ZH_TW, "分詞器")],
)
@pytest.mark.parametrize("question", ["What is a token?", "什么是词元？", "什麼是詞元？"])
async def test_the_passage_is_in_the_answers_language_whatever_the_questions(
    retriever: Retriever, question: str, locale: Locale, words: str
) -> None:
    section, text = await first(retriever, question, locale)
    assert section == "tokens"
    assert words in text


async def test_each_section_is_given_once_best_first(retriever: Retriever) -> None:
    evidence = await retriever.search("model tokens temperature prompt", server_id=0, locale=Locale.EN)
    sections = [passage.section_id for passage in evidence.passages]
    scores = [passage.score for passage in evidence.passages]
    assert len(sections) == len(set(sections)) > 1
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


async def test_no_more_passages_come_than_asked_for(retriever: Retriever) -> None:
    evidence = await retriever.search("model tokens prompt", server_id=0, locale=Locale.EN, limit=1)
    assert len(evidence.passages) == 1


@pytest.mark.parametrize(
    "nothing", ["", "   ", "😀🎉🎉", "???", "what is it?", "为什么呢？", "[" * 4_000, "\x00"]
)
async def test_a_question_without_words_is_not_in_the_course(retriever: Retriever, nothing: str) -> None:
    evidence = await retriever.search(nothing, server_id=0, locale=Locale.EN)
    assert (evidence.passages, evidence.enough, evidence.score) == ((), False, 0.0)


@pytest.mark.parametrize("question", ["What is a token?", "什么是词元？", "什麼是詞元？"])
async def test_what_the_course_covers_is_enough(retriever: Retriever, question: str) -> None:
    assert (await retriever.search(question, server_id=0, locale=Locale.EN)).enough


@pytest.mark.parametrize(
    "question",
    ["How long do I boil an egg?", "红烧肉怎么做好吃？", "明天天氣如何？", "kubernetes pod restart loop"],
)
async def test_what_the_course_does_not_cover_is_not_enough(retriever: Retriever, question: str) -> None:
    assert not (await retriever.search(question, server_id=0, locale=Locale.EN)).enough


async def test_another_servers_lesson_is_never_quoted(
    retriever: Retriever, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    sections = [("zebra", ("Zebra", "斑马"), ("The zebra is our mascot.", "斑马是我们的吉祥物。"))]
    await publish(write_lesson("mascot", ("Mascot", "吉祥物"), sections), server_id=5)
    for question in ("zebra mascot", "斑马吉祥物"):
        for server_id, sees_it in ((5, True), (6, False), (0, False)):
            evidence = await retriever.search(question, server_id=server_id, locale=Locale.EN)
            assert any(passage.lesson_id == "mascot" for passage in evidence.passages) is sees_it


async def test_a_server_finds_the_built_in_course_beside_its_own_lessons(
    retriever: Retriever, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    sections = [("rules", ("Token rules", "词元规则"), ("Here a token is a coin.", "这里词元是硬币。"))]
    await publish(write_lesson("club", ("Club", "社团"), sections), server_id=5)
    evidence = await retriever.search("What is a token?", server_id=5, locale=Locale.EN)
    assert {"rules", "tokens"} <= {passage.section_id for passage in evidence.passages}


async def test_a_lesson_that_is_named_is_searched_alone(retriever: Retriever) -> None:
    evidence = await retriever.search("What is a token?", server_id=0, locale=Locale.EN, lesson_id="models")
    assert {passage.lesson_id for passage in evidence.passages} == {"models"}


async def test_where_the_named_lesson_does_not_hold_it_the_others_are_searched(retriever: Retriever) -> None:
    evidence = await retriever.search(
        "What are delimiters?", server_id=0, locale=Locale.EN, lesson_id="models"
    )
    assert evidence.enough
    assert evidence.passages[0].lesson_id == "prompts"


async def test_a_lesson_that_has_only_english_answers_a_chinese_question_by_its_names(
    retriever: Retriever, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    sections = [("lora", ("LoRA", ""), ("LoRA trains small matrices.", ""))]
    await publish(write_lesson("lora", ("LoRA", ""), sections, languages=[Locale.EN]), server_id=5)
    evidence = await retriever.search("LoRA 是什么？", server_id=5, locale=Locale.ZH_CN)
    assert evidence.passages[0].section_id == "lora"
    assert evidence.passages[0].language is Locale.EN


async def test_nothing_is_found_before_a_course_is_loaded(database: Database) -> None:
    evidence = await Retriever(database).search("What is a token?", server_id=0, locale=Locale.EN)
    assert (evidence.passages, evidence.enough) == ((), False)


class ByTopic:
    """Knows that a car is an automobile; may be out of order."""

    name = "by-topic"

    def __init__(self) -> None:
        self.works = True

    async def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32] | None:
        if not self.works:
            return None
        about_cars = [any(word in text.casefold() for word in ("car", "automobile")) for text in texts]
        return np.array([[1.0, 0.1] if cars else [0.1, 1.0] for cars in about_cars], dtype=np.float32)


async def test_embeddings_find_what_has_no_word_in_common(
    database: Database, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    sections = [
        ("cars", ("Automobiles", "汽车"), ("An automobile has wheels.", "汽车有轮子。")),
        ("fish", ("Fish", "鱼"), ("A fish can swim fast.", "鱼会游泳。")),
    ]
    await publish(write_lesson("things", ("Things", "东西"), sections))
    embedder = ByTopic()
    assert await embed_lessons(database, embedder) == 4
    assert await embed_lessons(database, embedder) == 0
    retriever = Retriever(database, embedder)
    assert (await first(retriever, "my car", Locale.EN))[0] == "cars"
    embedder.works = False
    assert not (await retriever.search("my car", server_id=0, locale=Locale.EN)).enough


@pytest.fixture
async def course(taught_database: Database) -> Retriever:
    """The built-in course as it is today; lessons may come and go, and what is checked here still holds."""
    return Retriever(taught_database)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_built_in_course_answers_most_questions_that_it_covers(
    course: Retriever, language: str
) -> None:
    covered = [question for question in course_questions(language) if question.is_covered]
    among_five = kept = 0
    for question in covered:
        found = await course.find(question.text, server_id=0)
        among_five += any(
            f"{key.lesson_id}#{key.section_id}" in question.right for key, _ in found.ranked[:5]
        )
        kept += found.probability >= ENOUGH
    assert among_five / len(covered) >= 0.75
    assert kept / len(covered) >= 0.85


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_built_in_course_owns_up_to_most_questions_that_it_does_not_cover(
    course: Retriever, language: str
) -> None:
    others = [question for question in course_questions(language) if not question.is_covered]
    refused = [(await course.find(one.text, server_id=0)).probability < ENOUGH for one in others]
    assert sum(refused) / len(others) >= 0.6


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of France?",
        "capital of Peru",
        "What's the capital of Kenya?",
        "法国的首都是哪里？",
        "秘鲁首都叫什么？",
        "法國的首都是哪裡？",
    ],
)
async def test_a_fact_that_stands_in_an_example_of_a_lesson_is_not_in_the_course(
    course: Retriever, question: str
) -> None:
    assert not (await course.search(question, server_id=0, locale=Locale.EN)).enough


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("What is a token?", {"how-llms-work#tokens"}),
        ("What is temperature?", {"how-llms-work#temperature"}),
        ("温度参数是做什么用的？", {"how-llms-work#temperature"}),
        ("什么是词元？", {"how-llms-work#tokens"}),
        ("explain embeddings", {"embeddings-and-search#what-an-embedding-is"}),
    ],
)
async def test_what_something_is_is_asked_of_the_section_about_it(
    course: Retriever, question: str, right: set[str]
) -> None:
    best, _ = (await course.find(question, server_id=0)).ranked[0]
    assert f"{best.lesson_id}#{best.section_id}" in right


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("ｗｈａｔ ｉｓ ａ ＴＯＫＥＮ？", "tokens"),
        ("whats a token", "tokens"),
        ("分词器 tokenizer 是干嘛的", "tokens"),
        ("那词元呢", "tokens"),
        ("and tokens?", "tokens"),
        ("made-up facts", "fabrication"),
    ],
)
async def test_a_question_as_people_type_it_finds_its_section(
    retriever: Retriever, question: str, section: str
) -> None:
    assert (await first(retriever, question, Locale.EN))[0] == section


@pytest.fixture
async def with_homework(
    database: Database, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> Retriever:
    """Three lessons that each end with a section of the same kind."""
    subjects = [("tokens", "词元"), ("prompts", "提示词"), ("agents", "智能体")]
    await publish(
        *(
            write_lesson(
                english,
                (english.title(), chinese),
                [
                    ("basics", (f"What {english} are", f"什么是{chinese}"), (f"All about {english}.",) * 2),
                    ("task", ("Assignment", "作业"), ("Build an app of your own.", "自己做一个应用。")),
                ],
            )
            for english, chinese in subjects
        )
    )
    return Retriever(database)


@pytest.mark.parametrize(
    ("question", "lesson"),
    [
        ("What is the homework of lesson 3?", "agents"),
        ("the second lesson's assignment", "prompts"),
        ("第一课的作业要做什么？", "tokens"),
        ("第二課的作業是什麼？", "prompts"),
    ],
)
async def test_a_section_of_a_kind_is_found_in_the_lesson_that_is_named_by_its_number(
    with_homework: Retriever, question: str, lesson: str
) -> None:
    found = await with_homework.find(question, server_id=0)
    best, _ = found.ranked[0]
    assert (best.lesson_id, best.section_id) == (lesson, "task")
    assert found.probability >= ENOUGH


async def test_a_section_of_a_kind_is_found_in_the_lesson_whose_subject_is_named(
    with_homework: Retriever,
) -> None:
    ranked = [key for key, _ in (await with_homework.find("assignment on agents", server_id=0)).ranked[:2]]
    assert ("agents", "task") in [(key.lesson_id, key.section_id) for key in ranked]


async def test_a_whole_lesson_is_opened_by_its_number(with_homework: Retriever) -> None:
    evidence = await with_homework.search("What is lesson 2 about?", server_id=0, locale=Locale.EN)
    assert evidence.enough
    assert [(one.lesson_id, one.section_id) for one in evidence.passages] == [
        ("prompts", "basics"),
        ("prompts", "task"),
    ]


async def test_no_lesson_of_another_server_is_opened_by_its_number(
    with_homework: Retriever, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    sections = [("zebra", ("Zebra", "斑马"), ("The zebra is our mascot.", "斑马是我们的吉祥物。"))]
    await publish(write_lesson("04-mascot", ("Mascot", "吉祥物"), sections), server_id=5)
    for server_id, found in ((5, ["04-mascot"]), (6, [])):
        evidence = await with_homework.search("lesson 4", server_id=server_id, locale=Locale.EN)
        assert [one.lesson_id for one in evidence.passages] == found
