"""Buttons, selects and modals as this bot sends them: labelled from the catalogue, routed by their custom id.

Views and modals leave here already stopped, so discord.py keeps nothing of them; they must be made on the
running event loop, as a view made elsewhere cannot be stopped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import discord
from discord import ui

from bot.discord_io.router import Router
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale

LABEL_LIMIT: Final = 80
"""Characters that Discord allows on a button."""

_FIELD_LABEL_LIMIT: Final = 45
_OPTION_LIMIT: Final = 100

_WHERE_PEOPLE_WRITE: Final = (
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.forum,
    discord.ChannelType.category,
)

View = ui.View | ui.LayoutView
_Stoppable = TypeVar("_Stoppable", bound=ui.View | ui.LayoutView | ui.Modal)


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a select, a radio group or a group of checkboxes."""

    value: str
    label: Released
    description: Released | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TextField:
    """A box to type in. `name` is what the submitted value is found under; `key` is its label's text."""

    name: str
    key: str
    long: bool = False
    required: bool = True
    shortest: int | None = None
    longest: int | None = None
    value: str | None = None
    """What stands in it already; a person's own words are fine here, they go back to that person alone."""
    help_key: str | None = None


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """A select menu, one of `options` (or up to `most` of them)."""

    name: str
    key: str
    options: Sequence[Option]
    required: bool = True
    most: int = 1
    help_key: str | None = None


@dataclass(frozen=True, slots=True)
class RadioField:
    """Two to ten options, all in sight, exactly one of them."""

    name: str
    key: str
    options: Sequence[Option]
    required: bool = True
    help_key: str | None = None


@dataclass(frozen=True, slots=True)
class CheckboxField:
    """Up to ten options, all in sight, any of them."""

    name: str
    key: str
    options: Sequence[Option]
    required: bool = False
    help_key: str | None = None


@dataclass(frozen=True, slots=True)
class FileField:
    """Up to ten files."""

    name: str
    key: str
    required: bool = True
    most: int = 1
    help_key: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelsField:
    """A menu of the server's channels and categories, any of them up to `most`; those of `chosen` are ticked."""

    name: str
    key: str
    chosen: Sequence[int] = ()
    most: int = 25
    help_key: str | None = None


@dataclass(frozen=True, slots=True)
class RolesField:
    """A menu of the server's roles, any of them up to `most`; those of `chosen` are ticked."""

    name: str
    key: str
    chosen: Sequence[int] = ()
    most: int = 25
    help_key: str | None = None


Field = TextField | ChoiceField | RadioField | CheckboxField | FileField | ChannelsField | RolesField


class Components:
    """Makes every button, select and modal of the bot."""

    def __init__(self, texts: Texts, router: Router) -> None:
        self._texts = texts
        self._router = router

    def button(
        self,
        locale: Locale,
        key: str,
        route: str,
        *args: str | int,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        emoji: str | None = None,
        disabled: bool = False,
        row: int | None = None,
        **values: Released | float,
    ) -> ui.Button[Any]:
        """A button labelled with the text `key` that calls `route` with `args` when it is pressed."""
        return ui.Button(
            label=_short(self._texts.say(locale, key, **values), LABEL_LIMIT),
            custom_id=self._router.custom_id(route, *args),
            style=style,
            emoji=emoji,
            disabled=disabled,
            row=row,
        )

    def link(self, locale: Locale, key: str, url: str, row: int | None = None) -> ui.Button[Any]:
        """A button that opens an address of ours."""
        return ui.Button(label=_short(self._texts.say(locale, key), LABEL_LIMIT), url=url, row=row)

    def select(
        self,
        locale: Locale,
        key: str,
        route: str,
        *args: str | int,
        options: Sequence[Option],
        fewest: int = 1,
        most: int = 1,
        row: int | None = None,
    ) -> ui.Select[Any]:
        """A select menu with the text `key` as placeholder; read the choice with `chosen(interaction)`."""
        return ui.Select(
            custom_id=self._router.custom_id(route, *args),
            placeholder=_short(self._texts.say(locale, key), 150),
            options=_select_options(options),
            min_values=fewest,
            max_values=min(most, len(options)),
            row=row,
        )

    def view(self, *items: ui.Item[Any]) -> ui.View:
        """The items under a message, stopped."""
        view = ui.View(timeout=None)
        for item in items:
            view.add_item(item)
        return stopped(view)

    def modal(
        self, locale: Locale, key: str, route: str, *args: str | int, fields: Sequence[Field]
    ) -> ui.Modal:
        """A form of one to five fields titled with the text `key`; read it with `submitted(interaction)`."""
        modal = ui.Modal(
            title=_short(self._texts.say(locale, key), _FIELD_LABEL_LIMIT),
            custom_id=self._router.custom_id(route, *args),
            timeout=None,
        )
        for field in fields:
            modal.add_item(
                ui.Label(
                    text=_short(self._texts.say(locale, field.key), _FIELD_LABEL_LIMIT),
                    description=(
                        _short(self._texts.say(locale, field.help_key), _OPTION_LIMIT)
                        if field.help_key
                        else None
                    ),
                    component=_input(field),
                )
            )
        return stopped(modal)


def stopped(view: _Stoppable) -> _Stoppable:
    """The view, stopped, so that discord.py does not keep it. Raises RuntimeError outside the event loop."""
    view.stop()
    if not view.is_finished():
        raise RuntimeError("a view made outside the event loop cannot be stopped")
    return view


def _input(field: Field) -> ui.Item[Any]:
    match field:
        case TextField():
            return ui.TextInput(
                custom_id=field.name,
                style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
                required=field.required,
                min_length=field.shortest,
                max_length=field.longest,
                default=field.value,
            )
        case ChoiceField():
            return ui.Select(
                custom_id=field.name,
                options=_select_options(field.options),
                required=field.required,
                min_values=1 if field.required else 0,
                max_values=min(field.most, len(field.options)),
            )
        case RadioField():
            radio: ui.RadioGroup[Any] = ui.RadioGroup(custom_id=field.name, required=field.required)
            for option in field.options:
                radio.add_option(
                    label=_short(option.label, _OPTION_LIMIT),
                    value=option.value,
                    description=_short(option.description, _OPTION_LIMIT) if option.description else None,
                    default=option.chosen,
                )
            return radio
        case CheckboxField():
            boxes: ui.CheckboxGroup[Any] = ui.CheckboxGroup(
                custom_id=field.name,
                required=field.required,
                min_values=1 if field.required else 0,
                max_values=len(field.options),
            )
            for option in field.options:
                boxes.add_option(
                    label=_short(option.label, _OPTION_LIMIT),
                    value=option.value,
                    description=_short(option.description, _OPTION_LIMIT) if option.description else None,
                    default=option.chosen,
                )
            return boxes
        case ChannelsField():
            return ui.ChannelSelect(
                custom_id=field.name,
                channel_types=list(_WHERE_PEOPLE_WRITE),
                required=False,
                min_values=0,
                max_values=field.most,
                default_values=[_ticked(one, discord.SelectDefaultValueType.channel) for one in field.chosen],
            )
        case RolesField():
            return ui.RoleSelect(
                custom_id=field.name,
                required=False,
                min_values=0,
                max_values=field.most,
                default_values=[_ticked(one, discord.SelectDefaultValueType.role) for one in field.chosen],
            )
        case FileField():
            return ui.FileUpload(
                custom_id=field.name,
                required=field.required,
                min_values=1 if field.required else 0,
                max_values=field.most,
            )


def _ticked(one: int, kind: discord.SelectDefaultValueType) -> discord.SelectDefaultValue:
    return discord.SelectDefaultValue(id=one, type=kind)


def _select_options(options: Sequence[Option]) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(
            label=_short(option.label, _OPTION_LIMIT),
            value=option.value,
            description=_short(option.description, _OPTION_LIMIT) if option.description else None,
            default=option.chosen,
        )
        for option in options
    ]


def _short(text: str, limit: int) -> str:
    """The text, cut with an ellipsis where Discord has less room: a lesson's title may be long."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
