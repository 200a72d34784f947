"""The sentences written for this project, of which some stand for many.

`[a|b|c]` in a line offers a choice. A line is one group: what is made of it is trained on or tested with, never both.
"""

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "own"
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_MOST = 24
"""Sentences made of one line at most."""


def sentences(name: str, language: str) -> Iterator[tuple[str, str]]:
    """All of `own/<name>.<language>.txt`: the line that a sentence was made of, and the sentence."""
    for line in FOLDER.joinpath(f"{name}.{language}.txt").read_text("utf-8").splitlines():
        for sentence in expand(line):
            yield line, sentence


def patterned(language: str) -> Iterator[tuple[str, str]]:
    """Every pattern with every term of `own/harmless_patterns.yaml`: the term, and the sentence."""
    content = yaml.safe_load(FOLDER.joinpath("harmless_patterns.yaml").read_text("utf-8"))[language]
    for term in content["terms"]:
        for pattern in content["patterns"]:
            yield term, pattern.format(term)


def learnt_with() -> str:
    """A mark of everything in this project that the weights depend on: our sentences, ideas, and the rules that are evidence.

    Weights that carry another mark were learnt with others: `make train-filters` brings them together.
    """
    data = FOLDER.parents[1] / "data"
    folders = (FOLDER, FOLDER.parents[1] / "rules", data / "lookalikes.yaml", data / "ideas.yaml")
    files = [path for each in folders for path in (sorted(each.iterdir()) if each.is_dir() else [each])]
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def expand(line: str) -> list[str]:
    """Up to 24 sentences that `line` offers; the same ones whenever it is asked."""
    parts = _CHOICE.split(line)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    draw = random.Random(line)
    possible = 1
    for options in choices:
        possible *= len(options)
    made: dict[str, None] = {}
    for _ in range(4 * min(possible, _MOST)):
        made["".join(draw.choice(options) for options in choices)] = None
        if len(made) >= min(possible, _MOST):
            break
    return list(made)
