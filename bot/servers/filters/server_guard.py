"""The filters as a server set them, for whatever is typed or written outside a turn of the tutor's.

It decides, keeps the decision without the text, and never lets a log that cannot be written change a decision. A turn
keeps its own decisions, together with itself. Whoever types that they are in distress is answered in one way wherever they
typed it: `InDistress` is raised, so that no field can forget to.
"""

import asyncio
import logging
from collections.abc import Sequence

from bot.safety import Action, GateContext, Guard, InDistress, Purpose, Side, Verdict, Withheld, hit_of
from bot.servers.filters.filters import ServerFilters
from bot.storage import StorageError
from bot.texts.kinds import ModelText, Released

_log = logging.getLogger(__name__)


class ServerGuard:
    """One for the whole process. Server 0 is direct messages, where the usual policy holds."""

    def __init__(self, guard: Guard, filters: ServerFilters, salt: str) -> None:
        """`salt`: that of the installation, for the marks of texts."""
        self._guard = guard
        self._filters = filters
        self._salt = salt

    async def check(self, server_id: int, typed: str, purpose: Purpose = Purpose.QUESTION) -> Verdict:
        """What to do with what somebody typed. Raises `InDistress`, unless it is material."""
        verdict = _answerable(
            self._guard.check_input(typed, await self._filters.policy(server_id), purpose), purpose
        )
        await self.note(server_id, Side.INPUT, verdict, typed, purpose)
        return verdict

    async def check_for_a_model(
        self, server_id: int, typed: str, purpose: Purpose = Purpose.QUESTION
    ) -> Verdict:
        """The same for what a model is to read: a hosted moderation is heard as well, for 1.5 seconds at most.

        Raises `InDistress`, unless it is material.
        """
        verdict = await self.heard(server_id, typed, purpose)
        await self.note(server_id, Side.INPUT, verdict, typed, purpose)
        return verdict

    async def heard(self, server_id: int, typed: str, purpose: Purpose) -> Verdict:
        """As `check_for_a_model`, where something may still change the decision: keep it with `note` then.

        Raises `InDistress`, unless it is material.
        """
        async with self._guard.screening(await self._filters.policy(server_id), purpose) as screening:
            screening.begin(typed)
            return _answerable(await screening.settle(), purpose)

    async def release(self, server_id: int, text: ModelText, context: GateContext | None = None) -> Released:
        """A whole text of a model's, as it may be shown there. Raises `Withheld`."""
        async with self._guard.screening(await self._filters.policy(server_id)) as screening:
            try:
                return await screening.release(text, context)
            except Withheld as withheld:
                await self.note(server_id, Side.OUTPUT, withheld.verdict, text.unchecked)
                raise

    async def authored(self, server_id: int, texts: Sequence[str]) -> tuple[Verdict, ...]:
        """Whether texts that moderators wrote may be shown to learners there: held to what a model's words are held to."""
        policy = await self._filters.policy(server_id)
        verdicts = await asyncio.to_thread(
            lambda: tuple(self._guard.check_output(ModelText(text), policy) for text in texts)
        )
        for text, verdict in zip(texts, verdicts, strict=True):
            await self.note(server_id, Side.INPUT, verdict, text)
        return verdicts

    async def note(
        self, server_id: int, side: Side, verdict: Verdict, text: str, purpose: Purpose = Purpose.QUESTION
    ) -> None:
        """Keep a decision that was made about `text` elsewhere, if it is a hit."""
        hit = hit_of(side, verdict, text, self._salt, purpose)
        if hit is None:
            return
        try:
            await self._filters.note(server_id, hit)
        except StorageError as error:  # the decision stands, whether or not it can be written down
            _log.warning("a decision of the filters was not kept: %s", error)


def _answerable(verdict: Verdict, purpose: Purpose) -> Verdict:
    """The verdict, where something else than support is the answer. Material speaks of somebody, and not for who hands it in.

    Raises `InDistress`.
    """
    if verdict.action is Action.SUPPORT and purpose is not Purpose.MATERIAL:
        raise InDistress(verdict)
    return verdict
