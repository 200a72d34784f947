"""The README and the documentation tell the truth about what there is."""

import re
from pathlib import Path

import pytest

from tests.bot.texts.test_translations import real_cogs

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = [
    README,
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "course" / "README.md",
    ROOT / "migrations" / "README.md",
]
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
OURS = re.compile(r"`((?:bot|cogs|playground|tests|course|prompts|benchmarks|migrations)/[\w./-]+)`")


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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_every_link_and_every_file_that_a_page_names_is_there(page: Path) -> None:
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", re.sub(r"`[^`]*`", "", text))
    assert [link for link in links if not (page.parent / link).exists()] == []
    assert [path for path in OURS.findall(text) if not (ROOT / path).exists()] == []


def test_every_page_of_the_documentation_is_in_its_list() -> None:
    listed = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [
        page.name for page in PAGES if page.parent.name == "docs" and f"]({page.name})" not in listed
    ] == ["README.md"]
