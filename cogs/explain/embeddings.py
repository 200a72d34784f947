"""/explain embeddings: texts as places on a map, how near each is to each, and a game about it."""

import asyncio
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.exhibits import Exhibit, Picture, Refused, embed, lines
from bot.discord_io.router import OldButton, route
from bot.discord_io.submitted import submitted
from bot.explain.drawing.meaning_map import draw_map, draw_table
from bot.explain.kinds import Kind
from bot.explain.similarity import (
    FEWEST_TEXTS,
    MOST_TEXTS,
    Matrix,
    Method,
    Nearness,
    guess_of_round,
    local_vectors,
    nearness,
    texts_in,
)
from bot.learners.values import Learner
from bot.llm.errors import ModelError
from bot.llm.values import Payer
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from cogs.explain.part import PRIVATE, UPDATE, Part

_LONGEST_TYPED = 3000
_LONGEST_TEXT = 200
_LABEL = 60
_MAP, _TABLE = "map.png", "similarity.png"


class WrongNumberOfTexts(PersonError):
    """One text alone, or more than a picture can hold."""

    key = "explain-embeddings-number"


class EmbeddingsPart(Part):
    """Nearness in meaning."""

    @app_commands.command(name="embeddings")
    async def embeddings(
        self,
        interaction: discord.Interaction,
        texts: app_commands.Range[str, 1, _LONGEST_TYPED] | None = None,
    ) -> None:
        """Puts texts on a map; without texts a form asks for them."""
        if texts is None:
            await self._ask_for_texts(interaction)
            return
        await self._client.acknowledgements.defer(interaction, PRIVATE)
        await self._begin(interaction, texts)

    @route("explain.embeddings_own")
    async def form(self, interaction: discord.Interaction) -> None:
        """Asks for texts."""
        await self._ask_for_texts(interaction)

    @route("explain.embeddings_typed")
    @acknowledged(PRIVATE)
    async def typed(self, interaction: discord.Interaction) -> None:
        """Puts the texts of the form on a map."""
        await self._begin(interaction, submitted(interaction).text("texts"))

    @route("explain.embeddings_share")
    @acknowledged(PRIVATE)
    async def share(self, interaction: discord.Interaction, showing: str) -> None:
        """Shows it to the channel."""
        kept = await self._kept(interaction, showing, Kind.EMBEDDINGS)
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        exhibit = await self._exhibit(language, kept)
        view = self._make.view(
            self._make.button(language, "explain-embeddings-own", "explain.embeddings_own", row=0),
            *self._ending(language, Kind.EMBEDDINGS, 0),
        )
        await self._publish(interaction, locale, exhibit, view)

    @route("explain.closer")
    @acknowledged(PRIVATE)
    async def play(self, interaction: discord.Interaction, showing: str, number: int) -> None:
        """The first question of the game."""
        await self._ask(interaction, showing, number)

    @route("explain.closer_next")
    @acknowledged(UPDATE)
    async def play_on(self, interaction: discord.Interaction, showing: str, number: int) -> None:
        """The next question."""
        await self._ask(interaction, showing, number)

    @route("explain.closer_guess")
    @acknowledged(UPDATE)
    async def guess(self, interaction: discord.Interaction, showing: str, number: int, choice: int) -> None:
        """Which one is closer, and by how much."""
        kept = await self._kept(interaction, showing, Kind.EMBEDDINGS)
        _, locale = await self._learner(interaction)
        question = guess_of_round(kept["cosines"], number)
        if question is None or choice not in (0, 1):
            raise OldButton
        near = [float(kept["cosines"][question.to][one]) for one in question.texts]
        texts = [self._short(str(kept["texts"][one])) for one in (question.to, *question.texts)]
        right = choice == (0 if near[0] > near[1] else 1)
        told = self._say(
            locale,
            "explain-closer-right" if right else "explain-closer-wrong",
            to=texts[0],
            first=texts[1],
            second=texts[2],
            near=plain(f"{near[0]:.2f}"),
            far=plain(f"{near[1]:.2f}"),
        )
        view = self._make.view(
            self._make.button(
                locale,
                "explain-closer-next",
                "explain.closer_next",
                showing,
                number + 1,
                style=discord.ButtonStyle.primary,
            )
        )
        await self._put(interaction, Exhibit(told), view)

    async def _ask_for_texts(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_modal(
            self._make.modal(
                Locale.from_discord(interaction.locale.value),
                "explain-embeddings-form",
                "explain.embeddings_typed",
                fields=[
                    TextField(
                        "texts",
                        "explain-embeddings-field",
                        help_key="explain-embeddings-help",
                        long=True,
                        longest=_LONGEST_TYPED,
                    )
                ],
            )
        )

    async def _begin(self, interaction: discord.Interaction[Any], typed: str) -> None:
        learner, locale = await self._learner(interaction)
        try:
            taken = await self._take_for_a_model(learner.key, locale, typed)
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        texts = tuple(text[:_LONGEST_TEXT] for text in texts_in(taken.text))
        if not FEWEST_TEXTS <= len(texts) <= MOST_TEXTS:
            raise WrongNumberOfTexts(count=len(texts), most=MOST_TEXTS)
        method, vectors, note = await self._vectors(learner, locale, texts)
        near = nearness(vectors)
        kept = {
            "texts": list(texts),
            "method": method.value,
            "cosines": [[round(one, 4) for one in row] for row in near.cosines],
            "points": [[round(x, 4), round(y, 4)] for x, y in near.points],
        }
        showing = await self._explaining.showings.keep(learner, Kind.EMBEDDINGS, kept)
        notes = lines([one for one in (taken.note, note) if one])
        await self._put(
            interaction, await self._exhibit(locale, kept, notes), self._view(locale, showing, near)
        )

    async def _vectors(
        self, learner: Learner, locale: Locale, texts: tuple[str, ...]
    ) -> tuple[Method, Matrix, Released | None]:
        """From the model where there is one and the learner agreed; else from here, with the reason why."""
        door = self._explaining.door
        note: Released | None
        if not door.can_embed:
            note = self._say(locale, "explain-embeddings-no-model")
        elif not learner.has_agreed:
            note = self._say(locale, "explain-agree-first")
        else:
            try:
                vectors = await door.embed(texts, Payer(learner.key.in_server, learner.key.user_id))
                return Method.MODEL, vectors, None
            except ModelError as error:
                why = self._because(locale, error.key, error.why)
                note = self._say(locale, "explain-embeddings-failed", why=why)
        method, vectors = await asyncio.to_thread(local_vectors, texts)
        return method, vectors, note

    async def _exhibit(self, locale: Locale, kept: dict[str, Any], notes: Released | None = None) -> Exhibit:
        texts = [str(text) for text in kept["texts"]]
        near = Nearness(
            tuple(tuple(row) for row in kept["cosines"]), tuple((x, y) for x, y in kept["points"])
        )
        method = Method(kept["method"])
        told = [
            self._say(locale, f"explain-method-{method}"),
            *(
                self._say(locale, "explain-embeddings-text", number=number, text=self._short(text))
                for number, text in enumerate(texts, 1)
            ),
            self._say(locale, "explain-embeddings-map"),
        ]
        listed = "  ".join(f"{a + 1}–{b + 1} {round(value, 2) + 0.0:.2f}" for a, b, value in near.pairs())
        first = embed(self._say(locale, "explain-embeddings-title"), lines(told), image=_MAP)
        second = embed(
            None,
            lines(
                [
                    self._say(locale, "explain-embeddings-pairs"),
                    self._quoted(f"```text\n{listed}\n```"),
                    self._say(locale, "explain-embeddings-scale"),
                ]
            ),
            (
                self._say(locale, "explain-field-try"),
                self._say(locale, f"explain-question-{Kind.EMBEDDINGS}"),
            ),
            image=_TABLE,
        )
        nearest = near.pairs()[0]
        pictures = (
            Picture(
                await self._made(draw_map, tuple(texts), near.points),
                _MAP,
                self._say(
                    locale,
                    "explain-embeddings-map-alt",
                    count=len(texts),
                    first=nearest[0] + 1,
                    second=nearest[1] + 1,
                ),
            ),
            Picture(
                await self._made(draw_table, near.cosines),
                _TABLE,
                self._say(locale, "explain-embeddings-table-alt"),
            ),
        )
        return Exhibit(notes or None, (first, second), pictures)

    async def _ask(self, interaction: discord.Interaction[Any], showing: str, number: int) -> None:
        kept = await self._kept(interaction, showing, Kind.EMBEDDINGS)
        _, locale = await self._learner(interaction)
        question = guess_of_round(kept["cosines"], number)
        if question is None:
            await self._put(interaction, Exhibit(self._say(locale, "explain-closer-none")), self._make.view())
            return
        texts = [self._short(str(kept["texts"][one])) for one in (question.to, *question.texts)]
        view = self._make.view(
            *(
                self._make.button(
                    locale,
                    "explain-closer-choice",
                    "explain.closer_guess",
                    showing,
                    number,
                    choice,
                    text=texts[choice + 1],
                )
                for choice in (0, 1)
            )
        )
        await self._put(interaction, Exhibit(self._say(locale, "explain-closer-ask", to=texts[0])), view)

    def _short(self, text: str) -> Released:
        return self._own_words(text if len(text) <= _LABEL else f"{text[:_LABEL]}…")

    def _view(self, locale: Locale, showing: str, near: Nearness) -> ui.View:
        make = self._make
        items: list[ui.Item[Any]] = []
        if guess_of_round(near.cosines, 0) is not None:
            items.append(make.button(locale, "explain-closer-play", "explain.closer", showing, 0, row=0))
        items += [
            make.button(locale, "explain-embeddings-own", "explain.embeddings_own", row=0),
            make.button(locale, "explain-button-share", "explain.embeddings_share", showing, row=0),
            *self._ending(locale, Kind.EMBEDDINGS, 1),
        ]
        return make.view(*items)
