"""axe-core, the accessibility checker, and what it finds.

It is not part of this repository: it is taken from AXE_CORE (the path of axe.min.js), or fetched by npm into the user's
cache; where neither works, the tests that need it are skipped and only the checks of our own remain.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

from playwright.async_api import Locator

from tests.browser.window import Window

AXE_VERSION = "4.14.1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose findings depend on the theme."""

LOOK = """const look = async (where, runOnly) =>
  (await axe.run(where, {runOnly, resultTypes: ['violations'], preload: false})).violations.flatMap(it => it.nodes.map(
    node => `${it.impact} ${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`));"""
FINDINGS = f"async rules => {{ {LOOK} return await look(document, rules); }}"
FINDINGS_IN_BOTH_THEMES = f"""async (parts, [rules, colours]) => {{
  {LOOK}
  if (!window.axe) return null;
  if (!parts.length) return [];
  const page = document.documentElement.dataset;
  const theme = page.theme;
  const found = await look(parts, rules);
  page.theme = theme === 'dark' ? 'light' : 'dark';
  found.push(...await look(parts, {{type: 'rule', values: colours}}));
  page.theme = theme;
  return found;
}}"""


async def source_of_axe() -> str | None:
    """The source of axe-core; None where it can neither be found nor fetched."""
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
            return None
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
            return None
    return await asyncio.to_thread(source.read_text, "utf-8")


async def findings(window: Window, axe: str) -> list[str]:
    """What axe-core finds wrong with the page as it stands, a line each."""
    if not await window.page.evaluate("'axe' in window"):
        await window.page.evaluate(axe)
    found: list[str] = await window.page.evaluate(FINDINGS, RULES)
    return found


async def findings_in_both_themes(parts: Locator, axe: str) -> list[str]:
    """What axe-core finds wrong with all elements that *parts* stands for, in one theme and then in the other.

    Only what depends on the theme is looked at a second time. Afterwards the page has the theme that it had.
    """
    found: list[str] | None = await parts.evaluate_all(FINDINGS_IN_BOTH_THEMES, [RULES, COLOURS])
    if found is None:
        await parts.page.evaluate(axe)
        found = await parts.evaluate_all(FINDINGS_IN_BOTH_THEMES, [RULES, COLOURS])
    assert found is not None
    return found
