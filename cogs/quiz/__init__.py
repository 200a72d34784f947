"""/quiz: taking quizzes; and *Quiz me*, which asks one question of the same bank. Live rounds stand in `live.py` beside this.

The key is in no message and in no button before the learner has answered.
"""

from collections.abc import Callable
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.quiz_cards import NOT_SURE_LINE, QuizCards
from bot.discord_io.quiz_forms import TYPED, answer_from, form_for
from bot.discord_io.router import OldButton, route
from bot.discord_io.submitted import chosen, submitted
from bot.discord_io.swift import swiftly
from bot.quiz.attempts.answers import NOT_SURE, Answer
from bot.quiz.attempts.values import (
    LENGTHS,
    USUAL_LENGTH,
    Confidence,
    Mode,
    PastAttempt,
    Question,
    Sheet,
    State,
)
from bot.safety import Purpose, in_words
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from bot.tutor.values import Mode as AskMode
from cogs.quiz.live import LivePart

_MODES: Final = (Mode.PRACTICE, Mode.EXAM, Mode.ADAPTIVE)


class NoCheck(PersonError):
    """None of the sections has a question."""

    key = "quiz-none-on-this"


class AnswerDeclined(PersonError):
    """A typed answer did not pass the filters: it is not kept and not counted."""

    key = "quiz-answer-declined"


class NoQuiz(PersonError):
    """There is no unfinished quiz."""

    key = "quiz-none-open"


class QuizCog(commands.GroupCog, name="quiz"):
    """Questions, one at a time, private."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services
        self._quizzes = client.services.quizzes
        self._say = client.services.texts.say
        self._cards = QuizCards(
            client.services.texts, client.components, client.services.guard, client.services.library
        )
        self._live = LivePart(client)
        assert self.app_command is not None  # a GroupCog has one
        for command in self._live.commands:
            self.app_command.add_command(command)
        client.router.collect(self._live)

    async def cog_load(self) -> None:
        """Rounds that the last process left go on."""
        self._live.stage.start()

    async def cog_unload(self) -> None:
        """Rounds are left to the next process."""
        await self._live.stage.stop()

    @app_commands.command(name="start")
    @app_commands.choices(mode=[app_commands.Choice(name=mode.value, value=mode.value) for mode in _MODES])
    @acknowledged()
    async def start(
        self,
        interaction: discord.Interaction,
        lesson: str | None = None,
        mode: str = Mode.PRACTICE.value,
        length: app_commands.Range[int, LENGTHS[0], LENGTHS[-1]] = USUAL_LENGTH,
    ) -> None:
        """Begins a quiz."""
        key = key_of(interaction)
        locale = await self._client.languages.private(interaction)
        sheet = await self._quizzes.start(key, locale, lesson_id=lesson, mode=Mode(mode), length=length)
        agreed = (await self._services.learners.get(key)).has_agreed
        note = None if agreed else self._say(locale, "quiz-what-is-kept")
        if sheet.attempt.length < length:
            shorter = self._say(locale, "quiz-shorter", count=sheet.attempt.length)
            note = shorter if note is None else joined("\n", [shorter, note])
        await self._cards.show(interaction, sheet, locale, note=note)

    @start.autocomplete("lesson")
    async def lesson_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Lessons of this server by what was typed."""
        return await self._client.desk.lesson_choices(interaction, typed)

    @app_commands.command(name="resume")
    @acknowledged()
    async def resume(self, interaction: discord.Interaction) -> None:
        """Goes on with the latest unfinished quiz."""
        await self._show_or(interaction, await self._quizzes.resume(key_of(interaction)), NoQuiz)

    @app_commands.command(name="stop")
    @acknowledged()
    async def stop(self, interaction: discord.Interaction) -> None:
        """Ends the latest open quiz and shows how it went."""
        await self._show_or(interaction, await self._quizzes.stop(key_of(interaction)), NoQuiz)

    @app_commands.command(name="history")
    @acknowledged()
    async def history(self, interaction: discord.Interaction) -> None:
        """The last quizzes."""
        locale = await self._client.languages.private(interaction)
        past = await self._quizzes.history(key_of(interaction))
        if not past:
            await interaction.edit_original_response(content=self._say(locale, "quiz-history-empty"))
            return
        lessons = await self._services.library.lessons(key_of(interaction).server_id, locale)
        titles = {lesson.id: lesson.title for lesson in lessons}
        lines = [self._line(one, titles, locale) for one in past]
        items = [
            self._client.components.button(locale, "quiz-button-resume", "quiz.resume", one.attempt.id)
            for one in past
            if one.attempt.state is not State.FINISHED
        ][:1]
        await interaction.edit_original_response(
            content=joined("\n", [self._say(locale, "quiz-history"), *lines]),
            view=self._client.components.view(*items),
        )

    # What a card's buttons do

    @route("quiz.pick")
    @swiftly
    async def pick(self, interaction: discord.Interaction, attempt: str, number: int, line: int) -> None:
        """An option, by its line on the card."""
        if line == NOT_SURE_LINE:
            await self._answer(interaction, attempt, number, lambda question: NOT_SURE)
        else:
            await self._lines(interaction, attempt, number, (line,))

    @route("quiz.several")
    @swiftly
    async def several(self, interaction: discord.Interaction, attempt: str, number: int) -> None:
        """Several options, by their lines."""
        await self._lines(interaction, attempt, number, tuple(int(one) for one in chosen(interaction)))

    @route("quiz.form")
    async def form(self, interaction: discord.Interaction, attempt: str, number: int) -> None:
        """Opens the form for an answer that is typed or put together."""
        sheet = await self._quizzes.see(key_of(interaction), attempt)
        if sheet.question is None or not sheet.is_asking or sheet.question.number != number:
            await interaction.response.defer()
            await self._show(interaction, sheet)
            return
        locale = Locale.from_discord(interaction.locale.value)
        await interaction.response.send_modal(
            form_for(sheet.question, locale, self._client.components, self._services.guard, attempt)
        )

    @route("quiz.formed")
    @swiftly
    async def formed(self, interaction: discord.Interaction, attempt: str, number: int) -> None:
        """An answer from the form."""
        sent = submitted(interaction)
        typed = sent.text(TYPED)
        words = await self._words(interaction, typed) if typed else ""
        await self._answer(interaction, attempt, number, lambda question: answer_from(question, sent, words))

    async def _words(self, interaction: discord.Interaction, typed: str) -> str:
        """A typed answer as it may be kept. Raises `AnswerDeclined`."""
        server_id = key_of(interaction).server_id
        verdict = await self._services.server_guard.check(server_id, typed, Purpose.EXERCISE)
        if not verdict.goes_on:
            locale = await self._client.languages.private(interaction)
            raise AnswerDeclined(said=in_words(self._services.texts, locale, verdict))
        return verdict.text

    @route("quiz.hint")
    @swiftly
    async def hint(self, interaction: discord.Interaction, attempt: str, number: int, wanted: int) -> None:
        """The next rung of the ladder."""
        await self._show(interaction, await self._quizzes.hint(key_of(interaction), attempt, number, wanted))

    @route("quiz.sure")
    @swiftly
    async def sure(self, interaction: discord.Interaction, attempt: str, number: int, how: str) -> None:
        """How sure the learner is."""
        if how not in list(Confidence):
            raise OldButton
        sheet = await self._quizzes.sure(key_of(interaction), attempt, number, Confidence(how))
        await self._show(interaction, sheet)

    @route("quiz.next")
    @swiftly
    async def go_on(self, interaction: discord.Interaction, attempt: str, number: int) -> None:
        """The next question."""
        await self._show(interaction, await self._quizzes.go_on(key_of(interaction), attempt, number))

    @route("quiz.mistakes")
    @swiftly
    async def mistakes(self, interaction: discord.Interaction, attempt: str) -> None:
        """A new quiz of what was missed."""
        await self._show(interaction, await self._quizzes.practise_mistakes(key_of(interaction), attempt))

    @route("quiz.resume")
    @swiftly
    async def resumed(self, interaction: discord.Interaction, attempt: str) -> None:
        """Goes on with a quiz that was left."""
        await self._show(interaction, await self._quizzes.reopen(key_of(interaction), attempt))

    @route("quiz.see")
    @swiftly
    async def see(self, interaction: discord.Interaction, attempt: str) -> None:
        """A quiz as it stands."""
        await self._show(interaction, await self._quizzes.see(key_of(interaction), attempt))

    @route("quiz.look")
    @swiftly
    async def look(self, interaction: discord.Interaction, attempt: str, at: int) -> None:
        """One of the answers of a quiz that has ended."""
        key = key_of(interaction)
        sheet = await self._quizzes.see(key, attempt)
        answered = await self._quizzes.answered(key, attempt)
        if not answered:
            await self._show(interaction, sheet)
            return
        locale = await self._client.languages.private(interaction)
        await self._cards.show_answered(interaction, sheet, answered, at, locale)

    @route("quiz.compare")
    @acknowledged()
    async def compare(self, interaction: discord.Interaction, attempt: str, number: int) -> None:
        """Compares an answer in the learner's own words with the lesson, as `/ask` does; the grade stays what it is."""
        question = await self._quizzes.told(key_of(interaction), attempt, number)
        if question is None or question.answer is None:
            raise OldButton
        item = question.item
        await self._client.desk.conversation.ask(
            interaction,
            f"{item.stem}\n\n{question.answer.text}",
            lesson_id=item.lesson_id,
            mode=AskMode.CHECK,
        )

    # Quiz me

    @route("ask.quiz")
    @acknowledged()
    async def about_answer(self, interaction: discord.Interaction, turn_id: str) -> None:
        """A question on the first section that an answer cites and that has one."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        for citation in turn.citations:
            if await self._show_one(interaction, citation.lesson_id, citation.section_id):
                return
        raise NoCheck

    @route("check.section")
    @acknowledged()
    async def about_section(self, interaction: discord.Interaction, lesson_id: str, section_id: str) -> None:
        """A question on the section that is being read."""
        if not await self._show_one(interaction, lesson_id, section_id):
            raise NoCheck

    async def _show_one(self, interaction: discord.Interaction, lesson_id: str, section_id: str) -> bool:
        locale = await self._client.languages.private(interaction)
        sheet = await self._quizzes.one_for(
            key_of(interaction), locale, lesson_id=lesson_id, section_id=section_id
        )
        if sheet is None:
            return False
        await self._cards.show(interaction, sheet, locale)
        return True

    async def _lines(
        self, interaction: discord.Interaction, attempt: str, number: int, lines: tuple[int, ...]
    ) -> None:
        """Answer with the options that stand on these lines of the card."""

        def given(question: Question) -> Answer:
            if not all(0 <= line < len(question.order) for line in lines):
                raise OldButton
            return Answer(chosen=tuple(sorted(question.order[line] for line in lines)))

        await self._answer(interaction, attempt, number, given)

    async def _answer(
        self, interaction: discord.Interaction, attempt: str, number: int, given: Callable[[Question], Answer]
    ) -> None:
        await self._show(interaction, await self._quizzes.answer(key_of(interaction), attempt, number, given))

    async def _show(self, interaction: discord.Interaction, sheet: Sheet) -> None:
        """Show a sheet in the language that its quiz was begun in, as its questions are."""
        await self._cards.show(interaction, sheet, sheet.attempt.language)

    async def _show_or(
        self, interaction: discord.Interaction, sheet: Sheet | None, otherwise: type[PersonError]
    ) -> None:
        if sheet is None:
            raise otherwise
        await self._show(interaction, sheet)

    def _line(self, past: PastAttempt, titles: dict[str, str], locale: Locale) -> Released:
        attempt = past.attempt
        names = [self._services.guard.quote(titles.get(one, one)) for one in attempt.lessons[:2]]
        return self._say(
            locale,
            f"quiz-history-{attempt.state}",
            when=plain(f"<t:{int(attempt.started_at.timestamp())}:d>"),
            lessons=joined(", ", names),
            mode=self._say(locale, f"quiz-mode-{attempt.mode}"),
            right=past.right,
            answered=past.answered,
            all=attempt.length,
        )


async def setup(client: Face) -> None:
    """Called by the client when it finds this package."""
    await client.add_cog(QuizCog(client))
