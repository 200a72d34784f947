"""What a learner's memory says in a prompt: as material in tags of its own, dated, in the learner's own words."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.llm.values import ChatMessage, Role
from bot.memory.memory import Recollection
from bot.memory.values import Turn

_QUOTED = "(I quoted passages of the lessons.)"
"""What stands for a reply in which passages were quoted instead of an answer, so that none is taken for the tutor's."""

_TAG = re.compile(
    r"<\s*/?\s*(?:passages|question|memory|earlier|attempt|sections?|misconceptions|topic)\s*>", re.IGNORECASE
)


def fenced(text: str) -> str:
    """Text that cannot close the tag it stands in, nor open one."""
    return _TAG.sub("", text)


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def conversation(memory: Recollection) -> tuple[ChatMessage, ...]:
    """The window, as it was said. It only grows at its end for several turns, so that a provider's cache can keep it."""
    return tuple(message for turn in memory.window for message in _exchange(turn))


def remembered(memory: Recollection) -> str:
    """All that changes from question to question: facts, quizzes, summary, what was found, and the last exchange."""
    parts: list[str] = []
    if memory.facts:
        lines = [f"- ({fact.learnt_at.date()}) {one_line(fact.text)}" for fact in memory.facts]
        parts.append("The learner said of themselves:\n" + "\n".join(lines))
    if memory.standing.known:
        parts.append(f"In quizzes the learner knew: {one_line(', '.join(memory.standing.known))}.")
    if memory.standing.missed:
        parts.append(f"In quizzes the learner missed: {one_line(', '.join(memory.standing.missed))}.")
    if memory.summary:
        parts.append(f"Earlier, in short: {one_line(memory.summary)}")
    if memory.found:
        parts.append("From earlier conversations:\n" + "\n".join(map(_line, memory.found)))
    if memory.last is not None:
        last = memory.last
        parts.append(
            f"Just before this, the learner asked: {one_line(last.question)}\nYou answered: {last.answer.strip() or _QUOTED}"
        )
    if not parts:
        return ""
    inside = fenced("\n\n".join(parts))
    return f"<memory>\n{inside}\n</memory>\n"


def _exchange(turn: Turn) -> tuple[ChatMessage, ChatMessage]:
    return (
        ChatMessage(Role.USER, f"<question>\n{fenced(turn.question)}\n</question>"),
        ChatMessage(Role.ASSISTANT, turn.answer or _QUOTED),
    )


def _line(turn: Turn) -> str:
    return f"- ({_day(turn.asked_at)}) Learner: {one_line(turn.question)} — You: {one_line(turn.answer or _QUOTED)}"


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def last_questions(memory: Recollection) -> Sequence[str]:
    """What the learner asked just before, the latest first."""
    turns = (*memory.window, *((memory.last,) if memory.last else ()))
    return [turn.question for turn in reversed(turns)]
