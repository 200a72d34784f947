"""/teach lesson preview, publish and unpublish: a draft as learners would see it, and when they do."""

from datetime import UTC

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option
from bot.discord_io.lesson_page import page_embed, pages_of
from bot.discord_io.moderators import moderates, moderators_only, require_moderator
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen
from bot.lessons.authoring import Draft, State, Step
from bot.lessons.authoring.authoring import FURTHEST
from bot.lessons.authoring.values import NothingToRead
from bot.lessons.values import Lesson
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.lesson_common import (
    ALL_DRAFTS,
    LABEL,
    MOST,
    NEVER,
    Among,
    Choices,
    Language,
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


class ShowingPart(LessonPart):
    """What learners see, and when."""

    @app_commands.command(name="preview")
    @acknowledged()
    async def preview(
        self,
        interaction: discord.Interaction,
        lesson: str,
        language: Language | None = None,
        version: app_commands.Range[int, 1] | None = None,
    ) -> None:
        """Shows a lesson as a learner would see it."""
        locale = await self._client.languages.private(interaction)
        await self._show(interaction, lesson, version, Locale(language) if language else locale)

    @preview.autocomplete("lesson")
    async def preview_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own lessons."""
        return await self._lessons(interaction, typed, Among.OWN)

    @preview.autocomplete("version")
    async def preview_versions(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[int]]:
        """Its versions."""
        return await self._versions(interaction, typed)

    @route("teach.see")
    @acknowledged()
    @moderators_only
    async def see(
        self,
        interaction: discord.Interaction,
        lesson_id: str,
        version: int,
        language: str,
        ordinal: int,
        page: int,
    ) -> None:
        """A preview, from a button somewhere else; version 0 is the newest."""
        await self._show(interaction, lesson_id, version or None, Locale(language), ordinal, page)

    @route("teach.turn")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def turn(
        self,
        interaction: discord.Interaction,
        lesson_id: str,
        version: int,
        language: str,
        ordinal: int,
        page: int,
    ) -> None:
        """Another page, or another language, of the preview that is open."""
        await self._show(interaction, lesson_id, version, Locale(language), ordinal, page)

    @route("teach.jump")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def jump(
        self, interaction: discord.Interaction, lesson_id: str, version: int, language: str
    ) -> None:
        """A section of the preview's table of contents."""
        picked = chosen(interaction)[0]
        ordinal = int(picked) if picked.isdecimal() else 0
        await self._show(interaction, lesson_id, version, Locale(language), ordinal)

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
        if not await moderates(interaction):
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
    @moderators_only
    async def publish_pressed(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Publish, from a button."""
        await self._publish(interaction, lesson_id)

    @route("teach.cancel")
    @acknowledged()
    @moderators_only
    async def cancel(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Do not publish at the time that was set."""
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        was_set = await self._services.authoring.cancel(server_id, lesson_id)
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
    @moderators_only
    async def unpublish_pressed(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Unpublish, from a button."""
        await self._unpublish(interaction, lesson_id)

    # ---- preview

    async def _show(
        self,
        interaction: discord.Interaction,
        lesson_id: str,
        version: int | None,
        language: Locale,
        ordinal: int = 0,
        page: int = 0,
    ) -> None:
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        draft = await self._services.authoring.draft(server_id, lesson_id, version)
        lesson = draft.read_in(language)
        if not lesson.sections:
            raise NothingToRead
        section = lesson.sections[min(max(ordinal, 0), len(lesson.sections) - 1)]
        pages = pages_of(section)
        page = min(max(page, 0), len(pages) - 1)
        await interaction.edit_original_response(
            content=self._above(locale, draft, lesson, language),
            embed=page_embed(
                self._services.texts, self._services.guard, language, lesson, section, pages[page]
            ),
            view=self._reader(locale, draft, lesson, language, section.ordinal, page, len(pages)),
            allowed_mentions=NEVER,
        )

    def _above(self, locale: Locale, draft: Draft, lesson: Lesson, language: Locale) -> Released:
        is_seen = draft.own.published == draft.version
        said = [
            self._say(
                locale,
                "teach-lesson-preview-seen" if is_seen else "teach-lesson-preview-draft",
                version=draft.version,
                language=self._language(locale, language),
            )
        ]
        if language not in draft.lesson.texts:
            said.append(
                self._say(
                    locale, "teach-lesson-preview-other", language=self._language(locale, lesson.language)
                )
            )
        elif language in draft.converted:
            said.append(self._say(locale, "teach-lesson-preview-converted"))
        said += self._missing(locale, draft)
        return joined("\n", said)

    def _missing(self, locale: Locale, draft: Draft) -> list[Released]:
        return [
            self._say(locale, "teach-lesson-missing", language=self._language(locale, language), count=count)
            for language, count in draft.missing.items()
        ]

    def _reader(
        self,
        locale: Locale,
        draft: Draft,
        lesson: Lesson,
        language: Locale,
        ordinal: int,
        page: int,
        pages: int,
    ) -> ui.View:
        make = self._client.components
        at = (draft.own.id, draft.version)
        first = max(min(ordinal - MOST // 2, len(lesson.sections) - MOST), 0)
        items: list[ui.Item[ui.View]] = [
            make.select(
                locale,
                "reading-contents",
                "teach.jump",
                *at,
                language.value,
                options=[
                    Option(str(one.ordinal), self._quoted(one.heading[:LABEL]), chosen=one.ordinal == ordinal)
                    for one in lesson.sections[first : first + MOST]
                ],
                row=0,
            )
        ]
        back = (ordinal, page - 1) if page else (ordinal - 1, 0)
        onward = (ordinal, page + 1) if page + 1 < pages else (ordinal + 1, 0)
        if back[0] >= 0:
            items.append(
                make.button(locale, "reading-button-back", "teach.turn", *at, language.value, *back, row=1)
            )
        if onward[0] < len(lesson.sections):
            items.append(
                make.button(
                    locale, "reading-button-onward", "teach.turn", *at, language.value, *onward, row=1
                )
            )
        if draft.own.published != draft.version and draft.version == draft.own.newest:
            items.append(
                make.button(
                    locale,
                    "teach-lesson-button-publish",
                    "teach.publish",
                    draft.own.id,
                    style=discord.ButtonStyle.primary,
                    row=1,
                )
            )
        items.append(
            make.button(
                locale, "teach-lesson-button-edit", "teach.edit", draft.own.id, lesson.language.value, row=1
            )
        )
        items += [
            make.button(
                locale,
                f"teach-lesson-button-{other}",
                "teach.turn",
                *at,
                other.value,
                ordinal,
                0,
                row=2,
            )
            for other in Locale
            if other is not language
        ]
        return make.view(*items)

    # ---- publish

    async def _publish(self, interaction: discord.Interaction, lesson_id: str) -> None:
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        if lesson_id == ALL_DRAFTS:
            await self._publish_all(interaction, server_id, locale)
            return
        step, number = await self._services.authoring.publish(server_id, lesson_id)
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
        done, empty = 0, 0
        for draft in drafts:
            try:
                await self._services.authoring.publish(server_id, draft.id)
                done += 1
            except NothingToRead:
                empty += 1
        said = [self._say(locale, "teach-lesson-published-all", count=done)]
        if empty:
            said.append(self._say(locale, "teach-lesson-published-not", count=empty))
        await interaction.edit_original_response(content=joined("\n", said))

    async def _publish_later(self, interaction: discord.Interaction, lesson_id: str, at: str) -> None:
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        now = self._services.clock.now()
        moment = await self._services.authoring.read_moment(at, UTC)
        if moment is None:
            raise NoMoment
        if moment.at <= now:
            raise InThePast(moment=plain(f"<t:{int(moment.at.timestamp())}:F>"))
        if moment.at > now + FURTHEST:
            raise TooFar
        version = await self._services.authoring.publish_later(server_id, lesson_id, moment.at)
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
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        step = await self._services.authoring.unpublish(server_id, lesson_id)
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
