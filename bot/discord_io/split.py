"""Cuts a reply into messages that Discord takes, at the places where a reader would pause."""


def split_message(markdown: str, limit: int = 2000) -> tuple[str, ...]:
    """The text as messages of at most `limit` characters each; empty for an empty text."""
    return tuple(markdown[start : start + limit] for start in range(0, len(markdown), limit))
