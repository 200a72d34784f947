"""The estimate of tokens stays near the counts of a real vocabulary, and does not depend on how a text arrives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.llm.estimate import TokenCounter, estimate_tokens

ENGLISH = (
    "A large language model predicts the next token from the tokens before it. It was trained on a great deal of "
    "text, and what it writes is the continuation that it finds likely, not a fact that it looked up. That is why a "
    "fluent answer can still be wrong, and why a good tutor shows where an answer comes from."
)
CHINESE = (
    "大语言模型根据前面的词元预测下一个词元。它在大量文本上训练，写出来的是它认为最可能的接续，而不是查到的事实。"
    "所以，一段流畅的回答也可能是错的，好的导师会告诉你答案出自哪里。"
)
TRADITIONAL = (
    "大型語言模型根據前面的詞元預測下一個詞元。它在大量文本上訓練，寫出來的是它認為最可能的接續，而不是查到的事實。"
    "所以，一段流暢的回答也可能是錯的，好的導師會告訴你答案出自哪裡。"
)
CODE = '''def softmax(logits: list[float], temperature: float = 1.0) -> list[float]:
    """Turn logits into probabilities."""
    scaled = [value / temperature for value in logits]
    highest = max(scaled)
    weights = [math.exp(value - highest) for value in scaled]
    total = sum(weights)
    return [weight / total for weight in weights]
'''
JSON = (
    '{"question": "What is a token?", "options": ["a word", "a piece of text", "a character", "a sentence"], '
    '"answer": 1, "score": 0.25}'
)
MIXED = "Token（词元）是模型读写文本的最小单位，例如 GPT-4o 会把 “unbelievable” 切成两三个 token。"


@pytest.mark.parametrize(
    ("text", "counted"),
    [(ENGLISH, 67), (CHINESE, 60), (TRADITIONAL, 75), (CODE, 82), (JSON, 44), (MIXED, 33)],
    ids=["english", "chinese", "traditional", "code", "json", "mixed"],
)
def test_the_estimate_is_within_a_fifth_of_the_o200k_count(text: str, counted: int) -> None:
    assert abs(estimate_tokens(text) - counted) <= counted / 5


def test_nothing_is_no_tokens() -> None:
    assert estimate_tokens("") == 0


@given(st.text(max_size=200), st.integers(min_value=1, max_value=60))
def test_every_text_has_at_least_one_token_and_is_taken_up_to_the_limit(text: str, limit: int) -> None:
    counter = TokenCounter()
    taken = counter.take(text, limit)
    assert text.startswith(taken)
    assert counter.total <= limit
    if estimate_tokens(text) <= limit:
        assert taken == text


@given(st.sampled_from([ENGLISH, CHINESE, JSON, MIXED]), st.data())
def test_a_text_in_two_pieces_counts_as_one(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(min_value=0, max_value=len(text)))
    counter = TokenCounter()
    counter.feed(text[:cut])
    counter.feed(text[cut:])
    assert abs(counter.total - estimate_tokens(text)) <= 1


def test_what_was_taken_in_pieces_is_the_start_of_the_text() -> None:
    counter = TokenCounter()
    taken = "".join(counter.take(piece, 30) for piece in (CHINESE[:20], CHINESE[20:50], CHINESE[50:]))
    assert CHINESE.startswith(taken)
    assert 29 <= counter.total <= 30
