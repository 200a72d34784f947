"""Agreement, language, level and goal; the question that waits."""

from datetime import timedelta

import pytest

from bot.learners.learners import HELD_FOR, Learners
from bot.learners.values import GOAL_LENGTH, HeldQuestion, LearnerKey, Level
from bot.storage import Database
from bot.texts.locales import Locale
from tests.doubles.model_desk import StillClock

ADA, ELSEWHERE, MO = LearnerKey(1, 11), LearnerKey(2, 11), LearnerKey(1, 12)
QUESTION = HeldQuestion("什么是词元？", "how-llms-work", True)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def learners(database: Database, clock: StillClock) -> Learners:
    return Learners(database, clock)


async def test_somebody_new_has_agreed_to_nothing(learners: Learners) -> None:
    ada = await learners.get(ADA)
    assert not ada.has_agreed and ada.locale is None and ada.level is Level.BEGINNER


async def test_an_agreement_holds_for_one_person_in_one_server(learners: Learners) -> None:
    await learners.agree(ADA, locale=Locale.ZH_TW, level=Level.ELI5)
    ada = await learners.get(ADA)
    assert ada.has_agreed and (ada.locale, ada.level) == (Locale.ZH_TW, Level.ELI5)
    for other in (ELSEWHERE, MO):
        assert not (await learners.get(other)).has_agreed


async def test_agreeing_again_changes_the_settings_and_keeps_goal_and_day(
    learners: Learners, clock: StillClock
) -> None:
    await learners.agree(ADA, locale=Locale.EN, level=Level.ELI5)
    await learners.choose_goal(ADA, "to learn")
    first = await learners.get(ADA)
    clock.seconds += 3600
    await learners.agree(ADA, locale=Locale.ZH_CN, level=Level.PRACTITIONER)
    again = await learners.get(ADA)
    assert (again.agreed_at, again.goal) == (first.agreed_at, "to learn")
    assert again.locale is Locale.ZH_CN


async def test_a_question_waits_for_its_own_learner_and_is_given_once(learners: Learners) -> None:
    await learners.hold_question(ADA, QUESTION)
    assert await learners.agree(MO, locale=Locale.EN, level=Level.BEGINNER) is None
    assert await learners.agree(ADA, locale=Locale.EN, level=Level.BEGINNER) == QUESTION
    assert await learners.agree(ADA, locale=Locale.EN, level=Level.BEGINNER) is None


async def test_a_newer_question_takes_the_place_of_an_older_one(learners: Learners) -> None:
    await learners.hold_question(ADA, HeldQuestion("old", None, False))
    await learners.hold_question(ADA, QUESTION)
    assert await learners.agree(ADA, locale=Locale.EN, level=Level.BEGINNER) == QUESTION


async def test_a_question_that_waited_too_long_is_forgotten(learners: Learners, clock: StillClock) -> None:
    await learners.hold_question(ADA, QUESTION)
    clock.seconds += (HELD_FOR + timedelta(seconds=1)).total_seconds()
    assert await learners.agree(ADA, locale=Locale.EN, level=Level.BEGINNER) is None


async def test_a_long_goal_is_cut(learners: Learners) -> None:
    kept = await learners.choose_goal(ADA, " " + "目" * (GOAL_LENGTH + 50))
    assert kept.goal == "目" * GOAL_LENGTH
