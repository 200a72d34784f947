"""/lesson: the list, the reader and the next sensible step."""

from collections.abc import Sequence

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option, TextField
from bot.discord_io.face import Face
from bot.discord_io.found_lessons import FoundLessons
from bot.discord_io.lesson_page import page_embed, pages_of
from bot.discord_io.people import key_of
from bot.discord_io.reader import Reader
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen, submitted
from bot.learners.values import DIRECT_MESSAGES, LearnerKey
from bot.lessons.values import Lesson, LessonProgress, Section
from bot.safety import in_words
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_LIST = 1900
"""Characters of a page of the list: a message holds 2,000."""
_OPTIONS = 25
_LABEL = 100
_QUESTION = 1000
_LONGEST_QUERY = 300
_FOUND = 5


class LessonUnknown(PersonError):
    """There is no such lesson, or no such section in it, for learners here."""

    key = "reading-unknown"


class LessonCog(commands.GroupCog, name="lesson"):
    """Reading."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services
        self._say = client.services.texts.say
        self._found = FoundLessons(client.services.texts, client.components, client.services.guard)
        self._reader = Reader(client.components, client.services.guard)

    @app_commands.command(name="list")
    @acknowledged()
    async def list_lessons(self, interaction: discord.Interaction) -> None:
        """All lessons, and how far the learner is in each."""
        await self._show_list(interaction)

    @app_commands.command(name="read")
    @acknowledged()
    async def read_lesson(
        self, interaction: discord.Interaction, lesson: str | None = None, section: str | None = None
    ) -> None:
        """Opens a lesson where the learner left it, or at a section."""
        if lesson is None:
            await self._show_list(interaction)
            return
        await self._open(interaction, lesson, section)

    @read_lesson.autocomplete("lesson")
    async def lesson_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Lessons of this server by what was typed."""
        return await self._client.desk.lesson_choices(interaction, typed)

    @read_lesson.autocomplete("section")
    async def section_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Sections of the lesson that was chosen before."""
        lesson = await self._services.library.lesson(
            interaction.guild_id or DIRECT_MESSAGES,
            str(getattr(interaction.namespace, "lesson", "")),
            Locale.from_discord(interaction.locale.value),
        )
        wanted = typed.casefold()
        return [
            app_commands.Choice(name=section.heading[:_LABEL], value=section.id)
            for section in (lesson.sections if lesson else ())
            if wanted in section.heading.casefold() or wanted in section.id
        ][:_OPTIONS]

    @app_commands.command(name="next")
    @acknowledged()
    async def go_on(self, interaction: discord.Interaction) -> None:
        """What is due again, and where reading goes on: where the learner stopped, or in the next lesson they are ready for."""
        locale = await self._client.languages.private(interaction)
        key = key_of(interaction)
        due = await self._services.reviews.count_due(key, locale)
        said = [self._say(locale, "reading-next-due", count=due)] if due else []
        review = [
            self._client.components.button(
                locale, "review-cards-button-begin", "review.begin", key.server_id, key.user_id, row=2
            )
            for _ in said
        ]
        step = await self._services.library.next_step(key, locale)
        if step is None:
            said.append(self._say(locale, "reading-all-read"))
            await interaction.edit_original_response(
                content=joined("\n", said), view=self._client.components.view(*review)
            )
            return
        said.append(self._say(locale, f"reading-next-{step.reason}", lesson=self._quoted(step.lesson.title)))
        await self._open(interaction, step.lesson.id, step.section.id, above=joined("\n", said), also=review)

    @app_commands.command(name="search")
    @acknowledged()
    async def search(
        self, interaction: discord.Interaction, query: app_commands.Range[str, 1, _LONGEST_QUERY]
    ) -> None:
        """Passages of the lessons by words and by meaning."""
        locale = await self._client.languages.private(interaction)
        verdict = await self._services.server_guard.check(key_of(interaction).server_id, query)
        if not verdict.goes_on:
            said = in_words(self._services.texts, locale, verdict)
            await interaction.edit_original_response(content=said)
            return
        server_id = key_of(interaction).server_id
        found = await self._services.retriever.search(
            verdict.text, server_id=server_id, locale=locale, limit=_FOUND
        )
        await interaction.edit_original_response(
            embed=discord.Embed(
                description=self._found.text(locale, verdict.text, found), colour=discord.Colour.blurple()
            ),
            view=self._found.view(locale, found.passages),
        )

    @route("lesson.found")
    @acknowledged()
    async def found_chosen(self, interaction: discord.Interaction) -> None:
        """A section picked from what a search found; it opens below, so that the others can still be tried."""
        lesson_id, _, section_id = chosen(interaction)[0].partition("/")
        await self._open(interaction, lesson_id, section_id)

    @route("lesson.open")
    @acknowledged()
    async def open_below(self, interaction: discord.Interaction, lesson_id: str, section_id: str) -> None:
        """A section that a card or an explainer leads to; it opens below, so that the card stays."""
        await self._open(interaction, lesson_id, section_id)

    @route("lesson.list")
    @acknowledged()
    async def list_pressed(self, interaction: discord.Interaction) -> None:
        """The list, from a button."""
        await self._show_list(interaction)

    @route("lesson.listed")
    @acknowledged(First.UPDATE)
    async def list_turned(self, interaction: discord.Interaction, page: int) -> None:
        """Another page of the list."""
        await self._show_list(interaction, page)

    @route("lesson.choose")
    @acknowledged(First.UPDATE)
    async def lesson_chosen(self, interaction: discord.Interaction) -> None:
        """A lesson picked from the list."""
        await self._open(interaction, chosen(interaction)[0], None)

    @route("lesson.jump")
    @acknowledged(First.UPDATE)
    async def section_chosen(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """A section picked from the table of contents."""
        await self._open(interaction, lesson_id, chosen(interaction)[0])

    @route("lesson.page")
    @acknowledged(First.UPDATE)
    async def page(
        self, interaction: discord.Interaction, lesson_id: str, section_id: str, page: int
    ) -> None:
        """Another page."""
        await self._open(interaction, lesson_id, section_id, page=page)

    @route("lesson.onward")
    @acknowledged(First.UPDATE)
    async def onward(self, interaction: discord.Interaction, lesson_id: str, section_id: str) -> None:
        """The section is read; the next one, or the end of the lesson."""
        key = key_of(interaction)
        locale = await self._client.languages.private(interaction)
        lesson, section = await self._find(key.server_id, lesson_id, section_id, locale)
        agreed = (await self._services.learners.get(key)).has_agreed
        if agreed:
            await self._services.library.mark_read(key, lesson.id, section.id)
        if section.ordinal + 1 < len(lesson.sections):
            await self._open(interaction, lesson.id, lesson.sections[section.ordinal + 1].id)
        elif agreed:
            await self._show_end(interaction, key, locale, lesson)
        else:
            await interaction.edit_original_response(
                content=self._say(locale, "reading-end-not-agreed", lesson=self._quoted(lesson.title)),
                embed=None,
                view=self._client.components.view(self._list_button(locale)),
            )

    async def _show_end(
        self, interaction: discord.Interaction, key: LearnerKey, locale: Locale, lesson: Lesson
    ) -> None:
        """The end of a lesson: finished, or with sections that were passed over; and the way on."""
        progress = await self._services.library.progress(key, locale)
        unread = next(
            (len(lesson.sections) - len(one.read) for one in progress if one.lesson.id == lesson.id), 0
        )
        title = self._quoted(lesson.title)
        said = [
            self._say(locale, "reading-end-unread", lesson=title, count=unread)
            if unread
            else self._say(locale, "reading-finished", lesson=title)
        ]
        items = [self._list_button(locale)]
        step = await self._services.library.next_step(key, locale)
        if step is None:
            said.append(self._say(locale, "reading-all-read"))
        else:
            goes_on = "reading-button-unread" if step.lesson.id == lesson.id else "reading-button-next-lesson"
            items.insert(
                0,
                self._client.components.button(
                    locale,
                    goes_on,
                    "lesson.page",
                    step.lesson.id,
                    step.section.id,
                    0,
                    style=discord.ButtonStyle.primary,
                ),
            )
        await interaction.edit_original_response(
            content=joined("\n\n", said), embed=None, view=self._client.components.view(*items)
        )

    def _list_button(self, locale: Locale) -> ui.Button[ui.View]:
        return self._client.components.button(locale, "reading-button-list", "lesson.list")

    @route("lesson.ask")
    async def ask(self, interaction: discord.Interaction, lesson_id: str, section_id: str) -> None:
        """Asks what the learner wants to know about the section."""
        await interaction.response.send_modal(
            self._client.components.modal(
                Locale.from_discord(interaction.locale.value),
                "reading-ask-title",
                "lesson.asked",
                lesson_id,
                fields=[TextField("question", "reading-ask-field", long=True, longest=_QUESTION)],
            )
        )

    @route("lesson.asked")
    @acknowledged()
    async def asked(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Answers the question from this lesson."""
        await self._client.desk.conversation.ask(
            interaction, submitted(interaction).text("question"), lesson_id=lesson_id
        )

    async def _show_list(self, interaction: discord.Interaction, page: int = 0) -> None:
        locale = await self._client.languages.private(interaction)
        progress = await self._services.library.progress(key_of(interaction), locale)
        title = self._say(locale, "reading-list-title")
        lines = [self._line(locale, number, one) for number, one in enumerate(progress, start=1)]
        starts = _page_starts(lines, _LIST - len(title))
        page = min(max(page, 0), len(starts) - 2)
        here = slice(starts[page], starts[page + 1])
        make = self._client.components
        items: list[ui.Item[ui.View]] = []
        if progress:
            options = [
                Option(one.lesson.id, self._quoted(one.lesson.title[:_LABEL])) for one in progress[here]
            ]
            items.append(make.select(locale, "reading-list-choose", "lesson.choose", options=options))
        if page > 0:
            items.append(make.button(locale, "reading-button-back", "lesson.listed", page - 1))
        if page + 2 < len(starts):
            items.append(make.button(locale, "reading-button-onward", "lesson.listed", page + 1))
        await interaction.edit_original_response(
            content=joined("\n", [title, *lines[here]]), embed=None, view=make.view(*items)
        )

    def _line(self, locale: Locale, number: int, progress: LessonProgress) -> Released:
        lesson = progress.lesson
        state = "finished" if progress.finished else "started" if progress.started else "new"
        return self._say(
            locale,
            f"reading-list-line-{state}",
            number=number,
            lesson=self._quoted(lesson.title),
            minutes=lesson.minutes,
            read=len(progress.read),
            all=len(lesson.sections),
        )

    async def _open(
        self,
        interaction: discord.Interaction,
        lesson_id: str,
        section_id: str | None,
        *,
        page: int = 0,
        above: Released | None = None,
        also: Sequence[ui.Item[ui.View]] = (),
    ) -> None:
        """Show one page of a section and remember the place."""
        key = key_of(interaction)
        locale = await self._client.languages.private(interaction)
        if section_id is None:
            progress = await self._services.library.progress(key, locale)
            section_id = next((one.place for one in progress if one.lesson.id == lesson_id), None)
        lesson, section = await self._find(key.server_id, lesson_id, section_id, locale)
        if (await self._services.learners.get(key)).has_agreed:
            await self._services.library.open_section(key, lesson.id, section.id)
        pages = pages_of(section)
        page = min(max(page, 0), len(pages) - 1)
        await interaction.edit_original_response(
            content=above,
            embed=page_embed(
                self._services.texts, self._services.guard, locale, lesson, section, pages[page]
            ),
            view=self._reader.view(locale, lesson, section, page, len(pages), *also),
        )

    async def _find(
        self, server_id: int, lesson_id: str, section_id: str | None, locale: Locale
    ) -> tuple[Lesson, Section]:
        """The lesson and one of its sections, the first when none is named. Raises `LessonUnknown`."""
        lesson = await self._services.library.lesson(server_id, lesson_id, locale)
        if lesson is None:
            raise LessonUnknown
        section = lesson.sections[0] if section_id is None else lesson.section(section_id)
        if section is None:
            raise LessonUnknown
        return lesson, section

    def _quoted(self, text: str) -> Released:
        return self._services.guard.quote(text)


def _page_starts(lines: list[Released], room: int) -> list[int]:
    """Where each page of the list begins, and behind the last its end; a page fits a message and a select."""
    starts, left = [0], room
    for place, line in enumerate(lines):
        if place > starts[-1] and (left < len(line) + 1 or place - starts[-1] >= _OPTIONS):
            starts.append(place)
            left = room
        left -= len(line) + 1
    return [*starts, len(lines)]


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(LessonCog(client))
