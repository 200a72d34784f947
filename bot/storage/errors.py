"""What can go wrong with the database, as data.

An expected failure has a `Trouble` and with it a sentence; a mistake in our own code is `UnitBrokeRules`.
"""

from enum import StrEnum


class Trouble(StrEnum):
    """Why the database could not do its work; the sentence for it is `storage-<value>`."""

    DISK_FULL = "disk-full"
    LOCKED = "locked"
    READ_ONLY = "read-only"
    CANNOT_OPEN = "cannot-open"
    CORRUPT = "corrupt"
    DISK_FAULT = "disk-fault"
    CLOSED = "closed"


class StorageError(Exception):
    """The database could not do what it was asked, and nothing of that unit was kept.

    `key` names the sentence for a learner; `detail` is SQLite's own word on it, for the log.
    """

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value}: {detail}" if detail else trouble.value)
        self.trouble = trouble
        self.detail = detail
        self.key = f"storage-{trouble.value}"

    def __reduce__(self) -> tuple[type["StorageError"], tuple[Trouble, str]]:
        return type(self), (self.trouble, self.detail)  # it may cross from one process to another


class UnitBrokeRules(RuntimeError):
    """A unit of work did what no unit may: wait for something else than its connection, commit, or write
    where it was submitted to read. It is a mistake in that unit's code, and what it did is undone."""


class UnsupportedDatabase(ValueError):
    """`DATABASE_URL` names a database that the tutor cannot use; the message says which it can."""
