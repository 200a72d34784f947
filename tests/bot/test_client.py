"""The client: cogs, commands, what arrives twice, a clean end."""

import asyncio
import sys
from pathlib import Path

import discord
import pytest

from bot.client import BrokenCog, TutorClient
from bot.discord_io.command_sync import ForgottenHashes
from bot.discord_io.locale import NoChoices
from bot.ids import RandomIds
from bot.texts.catalogue import Texts
from playground import Playground
from tests.bot.discord_io.conftest import client, connected, play, script, texts
from tests.doubles.probe_cogs.probe import Script

__all__ = ["client", "play", "script", "texts"]  # fixtures of the wire


def cog_folder(folder: Path, name: str, **files: str) -> str:
    """A package of cogs that exists for one test; its name."""
    (folder / name).mkdir()
    for module, text in files.items():
        (folder / name / f"{module}.py").write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    return name


@pytest.fixture(autouse=True)
def path_as_before() -> object:
    before = list(sys.path)
    yield
    sys.path[:] = before


def made(texts: Texts, cogs: str) -> TutorClient:
    return TutorClient(texts=texts, ids=RandomIds(), choices=NoChoices(), hashes=ForgottenHashes(), cogs=cogs)


GOOD = """
from discord.ext import commands
class Good(commands.Cog):
    pass
async def setup(client):
    await client.add_cog(Good())
"""


async def test_cogs_are_found_by_folder(tmp_path: Path, texts: Texts) -> None:
    name = cog_folder(tmp_path, "found_cogs", good=GOOD, _shared="raise RuntimeError('not a cog')")
    client = made(texts, name)
    await client.load_cogs()
    assert list(client.cogs) == ["Good"]


@pytest.mark.parametrize(
    "broken",
    ["import no_such_module", "x = 1", "def setup(", "async def setup(client):\n    raise ValueError('no')"],
)
async def test_a_broken_cog_stops_the_start_by_its_name(tmp_path: Path, texts: Texts, broken: str) -> None:
    name = cog_folder(tmp_path, f"broken_cogs_{abs(hash(broken))}", good=GOOD, broken=broken)
    with pytest.raises(BrokenCog, match=rf"{name}\.broken"):
        await made(texts, name).load_cogs()


async def test_two_cogs_cannot_take_the_same_route(tmp_path: Path, texts: Texts) -> None:
    cog = GOOD.replace("    pass", "    @route('same')\n    async def press(self, interaction): ...")
    cog = "from bot.discord_io.router import route\n" + cog
    name = cog_folder(tmp_path, "twin_cogs", one=cog, two=cog.replace("Good", "Twin"))
    with pytest.raises(BrokenCog, match="two handlers for the route 'same'"):
        await made(texts, name).load_cogs()


async def test_nothing_is_kept_in_memory_that_a_tutor_does_not_need(texts: Texts) -> None:
    client = made(texts, "tests.doubles.probe_cogs")
    assert not any(getattr(client.intents, name) for name in ("message_content", "members", "presences"))
    assert client.allowed_mentions is not None
    assert dict(client.allowed_mentions.to_dict()) == {"parse": []}
    assert client._connection.max_messages is None
    assert client._connection.member_cache_flags == discord.MemberCacheFlags.none()


async def test_commands_are_told_only_when_they_changed(
    play: Playground, texts: Texts, script: Script
) -> None:
    told: list[str] = []
    play.on_request(lambda seen: told.append(seen.template) if seen.method == "PUT" else None)
    hashes = ForgottenHashes()
    for _ in range(2):
        async with connected(play, texts, script, hashes):
            pass
    assert told == ["/applications/{application_id}/commands"]
    await hashes.set("the hash of other commands")
    async with connected(play, texts, script, hashes):
        pass
    assert len(told) == 2


async def test_the_bot_answers_while_its_commands_are_being_told(
    play: Playground, texts: Texts, script: Script
) -> None:
    async with connected(play, texts, script):
        pass
    client = TutorClient(
        texts=texts,
        ids=RandomIds(),
        choices=NoChoices(),
        hashes=ForgottenHashes(),
        cogs="tests.doubles.probe_cogs",
        api_base=play.api_base,
    )
    client.services = script  # type: ignore[assignment] # a stand-in for the rooms
    play.faults.delay_next("PUT /applications", 3600)
    running = asyncio.create_task(client.start(play.bot_token))
    await asyncio.wait_for(client.opened.wait(), timeout=30)
    await (await play.person("Ada").slash("probe")).shown()
    assert not client.synced.is_set()
    await client.close()
    await running
    assert client.synced.is_set()


async def test_commands_that_discord_refuses_are_tried_again_at_the_next_start(
    play: Playground, texts: Texts, script: Script
) -> None:
    hashes = ForgottenHashes()
    play.faults.fail_next("PUT /applications", 403, code=50001)
    async with connected(play, texts, script, hashes):
        assert await hashes.get() is None
    async with connected(play, texts, script, hashes):
        assert await hashes.get() is not None


async def test_an_interaction_that_comes_twice_is_handled_once(
    play: Playground, client: TutorClient, script: Script
) -> None:
    ada = play.person("Ada")
    reply = await (await ada.slash("probe", lesson="tokens")).shown()
    assert reply.interaction is not None
    requests = play.requests
    play.faults.redeliver(reply.interaction)
    await (await ada.slash("probe", lesson="sampling")).shown()
    assert script.calls == ["probe tokens", "probe sampling"]
    assert play.requests == requests + 2


async def test_many_people_at_once_are_all_acknowledged_before_heavy_work_begins(
    play: Playground, client: TutorClient, script: Script
) -> None:
    waiting_at_start: list[int] = []

    async def command(interaction: discord.Interaction) -> None:
        await client.acknowledgements.settled()
        waiting_at_start.append(len(client.acknowledgements.waiting))
        await interaction.followup.send("done", ephemeral=True)

    script.command = command
    people = [play.person(f"Person {number}") for number in range(30)]
    replies = await asyncio.gather(*(person.slash("probe") for person in people))
    await asyncio.gather(*(reply.shown() for reply in replies))
    assert waiting_at_start == [0] * 30
    assert play.violations == []


async def test_what_is_said_to_the_tutor_is_told_from_what_is_not(
    play: Playground, client: TutorClient, script: Script
) -> None:
    heard: dict[str, bool] = {}
    done = asyncio.Event()

    async def message(message: discord.Message) -> None:
        heard[message.clean_content.rsplit(" ", 1)[-1]] = client.is_addressed(message)
        if len(heard) == 3:
            done.set()

    script.message = message  # type: ignore[attr-defined] # the script takes any step
    ada = play.person("Ada")
    await ada.say("aside")
    await ada.mention("mention")
    await ada.dm("dm")
    await asyncio.wait_for(done.wait(), timeout=20)
    assert heard == {"": False, "mention": True, "dm": True}
