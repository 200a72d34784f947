"""The steps that every unit of work in practice is made of, over one open connection."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.learners.values import LearnerKey
from bot.lessons.values import READING_ORDER
from bot.practice import store as bank_store
from bot.practice.attempts import store
from bot.practice.challenges import Challenge
from bot.practice.values import Attempt, CaseResult, ChallengePlace, Sheet, State
from bot.practice.verdicts import CaseVerdict, Checked, RunVerdict, Score, score
from bot.storage import Connection
from bot.texts.errors import PersonError
from bot.texts.locales import Locale


class NoChallenge(PersonError):
    """There is no such challenge for learners here."""

    key = "practice-no-challenge"


class AttemptGone(PersonError):
    """There is no such attempt of this learner any more."""

    key = "practice-gone"


class NoHint(PersonError):
    """The next hint is closed, or there is none."""

    key = "practice-no-hint"


async def own(connection: Connection, key: LearnerKey, attempt_id: str) -> Attempt:
    """An attempt of this learner's. Raises `AttemptGone`."""
    attempt = await store.load(connection, attempt_id)
    if attempt is None or attempt.key != key:
        raise AttemptGone
    return attempt


async def sheet(
    connection: Connection,
    key: LearnerKey,
    place: ChallengePlace,
    locale: Locale,
    now: datetime,
    attempt: Attempt | None,
) -> Sheet:
    """A challenge as the learner has it, in the version of `attempt` where one is shown. Raises `NoChallenge`."""
    version = attempt.version if attempt else await bank_store.published_version(connection, place)
    language = attempt.language if attempt else locale
    if version is None or place.bank_id not in (0, key.server_id):
        raise NoChallenge
    challenge = await bank_store.challenge(connection, place, version, READING_ORDER[language])
    if challenge is None:
        raise NoChallenge
    progress = await store.get_progress(connection, key, place)
    done = await store.own(connection, key, place)
    today = await store.count_since(
        connection, key, place, now.replace(hour=0, minute=0, second=0, microsecond=0)
    )
    newest = done[0].fingerprint if done else ""
    is_open = progress.hints < len(challenge.hints) and (progress.hints == 0 or newest != progress.hint_after)
    before = next((one for one in done if attempt is not None and one.number < attempt.number), None)
    has_results = attempt is not None and attempt.state is State.DONE and bool(attempt.results)
    return Sheet(
        challenge=challenge,
        place=place,
        version=version,
        progress=progress,
        today=today,
        attempt=attempt,
        before=before,
        score=score_of(challenge, attempt.results) if attempt is not None and has_results else None,
        done=0 if attempt is None else len(attempt.results),
        hint_is_open=is_open,
    )


async def finish(connection: Connection, challenge: Challenge, attempt: Attempt, now: datetime) -> Attempt:
    """Score an attempt whose cases have all run."""
    reached = score_of(challenge, attempt.results)
    attempt = replace(
        attempt,
        state=State.DONE,
        share=reached.share,
        hidden_share=reached.hidden_share,
        passed=reached.passed,
        ended_at=now,
    )
    await store.save(connection, attempt)
    if reached.passed:
        await solve(connection, attempt, now)
    return attempt


async def solve(connection: Connection, attempt: Attempt, now: datetime) -> None:
    """Note that a learner has solved a challenge, the first time they do."""
    progress = await store.get_progress(connection, attempt.key, attempt.place)
    if progress.solved_at is None:
        await store.set_progress(connection, attempt.key, attempt.place, replace(progress, solved_at=now))


def score_of(challenge: Challenge, results: Mapping[str, CaseResult]) -> Score:
    """The score of results as they are kept: which runs passed says all."""
    return score(
        challenge,
        [
            CaseVerdict(
                case.id, tuple(RunVerdict((Checked("", one, 1.0),)) for one in results[case.id].passed)
            )
            for case in challenge.cases
        ],
    )
