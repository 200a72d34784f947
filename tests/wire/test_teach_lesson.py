"""/teach lesson: a server's own lessons, from the first draft to the learners and back."""

import asyncio
from typing import Any

import pytest

from bot.lessons.authoring.forms import Answers
from bot.lessons.authoring.values import Subject
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.slash import File
from tests.doubles.archives import zipped
from tests.wire.conftest import Wire, english_in

TEXT = "Zebrafish retrieval finds striped passages first. Then the model answers from them."
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
NEW_FORM = {
    "title": "Zebrafish",
    "summary": "Stripes.",
    "goals": "find\ncite",
    "heading": "Basics",
    "text0": TEXT,
}


def moderator(wire: Wire, name: str = "Mo", locale: Locale = Locale.EN) -> Person:
    return wire.play.person(name, locale=DISCORD[locale], moderator=True)


async def begun(wire: Wire, mo: Person, **form: str) -> str:
    """A lesson made through the form; its id."""
    opened = await mo.slash("teach lesson new")
    await (await mo.submit(opened, NEW_FORM | form)).shown()
    server_id = wire.play.guild.id
    return (await wire.app.services.authoring.matching(server_id, ""))[-1].id


async def changed(mo: Person, lesson: str, text: str, section: str = "basics") -> Reply:
    opened = await mo.slash("teach lesson edit", lesson=lesson, section=section)
    return await (await mo.submit(opened, {"text0": text})).shown()


async def done(person: Person, command: str, **options: Any) -> Reply:
    return await (await person.slash(f"teach lesson {command}", **options)).shown()


def archive(files: dict[str, str]) -> File:
    return File("course.zip", zipped(files))


# ---- who may


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_learner_is_refused_everywhere_and_learns_no_names_of_drafts(
    wire: Wire, locale: Locale
) -> None:
    lesson = await begun(wire, moderator(wire))
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    refused = wire.say(locale, "common-moderators-only")
    for command in ("preview", "history", "export", "delete", "publish", "unpublish", "rollback", "edit"):
        reply = await (await ada.slash(f"teach lesson {command}", lesson=lesson, hidden=True)).shown()
        assert reply.private and reply.text == refused
        assert await ada.choices(f"teach lesson {command}", lesson="", hidden=True) == []
    for command in ("new", "import"):
        assert (await (await ada.slash(f"teach lesson {command}", hidden=True)).shown()).text == refused
    sections = await ada.choices("teach lesson edit", lesson=lesson, section="", hidden=True)
    versions = await ada.choices("teach lesson history", lesson=lesson, version="", hidden=True)
    assert sections == versions == []


async def test_an_old_panel_and_an_open_form_do_nothing_for_a_moderator_who_was_demoted(wire: Wire) -> None:
    mo = moderator(wire)
    lesson = await begun(wire, mo)
    panel = await done(mo, "preview", lesson=lesson)
    form = await mo.slash("teach lesson edit", lesson=lesson, section="basics")
    wire.play.guild.members[mo.id].roles.clear()
    refused = wire.say(Locale.EN, "common-moderators-only")
    assert refused in (await (await mo.press(panel, "Publish")).shown()).text
    assert refused in (await (await mo.submit(form, {"text0": "Hijacked."})).shown()).text
    own = await wire.app.services.authoring.own(wire.play.guild.id, lesson)
    assert (own.newest, own.published) == (1, None)


# ---- writing


async def test_a_lesson_is_begun_edited_previewed_published_and_read(wire: Wire) -> None:
    mo, ada = moderator(wire), wire.play.person("Ada")
    opened = await mo.slash("teach lesson new")
    reply = await (await mo.submit(opened, NEW_FORM)).shown()
    assert reply.private and "draft in English" in reply.text
    lesson = (await mo.choices("teach lesson edit", lesson="zebra"))[0]["value"]
    assert [one["name"] for one in await mo.choices("teach lesson edit", lesson=lesson, section="")] == [
        "➕ New section",
        "📝 Title, summary and goals",
        "Basics",
    ]
    form = await mo.slash("teach lesson edit", lesson=lesson, section="+new")
    saved = await (await mo.submit(form, {"heading": "Limits", "text0": "Stripes fade."})).shown()
    assert "“Limits” is stored as version 2" in saved.text
    preview = await done(mo, "preview", lesson=lesson)
    assert "as a learner would see it" in preview.text and TEXT in preview.text
    await mo.press(preview, "Next ▶")
    await preview.until(lambda page: "Stripes fade." in page.text)
    assert (await (await ada.slash("lesson read", lesson=lesson)).shown()).text == wire.say(
        Locale.EN, "reading-unknown"
    )
    published = await (await mo.press(preview, "Publish")).shown()
    assert "Learners here can read “Zebrafish” now (version 2)" in published.text
    page = await ada.slash("lesson read", lesson=lesson)
    await page.until(lambda page: TEXT in page.text)


async def test_a_form_that_was_open_through_a_restart_loses_no_word(wire: Wire) -> None:
    mo = moderator(wire)
    lesson = await begun(wire, mo)
    fresh, form = (
        await mo.slash("teach lesson new"),
        await mo.slash("teach lesson edit", lesson=lesson, section="basics"),
    )
    await wire.restart()
    reply = await (await mo.submit(form, {"text0": "Written through a restart."})).shown()
    assert "is stored as version 2" in reply.text
    reply = await (await mo.submit(fresh, NEW_FORM | {"title": "Another"})).shown()
    assert "“Another” is here as a draft" in reply.text


async def test_the_second_of_two_moderators_is_told_what_changed_and_keeps_their_text(wire: Wire) -> None:
    mo, mia = moderator(wire), moderator(wire, "Mia", Locale.ZH_CN)
    lesson = await begun(wire, mo)
    first = await mo.slash("teach lesson edit", lesson=lesson, section="basics")
    second = await mia.slash("teach lesson edit", lesson=lesson, section="basics")
    await (await mo.submit(first, {"text0": TEXT.replace("passages", "paragraphs")})).shown()
    told = await (await mia.submit(second, {"text0": TEXT + " Mine."})).shown()
    assert f"<@{mo.id}>" in told.text and "~~passages~~" in told.text and "**paragraphs**" in told.text
    assert [one.filename for one in told.message.attachments] == ["my-text.md"]
    form = await mia.press(told, "teach.reopen")
    assert form.modal is not None and TEXT + " Mine." in str(form.modal)
    saved = await (await mia.submit(form)).shown()
    assert "第 3 版" in saved.text
    history = await done(mia, "history", lesson=lesson)
    assert f"<@{mia.id}>" in history.text and f"<@{mo.id}>" in history.text


async def test_a_long_section_comes_in_parts(wire: Wire) -> None:
    mo = moderator(wire)
    lesson = await begun(wire, mo)
    paragraphs = [f"Paragraph {number}. " + "word " * 600 + "end." for number in range(8)]
    server_id = wire.play.guild.id
    writing = wire.app.services.authoring.writing
    form = await writing.open(server_id, mo.id, lesson, Locale.EN, Subject.SECTION, "basics")
    await writing.hand_in(
        server_id, mo.id, form.edit.id, Answers(heading="Basics", boxes=("\n\n".join(paragraphs),))
    )
    asked = await done(mo, "edit", lesson=lesson, section="basics")
    assert asked.buttons == ["Part 1", "Part 2", "Part 3"]
    opened = await mo.press(asked, "Part 3")
    await (await mo.submit(opened, {"text0": "The end."})).shown()
    draft = await wire.app.services.authoring.draft(server_id, lesson)
    assert draft.read_in(Locale.EN).sections[0].markdown.startswith("\n\n".join(paragraphs[:6]))


# ---- drafts are seen by nobody


async def test_no_draft_is_seen_anywhere_by_a_learner_and_neither_in_another_server(wire: Wire) -> None:
    mo = moderator(wire)
    ada = await wire.agreed("Ada")
    lesson = await begun(wire, mo)

    async def is_seen() -> dict[str, bool]:
        listed = await (await ada.slash("lesson list")).shown()
        read = await (await ada.slash("lesson read", lesson=lesson)).shown()
        wire.model.say("I do not know.")
        answer = await wire.ask(ada, "What does zebrafish retrieval find first?")
        return {
            "list": "Zebrafish" in listed.text or lesson in str(listed.components),
            "read": TEXT in read.text,
            "answers": "striped passages" in wire.prompts or "striped" in answer.text,
            "autocomplete": lesson in str(await ada.choices("lesson read", lesson="zebra")),
            "question": lesson in str(await ada.choices("ask", question="x", lesson="zebra")),
        }

    assert not any((await is_seen()).values())
    await done(mo, "publish", lesson=lesson)
    seen = await is_seen()
    assert all(seen.values()), seen
    page = await (await ada.slash("lesson read", lesson=lesson)).shown()
    await done(mo, "unpublish", lesson=lesson)
    gone = await (await ada.press(page, "lesson.ask")).shown()
    assert gone.modal is not None or TEXT not in gone.text
    await ada.press(page, "lesson.onward")
    assert lesson not in str(await ada.choices("lesson read", lesson="zebra"))
    for server_id in (0, 4711):
        assert await wire.app.services.library.lesson(server_id, lesson, Locale.EN) is None


async def test_a_lesson_of_the_course_is_hidden_here_and_shown_again(wire: Wire) -> None:
    mo, ada = moderator(wire), wire.play.person("Ada")
    hidden = await done(mo, "unpublish", lesson="how-llms-work")
    assert "is hidden from this server’s learners" in hidden.text
    reply = await (await ada.slash("lesson read", lesson="how-llms-work")).shown()
    assert reply.text == wire.say(Locale.EN, "reading-unknown")
    offered = await mo.choices("teach lesson publish", lesson="")
    assert [one["value"] for one in offered] == ["how-llms-work"]
    await done(mo, "publish", lesson="how-llms-work")
    reply = await (await ada.slash("lesson read", lesson="how-llms-work")).shown()
    assert reply.messages[-1].embeds
    assert "built-in course" in (await done(mo, "delete", lesson="how-llms-work")).text


# ---- files


async def test_an_import_reports_stores_and_comes_out_again_unchanged(wire: Wire) -> None:
    mo = moderator(wire)
    files = archive(
        {
            "en/01-tokens.md": "# Tokens\n\n## What\n\nA model reads tokens.\n\n## Quiz\n\nWhich?\n\n1. no\n2. yes\n\nA: 2\n",
            "zh/01-tokens.md": "# 词元\n\n## 什么\n\n模型读的是词元。\n",
            "logo.png": "x",
        }
    )
    tried = await done(mo, "import", file=files, dry_run=True)
    assert "Nothing was stored" in tried.text
    assert await wire.app.services.authoring.matching(wire.play.guild.id, "") == ()
    taken = await done(mo, "import", file=files)
    assert "1 new" in taken.text and "one draft question" in taken.text and "logo.png" in taken.text
    again = await done(mo, "import", file=files)
    assert "Nothing new" in again.text
    exported = await done(mo, "export", lesson="01-tokens")
    (attachment,) = exported.message.attachments
    back = await done(mo, "import", file=File("back.zip", attachment.data))
    assert "Nothing new" in back.text


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_a_wrong_import_stores_nothing_and_says_in_chinese_how_to_mend_it(
    wire: Wire, locale: Locale
) -> None:
    mo = moderator(wire, locale=locale)
    opened = await mo.slash("teach lesson import")
    files = [File("词元.md", "# 词元\n\n模型读的是词元。\n".encode()), File("坏.zip", b"PK\x03\x04 broken")]
    reply = await (await mo.submit(opened, {"files": files})).shown()
    assert wire.say(locale, "importing-outcome-wrong") in reply.text
    assert "坏.zip" in reply.text
    assert english_in(reply.text.replace("my-text", "")) == []
    assert await wire.app.services.authoring.matching(wire.play.guild.id, "") == ()


async def test_a_long_report_is_cut_and_attached_whole(wire: Wire) -> None:
    mo = moderator(wire)
    files = {
        f"{number:02}-lesson.md": f"# Lesson {number}\n\nText of lesson {number}.\n" for number in range(40)
    }
    reply = await done(mo, "import", file=archive(files))
    assert len(reply.text) <= 2000 and "The whole report is in the file" in reply.text
    (attachment,) = reply.message.attachments
    assert "39-lesson" in attachment.data.decode()
    published = await (await mo.press(reply, "Publish all drafts")).shown()
    assert "40 new or changed lessons" in published.text


# ---- versions and times


async def test_history_shows_what_changed_and_a_rollback_brings_it_back(wire: Wire) -> None:
    mo = moderator(wire)
    lesson = await begun(wire, mo)
    await changed(mo, lesson, TEXT.replace("striped", "dotted"))
    await done(mo, "publish", lesson=lesson)
    history = await done(mo, "history", lesson=lesson)
    assert "one section changed" in history.text and "learners see this one" in history.text
    await mo.choose(history, "See what a version changed", "Version 2")
    await history.until(lambda page: "~~striped~~" in page.text)
    assert "**dotted**" in history.text
    back = await done(mo, "rollback", lesson=lesson, version=1)
    assert "has the words of version 1 again, as version 3" in back.text and back.has_button("Publish")
    own = await wire.app.services.authoring.own(wire.play.guild.id, lesson)
    assert (own.newest, own.published) == (3, 2)
    await done(mo, "publish", lesson=lesson)
    same = await done(mo, "rollback", lesson=lesson, version=3)
    assert "nothing to take back" in same.text and not same.has_button("Publish")


async def test_a_time_is_read_stated_and_kept_through_a_restart(wire: Wire) -> None:
    mo = moderator(wire)
    lesson = await begun(wire, mo)
    assert "UTC" in str(await mo.choices("teach lesson publish", lesson=lesson, at="tomorrow 9"))
    for words, said in (
        ("soon", "I could not make out"),
        ("2020-01-01", "is over already"),
        ("2099-01-01", "more than a year"),
    ):
        assert said in (await done(mo, "publish", lesson=lesson, at=words)).text
    scheduled = await done(mo, "publish", lesson=lesson, at="明天 9:00")
    assert "09:00 UTC" in scheduled.text and ":R>" in scheduled.text
    await wire.restart()
    assert (await wire.app.services.authoring.own(wire.play.guild.id, lesson)).publish_at is not None
    cancelled = await (await mo.press(scheduled, "Do not publish then")).shown()
    assert "will not be published by itself" in cancelled.text
    assert (await wire.app.services.authoring.own(wire.play.guild.id, lesson)).publish_at is None


async def test_what_became_due_while_the_tutor_was_away_is_published_when_it_is_back(wire: Wire) -> None:
    mo, ada = moderator(wire), wire.play.person("Ada")
    lesson = await begun(wire, mo)
    server_id, now = wire.play.guild.id, wire.app.services.clock.now()
    await wire.app.services.authoring.publish_later(server_id, lesson, now)
    await wire.restart()
    async with asyncio.timeout(10):
        library = wire.app.services.library
        while await library.lesson(server_id, lesson, Locale.EN) is None:  # noqa: ASYNC110 – housekeeping tells nobody
            await asyncio.sleep(0.05)
    page = await (await ada.slash("lesson read", lesson=lesson)).shown()
    assert TEXT in page.text


async def test_what_was_deleted_is_brought_back_with_a_button(wire: Wire) -> None:
    mo, ada = moderator(wire), wire.play.person("Ada")
    lesson = await begun(wire, mo)
    await done(mo, "publish", lesson=lesson)
    deleted = await done(mo, "delete", lesson=lesson)
    assert "is deleted" in deleted.text
    assert (await (await ada.slash("lesson read", lesson=lesson)).shown()).text == wire.say(
        Locale.EN, "reading-unknown"
    )
    assert await mo.choices("teach lesson edit", lesson="") == []
    assert [one["value"] for one in await mo.choices("teach lesson rollback", lesson="")] == [lesson]
    assert "is back, as a draft" in (await (await mo.press(deleted, "Bring it back")).shown()).text


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_everything_is_said_in_chinese(wire: Wire, locale: Locale) -> None:
    mo = moderator(wire, locale=locale)
    opened = await mo.slash("teach lesson new")
    form = {"title": "斑马鱼", "summary": "", "goals": "", "heading": "基础", "text0": "检索先找到段落。"}
    replies = [await (await mo.submit(opened, form)).shown()]
    lesson = (await mo.choices("teach lesson edit", lesson=""))[0]["value"]
    replies.append(await done(mo, "edit", lesson=lesson))
    replies.append(await done(mo, "preview", lesson=lesson))
    replies.append(await done(mo, "history", lesson=lesson))
    replies.append(await done(mo, "history", lesson=lesson, version=1))
    replies.append(await done(mo, "publish", lesson=lesson, at="后天"))
    replies.append(await done(mo, "publish", lesson=lesson))
    replies.append(await done(mo, "unpublish", lesson=lesson))
    replies.append(await done(mo, "delete", lesson=lesson))
    replies.append(await done(mo, "rollback", lesson=lesson))
    replies.append(await done(mo, "export", lesson="no-such-lesson"))
    for reply in replies:
        words = " ".join([reply.text, *reply.buttons, *reply.selects]).replace("Discord", "")
        assert english_in(words) == [], words
    assert (
        english_in(str([one["name"] for one in await mo.choices("teach lesson publish", lesson="", at="")]))
        == []
    )


async def test_a_list_of_many_lessons_has_pages(wire: Wire) -> None:
    mo, ada = moderator(wire), wire.play.person("Ada")
    files = {f"{number:02}-own.md": f"# {number} {'Zebra ' * 12}\n\nText {number}.\n" for number in range(30)}
    await done(mo, "import", file=archive(files))
    await done(mo, "publish", lesson="+all")
    listed = await (await ada.slash("lesson list")).shown()
    assert len(listed.text) <= 2000 and "29 Zebra" not in listed.text
    while listed.has_button("Next ▶"):
        before = listed.text
        await ada.press(listed, "Next ▶")
        await listed.until(lambda page, before=before: page.text != before)
        assert len(listed.text) <= 2000
    assert "29 Zebra" in listed.text
    await ada.choose(listed, "Open a lesson", "29-own")
    await listed.until(lambda page: "Text 29." in page.text)
