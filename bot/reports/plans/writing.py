"""Puts a drawn plan into words: sentences of ours, and what the lessons themselves say. Markdown, for Discord and for a file."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.lessons.show import show
from bot.lessons.values import Check, Lesson, Section
from bot.reports.plans.rules import Block, Outline, Place, Step
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_POINT: Final = {Locale.EN: 200, Locale.ZH_CN: 90, Locale.ZH_TW: 90}
"""Characters of what a section says that stand in the plan."""
_MOST_GOALS: Final = 4
_SENTENCE: Final = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Material:
    """What a plan is made of: as authors wrote it, and `quote`, which makes that harmless."""

    lessons: Mapping[str, Lesson]
    checks: Mapping[Place, Check]
    challenges: tuple[str, ...]
    """Titles of challenges on the topic."""
    quote: Callable[[str], Released]


def written(
    texts: Texts, locale: Locale, topic: str, drawn: Outline, material: Material, *, briefly: bool = False
) -> str:
    """The whole plan; `briefly` without what the sections say."""
    return str(_Writing(texts, locale, drawn, material, 0 if briefly else _POINT[locale]).whole(topic))


class _Writing:
    def __init__(
        self, texts: Texts, locale: Locale, drawn: Outline, material: Material, longest: int
    ) -> None:
        self._texts = texts
        self._locale = locale
        self._drawn = drawn
        self._material = material
        self._longest = longest

    def whole(self, topic: str) -> Released:
        quote = self._material.quote
        parts = [
            self._say("plan-heading", topic=quote(topic)),
            self._say(
                "plan-for",
                audience=self._say(f"plan-audience-{self._drawn.audience}"),
                minutes=self._drawn.minutes,
            ),
            joined("\n", [self._say("plan-goals"), *self._goals()]),
        ]
        if self._drawn.before:
            titles = [quote(self._material.lessons[one].title) for one in self._drawn.before]
            lines = [plain(f"- {title}") for title in titles]
            parts.append(joined("\n", [self._say("plan-before"), *lines]))
        parts.append(joined("\n", [self._say("plan-course"), *self._course()]))
        parts.append(joined("\n", [self._say("plan-afterwards"), *self._afterwards()]))
        return joined("\n\n", parts)

    def _goals(self) -> list[Released]:
        most_taught = Counter(lesson_id for lesson_id, _ in self._drawn.taught).most_common()
        goals = [goal for one, _ in most_taught for goal in self._material.lessons[one].goals][:_MOST_GOALS]
        if not goals:
            goals = [self._section(*place).heading for place in self._drawn.taught[:_MOST_GOALS]]
        return [plain(f"- {self._material.quote(goal)}") for goal in goals]

    def _course(self) -> list[Released]:
        lines, start = [], 0
        for block in self._drawn.blocks:
            end = start + block.minutes
            span = self._say("plan-span", start=start, end=end)
            lines.append(plain(f"- **{span}** {self._block(block)}"))
            start = end
        return lines

    def _block(self, block: Block) -> Released:
        quote = self._material.quote
        match block.step:
            case Step.OPENING:
                check = self._material.checks.get(self._drawn.best)
                if check is None:
                    return self._say("plan-step-opening-plain")
                return self._say("plan-step-opening", question=quote(check.question))
            case Step.RECAP:
                lesson = self._material.lessons[block.lesson_id]
                return self._say(
                    "plan-step-recap",
                    lesson=quote(lesson.title),
                    summary=quote(lesson.summary or lesson.title),
                )
            case Step.TEACH:
                return self._teaching(block)
            case Step.PRACTICE:
                titles = [quote(title) for title in self._material.challenges]
                return self._say("plan-step-practice", challenges=joined(" / ", titles))
            case Step.TALK:
                return self._say("plan-step-talk")
            case Step.CLOSING:
                return self._say("plan-step-closing")

    def _teaching(self, block: Block) -> Released:
        quote = self._material.quote
        section = self._section(block.lesson_id, block.section_id)
        lesson = self._material.lessons[block.lesson_id]
        lines = [
            self._say(
                "plan-step-part" if block.is_part else "plan-step-teach",
                section=quote(section.heading),
                lesson=quote(lesson.title),
            )
        ]
        if self._longest and (point := key_point(section.markdown, self._longest)):
            lines.append(plain(f"  {quote(point)}"))
        check = self._material.checks.get((block.lesson_id, block.section_id))
        if block.has_check and check is not None:
            asked = self._say(
                "plan-check", question=quote(check.question), answer=quote(check.options[check.answer])
            )
            lines.append(plain(f"  {asked}"))
        return joined("\n", lines)

    def _afterwards(self) -> list[Released]:
        quote = self._material.quote
        lines = [
            plain(
                f"- {quote(self._material.lessons[lesson_id].title)} · "
                f"{quote(self._section(lesson_id, section_id).heading)}"
            )
            for lesson_id, section_id in self._drawn.taught[:6]
        ]
        return [*lines, self._say("plan-drawn-from")]

    def _section(self, lesson_id: str, section_id: str) -> Section:
        section = self._material.lessons[lesson_id].section(section_id)
        assert section is not None  # the plan was drawn from these lessons
        return section

    def _say(self, key: str, **values: Released | float) -> Released:
        return self._texts.say(self._locale, key, **values)


def key_point(markdown: str, longest: int) -> str:
    """The first sentences of a section's prose, as many as fit; what only leads over to a list or table is left out."""
    for paragraph in show(markdown).split("\n\n"):
        text = " ".join(paragraph.split())
        if text.startswith(("#", "```", "-", "*", "|", ">", "1.")) and not text.startswith("**"):
            continue
        point = ""
        for sentence in _SENTENCE.split(text):
            if not sentence or sentence.rstrip().endswith((":", "：")):
                continue
            if len(point) + len(sentence) > longest:
                break
            blank = " " if point and sentence[0] < "\u2e80" else ""
            point += blank + sentence
        if point:
            return point
    return ""
