"""/teach plan: a lesson plan drawn from the lessons, to be edited in forms and taken along as a file."""

import io
from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Field, TextField
from bot.discord_io.moderators import Power, moderates, only
from bot.discord_io.router import OldButton, route
from bot.discord_io.submitted import submitted
from bot.lessons.authoring.boxes import BOX, Boxes, boxes
from bot.llm.errors import ModelError
from bot.llm.values import Payer
from bot.reports.plans.plans import NotCovered, Plan
from bot.reports.plans.rules import MINUTES, Audience
from bot.reports.plans.store import TITLE_LENGTH
from bot.safety import Withheld, in_words
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.teach.part import Part

_FILE: Final = "lesson-plan.md"
_USUAL_MINUTES: Final = 45
_SHOWN: Final = 3900
_MOST: Final = 25
_LABEL: Final = 100
NEVER: Final = discord.AllowedMentions.none()


class PlanPart(Part):
    """Draws, shows and changes plans."""

    @app_commands.command(name="plan")
    @app_commands.choices(audience=[app_commands.Choice(name=one.value, value=one.value) for one in Audience])
    @acknowledged()
    async def plan(
        self,
        interaction: discord.Interaction[Any],
        topic: app_commands.Range[str, 1, 100],
        audience: str = Audience.BEGINNERS.value,
        minutes: app_commands.Range[int, MINUTES.start, MINUTES.stop - 1] = _USUAL_MINUTES,
    ) -> None:
        """Draws a plan, or says that the lessons do not cover the topic and what comes nearest."""
        locale = await self._client.languages.private(interaction)
        server_id = interaction.guild_id or 0
        verdict = await self._services.server_guard.check(server_id, topic.strip())
        if not verdict.goes_on:
            said = in_words(self._services.texts, locale, verdict)
            await interaction.edit_original_response(content=said, allowed_mentions=NEVER)
            return
        drawn = await self._services.reports.plans.draw(
            server_id, interaction.user.id, verdict.text, Audience(audience), minutes, locale
        )
        if isinstance(drawn, NotCovered):
            await interaction.edit_original_response(
                content=self._not_covered(locale, drawn), allowed_mentions=NEVER
            )
            return
        await self._show(interaction, locale, drawn, self._say(locale, "plan-drawn"))

    @plan.autocomplete("topic")
    async def topics(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Lessons and concepts by what was typed."""
        if interaction.guild_id is None or not await moderates(interaction, Power.WRITE):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        lessons = await self._services.library.autocomplete(interaction.guild_id, typed, locale, limit=8)
        concepts = await self._services.explaining.book.autocomplete(typed, locale)
        names = dict.fromkeys([*(one.title for one in lessons), *(name for _, name in concepts)])
        return [app_commands.Choice(name=name[:_LABEL], value=name[:_LABEL]) for name in list(names)[:_MOST]]

    @route("plan.edit")
    @only(Power.WRITE)
    async def edit(
        self, interaction: discord.Interaction[Any], plan_id: str, version: int, part: int
    ) -> None:
        """The form with the plan, or with a part of a long one."""
        locale = Locale.from_discord(interaction.locale.value)
        plan = await self._services.reports.plans.get(interaction.guild_id or 0, plan_id)
        pieces = _pieces(plan, part)
        fields: list[Field] = [
            TextField("title", "plan-field-title", longest=TITLE_LENGTH, value=plan.title),
            *(
                TextField(
                    f"text{place}",
                    "plan-field-text" if place == 0 else "plan-field-more-text",
                    long=True,
                    required=False,
                    longest=BOX,
                    value=piece or None,
                )
                for place, piece in enumerate(pieces.of_part(part))
            ),
        ]
        await interaction.response.send_modal(
            self._client.components.modal(
                locale, "plan-form", "plan.edited", plan.id, plan.version, part, fields=fields
            )
        )

    @route("plan.edited")
    @acknowledged()
    @only(Power.WRITE)
    async def edited(
        self, interaction: discord.Interaction[Any], plan_id: str, version: int, part: int
    ) -> None:
        """A form came back; what cannot be stored comes back as a file."""
        locale = await self._client.languages.private(interaction)
        server_id = interaction.guild_id or 0
        sent = submitted(interaction)
        words = tuple(sent.text(f"text{place}") for place in range(3))
        try:
            plan = await self._services.reports.plans.get(server_id, plan_id)
            whole = _pieces(plan, part).with_part(part, words)
            changed = await self._services.reports.plans.edit(
                server_id, plan_id, version, sent.text("title") or plan.title, whole
            )
        except PersonError as error:
            said = self._say(locale, error.key, **error.values)
            mine = "\n\n".join(word for word in words if word)
            await interaction.edit_original_response(
                content=joined("\n", [said, self._say(locale, "plan-your-words")]),
                attachments=[discord.File(io.BytesIO(mine.encode()), filename="my-text.md")],
                allowed_mentions=NEVER,
            )
            return
        await self._show(interaction, locale, changed, self._say(locale, "plan-saved"))

    @route("plan.word")
    @acknowledged(First.UPDATE)
    @only(Power.WRITE)
    async def word(self, interaction: discord.Interaction[Any], plan_id: str, version: int) -> None:
        """Lets a model word the opening; where it cannot, the plan stays as it is."""
        locale = await self._client.languages.private(interaction)
        server_id = interaction.guild_id or 0
        payer = Payer(server_id, interaction.user.id)
        try:
            plan = await self._services.reports.plans.word_opening(payer, server_id, plan_id, version)
            said = self._say(locale, "plan-worded")
        except ModelError as error:
            plan = await self._services.reports.plans.get(server_id, plan_id)
            said = self._say(locale, "plan-not-worded", why=self._say(locale, error.key))
        except Withheld:
            plan = await self._services.reports.plans.get(server_id, plan_id)
            said = self._say(locale, "plan-not-worded", why=self._say(locale, "safety-withheld"))
        await self._show(interaction, locale, plan, said)

    async def _show(
        self, interaction: discord.Interaction[Any], locale: Locale, plan: Plan, said: Released
    ) -> None:
        """The plan in Discord and as a file, with what can be done with it."""
        text = self._quoted(plan.markdown[:_SHOWN])
        if len(plan.markdown) > _SHOWN:
            text = joined("\n\n", [text, self._say(locale, "plan-more-in-file")])
        embed = discord.Embed(
            title=self._quoted(plan.title), description=text, colour=discord.Colour.blurple()
        )
        make = self._client.components
        parts = boxes(plan.markdown).parts
        buttons = [
            make.button(
                locale,
                "plan-button-edit" if parts == 1 else "plan-button-edit-part",
                "plan.edit",
                plan.id,
                plan.version,
                part,
                part=part + 1,
                style=discord.ButtonStyle.primary,
            )
            for part in range(min(parts, 5))
        ]
        if self._services.reports.plans.can_word:
            buttons.append(make.button(locale, "plan-button-word", "plan.word", plan.id, plan.version))
        file = discord.File(io.BytesIO(plan.markdown.encode()), filename=_FILE)
        await interaction.edit_original_response(
            content=joined("\n", [said, self._say(locale, "plan-file", file=plain(_FILE))]),
            embed=embed,
            attachments=[file],
            view=make.view(*buttons),
            allowed_mentions=NEVER,
        )

    def _not_covered(self, locale: Locale, missing: NotCovered) -> Released:
        parts = [self._say(locale, "plan-not-covered", topic=self._quoted(missing.topic))]
        lines = [
            self._say(
                locale,
                "plan-nearest-line",
                lesson=self._quoted(one.lesson_title),
                section=self._quoted(one.heading),
            )
            for one in missing.nearest
        ]
        if lines:
            parts.append(joined("\n", [self._say(locale, "plan-nearest"), *lines]))
        parts.append(self._say(locale, "plan-not-covered-next"))
        return joined("\n\n", parts)


def _pieces(plan: Plan, part: int) -> Boxes:
    """The plan in the boxes of forms. Raises `OldButton` for a part that it does not have."""
    pieces = boxes(plan.markdown)
    if not 0 <= part < pieces.parts:
        raise OldButton
    return pieces
