"""Lesson plans: the time is kept, the order builds up, nothing is invented, and nobody's words are lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lessons.values import Lesson, Section
from bot.reports.plans.plans import with_opening
from bot.reports.plans.rules import MINUTES, Audience, Place, Step, outline, teaching_order
from bot.reports.plans.writing import key_point
from bot.texts.catalogue import plain
from bot.texts.locales import Locale

MARK = plain("*(worded)*")


def lesson(name: str, requires: tuple[str, ...] = (), minutes: tuple[int, ...] = (3, 3, 3)) -> Lesson:
    sections = tuple(
        Section(name, f"{name}-{at}", f"About {name} {at}", "Words.", (), long, at)
        for at, long in enumerate(minutes)
    )
    return Lesson(name, name.title(), "", (), Locale.EN, requires, sum(minutes), sections)


GROUND, MIDDLE, TOP = lesson("ground"), lesson("middle", ("ground",)), lesson("top", ("middle",))
COURSE = (TOP, MIDDLE, GROUND)


@st.composite
def wishes(draw: st.DrawFn) -> tuple[list[Lesson], list[Place], int, Audience, set[Place], bool]:
    lessons: list[Lesson] = []
    for at in range(draw(st.integers(1, 5))):
        before = (
            tuple(draw(st.sets(st.sampled_from([one.id for one in lessons]), max_size=2))) if lessons else ()
        )
        long = tuple(draw(st.lists(st.integers(0, 60), min_size=1, max_size=6)))
        lessons.append(lesson(f"l{at}", before, long))
    places = [(one.id, section.id) for one in lessons for section in one.sections]
    fitting = draw(st.lists(st.sampled_from(places), min_size=1, max_size=8, unique=True))
    checked = draw(st.sets(st.sampled_from(places)))
    minutes = draw(st.integers(MINUTES.start, MINUTES.stop - 1))
    lessons = draw(st.permutations(lessons))
    return lessons, fitting, minutes, draw(st.sampled_from(Audience)), checked, draw(st.booleans())


@given(wishes())
@settings(max_examples=150, deadline=None)
def test_every_minute_is_planned_and_lessons_come_after_what_they_build_on(
    wish: tuple[list[Lesson], list[Place], int, Audience, set[Place], bool],
) -> None:
    lessons, fitting, minutes, audience, checked, practised = wish
    plan = outline(lessons, fitting, minutes, audience, checked=checked, practised=practised)
    assert sum(block.minutes for block in plan.blocks) == minutes
    assert all(block.minutes > 0 for block in plan.blocks)
    assert plan.blocks[0].step is Step.OPENING and plan.blocks[-1].step is Step.CLOSING
    assert fitting[0] in plan.taught and len(set(plan.taught)) == len(plan.taught)
    known = {one.id: one for one in lessons}
    taught = list(dict.fromkeys(one for one, _ in plan.taught))
    for at, one in enumerate(taught):
        assert not set(known[one].requires) & set(taught[at + 1 :])
    assert not set(plan.before) & set(taught)


def test_what_fits_best_is_taught_first_of_all_and_the_rest_of_its_lesson_fills_the_time() -> None:
    best = ("top", "top-1")
    short = outline(COURSE, [best], 12, Audience.PRACTITIONERS, checked=(), practised=False)
    assert short.taught[:1] and best in short.taught
    long = outline(COURSE, [best], 60, Audience.PRACTITIONERS, checked=(), practised=False)
    assert long.taught == tuple(("top", f"top-{at}") for at in range(3))
    assert Step.TALK in {block.step for block in long.blocks}


def test_newcomers_hear_again_what_comes_before_and_practitioners_are_told_to_know_it() -> None:
    fitting = [("top", "top-0")]
    recapped = outline(COURSE, fitting, 60, Audience.NEWCOMERS, checked=(), practised=False)
    assert [block.lesson_id for block in recapped.blocks if block.step is Step.RECAP] == ["middle", "ground"]
    known = outline(COURSE, fitting, 60, Audience.PRACTITIONERS, checked=(), practised=False)
    assert Step.RECAP not in {block.step for block in known.blocks}
    assert known.before == recapped.before == ("ground", "middle")


def test_a_section_that_is_too_long_is_taught_in_part_and_a_circle_of_lessons_ends() -> None:
    huge = (lesson("huge", minutes=(90,)),)
    (block,) = (
        block
        for block in outline(
            huge, [("huge", "huge-0")], 30, Audience.BEGINNERS, checked=(), practised=False
        ).blocks
        if block.step is Step.TEACH
    )
    assert block.is_part and block.minutes == 24
    assert set(teaching_order((lesson("a", ("b",)), lesson("b", ("a",))))) == {"a", "b"}


def test_a_challenge_is_planned_where_there_is_time_for_it() -> None:
    fitting = [("ground", "ground-0")]
    steps = [
        {block.step for block in outline(COURSE, fitting, long, Audience.BEGINNERS, checked=(), practised=True).blocks}
        for long in (30, 45)
    ]  # fmt: skip
    assert [Step.PRACTICE in some for some in steps] == [False, True]


def test_a_worded_opening_stands_below_the_title_once_and_edits_around_it_stay() -> None:
    once = with_opening("# Plan\n\nOwn words.", plain("Hello.\nWhy?"), MARK)
    assert once == "# Plan\n\n> Hello.\n> Why?\n*(worded)*\n\nOwn words."
    twice = with_opening(once, plain("Again?"), MARK)
    assert "Hello" not in twice and twice.count(MARK) == 1 and twice.endswith("Own words.")
    assert with_opening("No title", plain("Hi"), MARK).endswith("No title")


def test_the_point_of_a_section_is_whole_sentences_of_its_first_prose_in_either_language() -> None:
    text = "```\ncode\n```\n\nA token is a piece. Rare words are cut. " + "More words follow here. " * 20
    assert key_point(text, 45) == "A token is a piece. Rare words are cut."
    assert (
        key_point("词元是一小段文字。少见的词会被切开。" + "还有更多内容。" * 20, 20)
        == "词元是一小段文字。少见的词会被切开。"
    )
    assert key_point("- a list\n- only", 40) == ""
