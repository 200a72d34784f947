"""Picks the rules for a request."""

from __future__ import annotations

from typing import Any

from playground.errors import Problem
from playground.routing import Route, Upload
from playground.state import Message


def check(route: Route, body: Any, uploads: list[Upload]) -> list[Problem]:
    """The breaches of one request's body."""
    return []


def edit_of(message: Message, body: Any, uploads: list[Upload]) -> list[Problem]:
    """The breaches that an edit would make of the message as it stands."""
    return []
