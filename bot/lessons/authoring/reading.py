"""A written lesson as a learner would read it: the same choice of language, the same sections in the same order. Pure."""

from bot.lessons.course import CourseLesson
from bot.lessons.values import READING_ORDER, Lesson, Section
from bot.texts.locales import Locale


def as_read(lesson: CourseLesson, locale: Locale) -> Lesson:
    """The lesson in the language that a learner of this language gets."""
    language = next(one for one in READING_ORDER[locale] if one in lesson.texts)
    text = lesson.texts[language]
    there = [plan for plan in lesson.plan if plan.id in text.sections]
    return Lesson(
        id=lesson.id,
        title=text.title,
        summary=text.summary,
        goals=text.goals,
        language=language,
        requires=lesson.requires,
        minutes=lesson.minutes,
        sections=tuple(
            Section(
                lesson_id=lesson.id,
                id=plan.id,
                heading=text.sections[plan.id].heading,
                markdown=text.sections[plan.id].markdown,
                concepts=plan.concepts,
                minutes=plan.minutes,
                ordinal=ordinal,
            )
            for ordinal, plan in enumerate(there)
        ),
        as_of=text.as_of,
        sources=lesson.sources,
    )
