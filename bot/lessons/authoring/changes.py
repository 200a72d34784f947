"""What a form does to a lesson: its words replaced, a section added, rewritten or taken out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.lessons.course import CourseLesson, LessonText, SectionPlan, SectionText
from bot.lessons.importing.naming import section_id as id_of_heading
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class Details:
    """What a lesson says of itself in one language."""

    title: str
    summary: str
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A section as somebody wrote it; empty for one that is to go."""

    heading: str
    markdown: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of it."""
        return not self.markdown.strip()


NOTHING = Written("", "")


def details_of(lesson: CourseLesson, language: Locale) -> Details | None:
    """What the lesson says of itself; None where it is not written in that language."""
    text = lesson.texts.get(language)
    return None if text is None else Details(text.title, text.summary, text.goals)


def section_of(lesson: CourseLesson, language: Locale, section_id: str | None) -> Written:
    """A section as it stands there; `NOTHING` where it does not."""
    text = lesson.texts.get(language)
    section = text.sections.get(section_id) if text and section_id else None
    return NOTHING if section is None else Written(section.heading, section.markdown)


def with_details(lesson: CourseLesson, language: Locale, details: Details) -> CourseLesson:
    """The lesson under another title, in a language that it may not have had."""
    before = lesson.texts.get(language)
    text = LessonText(
        title=details.title,
        summary=details.summary,
        goals=details.goals,
        as_of=before.as_of if before else None,
        sections=before.sections if before else {},
    )
    return replace(lesson, texts={**lesson.texts, language: text})


def with_section(
    lesson: CourseLesson, language: Locale, section_id: str, written: Written, *, after: str | None = None
) -> CourseLesson:
    """The lesson with this section rewritten, taken out where nothing is left of it, or new behind `after` (else last).

    The lesson must be written in that language.
    """
    text = lesson.texts[language]
    sections = dict(text.sections)
    if written.is_empty:
        sections.pop(section_id, None)
    else:
        known = sections.get(section_id)
        sections[section_id] = SectionText(written.heading, written.markdown, known.check if known else None)
    plan = list(lesson.plan)
    if section_id not in {one.id for one in plan}:
        place = next((place for place, one in enumerate(plan, 1) if one.id == after), len(plan))
        level = plan[-1].level if plan else 2
        plan.insert(place, SectionPlan(section_id, (), 1, max(level, 2)))
    order = {one.id: place for place, one in enumerate(plan)}
    ordered = {one: sections[one] for one in sorted(sections, key=order.__getitem__)}
    texts: Mapping[Locale, LessonText] = {**lesson.texts, language: replace(text, sections=ordered)}
    there = {one for each in texts.values() for one in each.sections}
    return replace(lesson, plan=tuple(one for one in plan if one.id in there), texts=texts)


def new_section_id(lesson: CourseLesson, heading: str) -> str:
    """The id of a section that is called so."""
    return id_of_heading(heading, {one.id for one in lesson.plan})
