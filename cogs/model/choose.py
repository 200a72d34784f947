"""/model choose: five questions by buttons, and the method that fits the answers.

Where somebody stands is written in the buttons and nowhere else, so a walk goes on after a restart.
"""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.exhibits import Exhibit, Refused, embed, lines
from bot.discord_io.people import key_of
from bot.discord_io.router import OldButton, route
from bot.explain.models import choosing
from bot.explain.models.choosing import QUESTIONS, SECTIONS, TRADE_OFF, Advice, Answer, Needs
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from cogs.model.part import PRIVATE, UPDATE, ModelPart

_LONGEST_GOAL = 200
_FIRST_STEP = choosing.written(())


class ChoosePart(ModelPart):
    """The walk to a method."""

    @app_commands.command(name="choose")
    @acknowledged()
    async def choose(
        self,
        interaction: discord.Interaction,
        goal: app_commands.Range[str, 1, _LONGEST_GOAL] | None = None,
    ) -> None:
        """Begins the walk."""
        _, locale = await self._learner(interaction)
        head = None
        if goal is not None:
            try:
                taken = await self._take(key_of(interaction), locale, goal)
            except Refused as refused:
                await self._refuse(interaction, refused)
                return
            said = self._say(locale, "catalogue-choose-goal", goal=self._quoted(" ".join(taken.text.split())))
            head = lines([said, taken.note]) if taken.note else said
        made, view = self._step(locale, (), interaction.user.id)
        await self._put(interaction, Exhibit(head, (made,)), view)

    @route("model.choose")
    @acknowledged(UPDATE)
    async def go(self, interaction: discord.Interaction, code: str, owner: int) -> None:
        """Another step, in the place of this one; the goal above it stays."""
        _, locale = await self._learner(interaction)
        answers = _answers(code)
        if len(answers) < len(QUESTIONS):
            made, view = self._step(locale, answers, owner)
        else:
            made = self._result(locale, answers)
            view = await self._result_view(interaction, locale, answers, owner)
        await interaction.edit_original_response(embed=made, view=view)

    @route("model.choose_own")
    @acknowledged(PRIVATE)
    async def own(self, interaction: discord.Interaction) -> None:
        """The walk from its beginning, for whoever pressed below a shared result."""
        _, locale = await self._learner(interaction)
        made, view = self._step(locale, (), interaction.user.id)
        await self._put(interaction, Exhibit(embeds=(made,)), view)

    @route("model.choose_share")
    @acknowledged(PRIVATE)
    async def share(self, interaction: discord.Interaction, code: str) -> None:
        """Shows a result to the channel, without the goal."""
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        answers = _answers(code)
        items: list[ui.Item[Any]] = [
            self._make.button(language, "catalogue-choose-own", "model.choose_own", row=0)
        ]
        items += await self._reading(interaction, language, _advice(answers), row=1)
        items.append(self._question(language, code, row=0))
        exhibit = Exhibit(embeds=(self._result(language, answers),))
        await self._publish(interaction, locale, exhibit, self._make.view(*items))

    @route("model.choose_try")
    @acknowledged(PRIVATE)
    async def ask(self, interaction: discord.Interaction, code: str) -> None:
        """Asks the question that the result ends in."""
        _, locale = await self._learner(interaction)
        last = _advice(_answers(code)).methods[-1]
        await self._ask(interaction, self._say(locale, f"catalogue-choose-try-{last}"), SECTIONS[last][0])

    def _step(self, locale: Locale, answers: tuple[Answer, ...], owner: int) -> tuple[discord.Embed, ui.View]:
        """The next question with a button for each answer."""
        number, make = len(answers), self._make
        kind = QUESTIONS[number]
        made = embed(
            self._say(locale, "catalogue-choose-title", number=number + 1, all=len(QUESTIONS)),
            self._say(locale, f"catalogue-choose-ask-{_name(kind)}"),
        )
        if answers:
            made.add_field(
                name=self._say(locale, "catalogue-choose-so-far"), value=self._listed(locale, answers)
            )
        items: list[ui.Item[Any]] = [
            make.button(
                locale,
                f"catalogue-choose-{_name(kind)}-{answer}",
                "model.choose",
                choosing.written((*answers, answer)),
                owner,
                style=discord.ButtonStyle.primary,
                row=row,
            )
            for row, answer in enumerate(choosing.answers_to(kind))
        ]
        if answers:
            items.append(self._back(locale, answers, owner))
        return made, make.view(*items)

    def _result(self, locale: Locale, answers: tuple[Answer, ...]) -> discord.Embed:
        advice, say = _advice(answers), self._say
        names = [say(locale, f"catalogue-choose-method-{one}") for one in advice.methods]
        together = names[0]
        for name in names[1:]:
            together = say(locale, "catalogue-choose-and", one=together, other=name)
        later = (
            say(locale, "catalogue-choose-later-none")
            if advice.later is None
            else say(
                locale,
                "catalogue-choose-later",
                method=say(locale, f"catalogue-choose-method-{advice.later}"),
            )
        )
        because = [say(locale, f"catalogue-choose-because-{one}") for one in advice.reasons]
        return embed(
            say(locale, "catalogue-choose-result", methods=together),
            lines([say(locale, f"catalogue-choose-does-{one}") for one in advice.methods]),
            (say(locale, "catalogue-choose-why"), self._bullets(locale, because)),
            (say(locale, "catalogue-choose-later-title"), later),
            (say(locale, "catalogue-choose-answers"), self._listed(locale, answers)),
            (
                say(locale, "explain-field-try"),
                say(locale, f"catalogue-choose-try-{advice.methods[-1]}"),
            ),
        )

    async def _result_view(
        self, interaction: discord.Interaction[Any], locale: Locale, answers: tuple[Answer, ...], owner: int
    ) -> ui.View:
        code, make = choosing.written(answers), self._make
        items = [
            self._question(locale, code, row=0),
            make.button(locale, "explain-button-share", "model.choose_share", code, row=0),
            *await self._reading(interaction, locale, _advice(answers), row=1),
            self._back(locale, answers, owner, row=2),
            make.button(locale, "catalogue-choose-again", "model.choose", _FIRST_STEP, owner, row=2),
        ]
        return make.view(*items)

    async def _reading(
        self, interaction: discord.Interaction[Any], locale: Locale, advice: Advice, row: int
    ) -> list[ui.Item[Any]]:
        """Buttons to the sections on the methods, and to the one that weighs them."""
        server_id = key_of(interaction).server_id
        found: list[ui.Item[Any]] = []
        for lesson_id, section_id in (*(SECTIONS[one] for one in advice.methods), TRADE_OFF):
            section = await self._services.library.section(server_id, lesson_id, section_id, locale)
            if section is not None:
                heading = self._quoted(section.heading)
                found.append(
                    self._make.button(
                        locale,
                        "explain-button-read",
                        "lesson.open",
                        lesson_id,
                        section_id,
                        row=row,
                        section=heading,
                    )
                )
        return found

    def _question(self, locale: Locale, code: str, row: int) -> ui.Item[Any]:
        return self._make.button(
            locale,
            "catalogue-button-question",
            "model.choose_try",
            code,
            style=discord.ButtonStyle.primary,
            row=row,
        )

    def _back(self, locale: Locale, answers: tuple[Answer, ...], owner: int, row: int = 4) -> ui.Item[Any]:
        before = choosing.written(answers[:-1])
        return self._make.button(locale, "catalogue-button-back", "model.choose", before, owner, row=row)

    def _listed(self, locale: Locale, answers: Sequence[Answer]) -> Released:
        said = [self._say(locale, f"catalogue-choose-{_name(type(one))}-{one}") for one in answers]
        return self._bullets(locale, said)

    def _bullets(self, locale: Locale, said: Sequence[Released]) -> Released:
        return lines([self._say(locale, "catalogue-choose-line", answer=one) for one in said])


def _name(kind: type[Answer]) -> str:
    """What a kind of answers is called in sentence keys."""
    return kind.__name__.lower()


def _answers(code: str) -> tuple[Answer, ...]:
    """The answers of a button. Raises `OldButton`."""
    try:
        return choosing.read(code)
    except ValueError:
        raise OldButton from None


def _advice(answers: tuple[Answer, ...]) -> Advice:
    """What follows from all answers. Raises `OldButton` when some are missing."""
    if len(answers) != len(QUESTIONS):
        raise OldButton
    return choosing.recommend(Needs.of(answers))
