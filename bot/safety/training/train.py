"""`make train-filters`: learns the classifier's weights and where each language's thresholds lie.

Thresholds come from three models that each were not shown a third of the rows (all rows of a group in the same third),
the weights from all of them. Groups kept away are used for neither. Nothing is drawn at random: the same rows give
the same two files, byte for byte.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.safety.classifier import COLUMNS, EVIDENCE, FACTS, KINDS_OF_HARM, WEIGHTS, Head, evidence_of
from bot.safety.features import BUCKETS, buckets
from bot.safety.ideas import Ideas
from bot.safety.training.logistic import Block, Floats, Rows, fit
from bot.safety.training.own_text import learnt_with
from bot.safety.training.rows import Row, fold_of, read
from bot.safety.verdict import Category

DATA = Path(__file__).parents[1] / "data"
_FOLDS = 3
_STRENGTH: Mapping[str, float] = {Head.SELF_HARM: 60.0, Head.OVERRIDE: 200.0}
_USUAL_STRENGTH = 20.0
"""How freely weights may grow. More where many rare turns of phrase tell what is looked for from what only resembles it."""
_OF_IDEAS = 20.0
"""The same of the weights of ideas, and pairs of them."""
_BY_IDEAS = frozenset({Head.SELF_HARM, Head.OVERRIDE})
"""Heads that listen to ideas. The others know their words from far more rows, and were no better for it."""
_MASS = 2000.0
"""What the wanted rows of one language count together, and the others of it: neither number of rows decides."""
_SHARE = {"wg_benign_half": 3.0, "own-harmless": 3.0, "own-lookalikes": 4.0, "own-patterned": 0.5, "own-distress": 2.0, "purple_pi_en": 0.5, "guide_en_half": 0.7, "own-override": 2.0, "own-lessons": 4.0, "own-short": 10.0, "own-everyday": 10.0}  # fmt: skip
"""What a row counts, where that is not 1."""
_WRITTEN_FOR = {"own-distress": Head.SELF_HARM, "own-lookalikes": Head.SELF_HARM}
_FOR_OTHERS = 0.1
"""How much of that a row counts to heads that it was not written for: there are so many that they would leave no room for others."""
_BY_LINE = ("own-distress", "own-lookalikes")
"""Sources of which some lines stand for many sentences and most for one: each sentence counts by the root of their number."""
FALSE_ALARMS = {Head.HARM: 0.005, Head.OVERRIDE: 0.006, Head.SELF_HARM: 0.005, Head.HATE: 0.002}
"""Of harmless rows of a language, each kind of source by itself: the greatest share that may score 0.5 or more."""
_ELSEWHERE = {
    (Head.HARM, "prompts"): 0.008,
    (Head.HARM, "learners"): 0.008,
    (Head.SELF_HARM, "prompts"): 0.008,
    (Head.SELF_HARM, "everyday"): 0.08,
    (Head.OVERRIDE, "learners"): 0.012,
}
"""The same where it differs. Ordinary prompts, and some of what learners ask ("how to fix a flat tyre"), ask for much else than lessons; who tells of their
life uses the words of those who despair of it; what looks like overriding is only noted."""
_HARMLESS = {
    "prompts": ("belle_dev", "belle_seed", "cvalues_zh_half", "mitre_frr_dev", "wg_benign_half", "seed_tasks", "self_user_half", "roles_zh", "deepset_train"),
    "lessons": ("guide_en_half", "guide_zh_half", "own-lessons"),
    "learners": ("own-harmless", "own-short", "own-patterned", "notinject_one"),
    "everyday": ("own-everyday",),
}  # fmt: skip
_ALIKE = {
    Head.SELF_HARM: ("look-alikes", ("own-lookalikes",), 0.15),
    Head.HATE: ("posts", ("cold_dev", "cold_train", "openai_mod_half"), 0.03),
}
"""Harmless rows that resemble what a head looks for, of which a greater share may."""
_MARGIN = 0.15
_TINY = 1e-7


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write the two files."""
    parser = argparse.ArgumentParser(prog="make train-filters")
    parser.add_argument("folder", type=Path, help="folder with the development sets (.jsonl)")
    parser.add_argument("--to", type=Path, default=DATA, help="where to write the weights")
    options = parser.parse_args(arguments)
    rows = [row for row in read(options.folder) if not row.kept_away]
    if len(rows) < 10_000:
        sys.exit(f"{options.folder} holds too little to learn from ({len(rows)} rows with ours).")
    print(f"{len(rows)} rows to learn from")
    learner = Learner(rows)
    thresholds = learner.thresholds()
    weights = np.stack([learner.column(name) for name in COLUMNS], axis=1)
    _write(options.to, weights, thresholds)


class Learner:
    """All rows as sequences and evidence."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._ideas = Ideas.load()
        self._buckets = [buckets(row.folded) for row in rows]
        self._touched = [self._ideas.numbers(row.folded) for row in rows]
        self._evidence = np.stack([evidence_of(row.findings) for row in rows]).astype(np.float64)
        self._folds = np.array([fold_of(row, _FOLDS) for row in rows])
        self._languages = np.array([row.language for row in rows])
        self._sources = np.array([row.source for row in rows])
        of_line = Counter(row.group for row in rows if row.source in _BY_LINE)
        self._worth = np.array([max(1, of_line[row.group]) ** -0.5 for row in rows])

    def column(self, name: str, leave_out: int | None = None) -> Floats:
        """The weights of a head or kind of harm, learnt without the third `leave_out`."""
        taught = self._taught(name)
        use = np.array([label is not None for label in taught])
        if leave_out is not None:
            use &= self._folds != leave_out
        wanted = np.array([bool(label) for label in taught])
        places = np.flatnonzero(use)
        strengths = (_STRENGTH.get(name, _USUAL_STRENGTH), _OF_IDEAS)
        rows = self._rows_at(places, name)
        return fit(rows, wanted[places], self._importance(places, wanted[places], name), strengths)

    def thresholds(self) -> dict[str, list[float]]:
        """Per language the logit of each column that scores 0.5; 0 for the kinds of harm, which have none."""
        found: dict[str, list[float]] = {"en": [], "zh": []}
        for head in Head:
            logits = np.zeros(len(self._rows))
            for fold in range(_FOLDS):
                unseen = np.flatnonzero(self._folds == fold)
                logits[unseen] = self._rows_at(unseen, head).times(self.column(head, leave_out=fold))
            for language, values in found.items():
                values.append(self._threshold(head, language, logits))
        return {language: [*values, *[0.0] * len(KINDS_OF_HARM)] for language, values in found.items()}

    def _threshold(self, head: Head, language: str, logits: Floats) -> float:
        highest = []
        here = self._languages == language
        kinds = [
            (name, sources, _ELSEWHERE.get((head, name), FALSE_ALARMS[head]))
            for name, sources in _HARMLESS.items()
        ]
        kinds += [_ALIKE[head]] if head in _ALIKE else []
        for name, sources, share in kinds:
            harmless = here & np.isin(self._sources, sources)
            harmless &= np.array([row.labels.get(head) is False for row in self._rows])
            if harmless.sum() >= 100:
                highest.append(float(np.quantile(logits[harmless], 1 - share)))
                print(f"{head} {language} {name}: {harmless.sum()} rows, logit {highest[-1]:.2f}")
        wanted = here & np.array([row.labels.get(head) is True for row in self._rows])
        threshold = max(highest) + _MARGIN
        print(
            f"{head} {language}: threshold {threshold:.2f}, finds {(logits[wanted] > threshold).mean():.3f}"
        )
        for source in sorted(set(self._sources[wanted])):
            of_it = wanted & (self._sources == source)
            print(f"    {source} {of_it.sum()}: {(logits[of_it] > threshold).mean():.3f}")
        return threshold

    def _rows_at(self, places: NDArray[np.int64], name: str) -> Rows:
        nothing = np.zeros(1, np.int64)
        touched = [self._touched[place] if name in _BY_IDEAS else nothing for place in places]
        sequences = Block([self._buckets[place] for place in places], BUCKETS)
        return Rows([sequences, Block(touched, self._ideas.width)], self._evidence[places])

    def _importance(self, places: NDArray[np.int64], wanted: NDArray[np.bool_], name: str) -> Floats:
        importance: Floats = self._worth[places].copy()
        importance *= [_SHARE.get(source, 1.0) for source in self._sources[places]]
        for source, head in _WRITTEN_FOR.items():
            importance[self._sources[places] == source] *= 1.0 if name == head else _FOR_OTHERS
        for language in ("en", "zh"):
            for side in (True, False):
                these = (self._languages[places] == language) & (wanted == side)
                if these.any():
                    importance[these] *= _MASS / importance[these].sum()
        return importance

    def _taught(self, name: str) -> list[bool | None]:
        """What each row teaches the column: yes, no, or nothing."""
        if name in set(Head):
            return [row.labels.get(name) for row in self._rows]
        kind = Category(name.removeprefix("harm:"))
        return [_is_of_kind(row, kind) for row in self._rows]


def _is_of_kind(row: Row, kind: Category) -> bool | None:
    """Whether a harmful row is of `kind`, as the rules that found it say; None where none did."""
    if not row.labels.get("harm"):
        return None
    of_harm = [each for each in row.findings if each.category in EVIDENCE[0]]
    if not of_harm:
        return None
    return max(of_harm, key=lambda each: each.score).category is kind


def _write(folder: Path, weights: Floats, thresholds: dict[str, list[float]]) -> None:
    ideas = Ideas.load()
    end = BUCKETS + ideas.width
    of_sequences, sequence_steps = _in_bytes(weights[:BUCKETS])
    of_ideas, idea_steps = _in_bytes(weights[BUCKETS:end])
    facts = {
        "columns": list(COLUMNS),
        "buckets": BUCKETS,
        "ideas": list(ideas.names),
        "learnt_with": learnt_with(),
        "steps": sequence_steps,
        "idea_steps": idea_steps,
        "evidence": [[round(float(each), 4) for each in row] for row in weights[end:-1]],
        "bias": [round(float(each), 4) for each in weights[-1]],
        "thresholds": {key: [round(each, 3) for each in values] for key, values in thresholds.items()},
    }
    np.save(folder / WEIGHTS, np.concatenate([of_sequences, of_ideas]), allow_pickle=False)
    folder.joinpath(FACTS).write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _in_bytes(weights: Floats) -> tuple[NDArray[np.int8], list[float]]:
    """Each column in whole steps, the largest weight being 127 of them; a step for each column."""
    steps = np.maximum(np.abs(weights).max(axis=0) / 127, _TINY)
    return np.rint(weights / steps).astype(np.int8), [round(float(each), 7) for each in steps]


if __name__ == "__main__":
    main()
