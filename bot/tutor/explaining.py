"""The messages that ask a model to explain: who it is, what was said before, the passages and the question."""

from collections.abc import Mapping, Sequence

from bot.learners.values import Level
from bot.lessons.values import Passage
from bot.llm.values import ChatMessage, Role
from bot.memory.memory import Recollection
from bot.texts.locales import Locale
from bot.tutor.prompts import Prompt
from bot.tutor.recalling import conversation, fenced, one_line, remembered
from bot.tutor.values import Ask, Style

LANGUAGES = {
    Locale.EN: "English",
    Locale.ZH_CN: "Simplified Chinese as written in mainland China",
    Locale.ZH_TW: "Traditional Chinese as written in Taiwan",
}
"""The language of an answer, as prompts name it."""
LEVELS = {
    Level.ELI5: "no previous knowledge at all; everyday comparisons, no jargon.",
    Level.BEGINNER: "new to the subject; every technical term explained where it first occurs.",
    Level.PRACTITIONER: "builds software; precise terms, trade-offs, numbers where the passages give them.",
}
"""For whom an answer is written, as prompts say it."""
_LENGTHS = {
    Style.PLAIN: "At most 150 words (250 characters in Chinese), unless code is asked for.",
    Style.SIMPLER: "At most 100 words (160 characters in Chinese).",
    Style.DEEPER: "At most 350 words (600 characters in Chinese).",
    Style.EXAMPLE: "At most 200 words (330 characters in Chinese).",
}
_WISHES = {
    Style.PLAIN: "",
    Style.SIMPLER: "The learner found the last answer too hard: say it more simply, with one everyday comparison.",
    Style.DEEPER: "The learner wants to know more: say how and why it works, and where its limits are.",
    Style.EXAMPLE: "The learner wants one worked example, step by step.",
}

NOT_IN_COURSE = "NOT_IN_COURSE"
"""What the prompt tells the model to write when the passages do not answer the question."""


class NotInCourse(Exception):
    """The model found no answer in the passages."""


def refuse_marker(body: str) -> None:
    """Raises `NotInCourse` where a reply says, or begins to say, that the passages do not answer the question."""
    if body.lstrip(" *`\n").startswith(NOT_IN_COURSE):
        raise NotInCourse


def explain_messages(
    prompts: Mapping[str, Prompt],
    ask: Ask,
    question: str,
    *,
    language: Locale,
    passages: Sequence[Passage],
    memory: Recollection,
) -> tuple[ChatMessage, ...]:
    """The whole prompt of one explanation, its unchanging part first so that a provider's cache can keep it."""
    goal = f"The learner's goal: {one_line(ask.goal)}" if ask.goal and not ask.shared else ""
    system = prompts["explain"].render(
        language=LANGUAGES[language],
        level=LEVELS[ask.level],
        goal=goal,
        length=_LENGTHS[ask.style],
    )
    user = prompts["explain-question"].render(
        memory=remembered(memory),
        passages=numbered_passages(passages),
        question=fenced(question),
        wish=_WISHES[ask.style],
    )
    return (ChatMessage(Role.SYSTEM, system), *conversation(memory), ChatMessage(Role.USER, user))


def numbered_passages(passages: Sequence[Passage]) -> str:
    """The passages as every prompt shows them: numbered from 1, each under its lesson and section."""
    return "\n\n".join(
        f"[{number}] {passage.lesson_title} · {passage.heading}\n{fenced(passage.text)}"
        for number, passage in enumerate(passages, start=1)
    )
