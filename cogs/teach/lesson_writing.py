"""/teach lesson new and edit: forms out, words in, and nobody's words lost."""

import io

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import Option
from bot.discord_io.differences import in_words
from bot.discord_io.moderators import Power, moderates, only, require_moderator
from bot.discord_io.router import route
from bot.discord_io.split import split_message
from bot.discord_io.submitted import chosen, submitted
from bot.lessons.authoring.boxes import boxes
from bot.lessons.authoring.forms import Answers, Form, Overtaken
from bot.lessons.authoring.values import SectionUnknown, Subject
from bot.lessons.authoring.writing import Saved
from bot.lessons.course import CourseLesson
from bot.lessons.importing.remarks import Change, ImportRefused
from bot.lessons.values import READING_ORDER
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.lesson_common import LABEL, NEVER, Among, Choices, Language, LessonPart, nearest, spoken
from cogs.teach.lesson_forms import answers_of, fields_of, fields_of_new_lesson

NEW, DETAILS = "+new", "+details"
"""What can be chosen beside sections; no section's id begins so."""


class WritingPart(LessonPart):
    """New lessons, and new words in old ones."""

    @app_commands.command(name="new")
    async def new(self, interaction: discord.Interaction, language: Language | None = None) -> None:
        """Opens a form for a lesson of the server's own."""
        locale = await self._client.languages.private(interaction)
        written_in = Locale(language) if language else locale
        await interaction.response.send_modal(
            self._client.components.modal(
                locale,
                "teach-lesson-form-new-lesson",
                "teach.begun",
                written_in.value,
                fields=fields_of_new_lesson(),
            )
        )

    @route("teach.begun")
    @acknowledged()
    @only(Power.WRITE)
    async def begun(self, interaction: discord.Interaction, language: str) -> None:
        """A lesson's form came back."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        answers = answers_of(submitted(interaction), 0)
        try:
            saved = await self._services.authoring.writing.begin(
                server_id, interaction.user.id, spoken(language), answers
            )
        except (PersonError, ImportRefused) as error:
            await self._give_back(interaction, locale, error, answers)
            return
        key = "teach-lesson-begun" if saved.section_id else "teach-lesson-begun-empty"
        said = self._say(
            locale, key, lesson=self._quoted(saved.title), language=self._language(locale, saved.language)
        )
        await self._answer(interaction, locale, saved, said)

    @app_commands.command(name="edit")
    async def edit(
        self,
        interaction: discord.Interaction,
        lesson: str,
        section: str | None = None,
        language: Language | None = None,
    ) -> None:
        """Opens a form with one section, or asks which."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        draft = await self._services.authoring.draft(server_id, lesson)
        wanted = Locale(language) if language else nearest(set(draft.written.texts), locale)
        if section is None:
            await self._ask_which(interaction, locale, draft.lesson, wanted)
        else:
            await self._open(interaction, locale, draft.lesson, wanted, _section(draft.lesson, section))

    @edit.autocomplete("lesson")
    async def edit_lessons(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The server's own lessons."""
        return await self._lessons(interaction, typed, Among.OWN)

    @edit.autocomplete("section")
    async def edit_sections(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The sections of the lesson that was chosen before, a new one, and what the lesson says of itself."""
        if interaction.guild_id is None or not await moderates(interaction, Power.WRITE):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        lesson_id = str(getattr(interaction.namespace, "lesson", ""))
        draft = await self._services.authoring.draft(interaction.guild_id, lesson_id)
        wanted = typed.casefold()
        return [
            app_commands.Choice(name=label[:LABEL], value=value)
            for value, label in self._parts_of(locale, draft.lesson, locale)
            if wanted in label.casefold() or wanted in value
        ][:25]

    @route("teach.edit")
    @acknowledged()
    @only(Power.WRITE)
    async def edit_on(self, interaction: discord.Interaction, lesson_id: str, language: str) -> None:
        """Asks which section, from a button."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        draft = await self._services.authoring.draft(server_id, lesson_id)
        await self._ask_which(interaction, locale, draft.lesson, spoken(language))

    @route("teach.pick")
    @only(Power.WRITE)
    async def picked(self, interaction: discord.Interaction, lesson_id: str, language: str) -> None:
        """A section was chosen from the list."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        draft = await self._services.authoring.draft(server_id, lesson_id)
        section = _section(draft.lesson, chosen(interaction)[0])
        await self._open(interaction, locale, draft.lesson, spoken(language), section)

    @route("teach.part")
    @only(Power.WRITE)
    async def part(
        self, interaction: discord.Interaction, lesson_id: str, language: str, ordinal: int, part: int
    ) -> None:
        """A part of a long section was chosen."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        draft = await self._services.authoring.draft(server_id, lesson_id)
        if not 0 <= ordinal < len(draft.lesson.plan):
            raise SectionUnknown
        section = draft.lesson.plan[ordinal].id
        await self._open(interaction, locale, draft.lesson, spoken(language), section, part)

    @route("teach.reopen")
    @only(Power.WRITE)
    async def reopened(self, interaction: discord.Interaction, edit_id: str, part: int) -> None:
        """The form once more, with what its author wrote."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        form = await self._services.authoring.writing.reopen(server_id, interaction.user.id, edit_id)
        await interaction.response.send_modal(self._modal(locale, form, part))

    @route("teach.handed")
    @acknowledged()
    @only(Power.WRITE)
    async def handed_in(self, interaction: discord.Interaction, edit_id: str, part: int) -> None:
        """A form came back."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        answers = answers_of(submitted(interaction), part)
        try:
            outcome = await self._services.authoring.writing.hand_in(
                server_id, interaction.user.id, edit_id, answers
            )
        except (PersonError, ImportRefused) as error:
            await self._give_back(interaction, locale, error, answers, edit_id)
            return
        if isinstance(outcome, Overtaken):
            await self._tell_overtaken(interaction, locale, outcome)
        else:
            await self._answer(interaction, locale, outcome, self._what_was_saved(locale, outcome))

    # ---- what is shown

    async def _ask_which(
        self, interaction: discord.Interaction, locale: Locale, lesson: CourseLesson, language: Locale
    ) -> None:
        parts = self._parts_of(locale, lesson, language)
        said = self._say(
            locale,
            "teach-lesson-which-section",
            lesson=self._quoted(_title(lesson, language)),
            language=self._language(locale, language),
        )
        if len(parts) > 25:
            said = joined("\n", [said, self._say(locale, "teach-lesson-more-sections")])
        view = self._client.components.view(
            self._client.components.select(
                locale,
                "teach-lesson-select-section",
                "teach.pick",
                lesson.id,
                language.value,
                options=[Option(value, label) for value, label in parts[:25]],
            )
        )
        if interaction.response.is_done():
            await interaction.edit_original_response(content=said, view=view, allowed_mentions=NEVER)
        else:
            await interaction.response.send_message(said, view=view, ephemeral=True, allowed_mentions=NEVER)

    def _parts_of(self, locale: Locale, lesson: CourseLesson, language: Locale) -> list[tuple[str, Released]]:
        return [
            (NEW, self._say(locale, "teach-lesson-part-new")),
            (DETAILS, self._say(locale, "teach-lesson-part-details")),
            *((plan.id, self._quoted(_heading(lesson, plan.id, language)[:LABEL])) for plan in lesson.plan),
        ]

    async def _open(
        self,
        interaction: discord.Interaction,
        locale: Locale,
        lesson: CourseLesson,
        language: Locale,
        section: str,
        part: int | None = None,
    ) -> None:
        """Send the form; for a section of several parts ask which part first."""
        server_id = await require_moderator(interaction, Power.WRITE)
        subject = (
            Subject.NEW if section == NEW else Subject.DETAILS if section == DETAILS else Subject.SECTION
        )
        form = await self._services.authoring.writing.open(
            server_id,
            interaction.user.id,
            lesson.id,
            language,
            subject,
            section if subject is Subject.SECTION else None,
        )
        if form.boxes.parts == 1 or part is not None:
            await interaction.response.send_modal(self._modal(locale, form, part or 0))
            return
        ordinal = [plan.id for plan in lesson.plan].index(section)
        await interaction.response.send_message(
            self._say(
                locale,
                "teach-lesson-long-section",
                heading=self._quoted(form.heading),
                parts=form.boxes.parts,
            ),
            view=self._client.components.view(
                *(
                    self._client.components.button(
                        locale,
                        "teach-lesson-button-part",
                        "teach.part",
                        lesson.id,
                        language.value,
                        ordinal,
                        number,
                        part=number + 1,
                    )
                    for number in range(min(form.boxes.parts, 25))
                )
            ),
            ephemeral=True,
        )

    def _modal(self, locale: Locale, form: Form, part: int) -> discord.ui.Modal:
        return self._client.components.modal(
            locale,
            f"teach-lesson-form-{form.edit.subject}",
            "teach.handed",
            form.edit.id,
            part,
            fields=fields_of(self._services.texts, self._services.guard, locale, form, part),
        )

    def _what_was_saved(self, locale: Locale, saved: Saved) -> Released:
        values: dict[str, Released | float] = {
            "lesson": self._quoted(saved.title),
            "version": saved.version,
        }
        if saved.change is Change.UNCHANGED:
            return self._say(locale, "teach-lesson-unchanged", **values)
        if saved.removed:
            return self._say(locale, "teach-lesson-section-removed", **values)
        if saved.heading:
            return self._say(
                locale, "teach-lesson-saved-section", heading=self._quoted(saved.heading), **values
            )
        return self._say(locale, "teach-lesson-saved", **values)

    async def _answer(
        self, interaction: discord.Interaction, locale: Locale, saved: Saved, said: Released
    ) -> None:
        words = self._words(locale)
        notes = [joined("", [plain("· "), words.remark(note)]) for note in saved.notes[:8]]
        text = joined("\n", [said, *notes])
        is_new = saved.change is not Change.UNCHANGED
        await interaction.edit_original_response(
            content=split_message(text)[0],
            view=self._client.components.view(
                *self._after(locale, saved.lesson_id, publish=is_new, edit=saved.language)
            ),
            allowed_mentions=NEVER,
        )

    async def _tell_overtaken(
        self, interaction: discord.Interaction, locale: Locale, told: Overtaken
    ) -> None:
        """Who was quicker, what they changed, and the own words in a form and as a file."""
        who = plain(f"<@{told.author}>") if told.author else self._say(locale, "teach-lesson-somebody")
        said = self._say(locale, "teach-lesson-overtaken", who=who, lesson=self._quoted(told.lesson_title))
        theirs = in_words(self._services.guard, told.theirs)
        legend = self._say(locale, "teach-lesson-legend")
        room = 1990 - len(said) - len(legend)
        shown = split_message(theirs, room)[0] if theirs else Released("")
        await interaction.edit_original_response(
            content=joined("\n", [said, legend, self._quoted(shown)]),
            attachments=[_as_file(told.mine)],
            view=self._client.components.view(*self._reopen(locale, told.edit.id, told.mine)),
            allowed_mentions=NEVER,
        )

    async def _give_back(
        self,
        interaction: discord.Interaction,
        locale: Locale,
        error: PersonError | ImportRefused,
        answers: Answers,
        edit_id: str | None = None,
    ) -> None:
        """Say why nothing was stored, and give the words back."""
        if isinstance(error, ImportRefused):
            said = self._words(locale).remark(error.remark)
        else:
            said = self._say(locale, error.key, **error.values)
        mine = "\n\n".join(
            part
            for part in (answers.title, answers.summary, answers.goals, answers.heading, *answers.boxes)
            if part
        )
        buttons = []
        if edit_id is not None and isinstance(error, ImportRefused):
            buttons = self._reopen(locale, edit_id, "\n\n".join(answers.boxes))
        await interaction.edit_original_response(
            content=joined("\n", [said, self._say(locale, "teach-lesson-your-text")]),
            attachments=[_as_file(mine)],
            view=self._client.components.view(*buttons),
            allowed_mentions=NEVER,
        )

    def _reopen(self, locale: Locale, edit_id: str, words: str) -> list[discord.ui.Button[discord.ui.View]]:
        """The buttons that put somebody's own words back into forms: one, or one for each part of a long text."""
        parts = min(boxes(words).parts, 25)
        make = self._client.components.button
        if parts == 1:
            style = discord.ButtonStyle.primary
            return [make(locale, "teach-lesson-button-reopen", "teach.reopen", edit_id, 0, style=style)]
        return [
            make(locale, "teach-lesson-button-part", "teach.reopen", edit_id, part, part=part + 1)
            for part in range(parts)
        ]


def _section(lesson: CourseLesson, named: str) -> str:
    """The id of the section that a moderator means: by id, or by its heading in any language. Raises `SectionUnknown`."""
    if named in (NEW, DETAILS) or named in {plan.id for plan in lesson.plan}:
        return named
    wanted = named.strip().casefold()
    for text in lesson.texts.values():
        for section_id, section in text.sections.items():
            if section.heading.casefold() == wanted:
                return section_id
    raise SectionUnknown


def _heading(lesson: CourseLesson, section_id: str, language: Locale) -> str:
    for one in READING_ORDER[language]:
        text = lesson.texts.get(one)
        if text is not None and section_id in text.sections:
            return text.sections[section_id].heading
    return section_id


def _title(lesson: CourseLesson, language: Locale) -> str:
    return next(
        (lesson.texts[one].title for one in READING_ORDER[language] if one in lesson.texts), lesson.id
    )


def _as_file(words: str) -> discord.File:
    return discord.File(io.BytesIO(words.encode()), filename="my-text.md")
