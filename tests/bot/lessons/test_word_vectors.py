"""What is said in other words, or in the other language, is near."""

import hashlib

import numpy as np
import pytest

from bot.lessons.tokens import question_tokens
from bot.lessons.vectors import words
from bot.lessons.vectors.nearby import BY_HEADING, nearby
from bot.lessons.vectors.store import SectionVectors
from bot.texts.locales import Locale


def vector(text: str) -> words.Vector:
    found = words.vector_of(tokens(text))
    assert found is not None
    return found


def tokens(text: str) -> list[str]:
    asked = question_tokens(text)
    return list(dict.fromkeys((*asked.stems, *asked.words)))


def sections(*texts: str, heading: str = "") -> SectionVectors:
    stored = [words.section_bytes(tokens(heading or text), tokens(text)) or b"" for text in texts]
    return SectionVectors(np.arange(len(texts)), *words.rows_of(stored))


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
    name, text = "prompts", "prompts and completions"
    rows, headings = words.rows_of([words.section_bytes(tokens(name), tokens(text)) or b""])
    assert words.nearness(rows, vector(text))[0] > 0.999
    assert words.nearness(headings, vector(name))[0] > 0.999


def test_a_vector_of_other_data_is_near_to_nothing() -> None:
    for rows in words.rows_of([b"\x01\x02"]):
        assert words.nearness(rows, vector("prompt"))[0] == 0.0


def test_a_section_without_a_known_word_in_its_heading_is_near_by_what_it_says() -> None:
    rows, headings = words.rows_of([words.section_bytes([], tokens("prompts")) or b""])
    assert words.nearness(rows, vector("prompts"))[0] > 0.999
    assert words.nearness(headings, vector("prompts"))[0] == 0.0


def test_other_data_is_stored_under_another_name() -> None:
    """Vectors of sections are made anew where their name is not today's: with other data it must be another one."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(words.DATA.glob("*.npy"))))
    assert (words.NAME, digest.hexdigest()[:12]) == ("words-2", "05d3b6ec968a")
    assert words.NAME not in words.OLDER_NAMES


@pytest.mark.parametrize("nothing", [[], ["qzxvbk"], ["\x00"], ["😀"], [""]])
def test_what_no_word_is_known_of_has_no_vector(nothing: list[str]) -> None:
    assert words.vector_of(nothing) is None
    assert not nearby([{Locale.EN: sections("prompt", "token", "image")}], nothing, Locale.EN, 3).is_told


def test_a_chinese_word_that_is_not_known_is_taken_by_the_words_in_it() -> None:
    assert words.vector_of(["天气预报图片数据库"]) is not None


def test_words_are_sorted_so_that_each_is_found() -> None:
    table = words.load()
    assert np.array_equal(table.words, np.sort(table.words))
    assert len(table.words) == len(table.vectors) == len(table.weights)


def test_a_section_in_the_questions_language_is_compared_in_it_alone() -> None:
    english, chinese = sections("prompt", "token", "image"), sections("提示词", "词元", "图像")
    found = nearby([{Locale.EN: english, Locale.ZH_CN: chinese}], ["imag"], Locale.EN, 3)
    assert found.shares[2] == pytest.approx(1.0 + BY_HEADING)
    assert found.cosines[2] > 0.99


def test_a_section_in_the_other_language_alone_is_near_too() -> None:
    chinese = sections("提示词", "词元", "图像", "数据库")
    found = nearby([{Locale.ZH_CN: chinese}], ["pictur"], Locale.EN, 4)
    assert found.is_told
    assert found.shares.argmax() == 2


def test_sections_of_a_second_server_are_compared_with_those_of_the_first() -> None:
    shared, own = sections("prompt", "token", "database"), sections("image", "price").moved(3)
    found = nearby([{Locale.EN: shared}, {Locale.EN: own}], ["imag"], Locale.EN, 5)
    assert found.shares.argmax() == 3


def test_several_texts_have_the_vectors_that_each_has_alone() -> None:
    texts = [["imag", "token"], [], ["qzxvbk"], ["图像"], ["天气预报图片数据库", "imag", "imag"]]
    for text, together in zip(texts, words.vectors_of(texts), strict=True):
        alone = words.vector_of(text)
        assert (together is None) is (alone is None)
        assert alone is None or np.allclose(alone, together, atol=1e-6)


def test_a_word_longer_than_all_that_are_known_has_no_row() -> None:
    table = words.load()
    assert words.row_of(table, "x" * (table.words.itemsize + 1)) is None
    assert words.row_of(table, "imag") is not None
