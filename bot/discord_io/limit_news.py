"""That most of a server's limit is used: told privately to the next moderator of that server who does anything.

Costs nothing where nothing is to be told. It never raises, and never comes before the answer.
"""

import logging

import discord

from bot.clock import Clock
from bot.discord_io.failures import describe
from bot.discord_io.locale import Languages
from bot.discord_io.moderators import moderates
from bot.discord_io.notices import TAKES_FOLLOW_UPS
from bot.llm.errors import BudgetScope
from bot.servers.quota import Watched, starts_afresh
from bot.servers.warnings import Warned, Warnings
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

log = logging.getLogger(__name__)


class LimitNews:
    """Tells one moderator, once in a period."""

    def __init__(self, warnings: Warnings, clock: Clock, texts: Texts, languages: Languages) -> None:
        self._warnings = warnings
        self._clock = clock
        self._texts = texts
        self._languages = languages

    async def tell(self, interaction: discord.Interaction) -> None:
        """After an interaction was answered: tell a moderator what waits for one of this server."""
        server_id = interaction.guild_id
        if server_id is None or not self._warnings.is_waiting(server_id):
            return
        if interaction.response.type not in TAKES_FOLLOW_UPS or not await moderates(interaction):
            return
        claimed = await self._warnings.claim(server_id)
        try:
            locale = await self._languages.private(interaction)
            text = joined("\n\n", [self._in_words(locale, one) for one in claimed if self._holds(one)])
            if text:
                await interaction.followup.send(
                    text, ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
                )
        except Exception as error:  # the interaction itself was answered; the next moderator hears it
            log.warning("a limit nearly used up could not be told: %s", describe(error))
            await self._warnings.give_back(claimed)

    def _holds(self, warned: Warned) -> bool:
        """Whether the period that the limit is for is not over."""
        today = self._clock.now().date()
        return warned.period == (today if warned.kind == Watched.TOKENS else today.replace(day=1))

    def _in_words(self, locale: Locale, warned: Warned) -> Released:
        scope = BudgetScope.SERVER if warned.kind == Watched.TOKENS else BudgetScope.SERVER_MONTH
        until = starts_afresh(scope, self._clock.now())
        return self._texts.say(
            locale,
            f"quota-warning-{Watched(warned.kind)}",
            percent=warned.percent,
            when=plain(f"<t:{int(until.timestamp())}:f>"),
        )
