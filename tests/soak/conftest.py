"""The long tests borrow the world of the short ones."""

from tests.wire.conftest import taught_database_file
from tests.wire.test_kill import killing

__all__ = ["killing", "taught_database_file"]
