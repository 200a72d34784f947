"""What stands in a moderator's form, what it brings back, and what that makes of the lesson. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.lessons import versions
from bot.lessons.authoring.boxes import Boxes, boxes
from bot.lessons.authoring.changes import (
    NOTHING,
    Details,
    Written,
    details_of,
    new_section_id,
    section_of,
    with_details,
    with_section,
)
from bot.lessons.authoring.differences import Run, compare
from bot.lessons.authoring.values import Edit, Subject
from bot.lessons.course import CourseLesson
from bot.lessons.importing.merging import StoredLesson
from bot.lessons.values import READING_ORDER
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class Form:
    """What a form opens with."""

    edit: Edit
    lesson_title: str
    heading: str
    boxes: Boxes
    details: Details | None
    """The lesson's own words; None where it is not written in this language yet, and the form asks for a title."""
    sections: tuple[tuple[str, str], ...]
    """Id and heading of every section, for where a new one goes."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a form brought back; the fields that it has not are empty."""

    title: str = ""
    summary: str = ""
    goals: str = ""
    heading: str = ""
    boxes: tuple[str, ...] = ()
    part: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody else changed the same words meanwhile. Nothing was stored in the lesson; the words are kept."""

    edit: Edit
    lesson_title: str
    heading: str
    theirs: tuple[Run, ...]
    """What the other person changed."""
    author: int | None
    mine: str


def form_of(edit: Edit, base: versions.Version, newest: versions.Version) -> Form:
    """The form with the base's words, or with those that were handed in before."""
    section = section_of(base.lesson, edit.language, edit.section_id)
    details = details_of(base.lesson, edit.language)
    if edit.written is not None:
        section = Written(edit.written.get("heading", ""), edit.written.get("markdown", ""))
        if edit.subject is Subject.DETAILS:
            details = Details(edit.written["title"], edit.written["summary"], lines_of(edit.written["goals"]))
    return Form(
        edit=edit,
        lesson_title=title_in(newest.lesson, edit.language),
        heading=section.heading or _heading_elsewhere(base.lesson, edit),
        boxes=boxes(section.markdown),
        details=details,
        sections=tuple(
            (plan.id, _heading_of(newest.lesson, plan.id, edit.language)) for plan in newest.lesson.plan
        ),
    )


def handed_in(edit: Edit, base: versions.Version, answers: Answers) -> dict[str, str]:
    """What was handed in, whole: with those parts of a long section that were not in the form."""
    if edit.subject is Subject.DETAILS:
        return {
            "title": one_line(answers.title),
            "summary": answers.summary.strip(),
            "goals": "\n".join(lines_of(answers.goals)),
        }
    before = section_of(base.lesson, edit.language, edit.section_id).markdown
    if edit.written is not None:
        before = edit.written.get("markdown", "")
    markdown = boxes(before).with_part(answers.part, answers.boxes)
    heading = one_line(answers.heading) or _heading_elsewhere(base.lesson, edit)
    return {"heading": heading, "markdown": markdown.strip(), "title": one_line(answers.title)}


def overtaken_by(
    edit: Edit, base: versions.Version, newest: versions.Version, mine: Mapping[str, str]
) -> Overtaken | None:
    """Whether somebody else changed these very words since the form was opened."""
    title = title_in(newest.lesson, edit.language)
    if edit.subject is Subject.DETAILS:
        before, now = (_as_text(details_of(one.lesson, edit.language)) for one in (base, newest))
        if before == now or now == _as_text(Details(mine["title"], mine["summary"], lines_of(mine["goals"]))):
            return None
        return Overtaken(
            edit,
            title,
            "",
            compare(before, now),
            None,
            "\n".join((mine["title"], mine["summary"], mine["goals"])),
        )
    if edit.subject is Subject.NEW:
        return None
    was, is_now = (section_of(one.lesson, edit.language, edit.section_id) for one in (base, newest))
    if was == is_now or is_now == Written(mine["heading"], mine["markdown"]):
        return None
    theirs = compare(f"{was.heading}\n\n{was.markdown}", f"{is_now.heading}\n\n{is_now.markdown}")
    return Overtaken(edit, title, is_now.heading or was.heading, theirs, None, mine["markdown"])


def with_words(
    edit: Edit,
    stored: StoredLesson,
    newest: versions.Version,
    mine: Mapping[str, str],
    after: str | None,
) -> tuple[CourseLesson, str | None]:
    """The lesson with what was written in its place."""
    lesson = stored.lesson
    if edit.language not in lesson.texts and edit.language in newest.lesson.texts:  # converted until now
        lesson = replace(lesson, texts={**lesson.texts, edit.language: newest.lesson.texts[edit.language]})
    if edit.subject is Subject.DETAILS:
        details = Details(
            mine["title"] or title_in(lesson, edit.language), mine["summary"], lines_of(mine["goals"])
        )
        return with_details(lesson, edit.language, details), None
    if edit.language not in lesson.texts:
        title = mine["title"] or title_in(lesson, edit.language)
        lesson = with_details(lesson, edit.language, Details(title, "", ()))
    written = Written(mine["heading"], mine["markdown"]) if mine["markdown"] else NOTHING
    section_id = edit.section_id
    if edit.subject is Subject.NEW or section_id is None:
        section_id = new_section_id(lesson, written.heading)
        if written.is_empty:
            return lesson, None
    return with_section(lesson, edit.language, section_id, written, after=after), section_id


def _heading_elsewhere(lesson: CourseLesson, edit: Edit) -> str:
    """The heading of a section that is not written in this language yet, in another one."""
    return _heading_of(lesson, edit.section_id, edit.language) if edit.section_id else ""


def _heading_of(lesson: CourseLesson, section_id: str, language: Locale) -> str:
    for one in READING_ORDER[language]:
        text = lesson.texts.get(one)
        if text is not None and section_id in text.sections:
            return text.sections[section_id].heading
    return section_id


def title_in(lesson: CourseLesson, language: Locale) -> str:
    return next(
        (lesson.texts[one].title for one in READING_ORDER[language] if one in lesson.texts), lesson.id
    )


def _as_text(details: Details | None) -> str:
    return "\n".join((details.title, details.summary, *details.goals)) if details else ""


def lines_of(text: str) -> tuple[str, ...]:
    """One goal a line, marks of lists taken off."""
    lines = (" ".join(line.strip().lstrip("-*•·").split()) for line in text.splitlines())
    return tuple(line for line in lines if line)


def one_line(text: str) -> str:
    return " ".join(text.split()).lstrip("# ")


def whole(pieces: tuple[str, ...]) -> str:
    return "\n\n".join(piece.replace("\r\n", "\n").strip() for piece in pieces if piece.strip())
