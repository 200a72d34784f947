"""Which answer suits which interaction."""

from __future__ import annotations

from typing import Any

from playground.errors import Problem
from playground.interaction import Interaction
from playground.wire import InteractionKind, ResponseKind

_SUITS = {
    InteractionKind.COMMAND: {
        ResponseKind.MESSAGE,
        ResponseKind.DEFERRED_MESSAGE,
        ResponseKind.MODAL,
    },
    InteractionKind.COMPONENT: {
        ResponseKind.MESSAGE,
        ResponseKind.DEFERRED_MESSAGE,
        ResponseKind.DEFERRED_UPDATE,
        ResponseKind.UPDATE,
        ResponseKind.MODAL,
    },
    InteractionKind.AUTOCOMPLETE: {ResponseKind.AUTOCOMPLETE},
    InteractionKind.MODAL_SUBMIT: {ResponseKind.MESSAGE, ResponseKind.DEFERRED_MESSAGE},
}


def fits(interaction: Interaction, body: Any) -> list[Problem]:
    """Breaches of "types 6 and 7 only for components, 8 only for autocomplete, 9 not for autocomplete or modals".

    A modal that a component opened may still update that component's message.
    """
    allowed = set(_SUITS[interaction.kind])
    if interaction.kind is InteractionKind.MODAL_SUBMIT and interaction.message is not None:
        allowed |= {ResponseKind.DEFERRED_UPDATE, ResponseKind.UPDATE}
    kind = body.get("type") if isinstance(body, dict) else None
    if kind in set(map(int, allowed)):
        return []
    return [
        Problem(
            ("type",),
            "INTERACTION_RESPONSE_TYPE_INVALID",
            f"response type {kind!r} does not suit a {interaction.kind.name.lower().replace('_', ' ')}",
        )
    ]
