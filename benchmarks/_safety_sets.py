"""What the filters are measured with: held-out rows of public sets, lesson paragraphs, samples of personal data, disguises."""

import base64
import codecs
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import opencc

from bot.safety.training.own_text import FOLDER, sentences
from bot.safety.training.rows import BENIGN_SETS, HARM_SETS, Row, read

COURSE = Path(__file__).parent.parent / "course"
QUESTIONS = Path(__file__).parent.parent / "tests" / "bot" / "safety" / "data"
LEARNERS, PROMPTS, LESSONS = "harmless learner messages", "ordinary prompts", "lesson paragraphs"
HARM, OVERRIDE, DISTRESS, LOOKALIKES = "harmful requests", "overriding", "first-person distress", "look-alikes of distress"  # fmt: skip


@dataclass(frozen=True, slots=True)
class Set:
    """Texts of one kind and language, none of which anything was learnt from."""

    kind: str
    language: str
    texts: tuple[str, ...]


def held_out(folder: Path | None) -> list[Set]:
    """All sets. Without a `folder` of development sets, only what was written for this project."""
    sets: dict[tuple[str, str], list[str]] = {}
    for row in read(folder) if folder else ():
        if row.kept_away and (kind := _kind(row)):
            sets.setdefault((kind, row.language), []).append(row.text)
    for language in ("en", "zh"):
        asked = QUESTIONS.joinpath(f"benign_{language}.txt").read_text("utf-8").splitlines()
        sets.setdefault((LEARNERS, language), []).extend(asked)
    for language, folder_name in (("en", "en"), ("zh", "zh-CN")):
        learnt_from = {text for _, text in sentences("lessons", language)}
        of_course = (" ".join(text.split()) for text in paragraphs(COURSE / folder_name / "lessons"))
        sets[LESSONS, language] = [text for text in of_course if text not in learnt_from]
    return [
        Set(kind, language, tuple(dict.fromkeys(texts))) for (kind, language), texts in sorted(sets.items())
    ]


def paragraphs(folder: Path) -> Iterator[str]:
    """The paragraphs of the Markdown files in `folder`, code and front matter left out."""
    for path in sorted(folder.glob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n|```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
        yield from (each.strip() for each in re.split(r"\n\s*\n", text) if len(each.strip()) >= 20)


def _kind(row: Row) -> str | None:
    own = {"own-harmless": LEARNERS, "own-patterned": LEARNERS, "own-lookalikes": LOOKALIKES, "own-distress": DISTRESS, "own-override": OVERRIDE, "own-harmful": HARM, "notinject_one": LEARNERS}  # fmt: skip
    if row.source in own:
        return own[row.source]
    if row.source.startswith(HARM_SETS):
        return HARM
    if row.source.startswith("guide_"):
        return f"{LESSONS} (others')"
    if row.source in BENIGN_SETS:
        return PROMPTS
    if row.labels.get("override"):
        return OVERRIDE
    if row.labels.get("self-harm"):
        return f"{DISTRESS} (others')"
    return None


# --- disguises ---

_CYRILLIC = str.maketrans("aceopxyis", "асеорхуіѕ")
_LEET = str.maketrans("aeiost", "431057")
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_MATHS = {ord(letter): 0x1D5EE + place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}


def _between(gap: str) -> Callable[[str], str]:
    return lambda text: gap.join(text)


DISGUISES: dict[str, dict[str, Callable[[str], str]]] = {
    "en": {
        "zero-width": _between("\u200b"),
        "tag characters": lambda text: "hi " + "".join(chr(0xE0000 + ord(c)) for c in text if c.isascii()),
        "Cyrillic letters": lambda text: text.translate(_CYRILLIC),
        "digits for letters": lambda text: text.lower().translate(_LEET),
        "letters set apart": lambda text: "  ".join(" ".join(word) for word in text.split()),
        "letters dotted": lambda text: "  ".join(".".join(word) for word in text.split()),
        "full width": lambda text: text.translate(_FULL),
        "mathematical": lambda text: text.lower().translate(_MATHS),
        "base64": lambda text: base64.b64encode(text.encode()).decode(),
        "hexadecimal": lambda text: text.encode().hex(),
        "ROT13": lambda text: codecs.encode(text, "rot13"),
        "backwards": lambda text: text[::-1],
        "markup": lambda text: " ".join(f"{w[: len(w) // 2]}**{w[len(w) // 2 :]}**" for w in text.split()),
        "accents": lambda text: "".join(c + "\u0301" if c.isalpha() else c for c in text),
        "capitals": str.upper,
    },
    "zh": {
        "zero-width": _between("\u200b"),
        "spaces": _between(" "),
        "dots": _between("·"),
        "stars": _between("*"),
        "traditional": opencc.OpenCC("s2t").convert,
        "spoilers": lambda text: "".join(f"||{c}||" for c in text),
        "base64": lambda text: base64.b64encode(text.encode()).decode(),
        "Unicode escapes": lambda text: "".join(f"\\u{ord(c):04x}" for c in text if ord(c) < 0x10000),
        "percent": lambda text: "".join(f"%{octet:02X}" for octet in text.encode()),
    },
}


# --- personal data ---


def personal_samples() -> Iterator[tuple[str, str, str]]:
    """`structured` or `phone`, a sentence, and what of it must go; made by rule, the same ones every time."""
    draw = random.Random(2026)
    carriers = (
        FOLDER.parent.parent.joinpath("training", "own", "carriers.txt").read_text("utf-8").splitlines()
    )
    for _ in range(40):
        for kind, make in _MAKERS.items():
            item = make(draw)
            yield (
                ("phone" if kind == "phone" else "structured"),
                draw.choice(carriers).replace("{}", item),
                item,
            )


def _digits(draw: random.Random, count: int) -> str:
    return "".join(draw.choice("0123456789") for _ in range(count))


def _card(draw: random.Random) -> str:
    head = draw.choice(("4", "51", "55", "34", "6011")) + _digits(draw, 11)
    head = head[:15]
    total = sum(
        (value - 9 if value > 9 else value)
        for place, digit in enumerate(reversed(head))
        for value in [int(digit) * (2 - place % 2)]
    )
    bare = head + str(-total % 10)
    return draw.choice((bare, " ".join(bare[at : at + 4] for at in range(0, 16, 4)), "-".join(bare[at : at + 4] for at in range(0, 16, 4))))  # fmt: skip


def _iban(draw: random.Random) -> str:
    country, length = draw.choice((("DE", 18), ("FR", 23), ("GB", 18), ("NL", 14)))
    letters = {"GB": "WEST", "NL": "ABNA"}.get(country, "")
    body = letters + _digits(draw, length - len(letters))
    number = int("".join(str(int(c, 36)) for c in f"{body}{country}00"))
    bare = f"{country}{98 - number % 97:02d}{body}"
    return draw.choice((bare, " ".join(bare[at : at + 4] for at in range(0, len(bare), 4))))


def _resident(draw: random.Random) -> str:
    bare = f"{draw.choice(('110105', '310104', '440305'))}{draw.randint(1950, 2008)}{draw.randint(1, 12):02d}{draw.randint(1, 28):02d}{_digits(draw, 3)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return bare + "10X98765432"[sum(int(c) * w for c, w in zip(bare, weights, strict=True)) % 11]


def _email(draw: random.Random) -> str:
    name = "".join(draw.choice("abcdefghijklmnop") for _ in range(draw.randint(3, 9)))
    return f"{name}{draw.choice(('', '.li', '_99', '+news'))}@{draw.choice(('gmail.com', 'qq.com', 'uni-bonn.de', 'mail.co.uk', '163.com', 'corp.io'))}"


def _key(draw: random.Random) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    tail = "".join(draw.choice(letters) for _ in range(40))
    return draw.choice(
        (
            f"sk-proj-{tail}",
            f"ghp_{tail[:36]}",
            f"AKIA{tail[:16].upper()}",
            f"hf_{tail[:34]}",
            f"AIza{tail[:35]}",
        )
    )


def _address(draw: random.Random) -> str:
    return f"{draw.choice((52, 81, 93, 203))}.{draw.randint(1, 112)}.{draw.randint(0, 255)}.{draw.randint(1, 254)}"


def _ssn(draw: random.Random) -> str:
    return f"{draw.randint(100, 660)}-{draw.randint(10, 99)}-{draw.randint(1000, 9999)}"


def _phone(draw: random.Random) -> str:
    return draw.choice(
        (
            f"+1 212 {draw.randint(200, 999)} {_digits(draw, 4)}",
            f"(415) {draw.randint(200, 999)}-{_digits(draw, 4)}",
            f"312-{draw.randint(200, 999)}-{_digits(draw, 4)}",
            f"+44 20 7{_digits(draw, 3)} {_digits(draw, 4)}",
            f"07700 9{_digits(draw, 5)}",
            f"+49 30 {_digits(draw, 7)}",
            f"13{draw.choice('5678')}{_digits(draw, 8)}",
            f"+86 139 {_digits(draw, 4)} {_digits(draw, 4)}",
            f"010-6{_digits(draw, 7)}",
            f"0912-{_digits(draw, 3)}-{_digits(draw, 3)}",
            f"+91 98{_digits(draw, 3)} {_digits(draw, 5)}",
            f"06 12 {_digits(draw, 2)} {_digits(draw, 2)} {_digits(draw, 2)}",
        )
    )


_MAKERS: dict[str, Callable[[random.Random], str]] = {
    "email": _email,
    "card": _card,
    "iban": _iban,
    "resident-id": _resident,
    "key": _key,
    "ip": _address,
    "ssn": _ssn,
    "phone": _phone,
}
