"""What is said in other words, or in the other language, is near."""

import numpy as np
import pytest

from bot.lessons.ranking import SectionKey
from bot.lessons.tokens import question_tokens
from bot.lessons.vectors import words
from bot.lessons.vectors.nearby import nearby
from bot.lessons.vectors.store import SectionVectors
from bot.texts.locales import Locale


def vector(text: str) -> words.Vector:
    asked = question_tokens(text)
    found = words.vector_of(dict.fromkeys((*asked.stems, *asked.words)))
    assert found is not None
    return found


def sections(*texts: str) -> SectionVectors:
    rows = words.rows_of([words.as_bytes(vector(text)) for text in texts])
    return SectionVectors(tuple(SectionKey(0, "lesson", text) for text in texts), rows)


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        ("spend less money", "cheaper prices and costs", "drawing pictures"),
        ("省钱", "降低费用和成本", "画图片"),
        ("draw a picture", "图像生成", "数据库"),
        ("怎么画图", "generating images", "databases"),
    ],
)
def test_other_words_for_the_same_are_nearer_than_words_for_something_else(
    question: str, near: str, far: str
) -> None:
    asked = vector(question)
    assert asked @ vector(near) > asked @ vector(far)


def test_a_vector_that_was_stored_is_the_same_but_for_rounding() -> None:
    made = vector("prompts and completions")
    assert words.nearness(words.rows_of([words.as_bytes(made)]), made)[0] > 0.999


def test_a_vector_of_other_data_is_near_to_nothing() -> None:
    assert words.nearness(words.rows_of([b"\x01\x02"]), vector("prompt"))[0] == 0.0


@pytest.mark.parametrize("nothing", [[], ["qzxvbk"], ["\x00"], ["😀"], [""]])
def test_what_no_word_is_known_of_has_no_vector(nothing: list[str]) -> None:
    assert words.vector_of(nothing) is None
    assert nearby([{Locale.EN: sections("prompt", "token", "image")}], nothing, Locale.EN).shares == {}


def test_a_chinese_word_that_is_not_known_is_taken_by_the_words_in_it() -> None:
    assert words.vector_of(["天气预报图片数据库"]) is not None


def test_words_are_sorted_so_that_each_is_found() -> None:
    table = words.load()
    assert np.array_equal(table.words, np.sort(table.words))
    assert len(table.words) == len(table.vectors) == len(table.weights)


def test_a_section_in_the_questions_language_is_compared_in_it_alone() -> None:
    english, chinese = sections("prompt", "token", "image"), sections("提示词", "词元", "图像")
    twins = SectionVectors(english.sections, chinese.rows)
    found = nearby([{Locale.EN: english, Locale.ZH_CN: twins}], ["imag"], Locale.EN)
    assert found.shares[english.sections[2]] == pytest.approx(1.0)
    assert found.cosines[english.sections[2]] > 0.99


def test_a_section_in_the_other_language_alone_is_near_too() -> None:
    chinese = sections("提示词", "词元", "图像", "数据库")
    found = nearby([{Locale.ZH_CN: chinese}], ["pictur"], Locale.EN)
    assert max(found.shares, key=lambda one: found.shares[one]).section_id == "图像"
