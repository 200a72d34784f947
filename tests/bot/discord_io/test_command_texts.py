"""Names and descriptions of commands in three languages."""

import asyncio
from pathlib import Path

import discord
import pytest
from discord import app_commands

from bot.client import TutorClient
from bot.discord_io.command_texts import command_faults, command_payloads, expected_keys
from bot.texts.catalogue import Texts
from playground import Playground


async def test_discord_is_told_every_name_and_description_in_every_language(
    play: Playground, client: TutorClient
) -> None:
    probe = next(command for command in play.commands() if command["name"] == "probe")
    assert probe["name_localizations"] == {"zh-CN": "探针", "zh-TW": "探針"}
    assert probe["description"] == "Runs what the test wants."
    assert probe["description_localizations"]["zh-TW"] == "執行測試想要的內容。"
    lesson, mode = probe["options"]
    assert lesson["name_localizations"] == {"zh-CN": "课程", "zh-TW": "課程"}
    assert lesson["description"] == "A lesson to choose."
    assert mode["choices"][0] == {
        "name": "Explain",
        "value": "explain",
        "name_localizations": {"zh-CN": "讲解", "zh-TW": "講解"},
    }
    menu = next(command for command in play.commands() if command["type"] == 3)
    assert menu["name_localizations"]["zh-CN"] == "数词"
    assert play.violations == []


async def test_a_whole_tree_has_no_faults(client: TutorClient, texts: Texts) -> None:
    assert await command_faults(client.tree, texts) == []


async def test_keys_follow_from_the_place_in_the_tree(client: TutorClient) -> None:
    keys = set(expected_keys(client.tree))
    assert {
        "commands-group-inner-description",
        "commands-probe-option-mode-name",
        "commands-choice-hint",
        "commands-menu-count-words-name",
    } <= keys


class Bare(discord.Client):
    """A client with an empty tree."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.none())
        self.tree = app_commands.CommandTree(self)


def written(folder: Path, english: str, chinese: str) -> Texts:
    for locale, text in (("en", english), ("zh-CN", chinese), ("zh-TW", chinese)):
        (folder / locale).mkdir()
        (folder / locale / "commands.ftl").write_text(text, encoding="utf-8")
    return Texts(folder)


@app_commands.command(name="ask")
async def ask(interaction: discord.Interaction) -> None: ...


@app_commands.command(name="tell")
async def tell(interaction: discord.Interaction) -> None: ...


async def faults(folder: Path, english: str, chinese: str) -> list[str]:
    client = Bare()
    client.tree.add_command(ask)
    client.tree.add_command(tell)
    texts = await asyncio.to_thread(written, folder, english, chinese)
    return [fault.what for fault in await command_faults(client.tree, texts)]


def entries(ask_name: str, ask_description: str, tell_name: str) -> str:
    return (
        f"commands-ask-name = {ask_name}\ncommands-ask-description = {ask_description}\n"
        f"commands-tell-name = {tell_name}\ncommands-tell-description = Tells.\n"
    )


async def test_a_missing_translation_is_a_fault(tmp_path: Path) -> None:
    chinese = entries("问", "提问。", "说").replace("commands-tell-name = 说\n", "")
    assert await faults(tmp_path, entries("ask", "Asks.", "tell"), chinese) == [
        "not in zh-CN/commands.ftl",
        "not in zh-TW/commands.ftl",
    ]


@pytest.mark.parametrize(
    ("english", "chinese", "word"),
    [
        (entries("ask", "x" * 101, "tell"), entries("问", "提问。", "说"), "a description of 101 characters"),
        (entries("ask", "Asks.", "tell"), entries("提 问", "提问。", "说"), "does not take the name '提 问'"),
        (entries("ask", "Asks.", "tell"), entries("ASK", "提问。", "说"), "does not take the name 'ASK'"),
        (entries("ask", "Asks.", "tell"), entries("问", "提问。", "问"), "two are called '问'"),
        (entries("question", "Asks.", "tell"), entries("问", "提问。", "说"), "not the command's own, 'ask'"),
    ],
)
async def test_what_discord_would_not_take_is_a_fault(
    tmp_path: Path, english: str, chinese: str, word: str
) -> None:
    found = await faults(tmp_path, english, chinese)
    assert found
    assert all(word in what for what in found)


@pytest.mark.loop_may_block("a tree of a hundred commands is translated in one go")
async def test_a_command_beyond_eight_thousand_characters_is_a_fault(tmp_path: Path) -> None:
    client = Bare()
    group = app_commands.Group(name="many", description="many")
    lines = ["commands-many-name = many", "commands-many-description = Many."]
    for number in range(25):
        inner = app_commands.Group(name=f"g{number}", description="inner", parent=group)
        lines += [
            f"commands-many-g{number}-name = g{number}",
            f"commands-many-g{number}-description = {'x' * 100}",
        ]
        for child in range(3):

            @inner.command(name=f"c{child}")
            async def callback(interaction: discord.Interaction) -> None: ...

            key = f"commands-many-g{number}-c{child}"
            lines += [f"{key}-name = c{child}", f"{key}-description = {'y' * 100}"]
    client.tree.add_command(group)
    texts = await asyncio.to_thread(written, tmp_path, "\n".join(lines), "\n".join(lines))
    found = [fault.what for fault in await command_faults(client.tree, texts)]
    assert len(found) == 1
    assert "more than 8000" in found[0]


async def test_languages_that_we_do_not_speak_see_english(client: TutorClient, texts: Texts) -> None:
    for payload in await command_payloads(client.tree, texts):
        assert set(payload["name_localizations"]) == {"zh-CN", "zh-TW"}
