"""How a model is shown: as a card, as a line of a list, beside another, with the sources of what is said."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import discord
from discord import ui

from bot.discord_io.components import Components, Option
from bot.discord_io.exhibits import Exhibit, embed, lines
from bot.explain.models.prices import MILLION
from bot.explain.models.values import Medium, Model, Source, State
from bot.learners.values import Level
from bot.llm.pricing import Price
from bot.safety import Guard
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

MOST_OPTIONS: Final = 25
"""Options of a select menu."""
_FIELD: Final = 1024
Field = tuple[Released, Released]
"""The name and the value of a field."""


def money(dollars: Decimal) -> str:
    """An amount with two digits after the point, or with as many as it needs to be told from nothing."""
    return f"{dollars:.2f}" if dollars == round(dollars, 2) else f"{dollars.normalize():f}"


class ModelCards:
    """Renders models and what stands below them."""

    def __init__(self, texts: Texts, components: Components, guard: Guard) -> None:
        self._say = texts.say
        self._make = components
        self._quoted = guard.quote

    def card(self, locale: Locale, model: Model, price: Price | None) -> Exhibit:
        """One model."""
        words = model.words[locale]
        made = embed(self.title(locale, model), self._quoted(words.use))
        for name, value in self._figures(locale, model, price):
            made.add_field(name=name, value=value, inline=True)
        for name, value in self._said(locale, model):
            made.add_field(name=name, value=value, inline=False)
        made.set_footer(text=lines(self._foot(locale, [model])))
        return Exhibit(embeds=(made,))

    def pair(
        self, locale: Locale, models: Sequence[Model], prices: Mapping[str, Price]
    ) -> tuple[discord.Embed, ...]:
        """Side by side: an embed for each thing that is compared, in it a column for each model."""
        if not models:
            return ()
        columns = [
            (
                (self._say(locale, "catalogue-field-use"), self._quoted(model.words[locale].use)),
                *self._figures(locale, model, prices.get(model.id)),
                *self._said(locale, model)[:3],
            )
            for model in models
        ]
        found = []
        for row in zip(*columns, strict=True):
            made = embed(row[0][0], None)
            for model, (_, value) in zip(models, row, strict=True):
                made.add_field(name=self.title(locale, model), value=value, inline=True)
            found.append(made)
        if len(models) > 1:
            names = [plain(model.name) for model in models]
            question = self._say(locale, "catalogue-pair-question", a=names[0], b=names[1])
            found[-1].add_field(name=self._say(locale, "explain-field-try"), value=question, inline=False)
        found[-1].set_footer(text=lines(self._foot(locale, models)))
        return tuple(found)

    def title(self, locale: Locale, model: Model) -> Released:
        """Name and maker."""
        return self._say(locale, "catalogue-title", name=plain(model.name), provider=plain(model.provider))

    def line(self, locale: Locale, model: Model, price: Price | None) -> Released:
        """One model in a list."""
        facts = model.facts
        told = [
            self._say(locale, f"catalogue-access-{facts.access}") if facts.access else None,
            self._media(locale, model),
            self._say(locale, "catalogue-context", tokens=facts.context) if facts.context else None,
            None if facts.state is State.RETIRED else self._short_price(locale, model, price),
            self._state(locale, model) if facts.state not in (None, State.CURRENT) else None,
        ]
        return self._say(
            locale,
            "catalogue-find-line",
            name=plain(model.name),
            provider=plain(model.provider),
            facts=joined(" · ", [one for one in told if one is not None]),
        )

    def view(
        self, locale: Locale, model: Model, beside: Iterable[Model], *, shared: bool, runs: bool
    ) -> ui.View:
        """What can be done with a card; from a shared one everybody gets their own."""
        make = self._make
        items: list[ui.Item[Any]] = [
            make.button(locale, "catalogue-button-sources", "model.sources", model.id, row=0)
        ]
        if shared:
            items.append(make.button(locale, "catalogue-button-own", "model.own", model.id, row=0))
        else:
            items.append(make.button(locale, "explain-button-share", "model.share", model.id, row=0))
        if model.concept is not None:
            concept = model.concept.replace(":", "~")
            level = Level.BEGINNER.value
            items.append(
                make.button(locale, "catalogue-button-concept", "explain.own", concept, level, row=0)
            )
        items.append(
            make.button(
                locale,
                "explain-button-try",
                "model.try",
                model.id,
                style=discord.ButtonStyle.primary,
                row=1,
            )
        )
        if runs:
            items.append(make.button(locale, "catalogue-compare-own", "model.form", row=1))
        options = [Option(one.id, plain(one.name), plain(one.provider)) for one in beside][:MOST_OPTIONS]
        if options:
            compared = "model.beside_own" if shared else "model.beside"
            items.append(
                make.select(locale, "catalogue-select-compare", compared, model.id, options=options, row=2)
            )
        return make.view(*items)

    def sources(self, locale: Locale, model: Model) -> Exhibit:
        """Which source says what."""
        told = []
        for source in model.all_sources:
            names = [
                self._say(locale, f"catalogue-fact-{fact}")
                for fact, its in model.sources.items()
                if its.id == source.id
            ]
            if source in model.described:
                names.append(self._say(locale, "catalogue-source-words"))
            comma = "、" if locale.is_chinese else ", "
            said = joined(comma, names)
            told.append(joined(": " if not locale.is_chinese else "：", [self._source(locale, source), said]))
        title = self._say(locale, "catalogue-sources-title", name=plain(model.name))
        made = embed(title, joined("\n\n", [lines(told), self._say(locale, "catalogue-sources-end")]))
        return Exhibit(embeds=(made,))

    def dated(self, locale: Locale, prices: Mapping[str, Price]) -> Released | None:
        """Day and source of the prices in a list; None where there are none."""
        for price in prices.values():
            day, source = plain(price.as_of.isoformat()), plain(price.source)
            return self._say(locale, "catalogue-find-dated", day=day, source=source)
        return None

    def _source(self, locale: Locale, source: Source) -> Released:
        title, day = self._source_title(source), plain(source.day.isoformat())
        if not source.url:
            return self._say(locale, "catalogue-source", title=title, day=day)
        said = self._say(locale, "catalogue-source-linked", title=title, url=plain(source.url), day=day)
        return self._say(locale, "catalogue-source-third-party", source=said) if source.third_party else said

    def _source_title(self, source: Source) -> Released:
        return plain(source.title.replace("[", "(").replace("]", ")"))

    def _foot(self, locale: Locale, models: Sequence[Model]) -> list[Released]:
        """How old the facts are, and which of their sources are not the makers' own."""
        told = [self._as_of(locale, models)]
        others = {source.id: source for model in models for source in model.third_parties}
        if others:
            comma = "、" if locale.is_chinese else ", "
            named = [
                self._say(
                    locale, "catalogue-source-named", title=plain(one.title), day=plain(one.day.isoformat())
                )
                for one in others.values()
            ]
            told.append(self._say(locale, "catalogue-third-parties", sources=joined(comma, named)))
        return told

    def _as_of(self, locale: Locale, models: Sequence[Model]) -> Released:
        """The day of the oldest, once for all of them."""
        day = plain(min(model.as_of for model in models).isoformat())
        sources = {source.id for model in models for source in model.all_sources}
        return self._say(locale, "catalogue-as-of", day=day, count=len(sources))

    def _figures(self, locale: Locale, model: Model, price: Price | None) -> tuple[Field, ...]:
        say = self._say
        return (
            (say(locale, "catalogue-field-kind"), self._kind(locale, model)),
            (say(locale, "catalogue-field-access"), self._access(locale, model)),
            (say(locale, "catalogue-field-window"), self._window(locale, model)),
            (say(locale, "catalogue-field-price"), self._price(locale, model, price)),
        )

    def _said(self, locale: Locale, model: Model) -> tuple[Field, ...]:
        say, words = self._say, model.words[locale]
        return (
            (say(locale, "catalogue-field-strengths"), self._quoted(words.strengths)),
            (say(locale, "catalogue-field-limits"), self._quoted(words.limits)),
            (say(locale, "catalogue-field-now"), self._quoted(words.now)),
            (
                say(locale, "explain-field-try"),
                say(locale, "explain-try", question=self._quoted(words.question)),
            ),
        )

    def _kind(self, locale: Locale, model: Model) -> Released:
        facts = model.facts
        told = [
            self._say(locale, f"catalogue-tuning-{facts.tuning}") if facts.tuning else None,
            self._say(locale, f"catalogue-architecture-{facts.architecture}") if facts.architecture else None,
            self._media(locale, model),
            self._say(locale, "catalogue-parameters", parameters=plain(facts.parameters))
            if facts.parameters
            else None,
        ]
        found = [one for one in told if one is not None]
        if facts.tuning is None and facts.architecture is None:
            found.append(self._say(locale, "catalogue-unknown-kind"))
        return lines(found)

    def _media(self, locale: Locale, model: Model) -> Released | None:
        facts = model.facts
        if not facts.reads:
            return None
        reads = self._listed(locale, facts.reads)
        if not facts.writes:
            return self._say(locale, "catalogue-reads", reads=reads)
        writes = self._listed(locale, facts.writes)
        return self._say(locale, "catalogue-reads-writes", reads=reads, writes=writes)

    def _listed(self, locale: Locale, media: Iterable[Medium]) -> Released:
        comma = "、" if locale.is_chinese else ", "
        return joined(comma, [self._say(locale, f"catalogue-medium-{one}") for one in media])

    def _access(self, locale: Locale, model: Model) -> Released:
        facts = model.facts
        told = []
        if facts.access is not None:
            access = self._say(locale, f"catalogue-access-{facts.access}")
            if facts.licence is not None:
                licence = plain(facts.licence)
                access = self._say(locale, "catalogue-licence", access=access, licence=licence)
            told.append(access)
        if (state := self._state(locale, model)) is not None:
            told.append(state)
        if facts.released is not None:
            told.append(self._say(locale, "catalogue-released", day=plain(facts.released)))
        return lines(told)

    def _state(self, locale: Locale, model: Model) -> Released | None:
        facts = model.facts
        match facts.state:
            case None:
                return None
            case State.RETIRING | State.RETIRED if facts.ends is not None:
                return self._say(locale, f"catalogue-state-{facts.state}", day=plain(facts.ends))
            case _:
                return self._say(locale, f"catalogue-state-{facts.state}", day=plain(""))

    def _window(self, locale: Locale, model: Model) -> Released:
        facts = model.facts
        told = []
        if facts.context is not None:
            told.append(self._say(locale, "catalogue-context", tokens=facts.context))
        if facts.cutoff is not None:
            told.append(self._say(locale, "catalogue-cutoff", day=plain(facts.cutoff)))
        return lines(told) if told else self._say(locale, "catalogue-no-window")

    def _short_price(self, locale: Locale, model: Model, price: Price | None) -> Released | None:
        if price is None:
            return None
        prompt = plain(money(price.prompt * MILLION))
        if Medium.VECTOR in model.facts.writes:
            return self._say(locale, "catalogue-price-in", prompt=prompt)
        answer = plain(money(price.completion * MILLION))
        return self._say(locale, "catalogue-price", prompt=prompt, answer=answer)

    def _price(self, locale: Locale, model: Model, price: Price | None) -> Released:
        if price is None or model.listed is None:
            return self._say(locale, "catalogue-price-free" if model.is_open else "catalogue-price-unknown")
        values = {
            "prompt": plain(money(price.prompt * MILLION)),
            "day": plain(price.as_of.isoformat()),
            "source": plain(price.source),
        }
        if Medium.VECTOR in model.facts.writes:
            return self._say(locale, "catalogue-price-full-in", **values, seller=plain(model.listed.seller))
        values["answer"] = plain(money(price.completion * MILLION))
        if model.facts.state is State.RETIRED:
            return self._say(locale, "catalogue-price-gone", **values)
        return self._say(locale, "catalogue-price-full", **values, seller=plain(model.listed.seller))
