"""Conducts live rounds in their channels: one task for each, which does what the stored round says is to be done.

Every step is one call to Discord and one note in the database; a message that was sent and not noted is found again by its nonce.
Few edits: people's own clients count down, and a number of answers is brought up to date every five seconds at most.
"""

import asyncio
import logging
from datetime import timedelta
from typing import Any, Final

import discord

from bot.clock import Clock
from bot.discord_io.drawn import drawn
from bot.discord_io.face import Face
from bot.discord_io.failures import NETWORK_FAILURES, Remedy, describe, remedy_for, wait_before_retry
from bot.discord_io.live_cards import Card, LiveCards
from bot.discord_io.traces import trace_without_content
from bot.quiz.live.values import Asked, Phase, Round, Task
from bot.reports.podium import draw_podium
from bot.storage import StorageError
from bot.texts.catalogue import plain
from bot.texts.kinds import Released

_log = logging.getLogger(__name__)

REFRESH: Final = 5.0
"""Seconds between two edits that only bring a number up to date."""
_LAST_REFRESH: Final = timedelta(seconds=3)
"""Before the end nothing is brought up to date any more, so that the answer meets no rate limit."""
_LATE: Final = 1.5
"""Seconds that a question may take to arrive before its countdown is put right."""
_TRIES: Final = 8
_PICTURE: Final = "podium.png"
_NOBODY: Final = discord.AllowedMentions.none()


class LiveStage:
    """All rounds that this process conducts."""

    def __init__(self, client: Face, cards: LiveCards, clock: Clock) -> None:
        self._client = client
        self._rounds = client.services.live
        self._cards = cards
        self._clock = clock
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._calls: dict[str, asyncio.Event] = {}
        self._resuming: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Go on with what the last process left."""
        self._resuming = asyncio.create_task(self._resume(), name="resume rounds")

    async def stop(self) -> None:
        """Leave the rounds to the next process."""
        tasks = [*self._tasks.values(), *([self._resuming] if self._resuming else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def open(self, one: Round) -> None:
        """Show the lobby of a new round and conduct it. Raises discord.py's errors where the channel refuses it."""
        try:
            await self._show_lobby(one)
        except NETWORK_FAILURES:
            await self._rounds.lost(one.id)
            raise
        self._conduct_soon(one.id)

    def call(self, round_id: str) -> None:
        """Something happened that the clock does not tell: look at the round now."""
        if (event := self._calls.get(round_id)) is not None:
            event.set()
        else:
            self._conduct_soon(round_id)

    async def _resume(self) -> None:
        try:
            for round_id in await self._rounds.unfinished():
                self._conduct_soon(round_id)
        except StorageError as error:  # the next process tries again
            _log.error("live rounds could not be taken up: %s", error.key)

    def _conduct_soon(self, round_id: str) -> None:
        if round_id not in self._tasks:
            self._calls[round_id] = asyncio.Event()
            task = asyncio.create_task(self._conduct(round_id), name=f"round {round_id}")
            self._tasks[round_id] = task
            task.add_done_callback(lambda _: self._forget(round_id))

    def _forget(self, round_id: str) -> None:
        self._tasks.pop(round_id, None)
        self._calls.pop(round_id, None)

    async def _conduct(self, round_id: str) -> None:
        """Until the round's end is shown, or its channel takes nothing any more."""
        shown = _Shown(self._clock.monotonic())
        failed = 0
        while True:
            try:
                one = await self._rounds.advance(round_id)
                if one is None or one.task is Task.DONE:
                    return
                await self._do(one, shown)
                failed = 0
            except NETWORK_FAILURES as error:
                failed += 1
                if remedy_for(error) is Remedy.GIVE_UP or failed >= _TRIES:
                    _log.warning("a live round is lost: %s", describe(error))
                    await self._rounds.lost(round_id)
                    return
                await self._clock.sleep(max(wait_before_retry(error), min(30.0, 2.0 ** (failed - 1))))
            except Exception as error:  # ours: whatever it was, the players still wait
                failed += 1
                _log.error("a live round stumbled: %s", trace_without_content(error))
                if failed >= _TRIES:
                    return  # the next process tries again
                await self._clock.sleep(min(30.0, 2.0 ** (failed - 1)))

    async def _do(self, one: Round, shown: "_Shown") -> None:
        match one.task:
            case Task.OPEN:
                await self._show_lobby(one)
            case Task.ASK if one.asked is not None:
                await self._ask(one, one.asked)
                shown.now(one, self._clock.monotonic())
            case Task.TELL:
                await self._tell(one)
                await self._rounds.shown_answer(one)
            case Task.WRAP_UP:
                await self._wrap_up(one)
                await self._rounds.shown_end(one.id)
            case _:
                await self._wait(one, shown)

    async def _show_lobby(self, one: Round) -> None:
        message = await self._send(one, await self._cards.lobby(one), "lobby")
        await self._rounds.shown_lobby(one.id, message.id)

    async def _ask(self, one: Round, asked: Asked) -> None:
        """Show the question; where it took long, or stands there from before a crash, put its countdown right."""
        if asked.number == 1 and one.lobby_id is not None:
            await self._edit(one, one.lobby_id, await self._cards.lobby(one))
        began = self._clock.monotonic()
        card = self._question(one, asked)
        message = await self._send(one, card, str(asked.number))
        stands = message.embeds[0].description if message.embeds else None
        if stands != card[0].description or self._clock.monotonic() - began > _LATE:
            await self._edit(one, message.id, self._question(one, asked))
        await self._rounds.shown_question(one, message.id)

    def _question(self, one: Round, asked: Asked) -> Card:
        due_at = one.due_at if asked.message_id else self._rounds.question_due(one)
        return self._cards.question(one, asked, plain(f"<t:{round(due_at.timestamp())}:R>"))

    async def _tell(self, one: Round) -> None:
        if one.asked is not None and one.asked.message_id is not None:
            embed = self._cards.answer(one, one.asked, await self._rounds.tally(one.id))
            await self._edit(one, one.asked.message_id, (embed, self._client.components.view()))

    async def _wrap_up(self, one: Round) -> None:
        """Take the buttons away, and show the result."""
        if not one.is_told:
            await self._tell(one)
        if one.lobby_id is not None:
            await self._edit(one, one.lobby_id, await self._cards.lobby(one))
        tally = await self._rounds.tally(one.id)
        words, (embed, view) = await self._cards.end(one, tally)
        files = await self._picture(one, words, self._cards.podium(one, tally))
        try:
            await self._send(one, (embed, view), "end", files)
        except discord.Forbidden:
            if not files:
                raise
            await self._send(one, (embed.set_image(url=None), view), "end")  # files are not allowed here

    async def _picture(
        self, one: Round, words: Released, steps: list[tuple[int, Released, Released]]
    ) -> list[discord.File]:
        if one.phase is Phase.EMPTY or not steps:
            return []
        title = self._client.services.texts.say(one.language, "live-podium-title")
        return await drawn(
            self._client.services.explaining.studio, _PICTURE, words, draw_podium, title, steps
        )

    async def _wait(self, one: Round, shown: "_Shown") -> None:
        """Until the phase is over or somebody calls; bring a number of people up to date now and then."""
        now, due_at = self._clock.now(), one.due_at
        if one.phase is Phase.ASKING:
            due_at += self._rounds.pace.grace
        message_id = one.lobby_id if one.phase is Phase.LOBBY else one.asked and one.asked.message_id
        rests = max(0.0, (due_at - now).total_seconds())
        since = self._clock.monotonic() - shown.at
        is_time = since >= REFRESH and one.due_at - now > _LAST_REFRESH
        if one.phase is not Phase.TOLD and message_id and is_time and shown.differs_from(one):
            if one.phase is Phase.LOBBY:
                card = await self._cards.lobby(one)
            else:
                assert one.asked is not None
                card = self._question(one, one.asked)
            shown.now(one, self._clock.monotonic())
            await self._edit(one, message_id, card)
            return
        if one.phase is not Phase.TOLD:
            rests = min(rests, max(0.2, REFRESH - since) if since < REFRESH else REFRESH)
        await self._until_called(one.id, rests)

    async def _until_called(self, round_id: str, seconds: float) -> None:
        event = self._calls[round_id]
        called = asyncio.create_task(event.wait())
        passed = asyncio.create_task(self._clock.sleep(seconds))
        try:
            await asyncio.wait({called, passed}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            called.cancel()
            passed.cancel()
        event.clear()

    async def _send(
        self, one: Round, card: Card, what: str, files: list[discord.File] | None = None
    ) -> discord.Message:
        embed, view = card
        if files:
            embed.set_image(url=f"attachment://{_PICTURE}")
        channel = self._client.get_partial_messageable(one.channel_id, guild_id=one.server_id)
        more: dict[str, Any] = {"files": files} if files else {}
        if view.children:
            more["view"] = view
        return await channel.send(embed=embed, nonce=f"{one.id}-{what}", allowed_mentions=_NOBODY, **more)

    async def _edit(self, one: Round, message_id: int, card: Card) -> None:
        """Show something else in a message; one that somebody deleted stays away."""
        embed, view = card
        channel = self._client.get_partial_messageable(one.channel_id, guild_id=one.server_id)
        try:
            await channel.get_partial_message(message_id).edit(
                embed=embed, view=view if view.children else None, allowed_mentions=_NOBODY
            )
        except discord.HTTPException as error:
            if remedy_for(error) is not Remedy.SKIP:
                raise


class _Shown:
    """What a message said last: a number that has not changed is not sent again."""

    def __init__(self, at: float) -> None:
        self.at = at
        self._said: tuple[int, int, int] | None = None

    def now(self, one: Round, at: float) -> None:
        """The round was shown as it stands."""
        self.at, self._said = at, self._of(one)

    def differs_from(self, one: Round) -> bool:
        """Whether there is something new to say."""
        return self._said != self._of(one)

    @staticmethod
    def _of(one: Round) -> tuple[int, int, int]:
        return one.number, one.players, one.answers
