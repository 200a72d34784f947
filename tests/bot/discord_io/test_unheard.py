"""What nobody listens to does not reach discord.py's parsers; what somebody listens to does, whole."""

from typing import Any

from bot.discord_io.unheard import Parsers, hear_less


def test_a_press_comes_without_what_stood_on_its_card_and_edits_do_not_come_at_all() -> None:
    heard: list[Any] = []
    parsers: Parsers = dict.fromkeys(("INTERACTION_CREATE", "MESSAGE_UPDATE", "MESSAGE_CREATE"), heard.append)
    hear_less(parsers)
    assert set(parsers) == {"INTERACTION_CREATE", "MESSAGE_CREATE"}
    message = {"id": "1", "content": "Which?", "embeds": [{"title": "one"}], "components": [{"type": 1}]}
    parsers["INTERACTION_CREATE"]({"id": "2", "message": message})
    parsers["INTERACTION_CREATE"]({"id": "3"})
    assert heard == [
        {"id": "2", "message": {"id": "1", "content": "Which?", "embeds": [], "components": []}},
        {"id": "3"},
    ]
