"""Buttons, selects and modals over the wire, across restarts."""

from typing import Any

import discord

from bot.client import TutorClient
from bot.discord_io.components import (
    CheckboxField,
    ChoiceField,
    Field,
    FileField,
    Option,
    RadioField,
    TextField,
)
from bot.discord_io.submitted import Submitted, chosen, submitted
from bot.texts.catalogue import Texts, plain
from bot.texts.locales import Locale
from playground import File, Playground
from tests.bot.discord_io.conftest import connected
from tests.doubles.probe_cogs.probe import Script


def offers(client: TutorClient, script: Script, *items: Any) -> None:
    """Let the probe answer with a message that carries these components."""

    async def command(interaction: discord.Interaction) -> None:
        view = client.components.view(*(item() for item in items))
        await interaction.followup.send("here", view=view, ephemeral=True)

    script.command = command


def press_button(client: TutorClient) -> Any:
    return lambda: client.components.button(Locale.EN, "probe-press", "probe.press", "token", 41)


async def test_a_button_calls_its_route_with_its_arguments(
    play: Playground, client: TutorClient, script: Script
) -> None:
    offers(client, script, press_button(client))
    ada = play.person("Ada")
    reply = await (await ada.slash("probe")).until(lambda it: it.has_button("Press me"))
    pressed = await ada.press(reply, "Press me")
    assert (await pressed.shown()).text == "pong"
    assert script.calls[-1] == "press token 42"
    assert play.violations == []


async def test_a_button_works_after_a_restart(play: Playground, texts: Texts, script: Script) -> None:
    ada = play.person("Ada")
    async with connected(play, texts, script) as client:
        offers(client, script, press_button(client))
        reply = await (await ada.slash("probe")).until(lambda it: it.has_button("Press me"))
    async with connected(play, texts, script):
        pressed = await ada.press(reply, "Press me")
        assert (await pressed.shown()).text == "pong"


async def test_discord_py_keeps_nothing_of_what_was_sent(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def open_form(interaction: discord.Interaction) -> None:
        fields = [TextField("words", "probe-text")]
        await interaction.response.send_modal(
            client.components.modal(Locale.EN, "probe-title", "probe.form", "a", fields=fields)
        )

    async def command(interaction: discord.Interaction) -> None:
        view = client.components.view(press_button(client)())
        await interaction.edit_original_response(content="edited", view=view)
        view = client.components.view(press_button(client)())
        await interaction.followup.send("followed", view=view, ephemeral=True)

    script.command, script.press = command, open_form
    ada = play.person("Ada")
    reply = await (await ada.slash("probe")).until(lambda it: len(it.messages) == 2)
    await (await ada.press(reply, "Press me")).shown()
    store = client._connection._view_store
    assert (store._views, store._modals, store._synced_message_views) == ({}, {}, {})
    assert list(client.persistent_views) == []


async def test_a_button_of_an_older_version_says_what_to_do(
    play: Playground, client: TutorClient, script: Script, texts: Texts
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None)
        for custom_id in ("gone.route:1", "probe.press:token", "probe.press:token:x", "something else"):
            view.add_item(discord.ui.Button(label=custom_id[:20], custom_id=custom_id))
        view.stop()
        await interaction.followup.send("old", view=view, ephemeral=True)

    script.command = command
    mo = play.person("Mo", locale="zh-CN")
    reply = await (await mo.slash("probe")).until(lambda it: it.has_button("something else"))
    for label in reply.buttons:
        pressed = await (await mo.press(reply, label)).shown()
        assert pressed.private
        assert pressed.text == texts.say(Locale.ZH_CN, "common-button-old")
    assert play.violations == []


async def test_a_button_of_one_person_tells_others_kindly_and_privately(
    play: Playground, client: TutorClient, script: Script, texts: Texts
) -> None:
    ada, mo = play.person("Ada"), play.person("Mo")

    async def command(interaction: discord.Interaction) -> None:
        button = client.components.button(Locale.EN, "probe-other", "probe.own", ada.id)
        await interaction.response.send_message("hers", view=client.components.view(button))

    script.command = command
    reply = await (await ada.slash("bare")).shown()
    refused = await (await mo.press(reply.message, "For one person")).shown()
    assert refused.private
    assert refused.text == texts.say(Locale.EN, "common-button-not-yours")
    assert f"own {ada.id}" not in script.calls
    await (await ada.press(reply, "For one person")).shown()
    assert f"own {ada.id}" in script.calls


async def test_a_select_brings_what_was_chosen(play: Playground, client: TutorClient, script: Script) -> None:
    options = [Option("simple", plain("Simple")), Option("deep", plain("Deep"))]
    offers(
        client,
        script,
        lambda: client.components.select(Locale.EN, "probe-pick", "probe.press", "pick", 1, options=options),
    )
    seen: list[tuple[str, ...]] = []

    async def press(interaction: discord.Interaction) -> None:
        seen.append(chosen(interaction))
        await interaction.response.edit_message(content="chosen")

    script.press = press
    ada = play.person("Ada")
    reply = await (await ada.slash("probe")).shown()
    await (await ada.choose(reply, "Pick one", "Deep")).until(lambda it: "chosen" in it.text)
    assert seen == [("deep",)]


async def test_a_form_that_is_submitted_after_a_restart_loses_nothing(
    play: Playground, texts: Texts, script: Script
) -> None:
    ada = play.person("Ada")
    got: list[Submitted] = []
    async with connected(play, texts, script) as client:
        two = [Option("a", plain("Alpha")), Option("b", plain("Beta"))]
        fields: list[Field] = [
            TextField("words", "probe-text", long=True, help_key="probe-help", value="earlier words"),
            ChoiceField("choice", "probe-choice", two),
            RadioField("radio", "probe-radio", two),
            CheckboxField("boxes", "probe-boxes", two),
            FileField("file", "probe-file", most=2),
        ]

        async def open_form(interaction: discord.Interaction) -> None:
            modal = client.components.modal(Locale.EN, "probe-title", "probe.form", "x", fields=fields)
            await interaction.response.send_modal(modal)

        script.command = open_form
        form = await (await ada.slash("bare")).shown()
    async with connected(play, texts, script):

        async def take(interaction: discord.Interaction) -> None:
            got.append(submitted(interaction))
            await interaction.response.send_message("taken", ephemeral=True)

        script.form = take
        answer = await ada.submit(
            form,
            {
                "Your text": "我的问题\nwith two lines",
                "One of these": "Beta",
                "This or that": "Alpha",
                "Any of these": ["Alpha", "Beta"],
                "A file": [File("notes.md", b"# Notes")],
            },
        )
        assert (await answer.shown()).text == "taken"
    (fields_back,) = got
    assert fields_back.text("words") == "我的问题\nwith two lines"
    assert fields_back.text("choice") == "b"
    assert fields_back.text("radio") == "a"
    assert fields_back.choices("boxes") == ("a", "b")
    (upload,) = fields_back.files("file")
    assert (upload.name, upload.size) == ("notes.md", 7)
    assert script.calls[-1] == "form x"
    assert play.violations == []
