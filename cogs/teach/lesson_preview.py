"""/teach lesson preview: a draft as learners would see it, in each language."""

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option
from bot.discord_io.lesson_page import page_embed, pages_of
from bot.discord_io.moderators import Power, only, require_moderator
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen
from bot.lessons.authoring import Draft
from bot.lessons.authoring.values import NothingToRead
from bot.lessons.values import Lesson
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.lesson_common import (
    LABEL,
    MOST,
    NEVER,
    Among,
    Choices,
    Language,
    LessonPart,
    spoken,
)


class PreviewPart(LessonPart):
    """What learners would see."""

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
    @only(Power.WRITE)
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
        await self._show(interaction, lesson_id, version or None, spoken(language), ordinal, page)

    @route("teach.turn")
    @acknowledged(First.UPDATE)
    @only(Power.WRITE)
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
        await self._show(interaction, lesson_id, version, spoken(language), ordinal, page)

    @route("teach.jump")
    @acknowledged(First.UPDATE)
    @only(Power.WRITE)
    async def jump(
        self, interaction: discord.Interaction, lesson_id: str, version: int, language: str
    ) -> None:
        """A section of the preview's table of contents."""
        picked = chosen(interaction)[0]
        ordinal = int(picked) if picked.isdecimal() else 0
        await self._show(interaction, lesson_id, version, spoken(language), ordinal)

    async def _show(
        self,
        interaction: discord.Interaction,
        lesson_id: str,
        version: int | None,
        language: Locale,
        ordinal: int = 0,
        page: int = 0,
    ) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
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
