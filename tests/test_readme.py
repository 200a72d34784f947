"""The README tells the truth about what there is."""

import re
from pathlib import Path

import pytest

from tests.bot.texts.test_translations import real_cogs

README = Path(__file__).parents[1] / "README.md"


def named() -> set[str]:
    """Every command that the README's tables name: a family in code marks, then what stands below it."""
    found: set[str] = set()
    for row in re.findall(r"^\| (.+?) \|", README.read_text(encoding="utf-8"), flags=re.MULTILINE):
        family = ""
        for word in re.findall(r"`([^`]+)`", row):
            family = word[1:] if word.startswith("/") else family
            found.add(family if word.startswith("/") else f"{family} {word}")
    return found


@pytest.mark.loop_may_block("the cogs are imported here for the first time")
async def test_the_readme_names_every_command_and_no_other() -> None:
    tree = (await real_cogs()).tree
    commands = {
        command.qualified_name for command in tree.walk_commands() if not hasattr(command, "commands")
    }
    families = {name.rpartition(" ")[0] for name in commands}
    assert commands - named() == set()
    assert named() - commands - families == set()
