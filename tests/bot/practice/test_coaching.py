"""The one hint after an attempt: about what matters most among what failed."""

from datetime import UTC, datetime

import pytest

from bot.app import COURSE
from bot.learners.values import LearnerKey
from bot.practice.challenges import Challenge
from bot.practice.coaching import advise
from bot.practice.course_challenges import read_challenges
from bot.practice.recordings import results_of
from bot.practice.sheets import score_of
from bot.practice.values import Attempt, ChallengePlace
from bot.texts.locales import Locale


@pytest.fixture(scope="module")
def challenges() -> dict[str, Challenge]:
    return {one.id: one.challenges[Locale.EN] for one in read_challenges(COURSE)}


def attempt_at(challenge: Challenge, prompt: str) -> Attempt:
    return Attempt(
        id="a",
        key=LearnerKey(1, 2),
        place=ChallengePlace(0, challenge.id),
        version=1,
        number=1,
        language=Locale.EN,
        model="m",
        fingerprint="f",
        prompt=prompt,
        results=results_of(challenge, "bad"),
        started_at=datetime(2026, 11, 22, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("challenge_id", "key"),
    [
        ("label-like-examples", "check-form"),  # the answers are too long as well
        ("order-as-json", "check-json"),  # and hold wrong values
        ("round-up-or-down", "check-number"),
    ],
)
def test_of_several_checks_that_fail_the_hint_is_about_the_one_that_explains_the_others(
    challenges: dict[str, Challenge], challenge_id: str, key: str
) -> None:
    challenge = challenges[challenge_id]
    attempt = attempt_at(challenge, challenge.prompts["bad"])
    assert advise(challenge, attempt, score_of(challenge, attempt.results)).key == key


def test_a_grave_fault_of_the_prompt_comes_before_what_the_checks_say(
    challenges: dict[str, Challenge],
) -> None:
    challenge = challenges["label-like-examples"]
    attempt = attempt_at(
        challenge, "Sort the message. One word, and at least two words.\n{input}\n[your text]"
    )
    advice = advise(challenge, attempt, score_of(challenge, attempt.results))
    assert advice.key.startswith("fault-")
