"""Names and descriptions of commands in every language, looked up by convention.

A cog declares a command with its English name and nothing else; the rest is in `commands.ftl`, under a key
made from the command's place in the tree (`lesson read`, option `section`):

    commands-lesson-read-name                         commands-lesson-read-option-section-name
    commands-lesson-read-description                  commands-lesson-read-option-section-description
    commands-choice-<value>  (a choice)               commands-menu-explain-this-name  (a message menu)

English comes from the catalogue as well, so a description that stands in code is never seen by anybody.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Where

from bot.texts.catalogue import Texts
from bot.texts.locales import Locale

COMMAND_LIMIT: Final = 8000
"""Characters of names, descriptions and choice values in one command, the longest language counting."""

_NAME_LIMIT: Final = 32
_DESCRIPTION_LIMIT: Final = 100
_NAME: Final = re.compile(r"[-_'\w]{1,32}")
_TRANSLATED: Final = {
    discord.Locale.american_english: Locale.EN,
    discord.Locale.chinese: Locale.ZH_CN,
    discord.Locale.taiwan_chinese: Locale.ZH_TW,
}
_ENGLISH: Final = discord.Locale.american_english.value

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu


def key_of(command: AnyCommand) -> str:
    """The beginning of the keys of a command, group or menu."""
    if isinstance(command, app_commands.ContextMenu):
        return f"commands-menu-{_slug(command.name)}"
    return f"commands-{_slug(command.qualified_name)}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-")


class LocaleTranslator(app_commands.Translator):
    """Finds each name and description in the catalogue; `MissingText` (wrapped) for one that is not there."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        ours = _TRANSLATED.get(locale)
        if ours is None:
            return None
        key = _key_in(context)
        if ours is Locale.EN and key.endswith("-name"):
            return None  # English names are the commands' own, and fixed
        return self._texts.say(ours, key)


def _key_in(context: app_commands.TranslationContextTypes) -> str:
    data: Any = context.data
    match context.location:
        case Where.command_name | Where.group_name:
            return f"{key_of(data)}-name"
        case Where.command_description | Where.group_description:
            return f"{key_of(data)}-description"
        case Where.parameter_name:
            return f"{key_of(data.command)}-option-{data.name}-name"
        case Where.parameter_description:
            return f"{key_of(data.command)}-option-{data.name}-description"
        case Where.choice_name:
            return f"commands-choice-{_slug(str(data.value))}"
        case _:
            raise ValueError(f"nothing to translate at {context.location}")


async def command_payloads(tree: app_commands.CommandTree[Any], texts: Texts) -> list[dict[str, Any]]:
    """Every global command of the tree as Discord wants it, in every language."""
    translator = LocaleTranslator(texts)
    payloads = []
    for command in tree.get_commands():
        payload = await command.get_translated_payload(tree, translator)
        _english_first(payload)
        payloads.append(payload)
        await asyncio.sleep(0)  # a large command takes milliseconds, and the bot is answering meanwhile
    return sorted(payloads, key=lambda payload: (payload["type"], payload["name"]))


def _english_first(node: dict[str, Any]) -> None:
    """Make the catalogue's English what everybody sees whose language we do not speak."""
    for what in ("name", "description"):
        english = node.get(f"{what}_localizations", {}).pop(_ENGLISH, None)
        if english is not None:
            node[what] = english
    for child in (*node.get("options", ()), *node.get("choices", ())):
        _english_first(child)


@dataclass(frozen=True, slots=True)
class CommandFault:
    """Something about a command that Discord or a reader would not take."""

    command: str
    what: str


def expected_keys(tree: app_commands.CommandTree[Any]) -> Iterator[str]:
    """Every key that the tree's commands need in `commands.ftl`; a choice's may come more than once."""
    for command in tree.get_commands():
        yield from _keys(command)


def _keys(command: AnyCommand) -> Iterator[str]:
    start = key_of(command)
    yield f"{start}-name"
    if isinstance(command, app_commands.ContextMenu):
        return
    yield f"{start}-description"
    if isinstance(command, app_commands.Group):
        for child in command.commands:
            yield from _keys(child)
        return
    for option in command.parameters:
        yield f"{start}-option-{option.name}-name"
        yield f"{start}-option-{option.name}-description"
        for choice in option.choices:
            yield f"commands-choice-{_slug(str(choice.value))}"


async def command_faults(tree: app_commands.CommandTree[Any], texts: Texts) -> list[CommandFault]:
    """Everything wrong with the names and descriptions of the tree's commands; empty when all is well."""
    missing = [
        CommandFault(key, f"not in {locale.value}/commands.ftl")
        for key in sorted(set(expected_keys(tree)))
        for locale in Locale
        if not texts.has(locale, key)
    ]
    if missing:
        return missing
    faults = [
        CommandFault(key, f"the English name in commands.ftl is not the command's own, {name!r}")
        for key, name in _english_names(tree)
        if texts.say(Locale.EN, key) != name
    ]
    payloads = await command_payloads(tree, texts)
    faults += _doubled(payloads, "commands")
    for payload in payloads:
        faults += _faults_in(payload, payload["name"], is_menu=payload["type"] != 1)
        size = _size(payload)
        if size > COMMAND_LIMIT:
            faults.append(CommandFault(payload["name"], f"{size} characters, more than {COMMAND_LIMIT}"))
    return faults


def _english_names(tree: app_commands.CommandTree[Any]) -> Iterator[tuple[str, str]]:
    for command in tree.walk_commands():
        yield f"{key_of(command)}-name", command.name
        if isinstance(command, app_commands.Command):
            for option in command.parameters:
                yield f"{key_of(command)}-option-{option.name}-name", option.display_name


def _faults_in(node: dict[str, Any], path: str, *, is_menu: bool = False) -> Iterator[CommandFault]:
    for name in _versions(node, "name"):
        wrong = len(name) > _NAME_LIMIT if is_menu else _NAME.fullmatch(name) is None or name != name.lower()
        if wrong:
            yield CommandFault(path, f"Discord does not take the name {name!r}")
    for description in () if is_menu else _versions(node, "description"):
        if not 1 <= len(description) <= _DESCRIPTION_LIMIT:
            yield CommandFault(path, f"a description of {len(description)} characters: {description!r}")
    for choice in node.get("choices", ()):
        for name in _versions(choice, "name"):
            if not 1 <= len(name) <= _DESCRIPTION_LIMIT:
                yield CommandFault(path, f"a choice of {len(name)} characters: {name!r}")
    yield from _doubled(node.get("options", ()), path)
    for option in node.get("options", ()):
        yield from _faults_in(option, f"{path} {option['name']}")


def _doubled(nodes: Any, path: str) -> Iterator[CommandFault]:
    """Names that two neighbours share in one language."""
    for locale in (None, *(code.value for code in _TRANSLATED)):
        seen: set[tuple[int, str]] = set()
        for node in nodes:
            name = (node["type"] if path == "commands" else 0, _in(node, "name", locale))
            if name in seen:
                yield CommandFault(path, f"two are called {name[1]!r} in {locale or 'English'}")
            seen.add(name)


def _size(node: dict[str, Any]) -> int:
    """Characters that count against `COMMAND_LIMIT`."""
    own = sum(max(map(len, _versions(node, what)), default=0) for what in ("name", "description"))
    value = len(str(node["value"])) if "value" in node else 0
    return own + value + sum(_size(child) for child in (*node.get("options", ()), *node.get("choices", ())))


def _versions(node: dict[str, Any], what: str) -> list[str]:
    """The text in every language it has."""
    own = [node[what]] if node.get(what) else []
    return own + list((node.get(f"{what}_localizations") or {}).values())


def _in(node: dict[str, Any], what: str, locale: str | None) -> str:
    return str((node.get(f"{what}_localizations") or {}).get(locale, node[what]))
