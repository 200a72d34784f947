"""Whatever a model wrote can be put before the moderators from under it, in words that are the model's alone, and is told to be an AI's."""

import ast
import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.reports.review import Kind
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.house_files import OURS, python_files
from tests.python_source import syntax_tree
from tests.wire.conftest import Wire
from tests.wire.test_explain_retrieval import shown
from tests.wire.test_explain_sampling import sample
from tests.wire.test_model_compare import TWO, compared
from tests.wire.test_practice_filters import card_of, scored

WROTE = "A zebrafish counts in stripes"
TYPED = "Sort the quagga"

WHERE_IT_IS_REPORTED = {
    "bot/explain/continuing.py": "report.card",
    "bot/explain/grounding.py": "report.card",
    "bot/explain/models/comparing.py": "report.card",
    "bot/practice/running.py": "report.card",
    "bot/quiz/workshop/drafting.py": "a moderator approves each before a learner sees it",
    "bot/reports/diagnosis.py": "shown to nobody",
    "bot/reports/plans/plans.py": "a moderator's own draft, marked as an AI's",
    "bot/tutor/checking.py": "ask.report",
    "bot/tutor/hinting.py": "ask.report",
    "bot/tutor/remembering.py": "the learner keeps, changes or removes each",
    "bot/tutor/tutor.py": "ask.report",
}
"""Files that ask a model for text, and how a reader gets a wrong one before people."""


def asks_a_model(tree: ast.Module) -> bool:
    """Whether something in here asks the door to the models for text."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(
        isinstance(one, ast.Attribute)
        and one.attr in ("complete", "complete_json", "json_reply", "stream")
        and "door" in ast.unparse(one.value)
        for one in calls
    )


def test_it_is_known_of_every_text_of_a_models_how_it_is_reported() -> None:
    found = {name for name, path in python_files(*OURS) if asks_a_model(syntax_tree(path))}
    assert {name for name in found if not name.startswith("bot/llm/")} == WHERE_IT_IS_REPORTED.keys()


async def _retrieval(wire: Wire, ada: Person) -> Reply:
    return await shown(await ada.slash("explain retrieval", question=f"{TYPED}: what is a token?"))


async def _wrong(wire: Wire, ada: Person) -> Reply:
    return await shown(await ada.press(await _retrieval(wire, ada), "explain.retrieval_wrong"))


async def _sampling(wire: Wire, ada: Person) -> Reply:
    return await shown(await ada.press(await sample(ada, TYPED), "explain.sampling_on"))


async def _compare(wire: Wire, ada: Person) -> Reply:
    return await compared(await ada.slash("model compare", prompt=TYPED, a="tutor-test", b="gpt-oss:20b"))


async def _practice(wire: Wire, ada: Person) -> Reply:
    return await scored(ada, await card_of(ada), f"{TYPED}. {{input}}")


@pytest.mark.parametrize("surface", [_retrieval, _wrong, _sampling, _compare, _practice])
async def test_a_card_with_a_models_words_is_an_ais_and_is_reported_without_what_the_learner_typed(
    wire_of: Callable[..., Coroutine[Any, Any, Wire]], surface: Callable[[Wire, Person], Any]
) -> None:
    wire = await wire_of(**TWO)
    assert wire.model is not None
    wire.model.answer = lambda request: WROTE
    ada = await wire.agreed("Ada")
    card = await surface(wire, ada)
    assert "AI" in json.dumps(card.messages[-1].embeds)
    told = await (await ada.press(card, "report.card")).shown()
    assert told.private and told.text == wire.say(Locale.EN, "ask-reported")
    (case,) = (await wire.app.services.review.queue(wire.play.guild.id, 1)).waiting
    assert case.kind == Kind.GENERATED and WROTE in case.reply and "quagga" not in case.reply
    mo = wire.play.person("Mo", locale="zh-CN", moderator=True)
    page = await (await mo.slash("server queue")).shown()
    assert "zebrafish" in page.text and "quagga" not in page.text and str(ada.id) not in page.text
    assert wire.play.violations == []
