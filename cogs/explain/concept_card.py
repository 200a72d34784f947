"""Concept cards as a learner sees them: one with its ways on, or two beside each other."""

from collections.abc import Callable
from typing import Any

import discord
from discord import ui

from bot.discord_io.components import Components, Option
from bot.discord_io.exhibits import Exhibit, embed
from bot.explain.concepts import MODEL_PREFIX, Explained
from bot.explain.kinds import CONCEPTS
from bot.learners.values import Level
from bot.lessons.show import show
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from cogs.explain.part import for_route

_LABEL = 100
_FIELD = 1024
"""Characters of a field of an embed."""


class ConceptCards:
    """Renders cards and what stands below them."""

    def __init__(self, texts: Texts, components: Components, guard: Guard) -> None:
        self._say = texts.say
        self._make = components
        self._quoted = guard.quote

    def _title(self, shown: Explained) -> Released:
        """The name; beside a Chinese one the English that stands in most texts on it."""
        english = shown.concept.names[Locale.EN]
        both = shown.language.is_chinese and english not in shown.name
        return self._quoted(f"{shown.name} · {english}" if both else shown.name)

    def card(self, locale: Locale, shown: Explained, level: Level) -> Exhibit:
        """One concept."""
        card = shown.card
        made = embed(
            self._title(shown),
            self._quoted(show(card.explained[level])),
            (self._say(locale, "explain-field-example"), self._part(card.example)),
            (self._say(locale, "explain-field-misconception"), self._misconception(locale, shown)),
            (
                self._say(locale, "explain-field-try"),
                self._say(locale, "explain-try", question=self._quoted(card.question)),
            ),
        )
        made.set_footer(text=self._say(locale, f"explain-level-{level}"))
        return Exhibit(embeds=(made,))

    def pair(self, locale: Locale, one: Explained, other: Explained, level: Level) -> Exhibit:
        """Three cards: what they are, an example of each, where people go wrong; side by side where there is room."""
        rows: tuple[tuple[str, Callable[[Explained], Released]], ...] = (
            ("explain-field-compared", lambda shown: self._part(shown.card.explained[level])),
            ("explain-field-example", lambda shown: self._part(shown.card.example)),
            ("explain-field-misconception", lambda shown: self._misconception(locale, shown)),
        )
        embeds = []
        for key, content in rows:
            made = embed(self._say(locale, key), None)
            for shown in (one, other):
                made.add_field(name=self._title(shown), value=content(shown), inline=True)
            embeds.append(made)
        embeds[-1].set_footer(text=self._say(locale, f"explain-level-{level}"))
        return Exhibit(embeds=tuple(embeds))

    def _part(self, markdown: str) -> Released:
        shown = self._quoted(show(markdown))
        return shown if len(shown) <= _FIELD else self._quoted(f"{shown[: _FIELD - 2]}…")

    def _misconception(self, locale: Locale, shown: Explained) -> Released:
        return self._say(
            locale,
            "explain-misconception",
            claim=self._quoted(shown.card.claim),
            truth=self._quoted(shown.card.truth),
        )

    def view(
        self, locale: Locale, shown: Explained, level: Level, *, shared: bool, practised: bool
    ) -> ui.View:
        """What can be done with a card; from a shared one everybody gets their own. `practised`: there is a challenge for it."""
        make, concept = self._make, for_route(shown.concept.id)
        items: list[ui.Item[Any]] = self._levels(
            locale, level, "explain.own" if shared else "explain.card", concept, shared=shared
        )
        if not shared:
            items.append(
                make.button(locale, "explain-button-share", "explain.share", concept, level.value, row=0)
            )
        items += [
            make.button(
                locale,
                "explain-button-read",
                "lesson.open",
                section.lesson_id,
                section.section_id,
                row=1,
                section=self._quoted(section.heading),
            )
            for section in shown.sections
        ]
        items.append(
            make.button(
                locale, "explain-button-try", "explain.try", concept, style=discord.ButtonStyle.primary, row=2
            )
        )
        items.append(make.button(locale, "explain-button-ask", "explain.ask", concept, row=2))
        items += self._explainer_buttons(locale, shown, row=2)
        if practised:
            items.append(
                make.button(locale, "explain-button-practise", "practice.technique", shown.concept.id, row=4)
            )
        if shown.next:
            options = [Option(one, self._quoted(name[:_LABEL])) for one, name in shown.next]
            following = "explain.also" if shared else "explain.next"
            items.append(
                make.select(locale, "explain-select-next", following, level.value, options=options, row=3)
            )
        return make.view(*items)

    def _explainer_buttons(self, locale: Locale, shown: Explained, row: int) -> list[ui.Item[Any]]:
        """A way to what shows the concept instead of telling it."""
        items: list[ui.Item[Any]] = []
        if shown.walk is not None:
            items.append(
                self._make.button(locale, "explain-button-walk", "explain.walk_open", shown.walk, 0, row=row)
            )
        kind = CONCEPTS.get(shown.concept.id)
        if kind is not None:
            key = f"explain-{kind}-own"
            items.append(self._make.button(locale, key, f"explain.{kind}_own", row=row))
        if shown.concept.is_model:
            model_id = shown.concept.id.removeprefix(MODEL_PREFIX)
            items.append(self._make.button(locale, "catalogue-button-facts", "model.own", model_id, row=row))
        return items

    def pair_view(
        self, locale: Locale, one: Explained, other: Explained, level: Level, *, shared: bool
    ) -> ui.View:
        """What can be done with two cards."""
        make, both = self._make, (for_route(one.concept.id), for_route(other.concept.id))
        items = self._levels(
            locale, level, "explain.ownpair" if shared else "explain.pair", *both, shared=shared
        )
        if not shared:
            items.append(
                make.button(locale, "explain-button-share", "explain.sharepair", *both, level.value, row=0)
            )
        for shown in (one, other):
            items.append(
                make.button(
                    locale,
                    "explain-button-try-one",
                    "explain.try",
                    for_route(shown.concept.id),
                    row=1,
                    style=discord.ButtonStyle.primary,
                    concept=self._quoted(shown.name),
                )
            )
        return make.view(*items)

    def _levels(
        self, locale: Locale, level: Level, route_name: str, *args: str, shared: bool
    ) -> list[ui.Item[Any]]:
        return [
            self._make.button(
                locale,
                f"explain-level-{one}",
                route_name,
                *args,
                one.value,
                style=discord.ButtonStyle.success if one is level else discord.ButtonStyle.secondary,
                disabled=one is level and not shared,
                row=0,
            )
            for one in Level
        ]
