"""Everything that Discord can show and a bot can ask for, on the page, with a small scripted bot."""

from __future__ import annotations

from playwright.async_api import FilePayload, expect

from playground import Playground
from tests.browser.conftest import Open


async def test_markdown_is_drawn_as_discord_draws_it(showcase: Playground, window: Open) -> None:
    showcase.person("Mark")
    async with window(showcase, "Mark") as mark:
        await mark.slash("markdown")
        message = mark.answer
        await expect(message.get_by_role("heading", name="Heading two")).to_be_visible()
        for selector, words in (
            ("small.subtext", "subtext"),
            ("strong", "bold"),
            ("em", "italic"),
            ("u", "underline"),
            ("s", "strike"),
            ("strong em", "both"),
            ("code.inline-code", "code"),
            ("blockquote strong", "bold"),
            ("ul ul li", "nested"),
            ("ol li >> nth=1", "second"),
            (".code-language", "python"),
            ("time.timestamp >> nth=0", "November 14, 2023"),
        ):
            await expect(message.locator(selector).first).to_have_text(words)
        await expect(message.locator("pre")).to_have_text('print("**not bold** <b>not markup</b>")')
        await expect(message.get_by_role("link", name="a masked link")).to_have_attribute(
            "href", "https://example.com/a_(b)"
        )
        await expect(message).to_contain_text("snake_case_name 3 * 4 * 5")
        await expect(message).to_contain_text("*not italic* <b>not markup</b>")
        await expect(message.locator(".mention-me")).to_have_text("@Mark")
        await expect(message.locator("b")).to_have_count(0 + await message.locator(".context b").count())
        secret = message.get_by_role("button", name="Spoiler")
        await secret.focus()
        await mark.page.keyboard.press("Enter")
        await expect(message.locator(".spoiler.open")).to_have_text("a secret")


async def test_words_that_look_like_markup_stay_words(showcase: Playground, window: Open) -> None:
    showcase.person("Hank")
    async with window(showcase, "Hank") as hank:
        await hank.slash("hostile")
        message = hank.answer
        await expect(message.locator(".embed-title")).to_contain_text("<img src=x")
        await expect(message.get_by_role("button", name="<img src=x")).to_be_visible()
        assert await message.locator("img, script").count() == 0
        assert await message.locator("a").count() == 0
        assert "pwned" not in await hank.page.title()
        await hank.box.fill('<img src=x onerror="alert(1)"> **bold**')
        await hank.page.keyboard.press("Enter")
        await expect(hank.messages.last.locator(".body")).to_have_text('<img src=x onerror="alert(1)"> bold')


async def test_a_card_shows_its_fields_and_pictures(showcase: Playground, window: Open) -> None:
    showcase.person("Cora")
    async with window(showcase, "Cora") as cora:
        await cora.slash("card")
        card = cora.answer.locator(".embed")
        await expect(card.get_by_role("link", name="Title")).to_have_attribute("href", "https://example.com/")
        await expect(card.locator("dl").first.locator("dt")).to_have_text(["one", "two", "three"])
        await expect(card.locator("dl").nth(1).locator("dd")).to_have_text("over the whole width")
        await expect(card.locator("img")).to_have_count(2)
        loaded = "images => images.every(image => image.complete && image.naturalWidth === 2)"
        assert await card.locator("img").evaluate_all(loaded)
        assert await cora.answer.locator(".part-attachments img").count() == 0


async def test_a_button_changes_its_message_and_keeps_the_keyboards_place(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Bo")
    async with window(showcase, "Bo") as bo:
        await bo.slash("buttons_and_selects")
        message = bo.answer
        await message.get_by_role("button", name="Edit").focus()
        await bo.page.keyboard.press("Enter")
        pressed = message.get_by_role("button", name="pressed")
        await expect(pressed).to_be_focused()
        await expect(message.get_by_role("button", name="Off")).to_be_disabled()
        await expect(message.get_by_role("link", name="Link")).to_have_attribute(
            "rel", "noopener noreferrer nofollow"
        )
        await message.get_by_role("button", name="Grey").click()
        await bo.sees("chose show.grey")


async def test_silence_is_said_under_the_button(showcase: Playground, window: Open) -> None:
    showcase.person("Sid")
    async with window(showcase, "Sid") as sid:
        await sid.slash("buttons_and_selects")
        await sid.answer.get_by_role("button", name="Silent").click()
        await expect(sid.answer.locator(".failure")).to_have_text("The application did not respond.")


async def test_silence_after_a_command_is_said_in_the_channel(showcase: Playground, window: Open) -> None:
    showcase.person("Lena")
    async with window(showcase, "Lena") as lena:
        await lena.slash("clumsy", seconds="4")
        await lena.sees("The application did not respond.")
        await lena.message("did not respond").get_by_role("button", name="Dismiss").click()
        await expect(lena.messages.filter(has_text="did not respond")).to_have_count(0)


async def test_several_are_chosen_by_keyboard_and_no_fewer_than_asked(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Sev")
    async with window(showcase, "Sev") as sev:
        await sev.slash("buttons_and_selects")
        select = sev.answer.get_by_role("button", name="Several")
        await select.focus()
        await sev.page.keyboard.press("ArrowDown")
        finder = sev.page.get_by_role("combobox", name="Search")
        await expect(finder).to_be_focused()
        await finder.fill("topic 1")
        await sev.page.keyboard.press("Enter")
        await sev.page.keyboard.press("ArrowDown")
        await sev.page.keyboard.press("Enter")
        await sev.page.keyboard.press("Tab")
        await sev.page.keyboard.press("Enter")
        await sev.sees("chose ['1', '10']")
        await expect(select).to_be_focused()
        await select.click()
        await sev.page.get_by_role("option", name="Topic 10").click()
        await sev.page.keyboard.press("Escape")
        await expect(select).to_contain_text("Topic 10")


async def test_people_and_channels_are_chosen_by_name(showcase: Playground, window: Open) -> None:
    ulla = showcase.person("Ulla")
    async with window(showcase, "Ulla") as page:
        await page.slash("buttons_and_selects")
        await page.answer.wait_for()
        await page.choose("Somebody", "Ulla")
        await page.sees(f"chose ['{ulla.id}']")
        await page.choose("Somewhere", "#tutor")
        await page.sees(f"chose ['{showcase.second_channel.id}']")


async def test_the_second_generation_of_components_is_drawn(showcase: Playground, window: Open) -> None:
    showcase.person("Vera")
    async with window(showcase, "Vera") as vera:
        await vera.slash("second_generation")
        message = vera.answer
        container = message.locator(".container")
        await expect(container.get_by_role("heading", name="Section")).to_be_visible()
        await expect(container.locator("hr")).to_have_count(1)
        await expect(container.locator(".thumbnail img")).to_have_count(1)
        await expect(container.locator(".gallery img:visible")).to_have_count(2)
        await container.get_by_role("button", name="Spoiler").click()
        await expect(container.locator(".cover")).to_have_count(0)
        await container.get_by_role("button", name="In a row").click()
        await vera.sees("chose show.row")


async def test_a_form_takes_every_kind_of_field(showcase: Playground, window: Open) -> None:
    showcase.person("Fay")
    async with window(showcase, "Fay") as fay:
        await fay.slash("form_command")
        form = fay.form
        await expect(form.get_by_role("heading", name="Everything")).to_be_visible()
        await expect(form.get_by_role("textbox", name="Name")).to_be_focused()
        await form.get_by_role("button", name="Submit").click()
        await expect(form.get_by_text("This field is needed.").first).to_be_visible()
        await form.get_by_role("textbox", name="Name").fill("小雪")
        await form.get_by_role("textbox", name="Story").fill("first line\nsecond line")
        await fay.choose("Make a selection", "Red", "Blue")
        await form.get_by_role("radio", name="Large").check()
        async with fay.page.expect_file_chooser() as chooser:
            await form.get_by_role("button", name="Files").click()
        files: list[FilePayload] = [
            {"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"text"} for n in (1, 2)
        ]
        await (await chooser.value).set_files(files)
        await form.get_by_role("button", name="Submit").click()
        await fay.sees("form: name=小雪; story=first line")
        await fay.sees("colours=['red', 'blue']; size=l; files=2 files")
        await expect(fay.page.locator("dialog")).to_have_count(0)


async def test_a_form_begins_at_the_first_field_that_has_to_be_filled_in(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Hana")
    async with window(showcase, "Hana") as hana:
        await hana.slash("hand_in")
        choose = hana.form.get_by_role("button", name="Your file")
        await expect(choose).to_be_focused()
        async with hana.page.expect_file_chooser() as chooser:
            await hana.page.keyboard.press("Enter")
        await (await chooser.value).set_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"})
        await hana.form.get_by_role("button", name="Submit").click()
        await hana.sees("form: name=My work; files=1 files")


async def test_a_form_takes_checkboxes_and_escape_leaves_it(showcase: Playground, window: Open) -> None:
    showcase.person("Cher")
    async with window(showcase, "Cher") as cher:
        await cher.slash("boxes_command")
        await cher.form.get_by_role("checkbox", name="Milk").check()
        await cher.form.get_by_role("checkbox", name="I have read it").check()
        await cher.form.get_by_role("button", name="Submit").click()
        await cher.sees("form: extras=['milk', 'sugar']; read=True")
        await cher.slash("boxes_command")
        await cher.form.wait_for()
        await cher.page.keyboard.press("Escape")
        await expect(cher.form).to_have_count(0)
        await expect(cher.box).to_be_focused()


async def test_options_of_every_type_are_checked_before_they_are_sent(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Opal")
    async with window(showcase, "Opal") as opal:
        await opal.begin("options")
        await opal.page.keyboard.press("Enter")
        error = opal.page.locator(".slash-error")
        await expect(error).to_have_text("“text” is needed.")
        await opal.option("text", "hello")
        await opal.option("number", "11")
        await opal.page.keyboard.press("Enter")
        await expect(error).to_have_text("“number”: at most 10.")
        await opal.option("number", "7")
        await opal.option("who", "Opal")
        await opal.option("colour", "Blue")
        await opal.option("where", "#tutor")
        await opal.option("ratio", "0.5")
        await opal.option("sure", "True")
        await opal.page.keyboard.press("Enter")
        await opal.sees("hello 7 Opal b tutor None 0.5 True")


async def test_a_command_that_is_pasted_whole_becomes_its_form(showcase: Playground, window: Open) -> None:
    showcase.person("Paco")
    async with window(showcase, "Paco") as paco:
        await paco.box.fill("/ask What is a token?")
        await expect(paco.page.get_by_role("textbox", name="question")).to_have_value("What is a token?")
        await paco.page.keyboard.press("Enter")
        await paco.sees("about What is a token?")
        await paco.box.fill("／ping")
        await paco.suggestion("ping").wait_for()
        await paco.page.keyboard.press("Enter")
        await paco.page.keyboard.press("Enter")
        await paco.sees("pong")


async def test_an_answer_grows_without_its_element_being_replaced(showcase: Playground, window: Open) -> None:
    showcase.person("Gus")
    async with window(showcase, "Gus") as gus:
        await gus.slash("grow")
        await gus.sees("Sentence 1.")
        message = gus.answer
        await message.locator(".body .text").evaluate("node => { window.first = node.firstChild }")
        await expect(message.locator(".body")).to_have_text(
            "Sentence 1. Sentence 2. Sentence 3. Sentence 4. Sentence 5."
        )
        assert await message.locator(".body .text").evaluate("node => node.firstChild === window.first")


async def test_menus_of_messages_and_people_are_worked_by_keyboard(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Menno")
    async with window(showcase, "Menno") as menno:
        await menno.box.fill("one two three")
        await menno.page.keyboard.press("Enter")
        message = menno.message("one two three")
        await message.focus()
        await menno.page.keyboard.press("Enter")
        await expect(menno.page.get_by_role("menu", name="Message actions")).to_be_visible()
        await menno.page.keyboard.type("Count")
        await menno.page.keyboard.press("Enter")
        await menno.sees("3 words")
        await message.get_by_role("button", name="Menno").click()
        await menno.page.get_by_role("menuitem", name="Who is this").click()
        await menno.sees("this is Menno")


async def test_own_messages_are_answered_edited_reacted_to_and_deleted(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Rhea")
    async with window(showcase, "Rhea") as rhea:
        await rhea.box.fill("first words")
        await rhea.page.keyboard.press("Enter")
        await rhea.sees("first words")
        await rhea.page.keyboard.press("ArrowUp")
        await rhea.box.fill("better words")
        await rhea.page.keyboard.press("Enter")
        await rhea.sees("better words")
        await rhea.message("better words").hover()
        await rhea.page.get_by_role("toolbar").get_by_role("button", name="Reply").click()
        await rhea.page.keyboard.type("an answer")
        await rhea.page.keyboard.press("Enter")
        answer = rhea.messages.last
        await expect(answer.locator(".context")).to_contain_text("better words")
        await answer.hover()
        await rhea.page.get_by_role("toolbar").get_by_role("button", name="Add reaction").click()
        await rhea.page.get_by_role("menuitem", name="👍").click()
        await expect(answer.get_by_role("button", name="👍, 1")).to_be_visible()
        await answer.click(button="right")
        await rhea.page.get_by_role("menuitem", name="Delete message").click()
        await expect(rhea.messages.filter(has_text="an answer")).to_have_count(0)


async def test_a_thread_is_found_in_the_sidebar_and_below_the_message(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Thea")
    async with window(showcase, "Thea") as thea:
        await thea.slash("thread")
        await expect(thea.answer).to_contain_text("see #talk")
        await thea.go("talk")
        await thea.sees("welcome")
        await expect(thea.box).to_have_attribute("placeholder", "Message talk")


async def test_files_are_sent_and_come_back(showcase: Playground, window: Open) -> None:
    showcase.person("Phil")
    async with window(showcase, "Phil") as phil:
        await phil.begin("copy")
        async with phil.page.expect_file_chooser() as chooser:
            await phil.page.locator(".option-file").click()
        await (await chooser.value).set_files(
            {"name": "说明.txt", "mimeType": "text/plain", "buffer": b"12345"}
        )
        await phil.page.get_by_role("button", name="Send").click()
        await phil.sees("5 bytes")
        await expect(phil.message("5 bytes").get_by_role("link", name="Download")).to_be_visible()
        async with phil.page.expect_file_chooser() as chooser:
            await phil.page.get_by_role("button", name="Attach files").click()
        await (await chooser.value).set_files(
            {"name": "note.txt", "mimeType": "text/plain", "buffer": b"note"}
        )
        await phil.page.keyboard.press("Enter")
        await expect(phil.messages.last.get_by_role("link", name="Download note.txt")).to_be_visible()


async def test_who_is_elsewhere_sees_what_is_unread_and_what_rang(showcase: Playground, window: Open) -> None:
    showcase.person("Walt")
    other = showcase.person("Xena")
    async with window(showcase, "Walt") as walt:
        await walt.go("tutor")
        await expect(walt.page.locator(".place-name")).to_have_text("#tutor")
        await other.say("anybody here?", channel=showcase.channel)
        general = walt.page.locator(".places").get_by_role("button", name="Channel general, unread")
        await expect(general).to_be_visible()
        walts = next(it for it in showcase.people.values() if it.name == "Walt")
        await other.say(f"<@{walts.id}> you?", channel=showcase.channel)
        await expect(walt.page).to_have_title("(1) · #tutor · Walt · Playground")
        await walt.go("Channel general")
        await expect(walt.message("you?")).to_have_class("message message-rings")
        await expect(walt.page).to_have_title("#general · Walt · Playground")
        other.is_typing(showcase.channel)
        await expect(walt.page.locator(".typing")).to_have_text("Xena is typing…")
