"""What a person hears when something fails, over the wire."""

from typing import Any

import aiohttp
import discord
import pytest

from bot.client import TutorClient
from bot.llm.errors import ModelError, Reason
from bot.texts.catalogue import Texts, plain
from bot.texts.errors import PersonError
from bot.texts.locales import Locale
from playground import Playground
from tests.doubles.probe_cogs.probe import Script

SECRET = "my private question"


class LessonElsewhere(PersonError):
    key = "probe-refused"


def raises(error: BaseException) -> Any:
    async def step(_: Any) -> None:
        raise error

    return step


@pytest.mark.parametrize("command", ["probe", "bare", "group inner"])
async def test_a_person_error_is_said_privately_in_the_persons_language(
    command: str, play: Playground, client: TutorClient, script: Script, texts: Texts
) -> None:
    script.command = raises(LessonElsewhere(lesson=plain("tokens")))
    mo = play.person("Mo", locale="zh-TW")
    reply = await (await mo.slash(command)).shown()
    assert reply.private
    assert reply.contents == [texts.say(Locale.ZH_TW, "probe-refused", lesson=plain("tokens"))]
    assert play.violations == []


async def test_a_fault_of_ours_gives_an_incident_number_and_logs_no_content(
    play: Playground, client: TutorClient, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    script.command = raises(ValueError(SECRET))
    ada = play.person("Ada")
    reply = await (await ada.slash("probe")).shown()
    assert reply.private
    assert "not your fault" in reply.text
    assert SECRET not in reply.text
    incident = reply.text.split()[-1]
    assert f"incident {incident} at /probe" in caplog.text
    assert "test_errors_wire.py" in caplog.text
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


async def test_a_model_that_does_not_answer_has_its_own_sentence(
    play: Playground, client: TutorClient, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ModelError, "key", "probe-help")
    script.command = raises(ModelError(Reason.SERVER_ERROR))
    reply = await (await play.person("Ada").slash("probe")).shown()
    assert reply.contents == ["As much as you like."]


async def test_a_failed_button_is_answered(
    play: Playground, client: TutorClient, script: Script, texts: Texts
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        button = client.components.button(Locale.EN, "probe-press", "probe.press", "a", 1)
        await interaction.followup.send("here", view=client.components.view(button), ephemeral=True)

    script.command = command
    script.press = raises(KeyError(SECRET))
    ada = play.person("Ada")
    reply = await (await ada.slash("probe")).until(lambda it: it.has_button("Press me"))
    pressed = await (await ada.press(reply, "Press me")).shown()
    assert pressed.private
    assert "not your fault" in pressed.text


async def test_a_failed_autocomplete_offers_nothing(
    play: Playground, client: TutorClient, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(typed: str) -> list[str]:
        raise KeyError(typed)

    monkeypatch.setattr(script, "lessons", fails)
    assert await play.person("Ada").autocomplete("probe", lesson="to") == []
    assert play.violations == []


async def test_autocomplete_offers_what_fits(play: Playground, client: TutorClient) -> None:
    assert await play.person("Mo", locale="zh-CN").autocomplete("probe", lesson="提") == ["提示词"]


async def test_choices_that_come_too_late_are_neither_sent_again_nor_logged(
    play: Playground, client: TutorClient, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    ada = play.person("Ada")
    play.faults.fail_next("POST /interactions", 404, code=10062)
    play.interactions.response_seconds = 0.5  # how long the person waits in vain
    before = play.requests
    with pytest.raises(AssertionError):
        await ada.autocomplete("probe", lesson="to")
    assert play.requests == before + 1
    assert caplog.text == ""


async def test_after_the_three_seconds_nothing_is_tried_again(
    play: Playground, client: TutorClient, script: Script
) -> None:
    play.faults.fail_next("POST /interactions", 404, code=10062)
    play.interactions.response_seconds = 0.5  # how long the person waits in vain
    before = play.requests
    with pytest.raises(AssertionError):
        await play.person("Ada").slash("probe")
    assert script.calls == []
    assert play.requests == before + 1


async def test_an_expired_token_is_not_tried_again(
    play: Playground, client: TutorClient, script: Script
) -> None:
    requests: list[str] = []
    play.on_request(lambda seen: requests.append(seen.template))

    async def command(interaction: discord.Interaction) -> None:
        play.faults.fail_next("POST /webhooks", 401, code=50027)
        await interaction.followup.send("too late", ephemeral=True)

    script.command = command
    ada = play.person("Ada")
    await ada.slash("probe")
    script.command = Script().command
    await (await ada.slash("probe")).shown()
    assert len([template for template in requests if template.startswith("/webhooks")]) == 2


async def test_what_discord_refuses_has_a_sentence(
    play: Playground, client: TutorClient, script: Script, texts: Texts
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        play.faults.fail_next("POST /channels", 403, code=50013)
        assert isinstance(interaction.channel, discord.TextChannel)
        await interaction.channel.send("to all")

    script.command = command
    reply = await (await play.person("Ada").slash("probe")).shown()
    assert reply.text == texts.say(Locale.EN, "common-no-permission")


async def test_an_unreachable_discord_is_said_and_noted_without_content(
    play: Playground, client: TutorClient, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    script.command = raises(aiohttp.ClientConnectionError(SECRET))
    reply = await (await play.person("Ada").slash("probe")).shown()
    assert reply.text == "Discord did not take my answer. Please try again in a moment."
    assert "Discord could not be reached" in caplog.text
    assert SECRET not in caplog.text


async def test_a_mention_whose_turn_failed_is_answered(
    play: Playground, client: TutorClient, script: Script
) -> None:
    script.message = raises(ValueError(SECRET))  # type: ignore[attr-defined] # the script takes any step
    ada = play.person("Ada")
    reply = await (await ada.mention("what is a token?")).shown()
    assert "not your fault" in reply.text
    assert reply.messages[0].notified == frozenset()


async def test_a_failure_over_somebody_elses_message_disturbs_nobody(
    play: Playground, client: TutorClient, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    script.message = raises(ValueError(SECRET))  # type: ignore[attr-defined] # as above
    ada = play.person("Ada")
    await ada.say("good morning everybody")
    reply = await (await ada.mention("and you?")).shown()
    assert len(play.channel.messages) == 3
    assert reply.messages[0].reply_to is reply.source
    assert SECRET not in caplog.text
