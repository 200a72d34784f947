"""The main path of every command that the tutor registers: what is done on the page, and what must be seen.

A command that is added to the tutor gets a line here (`test_every_command.py` fails until it has one).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from tests.browser.steps import (
    Choose,
    File,
    Fill,
    GoTo,
    Menu,
    Offers,
    Press,
    ReplyTo,
    Sees,
    Shows,
    Slash,
    Step,
    Write,
)
from tests.browser.wording import Both, Key, Words


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
PROMPT = Both("What is a prompt?", "什么是提示词？")
LESSON = Both("How large language models work", "大语言模型是怎么工作的")
TRUE = Both("True", "是")
MORE = Key("ask-button-more")
PUBLIC_MORE = Key("ask-button-more", public=True)
UNSURE = Key("quiz-button-unsure")
NEXT_QUESTION = Key("quiz-button-next")
ALIAS = Both("Careful Reader", "认真的读者")
RUDE = Both("Nobody here understands anything", "这里的人什么都不懂")
BEES = Both("Bees in spring", "春天的蜜蜂")
ABOUT_BEES: Mapping[str, Words | File] = {"lesson": BEES}
ANTS = File(
    "ants.md",
    "# Ants\n\n## How they find their way\n\nAn ant follows the smell of those who went before it.\n",
)
AGREE = (Press(Key("start-agree")), Offers(Key("start-goal")))

PATHS = (
    Path(
        "start",
        (
            Slash("start"),
            Sees(Key("start-keeps")),
            *AGREE,
            Press(Key("start-goal")),
            Fill({Key("start-goal-field"): Both("I want to build a chat app", "我想做一个聊天应用")}),
            Sees(Both("I want to build a chat app", "我想做一个聊天应用")),
        ),
        Who.NEWCOMER,
    ),
    Path("help", (Slash("help"), Sees(Key("help-title")))),
    Path(
        "ask",
        (
            Slash("ask", {"question": TOKEN}),
            Offers(Key("ask-button-quiz")),
            Press(MORE),
            Sees(Key("ask-more")),
        ),
    ),
    Path(
        "ask",
        (Slash("ask", {"question": TOKEN, "thread": TRUE}), Sees(Key("ask-thread-opened"))),
        variant="thread",
    ),
    Path(
        "ask",
        (
            Slash("ask", {"question": TOKEN}),
            Press(MORE),
            Press(Key("ask-button-why")),
            Sees(Key("ask-why-title")),
        ),
        variant="why",
    ),
    Path(
        "ask",
        (
            Slash("ask", {"question": TOKEN}),
            Press(Key("ask-button-continue")),
            Fill({Key("reading-ask-field"): PROMPT}),
            Offers(MORE),
        ),
        variant="continue",
    ),
    Path("", (Write(TOKEN, mention=True), Offers(PUBLIC_MORE)), variant="mention"),
    Path("", (ReplyTo(PUBLIC_MORE, PROMPT), Offers(PUBLIC_MORE)), variant="reply"),
    Path(
        "",
        (GoTo(direct=True), Write(TOKEN), Press(Key("start-agree")), Offers(MORE), GoTo(direct=False)),
        variant="direct message",
    ),
    Path("lesson list", (Slash("lesson list"), Sees(Key("reading-list-title")))),
    Path(
        "lesson read",
        (
            Slash("lesson read", {"lesson": LESSON}),
            Shows(".embed"),
            Press(Key("reading-button-onward")),
            Press(Key("reading-button-ask")),
            Fill({Key("reading-ask-field"): TOKEN}),
            Offers(MORE),
        ),
    ),
    Path("lesson next", (Slash("lesson next"), Shows(".embed"), Offers(Key("reading-button-onward")))),
    Path(
        "lesson search",
        (Slash("lesson search", {"query": Both("temperature", "温度")}), Sees(Key("reading-search-found"))),
    ),
    Path(
        "explain concept",
        (
            Slash("explain concept", {"concept": Both("Token", "词元")}),
            Shows(".embed"),
            Offers(Key("explain-button-try")),
        ),
    ),
    Path(
        "explain tokens",
        (
            Slash("explain tokens", {"text": TOKEN}),
            Shows("img"),
            Press(Key("explain-tokens-beside")),
            Sees(Key("explain-tokens-pair")),
        ),
    ),
    Path(
        "explain sampling",
        (
            Slash("explain sampling", {"prompt": Both("A token is", "词元是")}),
            Shows("img"),
            Press(Key("explain-sampling-button-on")),
            Sees(Key("explain-sampling-on")),
        ),
    ),
    Path(
        "explain embeddings",
        (
            Slash("explain embeddings"),
            Fill({Key("explain-embeddings-field"): Both("token\nword\nprice", "词元\n词语\n价格")}),
            Shows("img"),
            Press(Key("explain-closer-play")),
            Sees(Key("explain-closer-ask")),
        ),
    ),
    Path(
        "explain retrieval",
        (
            Slash("explain retrieval", {"question": TOKEN}),
            Sees(Key("explain-retrieval-title")),
            Press(Key("explain-retrieval-button-wrong")),
            Sees(Key("explain-retrieval-wrong-title")),
        ),
    ),
    Path(
        "quiz start",
        (
            Slash("quiz start", {"lesson": LESSON}),
            Press(UNSURE),
            Sees(Key("quiz-unsure")),
            Offers(NEXT_QUESTION),
        ),
    ),
    Path("quiz resume", (Slash("quiz resume"), Press(NEXT_QUESTION), Offers(UNSURE))),
    Path("quiz stop", (Slash("quiz stop"), Shows(".body"))),
    Path("quiz history", (Slash("quiz history"), Sees(Key("quiz-history")))),
    Path("review now", (Slash("review now"), Sees(Key("review-cards-later-on")))),
    Path(
        "review remind",
        (
            Slash("review remind", {"time": "19:30", "timezone": Both("Berlin", "Shanghai")}),
            Sees(Key("review-cards-set")),
            Press(Key("review-cards-button-stop")),
            Sees(Key("review-cards-stopped")),
        ),
    ),
    Path(
        "review forecast",
        (Slash("review forecast"), Shows("img"), Offers(Key("review-cards-button-begin"))),
    ),
    Path("progress show", (Slash("progress show"), Sees(Key("progress-title")), Shows("img"))),
    Path(
        "progress export",
        (Slash("progress export", {"format": Key("commands-choice-apkg")}), Sees("my-cards.apkg")),
    ),
    Path(
        "leaderboard join",
        (Slash("leaderboard join", {"alias": ALIAS}), Sees(Key("leaderboard-joined"))),
    ),
    Path("leaderboard show", (Slash("leaderboard show"), Sees(ALIAS))),
    Path("leaderboard leave", (Slash("leaderboard leave"), Sees(Key("leaderboard-left")))),
    Path(
        "Report to moderators",
        (Write(RUDE), Menu("Report to moderators", on=RUDE), Sees(Key("ask-reported"))),
    ),
    Path("memory show", (Slash("memory show"), Sees(Key("memory-title")))),
    Path(
        "memory forget",
        (
            Slash("memory forget", {"what": Key("commands-choice-all")}),
            Press(Key("memory-forget-no")),
            Sees(Key("memory-kept")),
        ),
    ),
    Path("memory pause", (Slash("memory pause"), Sees(Key("memory-pause-done")))),
    Path("memory resume", (Slash("memory resume"), Sees(Key("memory-resume-done")))),
    Path(
        "memory language",
        (
            Slash("memory language"),
            Choose(Both("English", "简体中文"), Both("English", "简体中文")),
            Sees(Key("memory-language-done")),
        ),
    ),
    Path("privacy about", (Slash("privacy about"), Sees(Key("privacy-title")))),
    Path("privacy export", (Slash("privacy export"), Sees("my-tutor-data.json"))),
    Path(
        "privacy delete",
        (
            Slash("start"),
            *AGREE,
            Slash("privacy delete"),
            Press(Key("privacy-delete-yes")),
            Sees(Key("privacy-deleted")),
        ),
        Who.NEWCOMER,
    ),
    Path("server diagnose", (Slash("server diagnose"), Sees(Key("diagnose-title"))), Who.MODERATOR),
    Path(
        "server filters",
        (Slash("server filters", {"test": TOKEN}), Sees(Key("server-filters-test"))),
        Who.MODERATOR,
    ),
    Path(
        "server queue",
        (
            Write(RUDE),
            Menu("Report to moderators", on=RUDE),
            Sees(Key("ask-reported")),
            Slash("server queue"),
            Press(Key("review-button-claim")),
            Press(Key("review-button-dismiss")),
            Sees(Key("review-done-dismissed")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach lesson new",
        (
            Slash("teach lesson new"),
            Fill(
                {
                    Key("teach-lesson-field-title"): BEES,
                    Key("teach-lesson-field-first-heading"): Both("Why they dance", "它们为什么跳舞"),
                    Key("teach-lesson-field-text"): Both(
                        "A bee dances to say where flowers are.", "蜜蜂用舞蹈说明花在哪里。"
                    ),
                }
            ),
            Sees(Key("teach-lesson-begun")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach lesson edit",
        (Slash("teach lesson edit", ABOUT_BEES), Sees(Key("teach-lesson-which-section"))),
        Who.MODERATOR,
    ),
    Path(
        "teach lesson preview",
        (Slash("teach lesson preview", ABOUT_BEES), Sees(Key("teach-lesson-preview-draft"))),
        Who.MODERATOR,
    ),
    Path(
        "teach lesson publish",
        (Slash("teach lesson publish", ABOUT_BEES), Sees(Key("teach-lesson-published"))),
        Who.MODERATOR,
    ),
    Path(
        "teach lesson history",
        (Slash("teach lesson history", ABOUT_BEES), Sees(Key("teach-lesson-history-seen"))),
        Who.MODERATOR,
    ),
    Path(
        "teach lesson rollback",
        (Slash("teach lesson rollback", ABOUT_BEES), Shows(".body"), Sees(BEES)),
        Who.MODERATOR,
    ),
    Path("teach lesson export", (Slash("teach lesson export", ABOUT_BEES), Sees(".zip")), Who.MODERATOR),
    Path("teach lesson unpublish", (Slash("teach lesson unpublish", ABOUT_BEES), Sees(BEES)), Who.MODERATOR),
    Path(
        "teach lesson delete",
        (Slash("teach lesson delete", ABOUT_BEES), Sees(Key("teach-lesson-deleted"))),
        Who.MODERATOR,
    ),
    Path(
        "teach lesson import",
        (Slash("teach lesson import", {"file": ANTS, "dry_run": TRUE}), Sees(Both("Ants", "Ants"))),
        Who.MODERATOR,
    ),
)
