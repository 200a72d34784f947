"""/teach challenge: the server's own practice challenges, written as YAML in a form or a file."""

import io

import discord
from discord import app_commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.attachments import read_files
from bot.discord_io.components import TextField
from bot.discord_io.face import Face
from bot.discord_io.moderators import Power, moderates, only, require_moderator
from bot.discord_io.router import route
from bot.discord_io.submitted import submitted
from bot.practice.authoring import LARGEST, ChallengeAuthoring, Kept, Mistaken, Trial, too_long
from bot.practice.mistakes import Mistake
from bot.safety import InDistress, Purpose, in_words
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from bot.texts.told import told_in
from cogs.teach.challenge_form import empty_form
from cogs.teach.part import Part

_BOX = 4000
_ROOM, _LONGEST_TOLD = 1900, 150
"""Characters of a message that mistakes may fill, and of what stood in a text that one of them shows."""
_CHOICES, _CHOICE_LENGTH = 25, 100


class ChallengePart(Part):
    """Challenges."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._authoring: ChallengeAuthoring = client.services.challenges

    @app_commands.command(name="new")
    async def new(self, interaction: discord.Interaction, file: discord.Attachment | None = None) -> None:
        """Takes in a file, or opens a form with an example."""
        if file is None:
            locale = Locale.from_discord(interaction.locale.value)
            await self._open(interaction, empty_form(self._services.texts, locale))
            return
        await self._client.acknowledgements.defer(interaction, First.PRIVATE)
        await self._take_file(interaction, file)

    @app_commands.command(name="edit")
    async def edit(
        self, interaction: discord.Interaction, challenge: str, file: discord.Attachment | None = None
    ) -> None:
        """Takes in a new version, or opens a form with the newest one."""
        if file is not None:
            await self._client.acknowledgements.defer(interaction, First.PRIVATE)
            await self._take_file(interaction, file)
            return
        text = await self._authoring.text(await require_moderator(interaction, Power.WRITE), challenge)
        if len(text) <= _BOX:
            await self._open(interaction, text)
            return
        locale = Locale.from_discord(interaction.locale.value)
        await interaction.response.send_message(
            self._say(locale, "teach-challenge-too-long"),
            file=discord.File(io.BytesIO(text.encode()), filename=f"{challenge}.yaml"),
            ephemeral=True,
        )

    @app_commands.command(name="test")
    @acknowledged()
    async def test(self, interaction: discord.Interaction, challenge: str) -> None:
        """Runs the reference and the bad prompt, and demands that they part."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        trial = await self._authoring.trial(server_id, interaction.user.id, challenge, locale)
        await interaction.edit_original_response(content=self._trial(trial, locale))

    @app_commands.command(name="publish")
    @acknowledged()
    async def publish(self, interaction: discord.Interaction, challenge: str) -> None:
        """Lets learners see the newest version."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        title = await self._authoring.publish(server_id, challenge, locale, self._by(interaction))
        await interaction.edit_original_response(
            content=self._say(locale, "teach-challenge-published", title=self._quoted(title))
        )

    @app_commands.command(name="retire")
    @acknowledged()
    async def retire(self, interaction: discord.Interaction, challenge: str) -> None:
        """Takes a challenge out of sight."""
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        await self._authoring.retire(server_id, challenge, self._by(interaction))
        await interaction.edit_original_response(content=self._say(locale, "teach-challenge-retired"))

    @edit.autocomplete("challenge")
    @test.autocomplete("challenge")
    @publish.autocomplete("challenge")
    @retire.autocomplete("challenge")
    async def challenge_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The server's own challenges; drafts have names, so for moderators alone."""
        if interaction.guild_id is None or not await moderates(interaction, Power.WRITE):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(
                name=self._say(
                    locale,
                    f"teach-challenge-choice-{entry.state}",
                    title=self._quoted(entry.title),
                )[:_CHOICE_LENGTH],
                value=entry.place.challenge_id,
            )
            for entry in await self._authoring.all(interaction.guild_id, locale)
            if wanted in entry.title.casefold() or wanted in entry.place.challenge_id
        ][:_CHOICES]

    @route("teach.challenge")
    @acknowledged()
    @only(Power.WRITE)
    async def written(self, interaction: discord.Interaction) -> None:
        """A text came with the form."""
        await self._take(interaction, submitted(interaction).text("text"))

    async def _open(self, interaction: discord.Interaction, text: str) -> None:
        await require_moderator(interaction, Power.WRITE)
        field = TextField(
            "text",
            "teach-challenge-field",
            long=True,
            longest=_BOX,
            value=text,
            help_key="teach-challenge-help",
        )
        await interaction.response.send_modal(
            self._client.components.modal(
                Locale.from_discord(interaction.locale.value),
                "teach-challenge-form",
                "teach.challenge",
                fields=[field],
            )
        )

    async def _take_file(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        await require_moderator(interaction, Power.WRITE)
        (upload,) = await read_files(
            [file], most=LARGEST * 4, guard=self._services.server_guard, server_id=interaction.guild_id or 0
        )
        await self._take(interaction, upload.content.decode("utf-8-sig", "replace"))

    async def _take(self, interaction: discord.Interaction, text: str) -> None:
        server_id = await require_moderator(interaction, Power.WRITE)
        locale = await self._client.languages.private(interaction)
        if mistaken := too_long(text):  # before the filters, which would read all of it
            await interaction.edit_original_response(content=self._mistakes(mistaken, locale))
            return
        try:
            verdict = await self._services.server_guard.check(server_id, text, Purpose.EXERCISE)
        except InDistress:  # who gets support keeps their work
            await interaction.edit_original_response(attachments=[_file(text)])
            raise
        if not verdict.goes_on:
            await interaction.edit_original_response(
                content=in_words(self._services.texts, locale, verdict), attachments=[_file(text)]
            )
            return
        kept = await self._authoring.keep(server_id, interaction.user.id, text)
        if isinstance(kept, Mistaken):
            await interaction.edit_original_response(
                content=self._mistakes(kept, locale), attachments=[_file(text)]
            )
            return
        await interaction.edit_original_response(content=self._kept(kept, locale))

    def _kept(self, kept: Kept, locale: Locale) -> Released:
        return self._say(locale, "teach-challenge-kept", title=self._quoted(kept.title), version=kept.version)

    def _mistakes(self, mistaken: Mistaken, locale: Locale) -> Released:
        lines = [self._say(locale, "teach-challenge-mistaken")]
        for line, what in mistaken.mistakes:
            said = self._say(locale, "teach-challenge-mistake", line=line, what=self._told(locale, what))
            if sum(map(len, lines)) + len(lines) + len(said) <= _ROOM:
                lines.append(said)
        return joined("\n", lines)

    def _told(self, locale: Locale, what: Mistake) -> Released:
        return told_in(locale, what, self._services.texts, lambda words: self._quoted(words[:_LONGEST_TOLD]))

    def _trial(self, trial: Trial, locale: Locale) -> Released:
        say = self._say
        lines = [
            say(
                locale,
                "teach-challenge-parts" if trial.parts else "teach-challenge-parts-not",
                title=self._quoted(trial.challenge.title),
            )
        ]
        if trial.reference is not None and trial.bad is not None:
            lines.append(
                say(
                    locale,
                    "teach-challenge-scores",
                    reference=round(trial.reference.share * 100),
                    bad=round(trial.bad.share * 100),
                    threshold=round(trial.challenge.threshold * 100),
                )
            )
            if trial.model is None:
                lines.append(say(locale, "teach-challenge-by-recorded"))
            else:
                lines.append(say(locale, "teach-challenge-by-model", model=plain(trial.model)))
        lines += [joined(" ", [plain("–"), self._told(locale, fault)]) for fault in trial.faults]
        for case_id, (failed, of_all) in sorted(
            trial.failing.items(), key=lambda one: one[1][0] / one[1][1], reverse=True
        )[:5]:
            if failed:
                lines.append(
                    say(
                        locale,
                        "teach-challenge-failing",
                        case=self._quoted(case_id),
                        failed=failed,
                        all=of_all,
                    )
                )
        return joined("\n", lines)


def _file(text: str) -> discord.File:
    """What was written, so that nobody's words are lost."""
    return discord.File(io.BytesIO(text.encode()), filename="challenge.yaml")
