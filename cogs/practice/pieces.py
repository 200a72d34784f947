"""What the cards of practice are made of, and the card of a structure check, which says nothing about a result."""

from collections.abc import Iterator

import discord

from bot.discord_io.components import Components
from bot.lessons.show import show
from bot.practice.structure import Family, Fault, Part, Structure, check_structure
from bot.safety import Guard
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.practice.words import CheckWords

_FIELD = 1000
_BLUE = discord.Colour.blurple()


class Pieces:
    """Fields, quotations, and what is said of a prompt's build."""

    def __init__(self, texts: Texts, components: Components, guard: Guard) -> None:
        self._say = texts.say
        self._make = components
        self._quote = guard.quote
        self._words = CheckWords(texts, guard)

    # A structure check

    def structure(self, prompt: str, locale: Locale, note: Released) -> discord.Embed:
        """What a prompt consists of; says that it says nothing about the result."""
        structure = check_structure(prompt)
        embed = discord.Embed(
            title=self._say(locale, "practice-check-title"),
            description=joined(
                "\n\n",
                [note, self._code(prompt[:600]), self._say(locale, "practice-check-label")],
            ),
            colour=_BLUE,
        )
        self._field(embed, locale, "practice-field-parts", joined("\n", list(self._parts(structure, locale))))
        self._field(embed, locale, "practice-field-structure", self._structure_lines(structure, locale))
        lines = []
        for family in (Family.BASE, Family.REASONING):
            heard = joined(
                " ", [self._fault(one.fault, one.words, locale) for one in structure.further[family]]
            )
            fine = self._say(locale, "practice-family-fine")
            lines.append(
                self._say(
                    locale,
                    "practice-family",
                    family=self._say(locale, f"practice-family-{family}"),
                    what=heard or fine,
                )
            )
        self._field(embed, locale, "practice-field-families", joined("\n", lines))
        return embed

    def _parts(self, structure: Structure, locale: Locale) -> Iterator[Released]:
        for part in Part:
            there = plain("✅" if part in structure.parts else "▫️")
            yield joined(" ", [there, self._say(locale, f"practice-part-{part}")])
        if structure.examples:
            yield self._say(locale, "practice-examples", count=structure.examples)
        if structure.placeholders:
            found = joined(" ", [self._inline(one, 40) for one in structure.placeholders[:6]])
            yield self._say(locale, "practice-placeholders", list=found)
        if structure.delimiters:
            found = joined(" ", [self._inline(one, 20) for one in structure.delimiters[:6]])
            yield self._say(locale, "practice-delimiters", list=found)
        yield self._say(locale, "practice-check-tokens", tokens=structure.tokens)

    def _structure_lines(self, structure: Structure, locale: Locale) -> Released:
        lines = [self._fault(one.fault, one.words, locale) for one in structure.findings[:6]]
        if not lines:
            lines.append(self._say(locale, "practice-structure-fine"))
        if structure.form_is_left:
            lines.append(self._say(locale, "practice-note-form"))
        return joined("\n", lines)

    def _fault(self, fault: Fault, words: str, locale: Locale) -> Released:
        said = self._say(locale, f"practice-fault-{fault}")
        return joined(" ", [said, self._inline(words, 60)]) if words else said

    # Pieces

    def _field(
        self, embed: discord.Embed, locale: Locale, key: str, text: Released, **values: Released
    ) -> None:
        """A field, where the card has room for it: 25 fields, 6,000 characters in all."""
        name = self._say(locale, key, **values)
        if text and len(embed.fields) < 25 and len(embed) + len(name) + len(text) < 5800:
            embed.add_field(name=name, value=text[:1024], inline=False)

    def _prose(self, text: str) -> Released:
        return self._quote(show(text))

    def _inline(self, text: str, most: int) -> Released:
        """A text in one line, in which one sees where the lines of it ended."""
        one_line = " ↵ ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
        cut = one_line if len(one_line) <= most else one_line[: most - 1] + "…"
        return self._quote(f"`{cut.replace('`', 'ˋ')}`")

    def _code(self, text: str) -> Released:
        cut = text if len(text) <= _FIELD - 20 else text[: _FIELD - 21] + "…"
        return self._quote(f"```text\n{cut.replace('```', 'ˋˋˋ')}\n```")
