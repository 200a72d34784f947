"""/ask and everything that can be done with an answer."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.places import PrivatePlace
from bot.discord_io.router import route
from bot.discord_io.split import split_message
from bot.discord_io.submitted import submitted
from bot.discord_io.turns import as_shown
from bot.learners.values import DIRECT_MESSAGES
from bot.reports.feedback import REASON_LENGTH, Thumb
from bot.reports.review import REMARK_LENGTH
from bot.safety import InDistress
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from bot.tutor.values import Mode, Style

_LONGEST_QUESTION = 1500


class QuestionGone(PersonError):
    """The question of an interrupted turn is no longer kept."""

    key = "ask-gone"


class UnknownLesson(PersonError):
    """The learner named a lesson that does not exist here."""

    key = "ask-lesson-unknown"


class AskCog(commands.Cog):
    """Questions and answers."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services

    @app_commands.command(name="ask")
    @app_commands.choices(mode=[app_commands.Choice(name=mode.value, value=mode.value) for mode in Mode])
    @acknowledged()
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, _LONGEST_QUESTION],
        mode: str = Mode.EXPLAIN.value,
        lesson: str | None = None,
        share: bool = False,
        thread: bool = False,
    ) -> None:
        """Answers a question from the lessons."""
        if lesson is not None:
            await self._known_lesson(interaction, lesson)
        await self._client.desk.conversation.ask(
            interaction, question, lesson_id=lesson, mode=Mode(mode), shared=share, in_thread=thread
        )

    @ask.autocomplete("lesson")
    async def lesson_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Lessons of this server by what was typed."""
        return await self._client.desk.lesson_choices(interaction, typed)

    @route("ask.style")
    @acknowledged()
    async def style(self, interaction: discord.Interaction, turn_id: str, style: str) -> None:
        """The same question, answered in another way."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        await self._client.desk.conversation.ask(
            interaction,
            turn.question,
            lesson_id=str(turn.trace.get("lesson_id") or "") or None,
            style=Style(style),
        )

    @route("ask.stop")
    @acknowledged(First.UPDATE)
    async def stop(self, interaction: discord.Interaction, turn_id: str) -> None:
        """Ends an answer that is being written; what is there stays."""
        self._client.desk.turns.stop_writing(turn_id, interaction.user.id)

    @route("ask.continue")
    async def ask_on(self, interaction: discord.Interaction, turn_id: str) -> None:
        """Asks for the next question of the conversation."""
        await interaction.response.send_modal(
            self._client.components.modal(
                Locale.from_discord(interaction.locale.value),
                "ask-continue-title",
                "ask.continued",
                turn_id,
                fields=[TextField("question", "reading-ask-field", long=True, longest=_LONGEST_QUESTION)],
            )
        )

    @route("ask.continued")
    @acknowledged()
    async def asked_on(self, interaction: discord.Interaction, turn_id: str) -> None:
        """Answers the next question, where the last answer stands."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        await self._client.desk.conversation.ask(
            interaction,
            submitted(interaction).text("question"),
            lesson_id=str(turn.trace.get("lesson_id") or "") or None,
            mode=Mode(str(turn.trace.get("mode") or Mode.EXPLAIN)),
            shared=turn.shared and turn.key == key_of(interaction),
        )

    @route("ask.again")
    @acknowledged()
    async def again(self, interaction: discord.Interaction, turn_id: str) -> None:
        """A question whose answer was cut short."""
        asked = await self._services.open_turns.take_interrupted(turn_id, key_of(interaction))
        if asked is None:
            raise QuestionGone
        await self._client.desk.conversation.ask(
            interaction,
            asked.question,
            lesson_id=asked.lesson_id,
            style=Style(asked.style),
            mode=Mode(asked.mode),
            shared=asked.shared,
        )

    @route("ask.rest")
    @acknowledged()
    async def rest(self, interaction: discord.Interaction, turn_id: str, part: int) -> None:
        """What of an answer may not have arrived before a restart."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        place = PrivatePlace.of(interaction)
        for number, piece in enumerate(split_message(as_shown(turn, self._services.guard))[part:]):
            await place.send(number, piece, None, ())

    @route("ask.more")
    @acknowledged()
    async def more(self, interaction: discord.Interaction, turn_id: str) -> None:
        """What else can be done with an answer."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        locale = await self._client.languages.private(interaction)
        button = self._client.components.button
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "ask-more"),
            view=self._client.components.view(
                button(locale, "ask-button-example", "ask.style", turn.id, Style.EXAMPLE.value),
                button(locale, "ask-button-why", "ask.why", turn.id),
                button(locale, "ask-button-up", "ask.rate", turn.id, Thumb.UP.value),
                button(locale, "ask-button-down", "ask.rate", turn.id, Thumb.DOWN.value),
                button(locale, "ask-button-report", "ask.report", turn.id),
            ),
        )

    @route("ask.why")
    @acknowledged()
    async def why(self, interaction: discord.Interaction, turn_id: str) -> None:
        """How an answer came about."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        locale = await self._client.languages.private(interaction)
        own = turn.key == key_of(interaction)
        await interaction.edit_original_response(
            content=self._client.desk.explanation.of(locale, turn, own=own)
        )

    @route("ask.rate")
    @acknowledged()
    async def rate(self, interaction: discord.Interaction, turn_id: str, thumb: str) -> None:
        """A thumb up or down; a reason may follow."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        await self._services.feedback.rate(key_of(interaction), turn.id, Thumb(thumb))
        locale = await self._client.languages.private(interaction)
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, f"ask-rated-{Thumb(thumb)}"),
            view=self._client.components.view(
                self._client.components.button(locale, "ask-button-reason", "ask.reason", turn.id, thumb)
            ),
        )

    @route("ask.reason")
    async def reason(self, interaction: discord.Interaction, turn_id: str, thumb: str) -> None:
        """Asks why."""
        await interaction.response.send_modal(
            self._client.components.modal(
                Locale.from_discord(interaction.locale.value),
                "ask-reason-title",
                "ask.reasoned",
                turn_id,
                thumb,
                fields=[TextField("reason", "ask-reason-field", long=True, longest=REASON_LENGTH)],
            )
        )

    @route("ask.reasoned")
    @acknowledged()
    async def reasoned(self, interaction: discord.Interaction, turn_id: str, thumb: str) -> None:
        """Keeps the reason with the thumb."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        locale = await self._client.languages.private(interaction)
        reason = submitted(interaction).text("reason")
        taken = await self._client.desk.remarks.take(key_of(interaction).server_id, locale, reason)
        if taken.kept:
            await self._services.feedback.rate(key_of(interaction), turn.id, Thumb(thumb), taken.text)
        said = self._services.texts.say(locale, "ask-reasoned") if taken.kept else Released("")
        await interaction.edit_original_response(content=joined("\n\n", filter(None, [said, taken.note])))

    @route("ask.report")
    async def report(self, interaction: discord.Interaction, turn_id: str) -> None:
        """Asks what is wrong with an answer."""
        locale = Locale.from_discord(interaction.locale.value)
        await interaction.response.send_modal(
            self._client.components.modal(
                locale,
                "ask-report-title",
                "ask.reported",
                turn_id,
                fields=[
                    TextField(
                        "remark",
                        "ask-report-field",
                        help_key="ask-report-help",
                        long=True,
                        required=False,
                        longest=REMARK_LENGTH,
                    )
                ],
            )
        )

    @route("ask.reported")
    @acknowledged()
    async def reported(self, interaction: discord.Interaction, turn_id: str) -> None:
        """Puts the answer before the moderators."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        locale = await self._client.languages.private(interaction)
        remark = submitted(interaction).text("remark")
        try:
            taken = await self._client.desk.remarks.take(key_of(interaction).server_id, locale, remark)
        except InDistress:  # an answer that may have done harm is looked at; their words are nobody's
            await self._services.review.report_turn(key_of(interaction), turn, "")
            said = self._services.texts.say(locale, "ask-reported-without-words")
            await interaction.edit_original_response(content=said)
            raise
        reported, _ = await self._services.review.report_turn(key_of(interaction), turn, taken.text)
        await self._client.desk.remarks.thank(interaction, locale, reported, taken.note)

    async def _known_lesson(self, interaction: discord.Interaction, lesson_id: str) -> None:
        """Raises `UnknownLesson` unless learners of this server can read the lesson."""
        server_id = interaction.guild_id or DIRECT_MESSAGES
        if await self._services.library.lesson(server_id, lesson_id, Locale.EN) is None:
            raise UnknownLesson(lesson=self._services.guard.quote(lesson_id))


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(AskCog(client))
