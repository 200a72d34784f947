"""Which interactions were seen before: Discord sends some events twice after a lost connection."""

from collections import OrderedDict
from typing import Final

_KEPT: Final = 4096


class SeenOnce:
    """Remembers the last few thousand ids, in order of arrival."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._ids: OrderedDict[int, None] = OrderedDict()

    def is_new(self, identity: int) -> bool:
        """Whether the id comes for the first time; from then on it is known."""
        if identity in self._ids:
            return False
        self._ids[identity] = None
        if len(self._ids) > self._kept:
            self._ids.popitem(last=False)
        return True
