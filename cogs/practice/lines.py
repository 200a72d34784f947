"""The lines of practice's lists: a challenge, a place on the board."""

from collections.abc import Sequence

import discord
from discord import app_commands

from bot.practice.bank import Bank
from bot.practice.values import Attempt, Entry, Rank
from bot.safety import Guard
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_CHOICES, _CHOICE_LENGTH = 25, 100
_ROOM = 4000
"""Characters of a list; a card's text has 4,096."""
_SPARKS = "▁▂▃▄▅▆▇█"


class PracticeLines:
    """Says one line each."""

    def __init__(self, texts: Texts, guard: Guard, bank: Bank) -> None:
        self._say = texts.say
        self._quote = guard.quote
        self._bank = bank

    def rank(self, at: int, rank: Rank, locale: Locale, *, is_all: bool) -> Released:
        """One place on a board."""
        key = "practice-board-line-all" if is_all else "practice-board-line"
        said = self._say(
            locale,
            key,
            at=at,
            name=self._quote(discord.utils.escape_markdown(rank.alias)),
            percent=round(rank.hidden_share * 100),
            points=round(rank.hidden_share, 2),
            challenges=rank.solved,
            tokens=rank.prompt_tokens,
            attempts=rank.attempts,
        )
        return joined(" ", [said, self._say(locale, "practice-board-you")]) if rank.is_own else said

    def entry(self, entry: Entry, solved: bool | None, locale: Locale) -> Released:
        """One challenge of the list."""
        return self._say(
            locale,
            "practice-list-line",
            mark=plain("✅" if solved else "▫️" if solved is None else "🟧"),
            title=self._quote(entry.title),
            technique=self._quote(self._bank.technique_name(entry.technique, locale)),
            level=self._say(locale, f"explain-level-{entry.level}"),
            kind=self._say(locale, f"practice-kind-{entry.kind}"),
        )

    def entries(self, found: Sequence[tuple[Entry, bool | None]], locale: Locale) -> Released:
        """Challenges, and whether each is solved: whole lines, as many as a card has room for."""
        lines: list[Released] = []
        for entry, solved in found:
            line = self.entry(entry, solved, locale)
            if sum(map(len, lines)) + len(lines) + len(line) > _ROOM:
                lines.append(self._say(locale, "practice-list-more", count=len(found) - len(lines)))
                break
            lines.append(line)
        return joined("\n", lines)

    def history(self, title: str, attempts: Sequence[Attempt], locale: Locale) -> Released:
        """The attempts at one challenge, the newest first, as a curve."""
        shares = [one.share or 0.0 for one in reversed(attempts)]
        return self._say(
            locale,
            "practice-history-line",
            title=self._quote(title),
            curve=plain("".join(_SPARKS[round(share * 7)] for share in shares[-20:])),
            best=round(max(shares) * 100),
            attempts=len(attempts),
        )


def choices(found: Sequence[tuple[str, str]], typed: str) -> list[app_commands.Choice[str]]:
    """Those of (name, value) that what was typed may mean."""
    wanted = typed.strip().casefold()
    return [
        app_commands.Choice(name=name[:_CHOICE_LENGTH], value=value)
        for name, value in found
        if wanted in name.casefold() or wanted in value
    ][:_CHOICES]
