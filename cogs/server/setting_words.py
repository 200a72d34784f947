"""How settings of a server are said, offered while somebody types, and asked for in a form."""

import re
from typing import Any

import discord

from bot.discord_io.components import ChannelsField, ChoiceField, Field, Option, RolesField, TextField
from bot.safety import Guard
from bot.servers.settings import ServerSettings, Snapshot
from bot.servers.settings.kinds import (
    NONE,
    Amount,
    Choice,
    Kind,
    Marks,
    TimeOfDay,
    WholeNumber,
    Words,
    YesNo,
)
from bot.servers.settings.registry import (
    AUTOMATIC,
    CHANNELS_ALLOWED,
    LANGUAGE,
    LEARNER_ROLES,
    REGISTRY,
    Group,
    Setting,
)
from bot.texts.catalogue import Texts, plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

FIELD = "value"
"""What the one field of a form is called."""
DEFAULT = "default"
"""Stands for the default, in every language."""

_BACK_TO_DEFAULT = frozenset({DEFAULT, "reset", "默认", "預設", "预设"})
_LONGEST_CHOICE = 100
_MOST_SHOWN = 6
_SHORT = 60


class SettingWords:
    """Sentences about settings."""

    def __init__(self, texts: Texts, guard: Guard, settings: ServerSettings) -> None:
        self._texts = texts
        self._guard = guard
        self._settings = settings

    def name(self, locale: Locale, setting: Setting[Any]) -> Released:
        """What a setting is called."""
        return self._texts.say(locale, setting.name_key)

    def value(self, locale: Locale, setting: Setting[Any], value: Any) -> Released:
        """A value as people read it."""
        say = self._texts.say
        match setting.kind:
            case Marks(sign=sign) if value:
                shown = [plain(f"<{sign}{one}>") for one in sorted(value)]
                more = [plain(f"+{len(shown) - _MOST_SHOWN}")] if len(shown) > _MOST_SHOWN else []
                return joined(" ", [*shown[:_MOST_SHOWN], *more])
            case YesNo():
                return say(locale, "server-settings-value-yes" if value else "server-settings-value-no")
            case Amount():
                return say(locale, "server-settings-value-amount", amount=plain(setting.kind.words(value)))
            case Choice():
                if value == AUTOMATIC:
                    return say(locale, "server-settings-value-auto")
                if setting is LANGUAGE:
                    return say(locale, f"memory-language-{Locale(value)}")
                return plain(f"`{value}`")
            case Words() if value:
                return self._guard.quote(value)
            case WholeNumber():
                return say(locale, "server-settings-value-number", number=value)
        if not value and setting is CHANNELS_ALLOWED:
            return say(locale, "server-settings-value-everywhere")
        if not value and setting is LEARNER_ROLES:
            return say(locale, "server-settings-value-everybody")
        if value in (None, "", frozenset()):
            return say(locale, "server-settings-value-none")
        return plain(setting.kind.words(value))

    def panel(self, locale: Locale, here: Snapshot) -> Released:
        """Everything that can be set, with what holds."""
        parts = [self._texts.say(locale, "server-settings-title")]
        for group in Group:
            lines = [
                self._texts.say(
                    locale,
                    "server-settings-line-own" if here.is_set(setting) else "server-settings-line",
                    name=self.name(locale, setting),
                    value=_cut(self.value(locale, setting, here[setting])),
                )
                for setting in REGISTRY
                if setting.group is group
            ]
            title = self._texts.say(locale, group.title_key)
            parts.append(
                joined("\n", [self._texts.say(locale, "server-settings-group", title=title), *lines])
            )
        return joined("\n", parts)

    def one(self, locale: Locale, here: Snapshot, setting: Setting[Any]) -> Released:
        """One setting: what it does, what holds, what would hold by itself."""
        say, kind = self._texts.say, setting.kind
        default = setting.default(self._settings.operator)
        lines = [
            say(locale, "server-settings-one", name=self.name(locale, setting)),
            say(locale, setting.help_key),
            *([say(locale, setting.consequence_key)] if setting.consequence_key else []),
            say(locale, "server-settings-one-value", value=self.value(locale, setting, here[setting])),
            say(locale, "server-settings-one-default", value=self.value(locale, setting, default)),
        ]
        if bounds := kind.bounds(self._settings.operator):
            lines.append(say(locale, "server-settings-one-bounds", bounds=plain(bounds)))
        if setting.managers_only:
            lines.append(say(locale, "server-settings-one-managers"))
        return joined("\n", lines)

    def changed(self, locale: Locale, setting: Setting[Any], before: Snapshot, after: Snapshot) -> Released:
        """What was set, before and now."""
        return self._texts.say(
            locale,
            "server-settings-changed",
            name=self.name(locale, setting),
            before=self.value(locale, setting, before[setting]),
            after=self.value(locale, setting, after[setting]),
        )

    def field(self, locale: Locale, here: Snapshot, setting: Setting[Any]) -> Field:
        """The field that asks for a setting, filled with what holds."""
        value, name, about = here[setting], setting.name_key, setting.help_key
        match setting.kind:
            case Marks(sign="#", most=most):
                return ChannelsField(FIELD, name, sorted(value), most=most, help_key=about)
            case Marks(most=most):
                return RolesField(FIELD, name, sorted(value), most=most, help_key=about)
            case Choice(options=options):
                offered = options(self._settings.operator)[:25]
                shown = [
                    Option(one, self.label(locale, setting, one), chosen=one == value) for one in offered
                ]
                return ChoiceField(FIELD, name, shown, help_key=about)
            case YesNo():
                shown = [
                    Option(words, self.value(locale, setting, one), chosen=one == value)
                    for one, words in ((True, "yes"), (False, "no"))
                ]
                return ChoiceField(FIELD, name, shown, help_key=about)
        return TextField(
            FIELD, name, required=False, longest=200, value=setting.kind.words(value), help_key=about
        )

    def label(self, locale: Locale, setting: Setting[Any], option: str) -> Released:
        """A choice's words, without what only a message shows."""
        return plain(self.value(locale, setting, option).strip("`"))

    def as_typed(self, locale: Locale, setting: Setting[Any], typed: str) -> list[tuple[str, str]]:
        """What was typed so far, where it is a number, an amount or a time that the setting takes."""
        kind: Kind[Any] = setting.kind
        if not isinstance(kind, (WholeNumber, Amount, TimeOfDay)):
            return []
        try:
            words = str(kind.words(kind.read(typed, self._settings.operator)))  # type: ignore[arg-type]  # the value is of its own kind
        except PersonError:
            return []
        return [(words, words)]

    def options(
        self, locale: Locale, setting: Setting[Any], guild: discord.Guild | None
    ) -> list[tuple[str, str]]:
        """What to offer for a setting while somebody types: names, and the words that stand for them."""
        kind, operator = setting.kind, self._settings.operator
        match kind:
            case Choice(options=options):
                return [(self.label(locale, setting, one), one) for one in options(operator)]
            case YesNo():
                return [(self.value(locale, setting, one), kind.words(one)) for one in (True, False)]
            case Marks(sign=mark) if guild is not None:
                things: list[Any] = list(guild.channels if mark == "#" else guild.roles)
                sign = "#" if mark == "#" else "@"
                return [(f"{sign}{one.name}"[:_LONGEST_CHOICE], f"<{mark}{one.id}>") for one in things]
        default = kind.words(setting.default(operator))
        return [(default, default)] if default else []


def typed_words(setting: Setting[Any], typed: str, guild: discord.Guild | None) -> str | None:
    """What somebody typed as the setting reads it, names of channels and roles with their ids; None for the default."""
    if typed.strip().casefold() in _BACK_TO_DEFAULT:
        return None
    kind = setting.kind
    if not isinstance(kind, Marks) or guild is None:
        return typed
    things: list[Any] = list(guild.channels if kind.sign == "#" else guild.roles)
    by_name = {one.name.casefold().removeprefix("@"): one.id for one in things}

    def known(found: re.Match[str]) -> str:
        part = found[0]
        one = by_name.get(part.removeprefix("#").removeprefix("@").casefold())
        return part if one is None else f"<{kind.sign}{one}>"

    return re.sub(r"[^\s,，、;；]+", known, typed)


def brought_words(setting: Setting[Any], words: tuple[str, ...], guild: discord.Guild | None) -> str | None:
    """What a form's field brought, as the setting reads it; None for the default."""
    if isinstance(setting.kind, Marks):
        return setting.kind.words(frozenset(map(int, words))) if words else NONE
    return typed_words(setting, words[0] if words and words[0] else NONE, guild)


def _cut(words: Released) -> Released:
    return words if len(words) <= _SHORT or "<" in words else plain(words[: _SHORT - 1] + "…")
