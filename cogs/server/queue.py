"""/server queue: reported replies and questions that do badly, one after the other, and what the filters did.

A moderator reads the reported reply and what reporters attached; who they are, who had asked and what is not shown here.
"""

import asyncio
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option, TextField
from bot.discord_io.desk import MODAL_PATIENCE
from bot.discord_io.moderators import Power, only
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen, submitted
from bot.quiz.items import Choice
from bot.reports.review import Case, CaseGone, CorrectionUnsafe, Decided, Kind, Queue, State
from bot.safety import Action, Category, Purpose
from bot.safety.why import ACTIONS, CATEGORIES
from bot.storage import StorageError
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, block_quote, joined
from bot.texts.locales import Locale
from cogs.server.part import Part

_LONGEST_CORRECTION = 4000
_REPLY_SHOWN = 1100
_REMARK_SHOWN = 160
_REMARKS_SHOWN = 3
_HITS_SHOWN = 12
_DAYS = 7
_SECTIONS = 5
_NO_SECTION = "none"
_TRUE_FALSE = ("quiz-button-true", "quiz-button-false")


class QueuePart(Part):
    """Shows cases and takes decisions."""

    power = Power.REVIEW

    @app_commands.command(name="queue")
    @acknowledged()
    async def queue(self, interaction: discord.Interaction[Any]) -> None:
        """The oldest case that waits."""
        await self._show(interaction, 0)

    @route("queue.show")
    @acknowledged(First.UPDATE)
    @only(Power.REVIEW)
    async def show(self, interaction: discord.Interaction, place: int) -> None:
        """Another case."""
        await self._show(interaction, place)

    @route("queue.claim")
    @acknowledged(First.UPDATE)
    @only(Power.REVIEW)
    async def claim(self, interaction: discord.Interaction, case_id: str) -> None:
        """Takes a case."""
        server, me = interaction.guild_id or 0, interaction.user.id
        await self._services.review.claim(server, me, case_id)
        case = await self._services.review.case(server, case_id)
        locale = await self._client.languages.private(interaction)
        await interaction.edit_original_response(
            content=await self._case(locale, case), view=self._decisions(locale, case)
        )

    @route("queue.uphold")
    @acknowledged(First.UPDATE)
    @only(Power.REVIEW)
    async def uphold(self, interaction: discord.Interaction, case_id: str) -> None:
        """The report was right."""
        await self._decide(interaction, case_id, State.UPHELD)

    @route("queue.dismiss")
    @acknowledged(First.UPDATE)
    @only(Power.REVIEW)
    async def dismiss(self, interaction: discord.Interaction, case_id: str) -> None:
        """There is nothing wrong."""
        await self._decide(interaction, case_id, State.DISMISSED)

    @route("queue.correct")
    @only(Power.REVIEW)
    async def correct(self, interaction: discord.Interaction, case_id: str) -> None:
        """Asks for the right answer, beginning with the wrong one."""
        reply = ""
        try:
            async with asyncio.timeout(MODAL_PATIENCE):
                case = await self._services.review.case(interaction.guild_id or 0, case_id)
                reply = _without_small_print(case.reply)[:_LONGEST_CORRECTION]
        except (TimeoutError, StorageError, CaseGone):
            pass  # an empty form is better than none; who is too late hears it when it is submitted
        await interaction.response.send_modal(
            self._client.components.modal(
                Locale.from_discord(interaction.locale.value),
                "review-correct-title",
                "queue.corrected",
                case_id,
                fields=[
                    TextField(
                        "correction",
                        "review-correct-field",
                        help_key="review-correct-help",
                        long=True,
                        longest=_LONGEST_CORRECTION,
                        value=reply or None,
                    )
                ],
            )
        )

    @route("queue.corrected")
    @acknowledged()
    @only(Power.REVIEW)
    async def corrected(self, interaction: discord.Interaction, case_id: str) -> None:
        """Puts the right answer wherever the wrong one stands. Raises `CorrectionUnsafe`."""
        typed = submitted(interaction).text("correction")
        verdict = await self._services.server_guard.check(interaction.guild_id or 0, typed, Purpose.MATERIAL)
        if not verdict.goes_on:
            raise CorrectionUnsafe
        decided = await self._services.review.correct(
            interaction.guild_id or 0, interaction.user.id, case_id, self._quoted(verdict.text)
        )
        await self._carry_out(interaction, decided, State.CORRECTED, verdict.text)

    @route("queue.link")
    @acknowledged(First.UPDATE)
    @only(Power.REVIEW)
    async def link(self, interaction: discord.Interaction, case_id: str) -> None:
        """Teaches the search which section answers the question."""
        locale = await self._client.languages.private(interaction)
        server, choice = interaction.guild_id or 0, chosen(interaction)[0]
        turn = await self._services.review.question_of(server, case_id)
        key = "review-link-none"
        if choice != _NO_SECTION and turn is not None:
            lesson, _, section = choice.partition("#")
            known = await self._services.links.teach(
                server,
                turn.id,
                turn.key.user_id,
                turn.question,
                lesson_id=lesson,
                section_id=section,
                by=self._by(interaction),
            )
            key = "review-link-kept" if known else key
        await interaction.edit_original_response(
            content=self._say(locale, key), view=self._client.components.view(self._next(locale, 0))
        )

    @route("queue.hits")
    @acknowledged(First.UPDATE)
    @only(Power.REVIEW)
    async def hits(self, interaction: discord.Interaction) -> None:
        """What the filters did in the last days, without a text."""
        locale = await self._client.languages.private(interaction)
        counts = await self._services.filters.hits(interaction.guild_id or 0, days=_DAYS)
        lines = [
            self._say(
                locale,
                "review-hits-line",
                category=self._say(locale, CATEGORIES[Category(one.category)]),
                action=self._say(locale, ACTIONS[Action(one.action)]),
                rule=plain(one.rule),
                count=one.count,
                texts=one.texts,
                score=plain(f"{one.best:.2f}"),
                mark=plain(one.last_mark[:8]),
            )
            for one in counts[:_HITS_SHOWN]
        ]
        parts = [self._say(locale, "review-hits-title", days=_DAYS)]
        parts.append(joined("\n", lines) if lines else self._say(locale, "review-hits-none"))
        parts.append(self._say(locale, "review-hits-how"))
        await interaction.edit_original_response(
            content=joined("\n\n", parts), view=self._client.components.view(self._next(locale, 0))
        )

    async def _show(self, interaction: discord.Interaction[Any], place: int) -> None:
        server = interaction.guild_id or 0
        await self._services.suspects.look(server)
        queue = await self._services.review.queue(server, interaction.user.id)
        drafts = await self._services.suspects.drafts(server)
        locale = await self._client.languages.private(interaction)
        if not queue.waiting:
            parts = [self._say(locale, "review-empty")]
            if queue.elsewhere:
                parts.append(self._say(locale, "review-elsewhere", count=queue.elsewhere))
            if drafts:
                parts.append(self._say(locale, "review-drafts", count=drafts))
            view = self._client.components.view(self._hits(locale))
            await interaction.edit_original_response(content=joined("\n\n", parts), view=view)
            return
        place %= len(queue.waiting)
        case = await self._services.review.case(server, queue.waiting[place].id)
        await interaction.edit_original_response(
            content=joined(
                "\n\n", [self._heading(locale, queue, place, drafts), await self._case(locale, case)]
            ),
            view=self._open(locale, case, place, len(queue.waiting)),
        )

    def _heading(self, locale: Locale, queue: Queue, place: int, drafts: int) -> Released:
        lines = [self._say(locale, "review-title", place=place + 1, count=len(queue.waiting))]
        if queue.elsewhere:
            lines.append(self._say(locale, "review-elsewhere", count=queue.elsewhere))
        if drafts:
            lines.append(self._say(locale, "review-drafts", count=drafts))
        return joined("\n", lines)

    async def _case(self, locale: Locale, case: Case) -> Released:
        if case.kind == Kind.QUESTION:
            return await self._question(locale, case)
        lines = [
            self._say(
                locale,
                f"review-kind-{Kind(case.kind)}",
                when=plain(f"<t:{int(case.opened_at.timestamp())}:R>"),
            )
        ]
        if case.message_id is not None:
            where = f"https://discord.com/channels/{case.server_id}/{case.channel_id}/{case.message_id}"
            lines.append(self._say(locale, "review-where", where=plain(where)))
        if case.category:
            lines.append(
                self._say(
                    locale,
                    "review-filter",
                    category=self._say(locale, CATEGORIES[Category(case.category)]),
                    rule=plain(case.rule),
                    score=plain(f"{case.score:.2f}"),
                )
            )
        parts = [joined("\n", lines), block_quote(self._quoted(_cut(case.reply, _REPLY_SHOWN)))]
        if case.remarks:
            said = [
                self._say(
                    locale,
                    "review-remark",
                    remark=self._quoted(_cut(" ".join(remark.split()), _REMARK_SHOWN)),
                )
                for remark in case.remarks[:_REMARKS_SHOWN]
            ]
            parts.append(joined("\n", [self._say(locale, "review-remarks"), *said]))
        return joined("\n\n", parts)

    async def _question(self, locale: Locale, case: Case) -> Released:
        """A question that does badly: what it asks, how it is answered here, and what to look at."""
        when = plain(f"<t:{int(case.opened_at.timestamp())}:R>")
        head = self._say(locale, f"review-kind-{Kind(case.kind)}", when=when)
        found = await self._services.suspects.seen(case.server_id, case.subject, locale)
        if found is None:
            return joined("\n\n", [head, block_quote(self._quoted(_cut(case.reply, _REPLY_SHOWN)))])
        lines = [self._quoted(_cut(found.item.stem, _REPLY_SHOWN))]
        if isinstance(found.item.task, Choice):
            for at, option in enumerate(found.item.task.options):
                mark = "✅" if option.right else "▫️"
                text = option.text or self._say(locale, _TRUE_FALSE[at])
                lines.append(self._quoted(f"{mark} {found.found.chosen.get(at, 0)}× {_cut(text, 100)}"))
        tells = found.found.discrimination
        figures = self._say(
            locale,
            "review-question-figures",
            answers=found.found.answers,
            right=round(100 * found.found.facility),
            tells=plain("–" if tells is None else f"{tells:.2f}"),
        )
        reasons = [self._say(locale, f"teach-question-suspect-{reason}") for reason in found.reasons]
        return joined("\n\n", [head, block_quote(joined("\n", lines)), joined("\n", [figures, *reasons])])

    def _open(self, locale: Locale, case: Case, place: int, count: int) -> ui.View:
        make = self._client.components.button
        if case.state == State.CLAIMED:
            return self._decisions(locale, case, place)
        claim = make(locale, "review-button-claim", "queue.claim", case.id, style=discord.ButtonStyle.primary)
        more = [self._next(locale, place + 1)] if count > 1 else []
        return self._client.components.view(claim, *more, self._hits(locale))

    def _decisions(self, locale: Locale, case: Case, place: int = 0) -> ui.View:
        make = self._client.components.button
        uphold, dismiss = "review-button-uphold", "review-button-dismiss"
        if case.kind == Kind.QUESTION:
            uphold, dismiss = "review-button-retire", "review-button-keep"
        buttons = [
            make(locale, uphold, "queue.uphold", case.id, style=discord.ButtonStyle.danger),
            make(locale, dismiss, "queue.dismiss", case.id),
        ]
        if case.kind == Kind.ANSWER:
            correct = make(
                locale, "review-button-correct", "queue.correct", case.id, style=discord.ButtonStyle.primary
            )
            buttons.append(correct)
        return self._client.components.view(*buttons, self._next(locale, place + 1))

    def _next(self, locale: Locale, place: int) -> ui.Button[Any]:
        return self._client.components.button(locale, "review-button-next", "queue.show", place)

    def _hits(self, locale: Locale) -> ui.Button[Any]:
        return self._client.components.button(locale, "review-button-hits", "queue.hits")

    async def _decide(self, interaction: discord.Interaction, case_id: str, state: State) -> None:
        decided = await self._services.review.decide(
            interaction.guild_id or 0, interaction.user.id, case_id, state
        )
        await self._carry_out(interaction, decided, state, "")

    async def _carry_out(
        self, interaction: discord.Interaction, decided: Decided, state: State, correction: str
    ) -> None:
        """Change what stands in Discord, tell who is to be told, and say to the moderator what was done."""
        desk, locale = self._client.desk, await self._client.languages.private(interaction)
        failed = 0
        if decided.turn is not None and decided.shown:
            failed = await desk.rewriting.put(interaction.client, decided.turn, decided.shown)
        desk.notices.wait_for(decided.tell)
        await desk.notices.send_messages(interaction.client, decided.tell)
        if decided.case.kind == Kind.QUESTION:
            parts = [self._say(locale, f"review-question-done-{state}")]
        else:
            parts = [self._say(locale, f"review-done-{state}")]
        if decided.turn is not None:
            reached = "review-reached-channel" if decided.shown else "review-reached-later"
            parts.append(self._say(locale, reached))
        if failed:
            parts.append(self._say(locale, "review-unreached", count=failed))
        items: list[ui.Item[Any]] = []
        if state is State.CORRECTED and decided.turn is not None:
            options = await self._sections(locale, decided, correction)
            if len(options) > 1:
                parts.append(self._say(locale, "review-link-ask"))
                items.append(
                    self._client.components.select(
                        locale, "review-link-field", "queue.link", decided.case.id, options=options
                    )
                )
        items.append(self._next(locale, 0))
        await interaction.edit_original_response(
            content=joined("\n\n", parts), view=self._client.components.view(*items)
        )

    async def _sections(self, locale: Locale, decided: Decided, correction: str) -> list[Option]:
        """Sections that may answer the question, by the words of the correction; and none of them."""
        found = await self._services.retriever.search(
            correction, server_id=decided.case.server_id, locale=locale, limit=_SECTIONS
        )
        options = {
            f"{passage.lesson_id}#{passage.section_id}": Option(
                f"{passage.lesson_id}#{passage.section_id}",
                self._quoted(passage.heading),
                self._quoted(passage.lesson_title),
            )
            for passage in found.passages
        }
        return [*options.values(), Option(_NO_SECTION, self._say(locale, "review-link-no-section"))]


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _without_small_print(reply: str) -> str:
    """A reply without its sources and marks, which come back by themselves."""
    return "\n".join(line for line in reply.splitlines() if not line.startswith("-# ")).strip()
