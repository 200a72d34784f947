"""Turns a written lesson into what is stored: three languages, chunks, search terms.

All the slow work of taking in a lesson is here, and nothing here touches the database: run it in a thread, or where
it is a whole course, whose dictionaries and trees a process would hold on to for ever, in a process of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from bot.lessons import index, naming
from bot.lessons.chunks import chunk_limit, chunks
from bot.lessons.commonmark import words_of
from bot.lessons.course import Course, CourseLesson, LessonText, SectionText
from bot.lessons.index import Way
from bot.lessons.tokens import chinese_pairs, chinese_words, english_stems
from bot.lessons.traditional import ToTraditional
from bot.lessons.values import Check
from bot.lessons.vectors.sections import vector_of_terms
from bot.texts.locales import Locale

_WAYS = {
    Locale.EN: {Way.STEM: english_stems},
    Locale.ZH_CN: {Way.WORD: chinese_words, Way.PAIR: chinese_pairs},
}
"""How each searchable language is cut. Traditional Chinese is searched through its Simplified twin."""


@dataclass(frozen=True, slots=True)
class PreparedChunk:
    """A chunk with its search terms; `heading` and `body` are empty where the language is not searched."""

    section_id: str
    section_ordinal: int
    heading: str
    language: Locale
    part: int
    text: str
    heading_terms: tuple[str, ...]
    """Terms of its section's names with the marks between them, as `index.Entry` wants them; of the first chunk alone."""
    body_terms: tuple[str, ...]
    section_length: int
    """Tokens of the whole section in the language's first way of cutting; 0 where it is not searched."""
    section_pairs: int
    """The same for character pairs."""
    vector: bytes | None
    """What the whole section means, as `vectors.sections` makes it; of the first chunk of a searched language alone."""


@dataclass(frozen=True, slots=True)
class PreparedLesson:
    """A lesson ready to be stored."""

    lesson: CourseLesson
    chunks: tuple[PreparedChunk, ...]


def prepare_course(course: Course, server_id: int) -> tuple[PreparedLesson, ...]:
    """All lessons of a course, with Traditional Chinese made from Simplified where it was not written."""
    to_traditional = ToTraditional(course.corrections)
    return tuple(
        prepare_lesson(with_traditional(lesson, to_traditional), course.concepts, server_id)
        for lesson in course.lessons
    )


def prepare_lesson(
    lesson: CourseLesson, concepts: Mapping[str, Mapping[Locale, str]], server_id: int
) -> PreparedLesson:
    """Cut a lesson into chunks and search terms for one server's index."""
    made: list[PreparedChunk] = []
    for language, text in lesson.texts.items():
        there = [plan for plan in lesson.plan if plan.id in text.sections]
        for ordinal, plan in enumerate(there):
            section = text.sections[plan.id]
            names = [
                name
                for concept in plan.concepts
                for named_in in dict.fromkeys(
                    (language, Locale.EN)
                )  # English names are used in every language
                if (name := concepts.get(concept, {}).get(named_in))
            ]
            made += _section_chunks(section, plan.id, ordinal, language, names, server_id)
    return PreparedLesson(lesson, tuple(made))


def with_traditional(lesson: CourseLesson, to_traditional: ToTraditional) -> CourseLesson:
    """The lesson with a Traditional Chinese text, converted unless it has one or has no Chinese at all."""
    simplified = lesson.texts.get(Locale.ZH_CN)
    if simplified is None or Locale.ZH_TW in lesson.texts:
        return lesson
    prose = to_traditional.prose
    converted = LessonText(
        title=prose(simplified.title),
        summary=prose(simplified.summary),
        goals=tuple(map(prose, simplified.goals)),
        as_of=simplified.as_of,
        sections={
            section_id: SectionText(
                heading=prose(section.heading),
                markdown=to_traditional.markdown(section.markdown),
                check=_convert_check(section.check, to_traditional) if section.check else None,
            )
            for section_id, section in simplified.sections.items()
        },
    )
    return replace(lesson, texts={**lesson.texts, Locale.ZH_TW: converted})


def _convert_check(check: Check, to_traditional: ToTraditional) -> Check:
    convert = to_traditional.markdown
    return Check(
        question=convert(check.question),
        options=tuple(map(convert, check.options)),
        answer=check.answer,
        explain=tuple(map(convert, check.explain)),
        hint=convert(check.hint),
    )


def _section_chunks(
    section: SectionText, section_id: str, ordinal: int, language: Locale, names: list[str], server_id: int
) -> list[PreparedChunk]:
    ways = _WAYS.get(language, {})
    pieces = chunks(section.markdown, chunk_limit(language))
    bodies = [words_of(piece) for piece in pieces]
    heading_terms = _name_terms(section.heading, names, ways, server_id)
    named = set(heading_terms) - {index.NAME_END, index.HEADING_END}
    body_terms = [_terms(body, ways, server_id) for body in bodies]
    everything = [term for terms in (named, *body_terms) for term in terms]
    pairs = sum(1 for term in everything if index.way_of(term) is Way.PAIR)
    meaning = vector_of_terms(heading_terms, (term for terms in body_terms for term in terms))
    return [
        PreparedChunk(
            section_id=section_id,
            section_ordinal=ordinal,
            heading=section.heading,
            language=language,
            part=part,
            text=piece,
            heading_terms=heading_terms if part == 0 else (),
            body_terms=terms,
            section_length=len(everything) - pairs,
            section_pairs=pairs,
            vector=meaning if part == 0 else None,
        )
        for part, (piece, terms) in enumerate(zip(pieces, body_terms, strict=True))
    ]


def _name_terms(
    heading: str, concepts: list[str], ways: Mapping[Way, Callable[[str], list[str]]], server_id: int
) -> tuple[str, ...]:
    def cut(names: Iterable[str]) -> list[str]:
        terms = (_terms(name, ways, server_id) for name in names)
        return [term for name in terms if name for term in (*name, index.NAME_END)]

    found = (*cut(naming.names_in([heading])), index.HEADING_END, *cut(naming.names_in(concepts)))
    return found if len(found) > 1 else ()


def _terms(text: str, ways: Mapping[Way, Callable[[str], list[str]]], server_id: int) -> tuple[str, ...]:
    return tuple(index.term(server_id, way, token) for way, cut in ways.items() for token in cut(text))
