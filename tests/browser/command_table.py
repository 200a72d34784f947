"""The main path of every command that the tutor registers: what is done on the page, and what must be seen.

A command that is added to the tutor gets a line here, or in `moderators_table.py` (`test_every_command.py` fails until it
has one).
"""

from __future__ import annotations

import pathlib

import yaml

from tests.browser.moderators_table import MODERATORS
from tests.browser.path import LESSON, RUDE, TOKEN, TRUE, Path, Who
from tests.browser.steps import (
    Choose,
    Fill,
    GoTo,
    Menu,
    Offers,
    Press,
    ReplyTo,
    Sees,
    Shows,
    Slash,
    Write,
)
from tests.browser.wording import Both, Key

COURSE = pathlib.Path(__file__).parents[2] / "course"

PROMPT = Both("What is a prompt?", "什么是提示词？")
MORE = Key("ask-button-more")
PUBLIC_MORE = Key("ask-button-more", public=True)
UNSURE = Key("quiz-button-unsure")
NEXT_QUESTION = Key("quiz-button-next")
ALIAS = Both("Careful Reader", "认真的读者")
MAIL = {
    it: yaml.safe_load((COURSE / it / "challenges/label-like-examples.yaml").read_text("utf-8"))
    for it in ("en", "zh-CN")
}
CHALLENGE = Both(MAIL["en"]["title"], MAIL["zh-CN"]["title"])
TRIED = Both(MAIL["en"]["prompts"]["bad"], MAIL["zh-CN"]["prompts"]["bad"])
"""What the model answered to this one is recorded, so that it can be judged without a model."""
POINTED_AT = Both("What is a token?", "什么是词元？")
VAGUE = Both("Summarise this article, not too long.", "总结下面的文章，写得比较短。")
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
        "model find",
        (
            Slash("model find", {"name": Both("bert", "bert")}),
            Sees(Key("catalogue-find-title")),
            Offers(Key("catalogue-button-question")),
        ),
    ),
    Path(
        "model card",
        (
            Slash("model card", {"name": Both("GPT-4o", "GPT-4o")}),
            Sees(Key("catalogue-field-price")),
            Press(Key("catalogue-button-sources")),
            Sees(Key("catalogue-sources-end")),
        ),
    ),
    Path(
        "model compare",
        (
            Slash("model compare", {"prompt": PROMPT, "a": Both("bert", "bert"), "b": Both("bart", "bart")}),
            Sees(Key("catalogue-field-use")),
            Offers(Key("catalogue-button-question")),
        ),
    ),
    Path(
        "model choose",
        (
            Slash("model choose"),
            Press(Key("catalogue-choose-gap-knowledge")),
            Press(Key("catalogue-choose-data-documents")),
            Press(Key("catalogue-choose-freshness-often")),
            Press(Key("catalogue-choose-latency-relaxed")),
            Press(Key("catalogue-choose-budget-small")),
            Sees(Key("catalogue-choose-because-facts-change")),
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
    Path(
        "quiz live",
        (
            Slash("quiz live", {"lesson": LESSON, "rounds": "1", "seconds": "10"}),
            Sees(Key("live-begun")),
            Press(Key("live-button-join", public=True)),
            Sees(Key("live-joined")),
            Press(Key("live-button-stop")),
            Sees(Key("live-stopped")),
        ),
    ),
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
        "practice list",
        (
            Slash("practice list"),
            Sees(Key("practice-list-title")),
            Press(Key("practice-button-next")),
            Offers(Key("practice-button-hint")),
        ),
    ),
    Path(
        "practice start",
        (
            Slash("practice start", {"challenge": CHALLENGE}),
            Press(Key("practice-button-write")),
            Fill({Key("practice-form-prompt"): TRIED}),
            Sees(Key("practice-recorded")),
            Offers(Key("practice-button-again")),
        ),
    ),
    Path("practice history", (Slash("practice history"), Sees(CHALLENGE))),
    Path(
        "practice check",
        (Slash("practice check", {"prompt": VAGUE}), Sees(Key("practice-check-label"))),
    ),
    Path(
        "Check as prompt",
        (Write(VAGUE), Menu("Check as prompt", on=VAGUE), Sees(Key("practice-check-label"))),
    ),
    Path(
        "practice board",
        (
            Slash("practice board"),
            Press(Key("practice-board-join")),
            Fill({Key("practice-board-alias"): ALIAS}),
            Press(Key("practice-board-leave")),
            Offers(Key("practice-board-join")),
        ),
    ),
    Path(
        "leaderboard join",
        (Slash("leaderboard join", {"alias": ALIAS}), Sees(Key("leaderboard-joined"))),
    ),
    Path("leaderboard show", (Slash("leaderboard show"), Sees(ALIAS))),
    Path("leaderboard leave", (Slash("leaderboard leave"), Sees(Key("leaderboard-left")))),
    Path(
        "Explain this",
        (Write(POINTED_AT), Menu("Explain this", on=POINTED_AT), Offers(Key("ask-button-more"))),
    ),
    Path(
        "Quiz me on this",
        (Write(POINTED_AT), Menu("Quiz me on this", on=POINTED_AT), Offers(Key("quiz-button-unsure"))),
    ),
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
    *MODERATORS,
)
