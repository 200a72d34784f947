"""The bank of challenges: the built-in ones, read from the course's files, and in a server its own beside them."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.learners.values import Level
from bot.lessons.course_files import corrections
from bot.lessons.traditional import ToTraditional
from bot.lessons.values import BUILT_IN, READING_ORDER
from bot.practice import course_challenges, store
from bot.practice.challenges import Challenge
from bot.practice.course_challenges import Written
from bot.practice.store import NewVersion
from bot.practice.values import ChallengePlace, ChallengeState, Entry
from bot.practice.verdicts import faults_of
from bot.storage import Connection, Database
from bot.texts.locales import Locale

Prepared = tuple[tuple[ChallengePlace, NewVersion, bool], ...]
"""Each challenge where it belongs, and whether it can be published."""


def prepare(path: Path) -> Prepared:
    """The challenges of the course in `path` in all three languages, in their order. Raises `CourseMistakes`."""
    to_traditional = ToTraditional(corrections(path))
    found = in_order(course_challenges.read_challenges(path), list(course_challenges.concept_names(path)))
    return tuple(_prepared(written, to_traditional) for written in found)


def in_order(found: Iterable[Written], concepts: Sequence[str]) -> list[Written]:
    """The easier ones first, then as the course comes to their techniques."""
    levels = list(Level)

    def rank(written: Written) -> tuple[int, int, str]:
        challenge = written.challenges[Locale.EN]
        known = challenge.technique in concepts
        at = concepts.index(challenge.technique) if known else len(concepts)
        return levels.index(challenge.level), at, written.id

    return sorted(found, key=rank)


def plain(value: Any) -> Any:
    """Mappings and lists of a file as JSON holds them, without their lines."""
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value


def traditional(value: Any, to_traditional: ToTraditional) -> Any:
    """Every text in a mapping in Traditional Chinese; names stay."""
    if isinstance(value, Mapping):
        return {name: traditional(one, to_traditional) for name, one in value.items()}
    if isinstance(value, list):
        return [traditional(one, to_traditional) for one in value]
    return to_traditional.markdown(value) if isinstance(value, str) else value


class Bank:
    """Challenges by server."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._names: Mapping[str, Mapping[str, str]] = {}

    def technique_name(self, technique: str, locale: Locale) -> str:
        """What a technique is called; its id where the course does not say."""
        return self._names.get(technique, {}).get(locale.value, technique)

    async def read_names(self, path: Path) -> None:
        """Learn what the course at `path` calls its techniques."""
        self._names = await asyncio.to_thread(course_challenges.concept_names, path)

    async def has_course(self, path: Path) -> bool:
        """Whether the course at `path`, as it is now, is the one that was taken in."""
        digest = await asyncio.to_thread(course_challenges.digest, path)
        return digest == await self._database.read(lambda connection: store.bank_digest(connection, BUILT_IN))

    async def load_course(self, path: Path) -> bool:
        """Take in the challenges of the course at `path`; True when they differed from what was loaded before.

        All or nothing, and quick when nothing has changed. Raises `CourseMistakes` with every mistake found.
        """
        await self.read_names(path)
        digest = await asyncio.to_thread(course_challenges.digest, path)
        if digest == await self._database.read(lambda connection: store.bank_digest(connection, BUILT_IN)):
            return False
        prepared = await asyncio.to_thread(prepare, path)
        now = self._clock.now()

        async def unit(connection: Connection) -> None:
            for position, (place, new, is_sound) in enumerate(prepared):
                await store.put(connection, place, new, publish=is_sound, position=position, now=now)
            await store.retire_others(
                connection, BUILT_IN, [place.challenge_id for place, _, is_sound in prepared if is_sound]
            )
            await store.set_digest(connection, BUILT_IN, digest, now)

        await self._database.write(unit)
        return True

    async def entries(self, server_id: int, locale: Locale) -> tuple[Entry, ...]:
        """The published challenges of a server, its own first."""
        return await self._database.read(
            lambda connection: store.entries(connection, {BUILT_IN, server_id}, READING_ORDER[locale])
        )

    async def of_server(self, server_id: int, locale: Locale) -> tuple[Entry, ...]:
        """All challenges of a server's own, drafts and retired ones as well, in their newest version."""
        return await self._database.read(
            lambda connection: store.entries(
                connection, {server_id}, READING_ORDER[locale], states=tuple(ChallengeState), newest=True
            )
        )

    async def challenge(self, place: ChallengePlace, version: int, locale: Locale) -> Challenge | None:
        """One version of a challenge."""
        return await self._database.read(
            lambda connection: store.challenge(connection, place, version, READING_ORDER[locale])
        )


def _prepared(written: Written, to_traditional: ToTraditional) -> tuple[ChallengePlace, NewVersion, bool]:
    texts = {language.value: plain(text) for language, text in written.texts.items()}
    texts[Locale.ZH_TW.value] = traditional(texts[Locale.ZH_CN.value], to_traditional)
    is_sound = not any(faults_of(challenge) for challenge in written.challenges.values())
    return ChallengePlace(BUILT_IN, written.id), NewVersion(plain(written.shared), texts), is_sound
