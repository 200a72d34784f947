"""What one learner said reaches no other: not on a screen, not in a prompt."""

import asyncio

from tests.wire.conftest import Wire

SECRETS = {
    "Ada": "What is a token, and how do temperature and top-p choose the next token for aardvarks?",
    "Mo": "What is a token, and how do temperature and top-p choose the next token for buffaloes?",
    "Zoë": "What is a token, and how do temperature and top-p choose the next token for cormorants?",
}
ANIMAL = {"Ada": "aardvarks", "Mo": "buffaloes", "Zoë": "cormorants"}


async def test_no_prompt_holds_the_words_of_two_learners(wire: Wire) -> None:
    people = {name: await wire.agreed(name) for name in SECRETS}
    wire.model.answer = lambda request: f"A token is text [1]. {_animal(request.last_message)}"
    for _ in range(2):
        await asyncio.gather(*(wire.ask(people[name], SECRETS[name]) for name in SECRETS))
    assert len(wire.model.chats) == 6
    for chat in wire.model.chats:
        prompt = str(chat.body["messages"])
        assert sum(animal in prompt for animal in ANIMAL.values()) == 1


async def test_no_screen_shows_the_words_of_somebody_else(wire: Wire) -> None:
    people = {name: await wire.agreed(name) for name in SECRETS}
    wire.model.answer = lambda request: f"A token is text [1]. {_animal(request.last_message)}"
    await asyncio.gather(*(wire.ask(people[name], SECRETS[name]) for name in SECRETS))
    assert len(wire.model.chats) == 3
    for name, person in people.items():
        await (await person.slash("memory show")).shown()
        for message in wire.play.world.messages.values():
            if person.sees(message):
                words = message.content + str(message.embeds) + str(message.components)
                assert not any(ANIMAL[other] in words for other in ANIMAL if other != name)


async def test_learners_names_reach_no_model(wire: Wire) -> None:
    ada = await wire.agreed("Adalbertina")
    wire.model.answer = lambda request: "A token is text [1]."
    await wire.ask(ada, "What is a token?")
    sent = str([chat.body for chat in wire.model.chats]) + str([chat.headers for chat in wire.model.chats])
    assert "Adalbertina" not in sent and str(ada.id) not in sent


async def test_a_model_that_repeats_its_prompt_shows_no_other_learner(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo")
    wire.model.answer = lambda request: str(request.body["messages"])
    await wire.ask(ada, SECRETS["Ada"])
    reply = await wire.ask(mo, SECRETS["Mo"])
    assert "aardvarks" not in reply.text


def _animal(text: str) -> str:
    return next(animal for animal in ANIMAL.values() if animal in text)
