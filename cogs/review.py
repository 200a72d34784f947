"""/review: what is due again, a daily message about it, and what is coming."""

from datetime import date, timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.drawn import drawn, show_drawn
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.quiz_cards import QuizCards
from bot.discord_io.reminding import Reminding
from bot.discord_io.router import route
from bot.learners.values import LearnerKey
from bot.quiz.reviews.values import Forecast, Reminder
from bot.reports.pictures import draw_forecast
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_CHOICES = 25
_TYPED = 40
_PICTURE = "forecast.png"
_BAR = 12


class ReviewCog(commands.GroupCog, name="review"):
    """Reviews, private."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services
        self._say = client.services.texts.say
        self._cards = QuizCards(
            client.services.texts, client.components, client.services.guard, client.services.library
        )
        self.reminding = Reminding(client, client.services.clock)

    async def cog_load(self) -> None:
        """Daily messages begin."""
        self.reminding.start()

    async def cog_unload(self) -> None:
        """Daily messages end with the process."""
        await self.reminding.stop()

    @app_commands.command(name="now")
    @acknowledged()
    async def now(self, interaction: discord.Interaction) -> None:
        """Asks what is due, one card after the other."""
        await self._begin(interaction, key_of(interaction))

    @app_commands.command(name="remind")
    @acknowledged()
    async def remind(
        self,
        interaction: discord.Interaction,
        time: app_commands.Range[str, 1, _TYPED] | None = None,
        timezone: app_commands.Range[str, 1, 64] | None = None,
        off: bool = False,
    ) -> None:
        """Sets, shows or ends the daily message."""
        locale = await self._client.languages.private(interaction)
        reminders, key = self._services.reminders, key_of(interaction)
        if off:
            await self._end(interaction, locale)
            return
        wanted = await reminders.of(key.user_id)
        if wanted is None or time is not None or timezone is not None:
            wanted = await reminders.set(key, locale, time=time, timezone=timezone)
        await interaction.edit_original_response(
            content=self._wanted(locale, wanted),
            view=self._client.components.view(
                self._client.components.button(locale, "review-cards-button-stop", "review.stop", key.user_id)
            ),
        )

    @remind.autocomplete("timezone")
    async def zones(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Time zones by name, by city, or by what Chinese calls the city."""
        found = await self._services.reminders.zones(typed)
        return [app_commands.Choice(name=name.replace("_", " "), value=name) for name in found[:_CHOICES]]

    @app_commands.command(name="forecast")
    @acknowledged()
    async def forecast(self, interaction: discord.Interaction) -> None:
        """What comes due in the next two weeks, as a picture and in words."""
        locale = await self._client.languages.private(interaction)
        key = key_of(interaction)
        ahead = await self._services.reviews.forecast(key, locale)
        if not any(ahead.counts) and not ahead.later:
            await interaction.edit_original_response(content=self._say(locale, "review-cards-none"))
            return
        streak = await self._services.reviews.streak(key, locale)
        days = [f"{day.month}/{day.day}" for day in _days(ahead)]
        title = self._say(locale, "review-cards-forecast-picture", count=sum(ahead.counts))
        words = self._ahead(locale, ahead, days)
        files = await drawn(
            self._services.explaining.studio, _PICTURE, words, draw_forecast, title, days, list(ahead.counts)
        )
        told = [
            self._say(locale, "review-cards-forecast"),
            words,
            self._say(locale, "review-cards-later", count=ahead.later) if ahead.later else plain(""),
            self._say(locale, "review-cards-streak", days=streak.days, freezes=streak.freezes),
        ]
        await show_drawn(
            interaction,
            files,
            content=joined("\n", told),
            view=self._client.components.view(
                self._client.components.button(
                    locale, "review-cards-button-begin", "review.begin", key.server_id, key.user_id
                )
            ),
        )

    @route("review.begin")
    @acknowledged()
    async def begun(self, interaction: discord.Interaction, server_id: int, owner: int) -> None:
        """Begins what a daily message or the forecast speaks of, wherever it stands."""
        await self._begin(interaction, LearnerKey(server_id, owner))

    @route("review.stop")
    @acknowledged()
    async def stopped(self, interaction: discord.Interaction, owner: int) -> None:
        """No more daily messages."""
        await self._end(interaction, await self._client.languages.private(interaction))

    async def _begin(self, interaction: discord.Interaction, key: LearnerKey) -> None:
        locale = await self._client.languages.private(interaction)
        sheet = await self._services.reviews.begin(key, locale)
        if sheet is not None:
            await self._cards.show(interaction, sheet, locale)
            return
        due_at = await self._services.reviews.next_due(key)
        if due_at is None:
            text = self._say(locale, "review-cards-none")
        elif due_at <= self._services.clock.now():
            text = self._say(locale, "review-cards-not-asked")
        else:
            text = self._say(locale, "review-cards-later-on", when=plain(f"<t:{int(due_at.timestamp())}:R>"))
        await interaction.edit_original_response(content=text)

    async def _end(self, interaction: discord.Interaction, locale: Locale) -> None:
        was_on = await self._services.reminders.off(interaction.user.id)
        key = "review-cards-stopped" if was_on else "review-cards-not-on"
        await interaction.edit_original_response(content=self._say(locale, key), view=None)

    def _wanted(self, locale: Locale, wanted: Reminder) -> Released:
        return self._say(
            locale,
            "review-cards-set",
            time=plain(f"{wanted.minute // 60:02}:{wanted.minute % 60:02}"),
            zone=plain(wanted.timezone),
        )

    def _ahead(self, locale: Locale, ahead: Forecast, days: list[str]) -> Released:
        highest = max(1, *ahead.counts)
        lines = []
        for place, (day, count) in enumerate(zip(days, ahead.counts, strict=True)):
            if count:
                named = self._say(locale, "review-cards-today") if place == 0 else plain(day)
                bar = plain("▇" * max(1, round(_BAR * count / highest)))
                lines.append(joined(" ", [named, bar, plain(str(count))]))
        return joined("\n", lines)


def _days(ahead: Forecast) -> list[date]:
    return [ahead.today + timedelta(days=place) for place in range(len(ahead.counts))]


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(ReviewCog(client))
