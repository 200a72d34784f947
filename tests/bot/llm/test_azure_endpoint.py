"""Azure OpenAI: deployments in the address, the key in its own header, and both kinds of API version."""

from collections.abc import AsyncIterator, Callable
from random import Random

import pytest

from bot.ids import RandomIds
from bot.llm.door import ModelDoor
from bot.llm.endpoint import Azure, Endpoint
from tests.doubles.model_desk import CallList, OpenBudget, StillClock, question
from tests.doubles.model_server import ModelServer

MakeDoor = Callable[[str], ModelDoor]


@pytest.fixture
async def azure_door(server: ModelServer) -> AsyncIterator[MakeDoor]:
    """Makes a door to a resource with one deployment."""
    made: list[ModelDoor] = []

    def make(api_version: str) -> ModelDoor:
        resource = server.base_url.removesuffix("/v1")
        endpoint = Endpoint(api_key="key", azure=Azure(resource, api_version), chat_model="our-deployment")
        made.append(
            ModelDoor(
                endpoint,
                budget=OpenBudget(),
                calls=CallList(),
                clock=StillClock(),
                ids=RandomIds(),
                chance=Random(7),
            )
        )
        return made[-1]

    yield make
    for door in made:
        await door.close()


@pytest.mark.parametrize(
    ("api_version", "path", "header"),
    [
        ("2024-10-21", "/openai/deployments/our-deployment/chat/completions", "api-key"),
        ("v1", "/openai/v1/chat/completions", "Authorization"),
    ],
)
async def test_a_deployment_answers_at_azures_own_address(
    api_version: str, path: str, header: str, server: ModelServer, azure_door: MakeDoor
) -> None:
    server.say("来自部署的回答。")
    completion = await azure_door(api_version).complete(question())
    assert completion.text.unchecked == "来自部署的回答。"
    (request,) = server.chats
    assert request.path == path
    assert request.headers[header].endswith("key")
    assert request.model == "our-deployment"
