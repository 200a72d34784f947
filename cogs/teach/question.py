"""/teach question: a server's own questions, from the first draft to the learners, and how they do."""

import asyncio
import io
from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePath
from typing import Final

import discord
from discord import app_commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.attachments import read_files
from bot.discord_io.moderators import Power, moderates, only, require_moderator
from bot.discord_io.router import OldButton, route
from bot.discord_io.submitted import Submitted, submitted
from bot.quiz.bank_values import ItemState
from bot.quiz.formats import MOST_BYTES, FileFormat
from bot.quiz.formats.anki import deck_of
from bot.quiz.workshop.desk import Owned, handle_of
from bot.quiz.workshop.forms import entry_from, kept_beside
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.question_sheets import (
    LABEL,
    NEVER,
    Choices,
    Line,
    QuestionPart,
    cut,
    entry_from_yaml,
    matching,
)

_FORMATS: Final = [app_commands.Choice(name=one.value, value=one.value) for one in FileFormat]
_ENDINGS: Final = {
    ".gift": FileFormat.GIFT,
    ".txt": FileFormat.GIFT,
    ".xml": FileFormat.MOODLE,
    ".json": FileFormat.JSON,
    ".csv": FileFormat.CSV,
    ".yaml": FileFormat.YAML,
    ".yml": FileFormat.YAML,
}
_ANKI: Final = "apkg"
_LIVE: Final = (ItemState.DRAFT, ItemState.PUBLISHED)
MOST_DRAFTS: Final = 10
_MOST_OF_COURSE: Final = 100


class UnknownFormat(PersonError):
    """Neither the option nor the file's name says what kind of file it is."""

    key = "teach-question-unknown-format"


class NothingToExport(PersonError):
    """There are no questions of this server to hand out."""

    key = "teach-question-nothing"


class QuestionsPart(QuestionPart):
    """Writing, files, drafts, approval, figures."""

    power = Power.QUESTIONS

    @app_commands.command(name="new")
    async def new(self, interaction: discord.Interaction, lesson: str) -> None:
        """Opens the form for a question."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = Locale.from_discord(interaction.locale.value)
        found = await self._desk.lesson(server_id, lesson, locale)
        await interaction.response.send_modal(self._form(locale, found, "tq.new", found.id))

    @app_commands.command(name="edit")
    async def edit(self, interaction: discord.Interaction, question: str) -> None:
        """Opens the form with a question in it."""
        await self._open(interaction, question)

    @app_commands.command(name="import")
    @app_commands.choices(format=_FORMATS)
    @acknowledged()
    async def take_in(
        self,
        interaction: discord.Interaction,
        lesson: str,
        file: discord.Attachment,
        format: str | None = None,
    ) -> None:
        """Takes in a file of questions, all of it or nothing."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        wanted = FileFormat(format) if format else _ENDINGS.get(PurePath(file.filename).suffix.casefold())
        if wanted is None:
            raise UnknownFormat
        found = await self._desk.lesson(server_id, lesson, locale)
        (upload,) = await read_files(
            [file], most=MOST_BYTES, guard=self._services.server_guard, server_id=server_id
        )
        taken = await self._desk.take_in(
            server_id, found, upload.content, wanted, locale, interaction.user.id
        )
        if taken.mistakes:
            lines = [
                self._say(locale, "teach-question-line", line=one.line, what=self._wrong(locale, one))
                for one in taken.mistakes
            ]
            await self._tell(
                interaction,
                [self._say(locale, "teach-question-not-taken", count=len(lines)), *lines],
            )
            return
        told = [self._say(locale, "teach-question-taken", count=taken.published)]
        if taken.flawed:
            told.append(self._say(locale, "teach-question-taken-flawed", count=len(taken.flawed)))
            for owned in taken.flawed:
                told += [joined("", [plain("**"), self._quoted(cut(owned.item.stem, 80)), plain("**")])]
                told += self._findings(locale, owned)
        await self._tell(interaction, told)

    @app_commands.command(name="export")
    @app_commands.choices(format=[*_FORMATS, app_commands.Choice(name=_ANKI, value=_ANKI)])
    @acknowledged()
    async def export(
        self, interaction: discord.Interaction, format: str = FileFormat.YAML.value, lesson: str | None = None
    ) -> None:
        """Hands out the server's own questions."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        if format == _ANKI:
            items = [one.item for one in await self._desk.all(server_id, locale, _LIVE, lesson)]
            labels = (self._say(locale, "quiz-button-true"), self._say(locale, "quiz-button-false"))
            title = self._say(locale, "teach-question-deck")
            count, content = len(items), await asyncio.to_thread(deck_of, items, title, labels)
        else:
            count, content = await self._desk.export(server_id, FileFormat(format), locale, lesson)
        if not count:
            raise NothingToExport
        ending = {"moodle": "xml"}.get(format, format)
        await interaction.edit_original_response(
            content=self._say(locale, "teach-question-exported", count=count),
            attachments=[discord.File(io.BytesIO(content), filename=f"questions.{ending}")],
        )

    @app_commands.command(name="generate")
    @acknowledged()
    async def generate(
        self,
        interaction: discord.Interaction,
        lesson: str,
        count: app_commands.Range[int, 1, MOST_DRAFTS] = 3,
    ) -> None:
        """Drafts questions from a lesson; nobody is asked them before a moderator approved."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        found = await self._desk.lesson(server_id, lesson, locale)
        drafted, kept = await self._desk.generate(server_id, found, count, interaction.user.id)
        if kept or drafted.dropped:
            key = "teach-question-drafted" if drafted.by_model else "teach-question-drafted-plainly"
            told = self._say(locale, key, count=len(kept), dropped=drafted.dropped)
        else:
            none = "teach-question-drafted-no-reply" if drafted.by_model else "teach-question-drafted-no-text"
            told = self._say(locale, none)
        make = self._client.components
        view = make.view(make.button(locale, "teach-question-button-review", "tq.review")) if kept else None
        await interaction.edit_original_response(content=told, view=view)

    @app_commands.command(name="review")
    @acknowledged()
    async def review(self, interaction: discord.Interaction) -> None:
        """Shows the drafts, one by one."""
        await self._next_draft(interaction)

    @app_commands.command(name="stats")
    @acknowledged()
    async def stats(
        self, interaction: discord.Interaction, lesson: str | None = None, question: str | None = None
    ) -> None:
        """How questions do here, by first answers."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        watched = await self._desk.watched(server_id, locale, lesson)
        if question is not None:
            owned = await self._desk.find(server_id, question, locale)
            watched = [one for one in watched if one.place == owned.place]
        await self._tell(interaction, self._figures(locale, watched))

    @app_commands.command(name="retire")
    @acknowledged()
    async def retire(self, interaction: discord.Interaction, question: str) -> None:
        """Takes a question out, its own or one of the course; one that is out already can be brought back."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        owned = await self._desk.find(server_id, question, locale)
        if owned.state is ItemState.RETIRED:
            await self._put(interaction, locale, owned)
            return
        await self._desk.set_state(owned, ItemState.RETIRED, self._by(interaction))
        again = [] if owned.state is ItemState.DRAFT else [self._again(locale, owned)]
        await interaction.edit_original_response(
            content=self._say(
                locale, "teach-question-retired", question=self._quoted(cut(owned.item.stem, 200))
            ),
            view=self._client.components.view(*again),
            allowed_mentions=NEVER,
        )

    @new.autocomplete("lesson")
    @take_in.autocomplete("lesson")
    @export.autocomplete("lesson")
    @generate.autocomplete("lesson")
    @stats.autocomplete("lesson")
    async def lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Lessons of this server by what was typed, for moderators alone."""
        if not await moderates(interaction, Power.QUESTIONS):
            return []
        return await self._client.desk.lesson_choices(interaction, typed)

    @edit.autocomplete("question")
    async def own_questions(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own questions, for moderators alone: drafts have keys."""
        if interaction.guild_id is None or not await moderates(interaction, Power.QUESTIONS):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        return matching(await self._own_lines(interaction.guild_id, locale, _LIVE), typed)

    @stats.autocomplete("question")
    @retire.autocomplete("question")
    async def all_questions(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own questions and the course's, those that were taken out before those of the course."""
        if interaction.guild_id is None or not await moderates(interaction, Power.QUESTIONS):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        live = await self._own_lines(interaction.guild_id, locale, _LIVE)
        retired = await self._own_lines(interaction.guild_id, locale, (ItemState.RETIRED,))
        of_course = await self._desk.of_course(interaction.guild_id, locale, typed.strip(), _MOST_OF_COURSE)
        course = [
            self._line(locale, f"teach-question-choice-course-{one.state}", one.stem, handle_of(one.place))
            for one in of_course
        ]
        out = sum(one.state is ItemState.RETIRED for one in of_course)
        return matching([*live, *course[:out], *retired, *course[out:]], typed)

    # Forms and buttons

    @route("tq.new")
    @acknowledged()
    @only(Power.QUESTIONS)
    async def written(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """A new question came with the form."""
        await self._store(interaction, lesson_id, None, None)

    @route("tq.changed")
    @acknowledged()
    @only(Power.QUESTIONS)
    async def changed(self, interaction: discord.Interaction, handle: str, version: int) -> None:
        """A question came back with the form."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        owned = await self._desk.get(server_id, handle, locale)
        await self._store(interaction, owned.place.lesson_id, owned, version)

    @route("tq.edit")
    @only(Power.QUESTIONS)
    async def reopened(self, interaction: discord.Interaction, handle: str) -> None:
        """The form again."""
        await self._open(interaction, handle)

    @route("tq.review")
    @acknowledged(First.UPDATE)
    @only(Power.QUESTIONS)
    async def go_on(self, interaction: discord.Interaction) -> None:
        """The first draft."""
        await self._next_draft(interaction)

    @route("tq.skip")
    @acknowledged(First.UPDATE)
    @only(Power.QUESTIONS)
    async def skipped(self, interaction: discord.Interaction, handle: str) -> None:
        """The draft after this one."""
        await self._next_draft(interaction, after=handle)

    @route("tq.decide")
    @acknowledged(First.UPDATE)
    @only(Power.QUESTIONS)
    async def decided(self, interaction: discord.Interaction, handle: str, version: int, what: str) -> None:
        """Approved or rejected; what was changed meanwhile is shown again first."""
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        if what not in (ItemState.PUBLISHED, ItemState.RETIRED):
            raise OldButton
        owned = await self._desk.find(server_id, handle, locale)
        done = owned.version == version and await self._desk.set_state(
            owned, ItemState(what), self._by(interaction)
        )
        if not done:
            await self._put(interaction, locale, owned)
            return
        note = self._say(locale, f"teach-question-now-{what}")
        if owned.state is ItemState.DRAFT:
            await self._next_draft(interaction, note=note, after=handle)
        else:
            await self._put(interaction, locale, replace(owned, state=ItemState(what)), note)

    async def _own_lines(self, server_id: int, locale: Locale, states: Collection[ItemState]) -> list[Line]:
        return [
            self._line(locale, f"teach-question-choice-{one.state}", one.item.stem, one.handle)
            for one in await self._desk.all(server_id, locale, states)
        ]

    def _line(self, locale: Locale, key: str, stem: str, handle: str) -> Line:
        label = self._say(locale, key, question=self._quoted(cut(stem, 80)))
        return Line(f"{label} {stem} {handle}", app_commands.Choice(name=label[:LABEL], value=handle))

    async def _open(self, interaction: discord.Interaction, handle: str) -> None:
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = Locale.from_discord(interaction.locale.value)
        owned = await self._desk.get(server_id, handle, locale)
        lesson = await self._desk.lesson(server_id, owned.place.lesson_id, locale)
        await interaction.response.send_modal(
            self._form(locale, lesson, "tq.changed", owned.handle, owned.version, owned=owned)
        )

    async def _store(
        self, interaction: discord.Interaction, lesson_id: str, before: Owned | None, version: int | None
    ) -> None:
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        sent = submitted(interaction)
        lesson = await self._desk.lesson(server_id, lesson_id, locale)
        language = before.language if before is not None else lesson.language
        try:
            owned, mistakes = await self._desk.write(
                server_id,
                lesson,
                self._entry(sent, before),
                language,
                interaction.user.id,
                before,
                version,
            )
        except PersonError as error:
            await self._give_back(interaction, sent, [self._say(locale, error.key, **error.values)])
            return
        if owned is None:
            lines = [joined("", [plain("- "), self._wrong(locale, one)]) for one in mistakes]
            await self._give_back(
                interaction, sent, [self._say(locale, "teach-question-no-question"), *lines]
            )
            return
        await self._put(interaction, locale, owned)

    def _entry(self, sent: Submitted, before: Owned | None) -> dict[str, object]:
        if written := sent.text("yaml"):
            return entry_from_yaml(written)
        entry = entry_from(sent.text("stem"), sent.text("answers"), sent.text("hints"))
        if before is not None:
            entry = kept_beside(entry, before.item)
        return {**entry, "section": sent.text("section"), "level": sent.text("level")}

    async def _give_back(
        self, interaction: discord.Interaction, sent: Submitted, told: list[Released]
    ) -> None:
        """Nothing was stored: the words come back as a file."""
        words = "\n\n".join(
            sent.text(name) for name in ("stem", "answers", "hints", "yaml") if sent.text(name)
        )
        await interaction.edit_original_response(
            content=joined("\n", told)[:2000],
            attachments=[discord.File(io.BytesIO(words.encode()), filename="my-question.txt")],
            allowed_mentions=NEVER,
        )

    async def _next_draft(
        self, interaction: discord.Interaction, *, after: str | None = None, note: Released | None = None
    ) -> None:
        server_id = await require_moderator(interaction, Power.QUESTIONS)
        locale = await self._client.languages.private(interaction)
        drafts = await self._desk.all(server_id, locale, (ItemState.DRAFT,))
        if not drafts:
            done = [note or plain(""), self._say(locale, "teach-question-no-drafts")]
            await interaction.edit_original_response(
                content=joined("\n", done), embeds=[], view=None, allowed_mentions=NEVER
            )
            return
        handles = [one.handle for one in drafts]
        at = (handles.index(after) + 1) % len(drafts) if after in handles else 0
        left = self._say(locale, "teach-question-drafts-left", count=len(drafts))
        await self._put(interaction, locale, drafts[at], joined("\n", [note or plain(""), left]))
