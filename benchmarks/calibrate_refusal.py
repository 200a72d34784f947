"""Fits what decides whether the course covers a question, and says how well that works.

    python -m benchmarks.calibrate_refusal [--write]

Finds each of our questions about the built-in course (`questions.py`) in it, and fits a logistic regression to the signals of the search. Figures come from
cross-validation: no question is judged by coefficients that it helped to fit. `--write` replaces
`bot/lessons/data/refusal.json`.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.questions import LANGUAGES, CourseQuestion, course_questions
from benchmarks.retrieval import open_library
from bot.lessons import tokens
from bot.lessons.course_files import read_course
from bot.lessons.refusal import Signals
from bot.lessons.retrieval import Found, Retriever
from bot.lessons.values import BUILT_IN
from bot.texts.locales import Locale

HERE = Path(__file__).parent
COURSE = HERE.parent / "course"
COEFFICIENTS = HERE.parent / "bot" / "lessons" / "data" / "refusal.json"
FOLDS = 10
PENALTY = 1.0
"""Of the squared coefficients: few questions, so coefficients stay small."""
KEPT = {"en": 0.95, "zh": 0.94}
"""Share of covered questions that shall be answered: with it, nine of ten that are not covered are refused. Many of ours are put in
words that stand in no lesson, and many of those that are not covered are about what lies next to the course, so either is hard."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the calibration set and what the search found."""

    question: CourseQuestion
    found: Found

    @property
    def rank(self) -> int:
        """Place of the first right section, from 1; 0 where none was found."""
        found = [f"{key.lesson_id}#{key.section_id}" for key, _ in self.found.ranked]
        return next((place for place, section in enumerate(found, 1) if section in self.question.right), 0)


async def search_all(language: str) -> list[Asked]:
    """Find all questions of one language in the built-in course as it is, then in the same course in that language alone."""
    whole = read_course(COURSE)
    own = Locale.EN if language == "en" else Locale.ZH_CN
    half = replace(
        whole,
        lessons=tuple(replace(lesson, texts={own: lesson.texts[own]}) for lesson in whole.lessons),
    )
    asked: list[Asked] = []
    for course in (whole, half):  # lessons of servers are mostly in one language, and shall be judged as well
        with tempfile.TemporaryDirectory() as folder:
            database = await open_library(course, Path(folder))
            retriever = Retriever(database)
            asked += [
                Asked(question, await retriever.find(question.text, server_id=BUILT_IN))
                for question in course_questions(language)
            ]
            await database.close()
    return asked


def fit(signals: Numbers, covered: Numbers) -> Numbers:
    """Coefficients of a logistic regression, the intercept first, by Newton's method; both classes weigh the same.

    Signals are put on one scale before coefficients are held small: one whose values lie close together would else have no say.
    """
    middle, spread = signals.mean(axis=0), signals.std(axis=0).clip(1e-6)
    ones = np.column_stack([np.ones(len(signals)), (signals - middle) / spread])
    weight = np.where(covered == 1, 0.5 / covered.mean(), 0.5 / (1 - covered.mean()))
    penalty = np.diag([0.0] + [PENALTY] * signals.shape[1])
    found = np.zeros(ones.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-ones @ found))
        slope = ones.T @ (weight * (covered - likely)) - penalty @ found
        curve = ones.T @ (ones * (weight * likely * (1 - likely))[:, None]) + penalty
        found += np.linalg.solve(curve, slope)
    found[1:] /= spread
    found[0] -= found[1:] @ middle
    return found


def area_under_curve(scores: Numbers, covered: Numbers) -> float:
    """Probability that a covered question scores higher than one that is not."""
    good, bad = scores[covered == 1], scores[covered == 0]
    wins = (good[:, None] > bad[None, :]).mean() + 0.5 * (good[:, None] == bad[None, :]).mean()
    return float(wins)


def cross_validated(signals: Numbers, covered: Numbers, kept: float) -> Numbers:
    """The logit of each question by coefficients fitted without its fold."""
    folds = np.empty(len(covered), dtype=int)
    each = len(covered) // 2  # every question was asked twice, and belongs to one fold
    for value in (0, 1):  # each fold has its share of both classes
        places = np.flatnonzero(covered[:each] == value)
        folds[places] = np.random.default_rng(7).permutation(len(places)) % FOLDS
    folds[each:] = folds[:each]
    logits = np.empty(len(covered))
    for fold in range(FOLDS):
        own = folds == fold
        found = fit(signals[~own], covered[~own])
        # The intercept is moved for each fold as it is for the final fit, on the training questions alone.
        found[0] -= _threshold(found, signals[~own], covered[~own], kept)
        logits[own] = found[0] + signals[own] @ found[1:]
    return logits


def calibrate(asked: Sequence[Asked], kept: float) -> dict[str, float]:
    """Fit, print the figures, and return the coefficients by name."""
    covered = np.array([float(one.question.is_covered) for one in asked])
    signals = np.array([tuple(one.found.signals) for one in asked])
    logits = cross_validated(signals, covered, kept)
    ranks = np.array([one.rank for one in asked if one.question.is_covered])
    print(
        f"{int(covered.sum())} covered, {int((1 - covered).sum())} not; AUC {area_under_curve(logits, covered):.3f}; "
        f"kept {(logits[covered == 1] >= 0).mean():.2f}, refused {(logits[covered == 0] < 0).mean():.2f}; "
        f"a right section first {(ranks == 1).mean():.3f}, "
        f"among five {((ranks > 0) & (ranks <= 5)).mean():.3f}"
    )
    for one, logit, good in sorted(zip(asked, logits, covered, strict=True), key=lambda item: item[1]):
        if (logit >= 0) != bool(good):
            print(f"   {'refused' if good else 'kept   '} {logit:+.2f}  {one.question.text}")
    found = fit(signals, covered)
    found[0] -= _threshold(found, signals, covered, kept)
    names = ("intercept", *Signals._fields)
    return {name: round(float(value), 3) for name, value in zip(names, found, strict=True)}


def _threshold(found: Numbers, signals: Numbers, covered: Numbers, kept: float) -> float:
    """The logit above which a share `kept` of the covered questions lies."""
    logits = found[0] + signals @ found[1:]
    return float(np.quantile(logits[covered == 1], 1 - kept))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Fit the refusal of questions that the course does not cover."
    )
    parser.add_argument("--write", action="store_true", help="replace the coefficients the tutor uses")
    given = parser.parse_args()
    tokens.warm_up()
    found = {language: calibrate(asyncio.run(search_all(language)), KEPT[language]) for language in LANGUAGES}
    print(json.dumps(found, indent=2))
    if given.write:
        COEFFICIENTS.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
