"""Versions of lessons: adding one, reading it back, publishing it, hiding it again. Each is a unit of work."""

from bot.lessons.versions.store import (
    Version,
    add_version,
    is_published,
    last_numbers,
    newest,
    own_id,
    publish,
    replace_course,
    unpublish,
    version,
)

__all__ = [
    "Version",
    "add_version",
    "is_published",
    "last_numbers",
    "newest",
    "own_id",
    "publish",
    "replace_course",
    "unpublish",
    "version",
]
