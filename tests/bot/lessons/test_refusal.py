"""Whether the course covers a question at all."""

from bot.lessons.refusal import NOTHING, Signals, is_elsewhere, probability

COVERED = Signals(
    coverage=1.0,
    unknown=0.0,
    fit=0.8,
    pair_fit=0.8,
    heading=1.0,
    brevity=0.5,
    shortness=0.25,
    nearness=0.7,
    score=0.8,
    gathered=0.6,
    elsewhere=0.2,
    astray=0.0,
    kin=0.5,
    names=0.0,
)
STRANGE = Signals(
    coverage=0.1,
    unknown=0.8,
    fit=0.05,
    pair_fit=0.05,
    heading=0.0,
    brevity=0.2,
    shortness=0.04,
    nearness=0.1,
    score=0.3,
    gathered=0.2,
    elsewhere=0.5,
    astray=0.2,
    kin=0.3,
    names=0.0,
)


def test_nothing_to_look_for_is_never_covered() -> None:
    assert probability(NOTHING, is_chinese=False) == probability(NOTHING, is_chinese=True) == 0.0


def test_what_stands_in_the_lessons_is_likelier_than_what_does_not() -> None:
    for is_chinese in (False, True):
        assert probability(COVERED, is_chinese=is_chinese) > 0.9
        assert probability(STRANGE, is_chinese=is_chinese) < 0.1


def test_an_unknown_word_speaks_against() -> None:
    doubtful = COVERED._replace(unknown=0.5)
    assert probability(doubtful, is_chinese=False) < probability(COVERED, is_chinese=False)


def test_a_name_in_a_chinese_question_that_no_lesson_has_speaks_against_more_than_another_word() -> None:
    word = COVERED._replace(unknown=0.25)
    assert probability(word._replace(names=0.25), is_chinese=True) < probability(word, is_chinese=True)


def test_another_subject_speaks_against() -> None:
    for is_chinese in (False, True):
        elsewhere = COVERED._replace(elsewhere=0.6)
        assert probability(elsewhere, is_chinese=is_chinese) < probability(COVERED, is_chinese=is_chinese)


def test_only_what_is_near_another_subject_and_not_covered_is_about_that() -> None:
    assert is_elsewhere(STRANGE, 0.1)
    assert not is_elsewhere(STRANGE, 0.4)
    assert not is_elsewhere(STRANGE._replace(elsewhere=0.2), 0.1)
    assert is_elsewhere(NOTHING, 0.0)
