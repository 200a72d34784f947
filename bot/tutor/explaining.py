"""The messages that ask a model to explain: who it is, what was said before, the passages and the question."""

import re
from collections.abc import Mapping, Sequence

from bot.learners.values import Level
from bot.lessons.values import Passage
from bot.llm.values import ChatMessage, Role
from bot.memory.values import Turn
from bot.texts.locales import Locale
from bot.tutor.prompts import Prompt
from bot.tutor.values import Ask, Style

_LANGUAGES = {
    Locale.EN: "English",
    Locale.ZH_CN: "Simplified Chinese as written in mainland China",
    Locale.ZH_TW: "Traditional Chinese as written in Taiwan",
}
_LEVELS = {
    Level.ELI5: "no previous knowledge at all; everyday comparisons, no jargon.",
    Level.BEGINNER: "new to the subject; every technical term explained where it first occurs.",
    Level.PRACTITIONER: "builds software; precise terms, trade-offs, numbers where the passages give them.",
}
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

_TAG = re.compile(r"<\s*/?\s*(?:passages|question)\s*>", re.IGNORECASE)

NOT_IN_COURSE = "NOT_IN_COURSE"
"""What the prompt tells the model to write when the passages do not answer the question."""


def explain_messages(
    prompts: Mapping[str, Prompt],
    ask: Ask,
    question: str,
    *,
    language: Locale,
    passages: Sequence[Passage],
    window: Sequence[Turn],
) -> tuple[ChatMessage, ...]:
    """The whole prompt of one explanation, its unchanging part first so that a provider's cache can keep it."""
    goal = f"The learner's goal: {_one_line(ask.goal)}" if ask.goal and not ask.shared else ""
    system = prompts["explain"].render(
        language=_LANGUAGES[language],
        level=_LEVELS[ask.level],
        goal=goal,
        length=_LENGTHS[ask.style],
    )
    user = prompts["explain-question"].render(
        passages="\n\n".join(
            f"[{number}] {passage.lesson_title} · {passage.heading}\n{_fenced(passage.text)}"
            for number, passage in enumerate(passages, start=1)
        ),
        question=_fenced(question),
        wish=_WISHES[ask.style],
    )
    before = [
        message
        for turn in window
        for message in (
            ChatMessage(Role.USER, f"<question>\n{_fenced(turn.question)}\n</question>"),
            ChatMessage(Role.ASSISTANT, turn.answer),
        )
    ]
    return (ChatMessage(Role.SYSTEM, system), *before, ChatMessage(Role.USER, user))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _fenced(text: str) -> str:
    """Text that cannot close the tag it stands in, nor open one."""
    return _TAG.sub("", text)
