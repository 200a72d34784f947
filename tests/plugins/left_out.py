"""Says at the end of a run which kinds of test were left out, so that nobody takes silence for success."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import pytest

_KINDS: Final = ("browser", "conformance", "soak", "corpus")
_KEY: Final = "left-out"


class LeftOut:
    """Counts what a marker expression deselected.

    Where tests run in several processes, each of them deselects the same and tells the one that reports.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        told: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
        if told is not None:
            told[_KEY] = dict(self._counts)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self._counts = Counter(getattr(node, "workeroutput", {}).get(_KEY, {}))

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        for item in items:
            kind = next((kind for kind in _KINDS if item.get_closest_marker(kind)), "other")
            self._counts[kind] += 1

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        left_out = ", ".join(
            f"{count} {kind}" for kind, count in sorted(self._counts.items()) if kind != "other"
        )
        if left_out:
            terminalreporter.write_line(f"Left out of this run: {left_out}.")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(LeftOut(), "left-out")
