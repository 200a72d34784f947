"""Says at the end of a run which kinds of test were left out, so that nobody takes silence for success."""

from collections import Counter
from collections.abc import Sequence

import pytest

_KINDS = ("browser", "conformance", "soak", "corpus")


class LeftOut:
    """Counts what a marker expression deselected."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

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
