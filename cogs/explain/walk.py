"""Walks: attention, training, agents and more as pictures in steps. They are opened from a concept's card."""

from typing import Any

from discord import ButtonStyle, Interaction, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.exhibits import Exhibit, Picture, embed, lines
from bot.discord_io.router import OldButton, route
from bot.explain.drawing.walk_picture import draw_step
from bot.explain.walks import Walk, read_walk
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from cogs.explain.part import PRIVATE, UPDATE, CannotDraw, Part

_PICTURE = "step.png"


class WalkPart(Part):
    """Pictures in steps."""

    @route("explain.walk_open")
    @acknowledged(PRIVATE)
    async def open(self, interaction: Interaction, walk: str, step: int) -> None:
        """A walk, from a card or from a shared step; for whoever pressed."""
        await self._show(interaction, walk, step)

    @route("explain.walk")
    @acknowledged(UPDATE)
    async def go(self, interaction: Interaction, walk: str, step: int) -> None:
        """Another step, in the place of this one."""
        await self._show(interaction, walk, step)

    @route("explain.walk_share")
    @acknowledged(PRIVATE)
    async def share(self, interaction: Interaction, walk: str, step: int) -> None:
        """Shows a step to the channel."""
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        found = await self._walk(walk, step)
        view = self._make.view(
            self._make.button(language, "explain-walk-own", "explain.walk_open", walk, 0),
            *self._ways_on(language, found),
        )
        await self._publish(interaction, locale, await self._exhibit(language, found, step), view)

    @route("explain.walk_ask")
    @acknowledged(PRIVATE)
    async def ask(self, interaction: Interaction, walk: str) -> None:
        """Asks the question that the walk ends in."""
        _, locale = await self._learner(interaction)
        found = await self._walk(walk, 0)
        await self._client.desk.conversation.ask(
            interaction, found.question[locale], lesson_id=found.lesson_id
        )

    async def _show(self, interaction: Interaction[Any], walk: str, step: int) -> None:
        _, locale = await self._learner(interaction)
        found = await self._walk(walk, step)
        await self._put(
            interaction, await self._exhibit(locale, found, step), self._view(locale, found, step)
        )

    async def _walk(self, walk_id: str, step: int) -> Walk:
        """Raises `OldButton` when the course has no such walk or step any more."""
        if not walk_id.replace("-", "").isalnum():
            raise OldButton
        try:
            found = await self._made(read_walk, self._explaining.course, walk_id)
        except CannotDraw:
            raise OldButton from None
        if not 0 <= step < len(found.steps):
            raise OldButton
        return found

    async def _exhibit(self, locale: Locale, walk: Walk, number: int) -> Exhibit:
        step = walk.steps[number]
        png = await self._made(draw_step, walk, number, locale)
        arrows = [
            self._say(
                locale,
                "explain-walk-arrow",
                start=self._quoted(walk.boxes[start].text[locale]),
                end=self._quoted(walk.boxes[end].text[locale]),
            )
            for start, end in step.arrows
        ]
        alone = [
            self._say(locale, "explain-walk-box", text=self._quoted(walk.boxes[one].text[locale]))
            for one in step.show
            if not any(one in arrow for arrow in step.arrows)
        ]
        words = lines([*arrows, *alone])
        made = embed(
            self._say(
                locale,
                "explain-walk-title",
                title=self._quoted(walk.title[locale]),
                step=number + 1,
                all=len(walk.steps),
            ),
            self._quoted(step.say[locale]),
            (self._say(locale, "explain-walk-words"), words),
            image=_PICTURE,
        )
        if number == len(walk.steps) - 1:
            question: Released = self._quoted(walk.question[locale])
            made.add_field(name=self._say(locale, "explain-field-try"), value=question, inline=False)
        alt = self._say(locale, "explain-walk-alt", say=self._quoted(step.say[locale]))
        return Exhibit(embeds=(made,), pictures=(Picture(png, _PICTURE, alt),))

    def _view(self, locale: Locale, walk: Walk, number: int) -> ui.View:
        make = self._make
        items: list[ui.Item[Any]] = []
        if number > 0:
            items.append(make.button(locale, "explain-walk-back", "explain.walk", walk.id, number - 1, row=0))
        if number + 1 < len(walk.steps):
            items.append(
                make.button(
                    locale,
                    "explain-walk-on",
                    "explain.walk",
                    walk.id,
                    number + 1,
                    style=ButtonStyle.primary,
                    row=0,
                )
            )
        items.append(
            make.button(locale, "explain-button-share", "explain.walk_share", walk.id, number, row=0)
        )
        return make.view(*items, *self._ways_on(locale, walk))

    def _ways_on(self, locale: Locale, walk: Walk) -> list[ui.Item[Any]]:
        return [
            self._make.button(locale, "explain-button-question", "explain.walk_ask", walk.id, row=1),
            self._make.button(
                locale, "explain-button-lesson", "lesson.open", walk.lesson_id, walk.section_id, row=1
            ),
        ]
