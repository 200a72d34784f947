"""However three people moderate two servers, neither server feels the other, and every change is recorded and can go."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.doubles.moderators_at_work import ModeratorsAtWork

RUNS, STEPS = 3, 30


def moderate(taught: Path, *, runs: int, steps: int) -> None:
    """Let the people act at random: so many runs of at most so many steps."""
    ModeratorsAtWork.taught = taught
    how = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a step takes too long for shrinking
    )
    run_state_machine_as_test(ModeratorsAtWork, settings=how)


@pytest.mark.loop_may_block("the machine has its loop to itself")
def test_whatever_moderators_do_every_change_is_recorded_undone_once_and_kept_in_its_server(
    taught_database_file: Path,
) -> None:
    moderate(taught_database_file, runs=RUNS, steps=STEPS)
