"""The page about servers' settings says what the registry says."""

from pathlib import Path

from bot.servers.settings.page import page
from bot.texts.catalogue import Texts

DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_is_the_registrys() -> None:
    written = (DOCS / "server-settings.md").read_text(encoding="utf-8")
    assert written == page(Texts()), "run: make settings"
