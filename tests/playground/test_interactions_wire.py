"""Interactions through real HTTP and websocket: answers, follow-ups, components, forms, deadlines."""

from __future__ import annotations

import discord
import pytest

from playground import DidNotRespond, File, NotPossible, Playground
from tests.doubles.plain_bot import PlainBot, running


async def test_an_answer_in_the_channel_is_seen_by_a_second_person_and_a_private_one_is_not(
    play: Playground, bot: PlainBot
) -> None:
    ada, mo = play.person("Ada"), play.person("莫", locale="zh-CN")
    shared = await ada.slash("ask", question="什么是提示词？", share=True)
    hidden = await ada.slash("ask", question="secret")
    await shared.shown()
    await hidden.shown()
    assert mo.sees(shared.messages[0])
    assert not mo.sees(hidden.messages[0])
    assert ada.sees(hidden.messages[0])
    assert not shared.private and hidden.private
    assert "什么是提示词？" in shared.text


async def test_a_button_edits_its_message(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await ada.slash("ask", question="tokens", share=True)
    await reply.until(lambda it: it.has_button("Again"))
    pressed = await ada.press(reply, "Again")
    assert pressed.message is reply.messages[-1]
    assert pressed.text == "pressed"
    assert [it.content for it in pressed.message.edits] == ["and more", "pressed"]
    assert play.violations == []


async def test_a_select_carries_its_values(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await (await ada.slash("ask", question="tokens")).until(lambda it: it.selects)
    chosen = await ada.choose(reply, "Pick", "Two")
    assert chosen.text == "picked ['2']"
    assert chosen.private


async def test_a_form_opened_before_a_restart_is_submitted_after_it(play: Playground) -> None:
    ada = play.person("Ada")
    async with running(PlainBot(), play.api_base, play.gateway.url, play.bot_token):
        await play.until_connected()
        reply = await (await ada.slash("ask", question="tokens")).until(lambda it: it.has_button("Open"))
        form = await ada.press(reply, "Open")
        assert form.modal is not None
        assert form.modal["title"] == "Ask"
    async with running(PlainBot(), play.api_base, play.gateway.url, play.bot_token):
        await play.until_connected()
        sent = await ada.submit(form, {"Question": "为什么？"})
        assert sent.text == "you wrote 为什么？"
    assert play.violations == []


async def test_autocomplete_offers_what_matches(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    assert await ada.autocomplete("lesson", name="pro") == ["prompting"]
    assert await ada.autocomplete("lesson", name="提") == ["提示词"]


async def test_a_message_menu_gets_the_content_without_the_intent(play: Playground, bot: PlainBot) -> None:
    ada, mo = play.person("Ada"), play.person("Mo")
    message = await mo.say("one two three")
    counted = await ada.menu("Count words", message)
    assert counted.text == "3 words"


async def test_the_first_follow_up_after_a_deferral_fills_it_and_keeps_its_privacy(play: Playground) -> None:
    class Hasty(PlainBot):
        async def setup_hook(self) -> None:
            @self.tree.command(description="Defers privately, follows up in public")
            async def hasty(interaction: discord.Interaction) -> None:
                await interaction.response.defer(ephemeral=True, thinking=True)
                await interaction.followup.send("for all?", ephemeral=False)
                await interaction.followup.send("now for all", ephemeral=False)

            await super().setup_hook()

    async with running(Hasty(), play.api_base, play.gateway.url, play.bot_token):
        await play.until_connected()
        ada = play.person("Ada")
        reply = await ada.slash("hasty")
        await reply.until(lambda it: len(it.messages) == 2)
        assert [(it.content, it.private) for it in reply.messages] == [
            ("for all?", True),
            ("now for all", False),
        ]


async def test_a_first_response_after_three_seconds_is_unknown(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    play.on_request(lambda seen: play.clock.advance(3.1) if "/callback" in seen.template else None)
    with pytest.raises(DidNotRespond, match="did not respond"):
        await ada.slash("clumsy", seconds=0.0)
    await bot.failed.wait()
    assert [it.code for it in play.refusals] == [10062]
    assert isinstance(bot.failures[0], discord.NotFound)


async def test_a_second_first_response_is_refused_and_noted(play: Playground) -> None:
    class Doubtful(PlainBot):
        async def setup_hook(self) -> None:
            @self.tree.command(description="Answers twice")
            async def twice(interaction: discord.Interaction) -> None:
                await interaction.response.send_message("one")
                interaction.response._response_type = (
                    None  # what a second handler of the same event would see
                )
                try:
                    await interaction.response.send_message("two")
                except discord.HTTPException as error:
                    self.failures.append(error)
                    await interaction.followup.send("refused")

            await super().setup_hook()

    async with running(Doubtful(), play.api_base, play.gateway.url, play.bot_token) as bot:
        await play.until_connected()
        reply = await play.person("Ada").slash("twice")
        await reply.until(lambda it: len(it.messages) == 2)
        assert reply.contents == ["one", "refused"]
        assert isinstance(bot.failures[0], discord.HTTPException) and bot.failures[0].code == 40060
        assert "40060" in play.violations[0]


async def test_a_token_dies_after_fifteen_minutes(play: Playground) -> None:
    class Slow(PlainBot):
        async def setup_hook(self) -> None:
            @self.tree.command(description="Takes too long")
            async def slow(interaction: discord.Interaction) -> None:
                await interaction.response.defer()
                play.clock.advance(15 * 60 - 1)
                await interaction.edit_original_response(content="just in time")
                play.clock.advance(2)
                try:
                    await interaction.edit_original_response(content="too late")
                except discord.HTTPException as error:
                    self.failures.append(error)
                    await interaction.user.send("too late there, so here")

            await super().setup_hook()

    async with running(Slow(), play.api_base, play.gateway.url, play.bot_token) as bot:
        await play.until_connected()
        ada = play.person("Ada")
        reply = await ada.slash("slow")
        await reply.until(lambda it: ada.inbox())
        assert reply.text == "just in time"
        assert isinstance(bot.failures[0], discord.HTTPException) and bot.failures[0].code == 50027
        assert play.violations == []


async def test_a_file_goes_to_the_bot_and_comes_back(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await ada.slash("copy", file=File("笔记.md", "# 提示词\n".encode()))
    assert reply.text == "12 bytes"
    attachment = reply.message.attachments[0]
    assert (attachment.data, attachment.description) == ("# 提示词\n".encode(), "a copy")
    assert play.violations == []


async def test_a_missing_bot_is_named_in_the_failure(play: Playground) -> None:
    play.interactions.response_seconds = 0.05
    play.world.commands[None].by_id[1] = {"id": "1", "type": 1, "name": "ping", "options": []}
    with pytest.raises(DidNotRespond, match="no bot is connected"):
        await play.person("Ada").slash("ping")


async def test_a_disabled_button_cannot_be_pressed(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await (await ada.slash("ask", question="x")).until(lambda it: it.has_button("Again"))
    reply.messages[-1].components[0]["components"][0]["disabled"] = True
    with pytest.raises(NotPossible, match="disabled"):
        await ada.press(reply, "Again")


async def test_a_private_reply_cannot_be_pressed_by_another_person(play: Playground, bot: PlainBot) -> None:
    ada, mo = play.person("Ada"), play.person("Mo")
    reply = await (await ada.slash("ask", question="x")).until(lambda it: it.has_button("Again"))
    with pytest.raises(NotPossible, match="does not see"):
        await mo.press(reply.messages[-1], "Again")
