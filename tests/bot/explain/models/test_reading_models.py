"""The strict reader of the catalogue: what it takes, and every mistake with its file and line."""

from pathlib import Path

import pytest

from bot.explain.models.reading import digest, read_catalogue
from bot.explain.models.values import Access, Medium, State, Task
from bot.lessons.mistakes import CourseMistakes
from bot.texts.locales import Locale

MODELS = """\
sources:
  paper: {title: A paper, url: "https://example.org/paper", day: 2023-01-02}
  course: {title: Our judgement, day: 2026-11-22}
models:
  nine:
    name: GPT-9
    provider: Nobody
    concept: "model:nine"
    described: [paper]
    price: {api: "https://example.org", seller: Shop, model: gpt-9}
    facts:
      paper: {released: 2023-01, access: permissive, licence: MIT, context: 4096, reads: [text], tasks: [chat]}
      course: {state: superseded}
"""
WORDS = """\
nine:
  use: {use}
  strengths: {use}
  limits: {use}
  now: {use}
  try: {use}
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "models.yaml").write_text(MODELS)
    (tmp_path / "concepts.yaml").write_text('"model:nine": {en: GPT-9}\n')
    for language, said in {"en": "Words", "zh-CN": "软件"}.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "models.yaml").write_text(WORDS.format(use=said))
    return tmp_path


def complaints(root: Path) -> list[str]:
    with pytest.raises(CourseMistakes) as raised:
        read_catalogue(root)
    return [str(mistake) for mistake in raised.value.mistakes]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_model_comes_back_with_facts_sources_and_words_in_three_languages(course: Path) -> None:
    (model,) = read_catalogue(course)
    assert (model.facts.access, model.facts.state) == (Access.PERMISSIVE, State.SUPERSEDED)
    assert (model.facts.released, model.facts.reads, model.tasks) == ("2023-01", (Medium.TEXT,), (Task.CHAT,))
    assert model.sources["context"].id == "paper" and model.sources["state"].id == "course"
    assert model.words[Locale.ZH_TW].use == "軟體"
    assert model.as_of.isoformat() == "2026-11-22"


@pytest.mark.parametrize(
    ("where", "old", "new", "complaint"),
    [
        ("models.yaml", "day: 2023-01-02", "day: soon", "models.yaml:2: paper: `day` must be a day"),
        ("models.yaml", "https://example.org/paper", "http://x", "models.yaml:2: paper: `url` must begin"),
        ("models.yaml", "day: 2023-01-02", "day: 2023-01-02, third-party: perhaps", "models.yaml:2: paper: `third-party` must be"),
        ("models.yaml", "title: A paper, ", "", "models.yaml:2: paper: a source has `title`"),
        ("models.yaml", "    provider: Nobody\n", "", "models.yaml:6: `provider` must be a text"),
        ("models.yaml", "    name: GPT-9\n", "    name: GPT-9\n    size: big\n", "models.yaml:6: nine: a model has no `size`"),
        ("models.yaml", '"model:nine"', '"model:ten"', "models.yaml:6: nine: model:ten is no concept"),
        ("models.yaml", "described: [paper]", "described: []", "models.yaml:6: nine: `described` must name"),
        ("models.yaml", "described: [paper]", "described: [rumour]", "models.yaml:6: nine: there is no source rumour"),
        ("models.yaml", "released: 2023-01,", "released: last year,", "models.yaml:12: nine: `released` cannot be"),
        ("models.yaml", "context: 4096", "context: many", "models.yaml:12: nine: `context` cannot be 'many'"),
        ("models.yaml", "reads: [text]", "reads: [smell]", "models.yaml:12: nine: `reads` cannot be ['smell']"),
        ("models.yaml", "licence: MIT", "colour: MIT", "models.yaml:12: nine: there is no fact `colour`"),
        ("models.yaml", "{state: superseded}", "{context: 1}", "models.yaml:13: nine: `context` is told by two sources"),
        ("models.yaml", ", tasks: [chat]", "", "models.yaml:6: nine: `tasks` must name what it is for"),
        ("models.yaml", "seller: Shop, ", "", "models.yaml:6: nine: `price` has `api`"),
        ("models.yaml", "      course: {state: superseded}\n", "", "models.yaml: no model has the source course"),
        ("en/models.yaml", "nine:", "ten:", "en/models.yaml:2: ten is no model of models.yaml"),
        ("en/models.yaml", "nine:", "ten:", "en/models.yaml: the words about nine are missing"),
        ("en/models.yaml", "  now: Words\n", "", "en/models.yaml:2: `now` must be a text"),
        ("zh-CN/models.yaml", "try: 软件", f"try: {'长' * 91}", "`try` has 91 characters, at most 90"),
        ("en/models.yaml", "use: Words", "use: [", "en/models.yaml:4: not YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_and_line(
    course: Path, where: str, old: str, new: str, complaint: str
) -> None:
    change(course / where, old, new)
    assert any(complaint in one for one in complaints(course)), complaints(course)


def test_every_mistake_is_told_at_once(course: Path) -> None:
    change(course / "models.yaml", "context: 4096", "context: no")
    change(course / "en/models.yaml", "  now: Words\n", "")
    assert len(complaints(course)) == 2


def test_the_digest_changes_with_any_of_the_files(course: Path) -> None:
    before = digest(course)
    change(course / "zh-CN/models.yaml", "软件", "硬件")
    assert digest(course) != before


def test_a_source_may_be_somebody_elses_than_the_makers(course: Path) -> None:
    assert read_catalogue(course)[0].third_parties == ()
    change(course / "models.yaml", "day: 2023-01-02", "day: 2023-01-02, third-party: true")
    assert [source.id for source in read_catalogue(course)[0].third_parties] == ["paper"]
