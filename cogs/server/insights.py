"""/server insights: how learning goes here, as pictures, in words and as a table, with nobody in it."""

import io
from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.drawn import drawn, show_drawn, with_picture
from bot.reports.csv_files import as_csv
from bot.reports.insights.insights import DAYS
from bot.reports.insights.pictures import draw_panels
from bot.reports.insights.shield import FEWEST
from bot.texts.catalogue import plain
from bot.texts.locales import Locale
from cogs.server.insights_sheet import Sheet
from cogs.server.part import Part

COLUMNS: Final = ("part", "what", "learners", "figure", "unit")
_TABLE: Final = "insights.csv"
_WORDS: Final = 1850
"""Characters beside each picture: three of them fit into one message."""
_USUAL_DAYS: Final = 30


class InsightsPart(Part):
    """Shows what learners do here, as groups."""

    @app_commands.command(name="insights")
    @app_commands.choices(days=[app_commands.Choice(name=str(days), value=days) for days in DAYS])
    @acknowledged()
    async def insights(self, interaction: discord.Interaction[Any], days: int = _USUAL_DAYS) -> None:
        """Three pictures with the same in words, and every figure as a table."""
        locale = await self._client.languages.private(interaction)
        server_id = interaction.guild_id or 0
        found = await self._services.reports.insights.of(server_id, days, locale)
        sheet = Sheet(self._services.texts, self._services.guard, locale, found)
        embeds, files = [], []
        for part, panels, words in sheet.parts():
            picture = f"insights-{part}.png"
            title = self._say(locale, f"insights-part-{part}")
            drawing = await drawn(
                self._services.explaining.studio,
                picture,
                words,
                draw_panels,
                (title, self._say(Locale.EN, f"insights-part-{part}")),
                panels,
            )
            embed = discord.Embed(title=title, description=words[:_WORDS], colour=discord.Colour.blurple())
            embeds.append(with_picture(embed, drawing))
            files += drawing
        heading = [self._say(locale, f"insights-column-{column}") for column in COLUMNS]
        files.append(discord.File(io.BytesIO(as_csv(heading, sheet.rows())), filename=_TABLE))
        first, last = found.insights.first, found.insights.last
        said = self._say(
            locale,
            "insights-title",
            first=plain(first.isoformat()),
            last=plain(last.isoformat()),
            fewest=FEWEST,
        )
        await show_drawn(interaction, files, content=said, embeds=embeds)
