"""/explain sampling: the chances of the next token, reshaped by temperature and top-p; and what comes of drawing from them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.exhibits import Exhibit, Picture, Refused, embed, lines
from bot.discord_io.generated import Where, report_button
from bot.discord_io.router import OldButton, route
from bot.discord_io.submitted import submitted
from bot.explain.continuing import next_tokens, several, takes_settings
from bot.explain.drawing.bars import MOST_BARS, draw_chances
from bot.explain.kinds import Kind
from bot.explain.sampling import HIGHEST_TEMPERATURE, Reshaped, reshape
from bot.explain.toy_model import continuation, next_words
from bot.learners.values import Learner
from bot.llm.errors import ModelError
from bot.safety import GateContext, Withheld
from bot.texts.catalogue import plain
from bot.texts.kinds import ModelText, Released
from bot.texts.locales import Locale
from cogs.explain.part import PRIVATE, UPDATE, Part

_LONGEST_PROMPT = 1000
_PICTURE = "chances.png"
_TEMPERATURES = (0, 50, 100, 150, 200)
_TOP_PS = (50, 90, 100)
"""What the buttons offer, in hundredths."""
_WORDS = 14
_SHOWN_PROMPT = 300
_DOTS = "•••"
"""Stands for a token that may not be shown."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a showing of this kind holds."""

    prompt: str
    model: str | None
    """None for the toy."""
    candidates: tuple[tuple[str, float], ...]


class SamplingPart(Part):
    """Next tokens."""

    @app_commands.command(name="sampling")
    @acknowledged()
    async def sampling(
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, _LONGEST_PROMPT],
        temperature: app_commands.Range[float, 0.0, HIGHEST_TEMPERATURE] = 1.0,
        top_p: app_commands.Range[float, 0.01, 1.0] = 1.0,
    ) -> None:
        """Shows the chances of the next token after a text."""
        await self._begin(interaction, prompt, (round(temperature * 100), max(1, round(top_p * 100))))

    @route("explain.sampling_own")
    async def form(self, interaction: discord.Interaction) -> None:
        """Asks for the beginning of a text."""
        await interaction.response.send_modal(
            self._make.modal(
                Locale.from_discord(interaction.locale.value),
                "explain-sampling-title",
                "explain.sampling_typed",
                fields=[TextField("prompt", "explain-sampling-field", long=True, longest=_LONGEST_PROMPT)],
            )
        )

    @route("explain.sampling_typed")
    @acknowledged(PRIVATE)
    async def typed(self, interaction: discord.Interaction) -> None:
        """Shows the chances after the text of the form."""
        await self._begin(interaction, submitted(interaction).text("prompt"), (100, 100))

    async def _begin(
        self, interaction: discord.Interaction[Any], prompt: str, settings: tuple[int, int]
    ) -> None:
        learner, locale = await self._learner(interaction)
        try:
            taken = await self._take_for_a_model(learner.key, locale, prompt)
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        drawn, note = await self._chances(learner, locale, taken.text)
        showing = await self._explaining.showings.keep(
            learner,
            Kind.SAMPLING,
            {
                "prompt": drawn.prompt,
                "model": drawn.model,
                "candidates": [list(one) for one in drawn.candidates] if drawn.model else [],
            },
        )
        notes = lines([one for one in (taken.note, note) if one])
        exhibit = await self._exhibit(locale, drawn, settings, notes)
        await self._put(interaction, exhibit, self._view(locale, showing, settings))

    @route("explain.sampling")
    @acknowledged(UPDATE)
    async def again(
        self, interaction: discord.Interaction, showing: str, temperature: int, top_p: int
    ) -> None:
        """The same chances, reshaped."""
        _, locale = await self._learner(interaction)
        drawn = await self._again(interaction, locale, showing)
        settings = _checked(temperature, top_p)
        exhibit = await self._exhibit(locale, drawn, settings)
        await self._put(interaction, exhibit, self._view(locale, showing, settings))

    @route("explain.sampling_share")
    @acknowledged(PRIVATE)
    async def share(
        self, interaction: discord.Interaction, showing: str, temperature: int, top_p: int
    ) -> None:
        """Shows it to the channel."""
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        drawn = await self._again(interaction, language, showing)
        exhibit = await self._exhibit(language, drawn, _checked(temperature, top_p))
        view = self._make.view(
            self._make.button(language, "explain-sampling-own", "explain.sampling_own", row=0),
            *self._ending(language, Kind.SAMPLING, 0),
        )
        await self._publish(interaction, locale, exhibit, view)

    @route("explain.sampling_on")
    @acknowledged(PRIVATE)
    async def write_on(
        self, interaction: discord.Interaction, showing: str, temperature: int, top_p: int
    ) -> None:
        """Writes the text on: greedily twice, then drawn three times."""
        learner, locale = await self._learner(interaction)
        drawn = await self._again(interaction, locale, showing)
        heat, nucleus = _checked(temperature, top_p)
        note: Released | None = None
        written: tuple[Released, ...] | None = None
        by: str | None = None
        if drawn.model is not None and learner.has_agreed:
            try:
                texts = await several(
                    self._explaining.door,
                    learner.key,
                    drawn.prompt,
                    temperatures=(0, 0, *[heat / 100] * 3),
                    top_p=nucleus / 100,
                )
                context = GateContext(forbidden=await self._explaining.open_answers.of(learner.key))
                written = tuple([await self._released(learner, locale, one.text, context) for one in texts])
                by = texts[0].model
                if not takes_settings(self._explaining.door):
                    note = self._say(locale, "explain-sampling-settings-ignored")
            except ModelError as error:
                why = self._because(locale, error.key, error.why)
                note = self._say(locale, "explain-sampling-failed", why=why)
        if written is None:
            written = tuple(
                [
                    self._quoted(await self._toy_line(drawn.prompt, locale, one, nucleus, seed))
                    for seed, one in enumerate((0, 0, heat, heat, heat))
                ]
            )
        told = [
            self._say(locale, "explain-sampling-on", temperature=heat / 100, top_p=nucleus / 100),
            *(
                self._say(locale, f"explain-sampling-{'greedy' if number < 2 else 'drawn'}", text=text)
                for number, text in enumerate(written)
            ),
            self._say(
                locale, "explain-sampling-same" if written[0] == written[1] else "explain-sampling-differ"
            ),
        ]
        if note is not None:
            told.insert(0, note)
        shown, items = embed(None, lines(told)), self._ending(locale, Kind.SAMPLING, 0)
        if by is not None:
            shown.set_footer(text=self._say(locale, "explain-by-ai", model=self._quoted(by)))
            items.append(report_button(self._make, locale, Where.CARD, 0))
        await self._put(interaction, Exhibit(embeds=(shown,)), self._make.view(*items))

    async def _chances(self, learner: Learner, locale: Locale, prompt: str) -> tuple[_Drawn, Released | None]:
        """From the model where there is one and the learner agreed; else from the toy, with the reason why."""
        door = self._explaining.door
        note: Released | None
        if not door.available:
            note = self._say(locale, "explain-sampling-no-model")
        elif not learner.has_agreed:
            note = self._say(locale, "explain-agree-first")
        else:
            try:
                model, found = await next_tokens(door, learner.key, prompt)
                shown = await self._shown_tokens([token for token, _ in found])
                return _Drawn(prompt, model, tuple(zip(shown, (log for _, log in found), strict=True))), None
            except ModelError as error:
                why = self._because(locale, error.key, error.why)
                note = self._say(locale, "explain-sampling-failed", why=why)
        return _Drawn(prompt, None, await self._toy(prompt, locale)), note

    async def _toy(self, prompt: str, locale: Locale) -> tuple[tuple[str, float], ...]:
        return await self._made(next_words, self._explaining.course, prompt, locale)

    async def _toy_line(self, prompt: str, locale: Locale, heat: int, nucleus: int, seed: int) -> str:
        return await self._made(
            continuation,
            self._explaining.course,
            prompt,
            locale,
            temperature=heat / 100,
            top_p=nucleus / 100,
            seed=seed,
            length=_WORDS * (2 if locale.is_chinese else 1),
        )

    async def _again(self, interaction: discord.Interaction[Any], locale: Locale, showing: str) -> _Drawn:
        kept = await self._kept(interaction, showing, Kind.SAMPLING)
        prompt, model = str(kept["prompt"]), kept["model"]
        if model is None:
            return _Drawn(prompt, None, await self._toy(prompt, locale))
        return _Drawn(
            prompt, str(model), tuple((str(token), float(log)) for token, log in kept["candidates"])
        )

    async def _shown_tokens(self, tokens: Sequence[ModelText]) -> list[str]:
        """Tokens of a model as they may be shown: one that the filters stop becomes dots, a link shows where it leads.

        A hosted moderation hears them together; it cannot say which of them it objects to.
        """
        harmless = self._services.guard.quote_for_all
        shown = [_DOTS if self._is_withheld(token) else str(harmless(token.unchecked)) for token in tokens]
        together = ModelText("\n".join(shown))
        return shown if await self._services.guard.may_be_shown(together) else [_DOTS] * len(shown)

    def _is_withheld(self, token: ModelText) -> bool:
        return not self._services.guard.check_output(token).goes_on

    async def _released(
        self, learner: Learner, locale: Locale, text: ModelText, context: GateContext
    ) -> Released:
        try:
            return await self._services.server_guard.release(learner.key.server_id, text, context)
        except Withheld:
            return self._say(locale, "explain-sampling-withheld")

    async def _exhibit(
        self, locale: Locale, drawn: _Drawn, settings: tuple[int, int], notes: Released | None = None
    ) -> Exhibit:
        heat, nucleus = settings
        shape = reshape(
            drawn.candidates,
            temperature=heat / 100,
            top_p=nucleus / 100,
            complete=drawn.model is None,
        )
        others = self._say(locale, "explain-sampling-others")
        title = f"T {heat / 100:g} · top-p {nucleus / 100:g}"
        png = await self._made(draw_chances, title, str(others), shape)
        if drawn.model is None:
            source = self._say(locale, "explain-sampling-toy")
        else:
            source = self._say(locale, "explain-sampling-model", model=self._quoted(drawn.model))
        told = [
            self._say(locale, "explain-sampling-prompt", prompt=self._own_words(_inline(drawn.prompt))),
            source,
            self._table(locale, shape),
            self._say(locale, "explain-sampling-temperature", temperature=heat / 100, top_p=nucleus / 100),
        ]
        if shape.is_approximate:
            told.append(self._say(locale, "explain-sampling-approximate"))
        made = embed(
            self._say(locale, "explain-sampling-title"),
            lines(told),
            (self._say(locale, "explain-field-try"), self._say(locale, f"explain-question-{Kind.SAMPLING}")),
            image=_PICTURE,
        )
        best = shape.chances[0]
        alt = self._say(
            locale,
            "explain-sampling-alt",
            token=self._quoted(_inline(best.token)),
            percent=plain(f"{best.after:.1%}"),
            count=min(len(shape.chances), MOST_BARS),
        )
        return Exhibit(notes or None, (made,), (Picture(png, _PICTURE, alt),))

    def _table(self, locale: Locale, shape: Reshaped) -> Released:
        """The picture's figures as text."""
        rows = [
            f"{one.before:>6.1%} → {one.after:>6.1%}  {_inline(one.token)}"
            for one in shape.chances[:MOST_BARS]
        ]
        hidden = shape.chances[MOST_BARS:]
        before = shape.others_before + math.fsum(one.before for one in hidden)
        if before > 0:
            left = shape.others_after + math.fsum(one.after for one in hidden)
            rows.append(f"{before:>6.1%} → {left:>6.1%}  ({self._say(locale, 'explain-sampling-others')})")
        listed = "\n".join(rows)
        return self._quoted(f"```text\n{listed}\n```")

    def _view(self, locale: Locale, showing: str, settings: tuple[int, int]) -> ui.View:
        heat, nucleus = settings
        make = self._make
        items: list[ui.Item[Any]] = []
        for one in _TEMPERATURES:
            items.append(
                make.button(
                    locale,
                    "explain-sampling-t",
                    "explain.sampling",
                    showing,
                    one,
                    nucleus,
                    style=_style(one == heat),
                    disabled=one == heat,
                    row=0,
                    value=plain(f"{one / 100:g}"),
                )
            )
        for one in _TOP_PS:
            items.append(
                make.button(
                    locale,
                    "explain-sampling-p",
                    "explain.sampling",
                    showing,
                    heat,
                    one,
                    style=_style(one == nucleus),
                    disabled=one == nucleus,
                    row=1,
                    value=plain(f"{one / 100:g}"),
                )
            )
        items += [
            make.button(
                locale, "explain-sampling-button-on", "explain.sampling_on", showing, heat, nucleus, row=2
            ),
            make.button(
                locale, "explain-button-share", "explain.sampling_share", showing, heat, nucleus, row=2
            ),
            *self._ending(locale, Kind.SAMPLING, 3),
        ]
        return make.view(*_without_twins(items))


def _without_twins(items: Sequence[ui.Item[Any]]) -> list[ui.Item[Any]]:
    """Discord takes each custom id once: the two buttons of the present settings mean the same, the second one goes."""
    seen: set[str] = set()
    kept = []
    for item in items:
        custom_id = str(getattr(item, "custom_id", ""))
        if custom_id not in seen:
            kept.append(item)
        seen.add(custom_id)
    return kept


def _style(chosen: bool) -> discord.ButtonStyle:
    return discord.ButtonStyle.success if chosen else discord.ButtonStyle.secondary


def _checked(temperature: int, top_p: int) -> tuple[int, int]:
    """Raises `OldButton` for settings that no button of ours holds."""
    if not 0 <= temperature <= HIGHEST_TEMPERATURE * 100 or not 0 < top_p <= 100:
        raise OldButton
    return temperature, top_p


def _inline(text: str) -> str:
    """A text in one line that ends no code block."""
    shown = text.replace("\n", "↵").replace("`", "ˋ")
    return shown if len(shown) <= _SHOWN_PROMPT else f"{shown[:_SHOWN_PROMPT]}…"
