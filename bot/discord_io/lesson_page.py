"""A page of a lesson as a learner sees it; a preview must show the very same."""

import discord

from bot.discord_io.split import split_message
from bot.lessons.show import show
from bot.lessons.values import Lesson, Section
from bot.safety.guard import Guard
from bot.texts.catalogue import Texts, plain
from bot.texts.locales import Locale

PAGE = 4000
"""Characters of a page: an embed holds 4,096."""
_BAR = 10


def pages_of(section: Section) -> tuple[str, ...]:
    """The section's text, cut where it is longer than a page; at least one."""
    return split_message(show(section.markdown), PAGE) or ("",)


def page_embed(
    texts: Texts, guard: Guard, locale: Locale, lesson: Lesson, section: Section, text: str
) -> discord.Embed:
    """One page with its lesson, its place in it and how long it takes to read."""
    done, count = section.ordinal + 1, len(lesson.sections)
    filled = round(_BAR * done / count)
    embed = discord.Embed(
        title=guard.quote(section.heading),
        description=guard.quote(text),
        colour=discord.Colour.blurple(),
    )
    embed.set_author(name=guard.quote(lesson.title))
    embed.set_footer(
        text=texts.say(
            locale,
            "reading-footer",
            bar=plain("▰" * filled + "▱" * (_BAR - filled)),
            section=done,
            all=count,
            minutes=section.minutes,
        )
    )
    return embed
