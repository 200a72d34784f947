"""/teach lesson history, rollback and delete: what was, what changed, and the way back."""

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option
from bot.discord_io.differences import in_words
from bot.discord_io.moderators import Power, only, require_moderator
from bot.discord_io.router import route
from bot.discord_io.split import split_message
from bot.discord_io.submitted import chosen
from bot.lessons.authoring import OwnLesson, State
from bot.lessons.authoring.differences import Change, Kind, Part, count_words
from bot.lessons.authoring.values import VersionEntry
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.lesson_common import NEVER, Among, Choices, LessonPart

_A_PAGE = 8
_ROOM = 1900


class PastPart(LessonPart):
    """Versions."""

    @app_commands.command(name="history")
    @acknowledged()
    async def history(
        self,
        interaction: discord.Interaction,
        lesson: str,
        version: app_commands.Range[int, 1] | None = None,
    ) -> None:
        """Lists the versions of a lesson, or shows what one of them changed."""
        if version is None:
            await self._list(interaction, lesson, 0)
        else:
            await self._compare(interaction, lesson, version, 0)

    @history.autocomplete("lesson")
    async def history_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own lessons."""
        return await self._lessons(interaction, typed, Among.OWN)

    @history.autocomplete("version")
    async def history_versions(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[int]]:
        """Its versions."""
        return await self._versions(interaction, typed)

    @route("teach.past")
    @acknowledged(First.UPDATE)
    @only(Power.WRITE)
    async def page(self, interaction: discord.Interaction, lesson_id: str, page: int) -> None:
        """Another page of the list."""
        await self._list(interaction, lesson_id, page)

    @route("teach.compare")
    @acknowledged(First.UPDATE)
    @only(Power.WRITE)
    async def compare(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """A version was chosen from the list."""
        picked = chosen(interaction)[0]
        await self._compare(interaction, lesson_id, int(picked) if picked.isdecimal() else 1, 0)

    @route("teach.diff")
    @acknowledged(First.UPDATE)
    @only(Power.WRITE)
    async def turn(self, interaction: discord.Interaction, lesson_id: str, version: int, page: int) -> None:
        """Another page of what changed."""
        await self._compare(interaction, lesson_id, version, page)

    @app_commands.command(name="rollback")
    @acknowledged()
    async def rollback(
        self,
        interaction: discord.Interaction,
        lesson: str,
        version: app_commands.Range[int, 1] | None = None,
    ) -> None:
        """Makes an earlier version the newest draft, or brings a deleted lesson back."""
        await self._roll_back(interaction, lesson, version)

    @rollback.autocomplete("lesson")
    async def rollback_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own lessons, deleted ones as well."""
        return await self._lessons(interaction, typed, Among.TO_BRING_BACK)

    @rollback.autocomplete("version")
    async def rollback_versions(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[int]]:
        """Its versions."""
        return await self._versions(interaction, typed)

    @route("teach.back")
    @acknowledged()
    @only(Power.WRITE)
    async def rollback_pressed(self, interaction: discord.Interaction, lesson_id: str, version: int) -> None:
        """Roll back to the version that is being looked at."""
        await self._roll_back(interaction, lesson_id, version)

    @app_commands.command(name="delete")
    @acknowledged()
    async def delete(self, interaction: discord.Interaction, lesson: str) -> None:
        """Takes a lesson away from everybody; it can be brought back for thirty days."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        own, until = await self._services.authoring.delete(server_id, lesson, self._by(interaction))
        await interaction.edit_original_response(
            content=self._say(
                locale,
                "teach-lesson-deleted",
                lesson=self._quoted(own.title(locale)),
                until=plain(f"<t:{int(until.timestamp())}:D>"),
            ),
            view=self._client.components.view(
                self._client.components.button(locale, "teach-lesson-button-restore", "teach.restore", own.id)
            ),
            allowed_mentions=NEVER,
        )

    @delete.autocomplete("lesson")
    async def delete_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own lessons."""
        return await self._lessons(interaction, typed, Among.OWN)

    @route("teach.restore")
    @acknowledged()
    @only(Power.WRITE)
    async def restore(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Bring a deleted lesson back."""
        await self._roll_back(interaction, lesson_id, None)

    # ---- how it is done

    async def _list(self, interaction: discord.Interaction, lesson_id: str, page: int) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        entries = await self._services.authoring.history(server_id, lesson_id)
        own = await self._services.authoring.own(server_id, lesson_id)
        pages = -(-len(entries) // _A_PAGE)
        page = min(max(page, 0), pages - 1)
        shown = entries[page * _A_PAGE : (page + 1) * _A_PAGE]
        lines = [
            self._say(
                locale, "teach-lesson-history", lesson=self._quoted(own.title(locale)), count=len(entries)
            )
        ]
        for entry in shown:
            changed = await self._services.authoring.changes(server_id, lesson_id, entry.number)
            lines.append(self._line(locale, own, entry, changed))
        make = self._client.components
        items: list[ui.Item[ui.View]] = [
            make.select(
                locale,
                "teach-lesson-select-version",
                "teach.compare",
                lesson_id,
                options=[
                    Option(
                        str(entry.number),
                        self._say(locale, "teach-lesson-version", version=entry.number),
                    )
                    for entry in shown
                ],
                row=0,
            )
        ]
        if page:
            items.append(
                make.button(locale, "teach-lesson-button-newer", "teach.past", lesson_id, page - 1, row=1)
            )
        if page + 1 < pages:
            items.append(
                make.button(locale, "teach-lesson-button-older", "teach.past", lesson_id, page + 1, row=1)
            )
        await interaction.edit_original_response(
            content=split_message(joined("\n", lines))[0], view=make.view(*items), allowed_mentions=NEVER
        )

    def _line(
        self, locale: Locale, own: OwnLesson, entry: VersionEntry, changed: tuple[Change, ...]
    ) -> Released:
        parts = [
            self._say(
                locale,
                "teach-lesson-history-line",
                version=entry.number,
                moment=plain(f"<t:{int(entry.made_at.timestamp())}:f>"),
            )
        ]
        if entry.author is not None:
            parts.append(plain(f"<@{entry.author}>"))
        sections = sum(one.part is Part.SECTION for one in changed)
        if entry.number == 1:
            parts.append(self._say(locale, "teach-lesson-history-first"))
        elif sections:
            parts.append(self._say(locale, "teach-lesson-history-sections", count=sections))
        if entry.number > 1 and len(changed) > sections:
            parts.append(self._say(locale, "teach-lesson-history-details"))
        if own.published == entry.number:
            parts.append(self._say(locale, "teach-lesson-history-seen"))
        if own.publish_version == entry.number and own.publish_at is not None:
            moment = plain(f"<t:{int(own.publish_at.timestamp())}:f>")
            parts.append(self._say(locale, "teach-lesson-history-scheduled", moment=moment))
        return joined(" · ", parts)

    async def _compare(
        self, interaction: discord.Interaction, lesson_id: str, version: int, page: int
    ) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        own = await self._services.authoring.own(server_id, lesson_id)
        changed = await self._services.authoring.changes(server_id, lesson_id, version)
        key = "teach-lesson-diff" if version > 1 else "teach-lesson-diff-first"
        head = self._say(locale, key, lesson=self._quoted(own.title(locale)), version=version)
        if not changed:
            body = self._say(locale, "teach-lesson-diff-nothing")
        else:
            legend = self._say(locale, "teach-lesson-legend")
            body = joined("\n\n", [legend, *(self._difference(locale, one) for one in changed)])
        pages = split_message(body, _ROOM - len(head))
        page = min(max(page, 0), len(pages) - 1)
        shown = self._quoted(pages[page])
        if len(pages) > 1:
            number = self._say(locale, "teach-lesson-page", page=page + 1, pages=len(pages))
            head = joined(" · ", [head, number])
        make = self._client.components
        items: list[ui.Item[ui.View]] = []
        if page:
            items.append(
                make.button(locale, "reading-button-back", "teach.diff", lesson_id, version, page - 1)
            )
        if page + 1 < len(pages):
            items.append(
                make.button(locale, "reading-button-onward", "teach.diff", lesson_id, version, page + 1)
            )
        items.append(make.button(locale, "teach-lesson-button-history", "teach.past", lesson_id, 0))
        if version != own.newest:
            items.append(make.button(locale, "teach-lesson-button-back-to", "teach.back", lesson_id, version))
        await interaction.edit_original_response(
            content=joined("\n", [head, shown]), view=make.view(*items), allowed_mentions=NEVER
        )

    def _difference(self, locale: Locale, change: Change) -> Released:
        language = self._language(locale, change.language)
        if change.part is Part.DETAILS:
            head = self._say(locale, f"teach-lesson-details-{change.fate}", language=language)
        else:
            head = self._say(
                locale,
                f"teach-lesson-change-{change.fate}",
                heading=self._quoted(change.heading),
                language=language,
                new=count_words(change.runs, Kind.NEW),
                gone=count_words(change.runs, Kind.GONE),
            )
        return joined("\n", [head, in_words(self._services.guard, change.runs)])

    async def _roll_back(self, interaction: discord.Interaction, lesson_id: str, version: int | None) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        before = await self._services.authoring.restore(server_id, lesson_id, self._by(interaction))
        title = self._quoted(before.title(locale))
        is_back = before.state is State.DELETED
        said = [self._say(locale, "teach-lesson-restored", lesson=title)] if is_back else []
        if version is not None or not is_back:
            wanted = version or _one_before(before)
            number, has_changed = await self._services.authoring.roll_back(
                server_id, interaction.user.id, lesson_id, wanted
            )
            key = "teach-lesson-rolled-back" if has_changed else "teach-lesson-rolled-back-nothing"
            said.append(self._say(locale, key, lesson=title, old=wanted, version=number))
        now = await self._services.authoring.own(server_id, lesson_id)
        to_publish = now.state is not State.PUBLISHED
        buttons = list(self._after(locale, lesson_id, publish=to_publish))
        if now.publish_at is not None:  # an earlier order, which words that are taken back do not take back
            moment = plain(f"<t:{int(now.publish_at.timestamp())}:F>")
            said.append(
                self._say(
                    locale, "teach-lesson-still-set", version=now.publish_version or now.newest, moment=moment
                )
            )
            make = self._client.components.button
            buttons.append(make(locale, "teach-lesson-button-cancel", "teach.cancel", lesson_id))
        await interaction.edit_original_response(
            content=joined("\n", said),
            view=self._client.components.view(*buttons),
            allowed_mentions=NEVER,
        )


def _one_before(lesson: OwnLesson) -> int:
    """Where a rollback leads that names no version: to what learners see, or else to the version before."""
    if lesson.published is not None and lesson.published != lesson.newest:
        return lesson.published
    return max(lesson.newest - 1, 1)
