"""A quiz as a learner sees it: the question that is open, what became of it, and the result.

Nothing that is shown before the answer says which answer is right, neither in words nor in a component.
"""

from collections.abc import Iterator
from functools import lru_cache

import discord
from discord import ui

from bot.discord_io.components import Components, Option
from bot.discord_io.lesson_names import LessonNames
from bot.discord_io.quiz_feedback import AUTHORED, QuizFeedback, letter_of, quiz_bar
from bot.discord_io.router import CUSTOM_ID_LIMIT
from bot.discord_io.swift import show_in_place
from bot.learners.values import LearnerKey
from bot.lessons.library import Library
from bot.quiz.attempts.values import Confidence, Mode, Question, Result, Sheet, State
from bot.quiz.items import Choice, Kind, Matching, Ordering
from bot.safety import Guard
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

NOT_SURE_LINE = -1
"""Stands in a button for *I'm not sure*."""
_ROWS = 5
_MOST_TO_REREAD = 3
_COLOURS = {True: discord.Colour.green(), False: discord.Colour.orange(), None: discord.Colour.blurple()}


class QuizCards:
    """Puts sheets on the screen."""

    def __init__(self, texts: Texts, components: Components, guard: Guard, library: Library) -> None:
        self._say = texts.say
        self._make = components
        self._quote = lru_cache(AUTHORED)(guard.quote)
        self._names = LessonNames(library, guard)
        self._feedback = QuizFeedback(texts, guard)

    async def show(
        self, interaction: discord.Interaction, sheet: Sheet, locale: Locale, *, note: Released | None = None
    ) -> None:
        """Put the sheet in the place of what the interaction's message shows."""
        if sheet.is_asking and sheet.question is not None:
            embeds = [self._asking(sheet, sheet.question, locale)]
            view = self._question_view(sheet, sheet.question, locale)
        else:
            embeds, view = await self._afterwards(sheet, locale)
        await show_in_place(interaction, content=note, embeds=embeds, view=view)

    async def show_answered(
        self,
        interaction: discord.Interaction,
        sheet: Sheet,
        answered: tuple[Question, ...],
        at: int,
        locale: Locale,
    ) -> None:
        """Look through the answers of a quiz that has ended, one by one."""
        at = min(max(at, 0), len(answered) - 1)
        attempt = sheet.attempt
        items: list[ui.Item[ui.View]] = []
        for place, key in ((at - 1, "quiz-button-back"), (at + 1, "quiz-button-forth")):
            if 0 <= place < len(answered):
                items.append(self._make.button(locale, key, "quiz.look", attempt.id, place))
        items.append(self._make.button(locale, "quiz-button-result", "quiz.see", attempt.id))
        items += self._comparing(sheet, answered[at], locale)
        embed = await self._told(sheet, answered[at], locale)
        await show_in_place(interaction, content=None, embeds=[embed], view=self._make.view(*items))

    # The open question

    def _asking(self, sheet: Sheet, question: Question, locale: Locale) -> discord.Embed:
        item = question.item
        hints = [
            self._say(locale, "quiz-hint", number=number, hint=self._quote(hint))
            for number, hint in enumerate(item.hints[: question.hints], 1)
        ]
        body = [
            joined("", [plain("**"), self._quote(item.stem), plain("**")])
            if "\n" not in item.stem and "*" not in item.stem
            else self._quote(item.stem),
            joined("\n", list(self._lines(question))),
            self._say(locale, f"quiz-ask-{item.kind}"),
            joined("\n", hints),
        ]
        embed = discord.Embed(
            description=joined("\n\n", [part for part in body if part]), colour=_COLOURS[None]
        )
        embed.set_author(name=self._title(sheet, question, locale))
        if sheet.attempt.mode is not Mode.CARD:
            embed.set_footer(text=self._footer(sheet, locale))
        return embed

    def _lines(self, question: Question) -> Iterator[Released]:
        """Options, steps or sides, in the order of this card."""
        match question.item.task:
            case Choice() as task if question.item.kind is not Kind.TRUE_FALSE:
                texts = [task.options[at].text for at in question.order]
            case Ordering() as task:
                texts = [task.steps[at] for at in question.order]
            case Matching() as task:
                for number, pair in enumerate(task.pairs, 1):
                    yield joined("", [plain(f"**{number}** "), self._quote(pair.left)])
                yield plain("—")
                texts = [task.rights[at] for at in question.order]
            case _:
                return
        for line, text in enumerate(texts):
            yield joined("", [plain(f"**{letter_of(line)}** "), self._quote(text)])

    def _question_view(self, sheet: Sheet, question: Question, locale: Locale) -> ui.View:
        attempt, number = sheet.attempt, question.number
        kind = question.item.kind
        items: list[ui.Item[ui.View]] = []
        row = 0
        if kind is Kind.MULTIPLE:
            options = [
                Option(
                    str(line),
                    joined("", [plain(f"{letter_of(line)} "), self._quote(self._option(question, at))]),
                )
                for line, at in enumerate(question.order)
            ]
            items.append(
                self._make.select(
                    locale,
                    "quiz-choose-all",
                    "quiz.several",
                    attempt.id,
                    number,
                    options=options,
                    most=len(options),
                    row=0,
                )
            )
        elif kind in (Kind.SINGLE, Kind.TRUE_FALSE):
            for line, at in enumerate(question.order):
                row = line // _ROWS
                args = ("quiz.pick", attempt.id, number, line)
                if kind is Kind.TRUE_FALSE:
                    key = "quiz-button-true" if at == 0 else "quiz-button-false"
                    items.append(self._make.button(locale, key, *args, row=row))
                else:
                    letter = plain(letter_of(line))
                    items.append(
                        self._make.button(locale, "quiz-button-option", *args, row=row, letter=letter)
                    )
        else:
            items.append(
                self._make.button(
                    locale,
                    "quiz-button-answer",
                    "quiz.form",
                    attempt.id,
                    number,
                    style=discord.ButtonStyle.primary,
                    row=0,
                )
            )
        row += 1
        items.append(
            self._make.button(
                locale, "quiz-button-unsure", "quiz.pick", attempt.id, number, NOT_SURE_LINE, row=row
            )
        )
        if attempt.mode.has_hints and question.more_hints:
            items.append(
                self._make.button(
                    locale, "quiz-button-hint", "quiz.hint", attempt.id, number, question.hints + 1, row=row
                )
            )
        if attempt.mode is not Mode.CARD:
            items += self._confidence(sheet, question, locale, row + 1)
        return self._make.view(*items)

    def _confidence(
        self, sheet: Sheet, question: Question, locale: Locale, row: int
    ) -> list[ui.Item[ui.View]]:
        return [
            self._make.button(
                locale,
                f"quiz-sure-{confidence}",
                "quiz.sure",
                sheet.attempt.id,
                question.number,
                confidence.value,
                style=discord.ButtonStyle.primary
                if question.confidence is confidence
                else discord.ButtonStyle.secondary,
                row=row,
            )
            for confidence in Confidence
        ]

    def _option(self, question: Question, at: int) -> str:
        task = question.item.task
        return task.options[at].text if isinstance(task, Choice) else ""

    def _title(self, sheet: Sheet, question: Question, locale: Locale) -> Released:
        if sheet.attempt.mode is Mode.CARD:
            return self._say(locale, "quiz-card-title")
        return self._say(
            locale, "quiz-title", number=plain(str(question.number)), all=plain(str(sheet.attempt.length))
        )

    def _footer(self, sheet: Sheet, locale: Locale) -> Released:
        done = sheet.attempt.number - (1 if sheet.is_asking else 0)
        return self._say(
            locale,
            "quiz-footer",
            bar=quiz_bar(done, sheet.attempt.length),
            mode=self._say(locale, f"quiz-mode-{sheet.attempt.mode}"),
        )

    # Afterwards

    async def _afterwards(self, sheet: Sheet, locale: Locale) -> tuple[list[discord.Embed], ui.View]:
        attempt, question, result = sheet.attempt, sheet.question, sheet.result
        embeds: list[discord.Embed] = []
        items: list[ui.Item[ui.View]] = []
        if question is not None and question.answer is not None and attempt.mode.tells_at_once:
            embeds.append(await self._told(sheet, question, locale))
            if result is None:
                items.append(
                    self._make.button(
                        locale,
                        "quiz-button-next",
                        "quiz.next",
                        attempt.id,
                        question.number,
                        style=discord.ButtonStyle.primary,
                    )
                )
            items += self._reading(
                attempt.key, locale, question.item.lesson_id, question.item.section_id, "quiz-button-read"
            )
        if result is not None and attempt.mode is not Mode.CARD:
            embeds.append(await self._result(sheet, result, locale))
            items = self._result_buttons(sheet, result, locale)
        if embeds and question is not None and attempt.mode.tells_at_once:
            items += self._comparing(sheet, question, locale)
        return embeds, self._make.view(*items)

    async def _told(self, sheet: Sheet, question: Question, locale: Locale) -> discord.Embed:
        item = question.item
        body = [*self._feedback.of(question, locale)]
        named = await self._named(sheet.attempt.key, item.lesson_id, item.section_id, sheet.attempt.language)
        if named is not None:
            body.append(self._say(locale, "quiz-reread", lesson=named[0], section=named[1]))
        right = question.grade is not None and question.grade.is_right
        embed = discord.Embed(description=joined("\n\n", body), colour=_COLOURS[right])
        embed.set_author(name=self._title(sheet, question, locale))
        if sheet.attempt.mode is not Mode.CARD and sheet.result is None:
            embed.set_footer(text=self._footer(sheet, locale))
        return embed

    async def _result(self, sheet: Sheet, result: Result, locale: Locale) -> discord.Embed:
        attempt = sheet.attempt
        answered = len(result.questions)
        lines = [
            plain(f"{quiz_bar(result.right, max(1, result.asked))}"),
            self._say(locale, "quiz-result-unaided", count=result.unaided) if result.right else None,
            self._say(locale, "quiz-result-stopped", answered=answered, all=result.asked)
            if attempt.state is State.STOPPED
            else None,
            self._calibration(result, locale),
            await self._to_reread(sheet, result, locale),
            self._say(locale, "quiz-result-all-right")
            if answered == result.asked and not result.missed
            else None,
        ]
        return discord.Embed(
            title=self._say(locale, "quiz-result-title", right=result.right, all=result.asked),
            description=joined("\n\n", [line for line in lines if line]),
            colour=_COLOURS[not result.missed],
        )

    def _calibration(self, result: Result, locale: Locale) -> Released | None:
        """How well the learner knows what they know, where they said how sure they are."""
        lines = []
        for confidence in reversed(Confidence):
            given, right = result.calibration(confidence)
            if given:
                lines.append(self._say(locale, f"quiz-calibration-{confidence}", given=given, right=right))
        if not lines:
            return None
        return joined("\n", [self._say(locale, "quiz-calibration"), *lines])

    async def _to_reread(self, sheet: Sheet, result: Result, locale: Locale) -> Released | None:
        lines = []
        for lesson_id, section_id in result.to_reread[:_MOST_TO_REREAD]:
            named = await self._named(sheet.attempt.key, lesson_id, section_id, sheet.attempt.language)
            if named is not None:
                lines.append(self._say(locale, "quiz-result-section", lesson=named[0], section=named[1]))
        return joined("\n", [self._say(locale, "quiz-result-reread"), *lines]) if lines else None

    def _result_buttons(self, sheet: Sheet, result: Result, locale: Locale) -> list[ui.Item[ui.View]]:
        attempt = sheet.attempt
        items: list[ui.Item[ui.View]] = []
        if result.missed and attempt.state is State.FINISHED:
            items.append(
                self._make.button(
                    locale,
                    "quiz-button-mistakes",
                    "quiz.mistakes",
                    attempt.id,
                    style=discord.ButtonStyle.primary,
                )
            )
        if result.questions:
            items.append(self._make.button(locale, "quiz-button-look", "quiz.look", attempt.id, 0))
        if attempt.state is State.STOPPED:
            items.append(self._make.button(locale, "quiz-button-resume", "quiz.resume", attempt.id))
        for lesson_id, section_id in result.to_reread[:1]:
            items += self._reading(attempt.key, locale, lesson_id, section_id, "quiz-button-reread")
        return items

    def _comparing(self, sheet: Sheet, question: Question, locale: Locale) -> list[ui.Item[ui.View]]:
        """What the tutor has to say about an answer in one's own words; it changes no grade."""
        if question.item.kind is not Kind.OWN_WORDS or question.answer is None or not question.answer.text:
            return []
        return [
            self._make.button(
                locale, "quiz-button-compare", "quiz.compare", sheet.attempt.id, question.number
            )
        ]

    def _reading(
        self, key: LearnerKey, locale: Locale, lesson_id: str, section_id: str, label: str
    ) -> list[ui.Item[ui.View]]:
        """The way to a section; none where its ids are too long for a button."""
        if len(f"lesson.page:{lesson_id}:{section_id}:0") > CUSTOM_ID_LIMIT:
            return []
        return [self._make.button(locale, label, "lesson.page", lesson_id, section_id, 0)]

    async def _named(
        self, key: LearnerKey, lesson_id: str, section_id: str, language: Locale
    ) -> tuple[Released, Released] | None:
        """Title of the lesson and heading of the section; None where learners do not see them any more."""
        return await self._names.of(key.server_id, lesson_id, section_id, language)
