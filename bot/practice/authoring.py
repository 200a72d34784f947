"""Challenges of a server's own: written as one YAML text, tried, published, retired. Every change is a version.

The text holds what the two files of a built-in challenge hold: the shared names, `id`, and `texts` by language.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import LearnerKey
from bot.lessons import yaml_lines
from bot.lessons.values import READING_ORDER
from bot.practice import store
from bot.practice.attempts import store as attempts_store
from bot.practice.bank import Bank, plain
from bot.practice.challenges import BAD, REFERENCE, Challenge, Kind
from bot.practice.course_challenges import language_code
from bot.practice.mistakes import Mistake, Wrong
from bot.practice.reading import Side, read_challenge
from bot.practice.recordings import results_of
from bot.practice.running import CaseRun, Runner
from bot.practice.sheets import score_of
from bot.practice.store import NewVersion
from bot.practice.undoing import noted
from bot.practice.values import Attempt, CaseResult, ChallengePlace, ChallengeState, Entry
from bot.practice.verdicts import Score, faults_of
from bot.servers.acting import Deed, Signature
from bot.storage import Connection, Database
from bot.texts.errors import PersonError
from bot.texts.locales import Locale

LARGEST = 60_000
"""Characters of a challenge's text."""
_MOST_MISTAKES = 15
_YAML_PROBLEMS = {
    "anchors": Wrong.YAML_ANCHORS,
    "nested too deep": Wrong.YAML_DEEP,
    "no such number": Wrong.YAML_VALUE,
}
"""What `yaml_lines` refuses, by the beginning of its words."""


class UnknownChallenge(PersonError):
    """The server has no such challenge of its own."""

    key = "teach-challenge-unknown"


class DoesNotPart(PersonError):
    """The reference and the bad prompt do not part, so nothing is published."""

    key = "teach-challenge-does-not-part"


@dataclass(frozen=True, slots=True)
class Mistaken:
    """What is wrong with a text, each with its line (from 1; 0 for the whole text)."""

    mistakes: tuple[tuple[int, Mistake], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that was taken in as a draft."""

    place: ChallengePlace
    version: int
    title: str


@dataclass(frozen=True, slots=True)
class Trial:
    """How the reference and the bad prompt did."""

    challenge: Challenge
    faults: tuple[Mistake, ...]
    reference: Score | None
    bad: Score | None
    model: str | None
    """Which ran them; None where the recorded outputs were judged."""
    failing: Mapping[str, tuple[int, int]]
    """For each case, how many attempts of learners failed it, of how many."""

    @property
    def parts(self) -> bool:
        """Whether the reference passes and the bad prompt fails."""
        if self.reference is None or self.bad is None:
            return not self.faults
        return not self.faults and self.reference.passed and not self.bad.passed


class ChallengeAuthoring:
    """The moderators' side of practice."""

    def __init__(self, database: Database, bank: Bank, runner: Runner, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._bank = bank
        self._runner = runner
        self._clock = clock
        self._ids = ids

    async def all(self, server_id: int, locale: Locale) -> tuple[Entry, ...]:
        """The server's own challenges, drafts and retired ones as well."""
        return await self._bank.of_server(server_id, locale)

    async def keep(self, server_id: int, author_id: int, text: str) -> Kept | Mistaken:
        """Take a text in as a draft: a new challenge, or a new version of the one with its id."""
        read = await asyncio.to_thread(read_text, text)  # a long one takes a second
        if isinstance(read, Mistaken):
            return read
        by = Signature(server_id, author_id, self._ids.new(), self._clock.now())
        version = await self._database.write(lambda connection: keep_read(connection, by, read))
        return Kept(ChallengePlace(server_id, read[0]), version, read[2])

    async def text(self, server_id: int, challenge_id: str) -> str:
        """The newest version as its text. Raises `UnknownChallenge`."""
        place = ChallengePlace(server_id, challenge_id)
        found = await self._database.read(lambda connection: store.mappings(connection, place))
        if found is None:
            raise UnknownChallenge
        _, shared, texts = found
        whole = {"id": challenge_id, **shared, "texts": texts}
        return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=120)

    async def trial(self, server_id: int, author_id: int, challenge_id: str, locale: Locale) -> Trial:
        """Try the newest version: on its recorded outputs, and by a model where there is one.

        Raises `UnknownChallenge`, and `ModelError` from the model.
        """
        place = ChallengePlace(server_id, challenge_id)

        async def unit(connection: Connection) -> tuple[Challenge, Mapping[str, tuple[int, int]]]:
            found = await store.mappings(connection, place)
            if found is None:
                raise UnknownChallenge
            challenge = await store.challenge(connection, place, found[0], READING_ORDER[locale])
            if challenge is None:
                raise UnknownChallenge
            return challenge, await attempts_store.failing(connection, server_id, place, found[0])

        challenge, failing = await self._database.read(unit)
        faults = faults_of(challenge)
        if challenge.kind is not Kind.RUN:
            return Trial(challenge, faults, None, None, None, failing)
        model = self._runner.model
        scores = []
        for name in (REFERENCE, BAD):
            results = (
                results_of(challenge, name)
                if model is None
                else await self._live(challenge, LearnerKey(server_id, author_id), place, model, name)
            )
            scores.append(score_of(challenge, results))
        return Trial(challenge, faults, scores[0], scores[1], model, failing)

    async def publish(
        self, server_id: int, challenge_id: str, locale: Locale, by: Signature | None = None
    ) -> str:
        """Let learners see the newest version; gives its title. Raises `UnknownChallenge` or `DoesNotPart`.

        `by`: the moderator whose change it is, for the record.
        """
        place = ChallengePlace(server_id, challenge_id)
        return await self._database.write(lambda connection: publish_kept(connection, place, locale, by))

    async def retire(self, server_id: int, challenge_id: str, by: Signature | None = None) -> None:
        """Take a challenge out of sight; attempts stay. Raises `UnknownChallenge`."""
        place = ChallengePlace(server_id, challenge_id)

        async def unit(connection: Connection) -> None:
            before = await store.standing(connection, place)
            if not await store.set_state(connection, place, ChallengeState.RETIRED):
                raise UnknownChallenge
            if by is not None:
                await noted(connection, by, Deed.CHALLENGE_RETIRED, before, place)

        await self._database.write(unit)

    async def _live(
        self, challenge: Challenge, key: LearnerKey, place: ChallengePlace, model: str, name: str
    ) -> Mapping[str, CaseResult]:
        results: dict[str, CaseResult] = {}

        async def keep(run: CaseRun) -> bool:
            results[run.case_id] = run.result
            return True

        attempt = Attempt(
            id=self._ids.new(),
            key=key,
            place=place,
            version=0,
            number=0,
            language=Locale.EN,
            model=model,
            fingerprint="",
            prompt=challenge.prompts[name],
        )
        await self._runner.run(challenge, attempt, keep)
        return results


async def keep_read(connection: Connection, by: Signature, read: tuple[str, NewVersion, str]) -> int:
    """Take in, as a draft, what `read_text` made of a text; gives the version."""
    place, new = ChallengePlace(by.server_id, read[0]), NewVersion(read[1].shared, read[1].texts, by.user_id)
    before = await store.standing(connection, place)
    version = await store.put(connection, place, new, publish=False, position=0, now=by.at)
    await noted(connection, by, Deed.CHALLENGE_WRITTEN, before, place)
    return version


async def publish_kept(
    connection: Connection, place: ChallengePlace, locale: Locale, by: Signature | None
) -> str:
    """Let learners see the newest version; gives its title. Raises `UnknownChallenge` or `DoesNotPart`."""
    found = await store.mappings(connection, place)
    if found is None:
        raise UnknownChallenge
    _, shared, texts = found
    title = ""
    for code, text in texts.items():
        challenge = store.challenge_from(place.challenge_id, shared, text, Locale(code))
        if challenge is None or faults_of(challenge):
            raise DoesNotPart
        title = challenge.title if not title or code == locale.value else title
    before = await store.standing(connection, place)
    await store.set_state(connection, place, ChallengeState.PUBLISHED)
    if by is not None:
        await noted(connection, by, Deed.CHALLENGE_PUBLISHED, before, place)
    return title


def too_long(text: str) -> Mistaken | None:
    """What is wrong with a text of more than `LARGEST` characters, which nothing should read further."""
    if len(text) <= LARGEST:
        return None
    return Mistaken(((0, Mistake.of(Wrong.TOO_LONG, count=len(text), most=LARGEST)),))


def read_text(text: str) -> tuple[str, NewVersion, str] | Mistaken:
    """The id, the mappings and a title out of a text; or everything that is wrong with it."""
    mistakes: list[tuple[int, Mistake]] = []

    def report(line: int, what: Mistake) -> None:
        mistakes.append((line, what))

    if mistaken := too_long(text):
        return mistaken
    try:
        whole = yaml_lines.load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return Mistaken(((mark.line + 1 if mark else 0, _not_yaml(error)),))
    if not isinstance(whole, yaml_lines.Lined):
        return Mistaken(((1, Mistake.of(Wrong.NOT_LINES)),))
    texts: Any = whole.pop("texts", None)
    challenge_id = str(whole.pop("id", ""))
    if not isinstance(texts, Mapping) or not texts:
        return Mistaken(((whole.line, Mistake.of(Wrong.NO_TEXTS)),))
    title = ""
    for code, own in texts.items():
        if code not in list(Locale) or not isinstance(own, Mapping):
            report(getattr(texts, "line", 0), Mistake.of(Wrong.NO_LANGUAGE, name=str(code)))
            continue
        side = Side(own, report)
        challenge = read_challenge(
            challenge_id, Side(whole, report), side, language_code(Locale(code)), is_built_in=False
        )
        title = title or (challenge.title if challenge else "")
    if mistakes:
        return Mistaken(tuple(dict.fromkeys(mistakes))[:_MOST_MISTAKES])
    return challenge_id, NewVersion(plain(whole), plain(texts)), title


def _not_yaml(error: yaml.YAMLError) -> Mistake:
    problem = str(getattr(error, "problem", None) or "?")
    for words, wrong in _YAML_PROBLEMS.items():
        if problem.startswith(words):
            return Mistake.of(wrong)
    return Mistake.of(Wrong.NOT_YAML, problem=problem)
