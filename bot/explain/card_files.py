"""Reads the concept cards of a course: `concepts.yaml` and `<language>/cards/<lesson>.yaml`.

Nothing is half read: either every card comes back, or `CourseMistakes` with every mistake in it. The format is described in
`docs/explaining.md`. Slow (it parses every file): run it in a process.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from bot.explain.concepts import MODEL_PREFIX, Card, Concept, WrittenConcept
from bot.explain.walks import read_walks
from bot.learners.values import Level
from bot.lessons.careful_files import CarefulFiles
from bot.lessons.course_files import LANGUAGES, corrections
from bot.lessons.library import folded
from bot.lessons.mistakes import CourseMistakes
from bot.lessons.traditional import ToTraditional
from bot.lessons.yaml_lines import Lined
from bot.texts.locales import Locale

MODELS = "models"
"""Stem of the file that holds the cards of all named models."""
MOST_NEXT = 4
"""Concepts that a card may lead on to."""
MOST_SECTIONS = 3
"""Sections that a card leads to."""
LONGEST_QUESTION = 90
"""Characters of the question to try."""
LONGEST_PART = 1024
"""Characters of an example or of a misconception with its answer: what a field of an embed holds."""

_READING_VERSION = "1"
"""Part of the digest: raise it when the same files are to be taken in anew."""
_FIELDS = frozenset({*(level.value for level in Level), "example", "misconception", "try"})
_MISCONCEPTION = frozenset({"claim", "truth"})
_CONCEPTS = "concepts.yaml"
_OUTLINE = "outline.yaml"


def digest(root: Path) -> str:
    """What changes when any card, walk, concept or section does: SHA-256, in hexadecimal. Fast; raises `OSError`."""
    sum_of_all = hashlib.sha256(_READING_VERSION.encode())
    named = [root / name for name in (_OUTLINE, _CONCEPTS, "terms.yaml")]
    for path in [*named, *sorted(root.glob("*/cards/*.yaml")), *sorted(root.glob("walks/*.yaml"))]:
        content = path.read_bytes() if path.exists() else b""
        sum_of_all.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        sum_of_all.update(content)
    return sum_of_all.hexdigest()


def prepare(root: Path) -> tuple[WrittenConcept, ...]:
    """Every concept of the course in `root` with its cards in three languages. Raises `CourseMistakes`."""
    concepts, cards = read_cards(root)
    walks = {concept_id: walk.id for walk in reversed(read_walks(root)) for concept_id in walk.concepts}
    to_traditional = ToTraditional(corrections(root))
    return tuple(
        WrittenConcept(
            concept,
            {
                **cards[concept.id],
                Locale.ZH_TW: in_traditional(cards[concept.id][Locale.ZH_CN], to_traditional),
            },
            walks.get(concept.id),
            tuple(dict.fromkeys(map(folded, (*concept.names.values(), *_ids(concept.id))))),
        )
        for concept in concepts
    )


def read_cards(root: Path) -> tuple[tuple[Concept, ...], Mapping[str, Mapping[Locale, Card]]]:
    """The concepts in their order, and the cards that were written of each. Raises `CourseMistakes`."""
    files = CarefulFiles(root)
    reader = _Reader(files)
    concepts = reader.concepts()
    cards = reader.cards(concepts)
    if files.mistakes:
        raise CourseMistakes(files.mistakes)
    return tuple(concepts.values()), cards


def in_traditional(card: Card, to_traditional: ToTraditional) -> Card:
    """A Simplified card in Traditional Chinese."""
    say = to_traditional.markdown
    return Card(
        {level: say(text) for level, text in card.explained.items()},
        say(card.example),
        say(card.claim),
        say(card.truth),
        say(card.question),
    )


class _Reader:
    """Goes through the files once; what is wrong is noted on the way."""

    def __init__(self, files: CarefulFiles) -> None:
        self._files = files

    def concepts(self) -> dict[str, Concept]:
        sections = self._sections()
        written = self._files.mapping_file(_CONCEPTS)
        found: dict[str, Concept] = {}
        for concept_id, entry in written.items():
            if not isinstance(entry, Lined):
                self._files.wrong(_CONCEPTS, 0, f"{concept_id} must be written as a mapping")
                continue
            found[concept_id] = self._concept(concept_id, entry, sections, set(written))
        return found

    def _sections(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Concept ids of each section of the outline; what is wrong with it is said where lessons are read."""
        entries = self._files.mapping_file(_OUTLINE).get("lessons")
        return {
            (str(lesson.get("id")), str(section.get("id"))): tuple(map(str, section.get("concepts") or ()))
            for lesson in (entries if isinstance(entries, list) else [])
            if isinstance(lesson, Lined)
            for section in lesson.get("sections") or ()
            if isinstance(section, Lined)
        }

    def _concept(
        self,
        concept_id: str,
        entry: Lined,
        sections: Mapping[tuple[str, str], tuple[str, ...]],
        known: set[str],
    ) -> Concept:
        wrong = self._files.wrong
        names = {locale: self._files.text(_CONCEPTS, entry, locale.value) for locale in Locale}
        teaching = [place for place, taught in sections.items() if concept_id in taught]
        if not concept_id.startswith(MODEL_PREFIX):
            first = (str(entry.get("lesson")), str(entry.get("section")))
            if first not in sections:
                told = f"{concept_id}: the outline has no section {first[1]} in a lesson {first[0]}"
                wrong(_CONCEPTS, entry.line, told)
            teaching = [first, *(place for place in teaching if place != first)]
        following = self._files.texts(_CONCEPTS, entry, "next")
        if not 1 <= len(following) <= MOST_NEXT:
            wrong(_CONCEPTS, entry.line, f"{concept_id}: name one to {MOST_NEXT} concepts to read next")
        for one in following:
            if one not in known:
                wrong(_CONCEPTS, entry.line, f"{concept_id}: {one}, to be read next, is no concept")
            elif one == concept_id:
                wrong(_CONCEPTS, entry.line, f"{concept_id} leads to itself")
        return Concept(concept_id, names, tuple(teaching[:MOST_SECTIONS]), following)

    def cards(self, concepts: Mapping[str, Concept]) -> Mapping[str, Mapping[Locale, Card]]:
        files = set(map(_file_of, concepts.values()))
        found: dict[str, dict[Locale, Card]] = {concept_id: {} for concept_id in concepts}
        for language in LANGUAGES:
            for path in sorted((self._files.root / language.value / "cards").glob("*.yaml")):
                if path.stem not in files:
                    where = path.relative_to(self._files.root).as_posix()
                    self._files.wrong(where, 0, f"no concept is taught in a lesson {path.stem}")
            for stem in sorted(files):
                own = [concept.id for concept in concepts.values() if _file_of(concept) == stem]
                for concept_id, card in self._file(stem, language, own, concepts).items():
                    found[concept_id][language] = card
        return found

    def _file(
        self, stem: str, language: Locale, own: list[str], concepts: Mapping[str, Concept]
    ) -> Mapping[str, Card]:
        where = f"{language.value}/cards/{stem}.yaml"
        found: dict[str, Card] = {}
        for concept_id, entry in self._files.mapping_file(where).items():
            line = entry.line if isinstance(entry, Lined) else 0
            if concept_id not in concepts:
                self._files.wrong(where, line, f"{concept_id} is no concept of {_CONCEPTS}")
            elif concept_id not in own:
                belongs = _file_of(concepts[concept_id])
                self._files.wrong(where, line, f"{concept_id} belongs into {belongs}.yaml")
            elif not isinstance(entry, Lined):
                self._files.wrong(where, 0, f"{concept_id}: a card must be written as a mapping")
            else:
                found[concept_id] = self._card(where, concept_id, entry)
        for missing in [concept_id for concept_id in own if concept_id not in found]:
            self._files.wrong(where, 0, f"the card of {missing} is missing")
        if set(found) == set(own) and list(found) != own:
            self._files.wrong(where, 0, f"cards must stand in the order of {_CONCEPTS}: {', '.join(own)}")
        return found

    def _card(self, where: str, concept_id: str, entry: Lined) -> Card:
        for stranger in sorted(set(entry) - _FIELDS):
            self._files.wrong(where, entry.line, f"{concept_id}: a card has no `{stranger}`")
        misconception = entry.get("misconception")
        if not isinstance(misconception, Lined):
            self._files.wrong(
                where, entry.line, f"{concept_id}: `misconception` needs a `claim` and a `truth`"
            )
            misconception = Lined({"claim": "?", "truth": "?"})
        for stranger in sorted(set(misconception) - _MISCONCEPTION):
            self._files.wrong(where, misconception.line, f"{concept_id}: a misconception has no `{stranger}`")
        card = Card(
            explained={level: self._files.text(where, entry, level.value) for level in Level},
            example=self._files.text(where, entry, "example"),
            claim=self._files.text(where, misconception, "claim"),
            truth=self._files.text(where, misconception, "truth"),
            question=self._files.text(where, entry, "try"),
        )
        for part, text, longest in (
            ("example", card.example, LONGEST_PART),
            ("misconception", f"{card.claim}{card.truth}", LONGEST_PART - 50),
            ("try", card.question, LONGEST_QUESTION),
        ):
            if len(text) > longest:
                told = f"{concept_id}: `{part}` has {len(text)} characters, at most {longest}"
                self._files.wrong(where, entry.line, told)
        return card


def _file_of(concept: Concept) -> str:
    """Stem of the file that holds the concept's cards."""
    return MODELS if concept.is_model else concept.lesson_id or MODELS


def _ids(concept_id: str) -> tuple[str, str]:
    """An id as it stands, and as somebody would type it."""
    return concept_id, concept_id.removeprefix(MODEL_PREFIX).replace("-", " ")
