"""What several cogs show alike: a card with pictures, for one person or for the channel, and what becomes of what people type."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.speaking import require_public_place
from bot.learners.values import Learner, LearnerKey
from bot.lessons.show import show
from bot.safety import Purpose, Verdict, in_words
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_ALT = 1024
_NOBODY = discord.AllowedMentions.none()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the words that stand for it."""

    png: bytes = field(repr=False)
    name: str
    alt: Released
    """What it shows, for whoever cannot see it; Discord takes 1,024 characters."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something to show, without its buttons: they differ for one person and for a channel."""

    text: Released | None = None
    embeds: tuple[discord.Embed, ...] = ()
    pictures: tuple[Picture, ...] = ()
    attached: tuple[tuple[str, bytes], ...] = ()
    """Further files: names and contents, where the words have no room in the message."""

    def files(self) -> list[discord.File]:
        """The pictures as Discord takes them, made anew, as a file can be sent once only."""
        made = [
            discord.File(io.BytesIO(one.png), filename=one.name, description=one.alt[:_ALT])
            for one in self.pictures
        ]
        return made + [discord.File(io.BytesIO(content), filename=name) for name, content in self.attached]


class ShowingGone(PersonError):
    """What a button belongs to is not kept any more."""

    key = "explain-gone"


class Refused(Exception):
    """What somebody typed may not go on; `said` is what to tell them."""

    def __init__(self, said: Released) -> None:
        super().__init__("a filter stopped it")
        self.said = said


@dataclass(frozen=True, slots=True)
class Taken:
    """What somebody typed, as it may be worked with."""

    text: str
    note: Released
    """What was taken out of it, in words; "" for nothing."""


class ExhibitPart(app_commands.Group):
    """Some commands with their buttons and forms, which show exhibits."""

    def __init__(self, client: Face) -> None:
        super().__init__(description="…")  # what people read is in commands.ftl
        self._client = client
        self._services = client.services
        self._make = client.components
        self._say = client.services.texts.say

    def _quoted(self, words: str) -> Released:
        return self._services.guard.quote(words)

    def _shown(self, markdown: str) -> Released:
        """An authored text as Discord can show it."""
        return self._services.guard.quote(show(markdown))

    async def _learner(self, interaction: discord.Interaction[Any]) -> tuple[Learner, Locale]:
        """Who asks, and in which language they are answered privately."""
        learner = await self._services.learners.get(key_of(interaction))
        return learner, learner.locale or Locale.from_discord(interaction.locale.value)

    async def _take(self, learner: LearnerKey, locale: Locale, typed: str) -> Taken:
        """What was typed, as this server filters it: an attempt at overriding is a thing to look at here, harm is refused.

        Raises `Refused`.
        """
        verdict = await self._services.server_guard.check(learner.server_id, typed, Purpose.EXERCISE)
        return self._taken(locale, verdict)

    async def _take_for_a_model(self, learner: LearnerKey, locale: Locale, typed: str) -> Taken:
        """As `_take`, with a provider's moderation heard as well where one is set up. Raises `Refused`."""
        guard = self._services.server_guard
        return self._taken(locale, await guard.check_for_a_model(learner.server_id, typed, Purpose.EXERCISE))

    def _taken(self, locale: Locale, verdict: Verdict) -> Taken:
        said = in_words(self._services.texts, locale, verdict)
        if not verdict.goes_on:
            raise Refused(said)
        return Taken(verdict.text, said)

    def _because(self, locale: Locale, key: str, why: str = "") -> Released:
        """Why no model answered: the sentence of a `ModelError`, and the moderators' own words after a pause."""
        said = self._say(locale, key)
        if not why:
            return said
        return lines([said, self._say(locale, "ask-paused-because", why=self._quoted(why))])

    async def _refuse(self, interaction: discord.Interaction[Any], refused: Refused) -> None:
        await interaction.edit_original_response(
            content=refused.said, embeds=[], attachments=[], view=None, allowed_mentions=_NOBODY
        )

    async def _put(self, interaction: discord.Interaction[Any], exhibit: Exhibit, view: ui.View) -> None:
        """Show it in the place of what the interaction's message shows."""
        await interaction.edit_original_response(
            content=exhibit.text,
            embeds=list(exhibit.embeds),
            attachments=exhibit.files(),
            view=view,
            allowed_mentions=_NOBODY,
        )

    async def _publish(
        self, interaction: discord.Interaction[Any], locale: Locale, exhibit: Exhibit, view: ui.View
    ) -> None:
        """Show it to the channel; who asked is told privately where it is. Raises `NotHere` or `OnlyThere`."""
        await require_public_place(interaction)
        await interaction.edit_original_response(content=self._say(locale, "explain-shared-notice"))
        await interaction.followup.send(
            content=exhibit.text or discord.utils.MISSING,
            embeds=list(exhibit.embeds),
            files=exhibit.files(),
            view=view,
            ephemeral=False,
            allowed_mentions=_NOBODY,
            wait=True,
        )


def embed(
    title: Released | None,
    text: Released | None,
    *fields: tuple[Released, Released],
    image: str | None = None,
) -> discord.Embed:
    """A card. `fields` are names with their texts; `image` is the name of a picture of the same message."""
    made = discord.Embed(title=title, description=text, colour=discord.Colour.blurple())
    for name, value in fields:
        made.add_field(name=name, value=value, inline=False)
    if image is not None:
        made.set_image(url=f"attachment://{image}")
    return made


def lines(parts: Sequence[Released]) -> Released:
    """Released texts, one a line."""
    return joined("\n", parts)
