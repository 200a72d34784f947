"""What a model can do is known, learnt once, kept, and in the end the operator's word."""

from collections.abc import Callable, Mapping

import pytest

from bot.llm.capabilities import CapabilityTable, JsonMode, TokenLimit, check_overrides
from bot.llm.endpoint import Azure, Endpoint
from bot.llm.errors import ModelError, Reason
from tests.doubles.model_desk import Desk, question
from tests.doubles.model_server import ModelServer

MakeDesk = Callable[..., Desk]


class Notebook:
    """Keeps what was learnt, as a database would."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Mapping[str, object]] = {}

    async def learnt(self, address: str) -> Mapping[str, Mapping[str, object]]:
        return {model: values for (where, model), values in self.kept.items() if where == address}

    async def keep(self, address: str, model: str, values: Mapping[str, object]) -> None:
        self.kept[address, model] = values


OPENAI = Endpoint(api_key="k")
AZURE = Endpoint(api_key="k", azure=Azure("https://unit.openai.azure.com", "2024-10-21"))
LOCAL = Endpoint(base_url="http://127.0.0.1:11434/v1")


@pytest.mark.parametrize(
    ("endpoint", "model", "expected"),
    [
        (OPENAI, "gpt-4o-mini", (TokenLimit.MAX_COMPLETION_TOKENS, JsonMode.SCHEMA, True, False)),
        (OPENAI, "gpt-4.1", (TokenLimit.MAX_COMPLETION_TOKENS, JsonMode.SCHEMA, True, False)),
        (OPENAI, "gpt-5-mini", (TokenLimit.MAX_COMPLETION_TOKENS, JsonMode.SCHEMA, False, True)),
        (OPENAI, "gpt-5-chat-latest", (TokenLimit.MAX_COMPLETION_TOKENS, JsonMode.SCHEMA, True, False)),
        (OPENAI, "o3-mini", (TokenLimit.MAX_COMPLETION_TOKENS, JsonMode.SCHEMA, False, True)),
        (OPENAI, "gpt-4", (TokenLimit.MAX_COMPLETION_TOKENS, JsonMode.INSTRUCTION, True, False)),
        (AZURE, "gpt-35-turbo", (TokenLimit.MAX_COMPLETION_TOKENS, JsonMode.OBJECT, True, False)),
        (LOCAL, "qwen3:8b", (TokenLimit.MAX_TOKENS, JsonMode.SCHEMA, True, False)),
        (LOCAL, "deepseek-r1:7b", (TokenLimit.MAX_TOKENS, JsonMode.SCHEMA, True, True)),
    ],
)
def test_known_families_start_right(
    endpoint: Endpoint, model: str, expected: tuple[TokenLimit, JsonMode, bool, bool]
) -> None:
    row = CapabilityTable(endpoint).of(model)
    assert (row.token_limit, row.json, row.temperature, row.reasoning) == expected


@pytest.mark.parametrize(
    "parameter", ["max_tokens", "temperature", "stream_options", "stream", "safety_identifier"]
)
async def test_a_refused_parameter_is_left_out_at_once_and_from_then_on(
    parameter: str, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.refused_parameters = {parameter}
    one = at_desk(identity_salt="pepper", learnt=WithIdentifier())
    await one.door.complete(question(temperature=0.5))
    assert parameter in server.chats[0].body
    assert parameter not in server.chats[1].body
    await one.door.complete(question(temperature=0.5))
    assert len(server.chats) == 3
    assert parameter not in server.chats[2].body
    assert one.clock.slept == []


class WithIdentifier(Notebook):
    """Knows already that the test server takes an identifier."""

    async def learnt(self, address: str) -> Mapping[str, Mapping[str, object]]:
        return {"test-model": {"safety_identifier": True}}


async def test_several_refused_parameters_are_left_out_one_after_the_other(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.refused_parameters = {"max_tokens", "temperature", "stream_options"}
    one = at_desk()
    await one.door.complete(question(temperature=0.5))
    assert "max_completion_tokens" in server.chats[-1].body
    assert len(server.chats) == 4


async def test_a_server_that_refuses_both_names_of_the_limit_ends_in_an_error(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.refused_parameters = {"max_tokens", "max_completion_tokens"}
    with pytest.raises(ModelError) as caught:
        await at_desk().door.complete(question())
    assert caught.value.reason is Reason.BAD_REQUEST
    assert len(server.chats) == 2


async def test_what_was_learnt_outlives_a_restart(server: ModelServer, at_desk: MakeDesk) -> None:
    notebook = Notebook()
    server.refused_parameters = {"temperature"}
    await at_desk(learnt=notebook).door.complete(question(temperature=0.5))
    await at_desk(learnt=notebook).door.complete(question(temperature=0.5))
    assert ["temperature" in request.body for request in server.chats] == [True, False, False]


async def test_nothing_is_learnt_from_a_request_that_still_failed(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    notebook = Notebook()
    server.refused_parameters = {"temperature", "messages"}
    with pytest.raises(ModelError):
        await at_desk(learnt=notebook).door.complete(question(temperature=0.5))
    assert notebook.kept == {}


async def test_json_modes_are_stepped_down_when_refused(server: ModelServer, at_desk: MakeDesk) -> None:
    server.refused_parameters = {"response_format"}
    server.answer = lambda request: "[1]"
    one = at_desk()
    assert await one.door.complete_json(question(), {"type": "array"}) == [1]
    assert one.door.capabilities("test-model").json is JsonMode.INSTRUCTION


async def test_the_operators_word_is_last(server: ModelServer, at_desk: MakeDesk) -> None:
    notebook = Notebook()
    server.refused_parameters = {"temperature"}
    await at_desk(learnt=notebook).door.complete(question(temperature=0.5))
    one = at_desk(learnt=notebook, capabilities={"test-model": {"temperature": True}})
    await one.door.warm_up()
    assert one.door.capabilities("test-model").temperature


async def test_a_store_that_fails_costs_no_answer(server: ModelServer, at_desk: MakeDesk) -> None:
    class Broken(Notebook):
        async def learnt(self, address: str) -> Mapping[str, Mapping[str, object]]:
            raise OSError

        async def keep(self, address: str, model: str, values: Mapping[str, object]) -> None:
            raise OSError

    server.refused_parameters = {"temperature"}
    assert (await at_desk(learnt=Broken()).door.complete(question(temperature=0.5))).text


@pytest.mark.parametrize("values", [{"temprature": True}, {"json": "yaml"}, {"logprobs": "yes"}])
def test_overrides_that_are_not_understood_are_refused_in_words(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="my-model"):
        check_overrides({"my-model": values})


async def test_rows_that_only_a_newer_version_understands_are_left_out() -> None:
    notebook = Notebook()
    await notebook.keep(LOCAL.address, "new", {"telepathy": True})
    await notebook.keep(LOCAL.address, "old", {"temperature": False})
    table = CapabilityTable(LOCAL, notebook)
    await table.load()
    assert not table.of("old").temperature
    assert table.of("new") == CapabilityTable(LOCAL).of("new")


async def test_logprobs_that_a_server_leaves_out_are_unsupported_and_not_asked_for_again(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.gives_logprobs = False
    one = at_desk()
    for _ in range(2):
        with pytest.raises(ModelError) as caught:
            await one.door.logprobs(question(), 5)
        assert caught.value.reason is Reason.UNSUPPORTED
    assert len(server.chats) == 1
