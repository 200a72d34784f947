"""What the name of a file says: which lesson it is, its number, and its language. Pure; reads no content.

Ids of lessons and sections come from names and headings alone, so that the same file always gives the same ids.
"""

import hashlib
import re
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from urllib.parse import unquote

from bot.texts.locales import Locale

LONGEST_ID = 36
"""Characters of an id: a button holds 100, which a lesson's id, a section's and what the button does must share."""
_DIGEST = 8

LONGEST_LINK = 500

_LANGUAGES = {
    Locale.EN: ("en", "en-us", "en-gb", "eng", "english", "英文", "英语"),
    Locale.ZH_CN: ("zh", "cn", "zh-cn", "zh-hans", "chs", "chinese", "simplified", "中文", "简体", "简体中文"),
    Locale.ZH_TW: ("tw", "zh-tw", "zh-hk", "zh-mo", "zh-hant", "hk", "mo", "cht", "traditional", "繁體", "繁體中文"),
}  # fmt: skip
_LANGUAGE_OF = {name: locale for locale, names in _LANGUAGES.items() for name in names}
_OTHER_CODES = frozenset(
    "ar bg bn br cs da de el es et fa fi fr he hi hr hu id it ja jp kn ko lt ml mr ms my ne nl no pa pcm pl pt pt-br pt-pt ro "
    "ru sk sl sr sv sw ta te th tl tr uk ur vi".split()
)
_TRANSLATION_FOLDERS = frozenset({"translations", "translation", "i18n", "locales", "languages", "lang"})
_GENERIC_NAMES = frozenset({"readme", "index", "lesson", "content", "text", "main"})
_GENERIC_FOLDERS = _TRANSLATION_FOLDERS | {"docs", "doc", "lessons", "content", "src", "course", "courses"}
_ABOUT = frozenset(
    "changelog code-of-conduct codeowners contributing contributors copying licence license pull-request-template "
    "issue-template".split()
)
_ABOUT_IN_CAPITALS = frozenset(
    "SECURITY SUPPORT AUTHORS MAINTAINERS GOVERNANCE NOTICE CITATION AGENTS CLAUDE ROADMAP TROUBLESHOOTING SUMMARY".split()
)
"""In small letters these may well be lessons."""
_SUFFIX = re.compile(
    r"[._ -](?P<code>en|zh|cn|tw|zh[-_]?(?:cn|tw|hk|mo|hans|hant)|chs|cht|[a-z]{2}(?=\Z))$", re.IGNORECASE
)
_NUMBER = re.compile(
    r"^(?:(?:lesson|chapter|week|unit|part|module|day)[ ._-]*)?(\d{1,4})(?!\d)", re.IGNORECASE
)
_CHINESE_NUMBER = re.compile(r"^第?\s*(\d{1,3}|[零一二三四五六七八九十]{1,3})\s*[章课課讲講节節单單]")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_ACRONYMS = frozenset("ai api ux ui llm llms slm slms rag ml genai gpt nlp sdk mcp cnn rnn gan".split())
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Strange(Enum):
    """A language that the tutor does not speak."""

    LANGUAGE = "another language"


@dataclass(frozen=True, slots=True)
class Named:
    """What a path says of a lesson."""

    lesson_id: str
    number: int | None
    """The number it begins with: its place in the course."""
    language: Locale | Strange | None
    """None where the path does not say."""
    is_readme: bool
    """A README above lessons describes them; one in a lesson's folder is the lesson."""


def named(path: str) -> Named:
    """What the path of a text file says.

    Numbered folders are parts of a course, so their names belong to the id: `2-regression/1-tools/README.md` and
    `2-regression/1-tools/assignment.md` are `2-regression-1-tools` and `2-regression-1-tools-assignment`.
    """
    where = PurePosixPath(path)
    stem, language = _without_language(where.stem)
    folders: list[str] = []
    for place, folder in enumerate(where.parts[:-1]):
        found = _folder_language(folder, where.parts[place - 1] if place else "")
        if found is not None:
            language = language or found
        elif folder.lower() not in _GENERIC_FOLDERS:
            folders.append(folder.removesuffix(".zip"))
    is_generic = slug(stem) in _GENERIC_NAMES
    parts = [folder for folder in folders if (number := _number(folder)) is not None and number < 1_000]
    if not is_generic:
        parts.append(stem)
    if not parts:
        parts = [folders[-1] if folders else stem]
    numbers = [number for part in parts if (number := _number(part)) is not None][:3]
    place_in_course = 0
    for number in numbers:
        place_in_course = place_in_course * 100 + number
    return Named(
        lesson_id=lesson_id_of("-".join(parts)),
        number=place_in_course if numbers else None,
        language=language,
        is_readme=slug(stem) == "readme",
    )


def language_named(code: str) -> Locale | Strange | None:
    """The language that a code or a name stands for; None where it stands for none."""
    return _LANGUAGE_OF.get(code.strip().lower().replace("_", "-"))


def is_about_the_course(path: str) -> bool:
    """Whether a file of this name is the housekeeping of a repository (a licence, rules for contributors)."""
    stem, _ = _without_language(PurePosixPath(path).stem)
    return slug(stem) in _ABOUT or stem in _ABOUT_IN_CAPITALS


def title_from_name(path: str) -> str:
    """A title for a text that has none: `17-ai-agents.md` is *AI agents*."""
    where = PurePosixPath(path)
    stem, _ = _without_language(where.stem)
    if slug(stem) in _GENERIC_NAMES and len(where.parts) > 1:
        stem = where.parts[-2]
    words = re.split(r"[\s_.-]+", _NUMBER.sub("", stem).strip(" _.-")) or [stem]
    said = " ".join(word.upper() if word.lower() in _ACRONYMS else word for word in words).strip()
    return (said[:1].upper() + said[1:]) if said else stem


def is_name_without_words(path: str) -> bool:
    """Whether a name is only a number or a checksum, which makes no title."""
    words = [word for word in re.split(r"[\s_.-]+", PurePosixPath(path).stem) if word]
    return all(re.fullmatch(r"\d+|(?=.*\d)[0-9a-f]{6,}", word) for word in words)


def slug(text: str) -> str:
    """Small letters, digits and hyphens; empty where the text has no Latin letters or digits.

    One that is too long ends in a checksum, so that two long names that begin alike stay two.
    """
    whole = _NOT_SLUG.sub("-", text.lower().replace("’", "").replace("'", "")).strip("-")
    if len(whole) <= LONGEST_ID:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:_DIGEST]
    return f"{whole[: LONGEST_ID - _DIGEST - 1].strip('-')}-{digest}"


def section_id(heading: str, taken: Container[str] = ()) -> str:
    """An id for a section: its heading in small letters; for Chinese a short checksum, the same every time."""
    if _WIDE.search(heading) or not slug(heading):
        base = "s-" + hashlib.sha256(heading.strip().encode()).hexdigest()[:8]
    else:
        base = slug(heading)
    return distinct(base, taken)


def distinct(base: str, taken: Container[str]) -> str:
    """The id, numbered where it is taken."""
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


def lesson_target(path: str, target: str) -> str | None:
    """`lesson:<id>#<section>` for a relative link in the file at `path` to a Markdown file; None for any other link."""
    where, _, anchor = unquote(target).partition("#")
    where = where.partition("?")[0].replace("\\", "/")
    if not where.lower().endswith((".md", ".markdown")) or len(where) > LONGEST_LINK:
        return None
    parts: list[str] = list(PurePosixPath(path).parts[:-1])
    for part in where.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    found = named("/".join(parts)).lesson_id
    return f"lesson:{found}" + (f"#{section_id(anchor)}" if slug(anchor) else "")


def lesson_id_of(name: str) -> str:
    """An id for a lesson that is called so: small letters and digits; for Chinese a short checksum, the same every time."""
    if _WIDE.search(name):
        number = _number(name)
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        return f"{number:02}-{digest}" if number is not None else f"lesson-{digest}"
    return slug(name) or "lesson-" + hashlib.sha256(name.encode()).hexdigest()[:8]


def _number(name: str) -> int | None:
    if found := _NUMBER.match(name):
        return int(found[1])
    if not (found := _CHINESE_NUMBER.match(name)):
        return None
    said = found[1]
    if said.isdigit():
        return int(said)
    tens, ten, units = said.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(units or "零", 0)


def _without_language(stem: str) -> tuple[str, Locale | Strange | None]:
    found = _SUFFIX.search(stem)
    if not found or not found.start():
        return stem, None
    code = found["code"].lower().replace("_", "-")
    code = re.sub("^zh(?=[a-z])", "zh-", code)
    if code in _LANGUAGE_OF:
        return stem[: found.start()], _LANGUAGE_OF[code]
    if code in _OTHER_CODES and found[0].startswith("."):
        return stem[: found.start()], Strange.LANGUAGE
    return stem, None


def _folder_language(folder: str, parent: str) -> Locale | Strange | None:
    code = folder.lower().replace("_", "-").removesuffix(".zip")
    if code in _LANGUAGE_OF:
        return _LANGUAGE_OF[code]
    if code in _OTHER_CODES and parent.lower() in _TRANSLATION_FOLDERS:
        return Strange.LANGUAGE
    return None
