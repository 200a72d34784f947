"""What Discord tells and nobody here listens to: kept from discord.py, which would make objects of it while people wait."""

from collections.abc import Callable, MutableMapping
from typing import Any, Final

Parsers = MutableMapping[str, Callable[[Any], None]]
"""discord.py's parsers by the name of the event. They stand in a private attribute of its state; it has no public way to them."""

_UNHEARD: Final = ("MESSAGE_UPDATE",)
"""Each edit of an answer comes back as one."""

_PRESSED: Final = "INTERACTION_CREATE"
_ABOUT_ITS_CARD: Final = "report.card:"
"""The one button that is about what stands on its card."""


def hear_less(parsers: Parsers) -> None:
    """Take out the events that nobody listens to, and of a press what stood on the card that was pressed."""
    for event in _UNHEARD:
        parsers.pop(event, None)
    parse = parsers[_PRESSED]

    def without_card(data: Any) -> None:
        about_card = str(data.get("data", {}).get("custom_id", "")).startswith(_ABOUT_ITS_CARD)
        if (message := data.get("message")) is not None and not about_card:
            data["message"] = {**message, "embeds": [], "components": []}
        parse(data)

    parsers[_PRESSED] = without_card
