"""The shortest ways through the playground with a real discord.py bot."""

from __future__ import annotations

from playground import Playground
from tests.doubles.plain_bot import PlainBot


async def test_a_slash_command_is_answered(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await ada.slash("ping")
    assert reply.text == "pong"
    assert not reply.private
    assert 0 < reply.acknowledged_in < 3
    assert play.violations == []


async def test_a_deferred_answer_is_edited_and_followed_up(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await ada.slash("ask", question="what is a token?")
    assert reply.private
    await reply.until(lambda it: it.has_button("Again"))
    assert reply.contents == ["about what is a token?", "and more"]
    assert [it.loading for it in reply.messages[0].edits] == [True, False]
    assert play.violations == []
