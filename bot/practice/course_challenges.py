"""Reads the challenges of a course from its folder.

Nothing is half read: either all challenges come back, or `CourseMistakes` with every mistake in it. The format is
described in `docs/practice.md`. Slow (it parses every file): run it in a process.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.lessons.careful_files import CarefulFiles
from bot.lessons.mistakes import CourseMistakes
from bot.practice.challenges import Challenge
from bot.practice.reading import Side, read_challenge
from bot.texts.locales import Locale

LANGUAGES = (Locale.EN, Locale.ZH_CN)
"""What every built-in challenge is written in."""
FOLDER = "challenges"
"""Where challenges stand, in a course and in each of its languages."""

_READING_VERSION = "2"
"""Part of the digest: raise it when the same files are to be taken in anew."""


@dataclass(frozen=True, slots=True)
class Written:
    """A challenge as its files hold it, read without a mistake."""

    id: str
    shared: Mapping[str, Any]
    texts: Mapping[Locale, Mapping[str, Any]]
    challenges: Mapping[Locale, Challenge]


def language_code(locale: Locale) -> str:
    """The language as assertions name it."""
    return "zh" if locale.is_chinese else "en"


def digest(root: Path) -> str:
    """What changes when any challenge does: SHA-256, in hexadecimal. Fast; raises `OSError`."""
    sum_of_all = hashlib.sha256(_READING_VERSION.encode())
    named = [root / name for name in ("concepts.yaml", "terms.yaml")]
    found = [*root.glob(f"{FOLDER}/*.yaml"), *root.glob(f"*/{FOLDER}/*.yaml")]
    for path in [*named, *sorted(found)]:
        content = path.read_bytes() if path.exists() else b""
        sum_of_all.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        sum_of_all.update(content)
    return sum_of_all.hexdigest()


def concept_names(root: Path) -> Mapping[str, Mapping[str, str]]:
    """What each concept is called, by language; empty where that cannot be read."""
    written = CarefulFiles(root).mapping_file("concepts.yaml")
    return {
        concept_id: {locale.value: str(entry[locale.value]) for locale in Locale if locale.value in entry}
        for concept_id, entry in written.items()
        if isinstance(entry, Mapping)
    }


def read_challenges(root: Path) -> tuple[Written, ...]:
    """All challenges, by id. Raises `CourseMistakes`."""
    files = CarefulFiles(root)
    concepts = set(files.mapping_file("concepts.yaml"))
    ids = sorted(path.stem for path in root.glob(f"{FOLDER}/*.yaml"))
    for language in LANGUAGES:
        for path in sorted(root.glob(f"{language.value}/{FOLDER}/*.yaml")):
            if path.stem not in ids:
                where = path.relative_to(root).as_posix()
                files.wrong(where, 0, f"there is no {FOLDER}/{path.name} beside it")
    found = [_read(files, challenge_id, concepts) for challenge_id in ids]
    if files.mistakes:
        raise CourseMistakes(files.mistakes)
    return tuple(one for one in found if one is not None)


def _read(files: CarefulFiles, challenge_id: str, concepts: set[str]) -> Written | None:
    where = f"{FOLDER}/{challenge_id}.yaml"
    shared = files.mapping_file(where)
    texts: dict[Locale, Mapping[str, Any]] = {}
    challenges: dict[Locale, Challenge] = {}
    for language in LANGUAGES:
        its_file = f"{language.value}/{FOLDER}/{challenge_id}.yaml"
        texts[language] = files.mapping_file(its_file)
        challenge = read_challenge(
            challenge_id,
            Side(shared, lambda line, what: files.wrong(where, line, what)),
            Side(texts[language], lambda line, what, its_file=its_file: files.wrong(its_file, line, what)),  # type: ignore[misc]  # mypy cannot infer a lambda's default
            language_code(language),
        )
        if challenge is not None:
            challenges[language] = challenge
    if len(challenges) < len(LANGUAGES):
        return None
    first, *others = (challenges[language] for language in LANGUAGES)
    if concepts and first.technique not in concepts:
        files.wrong(where, shared.line, f"{first.technique} is no concept of concepts.yaml")
    for other in others:
        if len(other.hints) != len(first.hints) or other.parts.keys() != first.parts.keys():
            files.wrong(where, shared.line, "all languages must have the same hints and parts")
    return Written(challenge_id, shared, texts, challenges)
