"""/teach lesson publish and unpublish: what learners see, now or from a time on."""

from datetime import UTC

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.moderators import Power, moderates, only, require_moderator
from bot.discord_io.router import route
from bot.lessons.authoring import State, Step
from bot.lessons.authoring.authoring import FURTHEST
from bot.lessons.authoring.values import NothingToRead
from bot.lessons.floors import NotForLearners
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.lesson_common import (
    ALL_DRAFTS,
    LABEL,
    NEVER,
    Among,
    Choices,
    LessonPart,
)

_SUGGESTED = ("teach-lesson-at-hour", "teach-lesson-at-tomorrow", "teach-lesson-at-monday")


class NoMoment(PersonError):
    """No moment could be read in what was typed."""

    key = "teach-lesson-at-unclear"


class InThePast(PersonError):
    """The moment is over."""

    key = "teach-lesson-at-past"


class TooFar(PersonError):
    """The moment is more than a year away."""

    key = "teach-lesson-at-far"


class PublishingPart(LessonPart):
    """What learners see, and when."""

    @app_commands.command(name="publish")
    @acknowledged()
    async def publish(self, interaction: discord.Interaction, lesson: str, at: str | None = None) -> None:
        """Shows a lesson to the learners, now or at a time."""
        if at is None or not at.strip():
            await self._publish(interaction, lesson)
        else:
            await self._publish_later(interaction, lesson, at)

    @publish.autocomplete("lesson")
    async def publish_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Drafts, and lessons of the course that are hidden here."""
        return await self._lessons(interaction, typed, Among.TO_PUBLISH)

    @publish.autocomplete("at")
    async def publish_times(self, interaction: discord.Interaction, typed: str) -> Choices:
        """What was typed as it is understood, or some times to begin with."""
        if not await moderates(interaction, Power.WRITE):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        wordings: list[str] = [typed] if typed.strip() else [self._say(locale, key) for key in _SUGGESTED]
        found = []
        for words in wordings:
            moment = await self._services.authoring.read_moment(words, UTC)
            if moment is not None and moment.at > self._services.clock.now():
                day = plain(f"{moment.at:%Y-%m-%d %H:%M} UTC")
                name = day if typed.strip() else f"{words} · {day}"
                found.append(app_commands.Choice(name=name[:LABEL], value=moment.at.isoformat()))
        return found

    @route("teach.publish")
    @acknowledged()
    @only(Power.WRITE)
    async def publish_pressed(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Publish, from a button."""
        await self._publish(interaction, lesson_id)

    @route("teach.cancel")
    @acknowledged()
    @only(Power.WRITE)
    async def cancel(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Do not publish at the time that was set."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        was_set = await self._services.authoring.cancel(server_id, lesson_id, self._by(interaction))
        key = "teach-lesson-cancelled" if was_set else "teach-lesson-nothing-set"
        await interaction.edit_original_response(content=self._say(locale, key))

    @app_commands.command(name="unpublish")
    @acknowledged()
    async def unpublish(self, interaction: discord.Interaction, lesson: str) -> None:
        """Takes a lesson out of the learners' sight."""
        await self._unpublish(interaction, lesson)

    @unpublish.autocomplete("lesson")
    async def unpublish_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """What learners see here."""
        return await self._lessons(interaction, typed, Among.TO_HIDE)

    @route("teach.unpublish")
    @acknowledged()
    @only(Power.WRITE)
    async def unpublish_pressed(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Unpublish, from a button."""
        await self._unpublish(interaction, lesson_id)

    async def _publish(self, interaction: discord.Interaction, lesson_id: str) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        if lesson_id == ALL_DRAFTS:
            await self._publish_all(interaction, server_id, locale)
            return
        step, number = await self._services.authoring.publish(server_id, lesson_id, self._by(interaction))
        title = await self._title(server_id, lesson_id, locale)
        if step is Step.SHOWN or not number:
            key = "teach-lesson-shown" if step is Step.SHOWN else "teach-lesson-shown-before"
            await interaction.edit_original_response(content=self._say(locale, key, lesson=title))
            return
        key = "teach-lesson-published" if step is Step.PUBLISHED else "teach-lesson-published-before"
        draft = await self._services.authoring.draft(server_id, lesson_id, number)
        said = [self._say(locale, key, lesson=title, version=number), *self._missing(locale, draft)]
        await interaction.edit_original_response(
            content=joined("\n", said),
            view=self._client.components.view(
                self._client.components.button(
                    locale, "teach-lesson-button-unpublish", "teach.unpublish", lesson_id
                )
            ),
            allowed_mentions=NEVER,
        )

    async def _publish_all(self, interaction: discord.Interaction, server_id: int, locale: Locale) -> None:
        drafts = await self._services.authoring.matching(server_id, "", State.DRAFT, State.CHANGED)
        done, empty, stopped = 0, 0, 0
        for draft in drafts:
            try:
                await self._services.authoring.publish(server_id, draft.id, self._by(interaction))
                done += 1
            except NothingToRead:
                empty += 1
            except NotForLearners:
                stopped += 1
        said = [self._say(locale, "teach-lesson-published-all", count=done)]
        if empty:
            said.append(self._say(locale, "teach-lesson-published-not", count=empty))
        if stopped:
            said.append(self._say(locale, "teach-lesson-published-stopped", count=stopped))
        await interaction.edit_original_response(content=joined("\n", said))

    async def _publish_later(self, interaction: discord.Interaction, lesson_id: str, at: str) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        now = self._services.clock.now()
        moment = await self._services.authoring.read_moment(at, UTC)
        if moment is None:
            raise NoMoment
        if moment.at <= now:
            raise InThePast(moment=plain(f"<t:{int(moment.at.timestamp())}:F>"))
        if moment.at > now + FURTHEST:
            raise TooFar
        version = await self._services.authoring.publish_later(
            server_id, lesson_id, moment.at, self._by(interaction)
        )
        seconds = int(moment.at.timestamp())
        await interaction.edit_original_response(
            content=self._say(
                locale,
                "teach-lesson-scheduled",
                lesson=await self._title(server_id, lesson_id, locale),
                version=version,
                moment=plain(f"<t:{seconds}:F>"),
                distance=plain(f"<t:{seconds}:R>"),
                utc=plain(f"{moment.at:%Y-%m-%d %H:%M} UTC"),
            ),
            view=self._client.components.view(
                self._client.components.button(
                    locale, "teach-lesson-button-cancel", "teach.cancel", lesson_id
                )
            ),
            allowed_mentions=NEVER,
        )

    async def _unpublish(self, interaction: discord.Interaction, lesson_id: str) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        step = await self._services.authoring.unpublish(server_id, lesson_id, self._by(interaction))
        title = await self._title(server_id, lesson_id, locale)
        await interaction.edit_original_response(
            content=self._say(locale, f"teach-lesson-taken-{step}", lesson=title),
            view=self._client.components.view(
                self._client.components.button(
                    locale, "teach-lesson-button-show-again", "teach.publish", lesson_id
                )
            ),
            allowed_mentions=NEVER,
        )

    async def _title(self, server_id: int, lesson_id: str, locale: Locale) -> Released:
        return self._quoted(await self._services.authoring.title(server_id, lesson_id, locale))
