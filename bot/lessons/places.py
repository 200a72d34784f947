"""Where terms occur, as arrays of numbers: a course's occurrences take a few megabytes, and a question's are looked through at once.

A place is one number: that of the section, of the field in it and of the word in the field, in this order, so that places in
order stand as the text does. Pure arithmetic.
"""

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]
"""Places, ascending, none twice."""

NAMES = 0
"""The field that holds the names of a section; its chunks are the fields from 1 on."""
WORDS = 4_096
"""More words than a field ever holds: those at the edges of two are never neighbours."""
FIELD_BITS = 12
"""`WORDS` in bits."""
SECTION_BITS = 28
"""Bits of a place below the number of its section: 65,536 fields."""
NOWHERE: Places = np.zeros(0, dtype=np.int64)


def place(section: int, field: int, word: int) -> int:
    """The place of a word; all counted from 0."""
    return (section << SECTION_BITS) + (field << FIELD_BITS) + word


def names_of(place: Places) -> Places:
    """Where the names begin of the sections in which the places lie."""
    return (place >> SECTION_BITS) << SECTION_BITS


def sections_of(places: Places) -> Places:
    """The numbers of the sections in which the places lie."""
    return places >> SECTION_BITS


def fields_of(places: Places) -> Places:
    """The fields in which they lie."""
    return (places & ((1 << SECTION_BITS) - 1)) >> FIELD_BITS


def moved(places: Places, by: int) -> Places:
    """The same places in sections whose numbers are so much higher."""
    return places + (by << SECTION_BITS) if by else places


def are_among(wanted: Places, places: Places) -> npt.NDArray[np.bool_]:
    """Which of the wanted numbers are places, whatever their order; `places` holds one at least."""
    return np.asarray(places.take(np.searchsorted(places, wanted), mode="clip") == wanted)
