"""/server export and import: a community's own things, from one server into another."""

import asyncio
import io
import json
import zipfile
from functools import partial

import pytest

from bot.quiz.bank_values import ItemState
from bot.quiz.workshop import store as workshop_store
from bot.safety import Category
from bot.servers.acting import AuditEntry, Signature
from bot.servers.acting import store as acting_store
from bot.servers.settings import Moderator
from bot.servers.settings.kinds import Marks
from bot.servers.settings.registry import BY_KEY, REGISTRY
from bot.storage import Connection
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.slash import File
from playground.state import Channel, Guild
from tests.doubles.archives import zipped
from tests.doubles.moderating.meaning import differing, meant, rows
from tests.doubles.own_challenge import OWN_CHALLENGE
from tests.wire.conftest import Wire, english_in
from tests.wire.test_server_settings import another

LESSON = b"---\nid: zebrafish\ntitle: Zebrafish\n---\n# Zebrafish\n\n## Basics {#basics}\n\nStripes are found first.\n"
GIFT = b"::zebra:: What has stripes? {=a zebra#It has them. ~a lion#It has none. ~a fish#Few have them.}\n"
LLM = "how-llms-work"


async def done(person: Person, command: str, **options: object) -> Reply:
    return await (await person.slash(command, **options)).shown()


async def furnished(wire: Wire, mo: Person) -> None:
    """A server with something of everything."""
    await done(mo, "teach lesson import", file=File("zebrafish.md", LESSON))
    await done(mo, "teach lesson publish", lesson="zebrafish")
    await done(mo, "teach lesson unpublish", lesson="fine-tuning-in-practice")
    await done(mo, "teach question import", lesson=LLM, format="gift", file=File("zebra.gift", GIFT))
    (asked, *_) = await mo.choices("teach question retire", question="token")  # one of the course
    await done(mo, "teach question retire", question=asked["value"])
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    await (await mo.submit(form, {"text": OWN_CHALLENGE})).until(lambda reply: "draft" in reply.text)
    await done(mo, "teach challenge publish", challenge="my-challenge")
    await done(mo, "server filters", category="violence", threshold=0.9)
    by = Moderator(wire.play.guild.id, mo.id, manages=True)
    await wire.app.services.server_settings.change(
        by, {"turns_days": "30", "channels_denied": f"<#{wire.play.channel.id}>"}
    )


def archive(files: dict[str, str | bytes]) -> File:
    return File("server.zip", zipped(files))


async def own_of(wire: Wire, guild: Guild) -> dict[str, object]:
    services = wire.app.services
    snapshot = await services.server_settings.get(guild.id)
    return {
        "settings": dict(snapshot.data),
        "lessons": [(one.id, one.published) for one in await services.authoring.matching(guild.id, "")],
        "hidden": [one.id for one in await services.authoring.shared_matching(guild.id, "", hidden=True)],
        "questions": [
            (owned.item.stem, owned.state, owned.version)
            for owned in await services.questions.all(guild.id, Locale.EN, list(ItemState))
        ],
        "challenges": [
            (one.place.challenge_id, one.state, one.version)
            for one in await services.challenges.all(guild.id, Locale.EN)
        ],
        "taken out": list(
            await wire.app.database.read(partial(workshop_store.taken_out, server_id=guild.id))
        ),
        "violence": (await services.filters.policy(guild.id)).settings.get(Category.VIOLENCE),
    }


async def test_what_a_community_made_is_there_again_in_another_server_and_nothing_of_its_people(
    wire: Wire,
) -> None:
    mo = wire.play.person("Mo", moderator=True)
    await furnished(wire, mo)
    before = await own_of(wire, wire.play.guild)
    exported = await done(mo, "server export")
    assert exported.private and "- lessons: 1\n" in exported.text
    assert wire.say(Locale.EN, "server-moving-leaving", days=30) in exported.text
    (attachment,) = exported.message.attachments
    with zipfile.ZipFile(io.BytesIO(attachment.data)) as packed:
        everything = "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    assert str(mo.id) not in everything and str(wire.play.channel.id) not in everything

    other = wire.play.new_guild("Other", locale="zh-CN")
    mo.join(other, moderator=True)
    channel = next(iter(other.channels.values()))
    taken = await done(mo, "server import", channel=channel, file=File("any.zip", attachment.data))
    after = await own_of(wire, other)
    assert after == before | {"settings": {"turns_days": 30}}
    assert "- lessons: 1, of which published: 1" in taken.text
    assert exported.text.count("of the course, not asked: 1") == 1
    ada = wire.play.person("Ada", guild=other)
    page = await done(ada, "lesson read", channel=channel, lesson="zebrafish")
    assert "Stripes are found first." in json.dumps(page.messages[0].embeds)

    await done(mo, "server import", channel=channel, file=File("any.zip", attachment.data))
    assert await own_of(wire, other) == after
    assert await own_of(wire, wire.play.guild) == before


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_broken_archive_is_refused_in_words_and_leaves_nothing(wire: Wire, locale: Locale) -> None:
    mo = wire.play.person("Mo", locale="en-US" if locale is Locale.EN else locale.value, moderator=True)
    about = {"format": "generative-ai-tutor-server", "version": 1}
    head = json.dumps(about)
    question = "items:\n- id: one\n  kind: nonsense\n  stem: What?\n"
    lost = "items:\n- {id: one, kind: true-false, section: x, concepts: [y], level: beginner, stem: S, answer: true}\n"
    for file, told in (
        (File("x.zip", b"PK\x03\x04 broken"), "server-moving-no-archive"),
        (archive({"notes.txt": "hello"}), "server-moving-no-archive"),
        (archive({"server.json": "[[[["}), "server-moving-no-archive"),
        (archive({"server.json": json.dumps(about | {"version": 2})}), "server-moving-too-new"),
        (archive({"server.json": head, "challenges/a.yaml": b"x" * 2_000_000}), "server-moving-too-large"),
        (archive({"server.json": head, "lessons.zip": b"no archive"}), "server-moving-lessons-refused"),
    ):
        reply = await done(mo, "server import", file=file)
        sentence = wire.say(locale, told, limit=8) if "large" in told else wire.say(locale, told)
        assert reply.text == sentence
        assert locale is Locale.EN or english_in(reply.text) == []
    for files in (
        {f"questions/{LLM}.en.yaml": question},
        {"questions/nowhere.en.yaml": lost},
        {"challenges/mine.yaml": "id: mine\nkind: walk\n"},
        {"challenges/other.yaml": OWN_CHALLENGE, "questions/nowhere.en.yaml": question},
    ):
        reply = await done(mo, "server import", file=archive({"server.json": head, **files}))
        assert reply.text.splitlines()[0] in {
            wire.say(locale, "server-moving-mistakes", count=count) for count in range(1, 21)
        }
    found = await own_of(wire, wire.play.guild)
    assert found == {key: [] for key in found} | {"settings": {}, "violence": None}


async def test_what_this_place_does_not_allow_stays_as_it_was(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    settings = {
        "turns_days": 9_999,
        "language": "la",
        "paused": True,
        "moderator_roles": [mo.id],
        "nonsense": 1,
    }
    filters = {"violence": {"threshold": 0.8}, "self-harm": {"action": "allow", "threshold": 1.0}}
    about = {"format": "generative-ai-tutor-server", "version": 1, "settings": settings, "filters": filters}
    await done(mo, "server import", file=archive({"server.json": json.dumps(about)}))
    found = await wire.app.services.server_settings.get(wire.play.guild.id)
    assert "moderator_roles" not in found.data and "paused" not in found.data
    assert found.values["turns_days"] == found.values["attempts_days"]  # cut to what the operator allows
    policy = await wire.app.services.filters.policy(wire.play.guild.id)
    assert set(policy.settings) == {Category.VIOLENCE}


async def test_a_lesson_that_no_learner_may_be_shown_comes_in_as_a_draft(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    key = b"sk-proj-" + b"Ab3dEf6hIj9kLm2n" * 2
    about = {
        "format": "generative-ai-tutor-server",
        "version": 1,
        "published_lessons": ["keys", "zebrafish"],
    }
    lessons = {
        "zebrafish.md": LESSON,
        "keys.md": b"---\nid: keys\ntitle: Keys\n---\n# Keys\n\n## Setup\n\nUse `" + key + b"`.\n",
    }
    taken = await done(
        mo,
        "server import",
        file=archive({"server.json": json.dumps(about), "lessons.zip": zipped(lessons)}),
    )
    assert "- lessons: 2, of which published: 1" in taken.text
    assert wire.say(Locale.EN, "server-moving-stopped", count=1) in taken.text
    found = await wire.app.services.authoring.matching(wire.play.guild.id, "")
    assert {one.id: one.published for one in found} == {"keys": None, "zebrafish": 1}


async def test_every_setting_that_means_the_same_elsewhere_goes_along_and_no_other(wire: Wire) -> None:
    mo, settings = wire.play.person("Mo", moderator=True), wire.app.services.server_settings
    of_the_place = {"model", "paused", "pause_reason"}
    goes = {
        one.key: another(wire, one)[0]
        for one in REGISTRY
        if not isinstance(one.kind, Marks) and one.key not in of_the_place
    }
    assert len(goes) > 10
    wanted = {key: BY_KEY[key].kind.words(value) for key, value in goes.items()}
    stays = {"paused": "yes", "pause_reason": "考试期间", "news_channel": f"<#{wire.play.channel.id}>"}
    await settings.change(Moderator(wire.play.guild.id, mo.id, manages=True), wanted | stays)
    (attachment,) = (await done(mo, "server export")).message.attachments
    other = wire.play.new_guild("Other", locale="zh-CN")
    mo.join(other, moderator=True)
    channel = next(iter(other.channels.values()))
    await done(mo, "server import", channel=channel, file=File("any.zip", attachment.data))
    found = await settings.get(other.id)
    assert {key: found.values[key] for key in goes} == goes
    assert not found.data.keys() & stays.keys()


async def test_a_learner_moves_nothing(wire: Wire) -> None:
    ada = wire.play.person("Ada", locale="zh-CN")
    refused = wire.say(Locale.ZH_CN, "common-moderators-only")
    assert (await done(ada, "server export", hidden=True)).text == refused
    file = archive({"server.json": "{}"})
    assert (await done(ada, "server import", hidden=True, file=file)).text == refused


async def packed(wire: Wire, mo: Person) -> bytes:
    """An archive with something of everything."""
    await furnished(wire, mo)
    data, _ = await wire.app.services.moving.packed(wire.play.guild.id)
    return data


async def lived_in(wire: Wire, mo: Person) -> Channel:
    """Another server, with things of its own under the same names; a channel of it."""
    guild = wire.play.new_guild("Other", locale="zh-CN")
    mo.join(guild, moderator=True)
    channel = next(iter(guild.channels.values()))
    lesson = LESSON.replace(b"Stripes", b"Spots")
    await done(mo, "teach lesson import", channel=channel, file=File("zebrafish.md", lesson))
    await done(mo, "teach lesson publish", channel=channel, lesson="zebrafish")
    gift = GIFT.replace(b"What has stripes?", b"Who has stripes?")
    await done(
        mo, "teach question import", channel=channel, lesson=LLM, format="gift", file=File("z.gift", gift)
    )
    await wire.app.services.challenges.keep(
        guild.id, mo.id, OWN_CHALLENGE.replace("What it is called", "名字")
    )
    await done(mo, "server filters", channel=channel, category="violence", threshold=0.4)
    await done(mo, "server retention", channel=channel, turns_days=7)
    return channel


async def test_one_press_takes_a_whole_import_back_and_by_then_it_was_all_there(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    data = await packed(wire, mo)
    channel = await lived_in(wire, mo)
    assert channel.guild is not None
    here, of_where_it_came = channel.guild.id, await meant(wire.app, wire.play.guild.id)
    before = await meant(wire.app, here)
    taken = await done(mo, "server import", channel=channel, file=File("any.zip", data))
    assert wire.say(Locale.EN, "server-moving-way-back") in taken.text
    after = await meant(wire.app, here)
    there = of_where_it_came | {"settings": {"turns_days": 30}}
    assert {name: after[name] for name in there if after[name] != there[name]} == {}
    last = await done(mo, "server undo", channel=channel)
    deed = wire.say(Locale.EN, "server-audit-deed-server-imported")
    assert deed in last.text and "they go back together" in last.text
    back = await mo.press(taken, "undo.do")
    await back.until(lambda reply: wire.say(Locale.EN, "server-undo-done") in reply.text)
    assert differing(before, await meant(wire.app, here)) == {}
    late = await mo.press(last, "undo.do")
    await late.until(lambda reply: wire.say(Locale.EN, "server-undo-not-the-last") in reply.text)

    await wire.restart()
    again = await done(mo, "server undo", channel=channel)
    assert wire.say(Locale.EN, "server-audit-deed-retention-set") in again.text
    await done(mo, "server import", channel=channel, file=File("any.zip", data))
    assert differing(after, await meant(wire.app, here)) == {}
    twice = await done(mo, "server import", channel=channel, file=File("any.zip", data))
    assert wire.say(Locale.EN, "server-moving-nothing-new") in twice.text and not twice.buttons


async def test_an_import_that_dies_at_any_step_leaves_nothing_and_goes_whole_the_next_time(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    mo = wire.play.person("Mo", moderator=True)
    data = await packed(wire, mo)
    channel = await lived_in(wire, mo)
    assert channel.guild is not None
    here = channel.guild.id
    moderator = Moderator(here, mo.id, manages=True)
    file = wire.app.settings.data_dir / "tutor.db"
    before, kept = await meant(wire.app, here), await asyncio.to_thread(rows, file, here)
    record, steps = acting_store.record, 0

    class Died(Exception):
        """The process would have died here."""

    async def dying(connection: Connection, entry: AuditEntry) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise Died
        return await record(connection, entry)

    while True:
        left = steps
        with monkeypatch.context() as patch:
            patch.setattr(acting_store, "record", dying)
            try:
                await wire.app.services.moving.take_in(moderator, data)
            except Died:
                assert differing(before, await meant(wire.app, here)) == {}
                assert await asyncio.to_thread(rows, file, here) == kept
                steps += 1
                continue
        break
    assert (
        steps > 6
    )  # a lesson, its publication, one that is hidden, questions, challenges, settings, filters
    assert (await meant(wire.app, here))["lessons"] != before["lessons"]


async def test_what_is_asked_here_stays_asked_whatever_it_was_there(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    await furnished(wire, mo)
    services, here = wire.app.services, wire.play.guild.id
    (question,) = await services.questions.all(here, Locale.EN, list(ItemState))
    by = Signature(here, mo.id, "1", services.clock.now())
    archives = {}
    for state in ItemState:
        await services.questions.set_state(question, state, by)
        archives[state], _ = await services.moving.packed(here)
    await services.questions.set_state(question, ItemState.PUBLISHED, by)
    before = await own_of(wire, wire.play.guild)
    for state in (ItemState.RETIRED, ItemState.DRAFT):
        told = await done(mo, "server import", file=File("any.zip", archives[state]))
        assert wire.say(Locale.EN, "server-moving-left", count=1) in told.text
        assert await own_of(wire, wire.play.guild) == before
    await services.questions.set_state(question, ItemState.RETIRED, by)
    await done(mo, "server import", file=File("any.zip", archives[ItemState.PUBLISHED]))
    (asked,) = await services.questions.all(here, Locale.EN, list(ItemState))
    assert asked.state is ItemState.PUBLISHED
