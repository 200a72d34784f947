"""A path: what a person does on the page with one command, and must see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tests.browser.steps import Step
from tests.browser.wording import Both


class Who(Enum):
    """Who walks a path."""

    LEARNER = auto()
    """Somebody who has agreed; the same for all paths of a language."""
    MODERATOR = auto()
    """The same, with the right to manage the server."""
    NEWCOMER = auto()
    """Somebody nobody has met before, for this path alone."""


@dataclass(frozen=True, slots=True)
class Path:
    """One path. `command` is the English name, `lesson read`, or that of a message menu."""

    command: str
    steps: tuple[Step, ...]
    who: Who = Who.LEARNER
    variant: str = ""
    """What is special about it, where a command has several paths; also the name of what is no command."""

    @property
    def title(self) -> str:
        return " · ".join(filter(None, (self.command, self.variant)))


TOKEN = Both("What is a token?", "什么是词元？")
LESSON = Both("How large language models work", "大语言模型是怎么工作的")
RUDE = Both("Nobody here understands anything", "这里的人什么都不懂")
TRUE = Both("True", "是")
