"""What cogs are handed of this room."""

from dataclasses import dataclass

from bot.explain.book import ConceptBook
from bot.explain.looking_up import Lookup


@dataclass(frozen=True, slots=True)
class Explaining:
    """Everything that explains."""

    book: ConceptBook
    lookup: Lookup
