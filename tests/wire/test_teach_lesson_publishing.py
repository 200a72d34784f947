"""/teach lesson publish, rollback and import: what reaches learners that should not, and what is said where nothing happened."""

import pytest

from bot.texts.catalogue import plain
from bot.texts.locales import Locale
from tests.wire.conftest import Wire
from tests.wire.test_teach_lesson import archive, begun, changed, done, moderator


@pytest.mark.parametrize("locale", list(Locale))
async def test_what_no_learner_may_be_shown_is_not_published_alone_nor_with_others_nor_at_a_time(
    wire: Wire, locale: Locale
) -> None:
    mo, ada = moderator(wire, locale=locale), wire.play.person("Ada")
    key = "sk-proj-" + "Ab3dEf6hIj9kLm2n" * 2
    stopped = await begun(wire, mo, title="Keys", text0=f"Use `{key}` here.")
    for options in ({"lesson": stopped}, {"lesson": stopped, "at": "in 2 hours"}):
        refused = await done(mo, "publish", **options)
        assert refused.text == wire.say(
            locale, "teach-lesson-stopped-secret", lesson=plain("Keys"), heading=plain("Basics")
        )
    await begun(wire, mo)
    together = (await done(mo, "publish", lesson="+all")).text
    assert together.splitlines() == [
        wire.say(locale, "teach-lesson-published-all", count=1),
        wire.say(locale, "teach-lesson-published-stopped", count=1),
    ]
    assert key not in (await (await ada.slash("lesson read", lesson=stopped)).shown()).text
    await changed(mo, stopped, "Use `YOUR_API_KEY` here.")
    await done(mo, "publish", lesson=stopped)
    assert "YOUR_API_KEY" in (await (await ada.slash("lesson read", lesson=stopped)).shown()).text


@pytest.mark.parametrize("locale", list(Locale))
async def test_taking_words_back_says_that_an_earlier_version_is_still_to_be_published(
    wire: Wire, locale: Locale
) -> None:
    mo = moderator(wire, locale=locale)
    lesson = await begun(wire, mo)
    await changed(mo, lesson, "Dots.")
    assert (
        wire.say(locale, "teach-lesson-button-cancel")
        not in (await done(mo, "rollback", lesson=lesson, version=1)).buttons
    )
    await changed(mo, lesson, "Dots again.")
    await done(mo, "publish", lesson=lesson, at="in 2 hours")
    back = await done(mo, "rollback", lesson=lesson, version=1)
    own = await wire.app.services.authoring.own(wire.play.guild.id, lesson)
    assert own.publish_at is not None and (own.newest, own.publish_version) == (5, 4)
    moment = plain(f"<t:{int(own.publish_at.timestamp())}:F>")
    assert wire.say(locale, "teach-lesson-still-set", version=4, moment=moment) in back.text
    await (await mo.press(back, wire.say(locale, "teach-lesson-button-cancel"))).shown()
    assert (await wire.app.services.authoring.own(wire.play.guild.id, lesson)).publish_at is None


@pytest.mark.parametrize("locale", list(Locale))
async def test_an_import_without_anything_new_says_so_and_speaks_of_no_drafts(
    wire: Wire, locale: Locale
) -> None:
    mo = moderator(wire, locale=locale)
    files = {"a/01-bees.md": "# Bees\n\nBees make honey.\n\n## Hive\n\nThey live in it.\n"}
    await done(mo, "import", file=archive(files))
    for options in ({}, {"dry_run": True}):
        again = await done(mo, "import", file=archive(files), **options)
        assert again.text.splitlines()[0] == wire.say(locale, "importing-summary-same", lessons=1, files=1)
