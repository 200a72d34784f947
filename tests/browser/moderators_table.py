"""The main path of every command that only moderators may use; a part of `command_table.py`."""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser.path import LESSON, RUDE, TOKEN, TRUE, Path, Who
from tests.browser.steps import File, Fill, Menu, Offers, Press, Sees, Shows, Slash, Write
from tests.browser.wording import Both, Key, Words
from tests.doubles.archives import zipped
from tests.doubles.own_challenge import OWN_CHALLENGE

MOVED = File("server.zip", zipped({"server.json": '{"format": "generative-ai-tutor-server", "version": 1}'}))
BEES = Both("Bees in spring", "春天的蜜蜂")
ABOUT_BEES: Mapping[str, Words | File] = {"lesson": BEES}
ANTS = File(
    "ants.md",
    "# Ants\n\n## How they find their way\n\nAn ant follows the smell of those who went before it.\n",
)
ZEBRA = Both("What does a zebrafish tokenizer cut a text into?", "斑马鱼分词器把文字切成什么？")
ANSWERS = Both(
    "* Pieces that occur often | Frequent runs are one piece.\n"
    "- Whole sentences of it | Far too many would be needed.\n"
    "- The pages it stands on | Paper plays no part here.",
    "* 经常出现的片段 | 常见的连续字符合成一个。\n- 一个个完整句子 | 那样需要的数量太多。\n- 一页一页的纸张 | 这里跟纸没有关系。",
)
ABOUT_ZEBRA: Mapping[str, Words | File] = {"question": ZEBRA}
GIFT = File(
    "stripes.gift",
    "::zebra:: What has stripes? {=a zebra#It has them. ~a lion#It has none. ~a fish#Few have them.}\n",
)
THE_CHALLENGE: Mapping[str, Words | File] = {"challenge": "What it is called"}

MODERATORS = (
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
        "server settings",
        (
            Slash(
                "server settings", {"key": Key("server-settings-name-turns_days"), "value": Both("30", "60")}
            ),
            Sees(Key("server-settings-acts")),
            Press(Key("server-settings-button-all")),
            Sees(Key("server-settings-title")),
        ),
        Who.MODERATOR,
    ),
    Path("server channels", (Slash("server channels"), Sees(Key("server-channels-how"))), Who.MODERATOR),
    Path("server retention", (Slash("server retention"), Sees(Key("server-retention-how"))), Who.MODERATOR),
    # Two moderators walk these paths in one server, so the second finds it paused, or going on, already.
    Path("server pause", (Slash("server pause"), Sees("⏸️")), Who.MODERATOR),
    Path("server resume", (Slash("server resume"), Sees("▶️")), Who.MODERATOR),
    Path(
        "server audit",
        (
            Slash("server audit"),
            Press(Key("server-audit-button-file")),
            Sees(Key("server-audit-file")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "server undo",
        (Slash("server undo"), Press(Key("server-undo-button")), Sees(Key("server-undo-done"))),
        Who.MODERATOR,
    ),
    Path("server insights", (Slash("server insights"), Sees(Key("insights-part-use"))), Who.MODERATOR),
    Path("server quota", (Slash("server quota"), Sees(Key("quota-title"))), Who.MODERATOR),
    Path(
        "teach plan",
        (Slash("teach plan", {"topic": LESSON}), Sees(Key("plan-drawn")), Sees("lesson-plan.md")),
        Who.MODERATOR,
    ),
    Path(
        "teach coverage",
        (Slash("teach coverage"), Sees(Key("coverage-title")), Sees("coverage.csv")),
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
    Path(
        "teach question new",
        (
            Slash("teach question new", {"lesson": LESSON}),
            Fill({Key("teach-question-field-stem"): ZEBRA, Key("teach-question-field-answers"): ANSWERS}),
            Press(Key("teach-question-button-approve")),
            Sees(Key("teach-question-now-published")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach question edit",
        (
            Slash("teach question edit", ABOUT_ZEBRA),
            Fill({Key("teach-question-field-hints"): Both("Think of rare words.", "想想少见的词。")}),
            Sees(Key("teach-question-state-published")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach question import",
        (
            Slash("teach question import", {"lesson": LESSON, "file": GIFT}),
            Sees(Both("taken in and published", "已导入并发布")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach question export",
        (
            Slash("teach question export"),
            Sees("questions.yaml"),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach question generate",
        (
            Slash("teach question generate", {"lesson": LESSON}),
            Press(Key("teach-question-button-review")),
            Offers(Key("teach-question-button-reject")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach question review",
        (
            Slash("teach question review"),
            Press(Key("teach-question-button-reject")),
            Sees(Key("teach-question-now-retired")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach question stats",
        (
            Slash("teach question stats"),
            Sees(Key("teach-question-too-few")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach question retire",
        (
            Slash("teach question retire", ABOUT_ZEBRA),
            Sees(Key("teach-question-retired")),
            Press(Key("teach-question-button-again")),
            Sees(Key("teach-question-now-published")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach challenge new",
        (
            Slash("teach challenge new"),
            Fill({Key("teach-challenge-field"): OWN_CHALLENGE}),
            Sees(Key("teach-challenge-kept")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach challenge edit",
        (
            Slash("teach challenge edit", THE_CHALLENGE),
            Fill({}),
            Sees(Key("teach-challenge-kept")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach challenge test",
        (
            Slash("teach challenge test", THE_CHALLENGE),
            Sees(Key("teach-challenge-parts")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach challenge publish",
        (
            Slash("teach challenge publish", THE_CHALLENGE),
            Sees(Key("teach-challenge-published")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "server setup",
        (
            Slash("server setup"),
            Press(Key("server-setup-button-next")),
            Sees(Key("server-setup-page-lessons")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "server export",
        (
            Slash("server export"),
            Sees("tutor-server-"),
        ),
        Who.MODERATOR,
    ),
    Path(
        "server import",
        (
            Slash("server import", {"file": MOVED}),
            Sees(Both("Taken in", "已导入")),
        ),
        Who.MODERATOR,
    ),
    Path(
        "teach challenge retire",
        (
            Slash("teach challenge retire", THE_CHALLENGE),
            Sees(Key("teach-challenge-retired")),
        ),
        Who.MODERATOR,
    ),
)
