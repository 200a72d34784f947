"""Identifiers and chance, handed in from outside so that a test can foresee them."""

import secrets
from typing import Protocol

_ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz"
_LENGTH = 12


class Ids(Protocol):
    """Where new identifiers come from."""

    def new(self) -> str:
        """A fresh identifier: 12 characters of `[0-9a-z]`, short enough for a button's `custom_id`."""
        ...


class RandomIds:
    """Identifiers nobody can guess (about 61 bits)."""

    def new(self) -> str:
        return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
