"""Attempts: a hundred learners at once, failures, the board; with a model of this test's own behind the queue."""

import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from bot.app import COURSE
from bot.clock import SystemClock
from bot.ids import RandomIds
from bot.learners.values import LearnerKey, Level
from bot.llm.errors import ModelError, Reason
from bot.llm.values import ChatRequest, Completion, Finish, Usage
from bot.practice.attempts import store
from bot.practice.bank import Bank
from bot.practice.practice import Practice
from bot.practice.running import AT_ONCE, Runner
from bot.practice.sheets import NoHint
from bot.practice.store import forget_server
from bot.practice.values import ChallengePlace, Sheet, State
from bot.safety import Guard
from bot.storage import Connection, Database
from bot.texts.kinds import ModelText
from bot.texts.locales import Locale

PLACE = ChallengePlace(0, "label-like-examples")
PROMPT = "Sort {input}"


class Model:
    """Answers at once, and counts how many are asking."""

    def __init__(self) -> None:
        self.available, self.models = True, ("m",)
        self.asking = self.most = self.calls = 0
        self.failing: Reason | None = None
        self.answers = ["SHIP"]

    async def complete(self, request: ChatRequest) -> Completion:
        self.asking += 1
        self.calls += 1
        self.most = max(self.most, self.asking)
        await asyncio.sleep(0)
        self.asking -= 1
        if self.failing is not None:
            raise ModelError(self.failing)
        text = ModelText(self.answers[self.calls % len(self.answers)])
        return Completion(text, Usage(10, 2), "m", Finish.STOP, Decimal("0.001"))


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
async def practice(
    taught_database: Database, model: Model, sentences_and_guard: Guard
) -> AsyncIterator[Practice]:
    bank = Bank(taught_database, SystemClock())
    await bank.load_course(COURSE)
    runner = Runner(model, sentences_and_guard)  # type: ignore[arg-type]  # what the runner asks of a door
    made = Practice(taught_database, bank, runner, SystemClock(), RandomIds())
    yield made
    await made.close()


@pytest.fixture(scope="module")
def sentences_and_guard() -> Guard:
    return Guard()


async def ended(practice: Practice, sheet: Sheet) -> Sheet:
    assert sheet.attempt is not None
    if (running := practice._tasks.get(sheet.attempt.id)) is not None:
        await asyncio.wait([running])
    return await practice.see(sheet.attempt.key, Locale.EN, sheet.attempt.id)


async def test_a_hundred_learners_at_once_all_get_their_score_by_a_bounded_queue(
    practice: Practice, model: Model
) -> None:
    async def one(user: int) -> Sheet:
        key = LearnerKey(1, user)
        return await ended(practice, await practice.submit(key, Locale.EN, PLACE, f"{PROMPT} {user}"))

    sheets = await asyncio.gather(*(one(user) for user in range(1, 101)))
    assert all(sheet.attempt and sheet.attempt.state is State.DONE for sheet in sheets)
    assert model.most <= AT_ONCE and model.calls == 900
    assert {sheet.attempt.tokens for sheet in sheets if sheet.attempt} == {9 * 12}


async def test_a_failed_run_counts_for_nothing_and_the_prompt_is_kept(
    practice: Practice, model: Model
) -> None:
    model.failing = Reason.SERVER_ERROR
    key = LearnerKey(1, 7)
    sheet = await ended(practice, await practice.submit(key, Locale.EN, PLACE, PROMPT))
    assert sheet.attempt is not None and sheet.attempt.state is State.FAILED
    again = await practice.open(key, Locale.EN, PLACE)
    assert again.today == 0 and again.progress.draft == PROMPT


async def test_a_refusal_of_the_model_is_an_output_and_not_a_failure(
    practice: Practice, model: Model
) -> None:
    model.failing = Reason.REFUSED
    sheet = await ended(practice, await practice.submit(LearnerKey(1, 7), Locale.EN, PLACE, PROMPT))
    assert sheet.attempt is not None and sheet.attempt.passed is False


async def test_a_second_hint_waits_for_a_changed_prompt(practice: Practice) -> None:
    key = LearnerKey(1, 7)
    assert (await practice.hint(key, Locale.EN, PLACE)).fresh_hint == 0
    with pytest.raises(NoHint):
        await practice.hint(key, Locale.EN, PLACE)
    await ended(practice, await practice.submit(key, Locale.EN, PLACE, PROMPT))
    assert (await practice.hint(key, Locale.EN, PLACE)).fresh_hint == 1


async def test_the_board_ranks_by_hidden_cases_then_tokens_and_only_who_joined(practice: Practice) -> None:
    for user, prompt in ((1, "Sort into trays, thanks {input}"), (2, "Sort {input}"), (3, "Sort! {input}")):
        key = LearnerKey(1, user)
        await ended(practice, await practice.submit(key, Locale.EN, PLACE, prompt))
        if user < 3:
            await practice.set_alias(key, f"name {user}")
    ranks = await practice.board(LearnerKey(1, 1), PLACE)
    assert [rank.alias for rank in ranks] == ["name 2", "name 1"]
    assert [rank.is_own for rank in ranks] == [False, True]
    await practice.set_alias(LearnerKey(1, 2), None)
    assert len(await practice.board(LearnerKey(1, 1), None)) == 1


async def test_a_server_that_leaves_takes_its_attempts_with_it(
    practice: Practice, taught_database: Database
) -> None:
    here, elsewhere = LearnerKey(1, 7), LearnerKey(2, 7)
    for key in (here, elsewhere):
        await ended(practice, await practice.submit(key, Locale.EN, PLACE, PROMPT))

    async def unit(connection: Connection) -> None:
        await forget_server(connection, 1)

    await taught_database.write(unit)
    assert await practice.history(here) == () and len(await practice.history(elsewhere)) == 1


async def test_the_list_goes_from_easy_to_hard_and_with_the_course(practice: Practice) -> None:
    entries = [one for one, _ in await practice.challenges(LearnerKey(1, 7), Locale.EN)]
    levels = [list(Level).index(one.level) for one in entries]
    assert levels == sorted(levels) and len(set(levels)) > 1
    beginners = [one.technique for one in entries if one.level is Level.BEGINNER]
    assert beginners.index("few-shot") < beginners.index("prompt-examples")


async def test_chinese_learners_get_a_challenge_of_their_own(
    practice: Practice, taught_database: Database
) -> None:
    for locale, word in ((Locale.ZH_CN, "分拣"), (Locale.ZH_TW, "分揀")):
        sheet = await practice.open(LearnerKey(1, 7), locale, PLACE)
        assert word in sheet.challenge.title
    assert await taught_database.read(lambda connection: store.running(connection)) == ()
