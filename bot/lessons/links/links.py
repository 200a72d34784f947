"""Corrected questions: a later question in nearly the same words is answered from the section a moderator named.

It only moves a section to the front that the server's learners can read anyway, and knows one server's links at a time.
"""

from bot.clock import Clock
from bot.lessons.links import store
from bot.lessons.links.values import Link
from bot.lessons.tokens import QuestionTokens, question_tokens
from bot.servers.acting import Deed, Signature, note
from bot.storage import Connection, Database

ALIKE = 0.6
"""Share of their words, of all that either has, from which on two questions are taken for the same (Jaccard)."""

_MOST_SERVERS = 500


class Links:
    """The links of each server, read once and kept until one is added."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[int, tuple[Link, ...]] = {}

    async def of(self, connection: Connection, server_id: int, asked: QuestionTokens) -> Link | None:
        """The link that the question comes nearest to, within a unit that is under way; None where none is near."""
        known = self._known.get(server_id)
        if known is None:
            known = await store.of_server(connection, server_id)
            if len(self._known) >= _MOST_SERVERS:
                self._known.clear()
            self._known[server_id] = known
        return nearest(known, _words(asked)) if known else None

    async def teach(
        self,
        server_id: int,
        turn_id: str,
        user_id: int,
        question: str,
        *,
        lesson_id: str,
        section_id: str,
        by: Signature | None = None,
    ) -> bool:
        """From now on the section answers questions like this one; False where it has no words to know it by.

        `by`: the moderator who says so, for the record, which gets no word of the question.
        """
        words = sorted(_words(question_tokens(question)))
        if not words:
            return False
        now = self._clock.now()

        async def unit(connection: Connection) -> None:
            before = await store.section_of(connection, server_id, turn_id)
            if before == (lesson_id, section_id):
                return
            await store.put(connection, turn_id, server_id, user_id, words, lesson_id, section_id, now)
            if by is not None:
                was, is_now = (section and "#".join(section) for section in (before, (lesson_id, section_id)))
                await note(connection, by, Deed.SEARCH_TAUGHT, turn_id, {"section": was}, {"section": is_now})

        await self._database.write(unit)
        self._known.pop(server_id, None)
        return True

    async def refresh(self, server_id: int) -> None:
        """Read a server's links anew, after something else than `teach` may have changed them."""
        self._known.pop(server_id, None)

    def forget_known(self) -> None:
        """Read anew what may have gone from the database, such as the words of somebody who erased their data."""
        self._known.clear()


def nearest(links: tuple[Link, ...], words: frozenset[str]) -> Link | None:
    """The link whose words are most like these, where any are alike enough."""
    if not words:
        return None
    best = max(links, key=lambda link: _likeness(link.words, words))
    return best if _likeness(best.words, words) >= ALIKE else None


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _words(asked: QuestionTokens) -> frozenset[str]:
    return frozenset((*asked.stems, *asked.words))
