"""How soon the playground's page can be used, and how smoothly a conversation of a thousand messages scrolls and takes typing.

    python -m benchmarks.page

Needs Chromium (`apt-get install chromium`). Frames are counted by the browser itself, without a graphics card: a real screen is
faster. A frame is late after twice the screen's sixtieth of a second; a task is long after 50 ms, as browsers count it.
"""

from __future__ import annotations

import asyncio
import statistics
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from playground import Playground

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
LOADS = 10
MANY = 1000
SCROLLS = 120
LATE_MS = 1000 / 60 * 2

SCROLLING = """async (steps) => {
  const feed = document.querySelector(".feed");
  const long = [];
  new PerformanceObserver(list => long.push(...list.getEntries().map(it => it.duration))).observe({entryTypes: ["longtask"]});
  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  const step = feed.scrollHeight / steps;
  for (let at = 0; at < steps; at += 1) {
    feed.scrollTop = feed.scrollHeight - at * step;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return {frames, long};
}"""

TYPING = """async (count) => {
  const box = document.querySelector("#message-box");
  const waits = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    box.value += "a";
    box.dispatchEvent(new InputEvent("input", {bubbles: true}));
    await new Promise(requestAnimationFrame);
    waits.push(performance.now() - began);
  }
  return waits;
}"""


async def main() -> None:
    play = await Playground.start()
    writer = play.person("Ada")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        await opened(browser, play, "empty channel")
        for number in range(MANY):
            await writer.say(f"message **{number}** with `code`\n- and a list")
            await asyncio.sleep(0)
        page = await opened(browser, play, f"{MANY} messages")
        await everything(page)
        await scrolled(page)
        await typed(page)
        await browser.close()
    await play.stop()


async def opened(browser: Browser, play: Playground, where: str) -> Page:
    """From the address to a page that shows its messages and takes typing, each time without anything in a cache."""
    times = []
    for _ in range(LOADS):
        context = await browser.new_context(viewport={"width": 1280, "height": 800})
        page = await context.new_page()
        await page.goto(f"{play.base_url}/?person=Ada", wait_until="commit")
        await page.locator("#message-box:focus").wait_for()
        await page.locator(".welcome, .older").wait_for(state="attached")
        times.append(await page.evaluate("performance.now()"))
        if len(times) < LOADS:
            await context.close()
    print(
        f"page load, {where}: median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms of {LOADS}"
    )
    return page


async def everything(page: Page) -> None:
    """Load the whole conversation, as somebody does who scrolls up to its beginning."""
    while await page.locator(".older").count():
        await page.locator(".feed").evaluate("feed => { feed.scrollTop = 0 }")
        await page.evaluate("new Promise(requestAnimationFrame)")
    assert await page.locator("article.message").count() == MANY


async def scrolled(page: Page) -> None:
    found = await page.evaluate(SCROLLING, SCROLLS)
    frames, long = found["frames"], found["long"]
    late = sum(frame > LATE_MS for frame in frames)
    print(
        f"scrolling through {MANY}: median frame {statistics.median(frames):.1f} ms, "
        f"95th {sorted(frames)[int(len(frames) * 0.95)]:.1f} ms, {late} of {len(frames)} late, "
        f"{len(long)} long tasks ({max(long, default=0):.0f} ms the longest)"
    )


async def typed(page: Page) -> None:
    waits = await page.evaluate(TYPING, 60)
    print(f"a character under {MANY}: median {statistics.median(waits):.1f} ms, slowest {max(waits):.1f} ms")


if __name__ == "__main__":
    asyncio.run(main())
