"""Reads one text file as a lesson in one language: every kind of damage mended, and each thing done to it noted."""

import re
from dataclasses import dataclass, field, replace

from bot.lessons.commonmark import block_tokens, headings
from bot.lessons.importing.cleaning import Cleaned, clean
from bot.lessons.importing.decoding import decode
from bot.lessons.importing.front_matter import FrontMatter, front_matter
from bot.lessons.importing.languages import content_language
from bot.lessons.importing.limits import Work, check_density
from bot.lessons.importing.naming import (
    Named,
    Strange,
    is_name_without_words,
    language_named,
    named,
    title_from_name,
)
from bot.lessons.importing.reading import ReadText
from bot.lessons.importing.remarks import Remark, Subject
from bot.lessons.importing.scraped import name_headings, rebuild_lines, without_styles
from bot.lessons.importing.sectioning import Sectioned, goals_of, into_sections, summary_of
from bot.lessons.importing.sources import SourceFile
from bot.lessons.importing.text_lines import Line, joined, numbered
from bot.texts.locales import Locale

_ADDRESS = re.compile(r"https?://[^\s)>\]]+")
_LONGEST_TITLE = 200
_LONGEST_GUESSED_TITLE = 40


@dataclass(slots=True)
class Reading:
    """What reading files brings to light."""

    work: Work = field(default_factory=Work)
    remarks: list[Remark] = field(default_factory=list)

    def say(self, subject: Subject, path: str, line: int = 0, **values: str | int) -> None:
        """Note one thing."""
        self.remarks.append(Remark(subject, path, line, values))


def read_lesson_file(file: SourceFile, language: Locale | None, reading: Reading) -> ReadText | None:
    """The lesson in a file; None where it holds none, which is noted. Raises `ImportRefused`.

    `language`: what the person said it is written in; None to find out.
    """
    path = file.path
    decoded = decode(path, file.content)
    if decoded.encoding_was_guessed:
        reading.say(Subject.ENCODING_GUESSED, path)
    if decoded.cleaned:
        reading.say(Subject.CHARACTERS_CLEANED, path, count=decoded.cleaned)
    check_density(path, decoded.text)
    lines = numbered(decoded.text)
    front = front_matter([line.text for line in lines])
    if front.is_broken:
        reading.say(Subject.FRONT_MATTER_BROKEN, path, 1)
    lines = _mended(path, lines[front.end_line :], reading)
    if not joined(lines).strip():
        reading.say(Subject.FILE_EMPTY, path)
        return None
    name = named(path)
    spoken = language or _language(path, lines, front, name, reading)
    if spoken is None:
        reading.say(Subject.FILE_LANGUAGE, path)
        return None
    cleaned = Cleaned()
    lines = clean(lines, path, cleaned)
    for subject, count in cleaned.counts.items():
        reading.say(subject, path, count=count)
    for subject, line in cleaned.places:
        reading.say(subject, path, line)
    cut = into_sections(path, lines, spoken)
    reading.remarks += cut.remarks
    reading.work.take_sections(path, len(cut.sections))
    if not cut.sections:
        reading.say(Subject.FILE_EMPTY, path)
        return None
    return _text(path, name, spoken, front, cut, reading)


def _mended(path: str, lines: list[Line], reading: Reading) -> list[Line]:
    """The lines without what copying from a web page did to them."""
    lines, styles = without_styles(lines)
    if styles:
        reading.say(Subject.STYLE_DROPPED, path, count=styles)
    rebuilt = rebuild_lines(lines)
    if rebuilt.headings:
        reading.say(Subject.LINES_REBUILT, path, count=rebuilt.headings)
    if rebuilt.furniture:
        reading.say(
            Subject.FURNITURE_DROPPED, path, rebuilt.furniture[0].number, count=len(rebuilt.furniture)
        )
    lines = rebuilt.lines
    text = joined(lines)
    reading.work.take(path, text)  # only now: where line ends were put back, there is more to parse
    if not any(line.text.lstrip().startswith(("#", "```", "~~~")) for line in lines) and not headings(text):
        lines, count = name_headings(lines)
        if count:
            reading.say(Subject.HEADINGS_GUESSED, path, count=count)
    return lines


def _language(
    path: str, lines: list[Line], front: FrontMatter, name: Named, reading: Reading
) -> Locale | None:
    """What the front matter states; else what the words say, where they say it clearly; else the name; else English."""
    stated = language_named(front.language)
    if isinstance(stated, Locale):
        return stated
    if isinstance(name.language, Strange):
        return None
    prose = (token.content for token in block_tokens(joined(lines)) if token.type == "inline")
    said = content_language(_ADDRESS.sub(" ", "\n".join(prose)))
    if isinstance(said, Strange):
        return None
    claimed = name.language
    if said is None or claimed is None:
        return said or claimed or Locale.EN
    if claimed.is_chinese and said.is_chinese:
        return Locale.ZH_TW if Locale.ZH_TW in (claimed, said) else said
    if claimed is not said:
        reading.say(Subject.LANGUAGE_DIFFERS, path)
    return said


def _text(
    path: str, name: Named, language: Locale, front: FrontMatter, cut: Sectioned, reading: Reading
) -> ReadText:
    title = (front.title or cut.title)[:_LONGEST_TITLE]
    if not title:
        title = _guessed_title(path, cut)
        reading.say(Subject.TITLE_GUESSED, path, title=title)
    sections = [section if section.heading else replace(section, heading=title) for section in cut.sections]
    return ReadText(
        path=path,
        lesson_id=front.lesson_id or name.lesson_id,
        number=name.number,
        language=language,
        title=title,
        summary=front.summary or summary_of(sections),
        goals=front.goals or goals_of(sections),
        as_of=front.as_of,
        sections=tuple(sections),
        loose_questions=tuple(cut.questions),
    )


def _guessed_title(path: str, cut: Sectioned) -> str:
    if not is_name_without_words(path):
        return title_from_name(path)
    first = next((section.heading for section in cut.sections if section.heading), "")
    words = first or " ".join(cut.sections[0].markdown[:500].split())
    return words if len(words) <= _LONGEST_GUESSED_TITLE else words[: _LONGEST_GUESSED_TITLE - 1] + "…"
