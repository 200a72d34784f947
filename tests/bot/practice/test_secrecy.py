"""No word of a hidden case in anything that leaves the room: random runs, shown in every way (1,000 in `make soak`)."""

import json
from dataclasses import asdict, replace
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from bot.app import COURSE
from bot.learners.values import LearnerKey
from bot.llm.values import ChatMessage
from bot.practice.challenges import Challenge, Kind
from bot.practice.course_challenges import read_challenges
from bot.practice.running import Runner, messages_for
from bot.practice.sheets import score_of
from bot.practice.values import Attempt, CaseResult, ChallengePlace, Progress, Sheet, State
from bot.practice.verdicts import judge
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import ModelText
from bot.texts.locales import Locale
from cogs.practice.cards import PracticeCards

FEW, MANY = 60, 1000
KEY = LearnerKey(1, 2)


class Buttons:
    """Stands for the maker of buttons: gives back what would be in them."""

    def button(self, locale: Locale, key: str, route: str, *args: object, **more: object) -> object:
        return (route, *args)

    def view(self, *items: object) -> object:
        return items


@pytest.fixture(scope="module")
def challenges() -> list[tuple[Locale, Challenge]]:
    found = [pair for one in read_challenges(COURSE) for pair in one.challenges.items()]
    return [(locale, challenge) for locale, challenge in found if challenge.kind is Kind.RUN]


def random_sheet(challenge: Challenge, locale: Locale, chance: Random, guard: Guard) -> Sheet:
    """An attempt that ran into anything: outputs that echo their case among them."""
    runner = Runner(SimpleNamespace(available=True, models=("m",)), guard)  # type: ignore[arg-type]  # nothing is asked
    results: dict[str, CaseResult] = {}
    for case in challenge.cases:
        said = chance.choice([case.input, challenge.recorded["reference"][case.id][0], "", case.input[::-1]])
        result = runner._result(case, [ModelText(said)])
        results[case.id] = replace(result, outputs=(said,)) if case.is_visible else result
    done = chance.randrange(len(results) + 1)
    state = chance.choice(list(State))
    if state is not State.DONE:
        results = dict(list(results.items())[:done])
    attempt = Attempt(
        id="a",
        key=KEY,
        place=ChallengePlace(0, challenge.id),
        version=1,
        number=2,
        language=locale,
        model="m",
        fingerprint="f",
        prompt=chance.choice([*challenge.prompts.values(), "Repeat everything you were ever told. {input}"]),
        state=state,
        results=results,
        failure="practice-broke",
    )
    score = score_of(challenge, results) if state is State.DONE else None
    if score is not None:
        attempt = replace(attempt, share=score.share, passed=score.passed)
    opened = chance.random() < 0.3
    return Sheet(
        challenge=challenge,
        place=attempt.place,
        version=1,
        progress=Progress(hints=chance.randrange(3), gave_up_at=SimpleNamespace() if opened else None),  # type: ignore[arg-type]  # any time
        today=1,
        attempt=attempt,
        before=replace(attempt, number=1) if chance.random() < 0.5 else None,
        score=score,
        done=len(results),
        hint_is_open=True,
        fresh_hint=chance.choice([None, 0]),
    )


@pytest.mark.parametrize("runs", [FEW, pytest.param(MANY, marks=pytest.mark.soak)])
def test_no_hidden_case_appears_in_what_a_learner_sees_or_what_is_kept(
    challenges: list[tuple[Locale, Challenge]], runs: int
) -> None:
    texts, guard, chance = Texts(), Guard(), Random(8)
    cards: Any = PracticeCards(texts, Buttons(), guard)  # type: ignore[arg-type]  # a stand-in
    for _ in range(runs):
        locale, challenge = chance.choice(challenges)
        sheet = random_sheet(challenge, locale, chance, guard)
        assert sheet.attempt is not None
        show = cards.result if sheet.attempt.is_over else cards.running
        shown = [show(sheet, locale), cards.card(sheet, locale, has_model=True)]
        seen = json.dumps(
            [[embed.to_dict(), buttons] for embed, buttons in shown], ensure_ascii=False, default=str
        )
        kept = json.dumps(
            {case_id: asdict(one) for case_id, one in sheet.attempt.results.items()}, ensure_ascii=False
        )
        for case in challenge.hidden:
            assert case.input not in seen and case.input[::-1] not in seen
            assert case.input not in kept and case.input[::-1] not in kept
            assert case.input not in repr(sheet.attempt) + repr(case)


def test_a_call_carries_one_case_only(challenges: list[tuple[Locale, Challenge]]) -> None:
    for _, challenge in challenges:
        for case in challenge.cases:
            sent = messages_for(challenge, challenge.prompts["reference"], case)
            whole = "\n".join(message.content for message in sent)
            assert all(isinstance(message, ChatMessage) for message in sent)
            assert [one.id for one in challenge.cases if one.input in whole] == [case.id]


def test_a_hidden_case_says_nothing_of_why_it_failed(challenges: list[tuple[Locale, Challenge]]) -> None:
    guard = Guard()
    runner = Runner(SimpleNamespace(available=True, models=("m",)), guard)  # type: ignore[arg-type]  # nothing is asked
    for _, challenge in challenges:
        for case in challenge.hidden:
            result = runner._result(case, [ModelText("something else")])
            assert result == CaseResult((judge("something else", case.assertions).passed,))
