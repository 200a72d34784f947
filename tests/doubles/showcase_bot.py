"""A bot that sends what Discord can show and the tutor does not use yet: what the playground's page is tested with.

Adds to the plain bot one command for each kind of message, component, option and form.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
from typing import Any

import discord
from discord import app_commands, ui

from tests.doubles.plain_bot import PlainBot, point_at

MARKDOWN = """# Heading one
## Heading two
### Heading three
-# subtext
**bold** *italic* _also italic_ __underline__ ~~strike~~ ***both*** ||a secret|| `code` snake_case_name 3 * 4 * 5
> quoted **bold**
> second line
- one
- two
  - nested
1. first
2. second
[a masked link](https://example.com/a_(b)) and https://example.com/plain.
```python
print("**not bold** <b>not markup</b>")
```
<t:1700000000:D> <t:1700000000:R> \\*not italic\\* <b>not markup</b> @everyone"""

HOSTILE = (
    "<img src=x onerror=\"document.title='pwned'\"> [x](javascript:alert(1)) "
    "<script>document.title='pwned'</script>"
)

PIXELS = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001549444154789c6338616363"
    "73c28601489c3861030024b2058d8544922a0000000049454e44ae426082"
)


class ShowcaseBot(PlainBot):
    """The plain bot, with all the rest."""

    def __init__(self) -> None:
        super().__init__()
        add_showcase(self)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        data: dict[str, Any] = dict(interaction.data or {})
        custom_id = str(data.get("custom_id", ""))
        if interaction.type is discord.InteractionType.component and custom_id.startswith("show."):
            if custom_id == "show.silent":
                return
            if custom_id == "show.edit":
                await interaction.response.edit_message(view=buttons("pressed"))
                return
            await interaction.response.send_message(f"chose {data.get('values', custom_id)}", ephemeral=True)
        elif interaction.type is discord.InteractionType.modal_submit and custom_id == "show.form":
            await interaction.response.send_message(f"form: {_submitted(data)}", ephemeral=True)
        else:
            await super().on_interaction(interaction)


def _submitted(data: dict[str, Any]) -> str:
    parts = []
    for row in data["components"]:
        field = row.get("component")
        if field is not None:
            value = field["values"] if "values" in field else field.get("value")
            count = f"{len(value)} files" if field["custom_id"] == "files" else value
            parts.append(f"{field['custom_id']}={count}")
    return "; ".join(parts)


def picture() -> discord.File:
    """A tiny picture."""
    return discord.File(io.BytesIO(PIXELS), filename="picture.png", description="four pixels")


def buttons(label: str = "Edit") -> ui.View:
    """Buttons of every style, and every kind of select."""
    view = ui.View(timeout=None)
    styles = discord.ButtonStyle
    view.add_item(ui.Button(label=label, custom_id="show.edit", style=styles.primary))
    view.add_item(ui.Button(label="Grey", custom_id="show.grey", style=styles.secondary, emoji="📚"))
    view.add_item(ui.Button(label="Silent", custom_id="show.silent", style=styles.danger))
    view.add_item(ui.Button(label="Off", custom_id="show.off", style=styles.success, disabled=True))
    view.add_item(ui.Button(label="Link", url="https://example.com/"))
    options = [
        discord.SelectOption(label=f"Topic {n}", value=str(n), description="a topic") for n in range(12)
    ]
    view.add_item(
        ui.Select(custom_id="show.many", placeholder="Several", options=options, min_values=2, max_values=3)
    )
    view.add_item(ui.UserSelect(custom_id="show.user", placeholder="Somebody"))
    view.add_item(ui.ChannelSelect(custom_id="show.channel", placeholder="Somewhere"))
    view.stop()
    return view


def layout() -> ui.LayoutView:
    """Components of the second generation."""
    view = ui.LayoutView(timeout=None)
    section: ui.Section[ui.LayoutView] = ui.Section(
        "## Section", "with **text**", accessory=ui.Thumbnail("attachment://picture.png")
    )
    gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery(
        discord.MediaGalleryItem("attachment://picture.png", description="first"),
        discord.MediaGalleryItem("attachment://picture.png", description="hidden", spoiler=True),
    )
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow(ui.Button(label="In a row", custom_id="show.row"))
    view.add_item(
        ui.Container(
            section,
            ui.Separator(spacing=discord.SeparatorSpacing.large),
            ui.TextDisplay("A text display with `code`."),
            gallery,
            row,
            accent_colour=discord.Colour.green(),
        )
    )
    view.stop()
    return view


def form() -> ui.Modal:
    """A form with text, long text, a select, radio buttons and an upload."""
    modal = ui.Modal(title="Everything", custom_id="show.form", timeout=None)
    options = [discord.SelectOption(label=it, value=it.lower()) for it in ("Red", "Green", "Blue")]
    modal.add_item(ui.Label(text="Name", component=ui.TextInput(custom_id="name", max_length=50)))
    modal.add_item(
        ui.Label(
            text="Story",
            description="As long as you like",
            component=ui.TextInput(custom_id="story", style=discord.TextStyle.paragraph, required=False),
        )
    )
    modal.add_item(
        ui.Label(
            text="Colours",
            component=ui.Select(custom_id="colours", options=options, min_values=1, max_values=2),
        )
    )
    radio: ui.RadioGroup[ui.View] = ui.RadioGroup(custom_id="size")
    radio.add_option(label="Small", value="s", description="fits a pocket")
    radio.add_option(label="Large", value="l")
    modal.add_item(ui.Label(text="Size", component=radio))
    modal.add_item(
        ui.Label(
            text="Files",
            component=ui.FileUpload(custom_id="files", required=False, min_values=0, max_values=3),
        )
    )
    modal.stop()
    return modal


def handing_in() -> ui.Modal:
    """A form with something filled in already, and a file that is needed."""
    modal = ui.Modal(title="Hand in", custom_id="show.form", timeout=None)
    modal.add_item(ui.Label(text="Title", component=ui.TextInput(custom_id="name", default="My work")))
    modal.add_item(ui.Label(text="Your file", component=ui.FileUpload(custom_id="files", max_values=1)))
    modal.stop()
    return modal


def checks() -> ui.Modal:
    """A form with checkboxes, one alone and several, and a text between."""
    modal = ui.Modal(title="Boxes", custom_id="show.form", timeout=None)
    modal.add_item(ui.TextDisplay("Please **read** first."))
    boxes: ui.CheckboxGroup[ui.View] = ui.CheckboxGroup(
        custom_id="extras", required=False, min_values=0, max_values=2
    )
    boxes.add_option(label="Milk", value="milk")
    boxes.add_option(label="Sugar", value="sugar", default=True)
    modal.add_item(ui.Label(text="Extras", component=boxes))
    modal.add_item(ui.Label(text="I have read it", component=ui.Checkbox(custom_id="read")))
    modal.stop()
    return modal


def add_showcase(bot: ShowcaseBot) -> None:
    """Register the commands."""
    tree = bot.tree

    @tree.command(description="Every kind of Markdown")
    async def markdown(interaction: discord.Interaction) -> None:
        user, place = interaction.user.mention, f"<#{interaction.channel_id}>"
        await interaction.response.send_message(f"{MARKDOWN}\n{user} {place} </ping:1>")

    @tree.command(description="Words that would be dangerous as markup")
    async def hostile(interaction: discord.Interaction) -> None:
        embed = discord.Embed(title=HOSTILE[:200], description=HOSTILE)
        embed.add_field(name=HOSTILE[:200], value=HOSTILE)
        view = ui.View(timeout=None)
        view.add_item(ui.Button(label=HOSTILE[:60], custom_id="show.hostile"))
        view.stop()
        await interaction.response.send_message(HOSTILE, embed=embed, view=view)

    @tree.command(description="A card with everything")
    async def card(interaction: discord.Interaction) -> None:
        embed = discord.Embed(
            title="Title", url="https://example.com/", description="**Description**", colour=0x5865F2
        )
        embed.set_author(name="Author")
        embed.set_footer(text="Footer")
        embed.set_thumbnail(url="attachment://picture.png")
        embed.set_image(url="attachment://picture.png")
        for name in ("one", "two", "three"):
            embed.add_field(name=name, value=f"value {name}")
        embed.add_field(name="wide", value="over the whole width", inline=False)
        await interaction.response.send_message(embed=embed, file=picture())

    @tree.command(description="Buttons and selects")
    async def buttons_and_selects(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Choose", view=buttons())

    @tree.command(description="The second generation of components")
    async def second_generation(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=layout(), file=picture())

    @tree.command(description="A form with every kind of field")
    async def form_command(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(form())

    @tree.command(description="A form that asks for a file")
    async def hand_in(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(handing_in())

    @tree.command(description="A form with checkboxes")
    async def boxes_command(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(checks())

    @tree.command(description="An answer that grows")
    async def grow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        text = ""
        for number in range(1, 6):
            text += f"Sentence {number}. "
            await interaction.edit_original_response(content=text)
            await asyncio.sleep(0.1)

    @tree.command(description="Options of every type")
    @app_commands.choices(
        colour=[app_commands.Choice(name="Red", value="r"), app_commands.Choice(name="Blue", value="b")]
    )
    async def options(
        interaction: discord.Interaction,
        text: str,
        number: app_commands.Range[int, 1, 10],
        who: discord.Member,
        colour: str = "r",
        where: discord.TextChannel | None = None,
        role: discord.Role | None = None,
        ratio: float | None = None,
        sure: bool = False,
    ) -> None:
        await interaction.response.send_message(
            f"{text} {number} {who.display_name} {colour} {where} {role} {ratio} {sure}", ephemeral=True
        )

    @tree.command(description="Writes a number of messages")
    async def many(interaction: discord.Interaction, count: app_commands.Range[int, 1, 50]) -> None:
        await interaction.response.send_message("counting", ephemeral=True)
        for number in range(count):
            await interaction.followup.send(f"message **{number}**")

    @tree.context_menu(name="Who is this")
    async def who_is(interaction: discord.Interaction, user: discord.Member) -> None:
        await interaction.response.send_message(f"this is {user.display_name}", ephemeral=True)


def main() -> None:
    """Run as a process of its own: DISCORD_TOKEN and DISCORD_API_BASE as the tutor takes them."""
    api_base = os.environ["DISCORD_API_BASE"]
    point_at(api_base, api_base.replace("http://", "ws://").removesuffix("/api/v10") + "/gateway")
    ShowcaseBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)
    sys.exit(0)


if __name__ == "__main__":
    main()
