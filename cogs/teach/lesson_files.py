"""/teach lesson import and export: files in, with a report of every file and line; files out, as import takes them."""

import io
from collections.abc import Sequence

import discord
from discord import app_commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.attachments import attached, read_files
from bot.discord_io.components import FileField, Option
from bot.discord_io.moderators import Power, only, require_moderator
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen
from bot.lessons.importing import Change, ImportReport, Outcome
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.lesson_common import LABEL, MESSAGE, MOST, NEVER, Among, Choices, Language, LessonPart, spoken

LARGEST = 32 * 1024 * 1024
"""Bytes of all files of one import through Discord; larger courses come in by the operator's command line."""
_MOST_FILES = 10
_ANY = "any"


class FilesPart(LessonPart):
    """Lessons as files."""

    @app_commands.command(name="import")
    async def take_in(
        self,
        interaction: discord.Interaction,
        file: discord.Attachment | None = None,
        language: Language | None = None,
        dry_run: bool = False,
    ) -> None:
        """Takes in a file, or opens a form for up to ten."""
        if file is not None:
            await self._client.acknowledgements.defer(interaction, First.PRIVATE)
            await self._import(interaction, [file], Locale(language) if language else None, dry_run)
            return
        locale = await self._client.languages.private(interaction)
        await interaction.response.send_modal(
            self._client.components.modal(
                locale,
                "teach-lesson-form-try" if dry_run else "teach-lesson-form-import",
                "teach.files",
                language or _ANY,
                int(dry_run),
                fields=[
                    FileField(
                        "files",
                        "teach-lesson-field-files",
                        most=_MOST_FILES,
                        help_key="teach-lesson-help-files",
                    )
                ],
            )
        )

    @route("teach.files")
    @acknowledged()
    @only(Power.WRITE)
    async def handed_over(self, interaction: discord.Interaction, language: str, dry_run: int) -> None:
        """Files came with the form."""
        files = attached(interaction, "files")
        await self._import(interaction, files, None if language == _ANY else spoken(language), bool(dry_run))

    @app_commands.command(name="export")
    @acknowledged()
    async def export(self, interaction: discord.Interaction, lesson: str) -> None:
        """Hands out the newest version of a lesson as the file that import takes."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        own = await self._services.authoring.own(server_id, lesson)
        packed = await self._services.authoring.exported(server_id, lesson)
        await interaction.edit_original_response(
            content=self._say(
                locale,
                "teach-lesson-exported",
                lesson=self._quoted(own.title(locale)),
                version=own.newest,
            ),
            attachments=[discord.File(io.BytesIO(packed), filename=f"{own.id}.zip")],
            allowed_mentions=NEVER,
        )

    @export.autocomplete("lesson")
    async def export_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own lessons."""
        return await self._lessons(interaction, typed, Among.OWN)

    @route("teach.look")
    @acknowledged()
    @only(Power.WRITE)
    async def chosen_to_look_at(self, interaction: discord.Interaction) -> None:
        """One of the lessons that came in."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        own = await self._services.authoring.own(server_id, chosen(interaction)[0])
        await interaction.edit_original_response(
            content=self._say(
                locale,
                "teach-lesson-chosen",
                lesson=self._quoted(own.title(locale)),
                version=own.newest,
            ),
            view=self._client.components.view(*self._after(locale, own.id, publish=True, edit=locale)),
            allowed_mentions=NEVER,
        )

    async def _import(
        self,
        interaction: discord.Interaction,
        files: Sequence[discord.Attachment],
        language: Locale | None,
        dry_run: bool,
    ) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        uploads = await read_files(
            files, most=LARGEST, guard=self._services.server_guard, server_id=server_id
        )
        report = await self._services.importer.take_in(
            uploads,
            server_id=server_id,
            language=language,
            dry_run=dry_run,
            author=interaction.user.id,
        )
        whole = self._report(locale, report, most=None)
        shown = whole if len(whole) <= MESSAGE else self._report(locale, report, most=MESSAGE)
        await interaction.edit_original_response(
            content=shown,
            attachments=(
                [discord.File(io.BytesIO(whole.encode()), filename="import-report.md")]
                if shown is not whole
                else []
            ),
            view=self._client.components.view(*self._next_steps(locale, report)),
            allowed_mentions=NEVER,
        )

    def _report(self, locale: Locale, report: ImportReport, *, most: int | None) -> Released:
        """The whole report, or as much of it as `most` characters hold, what is wrong first."""
        words = self._words(locale)
        lines = [words.summary(report)]
        rest: list[Released] = [] if report.refused else [words.lesson(one) for one in report.lessons]
        for outcome in (Outcome.WRONG, Outcome.SKIPPED, Outcome.UNDERSTOOD):
            remarks = report.with_outcome(outcome)
            if remarks:
                rest.append(joined("", [plain("**"), words.outcome(outcome), plain("**")]))
                rest += [joined("", [plain("- "), words.remark(one)]) for one in remarks]
        if most is None:
            return joined("\n", [*lines, *rest])
        end = self._say(locale, "teach-lesson-report-attached")
        room = most - len(lines[0]) - len(end) - 2
        for line in rest:
            room -= len(line) + 1
            if room < 0:
                break
            lines.append(line)
        return joined("\n", [*lines, end])

    def _next_steps(self, locale: Locale, report: ImportReport) -> list[discord.ui.Item[discord.ui.View]]:
        if report.refused or report.dry_run:
            return []
        new = [one for one in report.lessons if one.change is not Change.UNCHANGED]
        if len(new) == 1:
            return list(self._after(locale, new[0].lesson_id, publish=True))
        if not new:
            return []
        make = self._client.components
        return [
            make.select(
                locale,
                "teach-lesson-select-lesson",
                "teach.look",
                options=[Option(one.lesson_id, self._quoted(one.title[:LABEL])) for one in new[:MOST]],
            ),
            make.button(locale, "teach-lesson-button-publish-all", "teach.publish", "+all"),
        ]
