"""/model: the catalogue of models. What can be done with it stands in the modules beside this one."""

from discord.ext import commands

from bot.discord_io.face import Face
from cogs.model.card import CardPart
from cogs.model.choose import ChoosePart
from cogs.model.compare import ComparePart
from cogs.model.find import FindPart
from cogs.model.part import ModelPart

PARTS: tuple[type[ModelPart], ...] = (FindPart, CardPart, ComparePart, ChoosePart)
"""Parts whose commands stand directly below /model."""


class ModelCog(commands.GroupCog, name="model"):
    """Holds the parts together."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        assert self.app_command is not None  # a GroupCog has one
        for make in PARTS:
            part = make(client)
            for command in part.commands:
                self.app_command.add_command(command)
            client.router.collect(part)


async def setup(client: Face) -> None:
    """Called by the client when it finds this package."""
    await client.add_cog(ModelCog(client))
