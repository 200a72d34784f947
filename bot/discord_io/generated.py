"""A model's words in a card, outside of the tutor's own answers: told to be an AI's, and reported by a button.

A report carries the model's words alone, as they stand in the card: never what the learner had typed.
"""

from enum import StrEnum
from typing import Any

import discord
from discord import ui

from bot.discord_io.components import Components
from bot.texts.locales import Locale


class Where(StrEnum):
    """Where in a message the model's words stand."""

    FIELDS = "fields"
    """In the fields of the first card."""
    CARDS = "cards"
    """In the cards below the first."""
    CARD = "card"
    """In the first card's text."""


def report_button(make: Components, locale: Locale, part: Where, row: int | None = None) -> ui.Button[Any]:
    """*Report*, for under a card with a model's words in it."""
    return make.button(locale, "ask-button-report", "report.card", part.value, row=row)


def words_of_model(message: discord.Message, part: Where) -> str:
    """The model's words in a message; "" where it has no such part."""
    if not message.embeds:
        return ""
    first, *below = message.embeds
    match part:
        case Where.FIELDS:
            words = [f"{field.name}\n{field.value}" for field in first.fields]
        case Where.CARDS:
            words = [f"{card.title or ''}\n{card.description or ''}" for card in below]
        case Where.CARD:
            words = [first.description or ""]
    return "\n\n".join(words).strip()
