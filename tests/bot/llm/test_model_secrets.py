"""Neither the key nor a word of a message gets out in an exception, a log line or a `repr`."""

import logging
import traceback
from collections.abc import Callable

import pytest

from bot.llm.endpoint import Endpoint
from bot.llm.errors import ModelError
from bot.llm.sdk import safety_identifier
from bot.texts.kinds import ModelText
from tests.doubles.model_desk import Desk, question
from tests.doubles.model_server import Fault, ModelServer

MakeDesk = Callable[..., Desk]
KEY = "sk-very-secret-key"
SECRET = "my diary entry 日记"


def everything_about(error: BaseException) -> str:
    """What a log with full tracebacks and local variables of the exception chain would show."""
    told = "".join(traceback.TracebackException.from_exception(error, capture_locals=False).format())
    seen: BaseException | None = error
    while seen is not None:
        told += repr(seen) + repr(vars(seen))
        seen = seen.__cause__ or seen.__context__
    return told


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault not in (Fault.SLOW, Fault.LENGTH)])
async def test_a_fault_tells_nothing(
    fault: Fault, server: ModelServer, at_desk: MakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    server.faulty_models["test-model"] = fault
    silence = 0.5 if fault in (Fault.STALL, Fault.STALL_MIDWAY) else 20.0
    one = at_desk(api_key=KEY, first_token_timeout=silence)
    told = ""
    with caplog.at_level(logging.DEBUG):
        try:
            async with one.door.stream(question(SECRET)) as reply:
                _ = [delta async for delta in reply]
        except ModelError as error:
            assert error.__cause__ is None
            assert error.__context__ is None
            told = everything_about(error)
    for text in (told, caplog.text):
        assert KEY not in text
        assert "diary" not in text
        assert "日记" not in text


async def test_a_right_answer_is_not_logged_either(
    server: ModelServer, at_desk: MakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await at_desk(api_key=KEY).door.complete(question(SECRET))
    assert "diary" not in caplog.text
    assert KEY not in caplog.text


async def test_a_model_that_does_not_write_json_tells_nothing(server: ModelServer, at_desk: MakeDesk) -> None:
    server.answer = lambda request: "diary diary"
    with pytest.raises(ModelError) as caught:
        await at_desk().door.complete_json(question(), {"type": "object"})
    assert caught.value.__context__ is None
    assert "diary" not in everything_about(caught.value)


def test_values_hide_what_they_hold() -> None:
    endpoint = Endpoint(api_key=KEY, identity_salt="pepper")
    assert KEY not in repr(endpoint)
    assert "pepper" not in repr(endpoint)
    assert "diary" not in repr(question(SECRET))
    assert "diary" not in repr(ModelText(SECRET))


async def test_a_learner_goes_out_as_a_salted_hash_only(server: ModelServer, at_desk: MakeDesk) -> None:
    one = at_desk(identity_salt="pepper", capabilities={"*": {"safety_identifier": True}})
    await one.door.complete(question())
    sent = server.chats[0].body["safety_identifier"]
    assert sent == safety_identifier(101, "pepper") != safety_identifier(101, "salt")
    assert "101" not in {str(value) for value in server.chats[0].body.values()}


async def test_without_a_salt_nothing_names_the_learner(server: ModelServer, at_desk: MakeDesk) -> None:
    one = at_desk(capabilities={"*": {"safety_identifier": True}})
    await one.door.complete(question())
    assert "safety_identifier" not in server.chats[0].body
    assert "user" not in server.chats[0].body


def test_the_address_that_is_kept_holds_no_password() -> None:
    assert (
        Endpoint(base_url="https://me:pass@models.example.org:8443/v1?k=1").address
        == "models.example.org:8443"
    )
