"""Reads a course from its folder: outline, lessons, checks, names of concepts, corrections of terms.

Nothing is half read: either the whole course comes back, or `CourseMistakes` with every mistake in it. The format is
described in `docs/lessons.md`. Slow (it parses every file): run it in a thread.
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.lessons.careful_files import CarefulFiles
from bot.lessons.commonmark import Heading, headings, parse, words_of
from bot.lessons.course import Course, CourseLesson, LessonText, SectionPlan, SectionText
from bot.lessons.mistakes import CourseMistakes
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

_READING_VERSION = "4"
"""Part of the digest: raise it when the same files are to be taken in anew."""
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
    """The course in `root`: the lessons that its outline names, and no others. Raises `CourseMistakes`."""
    files = CarefulFiles(root)
    course = _Reader(files).course()
    if files.mistakes:
        raise CourseMistakes(files.mistakes)
    return course


def corrections(root: Path) -> Mapping[str, str]:
    """What the course in `root` says that the conversion to Traditional Chinese gets wrong; nothing where it cannot say."""
    return _Reader(CarefulFiles(root)).corrections()


class _Reader:
    """Goes through the files once; what is wrong is noted on the way."""

    def __init__(self, files: CarefulFiles) -> None:
        self._files = files

    def course(self) -> Course:
        concepts = self._concepts()
        outline = self._outline(concepts)
        links: list[tuple[str, int, str]] = []
        lessons = []
        for number, plan in enumerate(outline):
            earlier = {lesson.id for lesson in outline[:number]}
            for required in plan.requires:
                if required not in earlier:
                    self._files.wrong(
                        "outline.yaml", 0, f"{plan.id} requires {required}, which is no lesson before it"
                    )
            texts = {
                language: text
                for language in LANGUAGES
                if (text := self._lesson_text(plan, language, links)) is not None
            }
            lessons.append(CourseLesson(plan.id, plan.requires, plan.minutes, plan.sources, plan.plan, texts))
        self._check_links(links, {lesson.id: {one.id for one in lesson.plan} for lesson in outline})
        return Course(tuple(lessons), concepts, self.corrections())

    # The language-independent files

    def _concepts(self) -> Mapping[str, Mapping[Locale, str]]:
        found: dict[str, Mapping[Locale, str]] = {}
        for concept, names in self._files.mapping_file("concepts.yaml").items():
            english, chinese = (
                (names.get("en"), names.get("zh", names.get("zh-CN")))
                if isinstance(names, Lined)
                else (None, None)
            )
            if not (isinstance(english, str) and isinstance(chinese, str)):
                line = names.line if isinstance(names, Lined) else 0
                self._files.wrong("concepts.yaml", line, f"{concept}: give a name as `en` and one as `zh`")
                continue
            found[concept] = {Locale.EN: english, Locale.ZH_CN: chinese}
        return found

    def corrections(self) -> Mapping[str, str]:
        """The terms file."""
        if not (self._files.root / "terms.yaml").exists():
            return {}
        found = {}
        for wrong, right in self._files.mapping_file("terms.yaml").items():
            if isinstance(right, str):
                found[wrong] = right
            else:
                self._files.wrong("terms.yaml", 0, f"{wrong}: what is right must be one text")
        return found

    def _outline(self, concepts: Mapping[str, object]) -> list[CourseLesson]:
        where = "outline.yaml"
        entries = self._files.mapping_file(where).get("lessons")
        if not isinstance(entries, list):
            self._files.wrong(where, 0, "`lessons` must be a list of lessons")
            return []
        lessons: list[CourseLesson] = []
        for entry in entries:
            if not isinstance(entry, Lined):
                self._files.wrong(where, 0, f"a lesson must be written as a mapping, not as {entry!r}")
                continue
            lesson_id = self._files.id(where, entry)
            if any(lesson.id == lesson_id for lesson in lessons):
                self._files.wrong(where, entry.line, f"the lesson {lesson_id} stands here a second time")
                continue
            lessons.append(
                CourseLesson(
                    id=lesson_id,
                    requires=self._files.texts(where, entry, "requires"),
                    minutes=self._files.minutes(where, entry),
                    sources=self._files.texts(where, entry, "sources"),
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
                self._files.wrong(
                    where, entry.line, f"{lesson_id}: a section must be a mapping, not {section!r}"
                )
                continue
            section_id = self._files.id(where, section)
            if any(one.id == section_id for one in plan):
                self._files.wrong(where, section.line, f"{lesson_id} has a second section {section_id}")
            named = self._files.texts(where, section, "concepts")
            for concept in named:
                if concepts and concept not in concepts:  # without the file, its absence is the one mistake
                    self._files.wrong(where, section.line, f"{concept} is no concept of concepts.yaml")
            plan.append(SectionPlan(section_id, named, self._files.minutes(where, section)))
        if tuple(one.id for one in plan[-len(LAST_SECTIONS) :]) != LAST_SECTIONS:
            self._files.wrong(where, entry.line, f"{lesson_id} must end with {' and '.join(LAST_SECTIONS)}")
        return tuple(plan)

    # A lesson in one language

    def _lesson_text(
        self, plan: CourseLesson, language: Locale, links: list[tuple[str, int, str]]
    ) -> LessonText | None:
        where = f"{language.value}/lessons/{plan.id}.md"
        raw = self._files.read(where)
        if raw is None:
            return None
        front, markdown, first_line = self._front_matter(where, raw)
        title = self._files.text(where, front, "title")
        summary = self._files.text(where, front, "summary")
        goals = self._files.texts(where, front, "goals")
        if not goals:
            self._files.wrong(where, 1, "name at least one goal in the front matter")
        as_of = front.get("as_of")
        if not isinstance(as_of, date):
            self._files.wrong(where, 1, "`as_of` must be a day such as 2026-01-31")
            as_of = date.min
        found = [heading for heading in headings(markdown) if heading.level <= 2]
        titles = [heading for heading in found if heading.level == 1]
        if len(titles) != 1 or titles[0].text != title:
            line = titles[0].line + first_line if titles else first_line
            self._files.wrong(where, line, f"write the title once, as `# {title}`")
        checks = self._checks(plan, language)
        sections = self._sections(where, markdown, first_line, found, plan, language, checks)
        links += [(where, line + first_line, target) for line, target in _lesson_links(markdown)]
        return LessonText(title, summary, goals, as_of, sections)

    def _front_matter(self, where: str, raw: str) -> tuple[Lined, str, int]:
        """The front matter, the rest, and the line on which the rest begins, from 1."""
        lines = raw.split("\n")
        if lines[0].strip() != "---" or "---" not in (line.rstrip() for line in lines[1:]):
            self._files.wrong(where, 1, "begin with front matter between two lines of ---")
            return Lined(), raw, 1
        end = next(number for number, line in enumerate(lines) if number and line.rstrip() == "---")
        front = self._files.yaml(where, "\n".join(lines[1:end]), first_line=2)
        if not isinstance(front, Lined):
            self._files.wrong(where, 2, "front matter must be `name: value` lines")
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
                self._files.wrong(
                    where, heading.line + first_line, f"give “{heading.text}” an id: {{#some-id}}"
                )
            elif heading.id not in wanted:
                self._files.wrong(where, heading.line + first_line, f"{heading.id} is not in the outline")
        for missing in [section for section in wanted if section not in there]:
            self._files.wrong(where, 0, f"the section {missing} of the outline is missing")
        if sorted(filter(None, there)) == sorted(wanted) and there != wanted:
            self._files.wrong(where, 0, f"sections must stand in the outline's order: {', '.join(wanted)}")
        sections: dict[str, SectionText] = {}
        ends = [heading.line for heading in starts[1:]] + [len(lines)]
        for heading, end in zip(starts, ends, strict=True):
            if heading.id is None:
                continue
            if heading.id in sections:
                self._files.wrong(where, heading.line + first_line, f"there is a second section {heading.id}")
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
            self._files.wrong(
                where,
                heading.line + first_line,
                f"{heading.id} has {length} {unit}; a section has {bounds[0]} to {bounds[-1]}",
            )

    def _checks(self, plan: CourseLesson, language: Locale) -> Mapping[str, Check]:
        where = f"{language.value}/checks/{plan.id}.yaml"
        found: dict[str, Check] = {}
        known = {section.id for section in plan.plan}
        for section_id, item in self._files.mapping_file(where).items():
            if section_id not in known:
                self._files.wrong(where, 0, f"{plan.id} has no section {section_id}")
            items = item if isinstance(item, list) else [item]
            if len(items) != 1 or not isinstance(items[0], Lined):
                self._files.wrong(where, 0, f"{section_id} needs one check, written as a mapping")
                continue
            found[section_id] = self._check(where, items[0])
        for missing in sorted(known - set(found)):
            self._files.wrong(where, 0, f"the section {missing} has no check")
        return found

    def _check(self, where: str, item: Lined) -> Check:
        options = self._files.texts(where, item, "options")
        explain = self._files.texts(where, item, "explain")
        answer = item.get("answer")
        if len(options) != OPTIONS or len(set(options)) != OPTIONS:
            self._files.wrong(where, item.line, f"a check has {OPTIONS} different options")
        if len(explain) != len(options):
            self._files.wrong(where, item.line, "a check explains each of its options in one sentence")
        if isinstance(answer, bool) or not isinstance(answer, int) or answer not in range(len(options)):
            self._files.wrong(where, item.line, "`answer` is the number of the one right option, from 0")
            answer = 0
        question = self._files.text(where, item, "question")
        return Check(question, options, answer, explain, self._files.text(where, item, "hint"))

    # What holds for the course as a whole

    def _check_links(self, links: list[tuple[str, int, str]], known: Mapping[str, set[str]]) -> None:
        for where, line, target in links:
            link = _LESSON_LINK.fullmatch(target)
            lesson, section = (link["lesson"], link["section"]) if link else ("", None)
            if lesson not in known:
                self._files.wrong(where, line, f"{target} links to a lesson that does not exist")
            elif section is not None and section not in known[lesson]:
                self._files.wrong(where, line, f"{target} links to a section that does not exist")


def _lesson_links(markdown: str) -> list[tuple[int, str]]:
    """Links to lessons with the line of their block, from 0."""
    found = []
    for token in parse(markdown):
        for child in token.children or ():
            target = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            if target.startswith("lesson:"):
                found.append((token.map[0] if token.map else 0, target))
    return found
