"""The arithmetic of temperature and top-p, held against numpy; and the toy model."""

import math
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app import COURSE
from bot.explain.sampling import Reshaped, reshape
from bot.explain.toy_model import continuation, next_words
from bot.texts.locales import Locale

HALVES = [("a", math.log(0.5)), ("b", math.log(0.25)), ("c", math.log(0.25))]


def reference(logs: np.ndarray, temperature: float, top_p: float) -> np.ndarray:
    """Softmax of the log-probabilities by temperature, then the nucleus, in numpy."""
    scaled = logs / temperature
    chances = np.exp(scaled - np.logaddexp.reduce(scaled))
    order = np.argsort(-chances, kind="stable")
    reached = np.concatenate([[0.0], np.cumsum(chances[order])[:-1]])
    kept = np.where(reached < top_p - 1e-12, chances[order], 0.0)
    return kept / kept.sum()


def after(shape: Reshaped) -> list[float]:
    return [chance.after for chance in shape.chances]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(-20, 0), min_size=1, max_size=40, unique=True),
    st.floats(0.05, 2),
    st.floats(0.05, 1),
)
def test_the_arithmetic_is_that_of_the_reference(logs: list[float], temperature: float, top_p: float) -> None:
    chances = np.array(sorted(logs, reverse=True)) - np.logaddexp.reduce(np.array(logs))
    candidates = [(str(number), float(log)) for number, log in enumerate(chances)]
    shape = reshape(candidates, temperature=temperature, top_p=top_p, complete=True)
    assert np.allclose(after(shape), reference(chances, temperature, top_p), atol=1e-6)
    assert math.isclose(sum(after(shape)), 1, abs_tol=1e-9)
    assert not shape.is_approximate


def test_temperature_one_and_top_p_one_change_nothing() -> None:
    shape = reshape(HALVES, temperature=1, top_p=1, complete=True)
    assert after(shape) == pytest.approx([0.5, 0.25, 0.25])
    assert [one.before for one in shape.chances] == pytest.approx([0.5, 0.25, 0.25])


def test_temperature_zero_is_greedy() -> None:
    assert after(reshape(HALVES[::-1], temperature=0, top_p=0.9, complete=True)) == [1, 0, 0]


def test_top_p_keeps_the_fewest_that_reach_it() -> None:
    assert after(reshape(HALVES, temperature=1, top_p=0.5, complete=True)) == [1, 0, 0]
    assert after(reshape(HALVES, temperature=1, top_p=0.6, complete=True)) == pytest.approx([2 / 3, 1 / 3, 0])


def test_what_is_not_known_belongs_to_others_and_makes_it_approximate() -> None:
    shape = reshape([("a", math.log(0.6)), ("b", math.log(0.2))], temperature=1, top_p=1, complete=False)
    assert shape.is_approximate and shape.others_before == pytest.approx(0.2)
    assert shape.others_after == pytest.approx(0.2)
    cold = reshape([("a", math.log(0.6)), ("b", math.log(0.2))], temperature=0.5, top_p=1, complete=False)
    assert cold.others_after == pytest.approx(0.04 / 0.44)
    assert reshape([("a", -0.1)], temperature=1, top_p=0.5, complete=False).others_after == 0


@pytest.mark.parametrize(("temperature", "top_p"), [(-0.1, 1), (2.1, 1), (1, 0), (1, 1.1)])
def test_values_out_of_range_are_refused(temperature: float, top_p: float) -> None:
    with pytest.raises(ValueError):
        reshape(HALVES, temperature=temperature, top_p=top_p, complete=True)
    with pytest.raises(ValueError):
        reshape([], temperature=1, top_p=1, complete=True)


@pytest.fixture(scope="module")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("course")
    for language, text in {
        "en": "The cat sat. The cat ran. The dog sat.",
        "zh-CN": "模型会猜。模型会猜。模型会错。",
    }.items():
        (course / language / "lessons").mkdir(parents=True)
        (course / language / "lessons" / "a.md").write_text(
            f"---\ntitle: The cow\n---\n# {text} {{#the-pig}}\n"
        )
    return course


def test_the_toy_counts_what_follows_in_the_lessons(lessons: Path) -> None:
    words = next_words(lessons, "Look, the", Locale.EN)
    assert [word for word, _ in words] == ["cat", "dog"]
    assert [math.exp(log) for _, log in words] == pytest.approx([2 / 3, 1 / 3])
    assert [word for word, _ in next_words(lessons, "模型會", Locale.ZH_TW)] == ["猜", "錯"]


def test_the_toy_draws_the_same_with_the_same_seed_and_something_else_with_another() -> None:
    def drawn(seed: int) -> str:
        return continuation(COURSE, "A model", Locale.EN, temperature=1, top_p=1, seed=seed, length=12)

    seed = Random(1).randrange(1000)
    assert drawn(seed) == drawn(seed) != drawn(seed + 1)
    assert len(next_words(COURSE, "qzx", Locale.EN)) > 1000, (
        "what it never saw leaves the say to single words"
    )
