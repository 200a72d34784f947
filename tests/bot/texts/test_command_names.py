"""Commands named in sentences."""

import re
from pathlib import Path

import pytest

from bot.texts.catalogue import Texts
from bot.texts.locales import Locale

FOLDER = Path("bot/texts")
FILES = sorted(FOLDER.glob("*/*.ftl"))
_CODE = re.compile(r"`[^`]*`|https?://\S+|\*\*/[a-z ]+\*\*")
_PLAIN = re.compile(r"(?<![\w/.])/[a-z]{2,}")
_TRANSLATED = re.compile(r"(?:`|\*\*)/[^\Wa-z_]")


def lines_of(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]


def test_a_command_is_named_in_the_readers_language_until_discord_has_told_its_id() -> None:
    texts = Texts()
    named = texts.say(Locale.ZH_CN, "reading-all-read")
    assert "`/ask`" not in named and f"`/{texts.say(Locale.ZH_CN, 'commands-ask-name')}`" in named
    texts.commands.learn({"ask": 7, "lesson read": 8})
    pressable = texts.say(Locale.ZH_CN, "reading-all-read")
    assert "</ask:7>" in pressable and "</lesson read:8>" in pressable


def test_a_group_of_commands_is_never_offered_to_be_pressed() -> None:
    texts = Texts()
    texts.commands.learn({"lesson read": 8})
    assert texts.command(Locale.EN, "lesson") == "`/lesson`"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_command_in_a_text_is_named_in_the_way_that_is_made_pressable(file: Path) -> None:
    plain = [
        line for line in lines_of(file) if _PLAIN.search(_CODE.sub("", line)) or _TRANSLATED.search(line)
    ]
    assert plain == []
