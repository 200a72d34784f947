"""Fits what decides whether the course covers a question, and says how well that works.

    python -m benchmarks.calibrate_refusal [--write]

Reads the questions of `data/refusal_{en,zh}.jsonl` (`section` is null where the course does not cover the question), finds
each in the built-in course, and fits a logistic regression to the signals of the search. Figures come from
cross-validation: no question is judged by coefficients that it helped to fit. `--write` replaces
`bot/lessons/data/refusal.json`.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.retrieval import open_library
from bot.lessons import tokens
from bot.lessons.course_files import read_course
from bot.lessons.refusal import Signals
from bot.lessons.retrieval import Found, Retriever
from bot.lessons.values import BUILT_IN

HERE = Path(__file__).parent
COURSE = HERE.parent / "course"
COEFFICIENTS = HERE.parent / "bot" / "lessons" / "data" / "refusal.json"
FOLDS = 10
PENALTY = 1.0
"""Of the squared coefficients: few questions, so coefficients stay small."""
KEPT = 0.95
"""Share of covered questions that shall be answered: a wrong refusal annoys more than a quoted near miss."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the calibration set and what the search found."""

    question: str
    section: str | None
    found: Found


async def search_all(language: str) -> list[Asked]:
    """Find all questions of one language in the built-in course."""
    lines = (HERE / "data" / f"refusal_{language}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        database = await open_library(read_course(COURSE), Path(folder))
        retriever = Retriever(database)
        asked = [
            Asked(row["question"], row["section"], await retriever.find(row["question"], server_id=BUILT_IN))
            for row in rows
        ]
        await database.close()
    return asked


def fit(signals: Numbers, covered: Numbers) -> Numbers:
    """Coefficients of a logistic regression, the intercept first, by Newton's method; both classes weigh the same."""
    ones = np.column_stack([np.ones(len(signals)), signals])
    weight = np.where(covered == 1, 0.5 / covered.mean(), 0.5 / (1 - covered.mean()))
    penalty = np.diag([0.0] + [PENALTY] * signals.shape[1])
    found = np.zeros(ones.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-ones @ found))
        slope = ones.T @ (weight * (covered - likely)) - penalty @ found
        curve = ones.T @ (ones * (weight * likely * (1 - likely))[:, None]) + penalty
        found += np.linalg.solve(curve, slope)
    return found


def area_under_curve(scores: Numbers, covered: Numbers) -> float:
    """Probability that a covered question scores higher than one that is not."""
    good, bad = scores[covered == 1], scores[covered == 0]
    wins = (good[:, None] > bad[None, :]).mean() + 0.5 * (good[:, None] == bad[None, :]).mean()
    return float(wins)


def cross_validated(signals: Numbers, covered: Numbers) -> Numbers:
    """The logit of each question by coefficients fitted without its fold."""
    folds = np.empty(len(covered), dtype=int)
    for value in (0, 1):  # each fold has its share of both classes
        places = np.flatnonzero(covered == value)
        folds[places] = np.random.default_rng(7).permutation(len(places)) % FOLDS
    logits = np.empty(len(covered))
    for fold in range(FOLDS):
        own = folds == fold
        found = fit(signals[~own], covered[~own])
        # The intercept is moved for each fold as it is for the final fit, on the training questions alone.
        found[0] -= _threshold(found, signals[~own], covered[~own])
        logits[own] = found[0] + signals[own] @ found[1:]
    return logits


def calibrate(asked: Sequence[Asked]) -> dict[str, float]:
    """Fit, print the figures, and return the coefficients by name."""
    covered = np.array([float(one.section is not None) for one in asked])
    signals = np.array([tuple(one.found.signals) for one in asked])
    logits = cross_validated(signals, covered)
    right = [
        f"{one.found.ranked[0][0].lesson_id}#{one.found.ranked[0][0].section_id}" == one.section
        for one in asked
        if one.section is not None and one.found.ranked
    ]
    print(
        f"{int(covered.sum())} covered, {int((1 - covered).sum())} not; AUC {area_under_curve(logits, covered):.3f}; "
        f"kept {(logits[covered == 1] >= 0).mean():.2f}, refused {(logits[covered == 0] < 0).mean():.2f}; "
        f"right section first {sum(right) / covered.sum():.2f}"
    )
    for one, logit, good in sorted(zip(asked, logits, covered, strict=True), key=lambda item: item[1]):
        if (logit >= 0) != bool(good):
            print(f"   {'refused' if good else 'kept   '} {logit:+.2f}  {one.question}")
    found = fit(signals, covered)
    found[0] -= _threshold(found, signals, covered)
    names = ("intercept", *Signals._fields)
    return {name: round(float(value), 3) for name, value in zip(names, found, strict=True)}


def _threshold(found: Numbers, signals: Numbers, covered: Numbers) -> float:
    """The logit above which `KEPT` of the covered questions lie."""
    logits = found[0] + signals @ found[1:]
    return float(np.quantile(logits[covered == 1], 1 - KEPT))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Fit the refusal of questions that the course does not cover."
    )
    parser.add_argument("--write", action="store_true", help="replace the coefficients the tutor uses")
    given = parser.parse_args()
    tokens.warm_up()
    found = {language: calibrate(asyncio.run(search_all(language))) for language in ("en", "zh")}
    print(json.dumps(found, indent=2))
    if given.write:
        COEFFICIENTS.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
