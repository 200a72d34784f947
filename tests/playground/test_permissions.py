"""Permissions by Discord's order: everyone, roles together, then the member's own."""

from __future__ import annotations

import pytest

from playground import Playground, errors
from playground.permissions import EVERYTHING, in_channel, in_guild, require
from playground.state import Overwrite
from playground.wire import Permission

SEND, VIEW = Permission.SEND_MESSAGES, Permission.VIEW_CHANNEL


async def test_the_owner_and_administrators_may_everything(play: Playground) -> None:
    boss = play.person("Boss")
    role = play.world.add_role(play.guild, "Admins", int(Permission.ADMINISTRATOR))
    play.guild.members[boss.id].roles.append(role.id)
    play.channel.overwrites[boss.id] = Overwrite(is_role=False, deny=int(SEND))
    assert in_guild(play.guild, play.world.operator) == EVERYTHING
    assert in_channel(play.channel, boss.user) == EVERYTHING


async def test_a_role_overrides_everyone_and_a_member_overrides_roles(play: Playground) -> None:
    ada = play.person("Ada")
    role = play.world.add_role(play.guild, "Learners", 0)
    play.guild.members[ada.id].roles.append(role.id)
    overwrites = play.channel.overwrites
    overwrites[play.guild.id] = Overwrite(is_role=True, deny=int(SEND))
    assert not in_channel(play.channel, ada.user) & SEND
    overwrites[role.id] = Overwrite(is_role=True, allow=int(SEND))
    assert in_channel(play.channel, ada.user) & SEND
    overwrites[ada.id] = Overwrite(is_role=False, deny=int(SEND))
    assert not in_channel(play.channel, ada.user) & SEND


async def test_a_thread_takes_its_channels_permissions(play: Playground) -> None:
    ada = play.person("Ada")
    thread = ada.open_thread("talk")
    play.channel.overwrites[ada.id] = Overwrite(is_role=False, deny=int(VIEW))
    assert not in_channel(thread, ada.user) & VIEW


async def test_a_stranger_may_nothing_in_a_server(play: Playground) -> None:
    eve = play.person("Eve", stranger=True)
    assert in_channel(play.channel, eve.user) == 0


async def test_what_is_not_seen_is_missing_access_and_what_is_lacking_missing_permissions(
    play: Playground,
) -> None:
    play.forbid(play.channel, SEND)
    with pytest.raises(errors.DiscordError) as lacking:
        require(play.channel, play.world.bot, SEND)
    play.forbid(play.channel, VIEW)
    with pytest.raises(errors.DiscordError) as unseen:
        require(play.channel, play.world.bot, SEND)
    assert (lacking.value.code, unseen.value.code) == (50013, 50001)
