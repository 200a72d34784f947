"""What happened, which model, and what is wrong on purpose: the panels, on a playground as a person runs it."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.texts.locales import Locale
from playground import Playground
from playground.supervisor import Supervisor
from tests.browser.axe import findings, findings_in_both_themes
from tests.browser.conftest import NO_MODEL, ROOT, START_SECONDS
from tests.browser.panel import SLOWLY, Panel, newcomer
from tests.browser.path import LESSON
from tests.browser.test_tutor_page import agree, words
from tests.browser.window import Window
from tests.browser.wording import in_words

QUESTION = "What is a token?"
FROM_NOTHING = 1000 * START_SECONDS
"""And one that has to learn its lessons first."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def address(tmp_path_factory: pytest.TempPathFactory, taught_database_file: Path) -> AsyncIterator[str]:
    """The address that `python -m bot run` prints when there is no token. The bot has learnt its lessons already."""
    data = tmp_path_factory.mktemp("panels")
    await asyncio.to_thread((data / "playground").mkdir)
    await asyncio.to_thread(shutil.copyfile, taught_database_file, data / "playground" / "tutor.db")
    environment = {**os.environ, **dict.fromkeys((*NO_MODEL, "DISCORD_TOKEN", "DISCORD_API_BASE"), "")}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "DATA_DIR": str(data),
        "PLAYGROUND_PORT": "0",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--no-env-file"),
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    said = (await process.stdout.readline()).decode()
    assert said.startswith("Playground: http://127.0.0.1:")
    yield said.removeprefix("Playground: ").strip()
    process.terminate()
    assert await process.wait() == 0


async def test_a_turn_is_explained_stage_by_stage_and_to_nobody_else(browser: Browser, address: str) -> None:
    async with await newcomer(browser, address, "Nora") as nora, Window(browser, address, "Morgan") as morgan:
        mine, theirs = Panel(nora), Panel(morgan)
        await mine.until_ready()
        await agree(nora)
        await mine.open("turns")
        await theirs.open("turns")
        await expect(mine.turns).to_have_count(0)
        await nora.slash("ask", question=QUESTION)
        await expect(mine.turns.locator(".turn-question")).to_have_text(QUESTION)
        assert "Grounding" not in await mine.stage("retrieve").inner_text()
        found = await mine.unfold("retrieve")
        await expect(found).to_contain_text("this is grounding")
        await expect(found.locator(".passages > li")).not_to_have_count(0)
        await found.locator(".passages summary").first.click()
        await expect(found.locator(".passage").first).to_be_visible()
        await expect(await mine.unfold("filter")).to_contain_text("Let through as it was written.")
        await expect(mine.stage("prompt")).to_contain_text("not reached")
        await expect(await mine.unfold("model")).to_contain_text("there is none")
        await expect(await mine.unfold("store")).to_contain_text(QUESTION)
        await expect(theirs.element).to_contain_text("Ask the tutor something")


async def test_an_answer_leads_to_its_turn_and_back(browser: Browser, address: str) -> None:
    async with await newcomer(browser, address, "Lina") as lina:
        panel = Panel(lina)
        await panel.until_ready()
        await panel.button("switches").click()
        await agree(lina)
        for question in (QUESTION, "What is a prompt?"):
            await lina.slash("ask", question=question)
            await lina.answer.get_by_role("button", name="How this came about").wait_for()
        first = lina.messages.filter(has_text=words("ask-button-more")).first
        await first.get_by_role("button", name="How this came about").click()
        opened = panel.element.locator(".turn:has(> details[open])")
        await expect(opened).to_have_count(1)
        await expect(opened.locator(".turn-question")).to_have_text(QUESTION)
        await expect(opened.locator("> details > summary")).to_be_focused()
        found = opened.locator("[data-stage=retrieve] > details")
        await found.locator("summary").first.click()
        # Who reads one turn is not led away by another, nor by looking elsewhere for a moment.
        await lina.slash("help")
        help_is_told = panel.element.locator(".turn[data-kind=command]", has_text="/help")
        await expect(help_is_told).to_be_attached()
        await panel.button("switches").click()
        await panel.button("turns").click()
        await expect(opened.locator(".turn-question")).to_have_text([QUESTION])
        await expect(found).to_have_attribute("open", "")
        await lina.go("tutor")
        await expect(lina.page.locator(".place-name")).to_have_text("#tutor")
        await opened.get_by_role("button", name="Show the message").click()
        await expect(lina.page.locator(".place-name")).to_have_text("#general")
        await expect(first).to_be_focused()
        await lina.page.reload()
        await expect(first.get_by_role("button", name="How this came about")).to_be_visible()


@pytest.mark.loop_may_block("handing half a megabyte of axe-core to the browser takes Playwright its time")
@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_CN])
async def test_what_a_command_and_a_button_did_is_explained_too(
    browser: Browser, address: str, axe_if_there: str | None, locale: Locale
) -> None:
    command, own = ("quiz start", "What happened") if locale is Locale.EN else ("测验 开始", "发生了什么")
    discord = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN"}[locale]
    async with await newcomer(browser, address, f"Quinn {locale}", locale=discord) as quinn:
        panel = Panel(quinn)
        await panel.open("turns")
        await expect(panel.element.get_by_role("heading", name=own)).to_be_focused()
        await quinn.slash(command, lesson=in_words(LESSON, locale))
        unsure = words("quiz-button-unsure", locale)
        await quinn.press(unsure)
        begun = panel.element.locator(".turn[data-kind=command]", has_text=f"/{command}")
        pressed = panel.element.locator(".turn[data-kind=button]", has_text=unsure)
        await expect(pressed.locator("> details")).to_have_attribute("open", "")
        await expect(pressed.locator("[data-stage]")).to_have_count(7)
        await begun.locator("summary").first.click()
        for stage, told in (("ack", "Discord"), ("store", "quiz_attempts"), ("model", "")):
            await begun.locator(f"[data-stage={stage}] summary").first.click()
            await expect(begun.locator(f"[data-stage={stage}]")).to_contain_text(told)
        await expect(begun.locator("[data-stage=model]")).to_have_class("stage stage-not")
        if axe_if_there is not None:
            assert await findings_in_both_themes(panel.element, axe_if_there) == []
        await begun.locator(".turn-answer").click()
        card = quinn.messages.filter(has=quinn.page.locator(".part-turn button")).last
        await expect(card).to_be_focused()
        await card.locator(".part-turn button").click()
        await expect(begun.locator("> details > summary")).to_be_focused()


@pytest.mark.loop_may_block("handing half a megabyte of axe-core to the browser takes Playwright its time")
async def test_the_toy_streams_and_cites_and_faults_are_played_on_it(
    browser: Browser, address: str, axe_if_there: str | None
) -> None:
    async with await newcomer(browser, address, "Tess") as tess:
        panel = Panel(tess)
        await panel.until_ready()
        await expect(panel.switch("fault-slow")).to_be_disabled()
        await agree(tess)
        await panel.answers_with("The toy model")
        await panel.open("turns")
        await tess.slash("ask", question=QUESTION)
        await tess.sees("The playground's toy model")
        await expect(panel.turns).to_have_count(1)
        prompt = await panel.unfold("prompt")
        await prompt.locator(".fold summary").last.click()
        await expect(prompt.locator("pre").last).to_contain_text(f"<question>\n{QUESTION}\n</question>")
        await expect(await panel.unfold("model")).to_contain_text("Tokens written")
        await expect(await panel.unfold("gate")).to_contain_text("let out")
        if axe_if_there is not None:
            assert await findings_in_both_themes(panel.element, axe_if_there) == []
        await panel.open("switches")
        await panel.switch("fault-refusing").click()
        await expect(panel.switch("fault-refusing")).to_have_attribute("aria-pressed", "true")
        await panel.open("turns")
        await tess.slash("ask", question=QUESTION)
        await expect(panel.turns).to_have_count(2)
        await expect(await panel.unfold("model")).to_contain_text("it refused")
        await panel.open("switches")
        await panel.switch("fault-none").click()
        await expect(panel.switch("fault-none")).to_have_attribute("aria-pressed", "true")
        await panel.answers_with("Nobody: quote the lessons")


async def test_a_key_does_not_stay_in_the_page(browser: Browser, address: str) -> None:
    key = "sk-typed-by-a-person"
    async with await newcomer(browser, address, "Kim") as kim:
        panel = Panel(kim)
        await panel.until_ready()
        await panel.element.get_by_label("A model of your choice").check()
        await panel.element.get_by_label("Address").fill("ftp://nowhere")
        await panel.element.get_by_label("Model", exact=True).fill("qwen3:8b")
        await panel.element.get_by_label("Key", exact=True).fill(key)
        await panel.element.locator("form").evaluate("form => { form.noValidate = true; }")
        await panel.switch("use").click()
        await expect(panel.status).to_contain_text("http://")
        await panel.element.get_by_label("Address").fill("http://127.0.0.1:9/v1")
        await panel.switch("use").click()
        await expect(panel.element).to_contain_text("A key is in memory.")
        await expect(panel.element.get_by_label("Key", exact=True)).to_have_value("")
        everything = await kim.page.evaluate(
            "async () => document.documentElement.outerHTML + JSON.stringify(localStorage)"
            " + await (await fetch('/page/controls')).text()"
        )
        assert key not in everything
        await panel.switch("forget").click()
        await expect(panel.switch("forget")).to_have_count(0)
        await panel.until_ready()


async def test_a_bot_that_is_killed_or_cut_off_comes_back(browser: Browser, address: str) -> None:
    async with await newcomer(browser, address, "Kit") as kit:
        panel = Panel(kit)
        await panel.until_ready()
        await agree(kit)
        starts, connections = await panel.count("starts"), await panel.count("connections")
        await panel.switch("kill").click()
        await expect(panel.status).to_contain_text("Killed")
        await panel.until_ready_again("starts", starts)
        await panel.until_ready_again("connections", connections)
        connections = await panel.count("connections")
        await panel.switch("cut").click()
        await expect(panel.status).to_contain_text("Cut.")
        await panel.until_ready_again("connections", connections)
        await kit.slash("ask", question=QUESTION)
        await expect(kit.messages.get_by_role("button", name=words("ask-button-more")).last).to_be_visible()


async def test_trouble_of_discords_is_arranged_and_taken_back(browser: Browser) -> None:
    play = await Playground.start()  # without a bot, whose next request would be met by the trouble
    play.person("Lim")
    async with Window(browser, play.base_url, "Lim") as lim:
        panel = Panel(lim)
        await panel.open("switches")
        limit = panel.switch("limit")
        await limit.click()
        await expect(limit).to_have_attribute("aria-pressed", "true")
        await limit.click()
        await expect(limit).to_have_attribute("aria-pressed", "false")
        assert play.faults.pending == []
    await play.stop()


async def test_a_bot_that_stays_down_is_said_on_the_page_and_started_again_by_a_button(
    browser: Browser, tmp_path: Path
) -> None:
    mended = tmp_path / "mended"
    fails = "import os, sys, time; os.path.exists(sys.argv[1]) or sys.exit(7); time.sleep(600)"
    stop = asyncio.Event()
    play = await Playground.start()
    play.person("Dee")
    supervisor = Supervisor((sys.executable, "-c", fails, str(mended)), lambda: os.environ, print)
    play.controls.attach(supervisor, play.begin_again)
    keeping = asyncio.create_task(supervisor.keep_running(stop))
    async with Window(browser, play.base_url, "Dee") as dee:
        panel = Panel(dee)
        banner = dee.page.locator(".banner")
        await expect(banner).to_contain_text("ended again and again and stays down", timeout=SLOWLY)
        await panel.open("switches")
        await expect(panel.bot).to_contain_text("6 times within a minute (last status 7)")
        await panel.switch("again").click()
        await expect(panel.bot).to_have_attribute("data-starts", "12", timeout=SLOWLY)
        await expect(panel.bot).to_have_attribute("data-bot", "down", timeout=SLOWLY)
        await asyncio.to_thread(mended.touch)
        await banner.get_by_role("button", name="Start it again").click()
        await expect(panel.bot).to_have_attribute("data-bot", "starting", timeout=SLOWLY)
        await expect(banner).not_to_contain_text("stays down")
        stop.set()
        await keeping
    await play.stop()


async def test_the_panels_speak_chinese_and_are_worked_by_keyboard(browser: Browser, address: str) -> None:
    async with await newcomer(browser, address, "小文", locale="zh-CN") as wen:
        panel = Panel(wen)
        await panel.button("turns").focus()
        await wen.page.keyboard.press("Enter")
        await expect(panel.element.get_by_role("heading", name="发生了什么")).to_be_focused()
        await wen.page.keyboard.press("Escape")
        await expect(panel.element).to_be_hidden()
        await expect(panel.button("turns")).to_be_focused()
        await panel.open("switches")
        await expect(panel.element).to_contain_text("谁来回答？")
        await expect(panel.element).not_to_contain_text("Who")


@pytest.mark.loop_may_block("handing half a megabyte of axe-core to the browser takes Playwright its time")
@pytest.mark.parametrize(("theme", "width"), [("dark", 1280), ("light", 360)])
async def test_axe_finds_nothing_in_the_panels(
    browser: Browser, address: str, axe: str, theme: str, width: int
) -> None:
    name = f"Axel {theme} {width}"
    async with await newcomer(browser, address, name, theme=theme, width=width) as axel:
        panel = Panel(axel)
        await panel.until_ready()
        assert await findings(axel, axe) == []
        await panel.element.get_by_label("A model of your choice").check()
        assert await findings(axel, axe) == []
        await panel.switch("afresh").click()
        assert await findings(axel, axe) == []
        await axel.page.keyboard.press("Escape")
        await axel.page.locator("#panel > header button").click()
        await agree(axel)
        await axel.slash("ask", question=QUESTION)
        await axel.sees(words("ask-button-more"))
        await panel.open("turns")
        for stage in ("filter", "recall", "retrieve", "model", "store"):
            await panel.unfold(stage)
        assert await findings(axel, axe) == []
        sideways = "it => it.scrollWidth - it.clientWidth"
        assert await panel.element.locator(".panel-scroll").evaluate(sideways) <= 0


async def test_a_fresh_start_asks_first_and_then_forgets_everything(browser: Browser, address: str) -> None:
    async with Window(browser, address, "Ada") as ada, Window(browser, address, "Mia") as mia:
        panel = Panel(ada)
        await panel.until_ready()
        await ada.box.fill("to be forgotten")
        await ada.page.keyboard.press("Enter")
        await ada.sees("to be forgotten")
        await panel.switch("afresh").click()
        await ada.form.get_by_role("button", name="Keep it").click()
        await ada.sees("to be forgotten")
        before = await panel.count("starts")
        await panel.switch("afresh").click()
        await ada.form.get_by_role("button", name="Forget everything").click()
        await expect(ada.message("to be forgotten")).to_have_count(0, timeout=SLOWLY)
        await panel.until_ready_again("starts", before, FROM_NOTHING)
        await agree(ada)
        await ada.page.locator(".me").click()
        await expect(ada.form.locator(".person")).to_have_count(4)
        # Another window has found its person again as well.
        await expect(mia.page.locator(".me")).to_contain_text("Mia")
        await expect(mia.messages.filter(has_text="to be forgotten")).to_have_count(0)
        await expect(mia.form).to_have_count(0)
