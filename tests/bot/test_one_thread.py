"""Numbers are multiplied by one thread: two wait for each other where the machine has other work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_COUNT = """
import os
import bot
import numpy
rows = numpy.ones((2000, 400), dtype=numpy.float32)
rows @ rows.T
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells the threads of a process")
def test_a_multiplication_starts_no_threads() -> None:
    unset = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run(
        [sys.executable, "-c", _COUNT], capture_output=True, text=True, check=True, env=unset
    )
    assert told.stdout.strip() == "1"
