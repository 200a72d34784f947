"""/teach challenge: a server's own challenge from the form to a learner's screen."""

import json

import pytest

from tests.doubles.own_challenge import OWN_CHALLENGE
from tests.wire.conftest import Wire


async def test_a_challenge_is_written_tested_published_and_retired(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", moderator=True)
    ada = wire.play.person("Ada")
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    wrong = await mo.submit(form, {"text": OWN_CHALLENGE.replace("kind: run", "kind: walk")})
    await wrong.until(
        lambda reply: "`kind` must be one of run, better, order, flaw, predict, not walk" in reply.text
    )
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    kept = await mo.submit(form, {"text": OWN_CHALLENGE})
    await kept.until(lambda reply: "What it is called" in reply.text)
    assert "My challenge" not in (await (await ada.slash("practice list")).shown()).text
    tested = await mo.slash("teach challenge test", challenge="my-challenge")
    await tested.until(lambda reply: "can be published" in reply.text)
    published = await mo.slash("teach challenge publish", challenge="my-challenge")
    await published.until(lambda reply: "open to learners" in reply.text)
    card = await (await ada.slash("practice start", challenge="my-challenge")).shown()
    assert "What the prompt must achieve" in json.dumps(card.messages[0].embeds)
    assert "A hard text" not in json.dumps(card.messages[0].embeds)
    retired = await mo.slash("teach challenge retire", challenge="my-challenge")
    await retired.until(lambda reply: "out of sight" in reply.text)
    gone = await (await ada.slash("practice start", challenge="my-challenge")).shown()
    assert "no such challenge" in gone.text


async def test_a_challenge_that_does_not_part_is_not_published(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", moderator=True)
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    bad = OWN_CHALLENGE.replace(
        "bad: {one: wrong, two: wrong, three: wrong}", "bad: {one: expected, two: expected, three: expected}"
    )
    kept = await mo.submit(form, {"text": bad})
    await kept.until(lambda reply: "draft" in reply.text)
    refused = await mo.slash("teach challenge publish", challenge="my-challenge")
    await refused.until(lambda reply: "Not published" in reply.text)


@pytest.mark.parametrize(
    ("locale", "empty", "not_yaml"),
    [
        ("en-US", "`title` is still empty", "not YAML"),
        ("zh-CN", "`title` 还是空的", "不是有效的 YAML"),
        ("zh-TW", "`title` 還是空的", "不是有效的 YAML"),
    ],
)
async def test_the_form_as_it_opens_is_refused_in_the_moderators_language(
    wire_without_model: Wire, locale: str, empty: str, not_yaml: str
) -> None:
    mo = wire_without_model.play.person("Mo", locale=locale, moderator=True)
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    refused = await mo.submit(form)
    await refused.until(lambda reply: empty in reply.text)
    broken = await mo.submit(form, {"text": OWN_CHALLENGE.replace("kind: run", "kind: [run")})
    await broken.until(lambda reply: not_yaml in reply.text)


async def test_a_draft_that_does_not_part_says_why_in_chinese(wire_without_model: Wire) -> None:
    mo = wire_without_model.play.person("Mo", locale="zh-CN", moderator=True)
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    worse = "reference: {one: wrong, two: wrong, three: wrong}"
    text = OWN_CHALLENGE.replace("reference: {one: expected, two: expected, three: expected}", worse)
    await (await mo.submit(form, {"text": text})).until(lambda reply: "草稿" in reply.text)
    tested = await mo.slash("teach challenge test", challenge="my-challenge")
    await tested.until(lambda reply: "参考提示词没有通过：one (contains-any)" in reply.text)
