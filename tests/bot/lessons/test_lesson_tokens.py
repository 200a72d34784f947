"""Search tokens of lessons and questions."""

import pytest

from bot.lessons.tokens import chinese_pairs, chinese_words, english_stems, question_tokens


def test_english_words_meet_in_their_stems() -> None:
    assert english_stems("Tokenizers generate") == english_stems("tokenizer generated")


def test_a_question_word_is_not_what_is_asked_about() -> None:
    assert question_tokens("What is a token?").stems == ("token",)
    assert question_tokens("什么是词元？").words == question_tokens("词元是什么").words


def test_a_traditional_question_has_the_tokens_of_its_simplified_twin() -> None:
    assert question_tokens("為什麼模型會產生幻覺？") == question_tokens("为什么模型会产生幻觉？")


def test_a_question_in_words_of_taiwan_is_searched_in_those_of_the_lessons() -> None:
    assert question_tokens("什麼是上下文視窗？").words == question_tokens("什么是上下文窗口？").words
    assert "数据" in question_tokens("資料要怎麼清理？").words


def test_words_of_taiwan_are_kept_as_written_to_be_marked_in_lessons_of_taiwan() -> None:
    assert "资料" in question_tokens("資料要怎麼清理？").as_written
    assert question_tokens("数据怎么清理？").as_written == ()


def test_words_of_the_mainland_are_not_taken_for_those_of_taiwan() -> None:
    assert "程序" in question_tokens("程序为什么停了").words


def test_names_inside_a_chinese_question_are_kept() -> None:
    asked = question_tokens("RAG 和微调有什么区别？")
    assert asked.is_chinese
    assert "rag" in asked.words
    assert "微调" in asked.words


def test_an_english_question_with_a_chinese_word_is_english_and_keeps_the_word() -> None:
    asked = question_tokens("What does the word 幻觉 mean in this first lesson?")
    assert not asked.is_chinese
    assert "幻觉" in asked.words


@pytest.mark.parametrize("nothing", ["", "   ", "😀🎉", "?!…", "what is it?", "是什么？", "\u200b\u200b"])
def test_nothing_is_asked_for_where_there_are_no_words(nothing: str) -> None:
    assert question_tokens(nothing).is_empty


def test_invisible_characters_and_width_do_not_matter() -> None:
    assert question_tokens("ＴＯＫ\u200bＥＮ") == question_tokens("token")


def test_the_tokens_of_an_endless_question_are_bounded() -> None:
    asked = question_tokens("".join(f"word{number} " for number in range(10_000)))
    assert len(asked.stems) <= 64


def test_pairs_overlap_and_never_reach_over_punctuation() -> None:
    assert chinese_pairs("大模型，词元") == ["大模", "模型", "词元"]


def test_chinese_words_come_from_the_dictionary() -> None:
    assert "模型" in chinese_words("语言模型")


def test_a_token_holds_nothing_that_the_index_would_cut() -> None:
    for token in [*chinese_words("C++、snake_case、a-b、1.5 版"), *english_stems("don't e-mail O'Neil x_y")]:
        assert not any(character.isascii() and not character.isalnum() for character in token)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("思维链要怎么写？", ("思维", "链", "写")),
        ("用蒙版怎么修改？", ("蒙版", "修改")),
        ("提示词有哪些部分？", ("提示", "词", "部分")),
    ],
)
def test_grammar_is_taken_off_what_is_no_word(question: str, words: tuple[str, ...]) -> None:
    assert question_tokens(question).words == words


def test_a_word_of_the_dictionary_keeps_its_grammar() -> None:
    assert chinese_words("上下文") == ["上下文"]


def test_an_agent_is_one_word_wherever_it_stands() -> None:
    for text in ("智能体能干什么", "什么是智能体", "几个智能体一起工作"):
        assert "智能体" in chinese_words(text)
