"""Cuts a lesson's cleaned Markdown into sections, one for each heading of CommonMark and none for what only looks like one."""

import re
from dataclasses import dataclass, field

from bot.lessons.commonmark import Heading, headings, words_of
from bot.lessons.importing.knowledge_checks import find_questions, is_knowledge_check
from bot.lessons.importing.reading import DraftQuestion, ReadSection
from bot.lessons.importing.remarks import Remark, Subject
from bot.lessons.importing.text_lines import Line, joined
from bot.texts.locales import Locale

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 40
_LONGEST_HEADING = 200
_RULE = re.compile(r" {0,3}(?:-{3,}|\*{3,}|_{3,})\s*")
_GOALS = re.compile(
    r"learning (?:goals|objectives|outcomes)|what you(?: will|'ll) learn|学习目标|學習目標", re.IGNORECASE
)
_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d{1,2}[.)])\s+(?P<words>\S.*)$", re.MULTILINE)
_NO_PROSE = ("#", "|", "```", "~~~", ">", "-", "*", "+", "[🖼️", "🖼️", "<", "    ", "(", "_(")
_MOST_GOALS = 8
_LONGEST_SUMMARY = 240
_LOOKED_AT = 1_000


@dataclass(slots=True)
class Sectioned:
    """The sections of a text, and what was noticed on the way."""

    title: str = ""
    title_line: int = 0
    sections: list[ReadSection] = field(default_factory=list)
    questions: list[DraftQuestion] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def into_sections(path: str, lines: list[Line], language: Locale) -> Sectioned:
    """Cut a text at its headings. What stands above the first belongs to it, if it is the title."""
    text = joined(lines)
    found = [heading for heading in headings(text) if heading.text.strip()]
    is_ours = any(_given_id(heading) for heading in found)
    if is_ours:  # its sections are named, so deeper headings stay in them, and the title alone is no section
        found = [heading for heading in found if _given_id(heading) or heading.level == 1]
    made = _Sectioning(path, lines, language)
    first = found[0].line if found else len(lines)
    preamble = joined(lines[:first]).strip()
    title = next((heading for heading in found if heading.level == 1), None)
    made.result.title = " ".join(title.text.split()) if title else ""
    made.result.title_line = lines[title.line].number if title else 0
    if preamble and not (found and found[0] is title):
        made.add("", 1, preamble, 0, None)
        preamble = ""
    for place, heading in enumerate(found):
        end = found[place + 1].line if place + 1 < len(found) else len(lines)
        body = joined(lines[heading.body_line : end]).strip("\n")
        if preamble:
            body, preamble = f"{preamble}\n\n{body}", ""
        if is_ours and heading is title and not body.strip():
            continue
        children = _children(found, place)
        made.add(heading.text, heading.level, body, heading.line, _given_id(heading), children)
    return made.result


def goals_of(sections: list[ReadSection]) -> tuple[str, ...]:
    """What the learner will be able to do: the list under *Learning goals*, where there is one."""
    for section in sections:
        if _GOALS.search(section.heading):
            items = (
                words_of(item["words"][:_LOOKED_AT]).strip() for item in _ITEM.finditer(section.markdown)
            )
            return tuple(item for item in items if item)[:_MOST_GOALS]
    return ()


def summary_of(sections: list[ReadSection]) -> str:
    """The first sentences of a lesson."""
    for section in sections:
        for block in section.markdown.split("\n\n"):
            if block.lstrip().startswith(_NO_PROSE) or block.rstrip(" *_").endswith((":", "：", ")", "）")):
                continue
            words = " ".join(words_of(block[:_LOOKED_AT]).split())
            if words:
                return (
                    words if len(words) <= _LONGEST_SUMMARY else words[: _LONGEST_SUMMARY - 1].rstrip() + "…"
                )
    return ""


class _Sectioning:
    def __init__(self, path: str, lines: list[Line], language: Locale) -> None:
        self._path = path
        self._lines = lines
        self._language = language
        self.result = Sectioned()

    def add(
        self,
        heading: str,
        level: int,
        body: str,
        line: int,
        given_id: str | None,
        children: tuple[str, ...] = (),
    ) -> None:
        """Make a section of a heading and its text."""
        heading = " ".join(heading.split())[:_LONGEST_HEADING]
        body = _without_rules_below(body)
        number = self._lines[line].number if self._lines else 1
        questions: tuple[DraftQuestion, ...] = ()
        if is_knowledge_check(heading) and body.strip():
            questions, body = self._questions(heading, body, line)
            body = _without_rules_below(body)
            if questions and not body:
                self.result.questions += questions
                return
        if not body.strip():
            body = "\n".join(f"- {child}" for child in children)
        if not body:
            if heading:
                self._remark(Subject.HEADING_EMPTY, number, heading=heading)
            return
        self.result.sections.append(ReadSection(heading, level, body, number, given_id, questions=questions))

    def _questions(self, heading: str, body: str, line: int) -> tuple[tuple[DraftQuestion, ...], str]:
        found, rest = find_questions(body)
        if not found:
            self._remark(Subject.QUESTION_UNCLEAR, self._lines[line].number, heading=heading)
        drafts = []
        first = self._first_line_of(body, line)
        for one in found:
            number = self._lines[min(first + one.line, len(self._lines) - 1)].number
            if one.answers is None:
                self._remark(Subject.QUESTION_WITHOUT_KEY, number, options=len(one.options))
            else:
                keys = ", ".join(str(answer + 1) for answer in one.answers)
                self._remark(Subject.QUESTION_FOUND, number, options=len(one.options), answers=keys)
            drafts.append(
                DraftQuestion(
                    self._language,
                    None,
                    heading,
                    one.question,
                    one.options,
                    one.answers,
                    one.explanation,
                    self._path,
                    number,
                )
            )
        return tuple(drafts), rest

    def _first_line_of(self, body: str, heading_line: int) -> int:
        """The place of a body's first line: below its heading, blank lines left out."""
        first = body.split("\n", 1)[0]
        for place in range(heading_line, len(self._lines)):
            if self._lines[place].text == first:
                return place
        return heading_line

    def _remark(self, subject: Subject, line: int, **values: str | int) -> None:
        self.result.remarks.append(Remark(subject, self._path, line, values))


def _without_rules_below(body: str) -> str:
    """A line drawn under a section parts it from the next one, which is no longer on the same page."""
    lines = body.split("\n")
    while lines and (not lines[-1].strip() or _RULE.fullmatch(lines[-1])):
        lines.pop()
    return "\n".join(lines).strip("\n")


def _given_id(heading: Heading) -> str | None:
    if heading.id and _ID.fullmatch(heading.id) and len(heading.id) <= _LONGEST_ID:
        return heading.id
    return None


def _children(found: list[Heading], place: int) -> tuple[str, ...]:
    """The headings directly below one, which make a table of contents where it has no text of its own."""
    below: list[Heading] = []
    for heading in found[place + 1 :]:
        if heading.level <= found[place].level:
            break
        below.append(heading)
    highest = min((heading.level for heading in below), default=0)
    return tuple(" ".join(heading.text.split()) for heading in below if heading.level == highest)
