"""/explain concept: the course's card about a concept, at three levels, alone or beside another's."""

from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import Option, TextField
from bot.discord_io.exhibits import Exhibit, Refused, embed
from bot.discord_io.face import Face
from bot.discord_io.found_lessons import FoundLessons
from bot.discord_io.people import key_of
from bot.discord_io.router import OldButton, route
from bot.discord_io.submitted import chosen, submitted
from bot.explain.concepts import Explained
from bot.explain.looking_up import NotKnown
from bot.learners.values import DIRECT_MESSAGES, Level
from bot.safety import in_words
from bot.texts.errors import PersonError
from bot.texts.locales import Locale
from cogs.explain.concept_card import ConceptCards
from cogs.explain.part import PRIVATE, UPDATE, Part, from_route, level_from

_LONGEST_TYPED = 200
_LONGEST_QUESTION = 1000
_LABEL = 100
_LEVELS = [app_commands.Choice(name=level.value, value=level.value) for level in Level]


class ComparedToUnknown(PersonError):
    """The course has no card of what was to stand beside the concept."""

    key = "explain-compare-unknown"


class ConceptPart(Part):
    """Concept cards."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._cards = ConceptCards(client.services.texts, client.components, client.services.guard)
        self._found = FoundLessons(client.services.texts, client.components, client.services.guard)

    @app_commands.command(name="concept")
    @app_commands.choices(level=_LEVELS)
    @acknowledged()
    async def concept(
        self,
        interaction: discord.Interaction,
        concept: app_commands.Range[str, 1, _LONGEST_TYPED],
        level: str | None = None,
        compare_to: app_commands.Range[str, 1, _LONGEST_TYPED] | None = None,
        share: bool = False,
    ) -> None:
        """Explains a concept from the course's cards; no model is asked."""
        learner, locale = await self._learner(interaction)
        pitch = level_from(level, learner.level)
        in_public = share and interaction.guild_id is not None
        language = await self._client.languages.public(interaction) if in_public else locale
        try:
            typed = await self._take(learner.key, locale, concept)
            other = await self._take(learner.key, locale, compare_to) if compare_to is not None else None
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        server_id = key_of(interaction).server_id
        shown = await self._explaining.lookup.look_up(typed.text, server_id=server_id, locale=language)
        if isinstance(shown, NotKnown):
            await self._show_unknown(interaction, locale, typed.text, shown)
            return
        if other is not None:
            beside = await self._explaining.lookup.look_up(other.text, server_id=server_id, locale=language)
            if isinstance(beside, NotKnown):
                raise ComparedToUnknown(words=self._quoted(other.text))
            if beside.concept.id != shown.concept.id:
                await self._show_pair(interaction, language, shown, beside, pitch, in_public=in_public)
                return
        if in_public:
            await self._share(interaction, locale, language, shown, pitch)
        else:
            await self._show(interaction, language, shown, pitch)

    @concept.autocomplete("concept")
    async def concept_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Concepts by what was typed, in the language of the person's Discord."""
        return await self._choices(interaction, typed)

    @concept.autocomplete("compare_to")
    async def other_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The same for the concept beside it."""
        return await self._choices(interaction, typed)

    async def _choices(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        locale = Locale.from_discord(interaction.locale.value)
        found = await self._explaining.book.autocomplete(typed, locale)
        return [app_commands.Choice(name=name[:_LABEL], value=concept_id) for concept_id, name in found]

    # What a card's buttons do: in a private card they change it, in a shared one everybody gets their own

    @route("explain.card")
    @acknowledged(UPDATE)
    async def card_again(self, interaction: discord.Interaction, concept: str, level: str) -> None:
        """The card at another level, in its place."""
        await self._open(interaction, from_route(concept), level)

    @route("explain.own")
    @acknowledged(PRIVATE)
    async def card_of_ones_own(self, interaction: discord.Interaction, concept: str, level: str) -> None:
        """The card at another level, for whoever pressed."""
        await self._open(interaction, from_route(concept), level)

    @route("explain.next")
    @acknowledged(UPDATE)
    async def next_chosen(self, interaction: discord.Interaction, level: str) -> None:
        """The concept to read next, in the card's place."""
        await self._open(interaction, chosen(interaction)[0], level)

    @route("explain.also")
    @acknowledged(PRIVATE)
    async def also_chosen(self, interaction: discord.Interaction, level: str) -> None:
        """The concept to read next, for whoever chose it."""
        await self._open(interaction, chosen(interaction)[0], level)

    @route("explain.pair")
    @acknowledged(UPDATE)
    async def pair_again(self, interaction: discord.Interaction, one: str, other: str, level: str) -> None:
        """Two cards at another level, in their place."""
        await self._open_pair(interaction, one, other, level, in_public=False)

    @route("explain.ownpair")
    @acknowledged(PRIVATE)
    async def pair_of_ones_own(
        self, interaction: discord.Interaction, one: str, other: str, level: str
    ) -> None:
        """Two cards at another level, for whoever pressed."""
        await self._open_pair(interaction, one, other, level, in_public=False)

    @route("explain.share")
    @acknowledged(PRIVATE)
    async def share_card(self, interaction: discord.Interaction, concept: str, level: str) -> None:
        """Shows a card to the channel."""
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        pitch = level_from(level, Level.BEGINNER)
        shown = await self._known(interaction, from_route(concept), language)
        await self._share(interaction, locale, language, shown, pitch)

    @route("explain.sharepair")
    @acknowledged(PRIVATE)
    async def share_pair(self, interaction: discord.Interaction, one: str, other: str, level: str) -> None:
        """Shows two cards to the channel."""
        await self._open_pair(interaction, one, other, level, in_public=True)

    @route("explain.try")
    @acknowledged(PRIVATE)
    async def try_question(self, interaction: discord.Interaction, concept: str) -> None:
        """Asks the question that the card ends in."""
        _, locale = await self._learner(interaction)
        shown = await self._known(interaction, from_route(concept), locale)
        await self._client.desk.conversation.ask(
            interaction, shown.card.question, lesson_id=shown.concept.lesson_id
        )

    @route("explain.ask")
    async def ask(self, interaction: discord.Interaction, concept: str) -> None:
        """Asks what the learner wants to know about the concept."""
        await interaction.response.send_modal(
            self._make.modal(
                Locale.from_discord(interaction.locale.value),
                "explain-ask-title",
                "explain.asked",
                concept,
                fields=[TextField("question", "explain-ask-field", long=True, longest=_LONGEST_QUESTION)],
            )
        )

    @route("explain.asked")
    @acknowledged(PRIVATE)
    async def asked(self, interaction: discord.Interaction, concept: str) -> None:
        """Lets the model put the card's matter in terms of the learner's question and level."""
        _, locale = await self._learner(interaction)
        shown = await self._known(interaction, from_route(concept), locale)
        asked_about = self._say(locale, "explain-ask-about", concept=self._quoted(shown.name))
        typed = submitted(interaction).text("question")
        verdict = await self._services.server_guard.check(key_of(interaction).server_id, typed)
        if not verdict.goes_on:  # what stands before it would make a question about harm of a request for it
            await self._refuse(interaction, Refused(in_words(self._services.texts, locale, verdict)))
            return
        await self._client.desk.conversation.ask(
            interaction,
            f"{asked_about} {verdict.text}",
            lesson_id=shown.concept.lesson_id,
        )

    async def _known(
        self, interaction: discord.Interaction[Any], concept_id: str, locale: Locale
    ) -> Explained:
        """The concept of a button. Raises `OldButton` when the course has it no more."""
        shown = await self._explaining.book.explained(
            concept_id, server_id=interaction.guild_id or DIRECT_MESSAGES, locale=locale
        )
        if shown is None:
            raise OldButton
        return shown

    async def _open(self, interaction: discord.Interaction[Any], concept_id: str, level: str) -> None:
        learner, locale = await self._learner(interaction)
        shown = await self._known(interaction, concept_id, locale)
        pitch = level_from(level, learner.level)
        await self._show(interaction, locale, shown, pitch)

    async def _show(
        self, interaction: discord.Interaction[Any], locale: Locale, shown: Explained, level: Level
    ) -> None:
        practised = await self._is_practised(interaction, locale, shown)
        view = self._cards.view(locale, shown, level, shared=False, practised=practised)
        await self._put(interaction, self._cards.card(locale, shown, level), view)

    async def _share(
        self,
        interaction: discord.Interaction[Any],
        locale: Locale,
        language: Locale,
        shown: Explained,
        level: Level,
    ) -> None:
        practised = await self._is_practised(interaction, language, shown)
        view = self._cards.view(language, shown, level, shared=True, practised=practised)
        await self._publish(interaction, locale, self._cards.card(language, shown, level), view)

    async def _is_practised(
        self, interaction: discord.Interaction[Any], locale: Locale, shown: Explained
    ) -> bool:
        """Whether a challenge here trains what the concept is about."""
        entries = await self._services.practice.bank.entries(key_of(interaction).server_id, locale)
        return any(entry.technique == shown.concept.id for entry in entries)

    async def _open_pair(
        self, interaction: discord.Interaction[Any], one: str, other: str, level: str, *, in_public: bool
    ) -> None:
        learner, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction) if in_public else locale
        pair = [await self._known(interaction, from_route(each), language) for each in (one, other)]
        pitch = level_from(level, learner.level)
        await self._show_pair(interaction, language, pair[0], pair[1], pitch, in_public=in_public)

    async def _show_pair(
        self,
        interaction: discord.Interaction[Any],
        locale: Locale,
        one: Explained,
        other: Explained,
        level: Level,
        *,
        in_public: bool,
    ) -> None:
        exhibit = self._cards.pair(locale, one, other, level)
        view = self._cards.pair_view(locale, one, other, level, shared=in_public)
        if in_public:
            _, private = await self._learner(interaction)
            await self._publish(interaction, private, exhibit, view)
        else:
            await self._put(interaction, exhibit, view)

    async def _show_unknown(
        self, interaction: discord.Interaction[Any], locale: Locale, typed: str, found: NotKnown
    ) -> None:
        """The course has no such card: what it says nearest, or that it says nothing."""
        words = self._quoted(" ".join(typed.split()))
        key = "explain-concept-nearest" if found.evidence.enough else "explain-concept-unknown"
        items: list[ui.Item[Any]] = []
        if found.nearest:
            options = [Option(one, self._quoted(name[:_LABEL])) for one, name in found.nearest]
            learner, _ = await self._learner(interaction)
            items.append(
                self._make.select(
                    locale, "explain-select-nearest", "explain.also", learner.level.value, options=options
                )
            )
        described = None
        if found.evidence.enough:
            items += self._found.view(locale, found.evidence.passages).children
            described = embed(None, self._found.text(locale, typed, found.evidence))
        await self._put(
            interaction,
            Exhibit(self._say(locale, key, words=words), (described,) if described is not None else ()),
            self._make.view(*items),
        )
