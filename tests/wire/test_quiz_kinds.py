"""Every kind of question is asked, answered and explained: buttons, menus and forms."""

import asyncio
import json

import opencc
import pytest

from bot.quiz import store
from bot.quiz.bank_values import BankPlace, ItemState, NewVersion
from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Ordering, OwnWords, Short
from bot.storage import Connection
from bot.texts.locales import Locale
from playground import Person, Reply
from tests.doubles.quiz_items import documented_items
from tests.wire.conftest import Wire
from tests.wire.test_quiz import LLM, asked, let_only_checks, pressed, started

ITEMS = documented_items()
ALL_KINDS = "transformer-inside"
"""A lesson of the course with questions of every kind."""


async def only(wire: Wire, *items: Item) -> None:
    """Leave these items alone in the bank of the server."""
    now = wire.app.services.clock.now()

    async def unit(connection: Connection) -> None:
        await store.retire_others(connection, 0, set())
        for position, item in enumerate(items):
            place = BankPlace(wire.play.guild.id, LLM, item.id)
            new = NewVersion.of({Locale.EN: item})
            await store.put(connection, place, new, state=ItemState.PUBLISHED, position=position, now=now)

    await wire.app.database.write(unit)


async def filled_in(wire: Wire, person: Person, card: Reply, values: dict[str, str]) -> Reply:
    """Open the form of a card, send it, and wait for what becomes of it."""
    before = card.screen()
    form = await person.press(card, "quiz.form")
    sent = await person.submit(form, values)
    card_id = card.message.id
    await card.until(lambda card: card.screen() != before or any(it.id != card_id for it in sent.messages))
    return sent


async def right_values(wire: Wire, person: Person) -> dict[str, str]:
    """What fills the form of the open question rightly."""
    question = await asked(wire, person)
    match question.item.task:
        case Ordering() as task:
            return {f"answer{at}": str(question.order.index(at)) for at in range(len(task.steps))}
        case Matching() as task:
            return {f"answer{at}": str(question.order.index(at)) for at in range(len(task.pairs))}
    return {
        Kind.NUMERIC: {"answer": "１,０９６ tokens"},
        Kind.SHORT: {"answer": "  The User-Prompt. "},
        Kind.OWN_WORDS: {"answer": "It writes what is likely and has no database behind it."},
    }[question.item.kind]


@pytest.mark.parametrize("kind", [Kind.ORDERING, Kind.MATCHING, Kind.NUMERIC, Kind.SHORT, Kind.OWN_WORDS])
async def test_an_answer_by_form_is_graded_and_explained(wire: Wire, kind: Kind) -> None:
    await only(wire, ITEMS[kind])
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    task = ITEMS[kind].task
    why = task.pairs[0].why if isinstance(task, Matching) else ITEMS[kind].why
    assert why not in card.screen()
    await filled_in(wire, ada, card, await right_values(wire, ada))
    assert "✅ **Right.**" in card.text and "1 of 1 right" in card.text
    assert why in card.text


FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


async def typed_rightly(wire: Wire, person: Person, script: opencc.OpenCC) -> dict[str, str]:
    """What fills the form rightly as people write it: digits in full width, words in the other script of Chinese, marks around."""
    task = (await asked(wire, person)).item.task
    match task:
        case Numeric():
            return {"answer": f"大约 {task.answer}".translate(FULL_WIDTH)}
        case Short():
            return {"answer": f" 「{script.convert(task.accepted[0])}」。"}
        case OwnWords():
            return {"answer": "，".join(script.convert(point.words[0]) for point in task.points)}
    return await right_values(wire, person)


@pytest.mark.parametrize(
    ("locale", "script"),
    [(Locale.ZH_CN, "s2t"), (Locale.ZH_TW, "t2s")],
)
async def test_every_kind_is_taken_in_both_scripts_of_chinese_and_understands_the_other(
    wire: Wire, locale: Locale, script: str
) -> None:
    async def one_of_each(connection: Connection) -> None:
        entries = await store.entries(connection, {0}, lesson_ids=[ALL_KINDS])
        first = {entry.kind: entry.place for entry in reversed(entries)}
        assert set(first) == set(Kind)
        await store.retire_others(
            connection, 0, {(place.lesson_id, place.item_id) for place in first.values()}
        )

    await wire.app.database.write(one_of_each)
    other_script = await asyncio.to_thread(opencc.OpenCC, script)
    mo = wire.play.person("莫", locale=locale.value)
    card = await (await mo.slash("quiz start", lesson=ALL_KINDS, length=len(Kind))).shown()
    while True:
        question = await asked(wire, mo)
        task, before = question.item.task, card.screen()
        if not isinstance(task, Choice):
            await filled_in(wire, mo, card, await typed_rightly(wire, mo, other_script))
            why = question.item.why or (task.pairs[0].why if isinstance(task, Matching) else "")
        else:
            key = sorted(task.key)
            why = task.options[key[0]].why
            if question.item.kind is Kind.MULTIPLE:
                await mo.choose(card, "quiz.several", *[str(question.order.index(at)) for at in key])
            elif question.item.kind is Kind.TRUE_FALSE:
                await mo.press(card, wire.say(locale, f"quiz-button-{'true' if key == [0] else 'false'}"))
            else:
                await mo.press(card, "ABCDEFGH"[question.order.index(key[0])])
            await card.until(lambda card, before=before: card.screen() != before)
        assert wire.say(locale, "quiz-right") in card.text, (question.item.kind, card.screen())
        assert wire.app.services.guard.quote(why) in card.text
        if not card.has_button("quiz.next"):
            break
        await pressed(mo, card, "quiz.next")
    assert card.has_button("quiz.look") and str(len(Kind)) in card.text


@pytest.mark.parametrize("mode", ["practice", "exam"])
async def test_a_model_compares_own_words_with_the_lesson_and_changes_no_grade(wire: Wire, mode: str) -> None:
    await only(wire, ITEMS[Kind.OWN_WORDS])
    ada = await wire.agreed("Ada")
    card = await started(ada, length=1, mode=mode)
    await filled_in(wire, ada, card, {"answer": "It writes what is likely."})
    assert wire.say(Locale.EN, "quiz-partly") in card.text or mode == "exam"
    if mode == "exam":
        before = card.screen()
        await ada.press(card, "quiz.look")
        await card.until(lambda card: card.screen() != before)
    graded = card.screen()
    assert wire.model is not None
    found = {
        "right": ["It is about likelihood."],
        "missing": ["Nothing is looked up."],
        "named": 0,
        "misconception": "",
    }
    wire.model.say(json.dumps(found))
    reply = await wire.ended(await ada.press(card, "quiz.compare"))
    assert reply.private and "Nothing is looked up." in reply.text
    assert "It writes what is likely." in wire.prompt
    assert card.screen() == graded


async def test_several_options_are_chosen_in_a_menu(wire: Wire) -> None:
    options = (*ITEMS[Kind.SINGLE].task.options, *ITEMS[Kind.SINGLE].task.options[:1])  # type: ignore[union-attr]  # a choice
    item = Item(
        **{
            **{name: getattr(ITEMS[Kind.SINGLE], name) for name in Item.__slots__},
            "kind": Kind.MULTIPLE,
            "task": Choice(options),
        }
    )
    await only(wire, item)
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    question = await asked(wire, ada)
    before = card.screen()
    await ada.choose(card, "quiz.several", *[str(question.order.index(at)) for at in (0, 1)])
    await card.until(lambda card: card.screen() != before)
    assert "🟠 **Partly right.**" not in card.text and "⚠️" in card.text and "❌" in card.text


async def test_a_trap_is_named_with_the_misconception_behind_it(wire: Wire) -> None:
    await only(wire, ITEMS[Kind.NUMERIC])
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    await filled_in(wire, ada, card, {"answer": "4096"})
    assert "The prompt takes its part of the window." in card.text
    assert "Belief window-is-for-the-answer." in card.text and "0 of 1 right" in card.text


async def test_what_is_no_answer_counts_nothing(wire: Wire) -> None:
    await only(wire, ITEMS[Kind.NUMERIC], ITEMS[Kind.ORDERING])
    ada = wire.play.person("Ada")
    card = await started(ada, length=2)
    for _ in range(2):
        question = await asked(wire, ada)
        if question.item.kind is Kind.NUMERIC:
            sent = await filled_in(wire, ada, card, {"answer": "no idea"})
            assert "could not find a number" in sent.text
        else:
            sent = await filled_in(wire, ada, card, {f"answer{at}": "0" for at in range(4)})
            assert "same step on two places" in sent.text
        await filled_in(wire, ada, card, await right_values(wire, ada))
        if card.has_button("quiz.next"):
            await pressed(ada, card, "quiz.next")
    assert "2 of 2 right" in card.text


async def test_true_or_false_has_two_buttons(wire: Wire) -> None:
    await only(wire, ITEMS[Kind.TRUE_FALSE])
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    await pressed(ada, card, "True")
    assert "You chose True" in card.text and "The answer is False" in card.text
    assert "Belief zero-is-deterministic." in card.text


async def test_an_item_that_changes_or_retires_meanwhile_stays_as_it_was_in_the_attempt(wire: Wire) -> None:
    await only(wire, ITEMS[Kind.TRUE_FALSE], ITEMS[Kind.NUMERIC])
    ada = wire.play.person("Ada")
    card = await started(ada, length=2)
    first = await asked(wire, ada)
    changed = {name: getattr(first.item, name) for name in Item.__slots__} | {"stem": "Something else now?"}
    await only(wire, Item(**changed))  # the other one is retired below
    await wire.app.database.write(
        lambda connection: store.retire_others(connection, wire.play.guild.id, set())
    )
    await pressed(ada, card, "I'm not sure")
    assert first.item.stem in card.text and "Something else" not in card.text
    await pressed(ada, card, "quiz.next")
    await pressed(ada, card, "I'm not sure")
    assert "0 of 2 right" in card.text
    refused = await (await ada.slash("quiz start", lesson=LLM)).shown()
    assert "no questions on this yet" in refused.text


async def test_another_server_never_asks_what_belongs_to_this_one(wire: Wire) -> None:
    await only(wire, ITEMS[Kind.TRUE_FALSE])
    ada = wire.play.person("Ada")
    refused = await (await ada.slash("quiz start", lesson=LLM, dm=True)).shown()
    assert "no questions on this yet" in refused.text


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_quiz_me_asks_one_question_on_the_section_that_is_read(wire: Wire, locale: str) -> None:
    ada = wire.play.person("Ada", locale=locale)
    page = await (await ada.slash("lesson read", lesson=LLM, section="tokens")).shown()
    card = await (await ada.press(page, "check.section")).shown()
    question = await asked(wire, ada)
    assert card.private and question.item.section_id == "tokens" and question.item.stem in card.text
    await wire.restart()
    await pressed(ada, card, "quiz.pick")
    assert card.has_button("lesson.page") and not card.has_button("quiz.next")


async def test_quiz_me_under_an_answer_asks_about_what_it_cites(wire: Wire) -> None:
    await let_only_checks(wire)
    ada = await wire.agreed("Ada")
    assert wire.model is not None
    wire.model.say("A token is a piece of text [1].")
    answer = await wire.ask(ada, "What is a token?")
    await (await ada.press(answer, "Quiz me")).shown()
    question = await asked(wire, ada)
    assert isinstance(question.item.task, Choice)
    assert not any(option.why in wire.prompts for option in question.item.task.options)


@pytest.mark.parametrize(
    ("locale", "asks", "told", "section"),
    [
        ("en-US", "What is a token?", "A token is a piece of text [1].", "tokens"),
        ("zh-CN", "什么是上下文窗口？", "它是模型一次能读的内容 [1]。", "context-window"),
    ],
)
async def test_quiz_me_asks_about_the_section_that_was_just_explained(
    wire: Wire, locale: str, asks: str, told: str, section: str
) -> None:
    mo = await wire.agreed("Mo", locale=locale)
    assert wire.model is not None
    wire.model.say(told)
    card = await (await mo.press(await wire.ask(mo, asks), "ask.quiz")).shown()
    question = await asked(wire, mo)
    assert (question.item.section_id, question.item.stem in card.text) == (section, True)
