"""axe-core, the accessibility checker, and what it finds.

It is not part of this repository: it is taken from AXE_CORE (the path of axe.min.js), or fetched by npm into the user's
cache; where neither works, the tests that need it are skipped and only the checks of our own remain.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from tests.browser.window import Window

AXE_VERSION = "4.14.1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

FINDINGS = """async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations.flatMap(
  it => it.nodes.map(node => `${it.impact} ${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`))"""


async def source_of_axe() -> str:
    """The source of axe-core."""
    given = os.environ.get("AXE_CORE")
    if given:
        return await asyncio.to_thread(Path(given).read_text, "utf-8")
    cache = (
        Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "genai-tutor" / f"axe-{AXE_VERSION}"
    )
    source = cache / "node_modules" / "axe-core" / "axe.min.js"
    if not source.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("axe-core is not there, and there is no npm to fetch it")
        fetching = await asyncio.create_subprocess_exec(
            npm,
            *("install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"),
            *("--prefix", str(cache), f"axe-core@{AXE_VERSION}"),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await asyncio.wait_for(fetching.wait(), 60)
        except TimeoutError:
            fetching.kill()
        if not source.exists():
            pytest.skip("axe-core could not be fetched by npm")
    return await asyncio.to_thread(source.read_text, "utf-8")


async def findings(window: Window, axe: str) -> list[str]:
    """What axe-core finds wrong with the page as it stands, a line each."""
    if not await window.page.evaluate("'axe' in window"):
        await window.page.evaluate(axe)
    found: list[str] = await window.page.evaluate(FINDINGS, RULES)
    return found
