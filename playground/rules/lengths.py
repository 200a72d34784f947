"""Lengths as Discord counts them, and the breaches about them."""

from __future__ import annotations

from typing import Any, TypeGuard

from playground.errors import Problems


def length(text: str) -> int:
    """The number of characters that Discord counts against a limit: Unicode code points."""
    return len(text)


def text(
    problems: Problems,
    path: tuple[str | int, ...],
    value: Any,
    least: int,
    most: int,
    *,
    required: bool = False,
) -> None:
    """A text of *least* to *most* characters; None and absent are fine unless *required*."""
    if value is None:
        if required:
            problems.add(path, "BASE_TYPE_REQUIRED", "This field is required")
        return
    if not isinstance(value, str):
        problems.add(path, "STRING_TYPE_CONVERT", f"Could not interpret {value!r} as string.")
        return
    if not least <= length(value) <= most:
        problems.add(
            path,
            "BASE_TYPE_BAD_LENGTH",
            f"Must be between {least} and {most} in length (it has {length(value)}).",
        )


def count(
    value: object, problems: Problems, path: tuple[str | int, ...], least: int, most: int
) -> TypeGuard[list[Any]]:
    """A list of *least* to *most* entries. False when it is no list."""
    if not isinstance(value, list):
        problems.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return False
    if not least <= len(value) <= most:
        problems.add(
            path,
            "BASE_TYPE_BAD_LENGTH",
            f"Must be between {least} and {most} in length (it has {len(value)}).",
        )
    return True
