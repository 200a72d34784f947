"""Who is behind an interaction."""

import discord

from bot.learners.values import DIRECT_MESSAGES, LearnerKey


def key_of(interaction: discord.Interaction) -> LearnerKey:
    """The learner: this person in this server, or this person in direct messages."""
    return LearnerKey(interaction.guild_id or DIRECT_MESSAGES, interaction.user.id)
