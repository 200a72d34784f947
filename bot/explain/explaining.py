"""What cogs are handed of this room."""

from dataclasses import dataclass
from pathlib import Path

from bot.explain.book import ConceptBook
from bot.explain.looking_up import Lookup
from bot.explain.models.catalogue import Catalogue
from bot.explain.models.comparing import Comparing
from bot.explain.models.prices import ModelPrices
from bot.explain.open_answers import OpenAnswers
from bot.explain.showings import Showings
from bot.explain.studio import Studio
from bot.explain.token_prices import TokenPrices
from bot.explain.workshop import Workshop
from bot.llm.door import ModelDoor


@dataclass(frozen=True, slots=True)
class Explaining:
    """Everything that explains."""

    book: ConceptBook
    lookup: Lookup
    workshop: Workshop
    studio: Studio
    showings: Showings
    token_prices: TokenPrices
    catalogue: Catalogue
    model_prices: ModelPrices
    comparing: Comparing
    door: ModelDoor
    course: Path
    """The folder of the built-in course."""

    @property
    def open_answers(self) -> OpenAnswers:
        """What must not be said to somebody who has a question open."""
        return self.comparing.open_answers
