"""The long tests borrow the world of the short ones."""

from tests.wire.test_kill import killing
from tests.wire.test_quiz_kill import quiz_killing
from tests.wire.test_quiz_live_kill import live_killing

__all__ = ["killing", "live_killing", "quiz_killing"]
