"""Sends what came of turns, commands and buttons to a playground on this machine, whose page shows it to whoever asked.

A turn never waits for it and never fails because of it: what cannot be sent soon is dropped. It must not be used with
Discord's own address: a report repeats what was asked and the prompt as it was sent.
"""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, cast
from urllib.parse import urlsplit

import aiohttp

from bot.clock import Clock
from bot.safety import Action
from bot.settings import Settings
from bot.tutor.observing import TurnReport
from bot.witness import Account, Facts, Step, Witness, became_turn

Report = Callable[[], Facts]
"""What is sent, put into words when its turn comes."""

log = logging.getLogger(__name__)

PATH: Final = "/playground/turns"
"""Where the playground takes reports."""
MOST_WAITING: Final = 50
"""Reports that may wait to be sent; further ones are dropped."""

_PATIENCE: Final = aiohttp.ClientTimeout(total=5)
_AT_THE_END: Final = 1.0
"""Seconds that reports still waiting have when the tutor stops."""


class PlaygroundReporter:
    """A `TurnObserver` for a playground, which hears of all else that people do there, too. `start` it, `close` it."""

    def __init__(self, api_base: str, token: str) -> None:
        """`api_base` is the playground's API on loopback, `token` the bot's there."""
        parts = urlsplit(api_base)
        self._address = f"{parts.scheme}://{parts.netloc}{PATH}"
        self._headers = {"Authorization": f"Bot {token}"}
        self._waiting: asyncio.Queue[Report] = asyncio.Queue(MOST_WAITING)
        self._sending: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to send."""
        self._sending = asyncio.create_task(self._send_for_ever(), name="turn-reports")

    def turn_ended(self, report: TurnReport) -> None:
        """Take a report to be sent when there is time."""
        interaction = str(became_turn() or "")
        self._send(lambda: {**as_json(report), "interaction": interaction})

    def witness(self, clock: Clock) -> Witness:
        """Whose accounts of commands, buttons and forms are sent as well."""
        return Witness(clock, self._deed_ended)

    def _deed_ended(self, account: Account) -> None:
        facts = account_as_json(account)
        in_crisis = any(it["action"] == Action.SUPPORT.value for it in cast(list[Facts], facts["filters"]))
        if not in_crisis:  # of somebody in distress nothing is told
            self._send(lambda: facts)

    def _send(self, report: Report) -> None:
        with contextlib.suppress(asyncio.QueueFull):
            self._waiting.put_nowait(report)

    async def close(self) -> None:
        """Send what is waiting, as far as a second suffices, and stop."""
        if self._sending is None:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_AT_THE_END):
                await self._waiting.join()
        self._sending.cancel()
        await asyncio.gather(self._sending, return_exceptions=True)
        self._sending = None

    async def _send_for_ever(self) -> None:
        async with aiohttp.ClientSession(headers=self._headers, timeout=_PATIENCE) as session:
            while True:
                report = await self._waiting.get()
                try:
                    async with session.post(self._address, json=report(), allow_redirects=False):
                        pass
                except (aiohttp.ClientError, OSError, TimeoutError) as error:
                    log.debug("a turn's report did not reach the playground: %s", type(error).__name__)
                finally:
                    self._waiting.task_done()


def as_json(report: TurnReport) -> dict[str, object]:
    """A report as the playground takes it. What was redacted from a question is named by its kind, never repeated."""
    turn, verdict, trace = report.turn, report.verdict, report.trace
    return {
        "id": turn.id,
        "user": str(turn.key.user_id),
        "server": str(turn.key.server_id),
        "channel": str(turn.conversation_id),
        "asked_at": turn.asked_at.isoformat(),
        "language": turn.locale.value,
        "outcome": turn.outcome.value,
        "shared": turn.shared,
        "stages": [{"name": stage.name, "ms": stage.ms} for stage in trace.stages],
        "filter": {
            "action": verdict.action.value,
            "category": verdict.category.value if verdict.category else "",
            "rule": verdict.rule or "",
            "score": round(verdict.score, 3),
            "removed": [kind.value for kind in verdict.kinds],
            "output_category": trace.output_category,
        },
        "evidence": {
            "score": trace.evidence,
            "enough": trace.enough,
            "lesson": trace.lesson_id,
            "passages": [
                {
                    "lesson": passage.lesson_title,
                    "heading": passage.heading,
                    "language": passage.language.value,
                    "score": round(passage.score, 3),
                    "text": passage.text,
                }
                for passage in report.passages
            ],
        },
        "prompt": {
            "name": trace.prompt,
            "remembered_turns": trace.remembered_turns,
            "messages": [
                {"role": message.role.value, "content": message.content} for message in report.messages
            ],
        },
        "model": {
            "name": trace.model,
            "prompt_tokens": trace.prompt_tokens,
            "completion_tokens": trace.completion_tokens,
            "cost_usd": trace.cost_usd,
            "quoting_because": trace.quoting_because,
        },
        "stored": {
            "kept": report.stored,
            "question": turn.question if report.stored else "",
            "answer": turn.answer if report.stored else "",
            "citations": [
                {"number": citation.number, "lesson": citation.lesson_title, "heading": citation.heading}
                for citation in turn.citations
            ]
            if report.stored
            else [],
        },
    }


def account_as_json(account: Account) -> Facts:
    """What came of a command, a button or a form, as the playground takes it."""
    deed = account.deed

    def noted(step: Step) -> list[Facts]:
        return [facts for kind, facts in account.steps if kind is step]

    writes = noted(Step.WRITE)
    return {
        "id": str(deed.interaction_id),
        "kind": "deed",
        "user": str(deed.user_id),
        "server": str(deed.server_id),
        "channel": str(deed.channel_id),
        "asked_at": account.began_at.isoformat(),
        "ms": account.milliseconds,
        "filters": noted(Step.FILTER),
        "searches": noted(Step.SEARCH),
        "prompts": noted(Step.PROMPT),
        "calls": noted(Step.CALL),
        "failures": noted(Step.FAILURE),
        "stored": _together(writes),
        "store_ms": sum(_whole(write["ms"]) for write in writes),
    }


def _together(writes: Iterable[Facts]) -> list[Facts]:
    """Rows written by table and kind of change, summed up."""
    rows: Counter[tuple[str, str]] = Counter()
    for write in writes:
        for change in cast(Iterable[Facts], write["rows"]):
            rows[str(change["table"]), str(change["what"])] += _whole(change["rows"])
    return [{"table": table, "what": what, "rows": count} for (table, what), count in rows.items()]


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def reporter_for(settings: Settings) -> PlaygroundReporter | None:
    """Who hears how turns came about: a playground on this machine, and nobody where the tutor talks to Discord."""
    if settings.discord_api_base is None or settings.discord_token is None or not settings.playground_reports:
        return None
    return PlaygroundReporter(settings.discord_api_base, settings.discord_token.get_secret_value())
