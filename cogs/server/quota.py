"""/server quota: what may be spent on models here, what is used of it, and when it starts afresh."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Final, Literal

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.moderators import acting
from bot.servers.acting import Deed
from bot.servers.quota import Standing
from bot.servers.settings.registry import COST, LEARNER_COST, LEARNER_TOKENS, SERVER_TOKENS
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.part import Part

Scope = Literal["learner", "server"]
_MOST_TOKENS: Final = 10**12
_MOST_COST: Final = 10**9


class WhoseLimit(PersonError):
    """A limit is given, and not whether it is a learner's or the server's."""

    key = "quota-whose"


class QuotaPart(Part):
    """Shows and sets the limits of the server."""

    @app_commands.command(name="quota")
    @acknowledged()
    async def quota(
        self,
        interaction: discord.Interaction[Any],
        scope: Scope | None = None,
        tokens_per_day: app_commands.Range[int, 0, _MOST_TOKENS] | None = None,
        cost_per_month: app_commands.Range[float, 0, _MOST_COST] | None = None,
    ) -> None:
        """Shows the limits with what is used; with a scope and a figure, sets one."""
        server_id = interaction.guild_id or 0
        locale = await self._client.languages.private(interaction)
        said = []
        if tokens_per_day is not None or cost_per_month is not None:
            wanted = self._wanted(scope, tokens_per_day, cost_per_month)
            done = await self._services.server_settings.change(
                await acting(interaction), wanted, Deed.QUOTA_SET
            )
            said.append(self._say(locale, "quota-set" if done.settings else "quota-unchanged"))
        standing = await self._services.quota.standing(server_id, interaction.user.id)
        said += self._shown(locale, standing, scope)
        await interaction.edit_original_response(content=joined("\n\n", said))

    @staticmethod
    def _wanted(
        scope: Scope | None, tokens_per_day: int | None, cost_per_month: float | None
    ) -> dict[str, str | None]:
        """The settings to change, in their words. Raises `WhoseLimit`."""
        if scope is None and tokens_per_day is not None:
            raise WhoseLimit
        wanted: dict[str, str | None] = {}
        if tokens_per_day is not None:
            setting = LEARNER_TOKENS if scope == "learner" else SERVER_TOKENS
            wanted[setting.key] = str(tokens_per_day)
        if cost_per_month is not None:
            cost = LEARNER_COST if scope == "learner" else COST
            wanted[cost.key] = f"{Decimal(str(cost_per_month)):.4f}"
        return wanted

    def _shown(self, locale: Locale, standing: Standing, scope: Scope | None) -> list[Released]:
        limits, used, operator = standing.limits, standing.used, self._services.server_settings.operator
        day, month = _moment(standing.day_ends, "R"), _moment(standing.month_ends, "D")
        learner = joined(
            "\n",
            [
                self._say(
                    locale,
                    "quota-learner",
                    limit=limits.learner_tokens_per_day or 0,
                    ceiling=operator.learner_tokens_per_day,
                    own=used.learner_tokens,
                    when=day,
                ),
                self._say(
                    locale,
                    "quota-learner-cost",
                    limit=_money(limits.learner_cost_per_month),
                    ceiling=_money(operator.cost_ceiling_per_month),
                    own=_money(used.learner_month_cost),
                    when=month,
                ),
            ],
        )
        server = joined(
            "\n",
            [
                self._say(
                    locale,
                    "quota-server-tokens",
                    used=used.server_tokens,
                    limit=limits.server_tokens_per_day or 0,
                    percent=_percent(used.server_tokens, limits.server_tokens_per_day),
                    ceiling=operator.server_tokens_per_day,
                    when=day,
                ),
                self._say(
                    locale,
                    "quota-server-cost",
                    used=_money(used.server_month_cost),
                    limit=_money(limits.server_cost_per_month),
                    percent=_percent(used.server_month_cost, limits.server_cost_per_month),
                    ceiling=_money(operator.cost_ceiling_per_month),
                    when=month,
                ),
            ],
        )
        lines = [self._say(locale, "quota-title")]
        if scope != "server":
            lines.append(learner)
        if scope != "learner":
            lines.append(server)
        lines.append(self._say(locale, "quota-how"))
        return lines


def _percent(used: int | Decimal, limit: int | Decimal | None) -> int:
    return int(used * 100 / limit) if limit else 0


def _money(amount: Decimal | None) -> Released:
    """US dollars, with more digits where there are only fractions of a cent."""
    amount = amount or Decimal(0)
    return plain(f"US$ {amount:,.4f}" if 0 < amount < Decimal("0.01") else f"US$ {amount:,.2f}")


def _moment(moment: datetime, style: str) -> Released:
    return plain(f"<t:{int(moment.timestamp())}:{style}>")
