"""What the filters were given to read, for tests that ask whether a text passed them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from bot.safety.pipeline import Pipeline


class FilterEar:
    """Every text that was decided about while it listens."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def has(self, words: str) -> bool:
        """Whether a text that holds these words was decided about, however it was spaced."""
        wanted = "".join(words.split())
        return any(wanted in "".join(text.split()) for text in self.heard)


@contextmanager
def listening() -> Iterator[FilterEar]:
    """Hear what the filters are given; they decide as always."""
    ear, decide = FilterEar(), Pipeline.decide

    def overheard(self: Pipeline, text: str, *args: Any, **kwargs: Any) -> Any:
        ear.heard.append(text)
        return decide(self, text, *args, **kwargs)

    with patch.object(Pipeline, "decide", overheard):
        yield ear
