"""The other side of the workshop: takes jobs from its standard input until that is closed, which the end of the bot does too."""

import pickle
import sys
from typing import Any

from bot.explain.workshop import read_frame, write_frame


def main() -> None:
    """Do one job after another."""
    jobs, results = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not get among the results
    while True:
        try:
            job = read_frame(jobs)
        except EOFError:
            return
        write_frame(results, pickle.dumps(_done(job)))


def _done(job: bytes) -> tuple[bool, Any]:
    try:
        function, args, kwargs = pickle.loads(job)
        return True, function(*args, **kwargs)
    except Exception as error:  # told by its kind alone: its words may hold what a person typed
        return False, type(error).__name__


if __name__ == "__main__":
    try:
        main()
    except (KeyboardInterrupt, BrokenPipeError):  # whoever stops the bot stops this as well
        pass
