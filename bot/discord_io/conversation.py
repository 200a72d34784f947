"""A learner's question on its way into a turn: agreement first, then the answer.

Every road that leads to a model call (command, button, modal) comes through here.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import discord

from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.agreement import AgreementCard, Occasion
from bot.discord_io.components import Components, View
from bot.discord_io.crisis import CrisisContact
from bot.discord_io.failures import NETWORK_FAILURES
from bot.discord_io.locale import Languages
from bot.discord_io.people import key_of
from bot.discord_io.speaking import Hearing, require_learner, require_public_place
from bot.discord_io.turns import Turns
from bot.ids import Ids
from bot.learners.learners import Learners
from bot.learners.values import DIRECT_MESSAGES, HeldQuestion, LearnerKey, Level
from bot.safety import Action, Guard, InDistress
from bot.servers.filters import ServerFilters
from bot.servers.settings import ServerSettings
from bot.texts.catalogue import Texts, plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released
from bot.texts.language import language_of
from bot.texts.locales import Locale
from bot.tutor.smalltalk import Smalltalk, smalltalk_in
from bot.tutor.values import Ask, Mode, Style

_THREAD_NAME = 90
"""Characters of a question that name its thread; Discord takes 100."""


class NoQuestion(PersonError):
    """The learner sent a question without a word in it."""

    key = "ask-question-empty"


class OnlyTalk(PersonError):
    """The learner said something that asks nothing of the lessons."""


class OnlyGreeting(OnlyTalk):
    """The learner said hello."""

    key = "ask-hello"


class OnlyThanks(OnlyTalk):
    """The learner said thank you, or nodded."""

    key = "ask-thanked"


class AboutTutor(OnlyTalk):
    """The learner asked who the tutor is, or what it can do."""

    key = "ask-about-me"


_TALK: Mapping[Smalltalk, type[OnlyTalk]] = {
    Smalltalk.HELLO: OnlyGreeting,
    Smalltalk.THANKS: OnlyThanks,
    Smalltalk.ABOUT_TUTOR: AboutTutor,
}


class NoThreadHere(PersonError):
    """A thread was wanted where none can be opened: in a direct message, or within a thread."""

    key = "ask-no-thread-here"


class Conversation:
    """Turns questions into turns."""

    def __init__(
        self,
        *,
        learners: Learners,
        languages: Languages,
        agreement: AgreementCard,
        turns: Turns,
        filters: ServerFilters,
        settings: ServerSettings,
        guard: Guard,
        texts: Texts,
        components: Components,
        acknowledgements: Acknowledgements,
        crisis: CrisisContact,
        ids: Ids,
    ) -> None:
        self._learners = learners
        self._languages = languages
        self.agreement = agreement
        self.turns = turns
        self._filters = filters
        self._settings = settings
        self._hearing = Hearing(settings, texts)
        self._guard = guard
        self._texts = texts
        self._components = components
        self._acknowledgements = acknowledgements
        self._crisis = crisis
        self._ids = ids

    async def ask(
        self,
        interaction: discord.Interaction,
        question: str,
        *,
        lesson_id: str | None = None,
        style: Style = Style.PLAIN,
        mode: Mode = Mode.EXPLAIN,
        shared: bool = False,
        in_thread: bool = False,
    ) -> None:
        """Answer a question in reply to a privately deferred interaction, or ask for the agreement first.

        Somebody in a crisis is answered at once, agreement or not, and nothing is kept of it. Raises `InDistress`,
        `NoQuestion`, `OnlyTalk`, `NotALearner`, `NotHere`, `OnlyThere`.
        """
        _require_question(question)
        await self._acknowledgements.settled()
        key = key_of(interaction)
        policy = await self._filters.policy(key.server_id)
        verdict = self._guard.check_input(question, policy)
        if verdict.action is Action.SUPPORT:
            raise InDistress(verdict)
        learner = await self._learners.get(key)  # read once: it holds the chosen language too
        locale = learner.locale or Locale.from_discord(interaction.locale.value)
        await require_learner(interaction)
        if shared or in_thread:
            await require_public_place(interaction)
        if not learner.has_agreed:
            held = HeldQuestion(verdict.text, lesson_id, shared, style.value, mode.value, in_thread)
            await self._learners.hold_question(key, held)
            await interaction.edit_original_response(
                content=self.agreement.text(locale, Occasion.WAITING),
                view=self.agreement.view(locale, learner.level, Occasion.WAITING),
            )
            return
        ask = Ask(
            turn_id=self._ids.new(),
            key=key,
            conversation_id=interaction.channel_id or 0,
            question=question,
            clean_question="" if learner.paused else verdict.text,
            locale=locale,
            level=learner.level,
            goal=learner.goal,
            lesson_id=lesson_id,
            style=style,
            mode=mode,
            paused=learner.paused,
            shared=shared,
            policy=policy,
            verdict=verdict,
            public_locale=await self._languages.public(interaction) if interaction.guild_id else locale,
        )
        if in_thread and verdict.goes_on:
            await self._ask_in_thread(interaction, ask, self._guard.quote(verdict.text))
        else:
            await self.turns.run(interaction, ask)

    async def _ask_in_thread(self, interaction: discord.Interaction, ask: Ask, title: Released) -> None:
        """Open a thread for a conversation of its own. Raises `NoThreadHere`."""
        channel = interaction.channel
        if not isinstance(channel, discord.TextChannel):
            raise NoThreadHere
        here = await self._settings.get(ask.key.server_id)
        thread = await channel.create_thread(
            name=" ".join(title.split())[:_THREAD_NAME],
            type=discord.ChannelType.public_thread,
            auto_archive_duration=cast(Any, here.thread_minutes),
        )
        self._acknowledgements.owed.paid(interaction.id)
        reads = interaction.client.intents.message_content
        opened = self._texts.say(
            ask.locale,
            "ask-thread-opened-reading" if reads else "ask-thread-opened",
            thread=plain(thread.mention),
        )
        await interaction.edit_original_response(content=opened)
        in_thread = replace(ask, conversation_id=thread.id, shared=True)
        await self.turns.run_in_thread(interaction, thread, in_thread)

    async def ask_by_message(self, message: discord.Message, question: str, application_id: int) -> None:
        """Answer a message that was written to the tutor: in a channel for all to see, so without anybody's memory.

        What is for the learner alone (support, the agreement) goes by direct message or behind a neutral button.
        Raises `NoQuestion`, `OnlyTalk`.
        """
        _require_question(question)
        await self._acknowledgements.settled()
        key = LearnerKey(message.guild.id if message.guild else DIRECT_MESSAGES, message.author.id)
        around = await self._languages.of_message(message)
        policy = await self._filters.policy(key.server_id)
        verdict = self._guard.check_input(question, policy)
        if verdict.action is Action.SUPPORT:
            await self._support(message, language_of(question, preferred=around), around)
            return
        if (refusal := await self._hearing.may_answer(message)) is not None:
            said = self._texts.say(around, refusal.key, **refusal.values)
            await self._hearing.decline(message, said)
            return
        learner = await self._learners.get(key)
        in_channel = message.guild is not None
        if not learner.has_agreed:
            await self._learners.hold_question(key, HeldQuestion(verdict.text, None, in_channel))
            await self._ask_for_agreement(message, around, learner.level)
            return
        await _show_typing(message)
        await self.turns.run_for_message(
            message,
            application_id,
            Ask(
                turn_id=self._ids.new(),
                key=key,
                conversation_id=message.channel.id,
                question=question,
                clean_question="" if learner.paused else verdict.text,
                locale=learner.locale or around,
                level=learner.level,
                goal=learner.goal,
                paused=learner.paused,
                shared=in_channel,
                policy=policy,
                verdict=verdict,
                public_locale=around,
            ),
        )

    async def _support(self, message: discord.Message, language: Locale, around: Locale) -> None:
        """Support for somebody in a crisis, seen by nobody else."""
        said, offer = await self._crisis.support(message.guild, language)
        try:
            await message.author.send(said, view=cast(Any, offer or discord.utils.MISSING))
        except discord.Forbidden:
            button = self._components.button(around, "ask-button-open", "listen.support", language.value)
            await _reply(message, self._texts.say(around, "ask-for-you-alone"), self._components.view(button))

    async def _ask_for_agreement(self, message: discord.Message, around: Locale, level: Level) -> None:
        if message.guild is None:
            text = self.agreement.text(around, Occasion.WAITING)
            await _reply(message, text, self.agreement.view(around, level, Occasion.WAITING))
            return
        button = self._components.button(around, "ask-button-open", "start.open", message.author.id)
        await _reply(message, self._texts.say(around, "start-open"), self._components.view(button))


def is_question(text: str) -> bool:
    """Whether a text says something that wants an answer, and not only hello or thanks."""
    said = smalltalk_in(text)
    return any(character.isalnum() for character in text) and said in (None, Smalltalk.ABOUT_TUTOR)


def _require_question(text: str) -> None:
    """Raises `NoQuestion` or `OnlyTalk` for what the lessons have no answer to."""
    if not any(character.isalnum() for character in text):
        raise NoQuestion
    if said := smalltalk_in(text):
        raise _TALK[said]


async def _reply(message: discord.Message, text: Released, view: View) -> None:
    await message.reply(
        text,
        view=cast(discord.ui.View, view),
        mention_author=False,
        allowed_mentions=discord.AllowedMentions.none(),
    )


async def _show_typing(message: discord.Message) -> None:
    """The person sees at once that an answer is on its way; nothing is lost where this fails."""
    try:
        await message.channel.typing()
    except NETWORK_FAILURES:
        pass
