"""While a question of a quiz is open, no way of asking the tutor gives its answer away."""

import json

import pytest

from bot.quiz import store
from bot.quiz.bank_values import ItemState
from bot.quiz.items import Choice
from bot.storage import Connection
from bot.texts.locales import Locale
from tests.wire.conftest import Wire
from tests.wire.test_quiz import DISCORD, LLM, answered, asked, let_only_checks, started

NEAR = {
    Locale.EN: ("Can you explain “{}” to me?", "Tell me all about {}, please", "{}: what matters there?"),
    Locale.ZH_CN: ("能给我讲讲“{}”吗？", "请详细说说{}", "{}：关键是什么？"),
}


def in_other_words(text: str, locale: Locale) -> str:
    """Three quarters of what it says, from the end to the beginning."""
    text = text.rstrip(".。")
    parts = text.split() if locale is Locale.EN else [text[at : at + 5] for at in range(0, len(text), 5)]
    kept = [part for at, part in enumerate(parts) if at % 4 != 3]
    return f"{'Think of' if locale is Locale.EN else '其实想想'}: {' '.join(reversed(kept))}"


async def let_only(wire: Wire, lesson_id: str, item_id: str) -> None:
    """One item is the whole bank, so that every run asks the same."""

    async def unit(connection: Connection) -> None:
        for entry in await store.entries(connection, {0}):
            if (entry.place.lesson_id, entry.place.item_id) != (lesson_id, item_id):
                await store.set_state(connection, entry.place, ItemState.RETIRED)

    await wire.app.database.write(unit)


@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_CN])
async def test_a_model_that_says_or_rewords_the_answer_of_an_open_question_gets_neither_through(
    wire: Wire, locale: Locale
) -> None:
    await let_only(wire, LLM, "check-prompt-and-completion")
    ada = await wire.agreed("Ada", locale=DISCORD[locale])
    await started(ada)
    question = await asked(wire, ada)
    assert isinstance(question.item.task, Choice)
    (right,) = (option for option in question.item.task.options if option.right)
    reworded = in_other_words(right.text, locale)
    section = await wire.app.services.library.section(
        wire.play.guild.id, question.item.lesson_id, question.item.section_id, locale
    )
    assert section is not None
    near = [wish.format(section.heading) for wish in NEAR[locale]]
    betrayals = (f"{right.text} [1].", f"{right.why} [1].", f"{reworded} [1].")
    wishes = (*near, question.item.stem, f"{question.item.stem} {right.text}?")
    for turn in range(12):
        betrayal = betrayals[turn % len(betrayals)]
        checks = json.dumps({"right": [betrayal], "missing": [betrayal], "named": 0, "misconception": ""})
        mode = ("explain", "hint", "check")[turn // 3 % 3]
        said = checks if mode == "check" else betrayal
        wire.model.answer = lambda request, said=said: said
        reply = await wire.ask(ada, wishes[turn % len(wishes)], mode=mode)
        for secret in (right.text.rstrip("."), right.why, reworded):
            assert secret not in reply.text, (turn, mode, reply.text)


async def test_the_question_of_a_quiz_itself_reaches_no_model_and_is_explained_after_the_answer(
    wire: Wire,
) -> None:
    await let_only_checks(wire)
    ada = await wire.agreed("Ada")
    card = await started(ada)
    question = await asked(wire, ada)
    wire.model.answer = lambda request: "It is a piece of text [1]."
    before = len(wire.model.chats)
    held = await wire.ask(ada, question.item.stem)
    assert wire.say(Locale.EN, "ask-still-open") in held.text
    assert len(wire.model.chats) == before
    mo = await wire.agreed("Mo")
    assert "piece of text" in (await wire.ask(mo, question.item.stem)).text

    await answered(wire, ada, card)
    assert "piece of text" in (await wire.ask(ada, question.item.stem)).text


async def test_without_a_model_no_passage_that_holds_the_answer_is_quoted(wire_without_model: Wire) -> None:
    wire = wire_without_model
    await let_only_checks(wire)
    ada = await wire.agreed("Ada")
    await started(ada)
    question = await asked(wire, ada)
    held = await wire.ask(ada, question.item.stem)
    assert wire.say(Locale.EN, "ask-still-open") in held.text
