"""What differs between two versions, word by word, and never a word lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lessons.authoring.differences import Kind, compare, count_words

WORDS = st.lists(st.sampled_from(["a ", "model ", "词元", "模型", "。", "\n\n", "reads ", "**"]), max_size=30)


@given(WORDS.map("".join), WORDS.map("".join))
@settings(max_examples=80, deadline=None)
def test_both_texts_stand_whole_in_their_difference(old: str, new: str) -> None:
    runs = compare(old, new)
    assert "".join(run.text for run in runs if run.kind is not Kind.NEW).split() == old.split()
    assert "".join(run.text for run in runs if run.kind is not Kind.GONE) == new


def test_one_changed_english_word_is_one_change() -> None:
    runs = compare("A model reads tokens one by one.", "A model reads words one by one.")
    assert [(run.kind, run.text.strip()) for run in runs if run.kind is not Kind.SAME] == [
        (Kind.GONE, "tokens"),
        (Kind.NEW, "words"),
    ]


def test_one_changed_chinese_word_is_one_change() -> None:
    runs = compare("模型每次只读一个词元，然后预测下一个。", "模型每次只读一个句子，然后预测下一个。")
    assert [run.text for run in runs if run.kind is Kind.NEW] == ["句子"]
    assert count_words(runs, Kind.NEW) == 2


def test_a_rewritten_paragraph_is_shown_as_one_gone_and_one_new() -> None:
    runs = compare("Tokens are counted.", "Nothing of this is left here now.")
    assert [run.kind for run in runs] == [Kind.GONE, Kind.NEW]


def test_huge_texts_are_compared_by_paragraphs() -> None:
    old = "word " * 20_000
    assert [run.kind for run in compare(old, old + "more")] == [Kind.GONE, Kind.NEW]
