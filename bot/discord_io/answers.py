"""The answer that a button belongs to, for those who may see it."""

import discord

from bot.discord_io.router import NotYourButton
from bot.memory.memory import Memory
from bot.memory.values import Turn
from bot.texts.errors import PersonError


class AnswerForgotten(PersonError):
    """The answer that a button belongs to is no longer remembered."""

    key = "ask-forgotten"


class Answers:
    """Remembered turns by the buttons under them."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def behind(self, interaction: discord.Interaction, turn_id: str) -> Turn:
        """The turn, when this person may see it: it is theirs, or it was shown to the channel.

        Raises `AnswerForgotten` or `NotYourButton`.
        """
        turn = await self._memory.turn(turn_id)
        if turn is None:
            raise AnswerForgotten
        if turn.key.user_id != interaction.user.id and not turn.shared:
            raise NotYourButton
        return turn
