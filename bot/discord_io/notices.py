"""News that waits for somebody: told privately after their next interaction, whichever it is.

Costs nothing for anybody without news: who has some is known in memory. It never raises, and never comes before the answer.
"""

import logging

import discord

from bot.discord_io.components import Components
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.discord_io.locale import Languages
from bot.discord_io.split import split_message
from bot.reports.review import Notice, NoticeKind, Review
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import joined
from bot.texts.locales import Locale

log = logging.getLogger(__name__)

TAKES_FOLLOW_UPS = frozenset(
    {
        discord.InteractionResponseType.channel_message,
        discord.InteractionResponseType.deferred_channel_message,
        discord.InteractionResponseType.deferred_message_update,
        discord.InteractionResponseType.message_update,
    }
)
"""First responses that a private message can follow."""


class Notices:
    """Tells people what moderators decided about answers of theirs and replies they reported."""

    def __init__(
        self, review: Review, texts: Texts, guard: Guard, components: Components, languages: Languages
    ) -> None:
        self._review = review
        self._texts = texts
        self._guard = guard
        self._components = components
        self._languages = languages
        self._people: set[int] = set()

    async def load(self) -> None:
        """Learn who is to be told something; at the start, since another process may have left it."""
        self._people |= await self._review.people_with_notices()

    def wait_for(self, people: tuple[int, ...]) -> None:
        """There is news for these people."""
        self._people.update(people)

    async def tell(self, interaction: discord.Interaction) -> None:
        """After an interaction was answered: tell whoever made it what waits for them."""
        if interaction.user.id not in self._people or interaction.response.type not in TAKES_FOLLOW_UPS:
            return
        self._people.discard(interaction.user.id)
        try:
            notices = await self._review.notices_for(interaction.user.id)
            if not notices:
                return
            locale = await self._languages.private(interaction)
            pieces = self.in_words(locale, notices)
            for number, piece in enumerate(pieces, start=1):
                view = self._offer(locale) if number == len(pieces) else None
                await interaction.followup.send(
                    piece,
                    ephemeral=True,
                    view=view or discord.utils.MISSING,
                    allowed_mentions=discord.AllowedMentions.none(),
                )
            await self._review.told(notices)
        except Exception as error:  # the interaction itself was answered; the news stays for the next one
            log.warning("news could not be told: %s", describe(error))
            self._people.add(interaction.user.id)

    async def send_messages(self, client: discord.Client, people: tuple[int, ...]) -> None:
        """Tell those by direct message who wanted that; the others at their next interaction."""
        for user_id in people:
            if not await self._review.wants_messages(user_id):
                continue
            notices = await self._review.notices_for(user_id)
            try:
                user = await client.fetch_user(user_id)
                for piece in self.in_words(await self._languages.of_person(user_id), notices):
                    await user.send(piece, allowed_mentions=discord.AllowedMentions.none())
            except NETWORK_FAILURES as error:
                log.info("news could not be sent as a direct message: %s", describe(error))
                continue
            await self._review.told(notices)
            self._people.discard(user_id)

    def in_words(self, locale: Locale, notices: tuple[Notice, ...]) -> tuple[str, ...]:
        """All news as messages that Discord takes."""
        said = [
            joined(
                "\n\n",
                filter(
                    None,
                    [
                        self._texts.say(locale, f"review-notice-{NoticeKind(notice.kind)}"),
                        self._guard.quote(notice.text),
                    ],
                ),
            )
            for notice in notices
        ]
        return tuple(split_message(joined("\n\n", said)))

    def _offer(self, locale: Locale) -> discord.ui.View:
        return self._components.view(
            self._components.button(locale, "ask-button-tell-me", "report.tell_me", 1)
        )
