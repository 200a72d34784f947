"""/explain tokens: a text as the tokens that a model reads, with ids, bytes, counts and what they cost."""

from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.exhibits import Exhibit, Picture, Refused, embed, lines
from bot.discord_io.router import route
from bot.discord_io.submitted import submitted
from bot.explain.drawing.fonts import has_chinese
from bot.explain.drawing.token_strip import draw_tokens
from bot.explain.kinds import SECTIONS, Kind
from bot.explain.tokens import Encoding, Token, cut, parts_of_characters
from bot.learners.values import Learner
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.explain.part import PRIVATE, UPDATE, Part

LONGEST_TEXT = 4000
"""Characters that are cut."""
_LIST = 1500
"""Characters of the list of tokens in the message; a longer one comes as a file."""
_ALT = 900
_PICTURE = "tokens.png"
PAIR = {
    Locale.EN: "Large language models predict the next token.",
    Locale.ZH_CN: "大语言模型预测下一个词元。",
}
"""The same sentence in two languages."""
_ENCODINGS = [app_commands.Choice(name=one.value, value=one.value) for one in Encoding]


class TokensPart(Part):
    """Texts cut into tokens."""

    @app_commands.command(name="tokens")
    @app_commands.choices(encoding=_ENCODINGS)
    @acknowledged()
    async def tokens(
        self,
        interaction: discord.Interaction,
        text: app_commands.Range[str, 1, LONGEST_TEXT],
        encoding: str = Encoding.O200K.value,
    ) -> None:
        """Cuts a text into tokens."""
        await self._begin(interaction, text, Encoding(encoding))

    @route("explain.tokens_own")
    async def form(self, interaction: discord.Interaction) -> None:
        """Asks for a text."""
        await interaction.response.send_modal(
            self._make.modal(
                Locale.from_discord(interaction.locale.value),
                "explain-tokens-form",
                "explain.tokens_typed",
                fields=[TextField("text", "explain-tokens-field", long=True, longest=LONGEST_TEXT)],
            )
        )

    @route("explain.tokens_typed")
    @acknowledged(PRIVATE)
    async def typed(self, interaction: discord.Interaction) -> None:
        """Cuts the text of the form."""
        await self._begin(interaction, submitted(interaction).text("text"), Encoding.O200K)

    @route("explain.tokens")
    @acknowledged(UPDATE)
    async def again(self, interaction: discord.Interaction, showing: str, encoding: str) -> None:
        """The same text in another vocabulary."""
        kept = await self._kept(interaction, showing, Kind.TOKENS)
        _, locale = await self._learner(interaction)
        wanted = Encoding(encoding) if encoding in list(Encoding) else Encoding.O200K
        exhibit = await self._exhibit(locale, str(kept["text"]), wanted)
        await self._put(interaction, exhibit, self._view(locale, showing, wanted))

    @route("explain.tokens_share")
    @acknowledged(PRIVATE)
    async def share(self, interaction: discord.Interaction, showing: str, encoding: str) -> None:
        """Shows it to the channel."""
        kept = await self._kept(interaction, showing, Kind.TOKENS)
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        wanted = Encoding(encoding) if encoding in list(Encoding) else Encoding.O200K
        exhibit = await self._exhibit(language, str(kept["text"]), wanted)
        await self._publish(interaction, locale, exhibit, self._shared_view(language))

    @route("explain.tokens_beside")
    @acknowledged(PRIVATE)
    async def beside(self, interaction: discord.Interaction, encoding: str) -> None:
        """One sentence in English and in Chinese, in both vocabularies."""
        _, locale = await self._learner(interaction)
        wanted = Encoding(encoding) if encoding in list(Encoding) else Encoding.O200K
        rows, embeds, pictures = [], [], []
        for language, sentence in PAIR.items():
            found = {one: await self._made(cut, sentence, one) for one in Encoding}
            rows.append(
                self._say(
                    locale,
                    "explain-tokens-pair-row",
                    sentence=plain(sentence),
                    new=len(found[Encoding.O200K]),
                    old=len(found[Encoding.CL100K]),
                    characters=len(sentence),
                    bytes=len(sentence.encode()),
                )
            )
            name = f"tokens-{language.value.lower()}.png"
            picture, _ = await self._draw(locale, found[wanted], wanted, name)
            pictures.append(picture)
            embeds.append(embed(None, None, image=name))
        told = lines(
            [self._say(locale, "explain-tokens-pair"), *rows, self._say(locale, "explain-tokens-pair-why")]
        )
        view = self._make.view(*self._ending(locale, Kind.TOKENS, 0))
        await self._put(interaction, Exhibit(told, tuple(embeds), tuple(pictures)), view)

    async def _begin(self, interaction: discord.Interaction[Any], typed: str, encoding: Encoding) -> None:
        learner, locale = await self._learner(interaction)
        try:
            taken = await self._take(learner.key, locale, typed)
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        if not taken.text:
            await interaction.edit_original_response(content=self._say(locale, "explain-tokens-empty"))
            return
        exhibit = await self._exhibit(locale, taken.text, encoding, taken.note)
        showing = await self._keep(learner, taken.text)
        await self._put(interaction, exhibit, self._view(locale, showing, encoding))

    async def _keep(self, learner: Learner, text: str) -> str:
        return await self._explaining.showings.keep(learner, Kind.TOKENS, {"text": text})

    async def _exhibit(
        self, locale: Locale, text: str, encoding: Encoding, note: Released | None = None
    ) -> Exhibit:
        tokens = await self._made(cut, text, encoding)
        picture, drawn = await self._draw(locale, tokens, encoding, _PICTURE)
        told = [
            self._say(
                locale,
                "explain-tokens-counts",
                tokens=len(tokens),
                characters=len(text),
                bytes=len(text.encode()),
                vocabulary=self._say(locale, f"explain-encoding-{encoding}"),
            )
        ]
        if parts := parts_of_characters(tokens):
            told.append(self._say(locale, "explain-tokens-parts", count=parts))
        told.append(await self._costs(locale, len(tokens), encoding))
        listed = _listed(tokens)
        attached: tuple[tuple[str, bytes], ...] = ()
        if len(listed) <= _LIST:
            told.append(self._quoted(f"```text\n{listed}\n```"))
        else:
            attached = (("tokens.txt", _table(tokens).encode()),)
            told.append(self._say(locale, "explain-tokens-file"))
        if drawn < len(tokens):
            told.append(self._say(locale, "explain-tokens-drawn", drawn=drawn))
        told.append(self._say(locale, "explain-tokens-legend"))
        if locale.is_chinese and not await self._made(has_chinese):
            told.append(self._say(locale, "explain-no-chinese-font"))
        made = embed(
            self._say(locale, "explain-tokens-title"),
            lines(told),
            (self._say(locale, "explain-field-try"), self._say(locale, f"explain-question-{Kind.TOKENS}")),
            image=_PICTURE,
        )
        return Exhibit(note or None, (made,), (picture,), attached)

    async def _draw(
        self, locale: Locale, tokens: tuple[Token, ...], encoding: Encoding, name: str
    ) -> tuple[Picture, int]:
        title = f"{encoding.value} · {len(tokens)}"
        png, drawn = await self._made(draw_tokens, title, tokens)
        words = "|".join(token.visible for token in tokens[:drawn])
        shown = self._quoted(words if len(words) <= _ALT else f"{words[:_ALT]}…")
        return Picture(
            png, name, self._say(locale, "explain-tokens-alt", count=len(tokens), tokens=shown)
        ), drawn

    async def _costs(self, locale: Locale, count: int, encoding: Encoding) -> Released:
        prices = await self._explaining.token_prices.of(count, encoding)
        if not prices:
            return self._say(locale, "explain-tokens-no-price")
        each = [plain(f"{one.model} ${one.dollars:.4f}") for one in prices]
        return self._say(
            locale,
            "explain-tokens-price",
            prices=joined(" · ", each),
            source=plain(prices[0].source),
            day=plain(prices[0].as_of.isoformat()),
        )

    def _view(self, locale: Locale, showing: str, encoding: Encoding) -> ui.View:
        make = self._make
        items: list[ui.Item[Any]] = [
            make.button(
                locale,
                f"explain-encoding-{one}",
                "explain.tokens",
                showing,
                one.value,
                style=discord.ButtonStyle.success if one is encoding else discord.ButtonStyle.secondary,
                disabled=one is encoding,
                row=0,
            )
            for one in Encoding
        ]
        items += [
            make.button(locale, "explain-tokens-beside", "explain.tokens_beside", encoding.value, row=1),
            make.button(locale, "explain-tokens-own", "explain.tokens_own", row=1),
            make.button(
                locale, "explain-button-share", "explain.tokens_share", showing, encoding.value, row=1
            ),
            *self._ending(locale, Kind.TOKENS, 2),
        ]
        return make.view(*items)

    def _shared_view(self, locale: Locale) -> ui.View:
        return self._make.view(
            self._make.button(locale, "explain-tokens-own", "explain.tokens_own", row=0),
            *self._ending(locale, Kind.TOKENS, 0),
        )


class QuestionPart(Part):
    """The question that an explainer ends in."""

    @route("explain.question")
    @acknowledged(PRIVATE)
    async def ask(self, interaction: discord.Interaction, kind: str) -> None:
        """Asks it, in the language of whoever pressed."""
        _, locale = await self._learner(interaction)
        shown = Kind(kind) if kind in list(Kind) else Kind.TOKENS
        await self._client.desk.conversation.ask(
            interaction, self._say(locale, f"explain-question-{shown}"), lesson_id=SECTIONS[shown][0]
        )


def _listed(tokens: tuple[Token, ...]) -> str:
    """Every token with its id, in one line after another, harmless in a code block."""
    return "  ".join(f"{token.visible.replace('`', 'ˋ')} {token.id}" for token in tokens)


def _table(tokens: tuple[Token, ...]) -> str:
    """Every token in a line: number, id, bytes, characters."""
    rows = (
        f"{number}\t{token.id}\t{token.raw.hex(' ')}\t{token.visible}"
        for number, token in enumerate(tokens, 1)
    )
    return "\n".join(["#\tid\tbytes\ttoken", *rows]) + "\n"
