"""Embeddings come in order and whole; moderation gives the provider's own scores."""

from collections.abc import Callable

import numpy as np
import pytest

from bot.llm.errors import ModelError, Reason
from bot.llm.vectors import BATCH_TEXTS, batches
from tests.doubles.model_desk import ADA, Desk, question
from tests.doubles.model_server import Fault, ModelServer, embed

MakeDesk = Callable[..., Desk]


@pytest.mark.parametrize("base64", [True, False])
async def test_vectors_keep_the_order_of_the_texts(
    base64: bool, server: ModelServer, at_desk: MakeDesk
) -> None:
    texts = [f"第{number}段 passage {number}" for number in range(BATCH_TEXTS * 2 + 3)]
    one = at_desk(capabilities={"*": {"base64_embeddings": base64}})
    vectors = await one.door.embed(texts, ADA)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, np.array([embed(text) for text in texts]), atol=1e-6)
    assert len(server.requests) == 3
    assert one.budget.used_by(ADA) > 0


async def test_no_texts_are_no_vectors_and_no_call(server: ModelServer, at_desk: MakeDesk) -> None:
    assert (await at_desk().door.embed([], ADA)).shape == (0, 0)
    assert server.requests == []


def test_batches_stay_below_what_a_server_takes() -> None:
    texts = ["词" * 30_000, *["short"] * 100]
    made = list(batches(texts))
    assert [text for batch in made for text in batch] == texts
    assert max(len(batch) for batch in made) <= BATCH_TEXTS


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.QUOTA, Reason.OUT_OF_QUOTA),
        (Fault.SERVER_ERROR, Reason.SERVER_ERROR),
        (Fault.STALL, Reason.TIMED_OUT),
    ],
)
async def test_embedding_and_moderation_fail_as_honestly_as_chat(
    fault: Fault, reason: Reason, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.faulty_models.update({"test-embedding": fault, "test-moderation": fault})
    one = at_desk(timeout=0.4 if fault is Fault.STALL else 30.0)
    for work in (one.door.embed(["text"], ADA), one.door.moderate("text")):
        with pytest.raises(ModelError) as caught:
            await work
        assert caught.value.reason is reason
    assert one.budget.reserved == {}


async def test_moderation_gives_each_category_its_score(server: ModelServer, at_desk: MakeDesk) -> None:
    server.moderation_scores = lambda text: {"self-harm": 0.75 if "不想活" in text else 0.0}
    one = at_desk()
    assert (await one.door.moderate("我不想活了"))["self-harm"] == 0.75
    assert (await one.door.moderate("什么是词元？"))["self-harm"] == 0.0


async def test_log_probabilities_come_with_their_alternatives_best_first(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.say("词元 is")
    tokens = await at_desk().door.logprobs(question(), 3)
    assert [token.token.unchecked for token in tokens] == ["词元", " is"]
    assert tokens[0].raw == "词元".encode()
    chances = [chance.logprob for chance in tokens[0].top]
    assert len(chances) == 3
    assert chances == sorted(chances, reverse=True)
    assert server.chats[0].body["top_logprobs"] == 3


@pytest.mark.parametrize("top", [0, 21])
async def test_more_than_twenty_alternatives_cannot_be_asked_for(top: int, at_desk: MakeDesk) -> None:
    with pytest.raises(ValueError, match="1 to 20"):
        await at_desk().door.logprobs(question(), top)
