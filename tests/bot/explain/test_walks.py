"""The strict reader of walks, and pictures whose arrows run through no box."""

from pathlib import Path

import pytest

from bot.app import COURSE
from bot.explain.drawing.walk_picture import draw_step
from bot.explain.walks import Box, read_walks
from bot.lessons.mistakes import CourseMistakes
from bot.texts.locales import Locale

WALK = """\
title: {en: Heat, zh-CN: 温度}
concepts: [temperature]
section: llms/heat
question: {en: "Why?", zh-CN: 为什么？}
boxes:
  a: {at: [0, 0], text: {en: A, zh-CN: 甲}}
  b: {at: [1, 0], wide: 2, tone: warm, text: {en: B, zh-CN: 乙}}
steps:
  - say: {en: One., zh-CN: 一。}
    show: [a]
  - say: {en: Two., zh-CN: 二。}
    show: [a, b]
    light: [b]
    arrows: [a>b]
  - say: {en: Three., zh-CN: 三。}
    show: [b]
"""


def course(root: Path, walk: str) -> Path:
    (root / "walks").mkdir()
    (root / "outline.yaml").write_text("lessons:\n  - {id: llms, sections: [{id: heat}]}\n")
    (root / "concepts.yaml").write_text("temperature: {en: Temperature}\n")
    (root / "walks/heat.yaml").write_text(walk)
    return root


def test_a_walk_is_read_in_three_languages(tmp_path: Path) -> None:
    (walk,) = read_walks(course(tmp_path, WALK))
    assert walk.title[Locale.ZH_TW] == "溫度"
    assert walk.steps[1].arrows == (("a", "b"),) and walk.boxes["b"].wide == 2


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[temperature]", "[heat]", "walks/heat.yaml:1: heat is no concept"),
        ("llms/heat", "llms/cold", "walks/heat.yaml:1: the outline has no section llms/cold"),
        ("wide: 2", "wide: 4", "walks/heat.yaml:7: b: `at` is column"),
        ("tone: warm", "tone: loud", "walks/heat.yaml:7: b: `tone` is one of"),
        ("[1, 0]", "[0, 0]", "walks/heat.yaml:11: b lies upon another box"),
        ("a>b", "a>c", "walks/heat.yaml:11: the step does not show c"),
        ("show: [b]", "show: [c]", "walks/heat.yaml:15: there is no box c"),
        (", zh-CN: 二。", "", "walks/heat.yaml:11: `zh-CN` must be a text"),
        ("question:", "riddle:", "walks/heat.yaml:1: a walk has no `riddle`"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in WALK
    with pytest.raises(CourseMistakes) as raised:
        read_walks(course(tmp_path, WALK.replace(old, new, 1)))
    assert any(complaint in str(one) for one in raised.value.mistakes), raised.value


def test_no_arrow_of_the_course_runs_through_a_box() -> None:
    """Straight lines between the middles of boxes; crossing a third box would hide it."""
    crossing = [
        (walk.id, number, start, end, name)
        for walk in read_walks(COURSE)
        for number, step in enumerate(walk.steps)
        for start, end in step.arrows
        for name in step.show
        if name not in (start, end) and _crosses(walk.boxes[start], walk.boxes[end], walk.boxes[name])
    ]
    assert crossing == []


def test_a_step_is_drawn_as_a_png() -> None:
    walk = read_walks(COURSE)[0]
    assert draw_step(walk, 0, Locale.ZH_TW).startswith(b"\x89PNG")


def test_without_a_chinese_font_a_step_is_drawn_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = read_walks(COURSE)[0]
    english = draw_step(walk, 0, Locale.EN)
    assert draw_step(walk, 0, Locale.ZH_CN) != english
    monkeypatch.setattr("bot.explain.drawing.fonts.has_chinese", lambda: False)
    assert draw_step(walk, 0, Locale.ZH_CN) == english


def _crosses(start: Box, end: Box, other: Box) -> bool:
    first, last = ((box.column + box.wide / 2, box.row + 0.5) for box in (start, end))
    for share in range(1, 100):
        x = first[0] + (last[0] - first[0]) * share / 100
        y = first[1] + (last[1] - first[1]) * share / 100
        if (
            other.column + 0.1 < x < other.column + other.wide - 0.1
            and other.row + 0.17 < y < other.row + 0.83
        ):
            return True
    return False
