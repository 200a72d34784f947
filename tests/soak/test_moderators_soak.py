"""The random moderators of `tests/bot/servers/test_moderators_machine.py`, a thousand actions and more: some minutes."""

from pathlib import Path

import pytest

from tests.bot.servers.test_moderators_machine import moderate
from tests.doubles.moderators_at_work import ModeratorsAtWork

ACTIONS = 1000
RUNS, STEPS = 24, 100
"""Some actions are left out, since whoever is to act may not at that moment."""


@pytest.mark.soak
@pytest.mark.loop_may_block("the machine has its loop to itself")
def test_after_a_thousand_actions_every_change_is_recorded_undone_once_and_kept_in_its_server(
    taught_database_file: Path,
) -> None:
    ModeratorsAtWork.done.clear()
    moderate(taught_database_file, runs=RUNS, steps=STEPS)
    done = ModeratorsAtWork.done
    of_imports = done.pop("undo of an import")  # some of those that count as "undo"
    assert done.total() >= ACTIONS
    assert done["undo"] > ACTIONS // 20 and of_imports
