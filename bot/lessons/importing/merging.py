"""Makes one lesson of its languages, and of what is stored already and what comes in anew: a new version of it.

Sections keep their ids as long as they can be recognised, so that a learner's progress and links survive a rewrite.
Pure and slow: run it in a thread.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.lessons.course import CourseLesson, LessonText, SectionPlan, SectionText
from bot.lessons.importing.aligning import align
from bot.lessons.importing.assembling import ImportedLesson
from bot.lessons.importing.naming import distinct, section_id
from bot.lessons.importing.reading import DraftQuestion, ReadSection, ReadText
from bot.lessons.importing.remarks import Change
from bot.lessons.prepare import with_traditional
from bot.lessons.traditional import ToTraditional, to_simplified
from bot.texts.locales import Locale

_LANGUAGE_ORDER = (Locale.EN, Locale.ZH_CN, Locale.ZH_TW)
_WORDS_A_MINUTE = 200
_CHARACTERS_A_MINUTE = 350
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class StoredLesson:
    """The newest version of a server's own lesson."""

    version: int
    lesson: CourseLesson
    """In the languages that it was written in."""
    questions: tuple[DraftQuestion, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A lesson as it will be."""

    lesson: CourseLesson
    """In the languages that it was written in."""
    questions: tuple[DraftQuestion, ...]
    paired: int
    """Sections that are there in more than one language."""
    change: Change
    version: int
    number: int | None


def merge(imported: ImportedLesson, lesson_id: str, stored: StoredLesson | None) -> Merged:
    """What comes in takes the place of the same language; other languages stay."""
    texts = _with_ids(imported, stored)
    before = stored.lesson.texts if stored else {}
    made = {
        language: _text(texts[language], imported) if language in texts else before[language]
        for language in _LANGUAGE_ORDER
        if language in texts or language in before
    }
    questions = _questions(imported, texts, stored)
    outlined = imported.outlined
    known = {plan.id: plan for plan in stored.lesson.plan} if stored else {}
    levels = {section.id: section.level for text in reversed(texts.values()) for section in text.sections}
    plan = tuple(
        replace(_plan(one, made, imported, known.get(one)), level=levels.get(one) or known[one].level)
        for one in _plan_order(made)
    )
    lesson = CourseLesson(
        id=lesson_id,
        requires=outlined.requires if outlined else (stored.lesson.requires if stored else ()),
        minutes=(outlined.minutes if outlined else None) or sum(one.minutes for one in plan),
        sources=outlined.sources if outlined else (stored.lesson.sources if stored else ()),
        plan=plan,
        texts=made,
    )
    change = Change.NEW
    if stored is not None:
        same = stored.lesson == lesson and _alike(stored.questions, questions)
        change = Change.UNCHANGED if same else Change.CHANGED
    return Merged(
        lesson=lesson,
        questions=questions,
        paired=sum(1 for one in plan if sum(one.id in text.sections for text in made.values()) > 1),
        change=change,
        version=(stored.version if stored else 0) + (change is not Change.UNCHANGED),
        number=imported.number,
    )


def with_converted(lesson: CourseLesson, to_traditional: ToTraditional) -> CourseLesson:
    """The lesson with both scripts of Chinese, where it has one."""
    traditional = lesson.texts.get(Locale.ZH_TW)
    if traditional is None or Locale.ZH_CN in lesson.texts:
        return with_traditional(lesson, to_traditional)
    simplified = LessonText(
        title=to_simplified(traditional.title),
        summary=to_simplified(traditional.summary),
        goals=tuple(map(to_simplified, traditional.goals)),
        as_of=traditional.as_of,
        sections={
            one: SectionText(to_simplified(section.heading), to_simplified(section.markdown), section.check)
            for one, section in traditional.sections.items()
        },
    )
    return replace(lesson, texts={**lesson.texts, Locale.ZH_CN: simplified})


def _with_ids(imported: ImportedLesson, stored: StoredLesson | None) -> dict[Locale, ReadText]:
    """Every text that comes in, its sections named: as before, as in the other language, or by their headings."""
    before: dict[Locale, tuple[ReadSection, ...]] = {}
    if stored is not None:
        plan = stored.lesson.plan
        before = {language: _as_read(text, plan) for language, text in stored.lesson.texts.items()}
    named: dict[Locale, ReadText] = {}
    for language in _LANGUAGE_ORDER:
        if language not in imported.texts:
            continue
        text = imported.texts[language]
        likest: Sequence[ReadSection] = ()
        if language in before:
            likest = before[language]
        elif named:
            likest = next(iter(named.values())).sections
        elif before:
            likest = next(before[one] for one in _LANGUAGE_ORDER if one in before)
        named[language] = text.with_ids(_ids(text.sections, likest))
    return named


def _ids(sections: Sequence[ReadSection], likest: Sequence[ReadSection]) -> list[str]:
    given = [section.given_id for section in sections]
    ids: list[str | None] = []
    for one in given:
        ids.append(distinct(one, {other for other in ids if other}) if one else None)
    taken = {one for one in ids if one}
    for old, new in align(likest, sections) if likest else ():
        if ids[new] is None and likest[old].id not in taken:
            ids[new] = likest[old].id
            taken.add(likest[old].id)
    reserved = taken | {section.id for section in likest}
    result: list[str] = []
    for section, one in zip(sections, ids, strict=True):
        name = one or section_id(section.heading, reserved)
        reserved.add(name)
        result.append(name)
    return result


def _as_read(text: LessonText, plan: Sequence[SectionPlan]) -> tuple[ReadSection, ...]:
    return tuple(
        ReadSection(text.sections[one.id].heading, one.level, text.sections[one.id].markdown, 0, id=one.id)
        for one in plan
        if one.id in text.sections
    )


def _text(text: ReadText, imported: ImportedLesson) -> LessonText:
    checks = imported.checks.get(text.language, {})
    return LessonText(
        title=text.title,
        summary=text.summary,
        goals=text.goals,
        as_of=text.as_of,
        sections={
            section.id: SectionText(section.heading, section.markdown, checks.get(section.id))
            for section in text.sections
        },
    )


def _plan_order(texts: Mapping[Locale, LessonText]) -> list[str]:
    """All sections in the order of the first language; another language's own stand behind their predecessors."""
    order: list[str] = []
    for text in texts.values():
        place = 0
        for one in text.sections:
            if one in order:
                place = order.index(one) + 1
            else:
                order.insert(place, one)
                place += 1
    return order


def _plan(
    one: str, texts: Mapping[Locale, LessonText], imported: ImportedLesson, known: SectionPlan | None
) -> SectionPlan:
    outlined = imported.outlined.sections.get(one) if imported.outlined else None
    minutes = max(_minutes(text.sections[one].markdown) for text in texts.values() if one in text.sections)
    if outlined is not None:
        return SectionPlan(one, outlined[0], outlined[1] or minutes)
    return SectionPlan(one, known.concepts if known else (), minutes)


def _minutes(markdown: str) -> int:
    words, characters = len(_WORD.findall(markdown)), len(_HAN.findall(markdown))
    return max(round(words / _WORDS_A_MINUTE + characters / _CHARACTERS_A_MINUTE), 1)


def _questions(
    imported: ImportedLesson, texts: Mapping[Locale, ReadText], stored: StoredLesson | None
) -> tuple[DraftQuestion, ...]:
    """Those of the texts that come in, and of the stored ones those in other languages."""
    kept = [one for one in (stored.questions if stored else ()) if one.language not in texts]
    new = [
        question
        for language, text in texts.items()
        for question in (*text.questions, *imported.questions.get(language, ()))
    ]
    order = {language: place for place, language in enumerate(_LANGUAGE_ORDER)}
    return tuple(sorted([*kept, *new], key=lambda one: order[one.language]))


def _alike(old: Sequence[DraftQuestion], new: Sequence[DraftQuestion]) -> bool:
    """Whether questions are the same wherever their files are."""
    return [replace(one, path="", line=0) for one in old] == [replace(one, path="", line=0) for one in new]
