"""/teach challenge: a server's own challenge from the form to a learner's screen."""

import json

from cogs.teach.challenge import _TEMPLATE
from tests.wire.conftest import Wire


async def test_a_challenge_is_written_tested_published_and_retired(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = wire.play.person("Mo", moderator=True)
    ada = wire.play.person("Ada")
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    wrong = await mo.submit(form, {"text": _TEMPLATE.replace("kind: run", "kind: walk")})
    await wrong.until(lambda reply: "Line 2" in reply.text or "`kind` must be one of" in reply.text)
    form = await mo.slash("teach challenge new")
    await form.until(lambda form: form.modal is not None)
    kept = await mo.submit(form, {"text": _TEMPLATE})
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
    bad = _TEMPLATE.replace(
        "bad: {one: wrong, two: wrong, three: wrong}", "bad: {one: expected, two: expected, three: expected}"
    )
    kept = await mo.submit(form, {"text": bad})
    await kept.until(lambda reply: "draft" in reply.text)
    refused = await mo.slash("teach challenge publish", challenge="my-challenge")
    await refused.until(lambda reply: "Not published" in reply.text)
