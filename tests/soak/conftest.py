"""The long tests borrow the world of the short ones."""

from tests.wire.conftest import taught_database_file
from tests.wire.test_kill import killing
from tests.wire.test_quiz_kill import quiz_killing

__all__ = ["killing", "quiz_killing", "taught_database_file"]
