"""/memory: what the tutor remembers of a learner, and forgetting it."""

from collections.abc import Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.places import PrivatePlace
from bot.discord_io.router import route
from bot.discord_io.split import split_message
from bot.discord_io.submitted import chosen
from bot.learners.values import Learner
from bot.lessons.values import LessonProgress, Place
from bot.memory.facts.values import Fact
from bot.memory.memory import Forget, Remembered
from bot.memory.values import Turn
from bot.servers.settings.registry import TURNS_DAYS
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_QUESTION_SHOWN = 100
_CHOICES = 25
"""Lines that Discord takes in a select."""


class WhichLesson(PersonError):
    """The learner wants a lesson forgotten and did not say which."""

    key = "memory-forget-lesson-missing"


class MemoryCog(commands.GroupCog, name="memory"):
    """The learner's own memory."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services

    @app_commands.command(name="show")
    @acknowledged()
    async def show(self, interaction: discord.Interaction) -> None:
        """Tells in words what is remembered of this learner here."""
        await self._show(interaction)

    @route("memory.open")
    @acknowledged()
    async def open(self, interaction: discord.Interaction) -> None:
        """The same, from a button, of whoever pressed it."""
        await self._show(interaction)

    @app_commands.command(name="pause")
    @acknowledged()
    async def pause(self, interaction: discord.Interaction) -> None:
        """Stores nothing of what this learner asks, until they resume."""
        await self._pause(interaction, paused=True)

    @app_commands.command(name="resume")
    @acknowledged()
    async def resume(self, interaction: discord.Interaction) -> None:
        """Stores again what this learner asks."""
        await self._pause(interaction, paused=False)

    @route("memory.resume_here")
    @acknowledged()
    async def resume_here(self, interaction: discord.Interaction) -> None:
        """The same, from the button under an answer of which nothing was kept."""
        await self._pause(interaction, paused=False)

    @app_commands.command(name="language")
    @acknowledged()
    async def language(self, interaction: discord.Interaction) -> None:
        """Offers the languages in which the tutor can talk to this learner here."""
        locale = await self._client.languages.private(interaction)
        options = [
            Option(each.value, self._services.texts.say(each, "start-language-name"), chosen=each is locale)
            for each in Locale
        ]
        select = self._client.components.select(
            locale, "memory-language-choose", "memory.language", options=options
        )
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "memory-language-ask"),
            view=self._client.components.view(select),
        )

    @route("memory.language")
    @acknowledged(First.UPDATE)
    async def language_chosen(self, interaction: discord.Interaction) -> None:
        """Keeps the language that was chosen."""
        locale = Locale(chosen(interaction)[0])
        await self._services.learners.choose_language(key_of(interaction), locale)
        say = self._services.texts.say
        language = say(locale, f"memory-language-{locale}")
        await interaction.edit_original_response(
            content=say(locale, "memory-language-done", language=language), view=None
        )

    @app_commands.command(name="forget")
    @app_commands.choices(what=[app_commands.Choice(name=what.value, value=what.value) for what in Forget])
    @acknowledged()
    async def forget(self, interaction: discord.Interaction, what: str, lesson: str | None = None) -> None:
        """Forgets the last turn, a lesson, this conversation, or after a question back, everything."""
        key = key_of(interaction)
        locale = await self._client.languages.private(interaction)
        choice = Forget(what)
        if choice is Forget.LESSON and lesson is None:
            raise WhichLesson
        if choice is Forget.ALL:
            remembered = await self._services.memory.show(key, limit=1)
            if remembered.count > 0:
                await self._ask_first(interaction, locale, remembered.count)
                return
            await self._services.open_turns.forget_questions(key)
        elif choice is Forget.CONVERSATION:
            await self._services.open_turns.forget_questions(key, interaction.channel_id or 0)
        count = await self._services.memory.forget(
            key, choice, conversation_id=interaction.channel_id or 0, lesson_id=lesson
        )
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "memory-forgot", count=count)
        )

    @forget.autocomplete("lesson")
    async def lesson_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Lessons of this server by what was typed."""
        return await self._client.desk.lesson_choices(interaction, typed)

    @route("memory.forget_all")
    @acknowledged(First.UPDATE)
    async def forget_all(self, interaction: discord.Interaction, owner: int) -> None:
        """Forgets everything, after the question back."""
        locale = await self._client.languages.private(interaction)
        await self._services.open_turns.forget_questions(key_of(interaction))
        count = await self._services.memory.forget(
            key_of(interaction), Forget.ALL, conversation_id=interaction.channel_id or 0
        )
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "memory-forgot", count=count), view=None
        )

    @route("memory.keep")
    @acknowledged(First.UPDATE)
    async def keep(self, interaction: discord.Interaction, owner: int) -> None:
        """Leaves everything as it is."""
        locale = await self._client.languages.private(interaction)
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "memory-kept"), view=None
        )

    async def _show(self, interaction: discord.Interaction) -> None:
        key = key_of(interaction)
        locale = await self._client.languages.private(interaction)
        learner = await self._services.learners.get(key)
        remembered = await self._services.memory.show(key, locale=locale)
        if not learner.has_agreed and remembered.count == 0:
            here = await self._services.server_settings.get(key.server_id)
            text = self._services.texts.say(locale, "memory-nothing", days=here[TURNS_DAYS])
        else:
            progress = await self._services.library.progress(key, locale)
            place = await self._services.library.place(key)
            text = self._in_words(locale, learner, remembered, self._reading(locale, progress, place))
        pieces, replies = split_message(text), PrivatePlace.of(interaction)
        for number, piece in enumerate(pieces, start=1):
            view = self._facts_to_choose(locale, remembered.facts) if number == len(pieces) else None
            await replies.send(number - 1, piece, view, ())

    async def _pause(self, interaction: discord.Interaction, *, paused: bool) -> None:
        key = key_of(interaction)
        locale = await self._client.languages.private(interaction)
        await self._services.learners.pause(key, paused=paused)
        if paused:
            await self._services.open_turns.forget_questions(key)
        sentence = "memory-pause-done" if paused else "memory-resume-done"
        await interaction.edit_original_response(content=self._services.texts.say(locale, sentence))

    def _facts_to_choose(self, locale: Locale, facts: Sequence[Fact]) -> discord.ui.View | None:
        if not facts:
            return None
        pages = [facts[at : at + _CHOICES] for at in range(0, len(facts), _CHOICES)]
        selects = [
            self._client.components.select(
                locale,
                "memory-choose-fact",
                "memory.fact",
                number,
                options=[Option(fact.id, self._services.guard.quote(fact.text)) for fact in page],
            )
            for number, page in enumerate(pages)
        ]
        return self._client.components.view(*selects)

    async def _ask_first(self, interaction: discord.Interaction, locale: Locale, count: int) -> None:
        button = self._client.components.button
        owner = interaction.user.id
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "memory-forget-ask", count=count),
            view=self._client.components.view(
                button(
                    locale,
                    "memory-forget-yes",
                    "memory.forget_all",
                    owner,
                    style=discord.ButtonStyle.danger,
                ),
                button(locale, "memory-forget-no", "memory.keep", owner),
            ),
        )

    def _in_words(
        self, locale: Locale, learner: Learner, remembered: Remembered, reading: Released
    ) -> Released:
        say = self._services.texts.say
        language = learner.locale or locale
        lines = [
            say(locale, "memory-title"),
            say(
                locale,
                "memory-profile",
                language=say(locale, f"memory-language-{language}"),
                level=plain(learner.level.value),
            ),
        ]
        if learner.goal:
            lines.append(say(locale, "memory-goal", goal=self._services.guard.quote(learner.goal)))
        if learner.paused:
            lines.append(say(locale, "memory-paused-now"))
        if remembered.facts:
            lines.append(say(locale, "memory-facts"))
            lines += [self._fact_line(locale, fact) for fact in remembered.facts]
        if remembered.summary:
            summary = self._services.guard.quote(remembered.summary)
            lines.append(say(locale, "memory-summary", summary=summary))
        standing = remembered.standing
        for key, names in (("memory-known", standing.known), ("memory-missed", standing.missed)):
            if names:
                lines.append(say(locale, key, concepts=joined(" · ", map(self._services.guard.quote, names))))
        lines += [reading, say(locale, "memory-turns", count=remembered.count)]
        lines += [self._turn(locale, turn) for turn in remembered.latest]
        where = "memory-where" if learner.key.in_server else "memory-where-dm"
        return joined(
            "\n\n",
            [joined("\n", lines), joined("\n", [say(locale, where), say(locale, "memory-how")])],
        )

    def _reading(self, locale: Locale, progress: Sequence[LessonProgress], place: Place | None) -> Released:
        """How far the learner has read; nothing for somebody who has not opened a lesson."""
        if place is None:
            return Released("")
        return self._services.texts.say(
            locale,
            "memory-reading",
            count=sum(len(one.read) for one in progress),
            lesson=self._services.guard.quote(
                next(one.lesson.title for one in progress if one.lesson.id == place.lesson_id)
            ),
        )

    def _fact_line(self, locale: Locale, fact: Fact) -> Released:
        return self._services.texts.say(
            locale,
            "memory-fact" if fact.in_use else "memory-fact-proposed",
            text=self._services.guard.quote(" ".join(fact.text.split())),
            when=plain(discord.utils.format_dt(fact.learnt_at, "d")),
        )

    def _turn(self, locale: Locale, turn: Turn) -> Released:
        when = plain(discord.utils.format_dt(turn.asked_at, "R"))
        if not turn.question:
            return self._services.texts.say(locale, "memory-turn-hidden", when=when)
        question = " ".join(turn.question.split())
        if len(question) > _QUESTION_SHOWN:
            question = question[:_QUESTION_SHOWN].rstrip() + "…"
        return self._services.texts.say(
            locale, "memory-turn", when=when, question=self._services.guard.quote(question)
        )


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(MemoryCog(client))
