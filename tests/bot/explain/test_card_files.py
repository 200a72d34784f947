"""The strict reader of concept cards: what it takes, and every mistake with its file and line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app import COURSE
from bot.explain.card_files import digest, prepare, read_cards
from bot.lessons.mistakes import CourseMistakes
from bot.texts.locales import Locale

OUTLINE = """\
lessons:
  - id: llms
    sections:
      - {id: tokens, concepts: [token]}
      - {id: heat, concepts: [temperature, token]}
"""
CONCEPTS = """\
token: {en: Token, zh-CN: 词元, zh-TW: 詞元, lesson: llms, section: tokens, next: [temperature]}
temperature: {en: Temperature, zh-CN: 温度, zh-TW: 溫度, lesson: llms, section: heat, next: [token]}
"model:gpt-9": {en: GPT-9, zh-CN: GPT-9, zh-TW: GPT-9, next: [token]}
"""


def card(word: str) -> str:
    return f"""\
  eli5: {word} for a child
  beginner: {word} for a beginner
  practitioner: {word} for a builder
  example: |-
    An example of {word}: `{word}`
  misconception:
    claim: {word} is magic.
    truth: It is not.
  try: What is {word}?
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "outline.yaml").write_text(OUTLINE)
    (tmp_path / "concepts.yaml").write_text(CONCEPTS)
    for language, (token, heat) in {"en": ("token", "temperature"), "zh-CN": ("词元", "温度")}.items():
        folder = tmp_path / language / "cards"
        folder.mkdir(parents=True)
        (folder / "llms.yaml").write_text(f"token:\n{card(token)}\ntemperature:\n{card(heat)}")
        (folder / "models.yaml").write_text(f'"model:gpt-9":\n{card("GPT-9")}')
    return tmp_path


def complaints(root: Path) -> list[str]:
    with pytest.raises(CourseMistakes) as raised:
        read_cards(root)
    return [str(mistake) for mistake in raised.value.mistakes]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_course_gives_its_concepts_with_sections_and_cards_in_three_languages(course: Path) -> None:
    token, heat, model = prepare(course)
    assert token.concept.sections == (("llms", "tokens"), ("llms", "heat"))
    assert heat.concept.next == ("token",)
    assert model.concept.is_model and model.concept.sections == ()
    assert set(token.cards) == set(Locale)
    assert token.cards[Locale.ZH_TW].example == "An example of 詞元: `词元`"
    assert {"token", "词元"} <= set(token.found_by) and "gpt 9" in model.found_by


@pytest.mark.parametrize(
    ("where", "old", "new", "complaint"),
    [
        ("concepts.yaml", "next: [temperature]", "next: [heat]", "concepts.yaml:1: token: heat, to be read"),
        ("concepts.yaml", "next: [temperature]", "next: [token]", "concepts.yaml:1: token leads to itself"),
        ("concepts.yaml", "zh-TW: 詞元, ", "", "concepts.yaml:1: `zh-TW` must be a text"),
        ("concepts.yaml", "section: tokens", "section: gone", "concepts.yaml:1: token: the outline has no section gone"),
        ("en/cards/llms.yaml", "temperature:\n", "warmth:\n", "en/cards/llms.yaml:13: warmth is no concept"),
        ("en/cards/models.yaml", '"model:gpt-9"', "token", "en/cards/models.yaml:2: token belongs into llms.yaml"),
        ("en/cards/llms.yaml", "  try: What is token?\n", "", "en/cards/llms.yaml:2: `try` must be a text"),
        ("en/cards/llms.yaml", "    truth: It is not.\n", "", "en/cards/llms.yaml:8: `truth` must be a text"),
        ("en/cards/llms.yaml", "  eli5:", "  eli6:", "en/cards/llms.yaml:2: token: a card has no `eli6`"),
        ("zh-CN/cards/llms.yaml", "What is 词元?", "x" * 91, "`try` has 91 characters, at most 90"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_file_and_line(
    course: Path, where: str, old: str, new: str, complaint: str
) -> None:
    change(course / where, old, new)
    assert any(complaint in one for one in complaints(course)), complaints(course)


def test_every_mistake_is_named_at_once(course: Path) -> None:
    (course / "zh-CN/cards/llms.yaml").unlink()
    change(course / "en/cards/llms.yaml", "  try: What is token?\n", "")
    (course / "en/cards/stray.yaml").write_text("a: b")
    told = complaints(course)
    assert "zh-CN/cards/llms.yaml: this file is missing" in told
    assert "zh-CN/cards/llms.yaml: the card of token is missing" in told
    assert "en/cards/stray.yaml: no concept is taught in a lesson stray" in told
    assert any("`try`" in one for one in told)


def test_cards_stand_in_the_order_of_the_concepts(course: Path) -> None:
    (course / "en/cards/llms.yaml").write_text(f"temperature:\n{card('t')}\ntoken:\n{card('u')}")
    assert complaints(course) == [
        "en/cards/llms.yaml: cards must stand in the order of concepts.yaml: token, temperature"
    ]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda root: (root / "en/cards/llms.yaml").write_text("token: [1, 2]"),
        lambda root: (root / "en/cards/llms.yaml").write_text("token: {"),
        lambda root: (root / "en/cards/llms.yaml").write_bytes(b"\xff\xfe"),
        lambda root: (root / "en/cards/llms.yaml").write_text(""),
        lambda root: (root / "concepts.yaml").write_text("token: Token"),
    ],
)
def test_a_broken_file_is_a_mistake_and_no_crash(course: Path, spoil: Callable[[Path], object]) -> None:
    spoil(course)
    assert complaints(course)


def test_the_digest_changes_with_any_card(course: Path) -> None:
    before = digest(course)
    change(course / "zh-CN/cards/models.yaml", "magic", "magical")
    assert digest(course) != before


def test_the_digest_of_a_copy_is_the_same(course: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("copy") / "course"
    shutil.copytree(course, copy)
    assert digest(copy) == digest(course)


def test_the_built_in_course_has_no_mistake() -> None:
    concepts, _ = read_cards(COURSE)
    assert concepts
