"""Lets go of what babel knows of languages beside how they write numbers and count: sentences need no more of it.

babel reads names of countries and currencies, calendars and time zones with that: five megabytes for our languages. Reads nothing itself.
"""

from babel import core, localedata

NEEDED = frozenset(
    ("plural_form", "number_symbols", "decimal_formats", "default_numbering_system", "numbering_systems")
)
"""What Fluent asks for to write a number and to choose between sentences; `DATETIME` would need more, and no sentence uses it."""


def keep_numbers_alone() -> None:
    """Forget the rest of every language that was read; for when all are. A language that is read later for the first time is whole."""
    for known in localedata._cache.values():
        for name in known.keys() - NEEDED:
            del known[name]
    core._global_data = None  # read again where a language is looked up by its name
