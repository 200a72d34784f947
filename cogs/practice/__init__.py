"""/practice: writing prompts against cases one cannot see; and *Check as prompt*, which takes any message apart.

What runs is in the database: every button shows where things stand, days later too.
"""

from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.agreement import AgreementCard, Occasion
from bot.discord_io.face import Face
from bot.discord_io.moderators import ServersOnly
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.submitted import submitted
from bot.learners.values import LearnerKey
from bot.practice.values import Attempt, ChallengePlace, Sheet
from bot.safety import InDistress
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.practice.board import Board
from cogs.practice.cards import PracticeCards
from cogs.practice.forms import PROMPT, picked_from, picking_fields, prompt_field
from cogs.practice.lines import PracticeLines, choices
from cogs.practice.taking import Taking

MENU = "Check as prompt"
"""The name of the message menu."""
_PACE = 1.5
"""Seconds between two looks at a run, at least."""
_WATCH = 780.0
"""Seconds that a run is followed: the token of an interaction lives for fifteen minutes."""
_LONGEST_CHECKED = 4000


class NothingToCheck(PersonError):
    """A message without a word in it."""

    key = "practice-nothing-to-check"


class PracticeCog(Board, commands.GroupCog, name="practice"):
    """Prompts, tried."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services
        self._practice = client.services.practice
        self._say = client.services.texts.say
        self._make = client.components
        self._lines = PracticeLines(client.services.texts, client.services.guard, self._practice.bank)
        self._cards = PracticeCards(client.services.texts, client.components, client.services.guard)
        self._taking = Taking(client.services)
        self._agreement = AgreementCard(
            client.services.texts,
            client.components,
            retention_days=client.services.keeping.retention_days,
        )
        self._menu = app_commands.ContextMenu(name=MENU, callback=self.check_message)

    async def cog_load(self) -> None:
        """Adds the menu."""
        self._client.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Takes the menu away."""
        self._client.tree.remove_command(self._menu.name, type=self._menu.type)

    # Commands

    @app_commands.command(name="list")
    @acknowledged()
    async def list_(self, interaction: discord.Interaction, technique: str | None = None) -> None:
        """The challenges here, and which are solved."""
        locale = await self._client.languages.private(interaction)
        found = await self._practice.challenges(key_of(interaction), locale, technique)
        if not found:
            await interaction.edit_original_response(content=self._say(locale, "practice-list-empty"))
            return
        embed = discord.Embed(
            title=self._say(locale, "practice-list-title"),
            description=self._lines.entries(found, locale),
            colour=discord.Colour.blurple(),
        )
        view = self._make.view(
            self._make.button(
                locale, "practice-button-next", "practice.next", style=discord.ButtonStyle.primary
            )
        )
        await interaction.edit_original_response(embed=embed, view=view)

    @app_commands.command(name="start")
    @acknowledged()
    async def start(
        self, interaction: discord.Interaction, challenge: str | None = None, technique: str | None = None
    ) -> None:
        """A challenge: the one named, or the next one."""
        locale, key = await self._client.languages.private(interaction), key_of(interaction)
        if challenge is not None:
            place = await self._practice.place_of(key, challenge, locale)
        else:
            place = await self._practice.next_place(key, locale, technique)
        await self._show(interaction, await self._practice.open(key, locale, place), locale)

    @app_commands.command(name="history")
    @acknowledged()
    async def history(self, interaction: discord.Interaction, challenge: str | None = None) -> None:
        """The learner's attempts, with a curve for each challenge."""
        locale, key = await self._client.languages.private(interaction), key_of(interaction)
        attempts = await self._practice.history(key)
        by_place: dict[ChallengePlace, list[Attempt]] = {}
        for one in attempts:
            if challenge in (None, one.place.challenge_id):
                by_place.setdefault(one.place, []).append(one)
        if not by_place:
            await interaction.edit_original_response(content=self._say(locale, "practice-history-empty"))
            return
        titles = {one.place: one.title for one, _ in await self._practice.challenges(key, locale)}
        lines = [self._say(locale, "practice-history")]
        lines += [
            self._lines.history(titles.get(place, place.challenge_id), its, locale)
            for place, its in list(by_place.items())[:15]
        ]
        await interaction.edit_original_response(content=joined("\n", lines))

    @app_commands.command(name="check")
    async def check(
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, _LONGEST_CHECKED] | None = None,
    ) -> None:
        """Takes a prompt apart, without a model."""
        if prompt is None:
            await interaction.response.send_modal(
                self._make.modal(
                    Locale.from_discord(interaction.locale.value),
                    "practice-check-title",
                    "practice.checked",
                    fields=[prompt_field(_LONGEST_CHECKED, None)],
                )
            )
            return
        await self._client.acknowledgements.defer(interaction, First.PRIVATE)
        await self._check(interaction, prompt)

    @app_commands.command(name="board")
    @acknowledged()
    async def board(self, interaction: discord.Interaction, challenge: str | None = None) -> None:
        """The best of who joined."""
        if interaction.guild_id is None:
            raise ServersOnly
        await self._show_board(interaction, challenge)

    @start.autocomplete("challenge")
    @history.autocomplete("challenge")
    @board.autocomplete("challenge")
    async def challenge_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Challenges by what was typed."""
        locale = Locale.from_discord(interaction.locale.value)
        technique = getattr(interaction.namespace, "technique", None) or None
        found = await self._practice.challenges(key_of(interaction), locale, technique)
        return choices([(entry.title, entry.place.challenge_id) for entry, _ in found], typed)

    @list_.autocomplete("technique")
    @start.autocomplete("technique")
    async def technique_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Techniques that have a challenge here."""
        locale = Locale.from_discord(interaction.locale.value)
        found = await self._practice.challenges(key_of(interaction), locale)
        there = dict.fromkeys(entry.technique for entry, _ in found)
        name = self._practice.bank.technique_name
        return choices([(name(one, locale), one) for one in there], typed)

    @acknowledged()
    async def check_message(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Takes a message apart as a prompt."""
        if not message.content.strip():
            raise NothingToCheck
        try:
            await self._check(interaction, message.content)
        except InDistress:
            if message.author.id == interaction.user.id:
                raise
            locale = await self._client.languages.private(interaction)
            await interaction.edit_original_response(content=self._say(locale, "ask-reported-crisis"))

    # Buttons

    @route("practice.next")
    @acknowledged(First.UPDATE)
    async def next(self, interaction: discord.Interaction) -> None:
        """The next challenge."""
        locale, key = await self._client.languages.private(interaction), key_of(interaction)
        place = await self._practice.next_place(key, locale, None)
        await self._show(interaction, await self._practice.open(key, locale, place), locale)

    @route("practice.technique")
    @acknowledged()
    async def by_technique(self, interaction: discord.Interaction, technique: str) -> None:
        """A challenge for what a concept card tells of."""
        locale, key = await self._client.languages.private(interaction), key_of(interaction)
        place = await self._practice.next_place(key, locale, technique)
        await self._show(interaction, await self._practice.open(key, locale, place), locale)

    @route("practice.write")
    async def write(self, interaction: discord.Interaction, bank_id: int, challenge_id: str) -> None:
        """Opens the form for a prompt."""
        key, locale = key_of(interaction), Locale.from_discord(interaction.locale.value)
        place = ChallengePlace(bank_id, challenge_id)
        if (asked := await self._agreement_first(key, locale)) is not None:
            await interaction.response.send_message(asked[0], view=asked[1], ephemeral=True)
            return
        sheet = await self._practice.open(key, locale, place)
        last = await self._practice.last_prompt(key, place)
        field = prompt_field(sheet.challenge.budget.characters, sheet.progress.draft or last)
        await interaction.response.send_modal(
            self._make.modal(
                locale, "practice-form-title", "practice.written", bank_id, challenge_id, fields=[field]
            )
        )

    @route("practice.written")
    @acknowledged(First.UPDATE)
    async def written(self, interaction: discord.Interaction, bank_id: int, challenge_id: str) -> None:
        """Runs the prompt from the form."""
        locale = await self._client.languages.private(interaction)
        key, place = key_of(interaction), ChallengePlace(bank_id, challenge_id)
        if (
            asked := await self._agreement_first(key, locale)
        ) is not None:  # taken back since the form opened
            await interaction.followup.send(asked[0], view=asked[1], ephemeral=True)
            return
        challenge = (await self._practice.open(key, locale, place)).challenge
        taken = await self._taking.to_run(key, locale, submitted(interaction).text(PROMPT), challenge)
        if taken.said:
            await interaction.followup.send(taken.said, ephemeral=True)
        if taken.text is not None:
            sheet = await self._practice.submit(key, locale, place, taken.text)
            await self._follow(interaction, sheet, locale)

    @route("practice.pick")
    async def pick(self, interaction: discord.Interaction, bank_id: int, challenge_id: str) -> None:
        """Opens the form of a challenge that needs no model."""
        locale = Locale.from_discord(interaction.locale.value)
        sheet = await self._practice.open(key_of(interaction), locale, ChallengePlace(bank_id, challenge_id))
        fields = picking_fields(sheet, self._services.guard)
        await interaction.response.send_modal(
            self._make.modal(
                locale, "practice-form-answer", "practice.picked", bank_id, challenge_id, fields=fields
            )
        )

    @route("practice.picked")
    @acknowledged(First.UPDATE)
    async def picked(self, interaction: discord.Interaction, bank_id: int, challenge_id: str) -> None:
        """Marks what was chosen."""
        locale = await self._client.languages.private(interaction)
        key, place = key_of(interaction), ChallengePlace(bank_id, challenge_id)
        picked = picked_from(
            submitted(interaction), (await self._practice.open(key, locale, place)).challenge
        )
        await self._show(interaction, await self._practice.answer(key, locale, place, picked), locale)

    @route("practice.see")
    @acknowledged(First.UPDATE)
    async def see(self, interaction: discord.Interaction, attempt: str) -> None:
        """An attempt as it stands; follows it while it runs."""
        locale = await self._client.languages.private(interaction)
        await self._follow(
            interaction, await self._practice.see(key_of(interaction), locale, attempt), locale
        )

    @route("practice.cancel")
    @acknowledged(First.UPDATE)
    async def cancel(self, interaction: discord.Interaction, attempt: str) -> None:
        """Stops a run."""
        locale = await self._client.languages.private(interaction)
        await self._show(
            interaction, await self._practice.cancel(key_of(interaction), locale, attempt), locale
        )

    @route("practice.hint")
    @acknowledged(First.UPDATE)
    async def hint(self, interaction: discord.Interaction, bank_id: int, challenge_id: str) -> None:
        """The next hint."""
        locale = await self._client.languages.private(interaction)
        sheet = await self._practice.hint(key_of(interaction), locale, ChallengePlace(bank_id, challenge_id))
        await self._show(interaction, sheet, locale)

    @route("practice.give_up")
    @acknowledged(First.UPDATE)
    async def give_up(self, interaction: discord.Interaction, bank_id: int, challenge_id: str) -> None:
        """Opens the solution."""
        locale = await self._client.languages.private(interaction)
        place = ChallengePlace(bank_id, challenge_id)
        await self._show(
            interaction, await self._practice.give_up(key_of(interaction), locale, place), locale
        )

    @route("practice.checked")
    @acknowledged()
    async def checked(self, interaction: discord.Interaction) -> None:
        """Takes the prompt from the form apart."""
        await self._check(interaction, submitted(interaction).text(PROMPT))

    async def _agreement_first(self, key: LearnerKey, locale: Locale) -> tuple[Released, ui.View] | None:
        """What to ask who has not agreed, where a model would see their prompt; None where nothing needs asking."""
        learner = await self._services.learners.get(key)
        if not self._practice.has_model or learner.has_agreed:
            return None
        view = self._agreement.view(locale, learner.level, Occasion.NEW)
        return self._agreement.text(locale, Occasion.NEW), view  # type: ignore[return-value]  # a classic view

    # Showing

    async def _follow(self, interaction: discord.Interaction, sheet: Sheet, locale: Locale) -> None:
        """Show a run until it is over, or for as long as the message can be edited; the button goes on from there."""
        clock = self._services.clock
        until = clock.monotonic() + _WATCH
        attempt = sheet.attempt
        while attempt is not None and not attempt.is_over and clock.monotonic() < until:
            await self._show(interaction, sheet, locale)
            await clock.sleep(_PACE)
            await self._practice.news(attempt.id, until - clock.monotonic())
            if self._practice.closing:
                return
            sheet = await self._practice.see(attempt.key, locale, attempt.id)
            attempt = sheet.attempt
        await self._show(interaction, sheet, locale)

    async def _show(self, interaction: discord.Interaction, sheet: Sheet, locale: Locale) -> None:
        if sheet.attempt is None:
            embed, view = self._cards.card(sheet, locale, has_model=self._practice.has_model)
        elif sheet.attempt.is_over:
            why = await self._taking.paused_because(sheet.attempt)
            embed, view = self._cards.result(sheet, locale, paused_because=why)
        else:
            embed, view = self._cards.running(sheet, locale)
        await interaction.edit_original_response(content=None, embed=embed, view=view)

    async def _check(self, interaction: discord.Interaction, prompt: str) -> None:
        locale = await self._client.languages.private(interaction)
        taken = await self._taking.to_look_at(key_of(interaction), locale, prompt)
        if taken.text is None:
            await interaction.edit_original_response(content=taken.said)
            return
        embed = self._cards.structure(taken.text, locale, taken.said)
        await interaction.edit_original_response(embed=embed)


async def setup(client: Face) -> None:
    """Called by the client when it finds this package."""
    await client.add_cog(PracticeCog(client))
