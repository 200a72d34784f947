"""/model find: the catalogue, narrowed down."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import Option
from bot.discord_io.exhibits import Exhibit, Refused, embed, lines
from bot.discord_io.people import key_of
from bot.discord_io.router import OldButton, route
from bot.explain.models.finding import Found, Wish, find
from bot.explain.models.values import Access, Model, Task
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.model.part import LONGEST_NAME, PRIVATE, UPDATE, ModelPart

_PER_PAGE = 6
_DEAREST = 1000.0
"""US dollars for a million tokens."""
_NOTHING = "-"
_IN_A_BUTTON = 21
"""Characters of a provider or a name that a button carries."""
_TASKS = [app_commands.Choice(name=task.value, value=task.value) for task in Task]
_ACCESS = [app_commands.Choice(name=access.value, value=access.value) for access in Access]
_CHOICES = 25


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command was given, as buttons carry it; None for what was left out."""

    task: str | None
    licence: str | None
    provider: str | None
    name: str | None
    max_price: str | None

    def written(self) -> tuple[str, ...]:
        """The arguments of a button."""
        values = (self.task, self.licence, self.provider, self.name, self.max_price)
        return tuple((value or _NOTHING).replace(":", " ")[:_IN_A_BUTTON] for value in values)

    @classmethod
    def read(cls, *written: str) -> "_Asked":
        """What `written` wrote."""
        return cls(*(None if one == _NOTHING else one for one in written))


class FindPart(ModelPart):
    """Lists of models."""

    @app_commands.command(name="find")
    @app_commands.choices(task=_TASKS, licence=_ACCESS)
    @acknowledged()
    async def find(
        self,
        interaction: discord.Interaction,
        task: str | None = None,
        licence: str | None = None,
        provider: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        name: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        max_price: app_commands.Range[float, 0.0, _DEAREST] | None = None,
    ) -> None:
        """Lists the models that fit."""
        _, locale = await self._learner(interaction)
        try:
            maker = (
                (await self._take(key_of(interaction), locale, provider)).text
                if provider is not None
                else None
            )
            called = (await self._take(key_of(interaction), locale, name)).text if name is not None else None
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        asked = _Asked(task, licence, maker, called, f"{max_price:g}" if max_price is not None else None)
        await self._show(interaction, locale, asked, 0)

    @find.autocomplete("provider")
    async def providers(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Who makes models."""
        makers = dict.fromkeys(one.provider for one in (await self._catalogue.all()).values())
        wanted = typed.strip().casefold()
        fitting = [one for one in makers if wanted in one.casefold()]
        return [app_commands.Choice(name=one, value=one) for one in fitting[:_CHOICES]]

    @find.autocomplete("name")
    async def names(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Models by what was typed."""
        return await self._names(typed)

    @route("model.page")
    @acknowledged(UPDATE)
    async def page(
        self,
        interaction: discord.Interaction,
        number: int,
        task: str,
        licence: str,
        provider: str,
        name: str,
        price: str,
    ) -> None:
        """Another page of the list, in its place."""
        _, locale = await self._learner(interaction)
        await self._show(interaction, locale, _Asked.read(task, licence, provider, name, price), number)

    @route("model.list")
    @acknowledged(PRIVATE)
    async def own(
        self, interaction: discord.Interaction, task: str, licence: str, provider: str, name: str, price: str
    ) -> None:
        """A shared list, for whoever pressed."""
        _, locale = await self._learner(interaction)
        await self._show(interaction, locale, _Asked.read(task, licence, provider, name, price), 0)

    @route("model.list_share")
    @acknowledged(PRIVATE)
    async def share(
        self, interaction: discord.Interaction, task: str, licence: str, provider: str, name: str, price: str
    ) -> None:
        """Shows the list's first page to the channel."""
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        asked = _Asked.read(task, licence, provider, name, price)
        exhibit, found, _ = await self._exhibit(language, asked, 0)
        items: list[ui.Item[Any]] = [self._open(language, found, 0, "model.also", row=0)]
        items.append(
            self._make.button(language, "catalogue-button-own", "model.list", *asked.written(), row=1)
        )
        items += self._ending(language, 1)
        await self._publish(interaction, locale, exhibit, self._make.view(*items))

    @route("model.question")
    @acknowledged(PRIVATE)
    async def ask(self, interaction: discord.Interaction) -> None:
        """Asks the question that the list ends in."""
        _, locale = await self._learner(interaction)
        await self._ask(interaction, self._say(locale, "catalogue-find-question"))

    async def _show(
        self, interaction: discord.Interaction[Any], locale: Locale, asked: _Asked, page: int
    ) -> None:
        exhibit, found, pages = await self._exhibit(locale, asked, page)
        page = min(max(page, 0), pages - 1)
        make = self._make
        items: list[ui.Item[Any]] = [self._open(locale, found, page, "model.opened", row=0)]
        if pages > 1:
            places = (("catalogue-button-back", page - 1), ("catalogue-button-on", page + 1))
            items += [
                make.button(
                    locale, key, "model.page", to, *asked.written(), disabled=not 0 <= to < pages, row=1
                )
                for key, to in places
            ]
        items.append(make.button(locale, "explain-button-share", "model.list_share", *asked.written(), row=1))
        await self._put(interaction, exhibit, make.view(*items, *self._ending(locale, 2)))

    async def _exhibit(self, locale: Locale, asked: _Asked, page: int) -> tuple[Exhibit, Found, int]:
        models = await self._models(asked)
        prices = await self._priced(models)
        found = find(models, await self._wish(asked), prices)
        pages = -(-len(found.models) // _PER_PAGE)
        page = min(max(page, 0), pages - 1)
        shown = found.models[page * _PER_PAGE : (page + 1) * _PER_PAGE]
        told = [self._head(locale, asked, found)]
        told += [self._cards.line(locale, one, prices.get(one.id)) for one in shown]
        made = embed(
            self._say(locale, "catalogue-find-title"),
            joined("\n\n", told),
            (self._say(locale, "explain-field-try"), self._say(locale, "catalogue-find-question")),
        )
        feet = [self._say(locale, "catalogue-find-page", page=page + 1, pages=pages)]
        if (dated := self._cards.dated(locale, prices)) is not None:
            feet.append(dated)
        made.set_footer(text=joined(" ", feet))
        return Exhibit(embeds=(made,)), found, pages

    def _head(self, locale: Locale, asked: _Asked, found: Found) -> Released:
        wish = self._said(locale, asked)
        if not wish:
            return self._say(locale, "catalogue-find-all", count=len(found.models))
        if found.fits:
            told = [self._say(locale, "catalogue-find-fits", count=len(found.models))]
        else:
            told = [self._say(locale, "catalogue-find-none")]
        if found.unpriced:
            told.append(self._say(locale, "catalogue-find-unpriced", count=found.unpriced))
        told.append(self._say(locale, "catalogue-find-wish", wish=joined(" · ", wish)))
        return lines(told)

    async def _wish(self, asked: _Asked) -> Wish:
        try:
            return Wish(
                task=Task(asked.task) if asked.task else None,
                access=Access(asked.licence) if asked.licence else None,
                provider=asked.provider,
                named=frozenset(one.id for one in await self._catalogue.matching(asked.name))
                if asked.name
                else None,
                max_price=Decimal(asked.max_price) if asked.max_price else None,
            )
        except (ValueError, ArithmeticError):
            raise OldButton from None

    async def _models(self, asked: _Asked) -> tuple[Model, ...]:
        """Every model; those first whose names are like the one that was typed."""
        everything = tuple((await self._catalogue.all()).values())
        return await self._catalogue.nearest(asked.name, len(everything)) if asked.name else everything

    def _said(self, locale: Locale, asked: _Asked) -> list[Released]:
        """What was asked for, in words."""
        told = []
        if asked.task in list(Task):
            told.append(self._say(locale, f"catalogue-task-{asked.task}"))
        if asked.licence in list(Access):
            told.append(self._say(locale, f"catalogue-access-{asked.licence}"))
        told += [self._quoted(one) for one in (asked.provider, asked.name) if one]
        if asked.max_price:
            dollars = plain(asked.max_price)
            told.append(self._say(locale, "catalogue-find-wish-max", dollars=dollars))
        return told

    def _open(self, locale: Locale, found: Found, page: int, route_name: str, row: int) -> ui.Item[Any]:
        shown = found.models[page * _PER_PAGE : (page + 1) * _PER_PAGE]
        options = [Option(one.id, plain(one.name), plain(one.provider)) for one in shown]
        return self._make.select(locale, "catalogue-select-open", route_name, options=options, row=row)

    def _ending(self, locale: Locale, row: int) -> list[ui.Item[Any]]:
        return [
            self._make.button(
                locale,
                "catalogue-button-question",
                "model.question",
                style=discord.ButtonStyle.primary,
                row=row,
            ),
            self._lesson_button(locale, row),
        ]
