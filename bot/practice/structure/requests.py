"""What a sentence of a prompt may ask for."""

from enum import Enum, auto


class Request(Enum):
    """A sentence that asks."""

    WITH_FORM = auto()
    """What it asks for has a form of its own (a translation, a name, a poem), or it says one."""
    OPEN = auto()
    """How the answer looks is left open: *explain*, *discuss*."""
    MAYBE = auto()
    """It neither clearly asks nor clearly tells."""
