"""What people attach to a report or a thumb: filtered before it is kept, and thanked for."""

from dataclasses import dataclass

import discord

from bot.discord_io.components import Components
from bot.learners.values import DIRECT_MESSAGES
from bot.reports.review import Reported
from bot.safety import in_words
from bot.servers.filters import ServerGuard
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark as it may be kept."""

    text: str
    """"" where nothing is to be kept."""
    note: Released
    """What its author is told about it; "" for nothing."""

    @property
    def kept(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.text)


class Remarks:
    """Takes remarks in."""

    def __init__(self, texts: Texts, guard: ServerGuard, components: Components) -> None:
        self._texts = texts
        self._guard = guard
        self._components = components

    async def take(self, server_id: int, locale: Locale, typed: str) -> Remark:
        """What of a remark may be kept, without personal data; of what is refused, nothing. Raises `InDistress`."""
        verdict = await self._guard.check(server_id, typed.strip())
        if not verdict.goes_on:
            return Remark("", self._texts.say(locale, "ask-remark-left-out"))
        note = in_words(self._texts, locale, verdict) if verdict.kinds else Released("")
        return Remark(verdict.text, note)

    async def thank(
        self,
        interaction: discord.Interaction,
        locale: Locale,
        reported: Reported,
        note: Released,
        case_id: str = "",
    ) -> None:
        """Say what became of a report; with a case, offer to say more about it."""
        say = self._texts.say
        match reported:
            case Reported.NEW if (interaction.guild_id or DIRECT_MESSAGES) == DIRECT_MESSAGES:
                sentence = say(locale, "ask-reported-nowhere")
            case Reported.NEW:
                sentence = say(locale, "ask-reported")
            case Reported.BEFORE:
                sentence = say(locale, "ask-reported-before")
            case Reported.DECIDED:
                sentence = say(locale, "ask-reported-decided")
            case Reported.CRISIS:
                sentence = say(locale, "ask-reported-crisis")
        buttons = []
        if reported is Reported.NEW:
            if case_id:
                buttons.append(self._components.button(locale, "ask-button-remark", "report.say", case_id))
            buttons.append(self._components.button(locale, "ask-button-tell-me", "report.tell_me", 1))
        await interaction.edit_original_response(
            content=joined("\n\n", filter(None, [sentence, note])),
            view=self._components.view(*buttons) if buttons else None,
        )
