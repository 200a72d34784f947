"""Reads a course from its folder: outline, lessons, checks, names of concepts, corrections of terms.

Nothing is half read: either the whole course comes back, or `CourseMistakes` with every mistake in it. The format is
described in `docs/lessons.md`. Slow (it parses every file): run it in a thread.
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from bot.lessons import yaml_lines
from bot.lessons.commonmark import Heading, headings, parse, words_of
from bot.lessons.course import Course, CourseLesson, LessonText, SectionPlan, SectionText
from bot.lessons.mistakes import CourseMistakes, Mistake
from bot.lessons.values import Check
from bot.lessons.yaml_lines import Lined
from bot.texts.locales import Locale

LANGUAGES = (Locale.EN, Locale.ZH_CN)
"""What every lesson is written in."""
WORDS = range(150, 501)
"""Words of an English section."""
CHARACTERS = range(250, 901)
"""Chinese characters of a Chinese section; a Latin word counts as one."""
LAST_SECTIONS = ("worked-example", "misconceptions")
"""How every lesson ends."""
OPTIONS = 4

_READING_VERSION = "1"
"""Part of the digest: raise it when the same files are to be taken in anew."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LESSON_LINK = re.compile(r"lesson:(?P<lesson>[^#]*)(?:#(?P<section>.*))?")
_UNITS = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:['’-][^\W\u3400-\u9fff]+)*")


def digest(root: Path) -> str:
    """What changes when any file of the course does: SHA-256, in hexadecimal. Fast; raises `OSError`."""
    sum_of_all = hashlib.sha256(_READING_VERSION.encode())
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix in (".yaml", ".md"):
            content = path.read_bytes()
            sum_of_all.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            sum_of_all.update(content)
    return sum_of_all.hexdigest()


def read_course(root: Path) -> Course:
    """The course in `root`. Raises `CourseMistakes`."""
    reader = _Reader(root)
    course = reader.course()
    if reader.mistakes:
        raise CourseMistakes(reader.mistakes)
    return course


class _Reader:
    """Goes through the files once and collects mistakes on the way."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.mistakes: list[Mistake] = []

    def course(self) -> Course:
        concepts = self._concepts()
        outline = self._outline(concepts)
        links: list[tuple[str, int, str]] = []
        lessons = []
        for number, plan in enumerate(outline):
            earlier = {lesson.id for lesson in outline[:number]}
            for required in plan.requires:
                if required not in earlier:
                    self._wrong(
                        "outline.yaml", 0, f"{plan.id} requires {required}, which is no lesson before it"
                    )
            texts = {
                language: text
                for language in LANGUAGES
                if (text := self._lesson_text(plan, language, links)) is not None
            }
            lessons.append(CourseLesson(plan.id, plan.requires, plan.minutes, plan.sources, plan.plan, texts))
        self._check_links(links, {lesson.id: {one.id for one in lesson.plan} for lesson in outline})
        self._check_strays({lesson.id for lesson in outline})
        return Course(tuple(lessons), concepts, self._corrections())

    # The language-independent files

    def _concepts(self) -> Mapping[str, Mapping[Locale, str]]:
        found: dict[str, Mapping[Locale, str]] = {}
        for concept, names in self._mapping_file("concepts.yaml").items():
            english, chinese = (
                (names.get("en"), names.get("zh", names.get("zh-CN")))
                if isinstance(names, Lined)
                else (None, None)
            )
            if not (isinstance(english, str) and isinstance(chinese, str)):
                line = names.line if isinstance(names, Lined) else 0
                self._wrong("concepts.yaml", line, f"{concept}: give a name as `en` and one as `zh`")
                continue
            found[concept] = {Locale.EN: english, Locale.ZH_CN: chinese}
        return found

    def _corrections(self) -> Mapping[str, str]:
        if not (self._root / "terms.yaml").exists():
            return {}
        found = {}
        for wrong, right in self._mapping_file("terms.yaml").items():
            if isinstance(right, str):
                found[wrong] = right
            else:
                self._wrong("terms.yaml", 0, f"{wrong}: what is right must be one text")
        return found

    def _outline(self, concepts: Mapping[str, object]) -> list[CourseLesson]:
        where = "outline.yaml"
        entries = self._mapping_file(where).get("lessons")
        if not isinstance(entries, list):
            self._wrong(where, 0, "`lessons` must be a list of lessons")
            return []
        lessons: list[CourseLesson] = []
        for entry in entries:
            if not isinstance(entry, Lined):
                self._wrong(where, 0, f"a lesson must be written as a mapping, not as {entry!r}")
                continue
            lesson_id = self._id(where, entry)
            if any(lesson.id == lesson_id for lesson in lessons):
                self._wrong(where, entry.line, f"the lesson {lesson_id} stands here a second time")
                continue
            lessons.append(
                CourseLesson(
                    id=lesson_id,
                    requires=self._texts(where, entry, "requires"),
                    minutes=self._minutes(where, entry),
                    sources=self._texts(where, entry, "sources"),
                    plan=self._plan(where, entry, lesson_id, concepts),
                    texts={},
                )
            )
        return lessons

    def _plan(
        self, where: str, entry: Lined, lesson_id: str, concepts: Mapping[str, object]
    ) -> tuple[SectionPlan, ...]:
        plan: list[SectionPlan] = []
        sections = entry.get("sections")
        for section in sections if isinstance(sections, list) else []:
            if not isinstance(section, Lined):
                self._wrong(where, entry.line, f"{lesson_id}: a section must be a mapping, not {section!r}")
                continue
            section_id = self._id(where, section)
            if any(one.id == section_id for one in plan):
                self._wrong(where, section.line, f"{lesson_id} has a second section {section_id}")
            named = self._texts(where, section, "concepts")
            for concept in named:
                if concepts and concept not in concepts:  # without the file, its absence is the one mistake
                    self._wrong(where, section.line, f"{concept} is no concept of concepts.yaml")
            plan.append(SectionPlan(section_id, named, self._minutes(where, section)))
        if tuple(one.id for one in plan[-len(LAST_SECTIONS) :]) != LAST_SECTIONS:
            self._wrong(where, entry.line, f"{lesson_id} must end with {' and '.join(LAST_SECTIONS)}")
        return tuple(plan)

    # A lesson in one language

    def _lesson_text(
        self, plan: CourseLesson, language: Locale, links: list[tuple[str, int, str]]
    ) -> LessonText | None:
        where = f"{language.value}/lessons/{plan.id}.md"
        raw = self._read(where)
        if raw is None:
            return None
        front, markdown, first_line = self._front_matter(where, raw)
        title = self._text(where, front, "title")
        summary = self._text(where, front, "summary")
        goals = self._texts(where, front, "goals")
        if not goals:
            self._wrong(where, 1, "name at least one goal in the front matter")
        as_of = front.get("as_of")
        if not isinstance(as_of, date):
            self._wrong(where, 1, "`as_of` must be a day such as 2026-01-31")
            as_of = date.min
        found = [heading for heading in headings(markdown) if heading.level <= 2]
        titles = [heading for heading in found if heading.level == 1]
        if len(titles) != 1 or titles[0].text != title:
            line = titles[0].line + first_line if titles else first_line
            self._wrong(where, line, f"write the title once, as `# {title}`")
        checks = self._checks(plan, language)
        sections = self._sections(where, markdown, first_line, found, plan, language, checks)
        links += [(where, line + first_line, target) for line, target in _lesson_links(markdown)]
        return LessonText(title, summary, goals, as_of, sections)

    def _front_matter(self, where: str, raw: str) -> tuple[Lined, str, int]:
        """The front matter, the rest, and the line on which the rest begins, from 1."""
        lines = raw.split("\n")
        if lines[0].strip() != "---" or "---" not in (line.rstrip() for line in lines[1:]):
            self._wrong(where, 1, "begin with front matter between two lines of ---")
            return Lined(), raw, 1
        end = next(number for number, line in enumerate(lines) if number and line.rstrip() == "---")
        front = self._yaml(where, "\n".join(lines[1:end]), first_line=2)
        if not isinstance(front, Lined):
            self._wrong(where, 2, "front matter must be `name: value` lines")
            front = Lined()
        return front, "\n".join(lines[end + 1 :]), end + 2

    def _sections(
        self,
        where: str,
        markdown: str,
        first_line: int,
        found: list[Heading],
        plan: CourseLesson,
        language: Locale,
        checks: Mapping[str, Check],
    ) -> Mapping[str, SectionText]:
        lines = markdown.split("\n")
        starts = [heading for heading in found if heading.level == 2]
        there = [heading.id for heading in starts]
        wanted = [section.id for section in plan.plan]
        for heading in starts:
            if heading.id is None:
                self._wrong(where, heading.line + first_line, f"give “{heading.text}” an id: {{#some-id}}")
            elif heading.id not in wanted:
                self._wrong(where, heading.line + first_line, f"{heading.id} is not in the outline")
        for missing in [section for section in wanted if section not in there]:
            self._wrong(where, 0, f"the section {missing} of the outline is missing")
        if sorted(filter(None, there)) == sorted(wanted) and there != wanted:
            self._wrong(where, 0, f"sections must stand in the outline's order: {', '.join(wanted)}")
        sections: dict[str, SectionText] = {}
        ends = [heading.line for heading in starts[1:]] + [len(lines)]
        for heading, end in zip(starts, ends, strict=True):
            if heading.id is None:
                continue
            if heading.id in sections:
                self._wrong(where, heading.line + first_line, f"there is a second section {heading.id}")
            body = "\n".join(lines[heading.body_line : end]).strip("\n")
            self._check_length(where, heading, first_line, body, language)
            sections[heading.id] = SectionText(heading.text, body, checks.get(heading.id))
        return {section: sections[section] for section in wanted if section in sections}

    def _check_length(
        self, where: str, heading: Heading, first_line: int, body: str, language: Locale
    ) -> None:
        length = len(_UNITS.findall(words_of(body)))
        bounds, unit = (CHARACTERS, "characters") if language.is_chinese else (WORDS, "words")
        if length not in bounds:
            self._wrong(
                where,
                heading.line + first_line,
                f"{heading.id} has {length} {unit}; a section has {bounds[0]} to {bounds[-1]}",
            )

    def _checks(self, plan: CourseLesson, language: Locale) -> Mapping[str, Check]:
        where = f"{language.value}/checks/{plan.id}.yaml"
        found: dict[str, Check] = {}
        known = {section.id for section in plan.plan}
        for section_id, item in self._mapping_file(where).items():
            if section_id not in known:
                self._wrong(where, 0, f"{plan.id} has no section {section_id}")
            items = item if isinstance(item, list) else [item]
            if len(items) != 1 or not isinstance(items[0], Lined):
                self._wrong(where, 0, f"{section_id} needs one check, written as a mapping")
                continue
            found[section_id] = self._check(where, items[0])
        for missing in sorted(known - set(found)):
            self._wrong(where, 0, f"the section {missing} has no check")
        return found

    def _check(self, where: str, item: Lined) -> Check:
        options = self._texts(where, item, "options")
        explain = self._texts(where, item, "explain")
        answer = item.get("answer")
        if len(options) != OPTIONS or len(set(options)) != OPTIONS:
            self._wrong(where, item.line, f"a check has {OPTIONS} different options")
        if len(explain) != len(options):
            self._wrong(where, item.line, "a check explains each of its options in one sentence")
        if isinstance(answer, bool) or not isinstance(answer, int) or answer not in range(len(options)):
            self._wrong(where, item.line, "`answer` is the number of the one right option, from 0")
            answer = 0
        question = self._text(where, item, "question")
        return Check(question, options, answer, explain, self._text(where, item, "hint"))

    # What holds for the course as a whole

    def _check_links(self, links: list[tuple[str, int, str]], known: Mapping[str, set[str]]) -> None:
        for where, line, target in links:
            link = _LESSON_LINK.fullmatch(target)
            lesson, section = (link["lesson"], link["section"]) if link else ("", None)
            if lesson not in known:
                self._wrong(where, line, f"{target} links to a lesson that does not exist")
            elif section is not None and section not in known[lesson]:
                self._wrong(where, line, f"{target} links to a section that does not exist")

    def _check_strays(self, lessons: set[str]) -> None:
        for language in LANGUAGES:
            for folder, ending in (("lessons", ".md"), ("checks", ".yaml")):
                for path in sorted((self._root / language.value / folder).glob(f"*{ending}")):
                    if path.stem not in lessons:
                        where = path.relative_to(self._root).as_posix()
                        self._wrong(where, 0, "no lesson of the outline has this name")

    # Reading with care

    def _wrong(self, where: str, line: int, what: str) -> None:
        self.mistakes.append(Mistake(where, line, what))

    def _read(self, where: str) -> str | None:
        try:
            return (self._root / where).read_text("utf-8-sig")
        except FileNotFoundError:
            self._wrong(where, 0, "this file is missing")
        except (OSError, UnicodeDecodeError) as error:
            self._wrong(where, 0, f"this file cannot be read as UTF-8 text ({type(error).__name__})")
        return None

    def _yaml(self, where: str, text: str, *, first_line: int = 1) -> object:
        try:
            return yaml_lines.load(text, first_line=first_line)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + first_line if error.problem_mark else 0
            self._wrong(where, line, f"not YAML: {error.problem}")
        except yaml.YAMLError as error:
            self._wrong(where, 0, f"not YAML: {error}")
        return Lined()

    def _mapping_file(self, where: str) -> Lined:
        text = self._read(where)
        data = self._yaml(where, text) if text is not None else Lined()
        if isinstance(data, Lined):
            return data
        self._wrong(where, 1, "the file must hold `name: value` lines")
        return Lined()

    def _text(self, where: str, entry: Lined, name: str) -> str:
        value = entry.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._wrong(where, entry.line, f"`{name}` must be a text")
        return ""

    def _texts(self, where: str, entry: Lined, name: str) -> tuple[str, ...]:
        value = entry.get(name, [])
        if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
            return tuple(one.strip() for one in value)
        self._wrong(where, entry.line, f"`{name}` must be a list of texts (numbers, yes and no need quotes)")
        return ()

    def _minutes(self, where: str, entry: Lined) -> int:
        value = entry.get("minutes")
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 240:
            return value
        self._wrong(where, entry.line, "`minutes` must be a whole number from 1 to 240")
        return 1

    def _id(self, where: str, entry: Lined) -> str:
        value = entry.get("id")
        if isinstance(value, str) and _ID.fullmatch(value) and len(value) <= 64:
            return value
        self._wrong(where, entry.line, f"`id` must be small letters, digits and hyphens, not {value!r}")
        return str(value)


def _lesson_links(markdown: str) -> list[tuple[int, str]]:
    """Links to lessons with the line of their block, from 0."""
    found = []
    for token in parse(markdown):
        for child in token.children or ():
            target = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            if target.startswith("lesson:"):
                found.append((token.map[0] if token.map else 0, target))
    return found
