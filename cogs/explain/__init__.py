"""/explain: things shown instead of told. What can be shown stands in the modules beside this one.

A module declares a `Part` and joins with one line below.
"""

from discord.ext import commands

from bot.discord_io.face import Face
from cogs.explain.concept import ConceptPart
from cogs.explain.embeddings import EmbeddingsPart
from cogs.explain.part import Part
from cogs.explain.retrieval import RetrievalPart
from cogs.explain.sampling import SamplingPart
from cogs.explain.tokens import QuestionPart, TokensPart
from cogs.explain.walk import WalkPart

PARTS: tuple[type[Part], ...] = (
    ConceptPart,
    TokensPart,
    SamplingPart,
    EmbeddingsPart,
    RetrievalPart,
    WalkPart,
    QuestionPart,
)
"""Parts whose commands stand directly below /explain."""


class ExplainCog(commands.GroupCog, name="explain"):
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
    await client.add_cog(ExplainCog(client))
